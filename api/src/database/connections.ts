import pg from 'pg'

// Alongside opens every connection here, so that none can end the process, hang forever or parse dates differently.

/** Connection timeout in milliseconds. */
const CONNECT_MS = 10_000
const POOL_ANSWER_MS = 30_000

/**
 * Timeouts in milliseconds: for a statement, for an idle transaction, for a lock, and for the client, which stops
 * waiting if the server cannot even report that a limit was reached.
 */
export const LIMITS = { statement: 5_000, idleInTransaction: 10_000, lock: 3_000, answer: 7_000 }

/** Sets the date and interval formats that we parse, whatever the defaults of the database or the role are. */
const OWN_FORMS = '-c datestyle=ISO -c intervalstyle=postgres'

/** Options of every connection. TCP keepalive detects a server that disappeared without closing the connection. */
export const CONNECTION_OPTIONS = {
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
  options: OWN_FORMS,
} as const

/**
 * A client that always listens to its own errors. pg-pool removes its listener before the caller can add one: an
 * error in between would be unhandled and would end the process.
 */
export class ListeningClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}

/** A separate pool next to TypeORM's, for background queries. None of them takes half a minute. */
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

/** Returns whether PostgreSQL did not answer, or not in time. pg gives these errors no code. */
export function isUnanswered(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) && UNANSWERED.has((error as Error).message)
}

/** pg's error messages for a broken connection or a timeout. */
export const UNANSWERED: ReadonlySet<string> = new Set([
  'Query read timeout',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])
