/** Who sat together. */
export const SessionFormat = {
  /** One supervisor, one peer. */
  INDIVIDUAL: 'INDIVIDUAL',
  /** One supervisor, several peers, each with an attendance of their own. */
  GROUP: 'GROUP',
  /** A short round of the team. */
  TEAM_CHECK_IN: 'TEAM_CHECK_IN',
  /** Peers looking at their practice together (intentional peer support). */
  CO_REFLECTION: 'CO_REFLECTION',
} as const
export type SessionFormat = (typeof SessionFormat)[keyof typeof SessionFormat]
export const SESSION_FORMATS = Object.values(SessionFormat)

/** How they met; some states count only face-to-face sessions. */
export const SessionModality = {
  IN_PERSON: 'IN_PERSON',
  VIDEO: 'VIDEO',
  PHONE: 'PHONE',
} as const
export type SessionModality = (typeof SessionModality)[keyof typeof SessionModality]
export const SESSION_MODALITIES = Object.values(SessionModality)

/** What became of a session. Only a held one counts for cadence and hours. */
export const SessionStatus = {
  /** Agreed for a day to come. */
  SCHEDULED: 'SCHEDULED',
  /** It took place. */
  HELD: 'HELD',
  /** Called off before it began. */
  CANCELLED: 'CANCELLED',
  /** Nobody called it off, and it did not take place. */
  MISSED: 'MISSED',
} as const
export type SessionStatus = (typeof SessionStatus)[keyof typeof SessionStatus]
export const SESSION_STATUSES = Object.values(SessionStatus)

/** Where a session can go from here; what took place, or did not, stays so. */
export function nextSessionStatuses(status: SessionStatus): readonly SessionStatus[] {
  return status === SessionStatus.SCHEDULED
    ? [SessionStatus.HELD, SessionStatus.CANCELLED, SessionStatus.MISSED]
    : []
}
