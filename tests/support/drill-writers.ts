import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { hashToken } from '../../api/src/server/request-context.ts'
import { Builders, type Member } from './builders/builders.ts'
import { LOG_SESSION, sessionInput } from './builders/supervision-builders.ts'

/** What is acknowledged must be there, exactly once and whole. */
export interface Tally {
  readonly acknowledged: number
  /** Acknowledged, and not there. */
  readonly lost: number
  /** There more than once. */
  readonly doubled: number
  /** A session without one of its parts. */
  readonly half: number
  /** There, though nobody sent it. */
  readonly stray: number
}

type Outcome = 'acknowledged' | 'refused' | 'in doubt'
interface Sent {
  readonly input: Record<string, unknown>
  outcome: Outcome
}

/** What a tab sends with everything: who is signed in, and for whom it was drawn. */
interface SignedIn {
  readonly cookie: string
  readonly 'x-alongside-membership': string
}

const DAY_MS = 86_400_000
/** One group session is eight rows: the session, its submission, two attendances, two segments, two notes. */
const [ATTENDEES, SEGMENTS] = [2, 2]

/** Supervisors who log one session after the other, as fast as they are answered, and know what they were told. */
export class DrillWriters {
  readonly sent = new Map<string, Sent>()
  readonly codes = new Map<string, number>()
  #stopped = false
  #running: Promise<void>[] = []

  private constructor(
    private readonly databaseUrl: string,
    private readonly supervisors: readonly SignedIn[],
    private readonly peers: readonly Member[],
  ) {}

  static async prepare(databaseUrl: string, count: number): Promise<DrillWriters> {
    const client = await connected(databaseUrl)
    const build = new Builders(client)
    const organization = await build.organization()
    const peers = [await build.peer(organization), await build.peer(organization)]
    const supervisors: SignedIn[] = []
    for (let number = 1; number <= count; number++) {
      const supervisor = await build.supervisor(organization)
      for (const peer of peers)
        for (const type of ['SUPPORTIVE', 'EDUCATIONAL'] as const)
          await build.relationship(supervisor, peer, type)
      supervisors.push(await signedIn(client, supervisor))
    }
    await client.end()
    return new DrillWriters(databaseUrl, supervisors, peers)
  }

  /** Null while nobody is there to write to. */
  start(urlOf: () => string | null): void {
    this.#stopped = false
    this.#running = this.supervisors.map((supervisor) => this.#write(urlOf, supervisor))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#running)
  }

  /** Some more are acknowledged, and then a moment passes, so that whatever follows comes in the middle of work. */
  async someMore(): Promise<void> {
    const enough = this.count('acknowledged') + 10
    for (const patience = Date.now() + 60_000; this.count('acknowledged') < enough; await pause(10))
      if (Date.now() > patience) throw new Error('nothing more is acknowledged')
    await pause(Math.random() * 300)
  }

  count(outcome: Outcome): number {
    return [...this.sent.values()].filter((one) => one.outcome === outcome).length
  }

  /** Sends again, under its key, whatever was not acknowledged; answers how many are still not. */
  async sendAgain(url: string): Promise<number> {
    for (const one of this.sent.values()) {
      for (let attempt = 1; one.outcome !== 'acknowledged' && attempt <= 50; attempt++) {
        one.outcome = await this.send(url, one.input)
        if (one.outcome !== 'acknowledged') await pause(100)
      }
    }
    return this.sent.size - this.count('acknowledged')
  }

  newInput(): Record<string, unknown> {
    return sessionInput(this.peers, {
      heldOn: new Date(Date.now() - 2 * DAY_MS).toISOString().slice(0, 10),
      minutes: 60,
      segments: (['SUPPORTIVE', 'EDUCATIONAL'] as const).map((type) => ({
        type,
        minutes: 30,
        activities: [],
        note: 'What we spoke about.',
      })),
    })
  }

  async send(url: string, input: Record<string, unknown>, as = this.#ownerOf(input)): Promise<Outcome> {
    this.#owners.set(String(input['idempotencyKey']), as)
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...as },
        body: JSON.stringify({ query: LOG_SESSION, variables: { input } }),
        signal: AbortSignal.timeout(20_000),
      })
      const { data, errors } = (await response.json()) as Reply
      const code = errors?.[0]?.extensions.code
      if (code !== undefined) this.codes.set(code, (this.codes.get(code) ?? 0) + 1)
      return data ? 'acknowledged' : 'refused'
    } catch {
      return 'in doubt'
    }
  }

  async tally(): Promise<Tally> {
    const client = await connected(this.databaseUrl)
    const { rows } = await client.query<{ key: string; times: number; whole: boolean }>(KEPT, [
      ATTENDEES,
      SEGMENTS,
    ])
    const { rows: sessions } = await client.query<{ count: number }>(
      'select count(*)::integer as count from supervision_session',
    )
    await client.end()
    const kept = new Map(rows.map((row) => [row.key, row]))
    const acknowledged = [...this.sent].filter(([, { outcome }]) => outcome === 'acknowledged')
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter(([key]) => !kept.has(key)).length,
      doubled: rows.filter(({ times }) => times > 1).length,
      half: rows.filter(({ whole }) => !whole).length,
      stray: (sessions[0]?.count ?? 0) - rows.length,
    }
  }

  /** Under how many keys something is there, told or not. */
  async keysKept(): Promise<number> {
    const client = await connected(this.databaseUrl)
    const { rows } = await client.query<{ key: string }>(
      'select idempotency_key::text as key from session_submission',
    )
    await client.end()
    return rows.filter(({ key }) => this.sent.has(key)).length
  }

  readonly #owners = new Map<string, SignedIn>()
  #ownerOf(input: Record<string, unknown>): SignedIn {
    const owner = this.#owners.get(String(input['idempotencyKey'])) ?? this.supervisors[0]
    if (!owner) throw new Error('nobody is there to send it')
    return owner
  }

  async #write(urlOf: () => string | null, supervisor: SignedIn): Promise<void> {
    while (!this.#stopped) {
      const url = urlOf()
      if (url === null) {
        await pause(20)
        continue
      }
      const input = this.newInput()
      const one: Sent = { input, outcome: 'in doubt' }
      this.sent.set(String(input['idempotencyKey']), one)
      one.outcome = await this.send(url, input, supervisor)
      // A server that is not there would be asked thousands of times.
      if (one.outcome !== 'acknowledged') await pause(50)
    }
  }
}

interface Reply {
  readonly data?: object | null
  readonly errors?: readonly { extensions: { code: string } }[]
}

const KEPT = /* sql */ `
  select b.idempotency_key::text as key, count(*)::integer as times,
         bool_and((select count(*) from session_attendance a where a.session_id = s.id) = $1
                  and (select count(*) from session_segment g where g.session_id = s.id) = $2
                  and exists (select from supportive_note n where n.session_id = s.id)
                  and exists (select from educational_note n where n.session_id = s.id)) as whole
    from session_submission b left join supervision_session s on s.id = b.session_id group by b.idempotency_key`

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** A session of today, since the program reads the real clock. */
async function signedIn(client: pg.Client, { organizationId, accountId, id }: Member): Promise<SignedIn> {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into sign_in_session (organization_id, id, token_hash, account_id, membership_id, created_at, last_seen_at,
                                  confirmed_at, expires_at, idle_minutes)
     values ($1, $2, $3, $4, $5, now(), now(), now(), now() + interval '1 day', 1440)`,
    [organizationId, randomUUID(), hashToken(token), accountId, id],
  )
  return { cookie: `alongside-sid=${token}`, 'x-alongside-membership': id }
}
