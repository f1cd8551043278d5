import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { CONNECTION_OPTIONS, LIMITS, ListeningClient } from './connections.ts'
import { PostgresNames } from './postgres-names.ts'
import { prepareJobQueues } from './job-queues.ts'
import { ensureRoles } from './roles.ts'
import { type NewerSchema, REFUSE_NEWER_SCHEMA, refuseNewerSchema } from './start-asserts.ts'

// Calendar dates stay strings, because a Date would add a time zone. Counts are parsed as numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

const MIGRATIONS = fileURLToPath(new URL('../../../migrations/1*.ts', import.meta.url))

/** Identifiers come from PostgreSQL's own gen_random_uuid(); no extension has to be installed for it. */
const OWN_IDENTIFIERS = { uuidExtension: 'pgcrypto', installExtensions: false } as const

/** How long a request waits for a free connection before it fails as busy, in milliseconds. */
const POOL_WAIT_MS = 1_500

interface PoolLimits {
  poolSize?: number
  waitMs?: number
  answerMs?: number
}

/** The application's connection. Its role is subject to row-level security. */
export function createDataSource(
  url: string,
  { poolSize = 10, waitMs = POOL_WAIT_MS, answerMs = LIMITS.answer }: PoolLimits = {},
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    namingStrategy: new PostgresNames(),
    ...OWN_IDENTIFIERS,
    synchronize: false,
    logging: false,
    extra: {
      ...CONNECTION_OPTIONS,
      Client: ListeningClient,
      max: poolSize,
      connectionTimeoutMillis: waitMs,
      query_timeout: answerMs,
      statement_timeout: LIMITS.statement,
      idle_in_transaction_session_timeout: LIMITS.idleInTransaction,
      lock_timeout: LIMITS.lock,
    },
  })
}

/** The pool behind TypeORM's driver: batches and entities share one set of connections. */
export function poolOf(database: DataSource): pg.Pool {
  return (database.driver as unknown as { master: pg.Pool }).master
}

/** The connection URL of the application, for connections that TypeORM does not open. */
export function urlOf(database: DataSource): string {
  return (database.options as { url?: string }).url ?? ''
}

/** Runs all pending migrations as the owner, and creates missing group roles. */
export async function runMigrations(
  ownerUrl: string,
  newerSchema: NewerSchema = REFUSE_NEWER_SCHEMA,
): Promise<void> {
  await withMigrations(ownerUrl, async (database) => {
    // If two nodes start at once, the second waits. The lock is released with the connections.
    await database.createQueryRunner().query('select pg_advisory_lock(4001)')
    await refuseNewerSchema(database, newerSchema)
    await ensureRoles(database)
    await database.runMigrations({ transaction: 'each' })
    await prepareJobQueues(poolOf(database))
  })
}

type EntityClass = abstract new () => object

/** Opens the owner's connection with the migrations known (and the entities, to compare them), and closes it. */
export async function withMigrations<Answer>(
  ownerUrl: string,
  work: (database: DataSource) => Promise<Answer>,
  entities: readonly EntityClass[] = [],
): Promise<Answer> {
  const database = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    entities: [...entities],
    migrations: [MIGRATIONS],
    migrationsTableName: 'migration',
    namingStrategy: new PostgresNames(),
    ...OWN_IDENTIFIERS,
    // There is no client timeout: a migration takes as long as it needs.
    extra: { ...CONNECTION_OPTIONS, Client: ListeningClient },
  })
  await database.initialize()
  try {
    return await work(database)
  } finally {
    await database.destroy()
  }
}
