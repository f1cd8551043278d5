import { createServer, type Server, type Socket, type AddressInfo } from 'node:net'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  CONNECTION_OPTIONS,
  createPool,
  ListeningClient,
  withClient,
  withPooledClient,
} from '../../api/src/database/connections.ts'
import { createDataSource } from '../../api/src/database/data-source.ts'
import { runUnauthenticated } from '../../api/src/database/unit-of-work.ts'
import { cloneDatabase, type TestDatabase } from '../support/services/postgres-cluster.ts'
import { readSources } from '../architecture/sources.ts'

// What PostgreSQL and the network may do to a connection without harm to the process.

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}
const SIGNED_IN = message('R', Buffer.alloc(4))
const READY = message('Z', Buffer.from('I'))
const TERMINATED = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0'))

/** Speaks as much of PostgreSQL's protocol as it takes to sign in, and then does what the test wants. */
class FakePostgres {
  readonly #sockets = new Set<Socket>()

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(afterSignIn: (socket: Socket) => void): Promise<FakePostgres> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const fake = new FakePostgres(server, `postgres://a:b@127.0.0.1:${port}/c`)
    server.on('connection', (socket) => {
      fake.#sockets.add(socket)
      socket.on('error', () => undefined).once('data', () => afterSignIn(socket))
    })
    return fake
  }

  stop(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.server.close()
  }
}

describe('a connection', () => {
  let fake: FakePostgres | undefined
  afterEach(() => fake?.stop())

  it('that ends with the very bytes that make it ready fails its request and not the process', async () => {
    fake = await FakePostgres.start((socket) => socket.end(Buffer.concat([SIGNED_IN, READY, TERMINATED])))
    const pool = createPool(fake.url, { max: 1, application_name: 'test' })
    // As a promise, the client is handed over one microtask after the pool has taken its own listener off.
    for (let time = 1; time <= 20; time++)
      await expect(withPooledClient(pool, (client) => client.query('select 1'))).rejects.toThrow()
    await pool.end()
  })

  it('is waited for no longer than its limit, and is not used again', async () => {
    let opened = 0
    fake = await FakePostgres.start((socket) => {
      opened += 1
      socket.write(Buffer.concat([SIGNED_IN, READY]))
    })
    const pool = createPool(fake.url, { max: 1, application_name: 'test', ...LIMITS })
    for (let time = 1; time <= 3; time++)
      await expect(withPooledClient(pool, (client) => client.query('select 1'))).rejects.toThrow(
        'Query read timeout',
      )
    expect(opened).toBe(3)
    await pool.end()
  })

  it('is made within its limit or not at all', async () => {
    fake = await FakePostgres.start(() => undefined)
    const started = Date.now()
    await expect(withClient(fake.url, (client) => client.query('select 1'), LIMITS)).rejects.toThrow(
      'timeout expired',
    )
    expect(Date.now() - started).toBeLessThan(5_000)
    expect(CONNECTION_OPTIONS).toMatchObject({ connectionTimeoutMillis: 10_000, keepAlive: true })
  })
})

const LIMITS = { connectionTimeoutMillis: 200, query_timeout: 200 }

describe('a connection of the pool', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await cloneDatabase()
    return () => database.drop()
  })

  const asSuperuser = async (text: string): Promise<void> => {
    await withClient(inject('postgres').superuserUrl, (client) => client.query(text))
  }

  it('whose statement is not answered in time is closed, and the next one is answered', async () => {
    const source = createDataSource(database.appUrl, { poolSize: 1, answerMs: 300 })
    await source.initialize()
    try {
      await expect(runUnauthenticated(source, 'select pg_sleep(2)')).rejects.toThrow('Query read timeout')
      const started = Date.now()
      expect(await runUnauthenticated(source, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(Date.now() - started).toBeLessThan(1_500)
      // What was answered in time is not taken for late afterwards: its statement stays prepared.
      await new Promise((resolve) => setTimeout(resolve, 400))
      await runUnauthenticated(source, 'select 1 as one')
      const prepared =
        "select count(*) as times from pg_prepared_statements where statement = 'select 1 as one'"
      expect(await runUnauthenticated(source, prepared)).toEqual([{ times: 1 }])
    } finally {
      await source.destroy()
    }
  })

  it('reads days as they are written, whatever form the database prefers', async () => {
    await asSuperuser(`alter database ${database.name} set datestyle = 'SQL, DMY'`)
    await asSuperuser(`alter database ${database.name} set intervalstyle = 'iso_8601'`)
    const source = createDataSource(database.appUrl, { poolSize: 1 })
    await source.initialize()
    try {
      const [row] = await runUnauthenticated(
        source,
        "select date '2026-02-03' as day, (date '2026-02-03')::text as text, (interval '36 hours')::text as span",
      )
      expect(row).toEqual({ day: '2026-02-03', text: '2026-02-03', span: '36:00:00' })
    } finally {
      await source.destroy()
      await asSuperuser(`alter database ${database.name} reset all`)
    }
  })
})

describe('every connection of the API', () => {
  it('is made in one place, with a listener for its errors and a limit', () => {
    const makers = readSources(['api/src'])
      .filter(({ text }) => /new (pg\.)?(Client|Pool)\(|connectionString:/.test(text))
      .map(({ path }) => path)
    expect(makers).toEqual([
      'api/src/database/connections.ts',
      'api/src/database/embedded/embedded-postgres-presence.ts',
    ])
    const pools = readSources(['api/src'])
      .filter(({ text }) => text.includes('new DataSource({') && text.includes('.initialize()'))
      .map(({ path, text }) => [
        path,
        text.match(/new DataSource\(/g)?.length,
        text.match(/Client: ListeningClient/g)?.length,
      ])
    expect(pools).toEqual([['api/src/database/data-source.ts', 2, 2]])
    expect(new ListeningClient().listenerCount('error')).toBe(1)
    expect(new pg.Client().listenerCount('error')).toBe(0)
  })
})
