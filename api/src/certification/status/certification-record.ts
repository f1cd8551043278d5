/** The facts of one certification as the database reads them, made into what the shared rule assesses. */
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import {
  assessCertification,
  type CertificationAssessment,
  type CertificationRecord,
} from '@alongside/shared/certification/status/assess-certification'
import type {
  CeCredit,
  PracticeRecord,
  PracticeSession,
} from '@alongside/shared/certification/hours/ce-credit'
import type {
  CertificationFacts,
  EarlierAnswer,
  EarlierTerm,
  StatusPeriod,
} from '@alongside/shared/certification/status/certification-facts'
import { credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { underTitle } from '@alongside/shared/certification/catalogue/credential-titles'
import type { HeldTogether } from '@alongside/shared/certification/cycle/same-expiry'
import type { CredentialNames } from '@alongside/shared/certification/custom-credentials/custom-credential'
import {
  type CustomVersion,
  rulesWithOwn,
} from '@alongside/shared/certification/custom-rules/custom-versions'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import type {
  HolderCondition,
  HolderConditions,
} from '@alongside/shared/certification/rules/holder-condition'
import { ownNames, type CustomCredentialNames } from '../custom-rules/rule-book.ts'

/** A row of the view `certification_facts`, as JSON. */
export interface FactsRow {
  readonly organization_id: string
  readonly certification_id: string
  readonly peer_id: string
  readonly credential_id: string
  readonly number: string | null
  readonly issued_on: string
  readonly expires_on: string | null
  readonly birth_month_day: string | null
  readonly conditions_held: readonly HolderCondition[]
  readonly conditions_not_held: readonly HolderCondition[]
  readonly chosen_cycle_months: number | null
  readonly exam_year: number | null
  readonly earlier_answers: readonly EarlierAnswer[]
  /** The first day of the certificate whose expiry decides. */
  readonly term_starts_on: string | null
  readonly earlier_terms: readonly EarlierTerm[]
  readonly status_periods: readonly StatusPeriod[]
  readonly credits: readonly CeCredit[]
  readonly sessions: readonly PracticeSession[]
  /** By the last day of each entry; null: none was ever entered. */
  readonly service_hours: PracticeRecord['serviceHours']
  /** The credentials of the peer's other certifications. */
  readonly held_with: readonly string[]
  readonly title: string | null
  /** Those of them that were not revoked, with their certificates. */
  readonly held_together: readonly (HeldTogether & { readonly certificationId: string })[]
  readonly custom_rules: readonly CustomVersion[]
  readonly custom_credential: CustomCredentialNames | null
}

export interface AssessedCertification {
  readonly id: string
  readonly peerId: string
  readonly credentialId: string
  readonly number: string | null
  readonly issuedOn: string
  readonly title: string | null
  /** That decides: the printed one, or the later one of a certification that this one follows. */
  readonly expiresOn: string | null
  readonly printedOn: string | null
  /** Under the title that is held. */
  readonly credential: CredentialNames | undefined
  /** Everything that assessed, to ask the shared rule more about it. */
  readonly record: CertificationRecord
  readonly rule: RenewalRule
  readonly assessment: CertificationAssessment
}

export function assessed(facts: FactsRow, today: PlainDate): AssessedCertification {
  const { credential_id: credentialId, title } = facts
  const record = recordOf(facts)
  const assessment = assessCertification(record, today)
  const credential = credentialOf(facts)
  return {
    id: facts.certification_id,
    peerId: facts.peer_id,
    credentialId,
    number: facts.number,
    issuedOn: facts.issued_on,
    title,
    expiresOn: assessment.expiresOn,
    printedOn: facts.expires_on,
    credential: credential && underTitle(credential, title),
    record,
    rule: assessment.rule,
    assessment,
  }
}

export function credentialOf(facts: FactsRow): CredentialNames | undefined {
  const { credential_id: id, custom_credential: own } = facts
  return credentialById(id) ?? (own ? ownNames(id, own) : undefined)
}

export function recordOf(facts: FactsRow): CertificationRecord {
  return {
    certificationId: facts.certification_id,
    certification: certificationOf(facts),
    title: facts.title,
    statusPeriods: facts.status_periods,
    rules: rulesWithOwn(facts.credential_id, facts.custom_rules),
    credits: facts.credits,
    practice: {
      // Whoever keeps no sessions here has none that could be counted: not known is not none.
      sessions: facts.sessions.length > 0 ? facts.sessions : null,
      serviceHours: facts.service_hours,
    },
    heldWith: facts.held_with,
    heldTogether: facts.held_together,
  }
}

function certificationOf(facts: FactsRow): CertificationFacts {
  return {
    issuedOn: facts.issued_on,
    expiresOn: facts.expires_on,
    birthday: facts.birth_month_day,
    conditions: conditionsOf(facts),
    chosenCycleMonths: facts.chosen_cycle_months,
    examYear: facts.exam_year,
    termStartsOn: facts.term_starts_on,
    earlierTerms: facts.earlier_terms,
    earlierAnswers: facts.earlier_answers,
  }
}

function conditionsOf({ conditions_held, conditions_not_held }: FactsRow): HolderConditions {
  return Object.fromEntries([
    ...conditions_held.map((each) => [each, true] as const),
    ...conditions_not_held.map((each) => [each, false] as const),
  ])
}
