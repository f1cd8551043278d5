import type { DataSource } from 'typeorm'

/** Thrown with one clear line when acknowledged work could be lost or the schema is not ours; the start ends with it. */
export class UnsafeDatabaseError extends Error {}

/** Without one of these an acknowledged entry can be lost, or the whole database, when the machine loses its power. */
const DURABLE_SETTINGS = ['synchronous_commit', 'fsync', 'full_page_writes'] as const

/** The allowed difference between this machine's clock and the database's, in milliseconds. */
const CLOCK_LEEWAY_MS = 60_000

/** Makes sure that acknowledged writes are durable. */
export async function refuseUnsafeSettings(database: DataSource): Promise<void> {
  const off = await database.query<{ name: string }[]>(
    "select name from pg_settings where name = any ($1) and setting = 'off' order by name",
    [DURABLE_SETTINGS],
  )
  if (off.length === 0) return
  const settings = off.map(({ name }) => `${name}=off`).join(', ')
  throw new UnsafeDatabaseError(`PostgreSQL runs with ${settings}: an acknowledged entry could be lost.`)
}

/** Weeks, deadlines and limits depend on each node's clock, so clocks that differ would give different answers. */
export async function refuseWrongClock(database: DataSource): Promise<void> {
  const asked = Date.now()
  const [row] = await database.query<{ now: number }[]>(
    'select extract(epoch from clock_timestamp()) * 1000 as now',
  )
  const between = (asked + Date.now()) / 2
  const difference = between - (row?.now ?? between)
  if (Math.abs(difference) <= CLOCK_LEEWAY_MS) return
  const direction = difference > 0 ? 'ahead of' : 'behind'
  throw new UnsafeDatabaseError(
    `The clock of this machine is ${Math.round(Math.abs(difference) / 1_000)} seconds ${direction} the database's: set both by NTP.`,
  )
}

/** What to do with a schema that a later release has changed: names that this one uses may be missing there. */
export interface NewerSchema {
  readonly isAllowed: boolean
  readonly log: (line: string) => void
}

export const REFUSE_NEWER_SCHEMA: NewerSchema = { isAllowed: false, log: () => undefined }

/** Runs as the owner, before the migrations. */
export async function refuseNewerSchema(owner: DataSource, { isAllowed, log }: NewerSchema): Promise<void> {
  const [table] = await owner.query<{ found: boolean }[]>(
    "select to_regclass('migration') is not null as found",
  )
  if (!table?.found) return
  const known = new Set(owner.migrations.map((migration) => migration.name ?? migration.constructor.name))
  const made = await owner.query<{ name: string }[]>('select name from migration order by timestamp')
  const unknown = made.map(({ name }) => name).filter((name) => !known.has(name))
  if (unknown.length === 0) return
  const line = `The database was changed by a release that this one does not know (${unknown.join(', ')})`
  if (isAllowed) return log(`${line}; allowed by ALONGSIDE_ALLOW_NEWER_SCHEMA.`)
  throw new UnsafeDatabaseError(
    `${line}. Start that release, or set ALONGSIDE_ALLOW_NEWER_SCHEMA=1 while you go back to this one.`,
  )
}
