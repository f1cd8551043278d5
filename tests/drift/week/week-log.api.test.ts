import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BuiltOrganization, type Member } from '../../support/builders/builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { NOW, THIS_WEEK } from '../../support/fixed-today.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// How a week went is the peer's: who teaches or supports them reads it as far as they show it, nobody else at all.

const LOG = `mutation ($input: LogWeekInput!) { logWeek(input: $input) {
  ... on WeekLogged { weekLog { weekStart revision onlyTotals metPeers
    entries { activity customName function quarterHours askedBy } } }
  ... on StaleRevision { currentRevision } } }`
const UNDO = `mutation ($input: UndoWeekLogInput!) { undoWeekLog(input: $input) {
  ... on WeekLogUndone { weekLog { revision entries { activity } } } ... on StaleRevision { currentRevision } } }`
const MINE =
  '{ myWeekLogs { totalCount edges { node { weekStart revision metPeers entries { activity quarterHours } } } } }'
const THEIRS = `query ($peerId: UUID!) { peerWeekLogs(peerId: $peerId) { totalCount edges { node {
  weekStart onlyTotals totals { function quarterHours } entries { activity quarterHours askedBy } } } } }`
const TALKING = { activity: 'TALKING_FAMILY', quarterHours: 80, askedBy: 'OWN_CHOICE' }
const TESTING = { activity: 'GIVING_DRUG_TEST', quarterHours: 8, askedBy: 'HOST_AGENCY' }
const WEEK = {
  weekStart: THIS_WEEK,
  entries: [TALKING, TESTING],
  metPeers: true,
  onlyTotals: false,
  expectedRevision: 0,
}
const DAY = 86_400_000

interface Theirs {
  peerWeekLogs: {
    totalCount: number
    edges: { node: { weekStart: string; entries: object[]; totals: object[] } }[]
  }
}

describe('a week that a peer logs', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let jail: string
  let peer: Member
  let caller: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    jail = await api.build.hostAgency(organization, { name: 'Larch County Jail' })
  })
  beforeEach(async () => {
    api.at(NOW)
    peer = await api.build.peer(organization)
    await api.build.placement(peer, jail, { startsOn: '2026-05-20' })
    caller = await api.as(peer)
  })
  afterAll(() => api.close())

  const supervisedBy = async (
    type: 'ADMINISTRATIVE' | 'EDUCATIONAL' | 'SUPPORTIVE',
    startsOn = '2026-01-01',
  ) => {
    const supervisor = await api.build.supervisor(organization)
    await api.build.relationship(supervisor, peer, type, { startsOn })
    return supervisor
  }
  const read = async (reader: Member) =>
    (await (await api.as(reader)).data<Theirs>(THEIRS, { peerId: peer.id })).peerWeekLogs
  const log = (input: object = {}) => caller.data<{ logWeek: object }>(LOG, { input: { ...WEEK, ...input } })
  const errorsOf = async (input: object) =>
    (await caller.ask(LOG, { input: { ...WEEK, ...input } })).errors?.[0]?.extensions.validationErrors

  it('is read as it was logged: by the peer with everything, by their supervisors without the tap for other peers', async () => {
    expect(await log()).toEqual({
      logWeek: {
        weekLog: {
          ...{ weekStart: THIS_WEEK, revision: 1, onlyTotals: false, metPeers: true },
          entries: [
            { ...TALKING, customName: null, function: 'ONGOING_SUPPORT' },
            { ...TESTING, customName: null, function: 'CLINICAL' },
          ],
        },
      },
    })
    for (const type of ['EDUCATIONAL', 'SUPPORTIVE'] as const)
      expect(await read(await supervisedBy(type))).toEqual({
        totalCount: 1,
        edges: [
          {
            node: {
              ...{ weekStart: THIS_WEEK, onlyTotals: false, entries: [TALKING, TESTING] },
              totals: [
                { function: 'ONGOING_SUPPORT', quarterHours: 80 },
                { function: 'CLINICAL', quarterHours: 8 },
              ],
            },
          },
        ],
      })
  })

  it('is in no list of administrative supervisors, and of no other peer, manager, admin or auditor', async () => {
    await log()
    expect(await read(await supervisedBy('ADMINISTRATIVE'))).toEqual({ totalCount: 0, edges: [] })
    expect(await read(await api.build.supervisor(organization))).toEqual({ totalCount: 0, edges: [] })
    for (const role of ['PEER', 'MANAGER', 'ADMIN', 'AUDITOR'] as const) {
      const member = await api.build.member(organization, [role])
      expect(
        (await (await api.as(member)).ask(THEIRS, { peerId: peer.id })).errors?.[0]?.extensions.code,
      ).toBe('FORBIDDEN')
      for (const table of ['week_log', 'week_log_line', 'week_log_total'])
        expect(await inDatabaseAs(api, member, `select from ${table} where peer_id = '${peer.id}'`)).toEqual(
          [],
        )
    }
  })

  it('shows supervisors totals only if the peer says so, and a correction takes earlier lines out of sight', async () => {
    const supervisor = await supervisedBy('SUPPORTIVE')
    await log()
    expect((await read(supervisor)).edges[0]?.node.entries).toHaveLength(2)
    await log({ onlyTotals: true, expectedRevision: 1 })
    const { edges } = await read(supervisor)
    expect(edges).toMatchObject([
      { node: { entries: [], totals: [{ quarterHours: 80 }, { quarterHours: 8 }] } },
    ])
    expect(await inDatabaseAs(api, supervisor, 'select from week_log_line')).toEqual([])
    expect(await inDatabaseAs(api, supervisor, 'select from week_log_total')).toHaveLength(2)
    expect(await inDatabaseAs(api, supervisor, 'select from week_log')).toEqual([])
  })

  it('stays closed to a supervision that began later, until a week begins with it', async () => {
    await log()
    expect((await read(await supervisedBy('SUPPORTIVE', '2026-06-16'))).totalCount).toBe(0)
    expect((await read(await supervisedBy('SUPPORTIVE', THIS_WEEK))).totalCount).toBe(1)
  })

  it('is one a week: a further revision corrects it, an undoing brings the one before back', async () => {
    await log()
    await log({ entries: [TALKING], metPeers: null, expectedRevision: 1 })
    expect(await caller.data(MINE)).toMatchObject({
      myWeekLogs: {
        totalCount: 1,
        edges: [{ node: { revision: 2, metPeers: null, entries: [{ quarterHours: 80 }] } }],
      },
    })
    const input = { weekStart: THIS_WEEK, expectedRevision: 2 }
    expect(await caller.data(UNDO, { input })).toMatchObject({
      undoWeekLog: {
        weekLog: { revision: 3, entries: [{ activity: 'TALKING_FAMILY' }, { activity: 'GIVING_DRUG_TEST' }] },
      },
    })
    const { rows } = await api.superuser.query('select from week_log where peer_id = $1', [peer.id])
    expect(rows).toHaveLength(3)
  })

  it('is gone for everybody when its first revision is undone, and can be logged again', async () => {
    const supervisor = await supervisedBy('SUPPORTIVE')
    await log()
    expect(await caller.data(UNDO, { input: { weekStart: THIS_WEEK, expectedRevision: 1 } })).toEqual({
      undoWeekLog: { weekLog: null },
    })
    expect(await caller.data(MINE)).toMatchObject({ myWeekLogs: { totalCount: 0, edges: [] } })
    expect((await read(supervisor)).totalCount).toBe(0)
    expect(await log()).toMatchObject({ logWeek: { weekLog: { revision: 3 } } })
    expect((await read(supervisor)).totalCount).toBe(1)
  })

  it('tells whoever was slower, also of two at once', async () => {
    const both = await Promise.all([log(), log()])
    const stale = both.filter(({ logWeek }) => 'currentRevision' in logWeek)
    expect(stale).toHaveLength(1)
    expect(await log()).toEqual({ logWeek: { currentRevision: 1 } })
  })

  it('refuses a week before the placement, one in the future, and a day that is no Monday', async () => {
    expect(await errorsOf({ weekStart: '2026-05-11' })).toEqual([
      { field: 'weekStart', problem: 'before-its-start', limit: '2026-05-20' },
    ])
    expect(await errorsOf({ weekStart: '2026-05-18' })).toBeUndefined()
    expect(await errorsOf({ weekStart: '2026-06-22' })).toEqual([
      { field: 'weekStart', problem: 'in-the-future', limit: THIS_WEEK },
    ])
    expect(await errorsOf({ weekStart: '2026-06-16' })).toMatchObject([{ field: 'weekStart' }])
  })

  it('refuses more than 80 hours, nothing at all, an activity twice and one that is in no list', async () => {
    const most = { activity: 'TALKING_FAMILY', quarterHours: 320 }
    expect(await errorsOf({ entries: [most] })).toBeUndefined()
    const more = [
      { ...most, quarterHours: 316 },
      { activity: 'JOB_SEARCH', quarterHours: 5 },
    ]
    expect(await errorsOf({ entries: more, expectedRevision: 1 })).toEqual([
      { field: 'entries', problem: 'too-large', limit: 320 },
    ])
    expect(await errorsOf({ entries: [] })).toMatchObject([{ field: 'entries', problem: 'required' }])
    expect(await errorsOf({ entries: [TALKING, TALKING] })).toMatchObject([
      { field: 'entries.1.activity', problem: 'repeated' },
    ])
    expect(await errorsOf({ entries: [{ ...TALKING, activity: 'CUDDLING_CATS' }] })).toMatchObject([
      { field: 'entries.0.activity', problem: 'not-an-option' },
    ])
  })

  it('takes the activities of the organization, and its reading of ours', async () => {
    const manager = await api.build.member(organization, ['MANAGER'])
    const own = '0d5c1c3e-6f0a-4b6b-9d67-0d1a4a3c2b11'
    const said = { organization_id: organization.id, set_by: manager.id, set_at: NOW }
    await api.build.insert('custom_activity', {
      ...{
        ...said,
        id: own,
        name: 'Visiting the barn',
        activity_group: 'SERVICES',
        activity_function: 'OUTREACH',
      },
    })
    await api.build.insert('custom_activity', {
      ...{ ...said, id: '0d5c1c3e-6f0a-4b6b-9d67-0d1a4a3c2b12', catalogue_key: 'GIVING_DRUG_TEST' },
      activity_function: 'ADMINISTRATIVE',
    })
    const entries = [{ activity: `custom-${own}`, quarterHours: 9 }, TESTING]
    expect(await log({ entries })).toMatchObject({
      logWeek: {
        weekLog: {
          entries: [
            { customName: 'Visiting the barn', function: 'OUTREACH' },
            { function: 'ADMINISTRATIVE' },
          ],
        },
      },
    })
  })

  it('takes the same few statements for one week or for twenty', async () => {
    const supervisor = await api.as(await supervisedBy('EDUCATIONAL'))
    const [mine, theirs] = [() => caller.data(MINE), () => supervisor.data(THEIRS, { peerId: peer.id })]
    const count = async (work: () => Promise<unknown>) =>
      (await api.statementsOf(work)).map((batch) => batch.length)
    await log()
    expect([await count(mine), await count(theirs)]).toEqual([[3], [3]])
    for (let back = 1; back <= 4; back += 1) {
      const weekStart = new Date(Date.parse(THIS_WEEK) - 7 * back * DAY).toISOString().slice(0, 10)
      await log({ weekStart })
    }
    expect([await count(mine), await count(theirs)]).toEqual([[3], [3]])
  })
})
