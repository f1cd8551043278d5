/** What an integration's token may be given: reading only, nothing private, and only the queries named here. */
import type { ValidationError } from '../validation/validation-error.ts'
import { validateChoice, validateText, validateWholeNumber } from '../validation/validation-error.ts'
import { type Capability, CAPABILITIES } from '../people/capabilities.ts'
import { Role } from '../people/roles.ts'

/** Each capability with the queries that it opens to a token; whatever else stays shut, also for the same capability. */
export const TOKEN_QUERIES = {
  'certification.read': ['renewals', 'certification'],
  'credential-catalogue.read': ['credentialCatalogue', 'credential', 'suggestedExpiry'],
  'people.read': ['peers', 'peerChoices'],
  'audit.read': ['auditTrail'],
} as const satisfies Partial<Record<Capability, readonly string[]>>

export type TokenCapability = keyof typeof TOKEN_QUERIES
export const TOKEN_CAPABILITIES = Object.keys(TOKEN_QUERIES) as readonly TokenCapability[]

export const TOKEN_LIMITS = {
  name: 80,
  shortestDays: 7,
  longestDays: 366,
  /** Open at once for one maker. */
  perMaker: 20,
  requests: 600,
  minutes: 10,
} as const

/** The roles a token can stand for, the one that may least first. */
const OFFICES = [Role.AUDITOR, Role.MANAGER, Role.ADMIN] as const
export type Office = (typeof OFFICES)[number]

/** What somebody with these roles may give to a token: nothing but what they may do themselves. */
export function capabilitiesToGive(roles: readonly string[]): TokenCapability[] {
  const held = OFFICES.filter((office) => roles.includes(office))
  return TOKEN_CAPABILITIES.filter((capability) => held.some((office) => carries(office, capability)))
}

/** The fewest of the maker's roles that carry all of it; null when even all together do not. */
export function leastRoles(
  capabilities: readonly TokenCapability[],
  makerRoles: readonly string[],
): Office[] | null {
  const held = OFFICES.filter((office) => makerRoles.includes(office))
  const sets = Array.from({ length: 2 ** held.length }, (_, bits) =>
    held.filter((_office, place) => bits & (1 << place)),
  )
  const enough = sets.filter(
    (set) =>
      set.length > 0 && capabilities.every((capability) => set.some((office) => carries(office, capability))),
  )
  return enough.sort((one, other) => one.length - other.length)[0] ?? null
}

const carries = (office: Office, capability: TokenCapability): boolean =>
  (CAPABILITIES[capability] as readonly string[]).includes(office)

export interface ApiTokenRequest {
  readonly name: string
  readonly capabilities: readonly string[]
  readonly days: number | null
}

export function validateApiToken(request: ApiTokenRequest, makerRoles: readonly string[]): ValidationError[] {
  const name = request.name.trim()
  return [
    ...(name === ''
      ? [{ field: 'name', problem: 'required' } as const]
      : validateText('name', name, TOKEN_LIMITS.name)),
    ...(request.capabilities.length === 0
      ? [{ field: 'capabilities', problem: 'too-few', limit: 1 } as const]
      : validateChoice('capabilities', request.capabilities, capabilitiesToGive(makerRoles))),
    ...(request.days === null
      ? [{ field: 'days', problem: 'required' } as const]
      : validateWholeNumber('days', request.days, TOKEN_LIMITS.shortestDays, TOKEN_LIMITS.longestDays)),
  ]
}
