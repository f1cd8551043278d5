/** How far a member has come in. Each is in exactly one of these states. */
export const MemberState = {
  /** Has an account and may sign in. */
  JOINED: 'JOINED',
  /** Has not joined; the link they were sent is open. */
  INVITED: 'INVITED',
  /** Has not joined, and no link is open: it ended after 72 hours, was withdrawn, or was never made. */
  NO_OPEN_LINK: 'NO_OPEN_LINK',
  /** Kept in the records, but may not sign in. */
  DISABLED: 'DISABLED',
} as const
export type MemberState = (typeof MemberState)[keyof typeof MemberState]
export const MEMBER_STATES = Object.values(MemberState)

/** Why the email with an invitation did not reach somebody who has not joined. */
export const InvitationMailProblem = {
  RETURNED: 'RETURNED',
  NOT_SENT: 'NOT_SENT',
} as const
export type InvitationMailProblem = (typeof InvitationMailProblem)[keyof typeof InvitationMailProblem]
