/** Texts that stand on one line: names, titles, labels. What nobody can see in them is no part of them. */
import { validateText, type ValidationError } from './validation-error.ts'

/** Inside an emoji a joiner makes one picture of several; everywhere else it is a sign that nobody sees. */
const JOINER_IN_EMOJI =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})/gu
/** Control and format signs turn lines round, break them or hide; so do the separators of lines and paragraphs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
/** No written language stacks so many on one letter (Tibetan comes closest). */
const MARK_FLOOD = /\p{M}{7,}/u
/** They count as letters or signs, and are blank: Hangul fillers and the empty Braille cell. */
const BLANK = /[\u115F\u1160\u3164\uFFA0\u2800]/gu

/** The form that is kept: composed, with single spaces, and none at the ends. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Whether there is nothing to read: spaces, and signs that nobody sees. */
export function isBlank(text: string | null | undefined): boolean {
  return [...(text ?? '')].every(
    (sign) => /\s/u.test(sign) || INVISIBLE.test(sign) || sign.replace(BLANK, '') === '',
  )
}

export interface LineRule {
  /** Whether an empty text is refused. */
  readonly isRequired?: boolean
  /** The name of a person has a letter; a label can be a number alone, such as 988. */
  readonly needsLetter?: boolean
}

/** Refuses signs that nobody sees, marks without end, and a text in which nothing can be read. */
export function validateLine(
  field: string,
  text: string | null | undefined,
  limit: number,
  { isRequired = false, needsLetter = false }: LineRule = {},
): ValidationError[] {
  const line = text?.trim() ?? ''
  if (line === '') return isRequired ? [{ field, problem: 'required' }] : []
  const refused = validateText(field, line, limit)
  if (refused.length > 0) return refused
  if (INVISIBLE.test(line.replace(JOINER_IN_EMOJI, '')) || MARK_FLOOD.test(line))
    return [{ field, problem: 'not-text' }]
  const readable = needsLetter ? /\p{L}/u : /[\p{L}\p{N}]/u
  return readable.test(line.replace(BLANK, '')) ? [] : [{ field, problem: 'no-letters' }]
}

/** A page on the web: nothing unseen in it, and no user before its host, which would read as another host. */
export function isWebAddress(url: string, { isSecure = false } = {}): boolean {
  const scheme = isSecure ? /^https:\/\//i : /^https?:\/\//i
  // Browsers read a backslash as a slash, and other programs do not.
  if (!scheme.test(url) || INVISIBLE.test(url) || url.includes('\\')) return false
  const [host = ''] = url.replace(scheme, '').split(/[/?#]/)
  return /^[^\s@]+\.[^\s@]+$/u.test(host)
}
