import { CORE_VALUES, CoreValue } from '../core-values/core-values.ts'

/** What is told of a crowd as a mean from 1.5 to 4.5: the three scales of the check-in, and the core values. */
export const CrowdMeasure = {
  WEEK_FELT: 'WEEK_FELT',
  ENERGY: 'ENERGY',
  REST: 'REST',
  ...CoreValue,
} as const
export type CrowdMeasure = (typeof CrowdMeasure)[keyof typeof CrowdMeasure]

/** In the order of the page. */
export const CROWD_MEASURES: readonly CrowdMeasure[] = ['WEEK_FELT', 'ENERGY', 'REST', ...CORE_VALUES]
