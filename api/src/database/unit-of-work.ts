import type { Pool } from 'pg'
import type { DataSource } from 'typeorm'
import { type Capability, CAPABILITIES, PRIVATE_CAPABILITIES } from '@alongside/shared/people/capabilities'
import type { Role } from '@alongside/shared/people/roles'
import type { Read, Write } from './reads-and-writes.ts'
import { type Row, StatementBatch, type Statement } from './statement-batch.ts'
import { isUnanswered, LIMITS, withPooledClient } from './connections.ts'
import { poolOf } from './data-source.ts'
import { StatementQueue } from './statement-queue.ts'

/** What `access.enter` found for a session or a token: who is asking, in which organization, and which day it is there. */
interface Found {
  readonly organizationId: string
  readonly roles: readonly Role[]
  readonly displayName: string
  readonly organizationName: string
  readonly timeZone: string
  readonly today: string
  readonly now: Date
}

/** A person who is signed in. */
export interface Actor extends Found {
  readonly accountId: string
  readonly membershipId: string
  readonly hostAgencyStaff: boolean
  /** On a device that others use too, where what is private asks for the password again. */
  readonly isSharedDevice: boolean
  /** True if the password was given within the last 30 minutes, 10 on a shared device; past check-ins require it. */
  readonly passwordConfirmed: boolean
  readonly passwordConfirmedAt: Date
  readonly apiTokenId: null
}

/** An integration with an API token. It has no account and no membership, so no row is its own. */
export interface TokenActor extends Found {
  readonly accountId: null
  readonly membershipId: null
  readonly hostAgencyStaff: false
  readonly isSharedDevice: false
  readonly passwordConfirmed: false
  readonly passwordConfirmedAt: null
  readonly apiTokenId: string
}

/** There is no session, or it has ended. Without a token this is known here; with one, `access.enter` decides. */
export class SignedOutError extends Error {}

/** The page says that it was drawn for another membership than the session's, or it does not say for which. */
export class OtherMembershipError extends Error {}

/** For what no page sends: API tokens, jobs, and the request that has just signed in. */
export const ANY_MEMBERSHIP = Symbol('any membership')

/** The membership that the sending page was drawn for; null where it does not say so, and then nothing is entered. */
export type BoundMembership = string | null | typeof ANY_MEMBERSHIP

/** An API token asked for something that only a person can do. */
export class NotAPersonError extends Error {}

/**
 * The database work of one request. Every batch begins with `access.enter`, which finds the session, checks the
 * capabilities that were required so far, and sets the organization, the account and the time for the policies. If the
 * session is refused, nothing of the batch takes place.
 *
 * `run` is for reads, `write` for statements that take place together, and `transaction` for work that loads, decides
 * and then writes.
 */
export class UnitOfWork extends StatementQueue {
  readonly #database: DataSource
  readonly #tokenHash: Buffer | null
  readonly #now: Date
  readonly #address: string | null
  readonly #membership: BoundMembership
  readonly #required = new Set<string>()
  readonly #checked = new Set<string>()
  #asker: Actor | TokenActor | null = null

  constructor(
    database: DataSource,
    tokenHash: Buffer | null,
    now: Date,
    address: string | null = null,
    membership: BoundMembership = ANY_MEMBERSHIP,
  ) {
    super()
    this.#database = database
    this.#tokenHash = tokenHash
    this.#now = now
    this.#address = address
    this.#membership = membership
  }

  get isSignedIn(): boolean {
    return this.#tokenHash !== null
  }

  /** Makes the next `access.enter` check this capability. Without it, nothing is read or written. */
  requireCapability(capability: Capability): void {
    const roles = CAPABILITIES[capability].join(',')
    this.#required.add(`${capability}:${roles}${PRIVATE_CAPABILITIES.has(capability) ? ':PRIVATE' : ''}`)
  }

  /** Returns whether a required capability is still unchecked. No answer may be sent before it is checked. */
  get hasUncheckedCapabilities(): boolean {
    return [...this.#required].some((capability) => !this.#checked.has(capability))
  }

  /** The person as last found. The database is asked if nothing of this request has asked it. Tokens are refused. */
  async actor(): Promise<Actor> {
    return personOnly(await this.asker())
  }

  /** The person or the API token, for what integrations may read as well. */
  async asker(): Promise<Actor | TokenActor> {
    if (!this.#asker || this.hasUncheckedCapabilities) await this.run('select 1')
    return this.#asker ?? refuseSignedOut()
  }

  transaction<Answer>(work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
    return retried(() => this.#attempt(work))
  }

  protected async send(statements: readonly (Read | Write)[]): Promise<Row[][]> {
    const required = [...this.#required]
    const enter = this.#enter(required, statements.every(isRead) ? ENTER_TO_READ : ENTER)
    // A failed batch changed nothing, so it may be sent again.
    const [entered, ...answers] = await retried(() =>
      sendBatch(poolOf(this.#database), [enter, ...statements]),
    )
    this.#entered(entered, required)
    announce(statements)
    return answers
  }

  #attempt<Answer>(work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
    const required = [...this.#required]
    const enter = this.#enter(required, ENTER)
    return withPooledClient(poolOf(this.#database), async (client) => {
      try {
        const [, entered] = await client.query(new StatementBatch([BEGIN, enter])).done
        const tx = new Transaction(client, personOnly(this.#entered(entered, required)))
        const answer = await work(tx)
        await client.query(new StatementBatch([COMMIT])).done
        announce(tx.written)
        return answer
      } catch (error) {
        if (!isUnanswered(error)) await rollBack(client, error)
        throw error
      }
    })
  }

  #enter(required: readonly string[], text: string): Statement {
    if (!this.#tokenHash) refuseSignedOut()
    if (this.#membership === null) throw new OtherMembershipError('not said')
    const membership = this.#membership === ANY_MEMBERSHIP ? null : this.#membership
    return { text, values: [this.#tokenHash, this.#now.toISOString(), required, this.#address, membership] }
  }

  /** Only the capabilities that this batch carried are checked now, and not one that was required meanwhile. */
  #entered(rows: Row[] | undefined, required: readonly string[]): Actor | TokenActor {
    const found = rows?.[0]
    if (!found) refuseSignedOut()
    this.#asker = found as unknown as Actor | TokenActor
    for (const capability of required) this.#checked.add(capability)
    return this.#asker
  }
}

/** A transaction that has entered: it loads with `run`, decides, and writes with `write`. */
export class Transaction extends StatementQueue {
  readonly written: Write[] = []
  readonly #client: BatchClient
  #answerMs: number | undefined

  constructor(
    client: BatchClient,
    readonly actor: Actor,
  ) {
    super()
    this.#client = client
  }

  protected send(statements: readonly (Read | Write)[]): Promise<Row[][]> {
    const writes = statements.filter((one) => one.kind === 'write')
    this.written.push(...writes)
    for (const { allowsMs } of writes) if (allowsMs) this.#answerMs = allowsMs + ANSWER_MARGIN_MS
    return this.#client.query(new StatementBatch(statements, this.#answerMs)).done
  }
}

/**
 * A statement before anybody is signed in. No session variables are set, so row-level security hides every row, and only
 * security definer functions can do anything.
 */
export async function runUnauthenticated<Found extends object = Row>(
  database: DataSource,
  text: string,
  values: readonly unknown[] = [],
): Promise<Found[]> {
  const [rows] = await sendBatch(poolOf(database), [{ text, values }])
  return (rows ?? []) as Found[]
}

/** A transaction as whoever a function with the columns of `access.enter` chose; undefined where it chose nobody. */
export async function transactionAs<Answer>(
  database: DataSource,
  { text, values }: Statement,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer | undefined> {
  const entering = { text: `select ${ENTERED} from ${text}`, values }
  return retried(() =>
    withPooledClient(poolOf(database), async (client) => {
      try {
        const [, entered] = await client.query(new StatementBatch([BEGIN, entering])).done
        const found = entered?.[0]
        const tx = found && new Transaction(client, found as unknown as Actor)
        const answer = tx && (await work(tx))
        await client.query(new StatementBatch([COMMIT])).done
        announce(tx?.written ?? [])
        return answer
      } catch (error) {
        if (!isUnanswered(error)) await rollBack(client, error)
        throw error
      }
    }),
  )
}

interface BatchClient {
  query(batch: StatementBatch): StatementBatch
}

function sendBatch(pool: Pool, statements: readonly Statement[]): Promise<Row[][]> {
  return withPooledClient(pool, (client) => client.query(new StatementBatch(statements)).done)
}

/** If the rollback gets no answer either, the connection is closed and PostgreSQL rolls back. */
async function rollBack(client: BatchClient, cause: unknown): Promise<void> {
  await client.query(new StatementBatch([ROLLBACK])).done.catch((error: unknown) => {
    throw isUnanswered(error) ? error : cause
  })
}

function isRead({ kind }: Read | Write): boolean {
  return kind === 'read'
}

/** Publishes once on each channel, after the commit. */
function announce(statements: readonly (Read | Write)[]): void {
  const channels = statements.map((one) => (one.kind === 'write' ? one.announces : undefined))
  for (const channel of new Set(channels)) channel?.publish(null)
}

function refuseSignedOut(): never {
  throw new SignedOutError('signed out')
}

function personOnly(asker: Actor | TokenActor): Actor {
  if (asker.apiTokenId !== null) throw new NotAPersonError('a token is nobody')
  return asker
}

/** Deadlocks and serialization failures roll everything back and are nobody's fault, so the work is tried again. */
async function retried<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isWorthRetrying(error)) throw error
    }
  }
}

const BEGIN: Statement = { text: 'begin', values: [] }
const COMMIT: Statement = { text: 'commit', values: [] }
const ROLLBACK: Statement = { text: 'rollback', values: [] }

const MAX_ATTEMPTS = 4
/** The database cancels a slow statement first and reports it. We stop waiting only if it cannot. */
const ANSWER_MARGIN_MS = LIMITS.answer - LIMITS.statement
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
function isWorthRetrying(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return code === SERIALIZATION_FAILURE || code === DEADLOCK
}

const ENTERED = `account_id as "accountId", organization_id as "organizationId", membership_id as "membershipId",
  roles, host_agency_staff as "hostAgencyStaff", display_name as "displayName", organization_name as "organizationName",
  time_zone as "timeZone", today, now, password_confirmed as "passwordConfirmed",
  password_confirmed_at as "passwordConfirmedAt", api_token_id as "apiTokenId",
  is_shared_device as "isSharedDevice"`
const ENTER = `select ${ENTERED} from access.enter($1, $2, $3, $4, $5)`

/** Also makes the transaction read-only, whatever functions a read calls. */
const ENTER_TO_READ = `${ENTER} where set_config('transaction_read_only', 'on', true) = 'on'`
