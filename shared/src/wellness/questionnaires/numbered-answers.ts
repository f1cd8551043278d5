import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'

/** What every questionnaire is: so many numbered statements, each answered on one scale or left blank. */
export interface Questionnaire {
  readonly items: number
  readonly response: { readonly from: number; readonly to: number }
}

export interface NumberedAnswer {
  /** The first is 1. */
  readonly item: number
  readonly answer?: number | null | undefined
}

/** The answers of a questionnaire that nobody has begun. */
export function blankAnswers({ items }: Pick<Questionnaire, 'items'>): null[] {
  return Array<null>(items).fill(null)
}

/** Refuses an item that isn't there or is named twice, and an answer off the scale. */
export function validateNumberedAnswers(
  { items, response }: Questionnaire,
  answers: readonly NumberedAnswer[],
): ValidationError[] {
  const named = answers.map(({ item }) => item)
  const isUnknown = named.some((item) => !Number.isInteger(item) || item < 1 || item > items)
  return [
    ...(isUnknown ? [{ field: 'answers', problem: 'not-an-option', limit: items } as const] : []),
    ...(new Set(named).size < named.length ? [{ field: 'answers', problem: 'already-there' } as const] : []),
    ...answers.flatMap(({ item, answer }) =>
      validateWholeNumber(`item${item}`, answer, response.from, response.to),
    ),
  ]
}

/** An item keeps the answer that came last; what isn't named stays as it is. */
export function mergeAnswers(
  before: readonly (number | null)[],
  answers: readonly NumberedAnswer[],
): (number | null)[] {
  const given = new Map(answers.map(({ item, answer }) => [item, answer ?? null]))
  return before.map((answer, index) => (given.has(index + 1) ? (given.get(index + 1) ?? null) : answer))
}
