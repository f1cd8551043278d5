/** What the board itself would say, where a rule of the organization decides: a peer can be fine by one and short by the other. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { assessCertification, type CertificationRecord } from '../status/assess-certification.ts'
import { ruleSide, type RuleSide } from './rule-effect.ts'

export interface BoardSide extends RuleSide {
  /** The page of the board's rule; null: none is known. */
  readonly sourceUrl: string | null
}

/** Null where the board's rule decides anyway, and where there is none: the organization's own credential. */
export function boardSide(
  record: CertificationRecord,
  rule: RenewalRule,
  today: PlainDate,
): BoardSide | null {
  if (rule.origin.kind !== 'organization') return null
  const rules = record.rules.filter(({ origin }) => origin.kind === 'catalogue')
  if (rules.length === 0) return null
  const assessment = assessCertification({ ...record, rules }, today)
  return { ...ruleSide(assessment), sourceUrl: assessment.rule.provenance?.url ?? null }
}
