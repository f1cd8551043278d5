/** Everything that Alongside can say of one certification on one day; the same call answers the server and the screen. */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { CertificationFacts, StatusPeriod } from './certification-facts.ts'
import { forecast, type RequirementForecast } from './forecast.ts'
import { renewalCycle, type RenewalCycle } from './renewal-cycle.ts'
import type { RenewalRule } from './renewal-rule.ts'
import { requirementsOf, type CeCredit, type RequirementResult } from './requirements.ts'
import type { StandingResult } from './standing.ts'
import { atRiskFrom } from './standing/at-risk.ts'
import { certificationStanding } from './standing/certification-standing.ts'

export interface CertificationRecord {
  /** Null: the peer holds none. */
  readonly certification: CertificationFacts | null
  readonly statusPeriods: readonly StatusPeriod[]
  readonly rule: RenewalRule
  readonly credits: readonly CeCredit[]
}

export interface CertificationAssessment extends StandingResult {
  readonly cycle: RenewalCycle
  readonly requirements: readonly RequirementResult[]
  /** One for each measured requirement, in the same order. */
  readonly forecast: readonly RequirementForecast[]
}

export function assessCertification(record: CertificationRecord, today: PlainDate): CertificationAssessment {
  const { certification, rule, credits } = record
  const cycle = renewalCycle(rule, certification)
  const requirements = requirementsOf(rule, cycle, credits, today)
  const known = { cycle, forecast: forecast(rule, cycle, credits, today) }
  const input = { ...record, ...known, atRiskFrom: atRiskFrom(rule, cycle, credits, today) }
  return { ...known, requirements, ...certificationStanding(input, requirements, today) }
}
