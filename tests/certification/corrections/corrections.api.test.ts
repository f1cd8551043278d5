import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import { RECORD_STATUS, RECORD_VERIFICATION, RESTORE_STATUS } from '../history/history-operations.ts'
import * as send from './corrections-operations.ts'

// T9: a certification of the wrong person, a number, a board status and a verification are put right by a further
// record. The old one stays readable, counts nowhere, and the holder is told.

interface Held {
  renewals: { totalCount: number; edges: { node: { id: string; status: string; number: string | null } }[] }
}
interface History {
  certificationHistory: {
    voidedAt: string | null
    holder: { revision: number; number: string | null }
    numbers: object[]
    statuses: { id: string }[]
    verifications: { id: string }[]
  }
}

const VOIDED_PAGE = `query ($after: String) { voidedCertifications(first: 40, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { number } } } }`
interface VoidedPage {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly edges: readonly { readonly node: { readonly number: string } }[]
}

describe('a certification that was recorded wrongly', () => {
  let api: TestApi
  let build: CertificationBuilders
  let organization: BuiltOrganization
  let manager: Caller
  let peer: Member
  let id: string
  beforeAll(async () => {
    api = await TestApi.start()
    build = new CertificationBuilders(api.build)
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    peer = await api.build.peer(organization)
    id = await build.certification(peer, CREDENTIAL.california, { number: 'DE-1' })
  })

  const held = async () =>
    (await manager.data<Held>('{ renewals { totalCount edges { node { id status number } } } }')).renewals
  const history = async (caller = manager) =>
    (await caller.data<History>(send.HISTORY, { id })).certificationHistory
  const change = async <Answer>(operation: string, input: object): Promise<Answer> => {
    const [answer] = Object.values(await manager.data<Record<string, Answer>>(operation, { input }))
    return answer!
  }
  const fact = async (operation: string, input: object) =>
    (await manager.ask(operation, { input })).errors?.[0]?.extensions['fact']
  const told = async (): Promise<number> => {
    const { rows } = await api.superuser.query<{ count: number }>(
      `select count(*)::int as count from notification where recipient_id = $1 and kind = 'CERTIFICATION_CORRECTED'`,
      [peer.id],
    )
    return rows[0]!.count
  }

  it('is one of many that were voided: the list has all of them, page by page, the last voided first', async () => {
    const many = 105
    await api.superuser.query(
      `insert into certification (organization_id, id, peer_id, credential_id, number, issued_on, expires_on, recorded_by,
                                  recorded_at, voided_by, voided_at)
       select c.organization_id, gen_random_uuid(), c.peer_id, c.credential_id, 'V-' || n, c.issued_on, c.expires_on,
              c.recorded_by, c.recorded_at, c.recorded_by, timestamptz '2026-06-01T12:00:00Z' + n * interval '1 minute'
         from certification c, generate_series(1, $2::integer) n where c.id = $1`,
      [id, many],
    )
    const own = await api.as(peer)
    const numbers: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const page: VoidedPage = (await own.data<{ voidedCertifications: VoidedPage }>(VOIDED_PAGE, { after }))
        .voidedCertifications
      expect(page.totalCount).toBe(many)
      numbers.push(...page.edges.map(({ node }) => node.number))
      after = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
    }
    expect(numbers).toEqual(Array.from({ length: many }, (_, at) => `V-${many - at}`))
  })

  it('is voided: it leaves lists and counts, stays readable to its holder, and is restored', async () => {
    const before = await held()
    const voided = await change<object>(send.VOID_CERTIFICATION, { certificationId: id, expectedRevision: 1 })
    expect(voided).toMatchObject({
      voided: { id, number: 'DE-1', credential: { id: CREDENTIAL.california } },
    })
    expect(await held()).toEqual({ totalCount: 0, edges: [] })
    const own = await api.as(peer)
    const mine = await own.data<{ voidedCertifications: { edges: { node: object }[] } }>(send.VOIDED)
    expect(mine.voidedCertifications.edges.map(({ node }) => node)).toMatchObject([
      { id, number: 'DE-1', revision: 2, peer: { id: peer.id }, voidedBy: {} },
    ])
    expect((await history(own)).voidedAt).not.toBeNull()
    expect(await told()).toBe(1)
    const gone = await manager.ask('query ($id: UUID!) { certification(certificationId: $id) { id } }', {
      id,
    })
    expect(gone.errors?.[0]?.extensions['code']).toBe('NOT_FOUND')
    const restored = await change<object>(send.RESTORE_CERTIFICATION, {
      certificationId: id,
      expectedRevision: 2,
    })
    expect(restored).toMatchObject({ certification: { status: before.edges[0]!.node.status } })
    expect(await held()).toEqual(before)
    expect(await told()).toBe(2)
  })

  it('stands in the way of nothing while it is voided: not of its number, its days or another person', async () => {
    await change(send.VOID_CERTIFICATION, { certificationId: id, expectedRevision: 1 })
    const right = await api.build.peer(organization)
    const facts = { credentialId: CREDENTIAL.california, number: 'DE-1', issuedOn: '2022-09-01' }
    await change(send.RECORD_CERTIFICATION, { ...facts, peerId: right.id, expiresOn: '2026-08-31' })
    await change(send.RECORD_CERTIFICATION, {
      ...facts,
      number: 'DE-2',
      peerId: peer.id,
      expiresOn: '2026-08-31',
    })
    expect((await held()).totalCount).toBe(2)
    const restore = { certificationId: id, expectedRevision: 2 }
    expect(await fact(send.RESTORE_CERTIFICATION, restore)).toBe('certification.corrections.number-taken')
    await api.superuser.query(`update certification set number = null where peer_id = $1`, [right.id])
    // It would be the second one of its days.
    expect(await fact(send.RESTORE_CERTIFICATION, restore)).toBe('certification.history.certificates-cross')
  })

  it('A10: a number is replaced, the one before stays readable, and what was known then is what it was', async () => {
    const corrected = await change<object>(send.CORRECT_NUMBER, {
      certificationId: id,
      expectedRevision: 1,
      number: 'DE-2',
    })
    expect(corrected).toMatchObject({ certification: { number: 'DE-2' }, holder: { revision: 2 } })
    expect((await history()).numbers).toMatchObject([{ before: 'DE-1', after: 'DE-2', recordedBy: {} }])
    expect(await told()).toBe(1)
    await api.superuser.query(`update certification set recorded_at = '2026-03-01T12:00:00Z' where id = $1`, [
      id,
    ])
    await api.superuser.query(
      `update certification_term set recorded_at = '2026-03-01T12:00:00Z' where id = $1`,
      [id],
    )
    const { certificationAsOf } = await manager.data<{ certificationAsOf: object }>(
      `query ($id: UUID!) { certificationAsOf(certificationId: $id, day: "2026-06-10", asKnownThen: true) { number } }`,
      { id },
    )
    expect(certificationAsOf).toEqual({ number: 'DE-1' })
    const other = await build.certification(await api.build.peer(organization), CREDENTIAL.california, {
      number: 'DE-3',
    })
    const taken = { certificationId: other, expectedRevision: 1, number: 'DE-2' }
    const refused = await manager.ask(send.CORRECT_NUMBER, { input: taken })
    expect(refused.errors?.[0]?.extensions['validationErrors']).toEqual([
      { field: 'number', problem: 'already-there' },
    ])
  })

  it('answers the second of two managers with the revision of the first', async () => {
    await change(send.CORRECT_NUMBER, { certificationId: id, expectedRevision: 1, number: 'DE-2' })
    const stale = { __typename: 'StaleRevision', currentRevision: 2 }
    const input = { certificationId: id, expectedRevision: 1 }
    expect(await change(send.VOID_CERTIFICATION, input)).toEqual(stale)
    expect(await change(send.CORRECT_NUMBER, { ...input, number: 'DE-9' })).toEqual(stale)
    expect((await held()).edges[0]!.node.number).toBe('DE-2')
    expect(await fact(send.RESTORE_CERTIFICATION, { certificationId: id, expectedRevision: 2 })).toBe(
      'certification.corrections.counts-already',
    )
    const foreign = await api.as(await api.build.member(await api.build.organization(), ['MANAGER']))
    for (const certificationId of [id, randomUUID()]) {
      const answer = await foreign.ask(send.VOID_CERTIFICATION, {
        input: { certificationId, expectedRevision: 2 },
      })
      expect(answer.errors?.[0]?.extensions['code']).toBe('NOT_FOUND')
    }
  })

  it('has a board status corrected by a further record, and the status follows', async () => {
    const status = { certificationId: id, status: 'SUSPENDED', startsOn: '2026-06-01' }
    const { boardStatus } = await change<{ boardStatus: { id: string } }>(RECORD_STATUS, status)
    expect((await held()).edges[0]!.node.status).toBe('SUSPENDED')
    const right = { boardStatusId: boardStatus.id, status: 'INACTIVE', startsOn: '2026-06-02' }
    const corrected = await change<{ boardStatus: { id: string } }>(send.CORRECT_STATUS, right)
    expect(corrected).toMatchObject({
      boardStatus: { corrects: boardStatus.id },
      certification: { status: 'INACTIVE' },
    })
    expect((await history()).statuses).toMatchObject([
      { status: 'INACTIVE', isCorrected: false, voidedBy: null },
      { status: 'SUSPENDED', isCorrected: true, voidedBy: {} },
    ])
    await change(RESTORE_STATUS, { boardStatusId: boardStatus.id })
    expect((await held()).edges[0]!.node.status).toBe('SUSPENDED')
    expect(await told()).toBe(2)
  })

  it('has a verification corrected and voided; what counts as verified follows', async () => {
    const seen = { checkedOn: '2026-06-01', source: 'register.example.org', result: 'DIFFERS' }
    await change(RECORD_VERIFICATION, { certificationId: id, ...seen })
    const verified = async () =>
      (
        await manager.data<{ renewals: { facets: { verified: number } } }>(
          '{ renewals { facets { verified } } }',
        )
      ).renewals.facets.verified
    expect(await verified()).toBe(0)
    const [wrong] = (await history()).verifications
    const right = { verificationId: wrong!.id, ...seen, result: 'AS_RECORDED' }
    const { verification } = await change<{ verification: { id: string } }>(send.CORRECT_VERIFICATION, right)
    expect(await verified()).toBe(1)
    expect((await history()).verifications).toMatchObject([
      { result: 'AS_RECORDED', corrects: wrong!.id, isCorrected: false },
      { result: 'DIFFERS', isCorrected: true, voidedBy: {} },
    ])
    await change(send.VOID_VERIFICATION, { verificationId: verification.id })
    expect(await verified()).toBe(0)
    await change(send.RESTORE_VERIFICATION, { verificationId: verification.id })
    expect(await verified()).toBe(1)
    await change(send.RESTORE_VERIFICATION, { verificationId: wrong!.id })
    expect(await verified()).toBe(0)
    expect(await told()).toBe(4)
  })
})
