/** What the rules of a credential ask about its holder, so that only that is asked when facts are entered. */
import { type CredentialTitle, titlesOf } from '../catalogue/credential-titles.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { HOLDER_CONDITIONS, type HolderCondition } from '../rules/holder-condition.ts'

export interface AskedOfHolder {
  readonly conditions: readonly HolderCondition[]
  /** The lengths of a cycle that the holder may choose between; none: there is no choice. */
  readonly cycleMonths: readonly number[]
  /** A common date whose year follows the year of the exam. */
  readonly examYear: boolean
  readonly birthday: boolean
  /** The titles of the credential that may be held side by side; none: it has one only. */
  readonly titles: readonly CredentialTitle[]
}

export function askedOfHolder(credentialId: string, rules: readonly RenewalRule[]): AskedOfHolder {
  const conditions = new Set(rules.flatMap(conditionsOf))
  const months = new Set(rules.flatMap(({ cycleChoices }) => cycleChoices.map((choice) => choice.months)))
  return {
    conditions: HOLDER_CONDITIONS.filter((condition) => conditions.has(condition)),
    cycleMonths: [...months].sort((one, other) => one - other),
    examYear: rules.some(({ expiry }) => expiry.shape === 'fixed-date' && expiry.anchorYear === null),
    birthday: rules.some(({ expiry }) => expiry.shape === 'birthday'),
    titles: titlesOf(credentialId),
  }
}

function conditionsOf({ total, minimums, newHolders, exceptions }: RenewalRule): HolderCondition[] {
  const asked = [
    total?.insteadIf?.condition,
    ...(total?.extraIf ?? []).map(({ condition }) => condition),
    ...minimums.map(({ onlyIf }) => onlyIf),
    ...newHolders.map((rule) => (rule.kind === 'none-if-issued-within' ? rule.unless : null)),
    ...exceptions.map(({ onlyIf }) => onlyIf),
  ]
  return asked.filter((condition) => condition != null)
}
