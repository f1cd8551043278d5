/** Tells how often a rule asks for a requirement, and of which holders. */
import type { HolderCondition } from '../rules/holder-condition.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { Requirement } from './requirement-result.ts'

export const AskedPer = {
  CYCLE: 'cycle',
  CALENDAR_YEAR: 'calendar-year',
  HOLDERS_YEAR: 'holders-year',
  YEAR: 'year',
  QUARTER: 'quarter',
  MONTH: 'month',
  SO_MANY_MONTHS: 'so-many-months',
  ONCE: 'once',
} as const
export type AskedPer = (typeof AskedPer)[keyof typeof AskedPer]

export interface Asked {
  readonly per: AskedPer
  /** Set for 'so-many-months' only. */
  readonly everyMonths: number | null
  /** The requirement applies only to holders who meet this condition. */
  readonly onlyIf: HolderCondition | null
}

const YEARS = { calendar: 'calendar-year', holder: 'holders-year', unknown: 'year' } as const
const IN_CYCLE: Asked = { per: 'cycle', everyMonths: null, onlyIf: null }

export function askedBy(rule: RenewalRule, requirement: Requirement): Asked {
  switch (requirement.kind) {
    case 'total':
      return rule.total?.per === 'year' ? { ...IN_CYCLE, per: YEARS[rule.total.yearKind] } : IN_CYCLE
    case 'minimum': {
      const minimum = rule.minimums.find(({ category }) => category === requirement.category)
      if (!minimum) return IN_CYCLE
      const { everyMonths, once, onlyIf } = minimum
      const per = once ? 'once' : everyMonths === null ? 'cycle' : 'so-many-months'
      return { per, everyMonths, onlyIf }
    }
    case 'sponsor':
      return IN_CYCLE
    case 'practice': {
      const practice = rule.practice.find(({ kind }) => kind === requirement.practice)
      return { ...IN_CYCLE, per: practice?.per ?? 'cycle' }
    }
  }
}
