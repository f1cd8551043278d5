import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { LOG_AND_READ_SESSION, sessionInput } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// T9: whoever logged a session corrects it by a further version, or voids one that never was. T2 and T3 hold for every
// version.

const SESSION = `id heldOn minutes voidedAt attendees { peer { id } minutes }
  segments { type minutes notes { note about { id } } }`
const VERSIONS = `${SESSION} canCorrect versions { ${SESSION} }`
const CORRECT = `mutation ($input: CorrectSupervisionSessionInput!) {
  correctSupervisionSession(input: $input) { replayed session { ${VERSIONS} } } }`
const VOID = `mutation ($input: VoidSupervisionSessionInput!) {
  voidSupervisionSession(input: $input) { session { ${SESSION} } } }`
const RESTORE = `mutation ($input: RestoreSupervisionSessionInput!) {
  restoreSupervisionSession(input: $input) { session { ${SESSION} } } }`
const SESSIONS_OF = `query ($peerId: UUID!) { sessionsOf(peerId: $peerId) { totalCount edges { node { ${VERSIONS} } } } }`
const MINE = `{ mySessions { totalCount edges { node { ${VERSIONS} } } } }`

interface Session {
  id: string
  minutes: number
  voidedAt: string | null
  canCorrect: boolean
  attendees: { peer: { id: string } }[]
  segments: { minutes: number; notes: { note: string }[] }[]
  versions: Session[]
}
interface Page {
  totalCount: number
  edges: { node: Session }[]
}

describe('a session that was logged wrongly', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let supportive: Caller
  let peer: Caller
  let manager: Caller
  beforeAll(async () => void (api = await TestApi.start()))
  afterAll(() => api.close())
  beforeEach(async () => {
    people = await cast(api.build)
    const { actors } = people
    ;[supportive, peer, manager] = await Promise.all([
      api.as(actors.supportive),
      api.as(actors.peer),
      api.as(actors.manager),
    ])
  })

  const log = async (over: object = {}): Promise<string> => {
    const input = sessionInput([people.actors.peer], over as Record<string, unknown>)
    const { logSupervisionSession } = await supportive.data<{
      logSupervisionSession: { session: { id: string } }
    }>(LOG_AND_READ_SESSION, { input })
    return logSupervisionSession.session.id
  }
  const correct = async (sessionId: string, over: object = {}): Promise<Session> => {
    const input = { sessionId, ...sessionInput([people.actors.peer], over as Record<string, unknown>) }
    const answer = await supportive.data<{ correctSupervisionSession: { session: Session } }>(CORRECT, {
      input,
    })
    return answer.correctSupervisionSession.session
  }
  const minutes = (count: number, note = 'We spoke about rest.') => ({
    minutes: count,
    segments: [{ type: 'SUPPORTIVE', minutes: count, activities: [], note }],
  })
  const own = async (): Promise<Page> => (await peer.data<{ mySessions: Page }>(MINE)).mySessions
  const of = async (reader: Caller, peerId: string): Promise<Page> =>
    (await reader.data<{ sessionsOf: Page }>(SESSIONS_OF, { peerId })).sessionsOf
  const told = async (): Promise<Record<string, number>> => {
    const { rows } = await api.superuser.query<{ recipient_id: string; count: number }>(
      `select recipient_id, count(*)::int as count from notification
        where kind = 'SESSION_CORRECTED' and organization_id = $1 group by 1`,
      [people.organization.id],
    )
    return Object.fromEntries(rows.map((row) => [row.recipient_id, row.count]))
  }
  const facts = async (operation: string, input: object) =>
    (await supportive.ask(operation, { input })).errors?.[0]?.extensions['fact']

  it('is corrected by a further version; the peer reads both, and is told', async () => {
    const first = await log(minutes(90, 'What was written first.'))
    const corrected = await correct(first, { heldOn: '2026-06-15', ...minutes(45) })
    expect(corrected).toMatchObject({ heldOn: '2026-06-15', minutes: 45, voidedAt: null, canCorrect: true })
    expect(corrected.versions.map(({ id }) => id)).toEqual([corrected.id, first])
    const { totalCount, edges } = await own()
    expect(totalCount).toBe(1)
    const [session] = edges.map(({ node }) => node)
    expect(session).toMatchObject({ id: corrected.id, minutes: 45, canCorrect: false })
    // T3: also what stood in the first version stays the peer's to read.
    expect(session!.versions).toMatchObject([
      { minutes: 45, voidedAt: null, segments: [{ notes: [{ note: 'We spoke about rest.' }] }] },
      { minutes: 90, segments: [{ notes: [{ note: 'What was written first.' }] }] },
    ])
    expect(session!.versions[1]!.voidedAt).not.toBeNull()
    expect(await told()).toEqual({ [people.actors.peer.id]: 1 })
  })

  it('T2: the manager reads of both versions that they took place, and no note of either', async () => {
    const first = await log(minutes(90, 'Not for the office.'))
    await correct(first, minutes(45, 'Not for the office either.'))
    const { edges } = await of(manager, people.actors.peer.id)
    expect(edges[0]!.node.versions.map((version) => version.minutes)).toEqual([45, 90])
    expect(JSON.stringify(edges)).not.toContain('Not for the office')
    for (const operation of [VOID, RESTORE]) {
      const answer = await manager.ask(operation, { input: { sessionId: first } })
      expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    }
  })

  it('moves from the wrong person to the right one: each reads only what they stood in', async () => {
    const { actors } = people
    await api.build.relationship(actors.supportive, actors.colleague, 'SUPPORTIVE')
    const first = await log()
    const colleague = await api.as(actors.colleague)
    const input = { sessionId: first, ...sessionInput([actors.colleague]) }
    await supportive.data(CORRECT, { input })
    expect(await told()).toEqual({ [actors.peer.id]: 1, [actors.colleague.id]: 1 })
    const [mine] = (await own()).edges.map(({ node }) => node)
    expect(mine).toMatchObject({ id: first, versions: [{ id: first }] })
    expect(mine!.voidedAt).not.toBeNull()
    const theirs = (await colleague.data<{ mySessions: Page }>(MINE)).mySessions
    expect(theirs.edges[0]!.node.versions.map(({ attendees }) => attendees)).toEqual([
      [{ peer: { id: actors.colleague.id }, minutes: 45 }],
    ])
  })

  it('that never was is voided: it stays to be read, and neither due days nor balance count it', async () => {
    await api.build.agreement(people.actors.peer, { SUPPORTIVE: 14 })
    const due = async () => {
      const { caseload } = await supportive.data<{
        caseload: { edges: { node: { due: { dueOn: string } } }[] }
      }>('{ caseload { edges { node { due { dueOn } } } } }')
      return caseload.edges[0]!.node.due.dueOn
    }
    const balance = async () => {
      const { supervisionOf } = await manager.data<{
        supervisionOf: { balance: { type: string; minutes: number }[] }
      }>('query ($peerId: UUID!) { supervisionOf(peerId: $peerId) { balance { type minutes } } }', {
        peerId: people.actors.peer.id,
      })
      return supervisionOf.balance.find(({ type }) => type === 'SUPPORTIVE')?.minutes ?? 0
    }
    const before = [await due(), await balance()]
    const id = await log()
    expect([await due(), await balance()]).toEqual(['2026-07-01', 45])
    await supportive.data(VOID, { input: { sessionId: id } })
    expect([await due(), await balance()]).toEqual(before)
    const { totalCount, edges } = await own()
    expect([totalCount, edges[0]!.node.id, edges[0]!.node.voidedAt !== null]).toEqual([1, id, true])
    await supportive.data(RESTORE, { input: { sessionId: id } })
    expect([await due(), await balance()]).toEqual(['2026-07-01', 45])
    const corrected = await correct(id, { heldOn: '2026-06-10', ...minutes(30) })
    expect([await due(), await balance()]).toEqual(['2026-06-24', 30])
    // One tap undoes the correction.
    await supportive.data(RESTORE, { input: { sessionId: id } })
    expect([await due(), await balance()]).toEqual(['2026-07-01', 45])
    const [session] = (await own()).edges.map(({ node }) => node)
    expect(session!.id).toBe(id)
    expect(session!.versions.map((version) => [version.id, version.voidedAt === null])).toEqual(
      expect.arrayContaining([
        [corrected.id, false],
        [id, true],
      ]),
    )
  })

  it('is changed by nobody but who logged it; unknown, foreign and forbidden answer alike', async () => {
    const id = await log()
    const educational = await api.as(people.actors.educational)
    for (const sessionId of [id, randomUUID()]) {
      for (const operation of [VOID, RESTORE]) {
        const answer = await educational.ask(operation, { input: { sessionId } })
        expect(answer.errors?.[0]?.extensions['code']).toBe('NOT_FOUND')
      }
      const educating = [{ type: 'EDUCATIONAL', minutes: 45, activities: [] }]
      const input = { sessionId, ...sessionInput([people.actors.peer], { segments: educating }) }
      const answer = await educational.ask(CORRECT, { input })
      expect(answer.errors?.[0]?.extensions['code']).toBe('NOT_FOUND')
    }
    expect((await own()).edges[0]!.node.voidedAt).toBeNull()
    expect(await told()).toEqual({})
  })

  it('tells the second of two changes that the version does not count any more, and writes nothing', async () => {
    const id = await log()
    const corrected = await correct(id, minutes(30))
    const nothing = 'supervision.sessions.counts-no-more'
    expect(await facts(VOID, { sessionId: id })).toBe(nothing)
    expect(await facts(CORRECT, { sessionId: id, ...sessionInput([people.actors.peer]) })).toBe(nothing)
    expect(await facts(RESTORE, { sessionId: corrected.id })).toBe('supervision.sessions.counts-already')
    const [session] = (await own()).edges.map(({ node }) => node)
    expect(session!.versions).toHaveLength(2)
  })

  it('is checked like a new one, and the same sent twice is kept once', async () => {
    const id = await log()
    const refused = await supportive.ask(CORRECT, {
      input: { sessionId: id, ...sessionInput([people.actors.peer], { heldOn: '2026-06-18' }) },
    })
    expect(refused.errors?.[0]?.extensions['validationErrors']).toEqual([
      { field: 'heldOn', problem: 'in-the-future', limit: '2026-06-17' },
    ])
    const input = { sessionId: id, ...sessionInput([people.actors.peer], minutes(30)) }
    await supportive.data(CORRECT, { input })
    const again = await supportive.data<{ correctSupervisionSession: { replayed: boolean } }>(CORRECT, {
      input,
    })
    expect(again.correctSupervisionSession.replayed).toBe(true)
    expect((await own()).edges[0]!.node.versions).toHaveLength(2)
  })
})
