import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aCheckIn } from '../../support/builders/wellness-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// The oracle of shares: each way to what is shared × everybody × each state of a share, against the one row that may read.

const SCORE = 'weekFelt'
const [LINE, WELL, PLAN] = ['marker of a line', 'marker of a good thing', 'marker of a plan']
/** Answers that look like nothing else, as JSON has them. */
const ANSWERS = '5,1,5,1,5,1'
const SCALE = 'score'
const PLAIN =
  'query ($peerId: UUID!) { sharesOfPeer(peerId: $peerId) { totalCount edges { node { id kind } } } }'
const OPEN = `mutation ($input: OpenShareInput!) { openShare(input: $input) { opened {
  checkIn { weekStart weekFelt energy rest signs selfCare tags line wentWell } planLine { text phone }
  proqol { results { score answered } answers } ethicsReflection { answers } } } }`
const WAYS = {
  open: OPEN,
  list: PLAIN,
  own: '{ myShares { edges { node { id planText looks { id } } } } }',
  checkIns: '{ myCheckIns { edges { node { line wentWell } } } }',
  week: '{ myWeek { checkIn { line wentWell } } }',
  proqol:
    '{ myProqol { open { answers } } myProqolResponses { edges { node { answers results { score } } } } }',
  ethics: '{ myOpenEthicsReflection { answers } myEthicsReflections { edges { node { answers } } } }',
  plan: '{ mySelfCarePlan { edges { node { text } } } }',
  news: '{ notifications { edges { node { kind subjectId } } } }',
  team: '{ caseload { edges { node { id } } } }',
  withdraw: 'mutation ($input: WithdrawShareInput!) { withdrawShare(input: $input) { share { planText } } }',
  remove: 'mutation ($input: RemovePlanLineInput!) { removePlanLine(input: $input) { line { text } } }',
  change: 'mutation ($input: UpdatePlanLineInput!) { updatePlanLine(input: $input) { line { text } } }',
} as const
type Way = keyof typeof WAYS

/** Whether the ticket can be looked at, and what of, in each state. An open questionnaire never leaves, whatever a row says. */
const STATES = {
  none: [],
  scores: [SCORE],
  everything: [SCORE, LINE, WELL],
  withdrawn: [],
  expired: [],
  ended: [],
  'shared-device': [],
  'plan-line': [PLAN],
  'proqol-scores': [SCALE],
  proqol: [SCALE, ANSWERS],
  'proqol-withdrawn': [],
  'proqol-open': [],
  ethics: [ANSWERS],
  'ethics-expired': [],
  'ethics-open': [],
} as const
type State = keyof typeof STATES
const CLOSED: readonly State[] = [
  ...([
    'none',
    'withdrawn',
    'expired',
    'ended',
    'shared-device',
    'proqol-withdrawn',
    'ethics-expired',
  ] as const),
]
const OF_QUESTIONNAIRES: readonly Way[] = ['open', 'list', 'own', 'proqol', 'ethics']
/** Each way that could lead to what is there in a state. */
const waysIn = (state: State): readonly Way[] =>
  /^(proqol|ethics)/.test(state)
    ? OF_QUESTIONNAIRES
    : (Object.keys(WAYS) as Way[]).filter((way) => way !== 'proqol' && way !== 'ethics')
const KINDS: Partial<Record<State, readonly [kind: string, column: string]>> = {
  'plan-line': ['PLAN_LINE', 'plan_line_id'],
  'proqol-scores': ['PROQOL', 'proqol_response_id'],
  proqol: ['PROQOL', 'proqol_response_id'],
  'proqol-withdrawn': ['PROQOL', 'proqol_response_id'],
  'proqol-open': ['PROQOL', 'proqol_response_id'],
  ethics: ['ETHICS_REFLECTION', 'ethics_reflection_id'],
  'ethics-expired': ['ETHICS_REFLECTION', 'ethics_reflection_id'],
  'ethics-open': ['ETHICS_REFLECTION', 'ethics_reflection_id'],
}

describe('what is shared', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  async function answersOf({ organizationId, id }: Member, isOpen: boolean) {
    const [proqol_response_id, ethics_reflection_id] = [randomUUID(), randomUUID()]
    const days = { started_on: '2026-06-01', finished_on: isOpen ? null : '2026-06-01', saved_at: api.now }
    const of = { organization_id: organizationId, member_id: id, ...days }
    const answers = (items: number) => Array.from({ length: items }, (_, index) => (index % 2 === 0 ? 5 : 1))
    await api.build.insert('proqol_response', { ...of, id: proqol_response_id, answers: answers(30) })
    await api.build.insert('ethics_reflection', {
      ...{ ...of, id: ethics_reflection_id, answers: answers(27), version: 1 },
    })
    return { proqol_response_id, ethics_reflection_id }
  }

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
    const artefacts: Record<string, string> = {
      ...(await answersOf(peer, state.endsWith('open'))),
      ...{ check_in_id: checkInId, plan_line_id: planLine },
    }
    const [kind, column] = KINDS[state] ?? ['CHECK_IN', 'check_in_id']
    if (state !== 'none')
      await api.build.insert('share_ticket', {
        ...{ ...of, id: ticket, relationship_id: relationshipId, kind, [column]: artefacts[column] },
        scope: state.endsWith('scores') ? 'SCORES' : 'EVERYTHING',
        created_at: '2026-06-01T12:00:00Z',
        expires_at: state.endsWith('expired') ? api.now : '2026-06-30T12:00:00Z',
        withdrawn_at: state.endsWith('withdrawn') ? api.now : null,
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
    return who === 'supportive' && way === 'open' ? STATES[state] : []
  }

  it('reaches the one who may read it, within its scope, and nobody else by any way', async () => {
    const wrong: string[] = []
    let asks = 0
    const states = Object.keys(STATES) as State[]
    for (const state of states) {
      const world = await worldIn(state)
      for (const [who, caller] of world.callers)
        for (const way of waysIn(state)) {
          const answer = JSON.stringify(await caller.ask(WAYS[way], asked(way, world)))
          asks += 1
          const found = [LINE, WELL, PLAN].filter((marker) => answer.includes(marker))
          if (/"weekFelt":\d/.test(answer)) found.unshift(SCORE)
          if (/"score":\d/.test(answer)) found.push(SCALE)
          if (answer.includes(ANSWERS)) found.push(ANSWERS)
          if (found.join() !== allowed(state, who, way).join())
            wrong.push(`${state}: ${who} finds [${found.join()}] by ${way}`)
          const isListed = way === 'list' && answer.includes(world.ticket)
          const mayList = who === 'supportive' && !CLOSED.includes(state)
          if (isListed !== (mayList && way === 'list')) wrong.push(`${state}: ${who} lists ${isListed}`)
        }
      const { rows } = await api.superuser.query<{ count: string }>(
        'select count(*) from share_look where owner_id = $1',
        [world.peer.id],
      )
      const looks = CLOSED.includes(state) ? 0 : 1
      if (Number(rows[0]?.count) !== looks) wrong.push(`${state}: ${rows[0]?.count} looks`)
    }
    console.log(
      `shares: ${Object.keys(WAYS).length} ways, ${states.length} states, ${asks} asks, ${wrong.length} wrong`,
    )
    expect(wrong).toEqual([])
    expect(asks).toBeGreaterThan(1_100)
    expect(api.logLines.join('\n')).not.toMatch(/marker of/)
  }, 120_000)
})
