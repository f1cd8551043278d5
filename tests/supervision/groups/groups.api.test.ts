import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

// Peers whom a supervisor meets together: the supervisor's list, and a name that those in it can read.

const CREATE = `mutation ($input: CreateSupervisionGroupInput!) { createSupervisionGroup(input: $input) {
  group { id name peers { id } } } }`
const REMOVE = `mutation ($input: RemoveSupervisionGroupInput!) { removeSupervisionGroup(input: $input) { group { id } } }`
const GROUPS = `{ supervisionGroups { totalCount edges { node { id name peers { id } } } } }`
type Page = { totalCount: number; edges: { node: { id: string; name: string; peers: { id: string }[] } }[] }

describe('a group', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let [supervisor, one, other]: Member[] = []
  let groupId = ''
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    supervisor = await api.build.supervisor(people.organization)
    one = await api.build.peer(people.organization)
    other = await api.build.peer(people.organization)
    for (const peer of [one, other]) await api.build.relationship(supervisor, peer, 'EDUCATIONAL')
  })
  afterAll(() => api.close())

  const create = async (as: Member | undefined, over: object = {}) =>
    (await api.as(as as Member)).ask<{ createSupervisionGroup: { group: { id: string } } }>(CREATE, {
      input: { name: 'Tuesday circle', peerIds: [one?.id, other?.id], ...over },
    })
  const listed = async (as: Member | undefined) =>
    (await (await api.as(as as Member)).data<{ supervisionGroups: Page }>(GROUPS)).supervisionGroups

  it('is saved by name, and listed for its supervisor alone', async () => {
    groupId = (await create(supervisor)).data?.createSupervisionGroup.group.id ?? ''
    expect((await listed(supervisor)).edges).toMatchObject([
      { node: { id: groupId, name: 'Tuesday circle' } },
    ])
    expect((await listed(people.actors.educational)).totalCount).toBe(0)
  })

  it('takes two to thirty peers of the own caseload', async () => {
    const problems = async (over: object) =>
      (await create(supervisor, over)).errors?.[0]?.extensions['validationErrors']
    expect(await problems({ peerIds: [one?.id] })).toEqual([
      { field: 'peerIds', problem: 'too-few', limit: 2 },
    ])
    expect(await problems({ peerIds: [one?.id, people.actors.peer.id] })).toEqual([
      { field: 'peerIds', problem: 'not-in-caseload' },
    ])
    expect(await problems({ name: 'x'.repeat(61) })).toEqual([
      { field: 'name', problem: 'too-long', limit: 60 },
    ])
    expect((await listed(supervisor)).totalCount).toBe(1)
  })

  it('T3: its peers can read the name, in their own data', async () => {
    const answer = await api.raw
      .post('/my-data')
      .set(await api.pageOf(one as Member))
      .send({ format: 'json' })
    expect(JSON.stringify(answer.body)).toContain('Tuesday circle')
  })

  it('leaves out who is not supervised any more, and goes when its supervisor removes it', async () => {
    await api.superuser.query(
      "update supervision_relationship set ends_on = '2026-06-16' where supervisor_id = $1 and peer_id = $2",
      [supervisor?.id, other?.id],
    )
    expect((await listed(supervisor)).edges[0]?.node.peers).toEqual([{ id: one?.id }])
    const remove = async (as: Member | undefined) =>
      (await api.as(as as Member)).ask(REMOVE, { input: { groupId } })
    expect((await remove(people.actors.educational)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await remove(supervisor)).errors).toBeUndefined()
    expect((await listed(supervisor)).totalCount).toBe(0)
  })
})
