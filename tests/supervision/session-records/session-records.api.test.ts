import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// That sessions took place: for the supervisor who led them, and for managers and auditors. Never what was said.

const FIELDS = `totalCount totalMinutes pageInfo { hasNextPage endCursor } edges { node {
  id heldOn minutes format modality supervisor { id } attendees { minutes peer { id } } segments { type minutes } } }`
const query = (name: string): string => `query ($first: Int, $after: String, $filter: SessionRecordsFilter) {
  ${name}(first: $first, after: $after, filter: $filter) { ${FIELDS} } }`
interface Records {
  totalCount: number
  totalMinutes: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: { id: string; heldOn: string; attendees: { peer: { id: string } }[] } }[]
}

describe('session records', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let actors: Record<string, Member> & Awaited<ReturnType<typeof cast>>['actors']
  let sessions: Record<'supportive' | 'educational' | 'group' | 'voided', string>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    actors = people.actors
    const { supportive, educational, peer, colleague } = actors
    const notes = [{ type: 'SUPPORTIVE', aboutPeer: peer, note: 'MARKER' }] as const
    const parts = { segments: { EDUCATIONAL: 60 }, heldOn: '2026-06-11', modality: 'PHONE' }
    sessions = {
      supportive: await aSession(api, supportive, [peer], { heldOn: '2026-06-10', notes }),
      educational: await aSession(api, educational, [peer], parts),
      group: await aSession(api, educational, [peer, colleague], { ...parts, heldOn: '2026-06-12' }),
      voided: await aSession(api, educational, [peer], parts),
    }
    await api.superuser.query('update supervision_session set voided_at = $1, voided_by = $2 where id = $3', [
      '2026-06-13',
      educational.id,
      sessions.voided,
    ])
  })
  afterAll(() => api.close())

  const read = async (
    name: 'ledSessions' | 'supervisionSessions',
    who: Member,
    variables: Record<string, unknown> = {},
  ): Promise<Records> => {
    const data = await (await api.as(who)).data<Record<string, Records>>(query(name), variables)
    return data[name] as Records
  }
  const idsOf = ({ edges }: Records): string[] => edges.map(({ node }) => node.id)

  it.each([
    ['ledSessions', ['administrative', 'educational', 'supportive', 'strangerManager']],
    ['supervisionSessions', ['manager', 'auditor', 'strangerManager']],
    ['supervisionCoverage', ['manager', 'auditor', 'strangerManager']],
    ['myTeam', ['administrative', 'educational', 'supportive', 'strangerManager']],
  ])('%s opens to %j, and to nobody else', async (name, allowed) => {
    const outcome = async (caller: Caller): Promise<string> =>
      (await caller.ask(`{ ${name} { totalCount } }`)).errors?.[0]?.extensions.code ?? 'allowed'
    expect(await outcome(api.signedOut())).toBe('UNAUTHENTICATED')
    const outcomes: [string, string][] = []
    for (const [actor, member] of Object.entries(actors))
      outcomes.push([actor, await outcome(await api.as(member))])
    expect(
      outcomes
        .filter(([, each]) => each === 'allowed')
        .map(([actor]) => actor)
        .sort(),
    ).toEqual([...allowed].sort())
    expect(outcomes.filter(([, each]) => each !== 'allowed').every(([, each]) => each === 'FORBIDDEN')).toBe(
      true,
    )
  })

  it('shows supervisors what they led, the latest first, and nothing that another led', async () => {
    expect(idsOf(await read('ledSessions', actors.educational))).toEqual([
      sessions.group,
      sessions.educational,
    ])
    expect(idsOf(await read('ledSessions', actors.supportive))).toEqual([sessions.supportive])
    expect(await read('ledSessions', actors.administrative)).toMatchObject({ totalCount: 0, totalMinutes: 0 })
  })

  it('shows the office all that count, with their minutes, and another organization nothing', async () => {
    const found = await read('supervisionSessions', actors.manager)
    expect(idsOf(found)).toEqual([sessions.group, sessions.educational, sessions.supportive])
    expect([found.totalCount, found.totalMinutes]).toEqual([3, 165])
    expect(found).toEqual(await read('supervisionSessions', actors.auditor))
    expect(JSON.stringify(found)).not.toContain('MARKER')
    expect((await read('supervisionSessions', actors.strangerManager)).totalCount).toBe(0)
  })

  it.each([
    [{ type: 'SUPPORTIVE' }, ['supportive']],
    [{ format: 'GROUP' }, ['group']],
    [{ modality: 'PHONE' }, ['group', 'educational']],
    [{ from: '2026-06-11', to: '2026-06-11' }, ['educational']],
    [{ to: '2026-06-10' }, ['supportive']],
  ] as const)('narrows to %j', async (filter, expected) => {
    const found = await read('supervisionSessions', actors.manager, { filter })
    expect(idsOf(found)).toEqual(expected.map((name) => sessions[name]))
    expect(found.totalCount).toBe(expected.length)
  })

  it('narrows to a person, a supervisor and an agency of that day', async () => {
    const { peer, colleague, supportive, manager } = actors
    const of = async (filter: object) => idsOf(await read('supervisionSessions', manager, { filter }))
    expect(await of({ peerId: colleague.id })).toEqual([sessions.group])
    expect(await of({ supervisorId: supportive.id })).toEqual([sessions.supportive])
    expect((await of({ hostAgencyId: people.hostAgencyId })).length).toBe(3)
    expect(await of({ peerId: peer.id, type: 'SUPPORTIVE' })).toEqual([sessions.supportive])
  })

  it('pages without a gap or a double, and refuses a foreign cursor and days the wrong way round', async () => {
    const first = await read('supervisionSessions', actors.manager, { first: 2 })
    const second = await read('supervisionSessions', actors.manager, {
      first: 2,
      after: first.pageInfo.endCursor,
    })
    expect([...idsOf(first), ...idsOf(second)]).toEqual([
      sessions.group,
      sessions.educational,
      sessions.supportive,
    ])
    const caller = await api.as(actors.manager)
    const { errors } = await caller.ask(query('supervisionSessions'), { after: 'nonsense' })
    expect(errors?.[0]?.extensions.validationErrors).toEqual([{ field: 'after', problem: 'not-an-option' }])
    const turned = await caller.ask(query('supervisionSessions'), {
      filter: { from: '2026-06-12', to: '2026-06-11' },
    })
    expect(turned.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'filter.to', problem: 'before-its-start', limit: '2026-06-12' },
    ])
  })

  it('exports a row for each attendee and type after the password', async () => {
    const unconfirmed = await api.as(actors.auditor, { confirmed: false })
    expect((await unconfirmed.file('supervision-sessions')).code).toBe('CONFIRM_PASSWORD')
    const { text } = await (await api.as(actors.auditor)).file('supervision-sessions')
    const lines = text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + 4)
    expect(lines[1]).toContain(',Educational,60,60,60,Group,Phone,')
    expect(text).not.toContain('MARKER')
    const led = await (await api.as(actors.supportive)).file('led-sessions')
    expect(led.text.trimEnd().split('\r\n')).toHaveLength(2)
    expect((await (await api.as(actors.supportive)).file('supervision-sessions')).code).toBe('FORBIDDEN')
  })

  it('asks one statement beside who is asking', async () => {
    const caller = await api.as(actors.manager)
    const batches = await api.statementsOf(() => caller.data(query('supervisionSessions')))
    expect(batches.map((batch) => batch.length)).toEqual([2])
  })
})
