import type { ValidationError } from '../../validation/validation-error.ts'

/** The longest address that mail can carry (RFC 5321, 4.5.3.1: a path of 256 less its angle brackets). */
export const EMAIL_LENGTH_LIMIT = 254

/** The longest part before the @ (RFC 5321, 4.5.3.1.1). */
const LOCAL_PART_LIMIT = 64

/** Deliberately plain: the link in the mail is what proves an address, this only catches slips of the hand. */
const ADDRESS =
  /^[^\s@<>",;:\\()[\]\p{Cc}\p{Cf}]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,}$/u

/** The form in which an account's address is stored and looked up: two spellings of one mailbox are one account. */
export function canonicalEmail(email: string): string {
  const address = email.normalize('NFC').trim().toLowerCase()
  const at = address.lastIndexOf('@')
  return at === -1 ? address : `${address.slice(0, at)}@${asciiDomain(address.slice(at + 1))}`
}

/** It is in browsers and in Node; this package knows neither. */
declare const URL: new (url: string) => { readonly hostname: string }

/** münchen.example and xn--mnchen-3ya.example are one domain (RFC 5891); what is none stays, and is refused. */
function asciiDomain(domain: string): string {
  if (/^[\x21-\x7e]*$/.test(domain) || !/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return domain
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return domain
  }
}

/** A link that opens a mail program with this address and nothing else: `?` and `&` would begin headers of the mail. */
export function mailtoLink(email: string): string {
  const at = email.lastIndexOf('@')
  return `mailto:${encodeURIComponent(email.slice(0, at))}@${encodeURIComponent(email.slice(at + 1))}`
}

/** Refuses what cannot be an address of an account. */
export function validateEmail(field: string, email: string): ValidationError[] {
  const address = canonicalEmail(email)
  if (address === '') return [{ field, problem: 'required' }]
  if (address.length > EMAIL_LENGTH_LIMIT) return [{ field, problem: 'too-long', limit: EMAIL_LENGTH_LIMIT }]
  const plain = ADDRESS.test(address) && !address.includes('..') && address.indexOf('@') <= LOCAL_PART_LIMIT
  return plain ? [] : [{ field, problem: 'not-an-address' }]
}
