import { randomBytes } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import pg from 'pg'
import request from 'supertest'
import { createDataSource } from '../../api/src/database/data-source.ts'
import { batchSent } from '../../api/src/database/statement-batch.ts'
import { createServer } from '../../api/src/app/create-server.ts'
import type { Environment } from '../../api/src/server/environment.ts'
import type { Mailer } from '../../api/src/server/mail/mailer.ts'
import type { ArrivalLimits } from '../../api/src/server/http/slow-requests.ts'
import { createLogger } from '../../api/src/server/logger.ts'
import { hashToken, MEMBERSHIP_HEADER } from '../../api/src/server/request-context.ts'
import { Builders, type Member } from './builders/builders.ts'
import { NOW } from './fixed-today.ts'
import { cloneDatabase } from './services/postgres-cluster.ts'

type Changeable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

export interface Answer<Data = Record<string, unknown>> {
  readonly data: Data | null
  readonly errors?: { message: string; path?: (string | number)[]; extensions: AnswerExtensions }[]
}
interface AnswerExtensions {
  code: string
  fact?: string
  validationErrors?: { field: string; problem: string; limit?: number | string }[]
  requestId?: string
}

export interface Received<Data> {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: Answer<Data>
}

/** What came back, with its body as an answer. */
export async function received<Data = Record<string, unknown>>(sent: request.Test): Promise<Received<Data>> {
  const { status, headers, body } = (await sent) as Received<Data>
  return { status, headers, body }
}

/** What came back where a file was asked for. */
export async function receivedFile(sent: request.Test): Promise<ReceivedFile> {
  const { status, headers, body, text } = (await sent) as Received<never> & { readonly text: string }
  return { status, headers, body, text: status === 200 ? text : '', code: body.errors?.[0]?.extensions.code }
}

/** Somebody in front of the API: asks over HTTP with a session of their own (or none). */
export interface Caller {
  ask<Data = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>
  /** The data, or a failed test that shows the errors. */
  data<Data = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<Data>
  /** A list as a file, from `/exports/<list>`. */
  file(list: string, body?: Record<string, unknown>): Promise<ReceivedFile>
}

export interface ReceivedFile extends Received<never> {
  /** What stands in it; empty when it was refused. */
  readonly text: string
  /** The code with which it was refused. */
  readonly code: string | undefined
}

/** The whole API in this process on a database of its own, at a fixed time. */
export class TestApi {
  #now = NOW

  private constructor(
    readonly build: Builders,
    readonly superuser: pg.Client,
    readonly urls: { appUrl: string; ownerUrl: string; superuserUrl: string },
    readonly logLines: string[],
    private readonly http: () => ReturnType<typeof request>,
    /** Opens a port on this machine, for a browser; answers the origin. */
    readonly listen: () => Promise<string>,
    readonly close: () => Promise<void>,
  ) {}

  static async start(
    options: { mailer?: Mailer | null; environment?: Partial<Environment>; arrival?: ArrivalLimits } = {},
  ): Promise<TestApi> {
    const cloned = await cloneDatabase()
    const database = createDataSource(cloned.appUrl, { poolSize: 4, waitMs: 20_000 })
    await database.initialize()
    const superuser = new pg.Client({ connectionString: cloned.superuserUrl })
    await superuser.connect()
    const logLines: string[] = []
    const environment: Changeable<Environment> = { ...TEST_ENVIRONMENT, ...options.environment }
    const logger = createLogger('info', { write: (line: string) => void logLines.push(line) })
    // The clock is read through this holder, so that `at` can move it.
    const holder: { api?: TestApi } = {}
    const server = await createServer(
      {
        database,
        mailer: options.mailer ?? null,
        clock: () => holder.api?.now ?? NOW,
        environment,
      },
      logger,
      options.arrival,
    )
    await server.ready()
    const api = new TestApi(
      new Builders(superuser),
      superuser,
      cloned,
      logLines,
      () => request(server.server),
      async () => {
        const origin = await server.listen({ port: 0, host: '127.0.0.1' })
        // Known only now; a browser says that it comes from there.
        if (options.environment?.publicUrl === undefined) environment.publicUrl = origin
        return origin
      },
      async () => {
        await server.close()
        await superuser.end()
        await database.destroy()
        await cloned.drop()
      },
    )
    holder.api = api
    return api
  }

  get now(): Date {
    return this.#now
  }

  /** Moves the API's clock. */
  at(now: Date | string): void {
    this.#now = new Date(now)
  }

  get raw() {
    return this.http()
  }

  signedOut(): Caller {
    return this.#caller({})
  }

  /** A caller with a fresh session of that member. */
  async as(member: Member, options: SessionOptions = {}): Promise<Caller> {
    return this.#caller(await this.pageOf(member, options))
  }

  /** What a page of that member sends with each request: a fresh session, and for whom the page was drawn. */
  async pageOf(member: Member, options: SessionOptions = {}): Promise<PageHeaders> {
    return pageHeaders(await this.session(member, options), member)
  }

  /** The token of a fresh session, as the cookie carries it. */
  async session(member: Member, { confirmed = true, shared = false }: SessionOptions = {}): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const confirmedAt = confirmed ? this.#now : new Date(this.#now.getTime() - 3_600_000)
    await this.superuser.query(
      `insert into sign_in_session (organization_id, token_hash, account_id, membership_id, created_at, last_seen_at,
                                    confirmed_at, expires_at, idle_minutes, is_shared_device)
       values ($1, $2, $3, $4, $5, $5, $6, $5::timestamptz + $7::interval, $8, $9)`,
      [
        member.organizationId,
        hashToken(token),
        member.accountId,
        member.id,
        this.#now.toISOString(),
        confirmedAt.toISOString(),
        shared ? '12 hours' : '3650 days',
        shared ? 15 : 5_256_000,
        shared,
      ],
    )
    return token
  }

  /** Every statement sent while `work` runs, in batches: one array a write. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[][]> {
    const batches: string[][] = []
    const note = (message: unknown): void =>
      void batches.push((message as { statements: string[] }).statements)
    subscribe(batchSent.name, note)
    try {
      await work()
    } finally {
      unsubscribe(batchSent.name, note)
    }
    return batches
  }

  #caller(page: Partial<PageHeaders>): Caller {
    const ask = async <Data>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>> => {
      const post = this.http().post('/graphql').set('content-type', 'application/json').set(page)
      const response = await post.send(JSON.stringify({ query, variables }))
      return response.body as Answer<Data>
    }
    return {
      ask,
      data: async <Data>(query: string, variables?: Record<string, unknown>): Promise<Data> => {
        const answer = await ask<Data>(query, variables)
        if (answer.errors || answer.data === null) throw new Error(JSON.stringify(answer.errors, null, 1))
        return answer.data
      },
      file: (list, body = {}) => {
        const post = this.http().post(`/exports/${list}`).set('content-type', 'application/json').set(page)
        return receivedFile(post.send(JSON.stringify(body)))
      },
    }
  }
}

/** `confirmed: false`: the password was given an hour ago. `shared`: on a device that others use too. */
export interface SessionOptions {
  readonly confirmed?: boolean
  readonly shared?: boolean
}

/** What a page of the web app sends with each request. */
export interface PageHeaders extends Record<string, string> {
  readonly cookie: string
  readonly [MEMBERSHIP_HEADER]: string
}

export function pageHeaders(token: string, member: { readonly id: string }): PageHeaders {
  return { cookie: `alongside-sid=${token}`, [MEMBERSHIP_HEADER]: member.id }
}

export const TEST_ENVIRONMENT: Environment = {
  port: 4000,
  host: '127.0.0.1',
  databaseUrl: null,
  migrationDatabaseUrl: null,
  dataDirectory: '/nowhere',
  isDemo: false,
  allowsNewerSchema: false,
  isProduction: false,
  isSecure: false,
  publicUrl: 'http://localhost:4000',
  smtpUrl: null,
  mailFrom: 'Alongside <no-reply@localhost>',
  webDirectory: '/nowhere',
  logLevel: 'info',
  logFile: null,
}
