import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashToken } from '../../../api/src/server/request-context.ts'
import { type BuiltOrganization, cast, type Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TestApi } from '../../support/test-api.ts'
import * as ops from './history-operations.ts'

const DAYS = { startsOn: '2026-06-10', expiresOn: '2028-08-31' }
const VERIFICATION = { checkedOn: '2026-06-16', source: 'register.example.org', result: 'AS_RECORDED' }
const STATUS = { status: 'INACTIVE', startsOn: '2026-01-10' }

describe('who may read and write the history of a certification', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  let certifications: CertificationBuilders
  let organization: BuiltOrganization
  let id: string
  beforeAll(async () => {
    api = await TestApi.start()
    certifications = new CertificationBuilders(api.build)
    ;({ actors, organization } = await cast(api.build))
    id = await certifications.certification(actors.peer, CREDENTIAL.california, { issuedOn: '2024-09-01' })
  })
  afterAll(() => api.close())

  const codeOf = async (member: Member, query: string, variables: object): Promise<string> => {
    const { errors } = await (await api.as(member)).ask(query, { ...variables })
    return errors?.[0]?.extensions.code ?? 'OK'
  }
  const codes = async (query: string, variables: object): Promise<Record<string, string>> => {
    const {
      peer,
      colleague,
      educational,
      supportive,
      administrative,
      manager,
      admin,
      auditor,
      strangerManager,
    } = actors
    const asked = {
      peer,
      colleague,
      educational,
      supportive,
      administrative,
      admin,
      auditor,
      strangerManager,
      manager,
    }
    const found: Record<string, string> = {}
    for (const [name, member] of Object.entries(asked)) found[name] = await codeOf(member, query, variables)
    return found
  }
  const READS = {
    peer: 'OK',
    colleague: 'NOT_FOUND',
    educational: 'FORBIDDEN',
    supportive: 'FORBIDDEN',
    administrative: 'FORBIDDEN',
    admin: 'FORBIDDEN',
    auditor: 'OK',
    strangerManager: 'NOT_FOUND',
    manager: 'OK',
  }
  const WRITES = { ...READS, peer: 'FORBIDDEN', colleague: 'FORBIDDEN', auditor: 'FORBIDDEN' }

  it('the peer, managers and auditors read; T8: another organization finds nothing', async () => {
    expect(await codes(ops.HISTORY, { id })).toEqual(READS)
  })

  it.each([
    ['a renewed certificate', ops.RECORD_CERTIFICATE, DAYS],
    ['a status', ops.RECORD_STATUS, STATUS],
    ['a check at the register', ops.RECORD_VERIFICATION, VERIFICATION],
    ['facts', ops.UPDATE_FACTS, { expectedRevision: 1, conditionsHeld: [], conditionsNotHeld: [] }],
    ['a day of first issue', ops.CORRECT_ISSUE_DAY, { issuedOn: '2024-08-31' }],
  ])('only managers record %s', async (_what, query, values) => {
    expect(await codes(query, { input: { certificationId: id, ...values } })).toEqual(WRITES)
  })

  it('only managers record a correction', async () => {
    const other = await certifications.certification(actors.peer, CREDENTIAL.georgia, {
      issuedOn: '2024-09-01',
    })
    const input = { certificateId: other, startsOn: '2024-09-01', expiresOn: '2026-09-01' }
    expect(await codes(ops.CORRECT_CERTIFICATE, { input })).toEqual(WRITES)
  })

  it('hours of work of another peer are not there for a peer', async () => {
    const input = { peerId: actors.peer.id, startsOn: '2026-05-01', endsOn: '2026-05-31', hours: 100 }
    expect(await codes(ops.RECORD_SERVICE, { input })).toEqual({ ...WRITES, strangerManager: 'BAD_INPUT' })
    const seenBy = async (member: Member) =>
      (
        await (
          await api.as(member)
        ).data<{ serviceHours: { totalCount: number } }>(ops.SERVICE, { peerId: actors.peer.id })
      ).serviceHours.totalCount
    expect([await seenBy(actors.peer), await seenBy(actors.colleague), await seenBy(actors.auditor)]).toEqual(
      [1, 0, 1],
    )
  })

  it.each([
    ["expires_on = '2030-01-01'", 'certification_expiry_without_term'],
    ["issued_on = '2024-08-01'", 'certification_issue_day_without_correction'],
  ])('the database itself takes %s from no one who writes past the records', async (set, constraint) => {
    const { superuser } = api
    await superuser.query('begin')
    try {
      const token = await api.session(actors.manager)
      await superuser.query('set local role alongside_app')
      await superuser.query("select from access.enter($1, $2, '{}', null)", [
        hashToken(token),
        api.now.toISOString(),
      ])
      const writing = superuser.query(`update certification set ${set} where id = $1`, [id])
      await expect(writing).rejects.toMatchObject({ constraint })
    } finally {
      await superuser.query('rollback')
    }
  })

  it('costs the same with fifty records as with five', async () => {
    const manager = await api.as(actors.manager)
    const counts: number[][] = []
    for (const many of [5, 50]) {
      const peer = await api.build.peer(organization)
      const one = await certifications.certification(peer, CREDENTIAL.california, {
        issuedOn: '2000-01-01',
        expiresOn: '2001-01-01',
      })
      for (let year = 1; year <= many; year++) {
        await certifications.status(peer, one, 'INACTIVE', {
          startsOn: `20${String(year).padStart(2, '0')}-02-01`,
          endsOn: `20${String(year).padStart(2, '0')}-03-01`,
        })
      }
      const batches = await api.statementsOf(() => manager.data(ops.HISTORY, { id: one }))
      counts.push(batches.map((batch) => batch.length))
      for (const [selected, startsOn, expiresOn] of [
        ['__typename', '2001-01-02', '2003-01-01'],
        ['certificate { id voidedAt }', '2003-01-02', '2005-01-01'],
      ]) {
        const record = `mutation ($input: RecordCertificateInput!) { recordCertificate(input: $input) { ${selected!} } }`
        const input = { certificationId: one, startsOn, expiresOn }
        const writes = await api.statementsOf(() => manager.data(record, { input }))
        counts.push(writes.map((batch) => batch.length))
      }
    }
    // What is not selected of the payload is not read.
    const costs = [[8], [2, 1, 1, 1], [2, 1, 1, 1, 2]]
    expect(counts).toEqual([...costs, ...costs])
  })
})
