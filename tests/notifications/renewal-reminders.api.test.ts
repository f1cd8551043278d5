import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assessStale } from '../../api/src/certification/status/assess-certifications.service.ts'
import { createDataSource } from '../../api/src/database/data-source.ts'
import { addDays } from '../../shared/src/calendar/plain-date.ts'
import { CERTIFICATION_REMINDER_DAYS } from '../../shared/src/notifications/notification-kinds.ts'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../support/builders/certification-builders.ts'
import { TestApi } from '../support/test-api.ts'

const EXPIRES_ON = '2026-08-31'

describe('reminders of a certificate that will run out', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let peer: Member
  let manager: Member
  let certifications: CertificationBuilders
  let database: DataSource

  beforeAll(async () => {
    api = await TestApi.start()
    certifications = new CertificationBuilders(api.build)
    database = createDataSource(api.urls.appUrl, { poolSize: 2 })
    await database.initialize()
  })
  beforeEach(async () => {
    organization = await api.build.organization({ timeZone: 'America/New_York' })
    peer = await api.build.peer(organization)
    manager = await api.build.member(organization, ['MANAGER'])
    await api.build.member(organization, ['ADMIN', 'AUDITOR'])
    await api.build.supervisor(organization)
  })
  afterAll(async () => {
    await database.destroy()
    await api.close()
  })

  const remindAt = (at: string) =>
    api.superuser.query('select access.remind_of_expiry($1, $2)', [at, CERTIFICATION_REMINDER_DAYS])
  const stepsTold = async (member: Member): Promise<number[]> => {
    const { rows } = await api.superuser.query<{ key: string }>(
      'select key from notification where recipient_id = $1 order by created_at',
      [member.id],
    )
    return rows.map(({ key }) => Number(key.split(':').at(-1)))
  }

  it('come at 90, 60, 30, 14 and 7 days, each once, to the peer and the managers', async () => {
    await certifications.certification(peer, CREDENTIAL.california, { expiresOn: EXPIRES_ON })
    const before: Record<number, number[]> = {}
    for (let left = 95; left >= -5; left--) {
      for (const hour of ['11', '12', '15']) await remindAt(`${addDays(EXPIRES_ON, -left)}T${hour}:07:00Z`)
      if ([91, 90, 61, 60, 31, 30, 8, 7, -5].includes(left)) before[left] = await stepsTold(peer)
    }
    expect(before).toEqual({
      91: [],
      90: [90],
      61: [90],
      60: [90, 60],
      31: [90, 60],
      30: [90, 60, 30],
      8: [90, 60, 30, 14],
      7: [90, 60, 30, 14, 7],
      [-5]: [90, 60, 30, 14, 7],
    })
    expect(await stepsTold(manager)).toEqual([90, 60, 30, 14, 7])
    const { rows } = await api.superuser.query(
      'select distinct recipient_id from notification where organization_id = $1',
      [organization.id],
    )
    expect(rows).toHaveLength(2)
  })

  it("begin at eight in the organization's morning", async () => {
    await certifications.certification(peer, CREDENTIAL.california, { expiresOn: EXPIRES_ON })
    await remindAt(`${addDays(EXPIRES_ON, -90)}T11:59:00Z`)
    expect(await stepsTold(peer)).toEqual([])
    await remindAt(`${addDays(EXPIRES_ON, -90)}T12:00:00Z`)
    expect(await stepsTold(peer)).toEqual([90])
  })

  it('begin late with the nearest step only', async () => {
    await certifications.certification(peer, CREDENTIAL.california, { expiresOn: EXPIRES_ON })
    await remindAt(`${addDays(EXPIRES_ON, -25)}T15:00:00Z`)
    expect(await stepsTold(peer)).toEqual([30])
  })

  it('end with the renewal, and begin again for the next expiry', async () => {
    const id = await certifications.certification(peer, CREDENTIAL.california, { expiresOn: EXPIRES_ON })
    await certifications.term(peer, id, { startsOn: '2026-06-01', expiresOn: '2028-06-01' })
    await remindAt(`${addDays(EXPIRES_ON, -25)}T15:00:00Z`)
    expect(await stepsTold(peer)).toEqual([])
    await remindAt('2028-05-10T15:00:00Z')
    expect(await stepsTold(peer)).toEqual([30])
  })

  it('leave alone what a later one of the same title has replaced, and go by the day that decides', async () => {
    const { michigan } = CREDENTIAL
    const held = { issuedOn: '2024-09-01', expiresOn: EXPIRES_ON, title: 'CPSS' }
    await certifications.certification(peer, michigan, held)
    const at = `${addDays(EXPIRES_ON, -25)}T15:00:00Z`
    const coach = { issuedOn: '2025-05-10', expiresOn: '2026-08-10', title: 'CPRC' }
    await certifications.certification(peer, michigan, coach)
    await assessStale(database, new Date(at), organization.id)
    await remindAt(at)
    // Both end on the later day.
    expect(await stepsTold(peer)).toEqual([30, 30])
    await certifications.certification(peer, michigan, {
      ...held,
      issuedOn: EXPIRES_ON,
      expiresOn: '2028-08-31',
    })
    await assessStale(database, new Date(at), organization.id)
    await remindAt(`${addDays(EXPIRES_ON, -5)}T15:00:00Z`)
    expect(await stepsTold(peer)).toEqual([30, 30])
  })

  it('leave alone what is revoked or rests, and whoever has left', async () => {
    const revoked = await certifications.certification(peer, CREDENTIAL.california, { expiresOn: EXPIRES_ON })
    await certifications.status(peer, revoked, 'REVOKED')
    const gone = await api.build.peer(organization)
    await certifications.certification(gone, CREDENTIAL.california, { expiresOn: EXPIRES_ON })
    await api.build.insert('employment', {
      organization_id: organization.id,
      member_id: gone.id,
      leaves_on: '2026-06-01',
    })
    await remindAt(`${addDays(EXPIRES_ON, -25)}T15:00:00Z`)
    expect([...(await stepsTold(peer)), ...(await stepsTold(gone)), ...(await stepsTold(manager))]).toEqual(
      [],
    )
  })

  it('come again to whoever has come back', async () => {
    await certifications.certification(peer, CREDENTIAL.california, { expiresOn: EXPIRES_ON })
    const comesBackOn = addDays(EXPIRES_ON, -20)
    await api.build.insert('employment', {
      organization_id: organization.id,
      member_id: peer.id,
      leaves_on: '2026-06-01',
      returns_on: comesBackOn,
    })
    await remindAt(`${addDays(comesBackOn, -1)}T15:00:00Z`)
    expect(await stepsTold(peer)).toEqual([])
    await remindAt(`${comesBackOn}T15:00:00Z`)
    expect(await stepsTold(peer)).toEqual([30])
  })
})
