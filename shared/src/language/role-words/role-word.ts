import type { PersonFirstTerm } from '../person-first-terms.ts'

/**
 * Where a term comes from. Table 3 sets peer work beside clinical work, Table 1 names what peers do; the sample job
 * descriptions and the paper on deflection use the terms. `LIKE` is a term of the same kind that we added ourselves.
 */
export const ROLE_WORD_SOURCES = {
  T3: 'LAPPA, peer support in justice settings, 2021, table 3',
  T1: 'LAPPA, peer support in justice settings, 2021, table 1',
  D: 'LAPPA, peer support in justice settings, 2021, appendix D',
  DPAD: 'LAPPA, peer support services in deflection and pre-arrest diversion, 2023',
  LIKE: 'Added by Alongside',
} as const

/** A word of clinical staff or of case managers, and how a peer would say it. Patterns hold no capturing groups. */
export interface RoleWordTerm extends PersonFirstTerm {
  readonly source: keyof typeof ROLE_WORD_SOURCES
}
