/** What is refused of papers, proof, and what a unit on a certificate stands for. */
import { choiceRefusals, textRefusals, wholeNumberRefusals, type Refusal } from '../../validation/refusal.ts'
import { ProofItem, RenewalPaper, type ProofRule } from '../rules/asked.ts'
import { CREDIT_UNITS, CreditUnit, type CreditConversion } from '../rules/limits.ts'
import { amountRefusals } from './minimum-input.ts'

export const KEEP_YEARS_MOST = 50
export const AUDIT_LIMIT = 300
const HOW: readonly string[] = ['upload', 'attest']

/** Units whose worth a rule can set; a contact hour is an hour everywhere. */
export const CONVERTED_UNITS = CREDIT_UNITS.filter((unit) => unit !== CreditUnit.CONTACT_HOURS)

export interface ProofInput {
  readonly how?: ProofRule['how']
  readonly keepYears?: number | null
  readonly mustShow: readonly ProofItem[]
  readonly audit?: string | null
}

export function paperRefusals(papers: readonly RenewalPaper[]): Refusal[] {
  return choiceRefusals('rule.papers', papers, Object.values(RenewalPaper))
}

export function proofRefusals({ how, keepYears, mustShow, audit }: ProofInput): Refusal[] {
  return [
    ...choiceRefusals('rule.proof.how', how == null ? [] : [how], HOW),
    ...wholeNumberRefusals('rule.proof.keepYears', keepYears, 0, KEEP_YEARS_MOST),
    ...choiceRefusals('rule.proof.mustShow', mustShow, Object.values(ProofItem)),
    ...textRefusals('rule.proof.audit', audit?.trim(), AUDIT_LIMIT),
  ]
}

export function conversionRefusals(conversions: readonly CreditConversion[]): Refusal[] {
  const units = conversions.map(({ from }) => from)
  return [
    ...(new Set(units).size < units.length
      ? [{ field: 'rule.conversions', problem: 'repeated' } as const]
      : []),
    ...conversions.flatMap(({ from, hours }, place) => [
      ...choiceRefusals(`rule.conversions.${place}.from`, [from], CONVERTED_UNITS),
      ...amountRefusals(`rule.conversions.${place}.hours`, hours, 'hours'),
    ]),
  ]
}
