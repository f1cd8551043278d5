import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import * as ops from '../history/history-operations.ts'

const MAY = { startsOn: '2026-05-01', endsOn: '2026-05-31', hours: 120.5 }

interface Listed {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  readonly edges: readonly { readonly node: { readonly hours: number } }[]
}

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
    caller.ask<{ recordServiceHours: { serviceHours: { id: string } } }>(ops.RECORD_SERVICE, {
      input: { peerId: peer.id, ...input },
    })
  const idOf = async (recording: ReturnType<typeof record>): Promise<string | undefined> =>
    (await recording).data?.recordServiceHours.serviceHours.id
  const take = (serviceHoursId: string | undefined) =>
    manager.data(ops.VOID_SERVICE, { input: { serviceHoursId } })
  const restore = (serviceHoursId: string | undefined) =>
    manager.ask(ops.RESTORE_SERVICE, { input: { serviceHoursId } })
  const listed = async (page: object = {}, caller = manager) =>
    (await caller.data<{ serviceHours: Listed }>(ops.SERVICE, { peerId: peer.id, ...page })).serviceHours
  const validationErrorOf = async (asked: ReturnType<Caller['ask']>): Promise<unknown> => {
    const { code, validationErrors, fact } = (await asked).errors?.[0]?.extensions ?? {}
    return validationErrors ?? fact ?? code
  }
  const overlaps = (limit: string) => [{ field: 'startsOn', problem: 'overlaps', limit }]

  it('are entered by days, and voided', async () => {
    const made = await idOf(record(MAY))
    expect(await validationErrorOf(record({ ...MAY, hours: 745 }))).toEqual([
      { field: 'hours', problem: 'too-large', limit: 744 },
    ])
    const voidedBy = { displayName: 'MANAGER 1' }
    expect(await take(made)).toEqual({ voidServiceHours: { serviceHours: { voidedBy } } })
    const own = await listed({}, await api.as(peer))
    expect(own.edges).toMatchObject([{ node: { hours: 120.5, voidedBy } }])
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
    const { edges } = await listed()
    expect(edges.map(({ node }) => node.hours).sort()).toEqual([120.5, 20, 4])
  })

  it('are refused as well when they are restored, and when two managers enter them at once', async () => {
    const id = await idOf(record(MAY))
    await take(id)
    const again = await idOf(record({ ...MAY, hours: 100 }))
    expect(await validationErrorOf(restore(id))).toEqual(overlaps('2026-05-01/2026-05-31'))
    await take(again)
    expect((await restore(id)).data).toEqual({ restoreServiceHours: { serviceHours: { voidedBy: null } } })
    expect(await validationErrorOf(restore(id))).toBe('record.not-found')

    const other = await api.as(await api.build.member(organization, ['MANAGER']))
    const day = { startsOn: '2026-04-04', endsOn: '2026-04-04', hours: 8 }
    const answers = await Promise.all([manager, other, manager].map((caller) => record(day, caller)))
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1)
  })

  it('are listed page by page, the latest first, entries of one day among them', async () => {
    for (const hours of [1, 2, 3])
      await record({ startsOn: '2026-05-04', endsOn: '2026-05-04', hours, allowsOverlap: true })
    await record({ startsOn: '2026-05-05', endsOn: '2026-05-05', hours: 4 })
    const first = await listed({ first: 2 })
    const second = await listed({ first: 2, after: first.pageInfo.endCursor })
    expect([first.totalCount, second.totalCount]).toEqual([4, 4])
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
    expect(first.edges[0]?.node.hours).toBe(4)
    const all = [...first.edges, ...second.edges].map(({ node }) => node.hours)
    expect(all.sort()).toEqual([1, 2, 3, 4])
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
