import { blocksOf } from '@alongside/shared/wellness/crowd-figures/blocks'
import { type CrowdFigure, publish } from '@alongside/shared/wellness/crowd-figures/crowd-figures'
import { FATIGUE_SIGNS } from '@alongside/shared/wellness/fatigue-signs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'
import { ClimateHouse } from './climate-house.ts'

// T5 Crowds only: the database freezes a closed month once, by the same steps as the rule in `shared`.

const REPORTS = `{ crowdReports(subject: CHECK_IN) { totalCount edges { node {
  startsOn endsOn smallestGroup
  organization { countBand means { measure mean } shares { sign share } }
  blocks { teamName countBand means { measure mean } shares { sign share } } } } } }`
interface ReadBlock {
  teamName?: string | null
  countBand: string
  means: { measure: string; mean: number }[]
  shares: { sign: string; share: string }[]
}
interface Report {
  startsOn: string
  organization: ReadBlock | null
  blocks: ReadBlock[]
}
const JULY = ['2026-07-06', '2026-07-13', '2026-07-20', '2026-07-27'] as const
/** Four days after the end of July, in New York. */
const FREEZE = '2026-08-04T04:00:00Z'

describe('T5 Crowds only: a closed month is frozen', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  const reportsOf = async (reader: Member): Promise<Report[]> => {
    const { crowdReports } = await (
      await api.as(reader)
    ).data<{ crowdReports: { edges: { node: Report }[] } }>(REPORTS)
    return crowdReports.edges.map(({ node }) => node)
  }
  const figures = ({ means, shares }: ReadBlock): CrowdFigure[] =>
    [...means, ...shares.map(({ sign, share }) => ({ measure: sign, share: share as 'FEW' }))].sort(
      (one, other) => (one.measure < other.measure ? -1 : 1),
    )

  /** A house of these teams, frozen for July with the same answers from everybody. */
  const frozen = async (sizes: readonly number[], smallestGroup = 7) => {
    const house = await ClimateHouse.build(api)
    const members: Member[] = []
    for (const [index, size] of sizes.entries())
      members.push(...(await house.peers(size, await house.team(`Team ${index}`))))
    await house.switchOn('2026-06-20', smallestGroup)
    await house.freeze('2026-07-01T12:00:00Z')
    for (const member of members)
      await house.checkIn(member, { weekStart: JULY[0], felt: 3, energy: 3, rest: 3 })
    await house.freeze(FREEZE)
    return { house, members, reports: () => reportsOf(house.manager) }
  }

  it('publishes what the rule in shared makes of the same answers', async () => {
    const house = await ClimateHouse.build(api)
    const random = fc.sample(fc.integer({ min: 0, max: 1_000_000 }), { seed: 7, numRuns: 4_000 })
    const next = (below: number): number => (random.pop() ?? 0) % below
    const teams = [await house.team('Court'), await house.team('Jail'), await house.team('Street')]
    const members = [
      ...(await house.peers(9, teams[0] ?? null)),
      ...(await house.peers(12, teams[1] ?? null)),
      ...(await house.peers(3, teams[2] ?? null)),
      ...(await house.peers(2, null)),
    ]
    await house.switchOn('2026-07-01')
    await house.freeze('2026-07-01T12:00:00Z')
    const scale = (): number | null => (next(6) === 0 ? null : 1 + next(5))
    for (const member of members)
      for (const weekStart of JULY)
        if (next(3) > 0)
          await house.checkIn(member, {
            weekStart,
            felt: scale(),
            energy: scale(),
            rest: scale(),
            signs: FATIGUE_SIGNS.filter(() => next(3) === 0),
          })
    expect(await house.freeze(FREEZE)).toBe(1)
    const expected = publish(house.respondents(members), 7)
    const [report] = await reportsOf(house.manager)
    expect(expected.blocks.length).toBeGreaterThan(1)
    expect(report?.blocks.map(figures)).toEqual(expected.blocks.map((block) => block.figures))
    expect(report?.blocks.map(({ countBand }) => countBand)).toEqual(
      expected.blocks.map(({ countBand }) => countBand),
    )
    expect(report?.organization && figures(report.organization)).toEqual(expected.organization?.figures)
  })

  it('makes the same blocks as the rule, whatever the sizes', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.constantFrom(...ids), { nil: null, freq: 6 }), { maxLength: 45 }),
        fc.integer({ min: 5, max: 9 }),
        async (teams, k) => {
          const { rows } = await api.superuser.query<{ alone: string[] | null }>(
            'select access.crowd_blocks($1::uuid[], $2)::text[] as alone',
            [teams, k],
          )
          const blocks = blocksOf(
            teams.map((teamId, index) => ({ id: `${index}`, teamId })),
            k,
          )
          const alone = blocks.filter(({ kind }) => kind === 'TEAM').flatMap(({ teamIds }) => teamIds)
          expect(rows[0]?.alone?.toSorted() ?? null).toEqual(blocks.length === 0 ? null : alone)
        },
      ),
      { numRuns: process.env['ALONGSIDE_DRILLS'] ? 10_000 : 500 },
    )
  })

  it('shows a team of exactly k and nothing of k - 1', async () => {
    const [seven, six] = [await frozen([7]), await frozen([6])]
    expect((await seven.reports())[0]?.blocks).toMatchObject([{ teamName: 'Team 0', countBand: 'FROM_5' }])
    expect(await six.reports()).toMatchObject([{ organization: null, blocks: [] }])
  })

  it('leaves out a measure that fewer than k of a group answered', async () => {
    const house = await ClimateHouse.build(api)
    const members = await house.peers(7, null)
    await house.switchOn('2026-06-01')
    await house.freeze('2026-07-01T12:00:00Z')
    for (const [index, member] of members.entries())
      await house.checkIn(member, { weekStart: JULY[0], felt: index === 0 ? null : 3, energy: 3 })
    await house.freeze(FREEZE)
    const [report] = await reportsOf(house.manager)
    expect(report?.organization?.means).toEqual([{ measure: 'ENERGY', mean: 3 }])
    expect(report?.blocks[0]?.means).toEqual([{ measure: 'ENERGY', mean: 3 }])
  })

  it('closes a month after three days of grace, by the clock of the organization', async () => {
    const house = await ClimateHouse.build(api, 'Pacific/Honolulu')
    const members = await house.peers(7, await house.team('Team'))
    await house.switchOn('2026-06-20')
    // Still June 30 in Honolulu: nobody is on the roster of July yet.
    await house.freeze('2026-07-01T09:59:00Z')
    await house.freeze('2026-07-01T10:00:00Z')
    for (const member of members) await house.checkIn(member, { weekStart: JULY[3], felt: 4 })
    expect(await house.freeze('2026-08-04T09:59:00Z')).toBe(0)
    expect(await house.freeze('2026-08-04T10:00:00Z')).toBe(1)
  })

  it('counts who was there on the first day, in the team of then, and nobody who joined later', async () => {
    const house = await ClimateHouse.build(api)
    const [one, other] = [await house.team('One'), await house.team('Other')]
    const members = await house.peers(7, one)
    const [late] = await house.peers(1, one)
    await api.superuser.query("update membership set joined_on = '2026-07-02' where id = $1", [late?.id])
    const left = await house.peers(1, one)
    await api.superuser.query("update employment set leaves_on = '2026-06-30' where member_id = $1", [
      left[0]?.id,
    ])
    await house.switchOn('2026-06-01')
    await house.freeze('2026-07-01T12:00:00Z')
    await api.superuser.query('update employment set team_id = $1 where member_id = $2', [
      other,
      members[0]?.id,
    ])
    for (const member of [...members.slice(1), late, ...left])
      if (member) await house.checkIn(member, { weekStart: JULY[1], felt: 3 })
    await house.freeze(FREEZE)
    // Six of the roster answered: whoever came later or had left does not make it seven.
    expect(await reportsOf(house.manager)).toMatchObject([{ organization: null }])
  })

  it('never counts the check-ins of supervisors', async () => {
    const house = await ClimateHouse.build(api)
    const members = await house.peers(6, null)
    const supervisor = await api.build.supervisor(house.organization)
    await house.switchOn('2026-06-01')
    await house.freeze('2026-07-01T12:00:00Z')
    for (const member of [...members, supervisor])
      await house.checkIn(member, { weekStart: JULY[1], felt: 3 })
    await house.freeze(FREEZE)
    expect(await reportsOf(house.manager)).toMatchObject([{ organization: null }])
  })

  it('leaves out answers that came after the grace, and weeks that began in another month', async () => {
    const house = await ClimateHouse.build(api)
    const members = await house.peers(8, null)
    await house.switchOn('2026-06-01')
    await house.freeze('2026-07-01T12:00:00Z')
    for (const [index, member] of members.entries()) {
      const late = { weekStart: JULY[3], felt: 3, submittedAt: '2026-08-04T04:00:01Z' }
      await house.checkIn(
        member,
        index < 6
          ? { weekStart: JULY[3], felt: 3 }
          : index === 6
            ? late
            : { weekStart: '2026-06-29', felt: 3 },
      )
    }
    await house.freeze('2026-08-05T12:00:00Z')
    expect(await reportsOf(house.manager)).toMatchObject([{ organization: null }])
  })

  it('publishes nothing before it was on for a whole month, and nothing while it is off', async () => {
    const house = await ClimateHouse.build(api)
    const members = await house.peers(7, null)
    await house.switchOn('2026-07-02')
    await house.freeze('2026-07-02T12:00:00Z')
    for (const member of members) await house.checkIn(member, { weekStart: JULY[1], felt: 3 })
    expect(await house.freeze(FREEZE)).toBe(0)
    expect(await reportsOf(house.manager)).toEqual([])
  })

  it('keeps what was published, whatever is edited or deleted later', async () => {
    const { house, members, reports } = await frozen([7])
    const before = await reports()
    await api.superuser.query('update weekly_check_in set week_felt = 1 where peer_id = $1', [members[0]?.id])
    await api.superuser.query('delete from weekly_check_in where peer_id = $1', [members[1]?.id])
    expect(await house.freeze('2026-08-05T12:00:00Z')).toBe(0)
    expect(await reports()).toEqual(before)
    for (const sql of [
      'update crowd_figure set mean = 2',
      'delete from crowd_block',
      "update crowd_snapshot set ends_on = '2026-12-31'",
      'truncate crowd_figure',
    ])
      await expect(api.superuser.query(sql)).rejects.toMatchObject({
        constraint: 'published_figures_immutable',
      })
  })

  it('freezes once, whole or not at all: by two nodes at once, and after one that died', async () => {
    const house = await ClimateHouse.build(api)
    const members = await house.peers(7, null)
    await house.switchOn('2026-06-01')
    await house.freeze('2026-07-01T12:00:00Z')
    for (const member of members) await house.checkIn(member, { weekStart: JULY[0], felt: 3 })
    const [dying, ...nodes] = await Promise.all(
      [0, 1, 2].map(async () => {
        const client = new pg.Client({ connectionString: api.urls.superuserUrl })
        client.on('error', () => undefined)
        await client.connect()
        return client
      }),
    )
    await dying?.query('begin')
    await dying?.query('select access.freeze_crowds($1)', [FREEZE])
    const { rows } = (await dying?.query<{ pid: number }>('select pg_backend_pid() as pid')) ?? { rows: [] }
    await api.superuser.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    expect(await reportsOf(house.manager)).toEqual([])
    const done = await Promise.all(
      nodes.map(async (node) => {
        const answer = await node.query<{ done: number }>('select access.freeze_crowds($1) as done', [FREEZE])
        return answer.rows[0]?.done ?? 0
      }),
    )
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(1)
    await Promise.all(nodes.map((node) => node.end()))
    expect(await reportsOf(house.manager)).toHaveLength(1)
  })

  it('shows everyone in the organization the same, and nobody elsewhere anything', async () => {
    const { house, members, reports } = await frozen([8, 8, 3])
    const roles = [['SUPERVISOR'], ['ADMIN'], ['AUDITOR']] as const
    const everyone = [
      members[0],
      ...(await Promise.all(roles.map((role) => api.build.member(house.organization, role)))),
    ]
    const expected = await reports()
    expect(expected[0]?.blocks.length).toBeGreaterThan(1)
    for (const member of everyone) if (member) expect(await reportsOf(member)).toEqual(expected)
    const elsewhere = await api.build.member(await api.build.organization(), ['MANAGER'])
    expect(await reportsOf(elsewhere)).toEqual([])
    const agencyId = await api.build.hostAgency(house.organization)
    const guest = await api.build.member(house.organization, ['SUPERVISOR'], { hostAgencyId: agencyId })
    expect(await reportsOf(guest)).toEqual([])
    expect((await api.signedOut().ask(REPORTS)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('writes the page into a file, figure by figure', async () => {
    const { house, reports } = await frozen([8, 8])
    const { text, status } = await (
      await api.as(house.manager)
    ).file('crowd-reports', { subject: 'CHECK_IN' })
    expect(status).toBe(200)
    const [report] = await reports()
    const shown = [report?.organization, ...(report?.blocks ?? [])]
    const count = shown.reduce(
      (sum, block) => sum + (block?.means.length ?? 0) + (block?.shares.length ?? 0),
      0,
    )
    expect(text.trim().split('\r\n')).toHaveLength(count + 1)
    expect(text).toContain('2026-07-01,2026-07-31,Team 0,5 to 9 people,The week,3.0,WEEK_FELT')
  })
})
