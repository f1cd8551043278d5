/** Who asked a peer for an activity of their week. */
export const ActivityAskedBy = {
  OWN_CHOICE: 'OWN_CHOICE',
  TEAM: 'TEAM',
  SUPERVISOR: 'SUPERVISOR',
  HOST_AGENCY: 'HOST_AGENCY',
  /** A rule says so, whoever is there. */
  POLICY: 'POLICY',
} as const
export type ActivityAskedBy = (typeof ActivityAskedBy)[keyof typeof ActivityAskedBy]
export const ACTIVITY_ASKED_BY = Object.values(ActivityAskedBy)
