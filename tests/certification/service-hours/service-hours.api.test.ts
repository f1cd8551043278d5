import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import * as ops from '../history/history-operations.ts'

const MAY = { startsOn: '2026-05-01', endsOn: '2026-05-31', hours: 120.5 }

describe('hours of work', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Caller
  let peer: Member

  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
  })
  beforeEach(async () => {
    peer = await api.build.peer(organization)
  })
  afterAll(() => api.close())

  const record = (input: object, caller = manager) =>
    caller.ask<{ recordServiceHours: string }>(ops.RECORD_SERVICE, { input: { peerId: peer.id, ...input } })
  const restore = (id: string | undefined) => manager.ask(ops.WITHDRAW_SERVICE, { id, withdrawn: false })
  const validationErrorOf = async (asked: ReturnType<Caller['ask']>): Promise<unknown> => {
    const { code, validationErrors, fact } = (await asked).errors?.[0]?.extensions ?? {}
    return validationErrors ?? fact ?? code
  }
  const overlaps = (limit: string) => [{ field: 'startsOn', problem: 'overlaps', limit }]

  it('are entered by days, and taken back', async () => {
    const made = (await record(MAY)).data?.recordServiceHours
    expect(await validationErrorOf(record({ ...MAY, hours: 745 }))).toEqual([
      { field: 'hours', problem: 'too-large', limit: 744 },
    ])
    await manager.data(ops.WITHDRAW_SERVICE, { id: made, withdrawn: true })
    const own = await (await api.as(peer)).data(ops.SERVICE, { peerId: peer.id })
    expect(own).toMatchObject({ serviceHours: [{ hours: 120.5, withdrawnByName: 'MANAGER 1' }] })
  })

  it('are not counted twice unknowingly: a day in a month that is there is refused with the days', async () => {
    await record(MAY)
    const day = { startsOn: '2026-05-31', endsOn: '2026-06-01', hours: 8 }
    expect(await validationErrorOf(record(day))).toEqual(overlaps('2026-05-01/2026-05-31'))
    expect((await record({ ...day, startsOn: '2026-06-01' })).errors).toBeUndefined()
    expect(await validationErrorOf(record({ ...day, endsOn: '2026-06-05', startsOn: '2026-06-01' }))).toEqual(
      overlaps('2026-06-01'),
    )
    const somebody = await api.build.peer(organization)
    expect((await record({ ...day, peerId: somebody.id })).errors).toBeUndefined()
  })

  it('can be further ones, said to be, and never more than 24 a day', async () => {
    const day = { startsOn: '2026-05-04', endsOn: '2026-05-04', hours: 20, allowsOverlap: true }
    await record(MAY)
    expect((await record(day)).errors).toBeUndefined()
    expect(await validationErrorOf(record({ ...day, hours: 4.25 }))).toEqual([
      { field: 'hours', problem: 'too-large', limit: 4 },
    ])
    expect((await record({ ...day, hours: 4 })).errors).toBeUndefined()
    const { serviceHours } = await manager.data<{ serviceHours: { hours: number }[] }>(ops.SERVICE, {
      peerId: peer.id,
    })
    expect(serviceHours.map(({ hours }) => hours).sort()).toEqual([120.5, 20, 4])
  })

  it('are refused as well when they are put back, and when two managers enter them at once', async () => {
    const id = (await record(MAY)).data?.recordServiceHours
    await manager.data(ops.WITHDRAW_SERVICE, { id, withdrawn: true })
    const again = (await record({ ...MAY, hours: 100 })).data?.recordServiceHours
    expect(await validationErrorOf(restore(id))).toEqual(overlaps('2026-05-01/2026-05-31'))
    await manager.data(ops.WITHDRAW_SERVICE, { id: again, withdrawn: true })
    expect((await restore(id)).errors).toBeUndefined()

    const other = await api.as(await api.build.member(organization, ['MANAGER']))
    const day = { startsOn: '2026-04-04', endsOn: '2026-04-04', hours: 8 }
    const answers = await Promise.all([manager, other, manager].map((caller) => record(day, caller)))
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1)
  })

  it('stand alone in the database itself', async () => {
    const row = (hours: number) =>
      api.build.insert('service_hours', {
        organization_id: organization.id,
        peer_id: peer.id,
        starts_on: '2026-05-04',
        ends_on: '2026-05-04',
        hours,
        recorded_by: peer.id,
        recorded_at: '2026-05-05T12:00:00Z',
      })
    await row(8)
    await expect(row(7)).rejects.toMatchObject({ constraint: 'service_hours_overlap' })
  })
})
