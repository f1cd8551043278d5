import type { PlainDate } from '../calendar/plain-date.ts'
import { pastDayRefusals } from '../input/past-day.ts'
import { choiceRefusals, wholeNumberRefusals, type Refusal } from '../input/refusal.ts'
import { CADENCE_DAYS } from './cadence.ts'
import { SUPERVISION_TYPES } from './supervision-types.ts'

/** An agreement is entered at most a year after it was made. */
const AGREEMENT_YEARS = 1

export interface AgreementTermInput {
  readonly type: string
  readonly cadenceDays: number | null
  readonly groupSessionsCount: boolean
  /** Who gives this type; nobody yet where it is left out. */
  readonly supervisorId?: string | null | undefined
}

/** What a peer and those who supervise them agreed on, type by type. */
export interface AgreementInput {
  readonly agreedOn: string
  readonly terms: readonly AgreementTermInput[]
}

/** Everything that is wrong with an agreement as entered: one term a type, each with a rhythm that can be held. */
export function agreementRefusals({ agreedOn, terms }: AgreementInput, today: PlainDate): Refusal[] {
  const types = terms.map(({ type }) => type)
  return [
    ...pastDayRefusals('agreedOn', agreedOn, AGREEMENT_YEARS, today),
    ...(terms.length === 0 ? [{ field: 'terms', problem: 'too-few', limit: 1 } as const] : []),
    ...choiceRefusals('terms', types, SUPERVISION_TYPES),
    ...terms.flatMap(({ cadenceDays }, at): Refusal[] => {
      const field = `terms.${at}.cadenceDays`
      if (cadenceDays === null) return [{ field, problem: 'required' }]
      return wholeNumberRefusals(field, cadenceDays, CADENCE_DAYS.from, CADENCE_DAYS.to)
    }),
  ]
}

/** The jurisdiction of what the toolkit advises without any state asking for it. */
export const GOOD_PRACTICE = 'good practice'

/** A rule that says how often; null where it says nothing on that. */
export interface CadenceRule {
  readonly longestCadenceDays: number | null
}

/** The rules that a rhythm does not meet, the strictest first. A rule without a figure is unknown, not met. */
export function rulesNotMet<Rule extends CadenceRule>(
  cadenceDays: number | null,
  rules: readonly Rule[],
): Rule[] {
  const longest = ({ longestCadenceDays }: Rule): number => longestCadenceDays ?? Infinity
  if (cadenceDays === null) return []
  return rules
    .filter((rule) => cadenceDays > longest(rule))
    .sort((one, other) => longest(one) - longest(other))
}
