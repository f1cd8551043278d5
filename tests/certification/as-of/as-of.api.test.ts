import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const ON_A_DAY = `query ($peerId: UUID!, $day: LocalDate!, $asKnownThen: Boolean) {
  certifiedOn(peerId: $peerId, day: $day, asKnownThen: $asKnownThen) {
    answer supervisedBy
    certifications { answer lacksOneOf certification { status expiresOn credential { id } } } } }`
const REQUIREMENTS =
  'requirements { requirement { kind ... on MinimumRequirement { category } } ... on MeasuredRequirement { earned } }'
const AS_OF = `query ($id: UUID!, $day: LocalDate!, $asKnownThen: Boolean) {
  certificationAsOf(certificationId: $id, day: $day, asKnownThen: $asKnownThen) {
    status expiresOn ${REQUIREMENTS} } }`
interface OnDay {
  answer: string
  supervisedBy: string[]
  certifications: CertificationOnDay[]
}
type CertificationOnDay = { answer: string; lacksOneOf: string[]; certification: StatusOnDay }
type StatusOnDay = { status: string; expiresOn: string | null }

describe('certified on the day of service', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let auditor: Caller
  let peer: Member
  let certifications: CertificationBuilders
  beforeAll(async () => {
    api = await TestApi.start()
    certifications = new CertificationBuilders(api.build)
    organization = await api.build.organization()
    auditor = await api.as(await api.build.member(organization, ['AUDITOR']))
  })
  beforeEach(async () => {
    peer = await api.build.peer(organization)
  })
  afterAll(() => api.close())

  const on = async (day: string, asKnownThen = false): Promise<OnDay> =>
    (await auditor.data<{ certifiedOn: OnDay }>(ON_A_DAY, { peerId: peer.id, day, asKnownThen })).certifiedOn
  const asOf = async (id: string, day: string, asKnownThen = false) =>
    (await auditor.data<{ certificationAsOf: object | null }>(AS_OF, { id, day, asKnownThen }))
      .certificationAsOf

  it('says yes within a certificate, no in a gap, and yes again under the next', async () => {
    const id = await certifications.certification(peer, CREDENTIAL.california, {
      issuedOn: '2022-01-01',
      expiresOn: '2023-12-31',
    })
    await certifications.term(peer, id, { startsOn: '2024-06-01', expiresOn: '2026-05-31' })
    const answers: Record<string, string> = {}
    for (const day of ['2021-12-31', '2022-01-01', '2023-12-31', '2024-06-01', '2026-05-31']) {
      answers[day] = (await on(day)).answer
    }
    expect(answers).toEqual({
      '2021-12-31': 'NO',
      '2022-01-01': 'YES',
      '2023-12-31': 'YES',
      '2024-06-01': 'YES',
      '2026-05-31': 'YES',
    })
    // After the first certificate, before the second: expired, whatever the board's late rule makes of it.
    const between = await on('2024-05-31')
    expect(between.answer).not.toBe('YES')
    expect(between.certifications).toMatchObject([{ certification: { expiresOn: '2023-12-31' } }])
  })

  it('heeds a status on its days, and none that was taken back', async () => {
    const id = await certifications.certification(peer, CREDENTIAL.california)
    await certifications.status(peer, id, 'SUSPENDED', { startsOn: '2026-02-01', endsOn: '2026-02-28' })
    expect([
      (await on('2026-01-31')).answer,
      (await on('2026-02-10')).answer,
      (await on('2026-03-01')).answer,
    ]).toEqual(['YES', 'NO', 'YES'])
    await api.superuser.query(
      'update board_status_period set voided_at = now(), voided_by = peer_id where peer_id = $1',
      [peer.id],
    )
    expect((await on('2026-02-10')).answer).toBe('YES')
  })

  it('a certificate that needs a registration beside it does not stand without one', async () => {
    await certifications.certification(peer, 'us-va-cprs', {
      issuedOn: '2025-01-01',
      expiresOn: '2026-12-31',
    })
    expect(await on('2026-05-01')).toMatchObject({ answer: 'NO', certifications: [{ lacksOneOf: ['RPRS'] }] })
    await certifications.certification(peer, 'us-va-rprs', {
      issuedOn: '2026-03-01',
      expiresOn: '2027-02-28',
    })
    expect((await on('2026-05-01')).answer).toBe('YES')
    expect((await on('2026-02-28')).answer).toBe('NO')
    expect(await on('2026-05-01')).toMatchObject({
      certifications: [{ lacksOneOf: [] }, { lacksOneOf: [] }],
    })
  })

  it('names the types of supervision that were in force, accepted ones only', async () => {
    const supervisor = await api.build.supervisor(organization)
    const relate = (type: string, startsOn: string, endsOn: string | null, acceptedAt: string | null) =>
      api.build.insert('supervision_relationship', {
        organization_id: organization.id,
        id: randomUUID(),
        supervisor_id: supervisor.id,
        peer_id: peer.id,
        type,
        starts_on: startsOn,
        ends_on: endsOn,
        proposed_at: '2025-12-01T12:00:00Z',
        accepted_at: acceptedAt,
      })
    await relate('EDUCATIONAL', '2026-01-01', '2026-03-31', '2026-01-01T12:00:00Z')
    await relate('ADMINISTRATIVE', '2026-01-01', null, '2026-01-01T12:00:00Z')
    await relate('SUPPORTIVE', '2026-01-01', null, null)
    expect((await on('2026-03-31')).supervisedBy).toEqual(['ADMINISTRATIVE', 'EDUCATIONAL'])
    expect((await on('2026-04-01')).supervisedBy).toEqual(['ADMINISTRATIVE'])
    expect((await on('2025-12-31')).supervisedBy).toEqual([])
  })

  it('tells what had been recorded by then from what is known today', async () => {
    const id = await certifications.certification(peer, CREDENTIAL.california, {
      issuedOn: '2022-01-01',
      expiresOn: '2023-12-31',
    })
    await api.superuser.query("update certification set recorded_at = '2022-02-01T12:00:00Z' where id = $1", [
      id,
    ])
    await api.superuser.query(
      "update certification_term set recorded_at = '2022-02-01T12:00:00Z' where id = $1",
      [id],
    )
    await certifications.term(peer, id, {
      startsOn: '2024-01-01',
      expiresOn: '2025-12-31',
      recordedAt: new Date('2024-04-01T12:00:00Z'),
    })
    await certifications.hours(peer, 6, ['ethics'], { heldOn: '2024-02-10' })
    expect(await asOf(id, '2024-03-01')).toMatchObject({
      expiresOn: '2025-12-31',
      requirements: expect.arrayContaining([{ requirement: { kind: 'TOTAL' }, earned: 6 }]) as unknown,
    })
    expect(await asOf(id, '2024-03-01', true)).toMatchObject({ expiresOn: '2023-12-31' })
    expect(await asOf(id, '2024-04-01', true)).toMatchObject({
      expiresOn: '2025-12-31',
      requirements: expect.arrayContaining([{ requirement: { kind: 'TOTAL' }, earned: 0 }]) as unknown,
    })
    expect(await asOf(id, '2022-01-15')).not.toBeNull()
    expect(await asOf(id, '2022-01-15', true)).toBeNull()
    expect([(await on('2024-03-01')).answer, (await on('2024-03-01', true)).answer]).not.toEqual([
      'YES',
      'YES',
    ])
  })

  it('knows a status then as it was recorded then: not yet ended, not yet taken back', async () => {
    const id = await certifications.certification(peer, CREDENTIAL.california)
    await api.superuser.query("update certification set recorded_at = '2025-01-01T12:00:00Z' where id = $1", [
      id,
    ])
    await api.superuser.query(
      "update certification_term set recorded_at = '2025-01-01T12:00:00Z' where id = $1",
      [id],
    )
    await certifications.status(peer, id, 'INACTIVE', { startsOn: '2026-01-10', endsOn: '2026-01-31' })
    await api.superuser.query(
      `update board_status_period set recorded_at = '2026-01-10T12:00:00Z', ended_by = peer_id,
              ended_at = '2026-04-02T12:00:00Z' where certification_id = $1`,
      [id],
    )
    expect((await on('2026-03-01')).answer).toBe('YES')
    expect((await on('2026-03-01', true)).answer).toBe('NO')
    expect((await on('2026-04-02', true)).answer).toBe('YES')
  })

  it('knows nothing of a day by which nothing had been recorded', async () => {
    const facts = { issuedOn: '2025-11-01', expiresOn: '2027-10-31' }
    await certifications.certification(peer, CREDENTIAL.california, facts)
    expect(await on('2026-04-30', true)).toMatchObject({ answer: 'NOT_KNOWN', certifications: [] })
    expect((await on('2026-04-30')).answer).toBe('YES')
  })

  it('knows a rule of the organization then as it stood then: not yet taken back', async () => {
    const manager = await api.build.member(organization, ['MANAGER'])
    const id = await certifications.certification(peer, CREDENTIAL.alaska)
    for (const table of ['certification', 'certification_term'])
      await api.superuser.query(`update ${table} set recorded_at = '2025-01-01T12:00:00Z' where id = $1`, [
        id,
      ])
    const versionId = randomUUID()
    await api.build.insert('renewal_rule_version', {
      organization_id: organization.id,
      id: versionId,
      credential_id: CREDENTIAL.alaska,
      number: 1,
      rule: { cycleMonths: 24 },
      reason: 'Our board says so',
      published_by: manager.id,
      published_at: '2026-02-01T12:00:00Z',
    })
    await api.build.insert('renewal_rule_end', {
      organization_id: organization.id,
      id: randomUUID(),
      version_id: versionId,
      reason: 'A slip of the pen',
      recorded_by: manager.id,
      recorded_at: '2026-05-01T12:00:00Z',
    })
    const isOwn = async (day: string, asKnownThen: boolean) => {
      const asked = `query ($id: UUID!, $day: LocalDate!, $asKnownThen: Boolean) {
        certificationAsOf(certificationId: $id, day: $day, asKnownThen: $asKnownThen) {
          credential { rule { origin } } } }`
      const { certificationAsOf } = await auditor.data<{
        certificationAsOf: { credential: { rule: { origin: string } } }
      }>(asked, { id, day, asKnownThen })
      return certificationAsOf.credential.rule.origin === 'ORGANIZATION'
    }
    expect(await isOwn('2026-04-30', false)).toBe(false)
    expect([
      await isOwn('2026-01-31', true),
      await isOwn('2026-02-01', true),
      await isOwn('2026-04-30', true),
      await isOwn('2026-05-01', true),
    ]).toEqual([false, true, true, false])
  })

  it('on today the look back is the look itself, and costs the same for five or fifty', async () => {
    const id = await certifications.certification(peer, CREDENTIAL.california)
    const { certification } = await auditor.data<{ certification: object }>(
      `query ($id: UUID!) { certification(certificationId: $id) { status expiresOn ${REQUIREMENTS} } }`,
      { id },
    )
    expect(await asOf(id, '2026-06-17')).toEqual(certification)
    expect(await asOf(id, '2026-06-17', true)).toEqual(certification)
    const counts: number[][] = []
    for (const many of [5, 45]) {
      for (let course = 0; course < many; course++) await certifications.hours(peer, 1, ['ethics'])
      for (const asKnownThen of [false, true]) {
        const batches = await api.statementsOf(() => on('2026-06-01', asKnownThen))
        counts.push(batches.map((batch) => batch.length))
      }
    }
    expect(counts).toEqual([[4], [4], [4], [4]])
  })

  it('refuses a day to come, and finds no peer of another organization', async () => {
    const { errors } = await auditor.ask(ON_A_DAY, { peerId: peer.id, day: '2026-06-18' })
    expect(errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'day', problem: 'in-the-future', limit: '2026-06-17' },
    ])
    const stranger = await api.build.peer(await api.build.organization({ name: 'Elsewhere' }))
    const asked = await auditor.ask(ON_A_DAY, { peerId: stranger.id, day: '2026-06-01' })
    expect(asked.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const own = await (await api.as(peer)).ask(ON_A_DAY, { peerId: peer.id, day: '2026-06-01' })
    expect(own.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })
})
