import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aRoleAgreement } from '../../support/builders/drift-builders.ts'
import { type Answer, TestApi } from '../../support/test-api.ts'

// Ask before: the agreement answers before a task is sent, the peer answers once, and few know of it.

const CREATE = `mutation ($input: CreateTaskRequestInput!) { createTaskRequest(input: $input) {
  taskRequest { id says doneBy asker state } } }`
const RECORD = `mutation ($input: RecordTaskRequestInput!) { recordTaskRequest(input: $input) {
  taskRequest { id says asker recordedBy { id } } } }`
const ACCEPT = `mutation ($id: UUID!) { acceptTaskRequest(input: { taskRequestId: $id }) {
  taskRequest { state answeredAt } } }`
const DECLINE = `mutation ($id: UUID!, $sentence: String!) {
  declineTaskRequest(input: { taskRequestId: $id, sentence: $sentence }) { taskRequest { state sentence } } }`
const RETURN = `mutation ($id: UUID!, $to: String!) {
  returnTaskRequest(input: { taskRequestId: $id, returnedTo: $to }) { taskRequest { state returnedTo } } }`
const FRAME = `query ($peerId: UUID!) { taskFrame(peerId: $peerId) {
  placements { placementId agreementVersion lines { activity says doneBy } } } }`
const OF_PEER = `query ($peerId: UUID!) { taskRequestsOfPeer(peerId: $peerId) {
  totalCount edges { node { id task } } } }`
const MINE = '{ myTaskRequests { totalCount edges { node { id state } } } }'

interface Created {
  createTaskRequest: { taskRequest: { id: string; says: string; doneBy: string | null; asker: string } }
}
interface Listed {
  taskRequestsOfPeer: { totalCount: number; edges: { node: { id: string } }[] }
}

describe('a task that a peer is asked to do', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  let placementId: string
  beforeAll(async () => {
    api = await TestApi.start()
  })
  beforeEach(async () => {
    ;({ actors } = await cast(api.build))
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from placement where peer_id = $1',
      [actors.peer.id],
    )
    placementId = rows[0]!.id
  })
  afterAll(() => api.close())

  const agree = () =>
    aRoleAgreement(api.build, actors.peer, placementId, [
      { activity: 'GIVING_DRUG_TEST', answer: 'OUTSIDE_ROLE', doneBy: 'case manager' },
    ])
  const ask = async (by: Member, more: object = {}) =>
    (await api.as(by)).ask<Created>(CREATE, {
      input: { peerId: actors.peer.id, task: 'Watch the tests today', placementId, ...more },
    })
  const asked = async (by: Member, more: object = {}) => {
    const { data } = await ask(by, more)
    return data!.createTaskRequest.taskRequest
  }
  const seenBy = async (member: Member) => {
    const { data, errors } = await (await api.as(member)).ask<Listed>(OF_PEER, { peerId: actors.peer.id })
    return errors ? null : data!.taskRequestsOfPeer.edges.map(({ node }) => node.id)
  }
  const codeOf = ({ errors }: Pick<Answer, 'errors'>) => errors?.[0]?.extensions.code
  const factOf = ({ errors }: Pick<Answer, 'errors'>) => errors?.[0]?.extensions.fact
  const kindsTold = async (member: Member) => {
    const { rows } = await api.superuser.query<{ kind: string }>(
      "select kind from notification where recipient_id = $1 and kind like 'TASK%'",
      [member.id],
    )
    return rows.map(({ kind }) => kind)
  }

  it('is answered by the agreement in force, and the answer stays with it', async () => {
    expect((await asked(actors.supportive, { activity: 'GIVING_DRUG_TEST' })).says).toBe('NO_AGREEMENT')
    await agree()
    const frame = await (await api.as(actors.supportive)).data(FRAME, { peerId: actors.peer.id })
    expect(frame).toMatchObject({
      taskFrame: {
        placements: [
          { placementId, agreementVersion: 1, lines: [{ says: 'OUTSIDE_ROLE', doneBy: 'case manager' }] },
        ],
      },
    })
    expect(await asked(actors.supportive, { activity: 'GIVING_DRUG_TEST' })).toMatchObject({
      ...{ says: 'OUTSIDE_ROLE', doneBy: 'case manager', asker: 'SUPERVISOR', state: 'ASKED' },
    })
    expect((await asked(actors.supportive, { activity: 'JOB_SEARCH' })).says).toBe('NOT_ANSWERED')
  })

  it('is asked in the name of who asks: the host agency, a supervisor, a manager, and nobody else', async () => {
    expect((await asked(actors.administrative)).asker).toBe('HOST_AGENCY')
    expect((await asked(actors.educational)).asker).toBe('SUPERVISOR')
    expect((await asked(actors.manager)).asker).toBe('MANAGER')
    const other = await api.build.supervisor({ id: actors.peer.organizationId } as never)
    expect(codeOf(await ask(other))).toBe('NOT_FOUND')
    expect(codeOf(await ask(actors.strangerManager))).toBe('NOT_FOUND')
    expect(codeOf(await ask(actors.admin))).toBe('FORBIDDEN')
    expect(await kindsTold(actors.peer)).toEqual(['TASK_ASKED', 'TASK_ASKED', 'TASK_ASKED'])
  })

  it('is seen by the peer, whoever asked, and those who teach or support; not by the other managers or supervisors', async () => {
    const byAgency = (await asked(actors.administrative)).id
    const byManager = (await asked(actors.manager)).id
    const all = [byManager, byAgency].sort()
    expect((await seenBy(actors.educational))?.sort()).toEqual(all)
    expect((await seenBy(actors.supportive))?.sort()).toEqual(all)
    expect(await seenBy(actors.administrative)).toEqual([byAgency])
    expect(await seenBy(actors.manager)).toEqual([byManager])
    expect(
      await seenBy(await api.build.member({ id: actors.peer.organizationId } as never, ['MANAGER'])),
    ).toEqual([])
    expect(await seenBy(actors.auditor)).toBeNull()
    expect(await seenBy(actors.strangerManager)).toEqual([])
    const mine = await (await api.as(actors.peer)).data<{ myTaskRequests: { totalCount: number } }>(MINE)
    expect(mine.myTaskRequests.totalCount).toBe(2)
    await api.superuser.query(`update supervision_relationship set ends_on = starts_on where peer_id = $1`, [
      actors.peer.id,
    ])
    expect(await seenBy(actors.administrative)).toEqual([])
    expect(await seenBy(actors.educational)).toEqual([])
  })

  it('is answered by the peer alone, once, and whoever asked is told', async () => {
    const { id } = await asked(actors.administrative)
    for (const member of [actors.administrative, actors.colleague, actors.stranger])
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(codeOf(await (await api.as(member)).ask(ACCEPT, { id })))
    const peer = await api.as(actors.peer)
    expect(await peer.data(DECLINE, { id, sentence: ' Outside my role. ' })).toEqual({
      declineTaskRequest: { taskRequest: { state: 'DECLINED', sentence: 'Outside my role.' } },
    })
    expect(factOf(await peer.ask(ACCEPT, { id }))).toBe('drift.task-requests.answered')
    expect(codeOf(await peer.ask(ACCEPT, { id: randomUUID() }))).toBe('NOT_FOUND')
    expect(await kindsTold(actors.administrative)).toEqual(['TASK_ANSWERED'])

    const further = [await asked(actors.educational), await asked(actors.educational)]
    expect(await peer.data(ACCEPT, { id: further[0]!.id })).toMatchObject({
      acceptTaskRequest: { taskRequest: { state: 'ACCEPTED' } },
    })
    expect(await peer.data(RETURN, { id: further[1]!.id, to: 'case  manager' })).toEqual({
      returnTaskRequest: { taskRequest: { state: 'RETURNED', returnedTo: 'case manager' } },
    })
  })

  it('can be recorded by the peer, with who asked; nobody is told', async () => {
    const peer = await api.as(actors.peer)
    await agree()
    const recorded = await peer.data(RECORD, {
      input: { task: 'Watch tests', asker: 'TEAM', activity: 'GIVING_DRUG_TEST', placementId },
    })
    expect(recorded).toMatchObject({
      recordTaskRequest: {
        taskRequest: { says: 'OUTSIDE_ROLE', asker: 'TEAM', recordedBy: { id: actors.peer.id } },
      },
    })
    const told = await api.superuser.query(
      "select from notification where organization_id = $1 and kind like 'TASK%'",
      [actors.peer.organizationId],
    )
    expect(told.rowCount).toBe(0)
    expect(await seenBy(actors.administrative)).toEqual([])
    expect((await seenBy(actors.supportive))?.length).toBe(1)
  })

  it('names field and limit of bad input, and knows no placement of somebody else', async () => {
    expect(codeOf(await ask(actors.supportive, { placementId: randomUUID() }))).toBe('NOT_FOUND')
    const { errors } = await ask(actors.supportive, { task: 'x'.repeat(301) })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      validationErrors: [{ field: 'task', problem: 'too-long', limit: 300 }],
    })
    const invited = await api.build.peer({ id: actors.peer.organizationId } as never)
    await api.superuser.query('update membership set account_id = null where id = $1', [invited.id])
    await api.build.relationship(actors.administrative, invited, 'ADMINISTRATIVE')
    const early = await ask(actors.administrative, { peerId: invited.id, placementId: null })
    expect(early.errors?.[0]?.extensions).toMatchObject({
      validationErrors: [{ field: 'peerId', problem: 'not-joined' }],
    })
  })
})
