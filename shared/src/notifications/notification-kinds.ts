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
  TASK_ASKED: 'TASK_ASKED',
  TASK_ANSWERED: 'TASK_ANSWERED',
  CERTIFICATION_EXPIRES: 'CERTIFICATION_EXPIRES',
  CERTIFICATION_AT_RISK: 'CERTIFICATION_AT_RISK',
  CERTIFICATION_LAPSED: 'CERTIFICATION_LAPSED',
  IMPORT_DONE: 'IMPORT_DONE',
  SESSION_CORRECTED: 'SESSION_CORRECTED',
  SESSION_AMENDED: 'SESSION_AMENDED',
  SESSION_COMMENTED: 'SESSION_COMMENTED',
  SIGNATURES_WAIT: 'SIGNATURES_WAIT',
  AGREEMENT_DECLINED: 'AGREEMENT_DECLINED',
  CERTIFICATION_CORRECTED: 'CERTIFICATION_CORRECTED',
  CE_HOURS_CORRECTED: 'CE_HOURS_CORRECTED',
  SESSION_PLANNED: 'SESSION_PLANNED',
  SESSION_MOVED: 'SESSION_MOVED',
  SESSION_CANCELLED: 'SESSION_CANCELLED',
  SESSION_TOMORROW: 'SESSION_TOMORROW',
  SUPERVISION_DUE: 'SUPERVISION_DUE',
  SESSION_UNANSWERED: 'SESSION_UNANSWERED',
  SERIES_ENDING: 'SERIES_ENDING',
  TIME_ASKED: 'TIME_ASKED',
  TIME_ANSWERED: 'TIME_ANSWERED',
  SUPERVISION_REQUESTED: 'SUPERVISION_REQUESTED',
  SUPERVISION_REQUEST_ANSWERED: 'SUPERVISION_REQUEST_ANSWERED',
  AGENDA_ITEM_ADDED: 'AGENDA_ITEM_ADDED',
  FOLLOW_UP_ADDED: 'FOLLOW_UP_ADDED',
  FOLLOW_UP_CLOSED: 'FOLLOW_UP_CLOSED',
  LEARNING_GOAL_ADDED: 'LEARNING_GOAL_ADDED',
  COURSE_SENT_BACK: 'COURSE_SENT_BACK',
  EVIDENCE_REQUESTED: 'EVIDENCE_REQUESTED',
  COURSES_TO_REVIEW: 'COURSES_TO_REVIEW',
  SERVICE_HOURS_REQUESTED: 'SERVICE_HOURS_REQUESTED',
  SHARED_WITH_YOU: 'SHARED_WITH_YOU',
  TALK_REQUESTED: 'TALK_REQUESTED',
  TALK_TIME_OFFERED: 'TALK_TIME_OFFERED',
  TALK_ANSWERED: 'TALK_ANSWERED',
  CHECK_IN_REMINDER: 'CHECK_IN_REMINDER',
  CERTIFICATION_REMINDER: 'CERTIFICATION_REMINDER',
  RENEWAL_DUE: 'RENEWAL_DUE',
  RENEWALS_DIGEST: 'RENEWALS_DIGEST',
  ATTESTATION_ASKED: 'ATTESTATION_ASKED',
  ATTESTATION_ANSWERED: 'ATTESTATION_ANSWERED',
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

/** Reminders: their email waits for the hour that the reader chose, whatever they chose for everything else. */
export const DIGEST_KINDS: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  NotificationKind.SESSION_TOMORROW,
  NotificationKind.SUPERVISION_DUE,
  NotificationKind.SESSION_UNANSWERED,
  NotificationKind.SERIES_ENDING,
])

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
  FLAG_STEP: { PEER: '/my-role', SUPERVISOR: '/flags' },
  FLAG_CLOSING_PROPOSED: { PEER: '/my-role' },
  FLAG_SHARED: { SUPERVISOR: '/flags' },
  TASK_ASKED: { PEER: '/my-role' },
  TASK_ANSWERED: { SUPERVISOR: '/team/:id', MANAGER: '/people/:id' },
  CERTIFICATION_EXPIRES: { PEER: '/certifications', MANAGER: '/renewals/:id' },
  CERTIFICATION_AT_RISK: { PEER: '/certifications', MANAGER: '/renewals/:id' },
  CERTIFICATION_LAPSED: { PEER: '/certifications', MANAGER: '/renewals/:id' },
  SESSION_CORRECTED: { PEER: '/supervision' },
  SESSION_AMENDED: { PEER: '/supervision' },
  SESSION_COMMENTED: { SUPERVISOR: '/team' },
  SIGNATURES_WAIT: { PEER: '/supervision', SUPERVISOR: '/team' },
  AGREEMENT_DECLINED: { MANAGER: '/people/:id', SUPERVISOR: '/team', PEER: '/supervision' },
  CERTIFICATION_CORRECTED: { PEER: '/certifications' },
  CE_HOURS_CORRECTED: { PEER: '/certifications' },
  SESSION_PLANNED: { PEER: '/supervision' },
  SESSION_MOVED: { PEER: '/supervision', SUPERVISOR: '/team' },
  SESSION_CANCELLED: { PEER: '/supervision', SUPERVISOR: '/team' },
  SESSION_TOMORROW: { PEER: '/supervision', SUPERVISOR: '/team' },
  SUPERVISION_DUE: { SUPERVISOR: '/team' },
  SESSION_UNANSWERED: { SUPERVISOR: '/team' },
  SERIES_ENDING: { SUPERVISOR: '/team' },
  TIME_ASKED: { SUPERVISOR: '/team' },
  TIME_ANSWERED: { PEER: '/supervision' },
  SUPERVISION_REQUESTED: { MANAGER: '/people' },
  SUPERVISION_REQUEST_ANSWERED: { PEER: '/supervision' },
  AGENDA_ITEM_ADDED: { PEER: '/supervision', SUPERVISOR: '/team' },
  FOLLOW_UP_ADDED: { PEER: '/supervision', SUPERVISOR: '/team' },
  FOLLOW_UP_CLOSED: { PEER: '/supervision', SUPERVISOR: '/team' },
  LEARNING_GOAL_ADDED: { PEER: '/supervision', SUPERVISOR: '/team' },
  COURSE_SENT_BACK: { PEER: '/certifications/courses/:id' },
  EVIDENCE_REQUESTED: { PEER: '/certifications/courses/:id' },
  COURSES_TO_REVIEW: { MANAGER: '/renewals/review' },
  SERVICE_HOURS_REQUESTED: { MANAGER: '/renewals/:id' },
  SHARED_WITH_YOU: { SUPERVISOR: '/team/:id' },
  TALK_REQUESTED: { SUPERVISOR: '/team/:id' },
  TALK_TIME_OFFERED: { PEER: '/supervision' },
  TALK_ANSWERED: { SUPERVISOR: '/team/:id' },
  CHECK_IN_REMINDER: { PEER: '/today' },
  CERTIFICATION_REMINDER: { PEER: '/certifications' },
  RENEWAL_DUE: { PEER: '/certifications', MANAGER: '/renewals/:id' },
  RENEWALS_DIGEST: { MANAGER: '/renewals' },
  ATTESTATION_ASKED: { SUPERVISOR: '/team/:id' },
  ATTESTATION_ANSWERED: { PEER: '/certifications' },
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
