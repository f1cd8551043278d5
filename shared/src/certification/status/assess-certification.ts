/** Computes everything that Alongside can say about one certification on one day, for the server and the screen alike. */
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
  /** Undefined if hours are not assigned to single certifications. */
  readonly certificationId?: string | null
  /** Null if the peer holds no certification. */
  readonly certification: CertificationFacts | null
  /** The title that the person holds, if the credential has several. */
  readonly title?: string | null
  readonly statusPeriods: readonly StatusPeriod[]
  /** All rule versions of the credential, including the organization's own. Empty if nothing is known. */
  readonly rules: readonly RenewalRule[]
  readonly credits: readonly CeCredit[]
  /** Undefined if nothing is known about service and supervision. */
  readonly practice?: PracticeRecord | null
  /** The credentials of the holder's other certifications. */
  readonly heldWith?: readonly string[]
  /** The holder's other certifications, without revoked ones, for boards that give all the same expiration date. */
  readonly heldTogether?: readonly HeldTogether[]
}

export interface CertificationAssessment extends StatusResult {
  /** The rule version that was applied. */
  readonly rule: RenewalRule
  readonly cycle: RenewalCycle
  /** The expiration date that applies: the printed one, or the later one of a certification that this one follows. */
  readonly expiresOn: PlainDate | null
  readonly requirements: readonly RequirementResult[]
  /** Has one entry for each measured requirement, in the same order. */
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

/** Collects the rule in force, its cycle, everything that may count, and what was known about the holder at that time. */
export function renewalCaseOf(record: CertificationRecord, today: PlainDate): RenewalCase {
  const ofToday = renewalCaseWith(record, today)
  const { cycle } = ofToday
  // A past cycle keeps the facts of its last day.
  return cycle.kind === 'known' && cycle.endsOn < today ? renewalCaseWith(record, cycle.endsOn) : ofToday
}

function renewalCaseWith(record: CertificationRecord, factsOf: PlainDate): RenewalCase {
  const { rules, title = null, heldTogether = [] } = record
  const certification = record.certification && holderFactsOn(record.certification, factsOf)
  const own = ruleInForce(rules, certification)
  const leads = certification && followed(own.rule, { title, certification }, heldTogether)
  if (!leads) return { ...record, certification, ...own }
  // One set of hours serves both certifications, so the cycle of the one that expires last applies.
  const { expiresOn } = leads
  return { ...record, certification: { ...certification, expiresOn }, ...ruleInForce(rules, leads) }
}
