/**
 * The fifteen signs of compassion fatigue (LAPPA toolkit 2021, ch. 4), in words for oneself.
 * They are things to notice: never counted up, never a finding about a person.
 */
export const FatigueSign = {
  /** Being angry more than one knows from oneself. */
  ANGER: 'ANGER',
  /** Worn out, in body or in feeling. */
  EXHAUSTION: 'EXHAUSTION',
  /** What used to give joy does not. */
  NO_JOY: 'NO_JOY',
  /** Looking for somebody to be at fault. */
  NEED_TO_BLAME: 'NEED_TO_BLAME',
  /** Stomach or gut that hurts. */
  STOMACH_PAIN: 'STOMACH_PAIN',
  /** Thinking little of oneself. */
  LOW_SELF_ESTEEM: 'LOW_SELF_ESTEEM',
  /** Coming late again and again. */
  OFTEN_LATE: 'OFTEN_LATE',
  /** Asking more of oneself than one would of anybody. */
  HIGH_SELF_EXPECTATIONS: 'HIGH_SELF_EXPECTATIONS',
  /** Too little sleep. */
  LACK_OF_SLEEP: 'LACK_OF_SLEEP',
  /** Low for days: the source names a condition here, this product names the feeling. */
  FEELING_LOW: 'FEELING_LOW',
  /** Seeing no way forward. */
  HOPELESSNESS: 'HOPELESSNESS',
  /** Working without an end. */
  OVERWORKING: 'OVERWORKING',
  /** As if one had failed. */
  FEELING_OF_FAILURE: 'FEELING_OF_FAILURE',
  /** Sooner annoyed than usual. */
  IRRITABILITY: 'IRRITABILITY',
  /** Headaches that keep coming. */
  FREQUENT_HEADACHES: 'FREQUENT_HEADACHES',
} as const
export type FatigueSign = (typeof FatigueSign)[keyof typeof FatigueSign]
export const FATIGUE_SIGNS = Object.values(FatigueSign)
