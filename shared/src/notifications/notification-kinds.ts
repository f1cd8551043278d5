import type { Role } from '../people/roles.ts'

/** What somebody can be told of. A notification says no more than its kind: whatever it is about is read in the app. */
export const NotificationKind = {
  SUPERVISION_PROPOSED: 'SUPERVISION_PROPOSED',
  SUPERVISION_ASSIGNED: 'SUPERVISION_ASSIGNED',
  SUPERVISION_ACCEPTED: 'SUPERVISION_ACCEPTED',
  SUPERVISION_ENDED: 'SUPERVISION_ENDED',
  AGREEMENT_TO_SIGN: 'AGREEMENT_TO_SIGN',
  INVITATION_ACCEPTED: 'INVITATION_ACCEPTED',
  ROLES_CHANGED: 'ROLES_CHANGED',
  ROLE_REQUESTED: 'ROLE_REQUESTED',
  ROLE_REQUEST_ANSWERED: 'ROLE_REQUEST_ANSWERED',
  SESSION_LOGGED: 'SESSION_LOGGED',
  FLAG_TOLD: 'FLAG_TOLD',
  FLAG_STEP: 'FLAG_STEP',
  FLAG_CLOSING_PROPOSED: 'FLAG_CLOSING_PROPOSED',
  FLAG_SHARED: 'FLAG_SHARED',
  CERTIFICATION_EXPIRES: 'CERTIFICATION_EXPIRES',
  CERTIFICATION_AT_RISK: 'CERTIFICATION_AT_RISK',
  CERTIFICATION_LAPSED: 'CERTIFICATION_LAPSED',
  IMPORT_DONE: 'IMPORT_DONE',
  SESSION_CORRECTED: 'SESSION_CORRECTED',
  CERTIFICATION_CORRECTED: 'CERTIFICATION_CORRECTED',
  CE_HOURS_CORRECTED: 'CE_HOURS_CORRECTED',
  CERTIFICATION_REMINDER: 'CERTIFICATION_REMINDER',
  RENEWAL_DUE: 'RENEWAL_DUE',
  RENEWALS_DIGEST: 'RENEWALS_DIGEST',
} as const
export type NotificationKind = (typeof NotificationKind)[keyof typeof NotificationKind]

export const NOTIFICATION_KINDS = Object.values(NotificationKind)

/** A certification's peer and the managers are reminded so many days before it expires, each step once. */
export const CERTIFICATION_REMINDER_DAYS = [90, 60, 30, 14, 7] as const

/** The kinds whose subject is a certification. */
const ABOUT_CERTIFICATION: readonly NotificationKind[] = [
  NotificationKind.CERTIFICATION_EXPIRES,
  NotificationKind.CERTIFICATION_AT_RISK,
  NotificationKind.CERTIFICATION_LAPSED,
  NotificationKind.CERTIFICATION_REMINDER,
  NotificationKind.RENEWAL_DUE,
]
export const isAboutCertification = (kind: NotificationKind): boolean => ABOUT_CERTIFICATION.includes(kind)

/** Where each kind is read: by the first of these roles that the reader has. */
const PLACES: Record<NotificationKind, Partial<Record<Role, string>>> = {
  SUPERVISION_PROPOSED: { PEER: '/supervision', SUPERVISOR: '/team' },
  SUPERVISION_ASSIGNED: { PEER: '/supervision' },
  SUPERVISION_ACCEPTED: { SUPERVISOR: '/team', MANAGER: '/people', PEER: '/supervision' },
  SUPERVISION_ENDED: { PEER: '/supervision', SUPERVISOR: '/team' },
  AGREEMENT_TO_SIGN: { PEER: '/supervision', SUPERVISOR: '/team' },
  INVITATION_ACCEPTED: { ADMIN: '/settings/members', MANAGER: '/people' },
  ROLES_CHANGED: {
    PEER: '/account',
    SUPERVISOR: '/account',
    MANAGER: '/account',
    ADMIN: '/account',
    AUDITOR: '/account',
  },
  ROLE_REQUESTED: { ADMIN: '/role-requests', AUDITOR: '/role-requests' },
  ROLE_REQUEST_ANSWERED: { ADMIN: '/role-requests', AUDITOR: '/role-requests' },
  SESSION_LOGGED: { PEER: '/supervision' },
  FLAG_TOLD: { PEER: '/my-role' },
  FLAG_STEP: { PEER: '/my-role' },
  FLAG_CLOSING_PROPOSED: { PEER: '/my-role' },
  FLAG_SHARED: { SUPERVISOR: '/flags' },
  CERTIFICATION_EXPIRES: { PEER: '/certifications', MANAGER: '/renewals/:id' },
  CERTIFICATION_AT_RISK: { PEER: '/certifications', MANAGER: '/renewals/:id' },
  CERTIFICATION_LAPSED: { PEER: '/certifications', MANAGER: '/renewals/:id' },
  SESSION_CORRECTED: { PEER: '/supervision' },
  CERTIFICATION_CORRECTED: { PEER: '/certifications' },
  CE_HOURS_CORRECTED: { PEER: '/certifications' },
  CERTIFICATION_REMINDER: { PEER: '/certifications' },
  RENEWAL_DUE: { PEER: '/certifications', MANAGER: '/renewals/:id' },
  RENEWALS_DIGEST: { MANAGER: '/renewals' },
  IMPORT_DONE: { ADMIN: '/people/import/:id', MANAGER: '/people/import/:id' },
}

/** The page that the reader goes to; null where none of their roles has one any more. */
export function placeOf(
  kind: NotificationKind,
  roles: readonly Role[],
  subjectId: string | null,
): string | null {
  const places = Object.entries(PLACES[kind]) as [Role, string][]
  const place = places.find(([role]) => roles.includes(role))?.[1]
  return place?.replace('/:id', subjectId ? `/${subjectId}` : '') ?? null
}

/** Who sends a mail knows no roles: a kind that is read in several places leads to the list. */
export function mailPath(kind: NotificationKind): string {
  const places = new Set(Object.values(PLACES[kind]))
  const [only] = places
  return places.size === 1 && only && !only.includes(':') ? only : '/notifications'
}
