import type { ValidationError } from '../../validation/validation-error.ts'
import { canonicalEmail, validateEmail } from '../account/email.ts'
import { DISPLAY_NAME_LIMIT, validateDisplayName } from './invitation-input.ts'

/** One operation takes this many; whoever invites more at once brings them as a file. */
export const MAX_LISTED_ADDRESSES = 1_000
/** Well below what a request may carry, with room for its other parts. */
export const ADDRESS_LIST_LIMIT = 60_000

/** Why a listed address is not invited. The last two only the server knows. */
export const ListedProblem = {
  MALFORMED: 'MALFORMED',
  TWICE_IN_LIST: 'TWICE_IN_LIST',
  ALREADY_MEMBER: 'ALREADY_MEMBER',
  ALREADY_INVITED: 'ALREADY_INVITED',
} as const
export type ListedProblem = (typeof ListedProblem)[keyof typeof ListedProblem]

/** One item of a pasted list, in the order pasted; `line` counts from one. */
export interface ListedAddress {
  readonly line: number
  /** As it was pasted. */
  readonly text: string
  /** Canonical; only meant where the item is not malformed. */
  readonly email: string
  /** As written before the address, else made from it: whoever joins states their own. */
  readonly displayName: string
  readonly problem: ListedProblem | null
}

/** Reads addresses apart at new lines, commas and semicolons; `Name <a@b.org>` and `Name a@b.org` bring a name. */
export function readAddressList(list: string): ListedAddress[] {
  const seen = new Set<string>()
  return list
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => itemsOf(line).map((text) => ({ text, line: index + 1 })))
    .map(({ text, line }) => {
      const { email, name } = partsOf(text)
      const isMalformed =
        validateEmail('email', email).length > 0 ||
        (name !== '' && validateDisplayName('name', name).length > 0)
      const isTwice = !isMalformed && seen.has(email)
      if (!isMalformed) seen.add(email)
      const problem = isMalformed ? ListedProblem.MALFORMED : isTwice ? ListedProblem.TWICE_IN_LIST : null
      return { line, text, email, displayName: name || nameFrom(email), problem }
    })
}

/** Refuses a list that is empty, or too long for one operation. */
export function validateAddressList(field: string, list: string): ValidationError[] {
  if (list.length > ADDRESS_LIST_LIMIT) return [{ field, problem: 'too-long', limit: ADDRESS_LIST_LIMIT }]
  const count = readAddressList(list).length
  if (count === 0) return [{ field, problem: 'required' }]
  return count > MAX_LISTED_ADDRESSES ? [{ field, problem: 'too-many', limit: MAX_LISTED_ADDRESSES }] : []
}

/** The same list as a file of people, for the import that takes more at once: every item a row, the bad ones too. */
export function addressListAsFile(items: readonly ListedAddress[], roles: readonly string[]): string {
  const rows = items.map(({ text, email, displayName, problem }) => [
    displayName,
    problem === ListedProblem.MALFORMED ? text : email,
    roles.join('; '),
  ])
  const cells = [['Name', 'Email', 'Roles'], ...rows]
  return cells.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
}

/** A comma inside quotes belongs to the item: `"Reyes, Ana" <ana@example.org>`. */
function itemsOf(line: string): string[] {
  const items: string[] = ['']
  // A quote that is never closed is a slip, and takes nothing else along.
  const quotesClose = line.split('"').length % 2 === 1
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = quotesClose && !isQuoted
    if (!isQuoted && (character === ',' || character === ';')) items.push('')
    else items[items.length - 1] += character
  }
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

function partsOf(text: string): { email: string; name: string } {
  const bracketed = /^(.*?)\s*<([^<>]*)>$/s.exec(text)
  const spaced = /^(.*\S)\s+(\S+)$/s.exec(text)
  const [, name = '', address = text] = bracketed ?? spaced ?? []
  return { email: canonicalEmail(address), name: name.replaceAll('"', '').replace(/\s+/g, ' ').trim() }
}

/** `ana.reyes+work@example.org` reads Ana Reyes. */
function nameFrom(email: string): string {
  const [local = ''] = email.split('@')
  const words = (local.split('+')[0] ?? '').split(/[._-]+/).filter((word) => word !== '')
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  return [...(name || email)].slice(0, DISPLAY_NAME_LIMIT).join('')
}
