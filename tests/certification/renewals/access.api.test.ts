import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashToken } from '../../../api/src/server/request-context.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { TestApi } from '../../support/test-api.ts'

// The access matrix of certifications: actors × operations, and the wall in the database itself.

type Actors = Awaited<ReturnType<typeof cast>>['actors']
const NOBODY = {
  signedOut: 'UNAUTHENTICATED',
  peer: 'FORBIDDEN',
  colleague: 'FORBIDDEN',
  administrative: 'FORBIDDEN',
  educational: 'FORBIDDEN',
  supportive: 'FORBIDDEN',
  manager: 'FORBIDDEN',
  admin: 'FORBIDDEN',
  auditor: 'FORBIDDEN',
  stranger: 'FORBIDDEN',
  strangerManager: 'FORBIDDEN',
}
const TABLES = ['certification', 'board_status_period', 'ce_activity', 'ce_credit']

describe('who may see and record certifications', () => {
  let api: TestApi
  let actors: Actors
  let certificationId: string
  beforeAll(async () => {
    api = await TestApi.start()
    actors = (await cast(api.build)).actors
    const arrange = new CertificationBuilders(api.build)
    certificationId = await arrange.certification(actors.peer, CREDENTIAL.california, { number: 'CA-1' })
    await arrange.status(actors.peer, certificationId, 'ACTIVE')
    await arrange.hours(actors.peer, 3, ['any'])
  })
  afterAll(() => api.close())

  /** What each actor gets: the code of the error, or the answer in short. */
  async function outcomes(
    query: string,
    variables: object,
    inShort: (data: Record<string, never>) => unknown,
  ) {
    const found: Record<string, unknown> = {}
    for (const [name, member] of [['signedOut', null], ...Object.entries(actors)] as [
      string,
      Member | null,
    ][]) {
      const caller = member ? await api.as(member) : api.signedOut()
      const { data, errors } = await caller.ask(query, { ...variables })
      found[name] = errors?.[0] ? errors[0].extensions.code : inShort(data ?? {})
    }
    return found
  }
  const total = (field: string) => (data: Record<string, never>) =>
    (data[field] as unknown as { totalCount: number }).totalCount

  it('T8: lists renewals for managers and auditors of the organization only', async () => {
    expect(await outcomes('{ renewals { totalCount } }', {}, total('renewals'))).toEqual({
      ...NOBODY,
      manager: 1,
      auditor: 1,
      strangerManager: 0,
    })
  })

  it('answers another organization’s certification like one that does not exist', async () => {
    const query = 'query ($id: UUID!) { certification(certificationId: $id) { peer { displayName } } }'
    expect(await outcomes(query, { id: certificationId }, () => 'shown')).toEqual({
      ...NOBODY,
      manager: 'shown',
      auditor: 'shown',
      strangerManager: 'NOT_FOUND',
    })
    const stranger = await api.as(actors.strangerManager)
    expect(await stranger.ask(query, { id: certificationId })).toEqual(
      await stranger.ask(query, { id: randomUUID() }),
    )
  })

  it('exports for managers and auditors only', async () => {
    const found: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(actors)) {
      const { code, text } = await (await api.as(member)).file('renewals')
      found[name] = code ?? text.trimEnd().split('\r\n').length
    }
    const { signedOut: _signedOut, ...nobody } = NOBODY
    expect(found).toEqual({ ...nobody, manager: 2, auditor: 2, strangerManager: 1 })
  })

  it('shows peers their own certifications and nobody else’s', async () => {
    expect(await outcomes('{ myCertifications { totalCount } }', {}, total('myCertifications'))).toEqual({
      ...NOBODY,
      peer: 1,
      colleague: 0,
      stranger: 0,
    })
  })

  it('lets only a manager record, and only for peers of the organization', async () => {
    const certification =
      'mutation ($input: RecordCertificationInput!) { recordCertification(input: $input) { __typename } }'
    const hours =
      'mutation ($input: RecordContinuingEducationInput!) { recordContinuingEducation(input: $input) { peerCount } }'
    const expected = { ...NOBODY, manager: 'recorded', strangerManager: 'BAD_INPUT' }
    const input = { peerId: actors.peer.id, credentialId: CREDENTIAL.georgia, issuedOn: '2025-01-01' }
    expect(await outcomes(certification, { input }, () => 'recorded')).toEqual(expected)
    const course = {
      idempotencyKey: randomUUID(),
      title: 'A course',
      heldOn: '2026-06-01',
      deliveryMode: 'IN_PERSON',
      hours: 1,
      categories: ['ANY'],
      peerIds: [actors.peer.id],
    }
    expect(await outcomes(hours, { input: course }, () => 'recorded')).toEqual(expected)
    expect(await outcomes('{ certifiablePeers { totalCount } }', {}, total('certifiablePeers'))).toEqual({
      ...NOBODY,
      manager: 2,
      strangerManager: 1,
    })
  })

  it('opens the catalogue to everybody who is signed in', async () => {
    const everybody = Object.fromEntries(Object.keys(NOBODY).map((name) => [name, 1]))
    const query = '{ credentialCatalogue(filter: { state: "CA" }) { totalCount } }'
    expect(await outcomes(query, {}, total('credentialCatalogue'))).toEqual({
      ...everybody,
      signedOut: 'UNAUTHENTICATED',
    })
  })

  describe('in the database', () => {
    let client: pg.Client
    beforeAll(async () => {
      client = new pg.Client({ connectionString: api.urls.appUrl })
      await client.connect()
    })
    afterAll(() => client.end())

    /** Runs as the application role with the settings that `enter` makes for the member; everything is undone. */
    async function entered<Answer>(member: Member, work: () => Promise<Answer>): Promise<Answer> {
      const token = randomUUID()
      await api.superuser.query(
        `insert into sign_in_session (organization_id, token_hash, account_id, membership_id, created_at, last_seen_at,
                                      confirmed_at, expires_at, idle_minutes)
         values ($1, $2, $3, $4, $5, $5, $5, $5::timestamptz + interval '1 day', 60)`,
        [member.organizationId, hashToken(token), member.accountId, member.id, NOW],
      )
      await client.query('begin')
      try {
        await client.query('select access.enter($1, $2, $3, null)', [hashToken(token), NOW, []])
        return await work()
      } finally {
        await client.query('rollback')
      }
    }
    const rowsIn = async (table: string) => (await client.query(`select 1 from ${table}`)).rowCount ?? 0
    const writes: [string, (peer: Member) => [string, unknown[]]][] = [
      [
        'certification',
        (peer) => [
          `insert into certification (organization_id, peer_id, credential_id, issued_on, recorded_by, recorded_at)
         values ($1, $2, 'us-ca-cmpss', '2020-01-01', $2, now())`,
          [peer.organizationId, peer.id],
        ],
      ],
      [
        'ce_credit',
        (peer) => [
          `insert into ce_credit (organization_id, activity_id, peer_id, hours, categories)
         values ($1, gen_random_uuid(), $2, 1, '{any}')`,
          [peer.organizationId, peer.id],
        ],
      ],
    ]

    it.each(TABLES)(
      'shows %s to the peer, managers and auditors of the organization, and to no one else',
      async (table) => {
        const seen: Record<string, boolean> = {}
        for (const [name, member] of Object.entries(actors))
          seen[name] = await entered(member, async () => (await rowsIn(table)) > 0)
        const who = Object.keys(seen).filter((name) => seen[name])
        expect(who).toEqual(['peer', 'manager', 'auditor'])
      },
    )

    it.each(TABLES)('shows no row of %s before anybody entered', async (table) => {
      expect(await rowsIn(table)).toBe(0)
    })

    it.each(writes)('lets nobody but a manager write into %s', async (_table, statement) => {
      for (const [name, member] of Object.entries(actors)) {
        if (name === 'manager') continue
        await expect(entered(member, () => client.query(...statement(actors.peer)))).rejects.toThrow(
          /row-level security/,
        )
      }
    })

    it('lets a manager record only in their own name, and nobody change or delete', async () => {
      const [text, values] = writes[0]![1](actors.peer)
      await expect(entered(actors.manager, () => client.query(text, values))).rejects.toThrow(
        /row-level security/,
      )
      for (const table of TABLES) {
        await expect(entered(actors.manager, () => client.query(`delete from ${table}`))).rejects.toThrow(
          /permission/,
        )
        const change = `update ${table} set organization_id = organization_id`
        await expect(entered(actors.manager, () => client.query(change))).rejects.toThrow(/permission/)
      }
    })
  })
})
