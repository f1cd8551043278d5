import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import {
  confirm,
  type Importer,
  importer,
  shownImport,
  shownRows,
  UNDO,
} from '../../support/builders/import-builders.ts'
import { TestApi } from '../../support/test-api.ts'
import * as ops from '../history/history-operations.ts'

const SHEET = `query ($from: LocalDate!, $monthCount: Int!, $search: String, $first: Int, $after: String) {
  serviceMonths(from: $from, monthCount: $monthCount, search: $search, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { peer { id } months { month hours isSettable } } } } }`
const SET = `mutation ($input: SetServiceMonthsInput!) { setServiceMonths(input: $input) { changedCount } }`

interface Sheet {
  readonly serviceMonths: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: readonly {
      readonly node: {
        readonly peer: { readonly id: string }
        readonly months: readonly { readonly hours: number | null; readonly isSettable: boolean }[]
      }
    }[]
  }
}

/** It is June 17, 2026 in the tests. */
describe('the sheet of service hours', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Importer
  let [one, other] = [] as unknown as [Member, Member]

  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    manager = await importer(api, await api.build.member(organization, ['MANAGER']))
    one = await api.build.peer(organization)
    other = await api.build.peer(organization)
  })

  const sheet = async (args: object = {}) =>
    (await manager.caller.data<Sheet>(SHEET, { from: '2026-04-01', monthCount: 3, ...args })).serviceMonths
  const hoursOf = async (peer: Member) =>
    (await sheet()).edges.find(({ node }) => node.peer.id === peer.id)?.node.months.map(({ hours }) => hours)
  const cell = (peer: Member, month: string, hours: number, expectedHours: number | null = null) => ({
    ...{ peerId: peer.id, month, hours, expectedHours },
  })
  const set = async (...cells: readonly object[]) => {
    const { data, errors } = await manager.caller.ask<{ setServiceMonths: { changedCount: number } }>(SET, {
      input: { cells },
    })
    const { validationErrors, fact } = errors?.[0]?.extensions ?? {}
    return data?.setServiceMonths.changedCount ?? validationErrors ?? fact
  }
  const entries = async () =>
    (
      await api.superuser.query<{ days: string; hours: string; voided: boolean }>(
        `select starts_on || '/' || ends_on as days, hours::float as hours, voided_at is not null as voided
           from service_hours where organization_id = $1 order by starts_on, hours desc`,
        [organization.id],
      )
    ).rows

  it('is filled for many at once, once however often it is sent, and corrected by further records', async () => {
    const cells = [cell(one, '2026-04-01', 120), cell(one, '2026-06-01', 64.5), cell(other, '2026-04-01', 80)]
    expect(await set(...cells)).toBe(3)
    expect(await set(...cells)).toBe(0)
    expect(await hoursOf(one)).toEqual([120, null, 64.5])
    expect(await set(cell(one, '2026-04-01', 100, 120), cell(one, '2026-06-01', 0, 64.5))).toBe(2)
    expect([await hoursOf(one), await hoursOf(other)]).toEqual([
      [100, null, null],
      [80, null, null],
    ])
    expect(await entries()).toEqual([
      { days: '2026-04-01/2026-04-30', hours: 120, voided: true },
      expect.objectContaining({ hours: 100, voided: false }),
      expect.objectContaining({ hours: 80, voided: false }),
      { days: '2026-06-01/2026-06-17', hours: 64.5, voided: true },
    ])
  })

  it('keeps what somebody else changed meanwhile, and what was entered day by day', async () => {
    await set(cell(one, '2026-04-01', 120))
    expect(await set(cell(other, '2026-05-01', 8), cell(one, '2026-04-01', 100, 90))).toBe(
      'certification.service-hours.changed-meanwhile',
    )
    const day = { startsOn: '2026-05-04', endsOn: '2026-05-04', hours: 8 }
    await manager.caller.data(ops.RECORD_SERVICE, { input: { peerId: one.id, ...day } })
    expect(await set(cell(other, '2026-05-01', 8), cell(one, '2026-05-01', 100, 8))).toEqual([
      { field: 'cells.1.hours', problem: 'overlaps', limit: '2026-05-01' },
    ])
    expect(await hoursOf(other)).toEqual([null, null, null])
  })

  it('refuses by its place who is not here, and a month to come', async () => {
    const stranger = await api.build.peer(await api.build.organization())
    expect(await set(cell(one, '2026-04-01', 8), cell(stranger, '2026-04-01', 8))).toEqual([
      { field: 'cells.1.peerId', problem: 'not-found' },
    ])
    expect(await set(cell(one, '2026-07-01', 8))).toEqual([
      { field: 'cells.0.month', problem: 'in-the-future', limit: '2026-06-17' },
    ])
  })

  it.each([3, 30])(
    'is one write of two statements and stands page by page, with %i more peers',
    async (count) => {
      for (let n = 0; n < count; n += 1) await api.build.peer(organization)
      await sheet()
      const statements = await api.statementsOf(() => sheet({ first: 2 }))
      expect(statements.map((batch) => batch.length)).toEqual([2])
      const first = await sheet({ first: 2 })
      const second = await sheet({ first: 100, after: first.pageInfo.endCursor })
      expect([first.totalCount, second.edges.length]).toEqual([count + 2, count])
    },
  )

  it('comes as a file and goes as the same file, and what a file brought goes away again', async () => {
    await set(cell(one, '2026-04-01', 120), cell(other, '2026-05-01', 96))
    const { text } = await manager.caller.file('service-hours', { from: '2026-04-01', monthCount: 3 })
    const again = await manager.preview(text, 'hours.csv', 'SERVICE_HOURS')
    expect(await shownImport(manager.caller, again)).toMatchObject({ newCount: 0, presentCount: 2 })

    const file = `Email,Month,Hours\n${one.email},2026-05,140\n${other.email},2026-05,8\n${one.email},2026-06,many\n`
    const id = await manager.preview(file, 'hours.csv', 'SERVICE_HOURS')
    expect(await shownImport(manager.caller, id)).toMatchObject({ newCount: 1, problemCount: 2 })
    const problems = (await shownRows(manager.caller, id, ['PROBLEM'])).map((row) => row.problems)
    expect(JSON.stringify(problems)).toMatch(/WORKED_FROM.*overlaps.*WORKED_HOURS.*not-a-number/)
    await confirm(manager.caller, id, { leaveOutProblems: true })
    expect(await hoursOf(one)).toEqual([120, 140, null])
    await manager.caller.data(UNDO, { id })
    expect(await hoursOf(one)).toEqual([120, null, null])
  })
})
