import type { Pool } from 'pg'
import type { DataSource, EntityManager } from 'typeorm'
import { type Capability, CAPABILITIES } from '@alongside/shared/people/capabilities'
import type { Role } from '@alongside/shared/people/roles'
import { type Row, StatementBatch, type Statement } from './statement-batch.ts'
import { poolOf } from './data-source.ts'

/** Who is asking, in which organization, on which day there: what `access.enter` found for a session or a token. */
interface Found {
  readonly organizationId: string
  readonly roles: readonly Role[]
  readonly displayName: string
  readonly organizationName: string
  readonly timeZone: string
  readonly today: string
  readonly now: Date
}

/** A person with a session. */
export interface Actor extends Found {
  readonly accountId: string
  readonly membershipId: string
  readonly hostAgencyStaff: boolean
  /** Within the last 30 minutes: what the policies ask for past check-ins. */
  readonly passwordConfirmed: boolean
  readonly passwordConfirmedAt: Date
  readonly apiTokenId: null
}

/** An integration with a token instead: no account and no membership, so that nothing is its own. */
export interface TokenActor extends Found {
  readonly accountId: null
  readonly membershipId: null
  readonly hostAgencyStaff: false
  readonly passwordConfirmed: false
  readonly passwordConfirmedAt: null
  readonly apiTokenId: string
}

/** No session, or one that has ended: decided here when there is no token, and by `access.enter` when there is. */
export class SignedOutError extends Error {}

/** A token asked for what only a person can do. */
export class NotAPersonError extends Error {}

interface Waiting {
  readonly statement: Statement
  resolve(rows: Row[]): void
  reject(error: unknown): void
}

/**
 * The database work of one request. Whatever is asked for in the same tick leaves in one write, behind
 * `access.enter`, which finds the session, checks the capabilities demanded so far and sets organization, account
 * and now for the policies. A refused session refuses all of it.
 *
 * `run` is for one-step work (reads, and single statements that write); `transaction` for load → decide → write.
 */
export class UnitOfWork {
  readonly #database: DataSource
  readonly #tokenHash: Buffer | null
  readonly #now: Date
  readonly #address: string | null
  readonly #demands = new Set<string>()
  readonly #met = new Set<string>()
  #waiting: Waiting[] = []
  #asker: Actor | TokenActor | null = null

  constructor(database: DataSource, tokenHash: Buffer | null, now: Date, address: string | null = null) {
    this.#database = database
    this.#tokenHash = tokenHash
    this.#now = now
    this.#address = address
  }

  get isSignedIn(): boolean {
    return this.#tokenHash !== null
  }

  /** Adds a capability that the next `enter` must find; nothing is read or written without it. */
  demand(capability: Capability): void {
    this.#demands.add(`${capability}:${CAPABILITIES[capability].join(',')}`)
  }

  /** Whether some demanded capability was never put to the database: then nothing may be answered. */
  get hasUncheckedCapabilities(): boolean {
    return [...this.#demands].some((demand) => !this.#met.has(demand))
  }

  run<Found extends object = Row>(text: string, values: readonly unknown[] = []): Promise<Found[]> {
    if (this.#waiting.length === 0) afterThisTick(() => void this.#flush())
    return new Promise<Row[]>((resolve, reject) => {
      this.#waiting.push({ statement: { text, values }, resolve, reject })
    }) as Promise<Found[]>
  }

  /** The person as last found; asks the database when nothing of this request has. Tokens are refused. */
  async actor(): Promise<Actor> {
    return personOnly(await this.asker())
  }

  /** The person or the token: for what integrations may read as well. */
  async asker(): Promise<Actor | TokenActor> {
    if (!this.#asker || this.hasUncheckedCapabilities) await this.run('select 1')
    return this.#asker ?? refuseSignedOut()
  }

  transaction<Answer>(work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
    return retried(() => this.#attempt(work))
  }

  async #flush(): Promise<void> {
    const sent = this.#waiting
    this.#waiting = []
    const demands = [...this.#demands]
    try {
      const statements = [this.#enter(demands), ...sent.map((one) => one.statement)]
      // A failed batch wrote nothing, so it may be sent again.
      const answers = await retried(() => send(poolOf(this.#database), statements))
      this.#entered(answers[0], demands)
      sent.forEach((one, index) => one.resolve(answers[index + 1] ?? []))
    } catch (error) {
      for (const one of sent) one.reject(error)
    }
  }

  async #attempt<Answer>(work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
    const demands = [...this.#demands]
    const enter = this.#enter(demands)
    const runner = this.#database.createQueryRunner()
    const client = (await runner.connect()) as unknown as BatchClient
    try {
      const [, entered] = await client.query(new StatementBatch([{ text: 'begin', values: [] }, enter])).done
      const actor = personOnly(this.#entered(entered, demands))
      const answer = await work(new Transaction(client, runner.manager, actor))
      await client.query(new StatementBatch([{ text: 'commit', values: [] }])).done
      return answer
    } catch (error) {
      await client.query(new StatementBatch([{ text: 'rollback', values: [] }])).done.catch(() => undefined)
      throw error
    } finally {
      await runner.release()
    }
  }

  #enter(demands: readonly string[]): Statement {
    if (!this.#tokenHash) refuseSignedOut()
    return { text: ENTER, values: [this.#tokenHash, this.#now.toISOString(), demands, this.#address] }
  }

  /** Only what was put to the database is met: a demand that came up meanwhile is not. */
  #entered(rows: Row[] | undefined, demands: readonly string[]): Actor | TokenActor {
    const found = rows?.[0]
    if (!found) refuseSignedOut()
    this.#asker = found as unknown as Actor | TokenActor
    for (const demand of demands) this.#met.add(demand)
    return this.#asker
  }
}

/** A transaction that has entered: narrow SQL through `run` (one tick, one write), entities through `manager`. */
export class Transaction {
  #waiting: Waiting[] = []
  readonly #client: BatchClient

  constructor(
    client: BatchClient,
    readonly manager: EntityManager,
    readonly actor: Actor,
  ) {
    this.#client = client
  }

  run<Found extends object = Row>(text: string, values: readonly unknown[] = []): Promise<Found[]> {
    if (this.#waiting.length === 0) afterThisTick(() => void this.#flush())
    return new Promise<Row[]>((resolve, reject) => {
      this.#waiting.push({ statement: { text, values }, resolve, reject })
    }) as Promise<Found[]>
  }

  async #flush(): Promise<void> {
    const sent = this.#waiting
    this.#waiting = []
    try {
      const answers = await this.#client.query(new StatementBatch(sent.map((one) => one.statement))).done
      sent.forEach((one, index) => one.resolve(answers[index] ?? []))
    } catch (error) {
      for (const one of sent) one.reject(error)
    }
  }
}

/** Work before anybody is signed in: no settings are made, so that policies show nothing; only doors answer. */
export async function runUnauthenticated<Found extends object = Row>(
  database: DataSource,
  text: string,
  values: readonly unknown[] = [],
): Promise<Found[]> {
  const [rows] = await send(poolOf(database), [{ text, values }])
  return (rows ?? []) as Found[]
}

interface BatchClient {
  query(batch: StatementBatch): StatementBatch
}

async function send(pool: Pool, statements: readonly Statement[]): Promise<Row[][]> {
  const client = await pool.connect()
  // A connection that breaks rejects the batch and raises an event as well, which would end the process unheard.
  client.on('error', unheard)
  try {
    return await client.query(new StatementBatch(statements)).done
  } finally {
    client.off('error', unheard)
    client.release()
  }
}

function unheard(): void {}

/** After the promises of this tick have settled, so that sibling fields and their loaders join the same write. */
function afterThisTick(work: () => void): void {
  void Promise.resolve().then(() => process.nextTick(work))
}

function refuseSignedOut(): never {
  throw new SignedOutError('signed out')
}

function personOnly(asker: Actor | TokenActor): Actor {
  if (asker.apiTokenId !== null) throw new NotAPersonError('a token is nobody')
  return asker
}

/** Deadlocks and serialization failures are nobody's fault: what undid itself whole is tried again. */
async function retried<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isWorthRetrying(error)) throw error
    }
  }
}

const MAX_ATTEMPTS = 4
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
function isWorthRetrying(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return code === SERIALIZATION_FAILURE || code === DEADLOCK
}

const ENTER = `select account_id as "accountId", organization_id as "organizationId", membership_id as "membershipId",
  roles, host_agency_staff as "hostAgencyStaff", display_name as "displayName", organization_name as "organizationName",
  time_zone as "timeZone", today, now, password_confirmed as "passwordConfirmed",
  password_confirmed_at as "passwordConfirmedAt", api_token_id as "apiTokenId" from access.enter($1, $2, $3, $4)`
