/** How long a cycle runs for this holder: as the rule says, or as the holder chose where the rule lets them. */
import type { CertificationFacts } from '../status/certification-facts.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { CycleChoice } from '../rules/terms.ts'

export type CycleLength =
  | { readonly kind: 'months'; readonly months: number; readonly choice: CycleChoice | null }
  | { readonly kind: 'unknown'; readonly reason: 'cycle-length-not-read' | 'choice-not-known' }

export function cycleLength(rule: RenewalRule, certification: CertificationFacts): CycleLength {
  const { cycleMonths, cycleChoices } = rule
  if (cycleChoices.length > 0) {
    const choice = cycleChoices.find(({ months }) => months === certification.chosenCycleMonths)
    if (choice === undefined) return { kind: 'unknown', reason: 'choice-not-known' }
    return { kind: 'months', months: choice.months, choice }
  }
  if (cycleMonths === null) return { kind: 'unknown', reason: 'cycle-length-not-read' }
  return { kind: 'months', months: cycleMonths, choice: null }
}
