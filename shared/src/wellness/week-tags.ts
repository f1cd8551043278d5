/**
 * What the week held, as a private tag on one's own check-in.
 * From what justice settings do to peers (LAPPA toolkit 2021, ch. 3); tags name events, never a person served.
 */
export const WeekTag = {
  JAIL_VISIT: 'JAIL_VISIT',
  COURT: 'COURT',
  /** A ride-along, a stop, a call together with officers. */
  OUT_WITH_OFFICERS: 'OUT_WITH_OFFICERS',
  OVERDOSE_DEATH: 'OVERDOSE_DEATH',
  /** An overdose, a crisis, a night without sleep over somebody. */
  CRISIS: 'CRISIS',
  SOMEBODY_FROM_THE_PAST: 'SOMEBODY_FROM_THE_PAST',
  /** A sound, a place or a smell that brought something back. */
  OLD_MEMORIES: 'OLD_MEMORIES',
  /** Friends or family who question working in this field. */
  CRITICISM_FROM_CLOSE_ONES: 'CRITICISM_FROM_CLOSE_ONES',
  /** Something went well for somebody. */
  GOOD_NEWS: 'GOOD_NEWS',
} as const
export type WeekTag = (typeof WeekTag)[keyof typeof WeekTag]
export const WEEK_TAGS = Object.values(WeekTag)
