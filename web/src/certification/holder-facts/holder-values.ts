import type { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'

export type Condition = keyof typeof HolderCondition
export type Known = 'YES' | 'NO' | 'UNKNOWN'

/** What the rule asks about a holder, as the form has it. */
export interface HolderValues {
  title: string
  number: string
  birthday: string
  known: Record<Condition, Known>
  cycleMonths: string
  examYear: number | null
  holdsFrom: string
}

/** Of an answer that changes, the days before keep the answer of then: from when it holds is worth asking. */
export function isAnswerNew(now: HolderValues, before: HolderValues): boolean {
  const answers = ({ known, cycleMonths, examYear }: HolderValues) =>
    JSON.stringify([known, cycleMonths, examYear])
  return answers(now) !== answers(before)
}

/** What the API is told. */
export function factsOf(values: HolderValues, before: HolderValues) {
  const those = (answer: Known): Condition[] =>
    (Object.keys(values.known) as Condition[]).filter((one) => values.known[one] === answer)
  return {
    title: values.title || null,
    number: values.number.trim() || null,
    birthday: values.birthday.trim() || null,
    conditionsHeld: those('YES'),
    conditionsNotHeld: those('NO'),
    chosenCycleMonths: values.cycleMonths === '' ? null : Number(values.cycleMonths),
    examYear: values.examYear,
    holdsFrom: isAnswerNew(values, before) ? values.holdsFrom || null : null,
  }
}
