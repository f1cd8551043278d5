import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TODAY } from '../../support/fixed-today.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import * as ops from '../history/history-operations.ts'

interface History {
  readonly issuedOn: string
  readonly issueDays: readonly object[]
  readonly certificates: readonly object[]
}

describe('the day of first issue', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Caller
  let peer: Member
  let certifications: CertificationBuilders
  let id: string

  beforeAll(async () => {
    api = await TestApi.start()
    certifications = new CertificationBuilders(api.build)
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
  })
  beforeEach(async () => {
    peer = await api.build.peer(organization)
    id = await certifications.certification(peer, CREDENTIAL.california, {
      issuedOn: '2024-09-01',
      expiresOn: '2026-08-31',
    })
  })
  afterAll(() => api.close())

  const correct = (issuedOn: string, caller = manager) =>
    caller.ask<{ correctIssueDay: { certification: { issuedOn: string } } }>(ops.CORRECT_ISSUE_DAY, {
      input: { certificationId: id, issuedOn },
    })
  const history = async (caller: Caller): Promise<History> =>
    (await caller.data<{ certificationHistory: History }>(ops.HISTORY, { id })).certificationHistory
  const validationErrorOf = async (asked: ReturnType<Caller['ask']>): Promise<unknown> => {
    const { code, validationErrors, fact } = (await asked).errors?.[0]?.extensions ?? {}
    return validationErrors ?? fact ?? code
  }

  it('T3, T9: is put right by a further record, which the peer reads, and the first certificate follows', async () => {
    const payload = (await correct('2024-08-15')).data?.correctIssueDay
    expect(payload).toEqual({ certification: { issuedOn: '2024-08-15' } })
    expect((await correct('2024-08-20')).errors).toBeUndefined()
    const { issuedOn, issueDays, certificates } = await history(await api.as(peer))
    expect(issuedOn).toBe('2024-08-20')
    expect(issueDays).toHaveLength(2)
    expect(issueDays).toContainEqual({
      before: '2024-09-01',
      after: '2024-08-15',
      recordedBy: { displayName: 'MANAGER 1' },
    })
    expect(certificates).toMatchObject([
      { startsOn: '2024-09-01', isFirst: true, isCorrected: true },
      { startsOn: '2024-08-20', expiresOn: '2026-08-31', isCorrected: false },
      { startsOn: '2024-08-15', isCorrected: true },
    ])
    // Who looks back by what was known then finds the day that stood then.
    for (const table of ['certification', 'certification_term'])
      await api.superuser.query(
        `update ${table} set recorded_at = '2024-09-02T12:00:00Z' where ${table === 'certification' ? 'id' : 'id = certification_id and certification_id'} = $1`,
        [id],
      )
    const asOf = async (asKnownThen: boolean) =>
      manager.data(
        `query ($id: UUID!, $then: Boolean!) {
           certificationAsOf(certificationId: $id, day: "2026-06-10", asKnownThen: $then) { issuedOn expiresOn } }`,
        { id, then: asKnownThen },
      )
    const expiresOn = '2026-08-31'
    expect(await asOf(false)).toEqual({ certificationAsOf: { issuedOn: '2024-08-20', expiresOn } })
    expect(await asOf(true)).toEqual({ certificationAsOf: { issuedOn: '2024-09-01', expiresOn } })
  })

  it.each([
    ['2026-08-31', { problem: 'in-the-future', limit: TODAY }],
    ['1966-06-16', { problem: 'too-long-ago', limit: '1966-06-17' }],
    ['2024-09-01', { problem: 'already-there' }],
  ])('cannot be %s', async (issuedOn, validationError) => {
    expect(await validationErrorOf(correct(issuedOn))).toEqual([{ field: 'issuedOn', ...validationError }])
  })

  it('comes before the first expiry, and crosses no other certification', async () => {
    id = await certifications.certification(peer, CREDENTIAL.georgia, {
      issuedOn: '2022-01-01',
      expiresOn: '2023-12-31',
    })
    await certifications.term(peer, id, { startsOn: '2024-01-01', expiresOn: '2025-12-31' })
    expect(await validationErrorOf(correct('2023-12-31'))).toEqual([
      { field: 'issuedOn', problem: 'too-far-ahead', limit: '2023-12-30' },
    ])
    await certifications.certification(peer, CREDENTIAL.georgia, {
      issuedOn: '2020-01-01',
      expiresOn: '2021-12-31',
    })
    expect(await validationErrorOf(correct('2021-12-30'))).toEqual([
      { field: 'issuedOn', problem: 'overlaps', limit: '2021-12-31' },
    ])
    expect((await correct('2021-12-31')).errors).toBeUndefined()
  })

  it('is for managers of the organization', async () => {
    for (const roles of [['AUDITOR'], ['ADMIN'], ['SUPERVISOR']] as const) {
      const caller = await api.as(await api.build.member(organization, [...roles]))
      expect(await validationErrorOf(correct('2024-08-15', caller))).toBe('FORBIDDEN')
    }
    expect(await validationErrorOf(correct('2024-08-15', await api.as(peer)))).toBe('FORBIDDEN')
    const stranger = await api.as(
      await api.build.member(await api.build.organization({ name: 'Elsewhere' }), ['MANAGER']),
    )
    expect(await validationErrorOf(correct('2024-08-15', stranger))).toBe('record.not-found')
    id = randomUUID()
    expect(await validationErrorOf(correct('2024-08-15'))).toBe('record.not-found')
  })
})
