/** Returns the holder's answers for a day. Each answer applies from its own day on, so past cycles keep their facts. */
import { minDate, type PlainDate } from '../../calendar/plain-date.ts'
import { CYCLE_CHOICE, type HolderQuestion } from '../rules/holder-condition.ts'
import type { CertificationFacts, EarlierAnswer } from './certification-facts.ts'

export function holderFactsOn(facts: CertificationFacts, day: PlainDate): CertificationFacts {
  const answers = answersOn(facts.earlierAnswers ?? [], day)
  if (answers.size === 0) return facts
  const conditions = new Map<HolderQuestion, boolean>(
    Object.entries(facts.conditions ?? {}) as [HolderQuestion, boolean][],
  )
  for (const [question, answer] of answers) {
    if (typeof answer === 'boolean') conditions.set(question, answer)
    else conditions.delete(question)
  }
  const chosen = answers.get(CYCLE_CHOICE)
  return {
    ...facts,
    conditions: Object.fromEntries(conditions),
    chosenCycleMonths: chosen === undefined ? (facts.chosenCycleMonths ?? null) : numberOrNull(chosen),
  }
}

const numberOrNull = (answer: EarlierAnswer['answer']): number | null =>
  typeof answer === 'number' ? answer : null

/** A backdated change replaces the answers that were recorded earlier for those days. */
function answersOn(
  earlier: readonly EarlierAnswer[],
  day: PlainDate,
): Map<HolderQuestion, EarlierAnswer['answer']> {
  const ends = new Map<HolderQuestion, PlainDate>()
  const found = new Map<HolderQuestion, EarlierAnswer['answer']>()
  for (const { question, answer, endsOn } of earlier.toReversed()) {
    const until = minDate(endsOn, ends.get(question) ?? endsOn)
    ends.set(question, until)
    if (day <= until) found.set(question, answer)
  }
  return found
}
