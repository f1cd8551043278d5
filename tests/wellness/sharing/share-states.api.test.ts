import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { aCheckIn } from '../../support/builders/wellness-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// The oracle of shares: each way to what is shared × everybody × each state of a share, against the one row that may read.

const SCORE = 'weekFelt'
const [LINE, WELL, PLAN] = ['marker of a line', 'marker of a good thing', 'marker of a plan']
const PLAIN =
  'query ($peerId: UUID!) { sharesOfPeer(peerId: $peerId) { totalCount edges { node { id kind } } } }'
const OPEN = `mutation ($input: OpenShareInput!) { openShare(input: $input) { opened {
  checkIn { weekStart weekFelt energy rest signs selfCare tags line wentWell } planLine { text phone } } } }`
const WAYS = {
  open: OPEN,
  list: PLAIN,
  own: '{ myShares { edges { node { id planText looks { id } } } } }',
  checkIns: '{ myCheckIns { edges { node { line wentWell } } } }',
  week: '{ myWeek { checkIn { line wentWell } } }',
  plan: '{ mySelfCarePlan { edges { node { text } } } }',
  news: '{ notifications { edges { node { kind subjectId } } } }',
  team: '{ caseload { edges { node { id } } } }',
  withdraw: 'mutation ($input: WithdrawShareInput!) { withdrawShare(input: $input) { share { planText } } }',
  remove: 'mutation ($input: RemovePlanLineInput!) { removePlanLine(input: $input) { line { text } } }',
  change: 'mutation ($input: UpdatePlanLineInput!) { updatePlanLine(input: $input) { line { text } } }',
} as const
type Way = keyof typeof WAYS

type State =
  'none' | 'scores' | 'everything' | 'withdrawn' | 'expired' | 'ended' | 'shared-device' | 'plan-line'
const STATES: readonly State[] = [
  ...([
    'none',
    'scores',
    'everything',
    'withdrawn',
    'expired',
    'ended',
    'shared-device',
    'plan-line',
  ] as const),
]

describe('what is shared', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  async function worldIn(state: State) {
    const people = await cast(api.build)
    const { peer } = people.actors
    const supportive = await api.build.supervisor(people.organization)
    const relationshipId = await api.build.relationship(supportive, peer, 'SUPPORTIVE', {
      endsOn: state === 'ended' ? '2026-06-16' : null,
    })
    const checkInId = await aCheckIn(api.build, peer, { line: LINE, wentWell: WELL })
    const [ticket, planLine] = [randomUUID(), randomUUID()]
    const of = { organization_id: peer.organizationId, owner_id: peer.id }
    await api.build.insert('self_care_plan_line', {
      ...{ ...of, id: planLine, part: 'HELPS', text: PLAN, added_at: api.now, saved_at: api.now },
    })
    const isPlan = state === 'plan-line'
    if (state !== 'none')
      await api.build.insert('share_ticket', {
        ...{ ...of, id: ticket, relationship_id: relationshipId, kind: isPlan ? 'PLAN_LINE' : 'CHECK_IN' },
        ...(isPlan ? { plan_line_id: planLine } : { check_in_id: checkInId }),
        scope: state === 'scores' ? 'SCORES' : 'EVERYTHING',
        created_at: '2026-06-01T12:00:00Z',
        expires_at: state === 'expired' ? api.now : '2026-06-30T12:00:00Z',
        withdrawn_at: state === 'withdrawn' ? api.now : null,
      })
    const actors = { ...people.actors, supportive }
    const callers: [string, Caller][] = [['signedOut', api.signedOut()]]
    const device = state === 'shared-device' ? { confirmed: false, shared: true } : {}
    for (const [name, member] of Object.entries(actors))
      if (name !== 'peer') callers.push([name, await api.as(member, device)])
    return { peer, ticket, planLine, callers }
  }

  const asked = (way: Way, { peer, ticket, planLine }: Awaited<ReturnType<typeof worldIn>>) =>
    ({
      list: { peerId: peer.id },
      open: { input: { shareId: ticket } },
      withdraw: { input: { shareId: ticket } },
      remove: { input: { lineId: planLine } },
      change: { input: { lineId: planLine, text: 'mine now' } },
    })[way as string] ?? {}

  /** What may be found: by the supportive supervisor alone, by opening it, and no more than the scope. */
  const allowed = (state: State, who: string, way: Way): readonly string[] => {
    if (who !== 'supportive' || way !== 'open') return []
    if (state === 'scores') return [SCORE]
    if (state === 'everything') return [SCORE, LINE, WELL]
    return state === 'plan-line' ? [PLAN] : []
  }

  it('reaches the one who may read it, within its scope, and nobody else by any way', async () => {
    const wrong: string[] = []
    let asks = 0
    for (const state of STATES) {
      const world = await worldIn(state)
      for (const [who, caller] of world.callers)
        for (const way of Object.keys(WAYS) as Way[]) {
          const answer = JSON.stringify(await caller.ask(WAYS[way], asked(way, world)))
          asks += 1
          const found = [LINE, WELL, PLAN].filter((marker) => answer.includes(marker))
          if (/"weekFelt":\d/.test(answer)) found.unshift(SCORE)
          if (found.join() !== allowed(state, who, way).join())
            wrong.push(`${state}: ${who} finds [${found.join()}] by ${way}`)
          const isListed = way === 'list' && answer.includes(world.ticket)
          const mayList = who === 'supportive' && ['scores', 'everything', 'plan-line'].includes(state)
          if (isListed !== (mayList && way === 'list')) wrong.push(`${state}: ${who} lists ${isListed}`)
        }
      const { rows } = await api.superuser.query<{ count: string }>(
        'select count(*) from share_look where owner_id = $1',
        [world.peer.id],
      )
      const looks = ['scores', 'everything', 'plan-line'].includes(state) ? 1 : 0
      if (Number(rows[0]?.count) !== looks) wrong.push(`${state}: ${rows[0]?.count} looks`)
    }
    console.log(
      `shares: ${Object.keys(WAYS).length} ways × ${STATES.length} states × callers = ${asks} asks, ${wrong.length} wrong`,
    )
    expect(wrong).toEqual([])
    expect(asks).toBeGreaterThan(700)
    expect(api.logLines.join('\n')).not.toMatch(/marker of/)
  }, 120_000)
})
