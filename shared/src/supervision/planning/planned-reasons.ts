/**
 * Why a planned session did not take place: a fixed list, since managers and auditors read it beside the date. It names
 * what happened to the meeting, and says nothing about anybody.
 */
export const PlannedSessionReason = {
  PEER_AWAY: 'PEER_AWAY',
  SUPERVISOR_AWAY: 'SUPERVISOR_AWAY',
  FACILITY_CLOSED: 'FACILITY_CLOSED',
  URGENT_WORK: 'URGENT_WORK',
  NO_CONNECTION: 'NO_CONNECTION',
  MOVED: 'MOVED',
  /** Written by the database alone: the supervision ended before the day came. */
  SUPERVISION_ENDED: 'SUPERVISION_ENDED',
} as const
export type PlannedSessionReason = (typeof PlannedSessionReason)[keyof typeof PlannedSessionReason]

/** What a person can choose. */
export const CHOSEN_REASONS = Object.values(PlannedSessionReason).filter(
  (reason) => reason !== PlannedSessionReason.SUPERVISION_ENDED,
)

/** How much of a series a change is about. */
export const SeriesScope = { ONE: 'ONE', FROM_HERE: 'FROM_HERE' } as const
export type SeriesScope = (typeof SeriesScope)[keyof typeof SeriesScope]

/** The part of the list of planned sessions that is asked for. */
export const PlannedSessionView = {
  /** Scheduled for today or later, and what was cancelled of that. */
  UPCOMING: 'UPCOMING',
  /** The day has passed, and nobody has said what became of it. */
  UNANSWERED: 'UNANSWERED',
} as const
export type PlannedSessionView = (typeof PlannedSessionView)[keyof typeof PlannedSessionView]
