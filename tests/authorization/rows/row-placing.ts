import { createHash } from 'node:crypto'
import type { Builders, Member } from '../../support/builders/builders.ts'

/** A row that stands in the database, and how to look for it. */
export interface PlacedRow {
  readonly label: string
  readonly table: string
  readonly where: Readonly<Record<string, string>>
}

/** The text that stands in the private field of a row: found anywhere, it says whose it is. */
export function secretOf(label: string, organizationId: string): string {
  // The figure is a number, so its marker is one.
  if (label === 'figure of a drift signal')
    return String(1_000_000 + Number.parseInt(organizationId.slice(0, 6), 16))
  const items = ANSWERS[label]
  if (items) return secretAnswers(label, organizationId, items).join()
  return `marker ${label} of ${organizationId.slice(0, 8)}`
}

/** Answers of 1-5 have no room for a text: a run of them that nothing else has is their marker, as JSON has it. */
const ANSWERS: Readonly<Record<string, number | undefined>> = {
  'answers about the core values': 12,
  'answers about the core values of the half-year before': 12,
  'answers about the core values from before a password reset': 12,
  'ProQOL answers': 30,
  'finished ProQOL answers': 30,
  'ProQOL answers from before a password reset': 30,
  'ethics reflection': 27,
  'finished ethics reflection': 27,
  'ethics reflection from before a password reset': 27,
}

export function secretAnswers(label: string, organizationId: string, items: number): number[] {
  const bytes = createHash('sha256').update(`${label} of ${organizationId}`).digest()
  return Array.from({ length: items }, (_, index) => ((bytes[index] ?? 0) % 5) + 1)
}

export type Actors = Readonly<
  Record<'peer' | 'colleague' | 'administrative' | 'educational' | 'supportive' | 'manager' | 'admin', Member>
>

/** Puts rows into one organization, past the walls, and remembers where they stand. */
export class RowPlacing {
  readonly rows: PlacedRow[] = []
  // Spelled out, so that Node can read this file as it is: the page docs/authorization.md is made from it.
  readonly build: Builders
  readonly organization_id: string
  readonly host_agency_id: string
  readonly actors: Actors

  constructor(build: Builders, organizationId: string, hostAgencyId: string, actors: Actors) {
    this.build = build
    this.organization_id = organizationId
    this.host_agency_id = hostAgencyId
    this.actors = actors
  }

  readonly secret = (label: string): string => secretOf(label, this.organization_id)

  readonly place = async (
    label: string,
    table: string,
    row: Record<string, unknown>,
    key = ['organization_id', 'id'],
  ): Promise<void> => {
    const whole: Record<string, unknown> = { organization_id: this.organization_id, ...row }
    await this.build.insert(table, whole)
    const where = Object.fromEntries(key.map((column) => [column, String(whole[column])]))
    this.rows.push({ label, table, where })
  }
}

export const EARLIER = '2026-06-01T12:00:00Z'
export const LAST_MONTH = '2026-05-18'
/** Somebody else reset the password of the peer and of the supportive supervisor; what was kept before is locked. */
export const RESET_AT = '2025-06-01T12:00:00Z'
export const BEFORE_THE_RESET = '2025-05-30T12:00:00Z'
