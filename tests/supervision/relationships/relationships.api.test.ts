import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUPERVISION_TYPES, type SupervisionType } from '../../../shared/src/supervision/supervision-types.ts'
import { type BuiltOrganization, type Member } from '../../support/builders/builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { TestApi } from '../../support/test-api.ts'

// Assigning, covering, reassigning and ending: with dates, at the same moment, and at the wall.

const PROPOSE = `mutation ($input: ProposeSupervisionRelationshipInput!) {
  proposeSupervisionRelationship(input: $input) { relationship { id } } }`
const REASSIGN = `mutation ($input: ReassignSupervisionInput!) {
  reassignSupervision(input: $input) { relationship { id } } }`
const ACCEPT = `mutation ($id: UUID!) {
  acceptSupportiveRelationship(input: { relationshipId: $id }) { relationship { id accepted } } }`
const DECLINE = `mutation ($id: UUID!) {
  declineSupportiveRelationship(input: { relationshipId: $id }) { relationship { id endsOn } } }`
const END = `mutation ($id: UUID!) {
  endSupervisionRelationship(input: { relationshipId: $id }) { relationship { id endsOn } } }`
const [TODAY, TOMORROW] = ['2026-06-17', '2026-06-18']
interface Changed {
  relationship?: { id: string }
}

describe('relationships over time', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Member
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    manager = await api.build.member(organization, ['MANAGER'])
    peer = await api.build.peer(organization)
  })
  afterAll(() => api.close())

  const ask = async (member: Member, query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await (await api.as(member)).ask(query, variables)
    const [error] = errors ?? []
    return {
      id: (Object.values(data ?? {}) as Changed[])[0]?.relationship?.id ?? '',
      code: error?.extensions.code,
      validationErrors: error?.extensions.validationErrors,
    }
  }
  const propose = (supervisor: Member, over: Record<string, unknown> = {}) =>
    ask(manager, PROPOSE, {
      input: {
        supervisorId: supervisor.id,
        peerId: peer.id,
        type: 'EDUCATIONAL',
        startsOn: TOMORROW,
        ...over,
      },
    })
  const daysOf = async (id: string) => {
    const { rows } = await api.superuser.query<{ starts_on: string; ends_on: string | null }>(
      `select starts_on::text, ends_on::text from supervision_relationship where id = $1`,
      [id],
    )
    return rows[0]
  }
  const told = async (member: Member): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ kind: string }>(
      'select kind from notification where recipient_id = $1 order by created_at, kind',
      [member.id],
    )
    return rows.map(({ kind }) => kind)
  }

  it('reassigns in one step: the next begins the day after, and both sides are told', async () => {
    const [one, other] = [await api.build.supervisor(organization), await api.build.supervisor(organization)]
    const { id: relationshipId } = await propose(one)
    const input = { relationshipId, supervisorId: other.id, lastOn: '2026-06-30' }
    const { id } = await ask(manager, REASSIGN, { input })
    expect([await daysOf(relationshipId), await daysOf(id)]).toEqual([
      { starts_on: TOMORROW, ends_on: '2026-06-30' },
      { starts_on: '2026-07-01', ends_on: null },
    ])
    expect(await told(one)).toEqual(['SUPERVISION_ENDED'])
  })

  it('refuses to reassign to the same person, past its own end, or of one that is over', async () => {
    const [one, other] = [await api.build.supervisor(organization), await api.build.supervisor(organization)]
    const { id: relationshipId } = await propose(one, { endsOn: '2026-06-20' })
    const reassign = (supervisor: Member, lastOn: string) =>
      ask(manager, REASSIGN, { input: { relationshipId, supervisorId: supervisor.id, lastOn } })
    expect((await reassign(one, TODAY)).validationErrors).toEqual([
      { field: 'supervisorId', problem: 'already-there' },
    ])
    expect((await reassign(other, '2026-06-21')).validationErrors).toEqual([
      { field: 'lastOn', problem: 'too-far-ahead' },
    ])
    expect((await daysOf(relationshipId))?.ends_on).toBe('2026-06-20')
    const over = await api.build.relationship(one, peer, 'EDUCATIONAL', { endsOn: '2026-06-16' })
    const again = { relationshipId: over, supervisorId: other.id, lastOn: TODAY }
    expect((await ask(manager, REASSIGN, { input: again })).code).toBe('NOT_FOUND')
  })

  it('lets a substitute stand in for somebody, with dates', async () => {
    const [away, other] = [await api.build.supervisor(organization), await api.build.supervisor(organization)]
    const { id: standsInForId } = await propose(away)
    const stand = { isSubstitute: true, standsInForId, endsOn: '2026-07-31' }
    expect((await propose(other, { ...stand, endsOn: null })).validationErrors).toEqual([
      { field: 'endsOn', problem: 'required' },
    ])
    expect((await propose(other, { ...stand, endsOn: '2027-06-20' })).validationErrors).toEqual([
      { field: 'endsOn', problem: 'too-far-ahead', limit: '2027-06-19' },
    ])
    expect((await propose(other, { ...stand, type: 'ADMINISTRATIVE' })).validationErrors).toEqual([
      { field: 'standsInForId', problem: 'not-found' },
    ])
    const { id } = await propose(other, stand)
    const { mySupervisors } = await (
      await api.as(peer)
    ).data<{ mySupervisors: { edges: object[] } }>(
      '{ mySupervisors { edges { node { id standsInFor { id } endsOn } } } }',
    )
    const node = { id, standsInFor: { id: away.id }, endsOn: '2026-07-31' }
    expect(mySupervisors.edges).toContainEqual({ node })
  })

  it('makes one of two proposals that come at the same moment, and says so to the other', async () => {
    const supervisor = await api.build.supervisor(organization)
    for (const over of [{}, { type: 'ADMINISTRATIVE', endsOn: '2026-12-31' }]) {
      const answers = await Promise.all([1, 2, 3].map(() => propose(supervisor, over)))
      expect(answers.filter(({ id }) => id !== '').length).toBe(1)
      for (const { id, validationErrors } of answers)
        if (id === '') expect(validationErrors).toEqual([{ field: 'supervisorId', problem: 'already-there' }])
    }
  })

  it('refuses the same supervisor twice in the same time, and takes them again afterwards', async () => {
    const supervisor = await api.build.supervisor(organization)
    const during = (startsOn: string, endsOn: string | null) => propose(supervisor, { startsOn, endsOn })
    expect((await during('2026-07-01', '2026-07-31')).id).not.toBe('')
    for (const [from, to] of [
      ['2026-07-31', '2026-08-10'],
      ['2026-06-20', '2026-07-01'],
      ['2026-07-10', '2026-07-12'],
      ['2026-06-20', null],
    ] as const)
      expect((await during(from, to)).validationErrors).toEqual([
        { field: 'supervisorId', problem: 'already-there' },
      ])
    expect((await during('2026-08-01', null)).id).not.toBe('')
  })

  it('refuses oneself, a start a year ahead and an end before the start', async () => {
    const both = await api.build.member(organization, ['PEER', 'SUPERVISOR'])
    expect((await propose(both, { peerId: both.id })).validationErrors).toEqual([
      { field: 'supervisorId', problem: 'not-an-option' },
    ])
    expect((await propose(both, { startsOn: '2027-06-18' })).validationErrors).toEqual([
      { field: 'startsOn', problem: 'too-far-ahead', limit: '2027-06-17' },
    ])
    expect((await propose(both, { endsOn: '2026-06-01' })).validationErrors).toEqual([
      { field: 'endsOn', problem: 'before-its-start', limit: TOMORROW },
    ])
  })

  it('lets the peer decline: nothing was in force, and only the peer was told', async () => {
    const hopeful = await api.build.supervisor(organization)
    const { id } = await propose(hopeful, { type: 'SUPPORTIVE', startsOn: TODAY })
    expect(await told(peer)).toContain('SUPERVISION_PROPOSED')
    expect((await ask(await api.build.peer(organization), DECLINE, { id })).code).toBe('NOT_FOUND')
    expect(await (await api.as(peer)).data(DECLINE, { id })).toEqual({
      declineSupportiveRelationship: { relationship: { id, endsOn: '2026-06-16' } },
    })
    expect(await daysOf(id)).toEqual({ starts_on: TODAY, ends_on: '2026-06-16' })
    expect((await ask(peer, ACCEPT, { id })).code).toBe('NOT_FOUND')
    expect(await told(hopeful)).toEqual([])
  })

  it('tells the supervisor when the peer accepts, and when the peer ends it', async () => {
    const supervisor = await api.build.supervisor(organization)
    const { id } = await propose(supervisor, { type: 'SUPPORTIVE', startsOn: TODAY })
    const caller = await api.as(peer)
    expect(await caller.data(ACCEPT, { id })).toEqual({
      acceptSupportiveRelationship: { relationship: { id, accepted: true } },
    })
    expect((await daysOf(id))?.starts_on).toBe(TODAY)
    expect(await caller.data(END, { id })).toEqual({
      endSupervisionRelationship: { relationship: { id, endsOn: '2026-06-16' } },
    })
    expect((await told(supervisor)).sort()).toEqual(['SUPERVISION_ACCEPTED', 'SUPERVISION_ENDED'])
  })

  it.each(SUPERVISION_TYPES)('%s: an end acts at the wall at the next request, and stays', async (type) => {
    const supervisor = await api.build.supervisor(organization)
    const { id } = await propose(supervisor, { type })
    if (type === 'SUPPORTIVE') await ask(peer, ACCEPT, { id })
    await api.superuser.query('update supervision_relationship set starts_on = $2 where id = $1', [id, TODAY])
    const peers = async (of: SupervisionType): Promise<string[]> =>
      (
        await inDatabaseAs<{ peers: string[] }>(api, supervisor, `select access.peers_of('${of}') as peers`)
      )[0]?.peers ?? []
    expect(await peers(type)).toEqual([peer.id])
    await ask(manager, END, { id })
    expect(await peers(type)).toEqual([])
    await expect(
      api.superuser.query('update supervision_relationship set ends_on = null where id = $1', [id]),
    ).rejects.toMatchObject({ constraint: 'supervision_relationship_end_extended' })
  })

  it('costs the same statements for a peer with few or many supervisors', async () => {
    const [first, second] = [
      await api.build.supervisor(organization),
      await api.build.supervisor(organization),
    ]
    const caller = await api.as(manager)
    const statements = ({ id: supervisorId }: Member) => {
      const input = { supervisorId, peerId: peer.id, type: 'SUPPORTIVE', startsOn: TODAY }
      return api.statementsOf(() =>
        caller.data(PROPOSE.replace('relationship { id }', '__typename'), { input }),
      )
    }
    const few = await statements(first)
    for (let made = 0; made < 20; made++)
      await api.build.relationship(await api.build.supervisor(organization), peer, 'SUPPORTIVE')
    const many = await statements(second)
    const counts = (batches: string[][]) => batches.map((batch) => batch.length)
    expect([counts(few), counts(many)]).toEqual([
      [2, 2, 1, 1],
      [2, 2, 1, 1],
    ])
  })

  it('asks for the password again before a supervisor is assigned, replaced or ended', async () => {
    const supervisor = await api.build.supervisor(organization)
    const stale = await api.as(manager, { confirmed: false })
    const input = { supervisorId: supervisor.id, peerId: peer.id, type: 'EDUCATIONAL', startsOn: TOMORROW }
    expect((await stale.ask(PROPOSE, { input })).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
    const over = { relationshipId: supervisor.id, supervisorId: supervisor.id, lastOn: TODAY }
    expect((await stale.ask(REASSIGN, { input: over })).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
    const id = await api.build.relationship(supervisor, peer, 'SUPPORTIVE')
    expect((await stale.ask(END, { id })).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
    expect((await daysOf(id))?.ends_on).toBeNull()
    const ownWish = await api.as(peer, { confirmed: false })
    expect((await ownWish.ask(END, { id })).errors).toBeUndefined()
  })
})
