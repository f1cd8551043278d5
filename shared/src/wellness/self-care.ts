/** What a peer did for themselves this week (strategies of the LAPPA toolkit 2021, ch. 4). */
export const SelfCare = {
  SLEEP: 'SLEEP',
  EATING_WELL: 'EATING_WELL',
  MOVEMENT: 'MOVEMENT',
  /** Rest that is done on purpose: breathing, stretching, music. */
  RELAXATION: 'RELAXATION',
  /** A wash or a change of clothes that leaves the shift behind. */
  WASHING_THE_DAY_OFF: 'WASHING_THE_DAY_OFF',
  FRIENDS_AND_FAMILY: 'FRIENDS_AND_FAMILY',
  /** A small ceremony, to let go of something or to keep something good. */
  RITUAL: 'RITUAL',
  /** Joys and sorrows, together with the people one works with. */
  SHARED_WITH_COWORKERS: 'SHARED_WITH_COWORKERS',
  /** One's own faith or practice, or somebody who guides it. */
  SPIRITUAL_PRACTICE: 'SPIRITUAL_PRACTICE',
  /** Reaching out to other peers and colleagues. */
  CONNECTING_WITH_COLLEAGUES: 'CONNECTING_WITH_COLLEAGUES',
  /** Away from work, doing something else. */
  TIME_AWAY: 'TIME_AWAY',
} as const
export type SelfCare = (typeof SelfCare)[keyof typeof SelfCare]
export const SELF_CARE = Object.values(SelfCare)
