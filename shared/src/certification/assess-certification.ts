/** Everything that Alongside can say of one certification on one day; the same call answers the server and the screen. */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { CeCredit, PracticeRecord } from './ce-credit.ts'
import type { CertificationFacts, StatusPeriod } from './certification-facts.ts'
import type { RenewalCycle } from './cycle/renewal-cycle.ts'
import { ruleInForce } from './cycle/rule-in-force.ts'
import { forecast, type RequirementForecast } from './forecast.ts'
import type { RenewalRule } from './renewal-rule.ts'
import type { RenewalMatter } from './requirements/renewal-matter.ts'
import type { RequirementResult } from './requirements/requirement-result.ts'
import { requirementsOf } from './requirements/requirements.ts'
import type { StandingResult } from './standing.ts'
import { atRiskFrom } from './standing/at-risk.ts'
import { certificationStanding } from './standing/certification-standing.ts'

export interface CertificationRecord {
  /** Missing where no hours are kept apart for single certifications. */
  readonly certificationId?: string | null
  /** Null: the peer holds none. */
  readonly certification: CertificationFacts | null
  readonly statusPeriods: readonly StatusPeriod[]
  /** All versions of the credential's rule, the organization's own included; none: nothing is known. */
  readonly rules: readonly RenewalRule[]
  readonly credits: readonly CeCredit[]
  /** Missing: nothing is known of work and supervision. */
  readonly practice?: PracticeRecord | null
  /** The credentials of the holder's other certifications. */
  readonly heldWith?: readonly string[]
}

export interface CertificationAssessment extends StandingResult {
  /** The version that judged. */
  readonly rule: RenewalRule
  readonly cycle: RenewalCycle
  readonly requirements: readonly RequirementResult[]
  /** One for each measured requirement that is asked in courses, in the same order. */
  readonly forecast: readonly RequirementForecast[]
}

export function assessCertification(record: CertificationRecord, today: PlainDate): CertificationAssessment {
  const matter = matterOf(record)
  const { rule, cycle } = matter
  const requirements = requirementsOf(matter, today)
  const known = { cycle, forecast: cycle.kind === 'known' ? forecast(matter, today) : [] }
  const input = { ...record, rule, ...known, atRiskFrom: atRiskFrom(matter, today) }
  return { ...known, rule, requirements, ...certificationStanding(input, requirements, today) }
}

/** The rule in force and the cycle it judges, with everything that may count. */
export function matterOf(record: CertificationRecord): RenewalMatter {
  return { ...record, ...ruleInForce(record.rules, record.certification) }
}
