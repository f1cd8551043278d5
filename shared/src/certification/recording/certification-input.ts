/** What is refused when a certification is entered. */
import { validateLine } from '../../validation/one-line.ts'
import { addYears, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { validatePastDay } from '../../validation/past-day.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import {
  CERTIFICATION_NUMBER_LIMIT,
  isBirthday,
  LONGEST_TERM_AHEAD_YEARS,
  OLDEST_ISSUE_YEARS,
} from './certificate-details.ts'
import { validateTitle } from '../catalogue/credential-titles.ts'
import { credentialById } from '../catalogue/credential-catalogue.ts'
import { isCustomCredential } from '../custom-credentials/custom-credential.ts'

export interface CertificationInput {
  readonly credentialId: string
  /** Which title of the credential, where it has several. */
  readonly title?: string | null
  readonly number?: string | null
  readonly issuedOn: string
  readonly expiresOn?: string | null
  readonly birthday?: string | null
}

export function validateCertification(input: CertificationInput, today: PlainDate): ValidationError[] {
  const { credentialId, number, issuedOn, expiresOn = null, birthday = null } = input
  return [
    ...(credentialById(credentialId) || isCustomCredential(credentialId)
      ? []
      : [{ field: 'credentialId', problem: 'not-found' } as const]),
    ...validateTitle(credentialId, input.title || null),
    ...validateLine('number', number, CERTIFICATION_NUMBER_LIMIT),
    ...validatePastDay('issuedOn', issuedOn, OLDEST_ISSUE_YEARS, today),
    ...validateExpiry(expiresOn, issuedOn, today),
    ...(birthday === null || isBirthday(birthday)
      ? []
      : [{ field: 'birthday', problem: 'not-a-date' } as const]),
  ]
}

function validateExpiry(expiresOn: string | null, issuedOn: string, today: PlainDate): ValidationError[] {
  const field = 'expiresOn'
  if (expiresOn === null) return []
  if (!isPlainDate(expiresOn)) return [{ field, problem: 'not-a-date' }]
  if (isPlainDate(issuedOn) && expiresOn <= issuedOn)
    return [{ field, problem: 'before-its-start', limit: issuedOn }]
  const latest = addYears(today, LONGEST_TERM_AHEAD_YEARS)
  return expiresOn > latest ? [{ field, problem: 'too-large', limit: latest }] : []
}
