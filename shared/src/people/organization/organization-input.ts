import { validateLine } from '../../validation/one-line.ts'
import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { ORGANIZATION_KINDS } from './organization-kinds.ts'

/** What an organization states about itself; its time zone decides which day it is. */
export interface OrganizationInput {
  readonly name: string
  readonly kind: string
  readonly homeState: string
  readonly timeZone: string
  readonly locale: string
}

export const ORGANIZATION_NAME_LIMIT = 120
export const TEAM_NAME_LIMIT = 80
export const ORGANIZATION_LOCALES = ['en', 'es'] as const

/** The states, the District of Columbia and the territories, as the postal service writes them. */
export const HOME_STATES = (
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK ' +
  'OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI'
).split(' ')

/** `knownTimeZones` comes from where the rule runs: browser and server each have their own list. */
export function validateOrganization(
  { name, kind, homeState, timeZone, locale }: OrganizationInput,
  knownTimeZones: readonly string[],
): ValidationError[] {
  return [
    ...validateName('name', name, ORGANIZATION_NAME_LIMIT),
    ...validateChoice('kind', [kind], ORGANIZATION_KINDS),
    ...validateChoice('homeState', [homeState], HOME_STATES),
    ...validateChoice('timeZone', [timeZone], knownTimeZones),
    ...validateChoice('locale', [locale], ORGANIZATION_LOCALES),
  ]
}

/** Refuses a team without a name, or one longer than a line. */
export function validateTeam({ name }: { readonly name: string }): ValidationError[] {
  return validateName('name', name, TEAM_NAME_LIMIT)
}

function validateName(field: string, name: string, limit: number): ValidationError[] {
  const trimmed = name.trim()
  return validateLine(field, trimmed, limit, { isRequired: true })
}
