import type { ValidationError } from '../../validation/validation-error.ts'

/** The longest address that mail can carry (RFC 5321, 4.5.3.1: a path of 256 less its angle brackets). */
export const EMAIL_LENGTH_LIMIT = 254

/** The longest part before the @ (RFC 5321, 4.5.3.1.1). */
const LOCAL_PART_LIMIT = 64

/** Deliberately plain: the link in the mail is what proves an address, this only catches slips of the hand. */
const ADDRESS =
  /^[^\s@<>",;:\\()[\]\p{Cc}]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,}$/u

/** The form in which an account's address is stored and looked up: two spellings of one mailbox are one account. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}

/** Refuses what cannot be an address of an account. */
export function validateEmail(field: string, email: string): ValidationError[] {
  const address = canonicalEmail(email)
  if (address === '') return [{ field, problem: 'required' }]
  if (address.length > EMAIL_LENGTH_LIMIT) return [{ field, problem: 'too-long', limit: EMAIL_LENGTH_LIMIT }]
  const plain = ADDRESS.test(address) && !address.includes('..') && address.indexOf('@') <= LOCAL_PART_LIMIT
  return plain ? [] : [{ field, problem: 'not-an-address' }]
}
