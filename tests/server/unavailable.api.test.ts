import { withClient } from '../../api/src/database/connections.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast, type Member } from '../support/builders/builders.ts'
import { received, receivedFile, TestApi } from '../support/test-api.ts'

// What passes by itself is told as such: to people in words, to a balancer by its status.

const ME = '{ me { displayName } }'
const MEMBERS = '{ members(first: 1) { totalCount } }'
const SIGNATURE = 'access.enter(bytea, timestamptz, text[], text)'
/** As `access.enter`, except that it fails as the test wants. */
const FAILING = /* sql */ `
  create schema earnest; grant usage on schema earnest to public;
  alter function ${SIGNATURE} set schema earnest;
  create table failing (code text not null, times integer not null);
  insert into failing values ('57014', 0);
  create sequence failed;
  grant select on failing to public; grant usage on failed to public;
  create function access.enter(bytea, timestamptz, text[], text) returns table (
    account_id uuid, organization_id uuid, membership_id uuid, roles text[], host_agency_staff boolean,
    display_name text, organization_name text, time_zone text, today date, now timestamptz,
    password_confirmed boolean, password_confirmed_at timestamptz, api_token_id uuid) language plpgsql as $$
  begin
    if nextval('failed') <= (select times from failing) then
      raise exception 'secret words of the database' using errcode = (select code from failing);
    end if;
    return query select * from earnest.enter($1, $2, $3, $4);
  end $$;`

describe('a trouble that passes', () => {
  let api: TestApi
  let peer: Member
  let admin: Member
  beforeAll(async () => {
    api = await TestApi.start()
    await api.superuser.query(FAILING)
    const { actors } = await cast(api.build)
    peer = actors.peer
    admin = actors.admin
  })
  beforeEach(() => fail('57014', 0))
  afterAll(() => api.close())

  /** The next requests fail `times` times. */
  const fail = (code: string, times: number) =>
    api.superuser.query(
      `update failing set code = '${code}', times = ${times}; alter sequence failed restart`,
    )
  const ask = async (query = ME, member = peer) =>
    received(
      api.raw
        .post('/graphql')
        .set('cookie', `alongside-sid=${await api.session(member)}`)
        .send({ query }),
    )

  it.each([
    ...['57014', '55P03', '40001', '40P01', '53100', '53200', '25006', '25P03', '57P01', '57P02', '57P03'],
  ])('%s is 503 with a time to come back, and asked about once', async (code) => {
    await fail(code, 1_000)
    let answer: Awaited<ReturnType<typeof ask>> | undefined
    // It requires a capability, which a failed answer needs no second question for.
    const batches = await api.statementsOf(async () => void (answer = await ask(MEMBERS, admin)))
    expect(answer?.status).toBe(503)
    expect(answer?.headers['retry-after']).toBe('2')
    expect(answer?.body.errors).toMatchObject([
      {
        message: 'Alongside is busy. Please try again in a moment.',
        extensions: { code: 'UNAVAILABLE', requestId: expect.any(String) as string },
      },
    ])
    expect(api.logLines.join('')).toContain(answer?.body.errors?.[0]?.extensions.requestId)
    // Serialization failures and deadlocks are tried four times.
    expect(batches.length).toBe(code.startsWith('40') ? 4 : 1)
    await fail(code, 0)
    expect((await ask()).body).toMatchObject({ data: { me: { displayName: peer.displayName } } })
  })

  it('of another kind stays an error of ours, with a reference and status 200', async () => {
    await fail('XX000', 1_000)
    const { status, body } = await ask()
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([200, 'INTERNAL'])
    await fail('XX000', 0)
  })

  it.each(['40001', '40P01'])('%s is tried again and not told, if it passes by itself', async (code) => {
    await fail(code, 3)
    expect((await ask()).body).toMatchObject({ data: { me: { displayName: peer.displayName } } })
  })

  it('is 503 for files too', async () => {
    await fail('57014', 1_000)
    const post = api.raw.post('/my-data').set('cookie', `alongside-sid=${await api.session(peer)}`)
    const { status, headers, code } = await receivedFile(post.send({ format: 'json' }))
    expect([status, headers['retry-after'], code]).toEqual([503, '2', 'UNAVAILABLE'])
    await fail('57014', 0)
  })

  it('still tells whoever may not ask that they may not, and nothing of the input', async () => {
    const query = 'mutation { inviteMember(input: { email: "", displayName: "", roles: [] }) { __typename } }'
    expect((await ask(query)).body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })
})

describe('/readyz', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  const ready = async () => {
    const { status, body } = await received(api.raw.get('/readyz'))
    return [status, (body as unknown as { status: string }).status]
  }
  const backends = async (): Promise<number[]> => {
    const { rows } = await api.superuser.query<{ pid: number }>(
      "select pid from pg_stat_activity where usename = 'alongside_app' and datname = current_database()",
    )
    return rows.map(({ pid }) => pid)
  }
  const database = () => new URL(api.urls.appUrl).pathname.slice(1)
  const reconnect = async () => {
    for (const pid of await backends()) await api.superuser.query('select pg_terminate_backend($1)', [pid])
    await expect.poll(backends).toEqual([])
  }

  it('says that a database can only be read, as a standby before it takes over', async () => {
    expect(await ready()).toEqual([200, 'ready'])
    await api.superuser.query(`alter database ${database()} set default_transaction_read_only = on`)
    await reconnect()
    expect(await ready()).toEqual([503, 'database-read-only'])
    await withClient(api.urls.superuserUrl.replace(/\/[^/]*$/, '/postgres'), (client) =>
      client.query(`alter database ${database()} reset default_transaction_read_only`),
    )
    await reconnect()
    expect(await ready()).toEqual([200, 'ready'])
  })

  it('answers within a second or so when the database does not, and requests within their limit', async () => {
    for (const [ask, limitMs] of [
      [ready, 4_000],
      [() => received(api.raw.post('/graphql').send({ query: SIGN_IN })), 15_000],
    ] as const) {
      expect(await ready()).toEqual([200, 'ready'])
      const frozen = await backends()
      expect(frozen).toHaveLength(1)
      for (const pid of frozen) process.kill(pid, 'SIGSTOP')
      const started = Date.now()
      const answer = await ask()
      for (const pid of frozen) process.kill(pid, 'SIGCONT')
      expect(answer).toEqual(
        ask === ready ? [503, 'database-unreachable'] : expect.objectContaining({ status: 503 }),
      )
      expect(Date.now() - started).toBeLessThan(limitMs)
    }
  })
})

const SIGN_IN =
  'mutation { signIn(input: { email: "a@example.org", password: "a long walk at noon" }) { __typename } }'
