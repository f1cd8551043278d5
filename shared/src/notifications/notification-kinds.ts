/** What somebody can be told of. A notification says no more than its kind: whatever it is about is read in the app. */
export const NotificationKind = {
  SUPERVISION_PROPOSED: 'SUPERVISION_PROPOSED',
  SUPERVISION_ACCEPTED: 'SUPERVISION_ACCEPTED',
  SUPERVISION_ENDED: 'SUPERVISION_ENDED',
  AGREEMENT_TO_SIGN: 'AGREEMENT_TO_SIGN',
  INVITATION_ACCEPTED: 'INVITATION_ACCEPTED',
  ROLES_CHANGED: 'ROLES_CHANGED',
  SESSION_LOGGED: 'SESSION_LOGGED',
  FLAG_TOLD: 'FLAG_TOLD',
  CERTIFICATION_EXPIRES: 'CERTIFICATION_EXPIRES',
  IMPORT_DONE: 'IMPORT_DONE',
} as const
export type NotificationKind = (typeof NotificationKind)[keyof typeof NotificationKind]

export const NOTIFICATION_KINDS = Object.values(NotificationKind)
