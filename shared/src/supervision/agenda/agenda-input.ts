import { isBlank } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'

/** A line or two: what it is about, not the talk itself. */
export const AGENDA_TEXT_LIMIT = 300

export interface AgendaItemInput {
  readonly text: string
  /** A talking point of one's own: only a peer can keep one (T3). */
  readonly isPrivate: boolean
}

/** A supervisor keeps no point to themselves: it would be a hidden note about the peer (T3). */
export function validateAgendaItem(
  { text, isPrivate }: AgendaItemInput,
  writer: 'PEER' | 'SUPERVISOR',
): ValidationError[] {
  return [
    ...(isBlank(text) ? [{ field: 'text', problem: 'required' } as const] : []),
    ...validateText('text', text, AGENDA_TEXT_LIMIT),
    ...(isPrivate && writer === 'SUPERVISOR'
      ? [{ field: 'isPrivate', problem: 'not-an-option' } as const]
      : []),
  ]
}
