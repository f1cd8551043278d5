/** Which answers about a holder end with a change, and on which day: what was known before stays readable and decides its days. */
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import type { EarlierAnswer } from '../status/certification-facts.ts'
import { CYCLE_CHOICE, type HolderCondition, type HolderQuestion } from '../rules/holder-condition.ts'

export interface HolderAnswers {
  readonly conditionsHeld: readonly HolderCondition[]
  readonly conditionsNotHeld: readonly HolderCondition[]
  readonly chosenCycleMonths?: number | null | undefined
}

/** An answer that ended; null: it was a first answer, which holds for the days before as well. */
export type EndedAnswer = Omit<EarlierAnswer, 'endsOn'> & { readonly endsOn: PlainDate | null }

/** `since`: the first day of what is new; null: an answer that changes holds from today, a first answer has always held. */
export function endedAnswers(
  before: HolderAnswers,
  after: HolderAnswers,
  since: PlainDate | null,
  today: PlainDate,
): EndedAnswer[] {
  const [was, becomes] = [answersIn(before), answersIn(after)]
  const questions = [...new Set([...was.keys(), ...becomes.keys()])]
  return questions.flatMap((question) => {
    const answer = was.get(question) ?? null
    if (answer === (becomes.get(question) ?? null)) return []
    const from = since ?? (answer === null ? null : today)
    return [{ question, answer, endsOn: from === null ? null : addDays(from, -1) }]
  })
}

function answersIn({ conditionsHeld, conditionsNotHeld, chosenCycleMonths }: HolderAnswers) {
  return new Map<HolderQuestion, boolean | number>([
    ...conditionsHeld.map((condition) => [condition, true] as const),
    ...conditionsNotHeld.map((condition) => [condition, false] as const),
    ...(chosenCycleMonths == null ? [] : [[CYCLE_CHOICE, chosenCycleMonths] as const]),
  ])
}
