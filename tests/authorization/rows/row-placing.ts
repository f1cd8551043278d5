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
  return `marker ${label} of ${organizationId.slice(0, 8)}`
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
