import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'
import { PROQOL } from './proqol.ts'

export const ITEM_LIMIT = 200
export const CREDIT_LIMIT = 300

/** The first day on which another one may begin: it asks about the last 30 days, so it's never asked sooner. */
export function nextProqolFrom(lastFinishedOn: PlainDate | null): PlainDate | null {
  return lastFinishedOn === null ? null : addDays(lastFinishedOn, PROQOL.recallDays)
}

/** The lines of a pasted item file; empty ones and numbers in front are no part of a sentence. */
export function proqolItemsIn(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/^\d{1,2}[.)]\s*/, ''))
    .filter((line) => line !== '')
}

/** Unchanged means all thirty, in their order, with the author's credit: the terms ask for no less. */
export function validateProqolItems(items: readonly string[], credit: string): ValidationError[] {
  const isCredited = /stamm/i.test(credit) && /proqol\.org/i.test(credit)
  return [
    ...(items.length === PROQOL.items
      ? []
      : [{ field: 'items', problem: 'not-an-option', limit: PROQOL.items } as const]),
    ...items.flatMap((item) => validateText('items', item, ITEM_LIMIT)).slice(0, 1),
    ...(isCredited ? [] : [{ field: 'credit', problem: 'required' } as const]),
    ...validateText('credit', credit, CREDIT_LIMIT),
  ]
}
