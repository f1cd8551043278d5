/** Everything that Alongside can say of one certification on one day; the same call answers the server and the screen. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CeCredit, PracticeRecord } from '../hours/ce-credit.ts'
import type { CertificationFacts, StatusPeriod } from './certification-facts.ts'
import type { RenewalCycle } from '../cycle/renewal-cycle.ts'
import { laterVersion, ruleInForce } from '../rules/rule-in-force.ts'
import { followed, type HeldTogether } from '../cycle/same-expiry.ts'
import { forecast, type RequirementForecast } from '../forecast/forecast.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { RenewalCase } from '../requirements/renewal-case.ts'
import type { RequirementResult } from '../requirements/requirement-result.ts'
import { requirementsOf } from '../requirements/requirements.ts'
import { holderFactsOn } from './holder-facts-on.ts'
import type { StatusResult } from './status.ts'
import { atRiskFrom } from './at-risk.ts'
import { certificationStatus } from './certification-status.ts'

export interface CertificationRecord {
  /** Missing where no hours are kept apart for single certifications. */
  readonly certificationId?: string | null
  /** Null: the peer holds none. */
  readonly certification: CertificationFacts | null
  /** Which title of the credential, where it has several. */
  readonly title?: string | null
  readonly statusPeriods: readonly StatusPeriod[]
  /** All versions of the credential's rule, the organization's own included; none: nothing is known. */
  readonly rules: readonly RenewalRule[]
  readonly credits: readonly CeCredit[]
  /** Missing: nothing is known of work and supervision. */
  readonly practice?: PracticeRecord | null
  /** The credentials of the holder's other certifications. */
  readonly heldWith?: readonly string[]
  /** The holder's other certifications that were not revoked, for boards that let all end together. */
  readonly heldTogether?: readonly HeldTogether[]
}

export interface CertificationAssessment extends StatusResult {
  /** The version that assessed. */
  readonly rule: RenewalRule
  readonly cycle: RenewalCycle
  /** The day that decides: the printed one, or the later one of a certification that this one follows. */
  readonly expiresOn: PlainDate | null
  readonly requirements: readonly RequirementResult[]
  /** One for each measured requirement, in the same order. */
  readonly forecast: readonly RequirementForecast[]
}

export function assessCertification(record: CertificationRecord, today: PlainDate): CertificationAssessment {
  const renewalCase = renewalCaseOf(record, today)
  const { rule, cycle, certification } = renewalCase
  const requirements = requirementsOf(renewalCase, today)
  const known = { cycle, forecast: cycle.kind === 'known' ? forecast(renewalCase, today) : [] }
  const later = laterVersion(record.rules, rule)
  const input = {
    ...record,
    certification,
    rule,
    later,
    ...known,
    atRiskFrom: atRiskFrom(renewalCase, today),
  }
  const expiresOn = certification?.expiresOn ?? null
  return { ...known, rule, expiresOn, requirements, ...certificationStatus(input, requirements, today) }
}

/** The rule in force and the cycle it assesses, with everything that may count and what was known of the holder then. */
export function renewalCaseOf(record: CertificationRecord, today: PlainDate): RenewalCase {
  const ofToday = renewalCaseWith(record, today)
  const { cycle } = ofToday
  // A cycle that is over keeps the facts of its last day.
  return cycle.kind === 'known' && cycle.endsOn < today ? renewalCaseWith(record, cycle.endsOn) : ofToday
}

function renewalCaseWith(record: CertificationRecord, factsOf: PlainDate): RenewalCase {
  const { rules, title = null, heldTogether = [] } = record
  const certification = record.certification && holderFactsOn(record.certification, factsOf)
  const own = ruleInForce(rules, certification)
  const leads = certification && followed(own.rule, { title, certification }, heldTogether)
  if (!leads) return { ...record, certification, ...own }
  // One set of hours serves both: the cycle is that of the certification that ends last.
  const { expiresOn } = leads
  return { ...record, certification: { ...certification, expiresOn }, ...ruleInForce(rules, leads) }
}
