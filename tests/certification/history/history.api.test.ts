import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import * as ops from './history-operations.ts'

interface Entry {
  id: string
  [fact: string]: unknown
}
interface History {
  holder: Record<string, unknown> & { revision: number }
  certificates: Entry[]
  statuses: Entry[]
  verifications: Entry[]
}

describe('what happens to a certification', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Caller
  let peer: Member
  let id: string
  let certifications: CertificationBuilders

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

  const history = async (caller = manager): Promise<History> =>
    (await caller.data<{ certificationHistory: History }>(ops.HISTORY, { id })).certificationHistory
  const expiry = async (): Promise<string | null> =>
    (
      await manager.data<{ certification: { expiresOn: string | null } }>(
        'query ($id: UUID!) { certification(certificationId: $id) { expiresOn } }',
        { id },
      )
    ).certification.expiresOn
  const renew = (startsOn: string, expiresOn: string) =>
    manager.ask<{ recordCertificate: { certificate: { id: string } } }>(ops.RECORD_CERTIFICATE, {
      input: { certificationId: id, startsOn, expiresOn },
    })
  const validationErrorOf = async (asked: ReturnType<Caller['ask']>): Promise<unknown> => {
    const { code, validationErrors, fact } = (await asked).errors?.[0]?.extensions ?? {}
    return validationErrors ?? fact ?? code
  }

  it('a renewed certificate decides from then on; the one before stays', async () => {
    await renew('2026-06-10', '2028-08-31')
    expect(await expiry()).toBe('2028-08-31')
    expect((await history()).certificates).toMatchObject([
      {
        startsOn: '2026-06-10',
        expiresOn: '2028-08-31',
        isFirst: false,
        recordedBy: { displayName: 'MANAGER 1' },
      },
      { startsOn: '2024-09-01', expiresOn: '2026-08-31', isFirst: true, isCorrected: false },
    ])
  })

  it('a wrong one is corrected by a further record, and voided as a whole', async () => {
    const wrong = (await renew('2026-06-10', '2028-08-30')).data?.recordCertificate.certificate.id
    const corrected = await manager.data(ops.CORRECT_CERTIFICATE, {
      input: { certificateId: wrong, startsOn: '2026-06-10', expiresOn: '2028-08-31' },
    })
    expect(corrected).toMatchObject({ correctCertificate: { certificate: { corrects: wrong } } })
    const { certificates } = await history()
    expect(certificates).toHaveLength(3)
    expect(certificates.find((one) => one.id === wrong)).toMatchObject({
      isCorrected: true,
      voidedBy: null,
    })
    expect(await expiry()).toBe('2028-08-31')

    const right = certificates.find((one) => one['corrects'] === wrong)?.id
    await manager.data(ops.VOID_CERTIFICATE, { input: { certificateId: right } })
    expect(await expiry()).toBe('2028-08-30')
    expect(await manager.data(ops.VOID_CERTIFICATE, { input: { certificateId: wrong } })).toEqual({
      voidCertificate: { certificate: { id: wrong, voidedBy: { displayName: 'MANAGER 1' } } },
    })
    expect(await expiry()).toBe('2026-08-31')
    expect(await manager.data(ops.RESTORE_CERTIFICATE, { input: { certificateId: wrong } })).toEqual({
      restoreCertificate: { certificate: { id: wrong, voidedBy: null } },
    })
    expect(await expiry()).toBe('2028-08-30')
  })

  it('the first certificate is corrected, never voided', async () => {
    const voiding = manager.ask(ops.VOID_CERTIFICATE, { input: { certificateId: id } })
    expect(await validationErrorOf(voiding)).toBe('record.not-found')
    await manager.data(ops.CORRECT_CERTIFICATE, {
      input: { certificateId: id, startsOn: '2024-09-01', expiresOn: '2026-09-01' },
    })
    expect(await expiry()).toBe('2026-09-01')
  })

  it.each([
    ['2024-10-01', '2026-01-31', { field: 'startsOn', problem: 'overlaps', limit: '2024-09-01' }],
    ['2024-08-01', '2026-09-30', { field: 'startsOn', problem: 'overlaps', limit: '2024-09-01' }],
    ['2026-06-10', '2026-06-10', { field: 'expiresOn', problem: 'before-its-start', limit: '2026-06-10' }],
    ['2027-06-18', '2028-06-18', { field: 'startsOn', problem: 'too-far-ahead', limit: '2027-06-17' }],
    ['2026-06-10', '2046-06-18', { field: 'expiresOn', problem: 'too-far-ahead', limit: '2046-06-17' }],
  ])('a certificate from %s to %s is refused', async (startsOn, expiresOn, validationError) => {
    expect(await validationErrorOf(renew(startsOn, expiresOn))).toEqual([validationError])
  })

  it('no certificate makes a certification end before it was issued', async () => {
    const input = { certificateId: id, startsOn: '2022-09-01', expiresOn: '2024-08-31' }
    expect(await validationErrorOf(manager.ask(ops.CORRECT_CERTIFICATE, { input }))).toEqual([
      { field: 'expiresOn', problem: 'before-its-start', limit: '2024-09-01' },
    ])
    expect(await expiry()).toBe('2026-08-31')
  })

  it('two certifications of one credential do not overlap, whichever way they come to', async () => {
    await certifications.certification(peer, CREDENTIAL.california, {
      issuedOn: '2027-01-01',
      expiresOn: '2028-12-31',
    })
    expect(await validationErrorOf(renew('2026-09-01', '2028-08-31'))).toBe(
      'certification.history.certificates-cross',
    )
    const revoked = await certifications.certification(peer, CREDENTIAL.georgia, { expiresOn: '2026-12-31' })
    const again = { expiresOn: '2027-12-31', issuedOn: '2026-03-01' }
    const before = certifications.certification(peer, CREDENTIAL.georgia, again)
    await expect(before).rejects.toMatchObject({ constraint: 'certification_overlaps' })
    await certifications.status(peer, revoked, 'REVOKED', { startsOn: '2026-02-01' })
    await certifications.certification(peer, CREDENTIAL.georgia, again)
    const boardStatusId = (
      await api.superuser.query<{ id: string }>(
        'select id from board_status_period where certification_id = $1',
        [revoked],
      )
    ).rows[0]?.id
    for (const asked of [
      manager.ask(ops.VOID_STATUS, { input: { boardStatusId } }),
      manager.ask(ops.END_STATUS, { input: { boardStatusId, endsOn: '2026-04-01' } }),
    ])
      expect(await validationErrorOf(asked)).toBe('certification.history.certificates-cross')
  })

  it('T3: a check at the register stays, and the peer reads its note', async () => {
    const verification = {
      checkedOn: '2026-06-16',
      source: ' register.example.org ',
      result: 'DIFFERS',
      expiresOnSeen: '2026-07-31',
      note: 'Shows the old name.',
    }
    const record = (change: object) =>
      manager.ask(ops.RECORD_VERIFICATION, { input: { certificationId: id, ...verification, ...change } })
    expect((await record({})).data).toEqual({
      recordVerification: { verification: { source: 'register.example.org' } },
    })
    const own = await history(await api.as(peer))
    expect(own.verifications).toMatchObject([
      { ...verification, source: 'register.example.org', recordedBy: { displayName: 'MANAGER 1' } },
    ])
    for (const [expiresOnSeen, problem, limit] of [
      ['2024-09-01', 'before-its-start', '2024-09-01'],
      ['2046-06-18', 'too-far-ahead', '2046-06-17'],
    ])
      expect(await validationErrorOf(record({ expiresOnSeen }))).toEqual([
        { field: 'expiresOnSeen', problem, limit },
      ])
    const nothing = { result: 'NOT_FOUND', source: ' ', note: 'x'.repeat(301) }
    expect(await validationErrorOf(record(nothing))).toEqual([
      { field: 'source', problem: 'required' },
      { field: 'expiresOnSeen', problem: 'not-an-option' },
      { field: 'note', problem: 'too-long', limit: 300 },
    ])
  })

  it('facts of the holder have one editor at a time, and say what the rule asks', async () => {
    const facts = {
      number: `CA-${randomUUID()}`.slice(0, 12),
      birthday: '02-29',
      conditionsHeld: ['SUPERVISES_OTHERS'],
      conditionsNotHeld: ['CRISIS_TEAM'],
      chosenCycleMonths: 24,
      examYear: 2021,
    }
    const update = (expectedRevision: number, change: object = {}, certificationId = id) =>
      manager.ask(ops.UPDATE_FACTS, { input: { certificationId, expectedRevision, ...facts, ...change } })
    const { number, birthday } = facts
    expect((await update(1)).data).toEqual({
      updateHolderFacts: {
        __typename: 'HolderFactsUpdated',
        holder: { revision: 2, number, birthday, asked: { examYear: false } },
      },
    })
    expect((await history()).holder).toMatchObject({ ...facts, revision: 2 })
    expect((await update(1, { number: 'CA-0' })).data).toEqual({
      updateHolderFacts: { __typename: 'StaleRevision', currentRevision: 2 },
    })
    expect((await history()).holder).toMatchObject({ ...facts, revision: 2 })
    const both = { conditionsNotHeld: ['SUPERVISES_OTHERS'], examYear: 2027 }
    expect(await validationErrorOf(update(2, both))).toEqual([
      { field: 'conditionsNotHeld', problem: 'repeated' },
      { field: 'examYear', problem: 'too-large', limit: 2026 },
    ])
    const other = await certifications.certification(peer, CREDENTIAL.washington, { number: 'WA-7' })
    const taken = await certifications.certification(
      await api.build.peer(organization),
      CREDENTIAL.washington,
    )
    expect(await validationErrorOf(update(1, { number: 'WA-7' }, taken))).toEqual([
      { field: 'number', problem: 'already-there' },
    ])
    id = other
    const { asked } = (await history()).holder
    expect(asked).toMatchObject({ birthday: true, examYear: false })
  })
})
