import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

// What a peer wants to learn: theirs, their educational supervisor's, and for managers to read.

const ADD = `mutation ($input: CreateLearningGoalInput!) { createLearningGoal(input: $input) {
  learningGoal { id text competency targetOn state canUpdate } } }`
const UPDATE = `mutation ($input: UpdateLearningGoalInput!) { updateLearningGoal(input: $input) {
  learningGoal { state closedOn } } }`
const MINE = `{ myLearningGoals { edges { node { id text state } } } }`
const OF = `query ($peerId: UUID!) { learningGoalsOf(peerId: $peerId) { edges { node { id text canUpdate } } } }`
type Page = { edges: { node: { id: string; text: string; canUpdate: boolean } }[] }

describe('a learning goal', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let peer: Member
  let supervisor: Member
  let relationshipId: string
  let goalId: string
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    peer = await api.build.peer(people.organization)
    supervisor = await api.build.supervisor(people.organization)
    relationshipId = await api.build.relationship(supervisor, peer, 'EDUCATIONAL')
  })
  afterAll(() => api.close())

  const add = async (as: Member, over: object = {}) =>
    (await api.as(as)).ask<{ createLearningGoal: { learningGoal: { id: string } } }>(ADD, {
      input: {
        ...{ relationshipId, text: 'Open questions', competency: 'COMMUNICATES', targetOn: '2026-12-31' },
        ...over,
      },
    })
  const set = async (as: Member, state: string) =>
    (await api.as(as)).ask(UPDATE, { input: { learningGoalId: goalId, state } })
  const readBy = async (as: Member): Promise<string[]> => {
    const { learningGoalsOf } = await (
      await api.as(as)
    ).data<{ learningGoalsOf: Page }>(OF, { peerId: peer.id })
    return learningGoalsOf.edges.map(({ node }) => node.text)
  }

  it('is agreed on by either of the two, and read by a manager, who changes nothing', async () => {
    const added = await add(peer)
    goalId = added.data?.createLearningGoal.learningGoal.id ?? ''
    expect((await add(supervisor, { text: 'Say what a peer is not' })).errors).toBeUndefined()
    expect(await readBy(supervisor)).toEqual(
      expect.arrayContaining(['Open questions', 'Say what a peer is not']),
    )
    expect(await readBy(people.actors.manager)).toHaveLength(2)
    expect((await set(people.actors.manager, 'REACHED')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('T2: is nobody else’s, whatever they supervise', async () => {
    for (const other of [people.actors.educational, people.actors.supportive, people.actors.administrative]) {
      expect(await readBy(other)).toEqual([])
      expect((await set(other, 'REACHED')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
  })

  it('is reached, dropped and taken up again by either of the two', async () => {
    expect((await set(supervisor, 'REACHED')).data).toMatchObject({
      updateLearningGoal: { learningGoal: { state: 'REACHED', closedOn: '2026-06-17' } },
    })
    expect((await set(peer, 'OPEN')).data).toMatchObject({
      updateLearningGoal: { learningGoal: { state: 'OPEN', closedOn: null } },
    })
  })

  it('belongs to educational supervision, and to a day within two years', async () => {
    const supportive = await api.build.relationship(supervisor, peer, 'SUPPORTIVE')
    expect((await add(peer, { relationshipId: supportive })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await add(peer, { targetOn: '2028-06-18' })).errors?.[0]?.extensions['validationErrors']).toEqual(
      [{ field: 'targetOn', problem: 'too-far-ahead', limit: '2028-06-17' }],
    )
  })

  it('passes on to the next educational supervisor while it is open; what was closed before stays behind', async () => {
    const closed = await add(supervisor, { text: 'Done before' })
    const closedId = closed.data?.createLearningGoal.learningGoal.id
    await api.superuser.query(
      "update learning_goal set state = 'REACHED', closed_on = '2026-06-10', closed_by = $2 where id = $1",
      [closedId, supervisor.id],
    )
    await api.superuser.query("update supervision_relationship set ends_on = '2026-06-16' where id = $1", [
      relationshipId,
    ])
    const next = await api.build.supervisor(people.organization)
    await api.build.relationship(next, peer, 'EDUCATIONAL', { startsOn: '2026-06-17' })
    const supportive = await api.build.supervisor(people.organization)
    await api.build.relationship(supportive, peer, 'SUPPORTIVE', { startsOn: '2026-06-17' })
    expect((await readBy(next)).sort()).toEqual(['Open questions', 'Say what a peer is not'])
    expect([await readBy(supervisor), await readBy(supportive)]).toEqual([[], []])
    expect((await set(next, 'REACHED')).data).toMatchObject({
      updateLearningGoal: { learningGoal: { state: 'REACHED', closedOn: '2026-06-17' } },
    })
    for (const other of [supervisor, supportive])
      expect((await set(other, 'DROPPED')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const { myLearningGoals } = await (await api.as(peer)).data<{ myLearningGoals: Page }>(MINE)
    expect(myLearningGoals.edges).toHaveLength(3)
  })
})
