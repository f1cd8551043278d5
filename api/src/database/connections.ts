import pg from 'pg'

// Every connection of Alongside is made here, so that none can end the process, hang for ever or read dates otherwise.

/** How long a connection may take to be made, in milliseconds. */
const CONNECT_MS = 10_000
const POOL_ANSWER_MS = 30_000

/**
 * How long the database may work on one statement, idle in a transaction, and wait for a lock, in milliseconds; and how
 * long we wait for its answer, where it cannot even say that a limit was reached.
 */
export const LIMITS = { statement: 5_000, idleInTransaction: 10_000, lock: 3_000, answer: 7_000 }

/** Whatever the database or the role has as its default, dates and intervals are written in the form that we read. */
const OWN_FORMS = '-c datestyle=ISO -c intervalstyle=postgres'

/** What every connection has in common. A peer that is gone without a word is noticed by the operating system. */
export const CONNECTION_OPTIONS = {
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
  options: OWN_FORMS,
} as const

/**
 * A client that listens to its own errors for as long as it lives. pg-pool takes its listener off a client before the
 * one who asked for it can add another: an error in between would be unheard, and would end the process.
 */
export class ListeningClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}

/** A pool beside TypeORM's own, for what asks by itself. Nothing it asks takes half a minute. */
export function createPool(url: string, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...CONNECTION_OPTIONS,
    query_timeout: POOL_ANSWER_MS,
    ...options,
    Client: ListeningClient,
    connectionString: url,
  })
  pool.on('error', () => undefined)
  return pool
}

/** Opens one connection for `work` and closes it. */
export async function withClient<Answer>(
  url: string,
  work: (client: pg.Client) => Promise<Answer>,
  limits: Pick<pg.ClientConfig, 'connectionTimeoutMillis' | 'query_timeout'> = {},
): Promise<Answer> {
  const client = new ListeningClient({ connectionString: url, ...CONNECTION_OPTIONS, ...limits })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Takes a connection of the pool for `work`. One that broke, or that has not answered in time and may still be at work,
 * is not given back: the next request would wait behind it.
 */
export async function withPooledClient<Answer>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool.connect()
  let broken = false
  try {
    return await work(client)
  } catch (error) {
    broken = isUnanswered(error)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Whether the answer did not come from PostgreSQL: in time, or at all. pg gives these errors no code. */
export function isUnanswered(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) && UNANSWERED.has((error as Error).message)
}

/** pg's words for a connection that broke or was not answered in time. */
export const UNANSWERED: ReadonlySet<string> = new Set([
  'Query read timeout',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])
