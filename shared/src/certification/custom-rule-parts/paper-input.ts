/** What is refused of papers, proof, and what a unit on a certificate stands for. */
import {
  validateChoice,
  validateText,
  validateWholeNumber,
  type ValidationError,
} from '../../validation/validation-error.ts'
import { ProofItem, RenewalPaper } from '../rules/asked.ts'
import { CREDIT_UNITS, CreditUnit, type CreditConversion } from '../rules/limits.ts'
import { validateAmount } from './minimum-input.ts'
import type { ProofInput } from './rule-input.ts'

export const KEEP_YEARS_MOST = 50
export const AUDIT_LIMIT = 300
const HOW: readonly string[] = ['upload', 'attest']

/** Units whose worth a rule can set; a contact hour is an hour everywhere. */
export const CONVERTED_UNITS = CREDIT_UNITS.filter((unit) => unit !== CreditUnit.CONTACT_HOURS)

export function validatePaper(papers: readonly RenewalPaper[]): ValidationError[] {
  return validateChoice('rule.papers', papers, Object.values(RenewalPaper))
}

export function validateProof({ how, keepYears, mustShow, audit }: ProofInput): ValidationError[] {
  return [
    ...validateChoice('rule.proof.how', how == null ? [] : [how], HOW),
    ...validateWholeNumber('rule.proof.keepYears', keepYears, 0, KEEP_YEARS_MOST),
    ...validateChoice('rule.proof.mustShow', mustShow, Object.values(ProofItem)),
    ...validateText('rule.proof.audit', audit?.trim(), AUDIT_LIMIT),
  ]
}

export function validateConversion(conversions: readonly CreditConversion[]): ValidationError[] {
  const units = conversions.map(({ from }) => from)
  return [
    ...(new Set(units).size < units.length
      ? [{ field: 'rule.conversions', problem: 'repeated' } as const]
      : []),
    ...conversions.flatMap(({ from, hours }, place) => [
      ...validateChoice(`rule.conversions.${place}.from`, [from], CONVERTED_UNITS),
      ...validateAmount(`rule.conversions.${place}.hours`, hours, 'hours'),
    ]),
  ]
}
