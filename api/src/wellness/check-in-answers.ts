import { createHash } from 'node:crypto'
import type { CheckInInput } from '@alongside/shared/wellness/weekly-check-in'
import type { CheckInAnswers, CheckInAnswersInput } from './weekly-check-in.types.ts'

/** The answers as they are kept: lists in one order, no empty line, so that a retry always hashes alike. */
export function answersOf(input: CheckInAnswersInput): CheckInAnswers {
  const { weekStart, weekFelt = null, energy = null, rest = null } = input
  const [signs, selfCare, tags] = [sorted(input.signs), sorted(input.selfCare), sorted(input.tags)]
  const line = (input.line ?? '').trim() || null
  const wentWell = (input.wentWell ?? '').trim() || null
  return { weekStart, weekFelt, energy, rest, signs, selfCare, tags, line, wentWell }
}

/**
 * SHA-256 over the answers in a fixed order of fields. What a later version of the instrument adds counts only where it is
 * answered: check-ins that wait on phones hash as before.
 */
export function hashAnswers(answers: CheckInInput): Buffer {
  const { weekStart, weekFelt, energy, rest, signs, selfCare, tags, line, wentWell } = answers
  return createHash('sha256')
    .update(
      JSON.stringify([
        weekStart,
        weekFelt,
        energy,
        rest,
        signs,
        selfCare,
        tags,
        line,
        ...(wentWell ? [wentWell] : []),
      ]),
    )
    .digest()
}

function sorted<Choice extends string>(choices: readonly Choice[] | null | undefined): Choice[] {
  return [...(choices ?? [])].sort()
}
