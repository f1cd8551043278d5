/**
 * Credentials with several titles that one person may hold side by side, each as a certification of its own. Only
 * where a page was read that says so; a former title, or one name for two things, is none.
 */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import type { CredentialNames } from '../custom-credentials/custom-credential.ts'

export interface CredentialTitle {
  /** By which a certification knows it. */
  readonly abbreviation: string
  readonly name: string
}

export interface TitlesOfCredential {
  readonly credentialId: string
  readonly titles: readonly CredentialTitle[]
  readonly source: { readonly url: string; readonly readOn: PlainDate }
}

export const TITLES_HELD_SIDE_BY_SIDE: readonly TitlesOfCredential[] = [
  {
    // Both follow the date of the latest, and one set of hours serves both.
    credentialId: 'us-mi-cpss',
    titles: [
      { abbreviation: 'CPSS', name: 'Certified Peer Support Specialist' },
      { abbreviation: 'CPRC', name: 'Certified Peer Recovery Coach' },
    ],
    source: {
      url: 'https://mipeers.org/continuing-education-approval/continuing-education-faq',
      readOn: '2026-11-21',
    },
  },
]

/** None where the credential has one title only. */
export function titlesOf(credentialId: string): readonly CredentialTitle[] {
  const found = TITLES_HELD_SIDE_BY_SIDE.find((each) => each.credentialId === credentialId)
  return found?.titles ?? []
}

export function validateTitle(credentialId: string, title: string | null): ValidationError[] {
  const field = 'title'
  const titles = titlesOf(credentialId)
  if (title === null) return titles.length > 0 ? [{ field, problem: 'required' }] : []
  return titles.some(({ abbreviation }) => abbreviation === title)
    ? []
    : [{ field, problem: 'not-an-option' }]
}

/** A credential under the title that is held; as it is where none is known. */
export function underTitle<Names extends CredentialNames>(credential: Names, title: string | null): Names {
  const found = titlesOf(credential.id).find(({ abbreviation }) => abbreviation === title)
  return found ? { ...credential, credential: found.name, abbreviation: found.abbreviation } : credential
}
