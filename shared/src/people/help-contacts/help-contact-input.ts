import { isWebAddress, validateLine } from '../../validation/one-line.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { plainPhone } from './phone-link.ts'

/** Somebody whom the help page offers: by telephone, by a page of theirs, or both. */
export interface HelpContactInput {
  readonly label: string
  readonly phone?: string | null
  readonly url?: string | null
  /** When they can be reached, in words. */
  readonly openHours?: string | null
}

export const HELP_CONTACT_LABEL_LIMIT = 80
const OPEN_HOURS_LIMIT = 80
/** A phone's screen holds no more without hiding the first. */
export const MAX_HELP_CONTACTS = 20
const PHONE_LIMIT = 30
const URL_LIMIT = 300

/** What can be dialled: digits with the usual signs, an extension, or a short code such as 988. */
const PHONE = /^\+?\(?[0-9][0-9 ().\-/]*(?:\s*(?:x|ext\.?)\s*[0-9]{1,6})?$/i

/** Refuses a contact without a name, and one that nobody could reach. */
export function validateHelpContact({ label, phone, url, openHours }: HelpContactInput): ValidationError[] {
  const [name, number, page] = [label.trim(), phone?.trim() ?? '', url?.trim() ?? '']
  return [
    ...validateLine('label', name, HELP_CONTACT_LABEL_LIMIT, { isRequired: true }),
    ...(number === '' && page === '' ? [{ field: 'phone', problem: 'required' } as const] : []),
    ...(number === '' ? [] : validatePhone(number)),
    ...(page === '' ? [] : validatePage(page)),
    ...validateLine('openHours', openHours?.trim() ?? '', OPEN_HOURS_LIMIT),
  ]
}

function validatePhone(phone: string): ValidationError[] {
  if (phone.length > PHONE_LIMIT) return [{ field: 'phone', problem: 'too-long', limit: PHONE_LIMIT }]
  return PHONE.test(plainPhone(phone)) ? [] : [{ field: 'phone', problem: 'not-a-phone' }]
}

/** Only https: the page is opened by somebody who looks for help. */
function validatePage(url: string): ValidationError[] {
  if (url.length > URL_LIMIT) return [{ field: 'url', problem: 'too-long', limit: URL_LIMIT }]
  return isWebAddress(url, { isSecure: true }) ? [] : [{ field: 'url', problem: 'not-a-page' }]
}
