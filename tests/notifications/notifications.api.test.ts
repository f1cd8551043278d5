import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../support/builders/builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { aNotification, aNotificationChoice } from '../support/builders/notification-builders.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

const LIST = `query ($first: Int! = 25, $after: String) {
  notifications(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id kind subjectId createdAt seenAt } } }
}`
interface Listed {
  notifications: {
    totalCount: number
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    edges: { node: { id: string; kind: string; subjectId: string | null; seenAt: string | null } }[]
  }
}
const COUNT = '{ unseenNotificationCount }'
const SEE = `mutation ($ids: [UUID!]!) {
  markNotificationsSeen(input: { notificationIds: $ids }) { unseenCount } }`
const SEE_ALL = 'mutation { markAllNotificationsSeen { unseenCount } }'
const SETTINGS = '{ notificationSettings { mail digestHour quietFrom quietUntil } }'
const CHOOSE = `mutation ($input: UpdateNotificationSettingsInput!) {
  updateNotificationSettings(input: $input) { settings { mail digestHour quietFrom quietUntil } } }`
const EVENINGS = { mail: 'DIGEST', digestHour: 18, quietFrom: '20:30', quietUntil: '06:15' }

describe('notifications', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>

  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
  })
  afterAll(() => api.close())

  const listOf = async (caller: Caller, variables: Record<string, unknown> = {}) =>
    (await caller.data<Listed>(LIST, variables)).notifications
  const aPeer = async (told: number): Promise<{ member: Member; caller: Caller; ids: string[] }> => {
    const member = await api.build.peer(people.organization)
    const ids: string[] = []
    for (let minute = 0; minute < told; minute++)
      ids.unshift(
        await aNotification(api.build, member, { createdAt: new Date(NOW.getTime() + minute * 60_000) }),
      )
    return { member, caller: await api.as(member), ids }
  }

  it('are listed newest first, page by page, to their recipient alone', async () => {
    const { caller, ids } = await aPeer(7)
    const first = await listOf(caller, { first: 5 })
    const rest = await listOf(caller, { first: 5, after: first.pageInfo.endCursor })
    expect([first.totalCount, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([
      7,
      true,
      false,
    ])
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(ids)
    for (const actor of Object.values(people.actors))
      expect(
        (await listOf(await api.as(actor))).edges.map(({ node }) => ids.includes(node.id)),
      ).not.toContain(true)
    const { errors } = await caller.ask(LIST, { after: 'WzFd' })
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
  })

  it('are new until they are seen, one or all', async () => {
    const { caller, ids } = await aPeer(3)
    const someoneElses = await aNotification(api.build, people.actors.peer)
    expect(await caller.data(COUNT)).toEqual({ unseenNotificationCount: 3 })
    expect(await caller.data(SEE, { ids: [ids[0], someoneElses, randomUUID()] })).toEqual({
      markNotificationsSeen: { unseenCount: 2 },
    })
    expect(await caller.data(SEE_ALL)).toEqual({
      markAllNotificationsSeen: { unseenCount: 0 },
    })
    expect((await listOf(caller)).edges.every(({ node }) => node.seenAt === NOW.toISOString())).toBe(true)
    expect(await (await api.as(people.actors.peer)).data(COUNT)).toEqual({ unseenNotificationCount: 1 })
    const { errors } = await caller.ask(SEE, { ids: Array.from({ length: 101 }, () => randomUUID()) })
    expect(errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'notificationIds', problem: 'too-many', limit: 100 },
    ])
  })

  it('take one write each, however many there are', async () => {
    const statements = async (told: number) => {
      const { caller, ids } = await aPeer(told)
      const sent: number[][] = []
      const asks = [
        [LIST],
        [COUNT],
        [SEE, { ids }],
        [SEE_ALL],
        [SETTINGS],
        [CHOOSE, { input: EVENINGS }],
      ] as const
      for (const [query, variables] of asks) {
        const batches = await api.statementsOf(() => caller.data(query, variables))
        sent.push(batches.map((batch) => batch.length))
      }
      return sent
    }
    expect(await statements(5)).toEqual([[3], [2], [3], [3], [2], [3]])
    expect(await statements(50)).toEqual([[3], [2], [3], [3], [2], [3]])
  })

  it("are chosen by each person for themselves; nobody finds another's choice", async () => {
    const { caller, member } = await aPeer(0)
    const defaults = { mail: 'AT_ONCE', digestHour: 8, quietFrom: '21:00', quietUntil: '07:00' }
    expect(await caller.data(SETTINGS)).toEqual({ notificationSettings: defaults })
    await caller.data(CHOOSE, { input: { ...EVENINGS, mail: 'NONE' } })
    expect(await caller.data(CHOOSE, { input: EVENINGS })).toEqual({
      updateNotificationSettings: { settings: EVENINGS },
    })
    expect(await (await api.as(member)).data(SETTINGS)).toEqual({ notificationSettings: EVENINGS })
    const twin = await api.build.peer(people.organization)
    await aNotificationChoice(api.build, twin, { mail: 'NONE' })
    expect(await caller.data(SETTINGS)).toEqual({ notificationSettings: EVENINGS })
    const { errors } = await caller.ask(CHOOSE, {
      input: { ...EVENINGS, digestHour: 24, quietFrom: '24:00' },
    })
    expect(errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'digestHour', problem: 'too-large', limit: 23 },
      { field: 'quietFrom', problem: 'not-an-option' },
    ])
  })

  it('are open to every member and to nobody who is signed out', async () => {
    const outcomes = async (caller: Caller) =>
      Promise.all(
        [LIST, COUNT, SEE_ALL, SETTINGS].map(
          async (query) => (await caller.ask(query)).errors?.[0]?.extensions.code ?? 'allowed',
        ),
      )
    for (const actor of Object.values(people.actors))
      expect(new Set(await outcomes(await api.as(actor)))).toEqual(new Set(['allowed']))
    expect(new Set(await outcomes(api.signedOut()))).toEqual(new Set(['UNAUTHENTICATED']))
  })
})
