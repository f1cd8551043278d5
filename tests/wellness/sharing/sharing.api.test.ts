import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { inDatabaseAs, relationshipOf } from '../../support/builders/supervision-builders.ts'
import { aCheckIn, mondayBefore } from '../../support/builders/wellness-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// T1 and T6: one check-in, one supportive supervisor, for a while; every look is written down before anything is shown.

const SECRET = 'Nobody reads this line'
const CREATE = `mutation ($input: CreateShareInput!) {
  createShare(input: $input) { share { id kind scope weekStart planText state receiver { id } } } }`
const WITHDRAW = `mutation ($input: WithdrawShareInput!) { withdrawShare(input: $input) { share { id state } } }`
const OPEN = `mutation ($input: OpenShareInput!) { openShare(input: $input) { opened { scope
  checkIn { weekStart weekFelt energy rest signs selfCare tags line wentWell } planLine { part text phone } } } }`
const MINE = `{ myShares { totalCount edges { node { id state lookCount looks { lookedBy { id } lookedAt } } } } }`
const THEIRS = `query ($peerId: UUID!) { sharesOfPeer(peerId: $peerId) { totalCount edges { node { id kind scope } } } }`
const NEWS = '{ notifications { totalCount edges { node { kind subjectId } } } unseenNotificationCount }'

interface Mine {
  myShares: {
    totalCount: number
    edges: { node: { id: string; state: string; lookCount: number; looks: { lookedBy: { id: string } }[] } }[]
  }
}

describe('a share', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let peer: Member
  let [owner, supportive] = [] as unknown as [Caller, Caller]
  let relationshipId: string
  let checkInId: string
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    people = await cast(api.build)
    peer = people.actors.peer
    const supporter = await api.build.supervisor(people.organization)
    relationshipId = await api.build.relationship(supporter, peer, 'SUPPORTIVE')
    people = { ...people, actors: { ...people.actors, supportive: supporter } }
    checkInId = await aCheckIn(api.build, peer, {
      ...{ weekFelt: 2, energy: 1, rest: 4, signs: ['ANGER'], selfCare: ['SLEEP'], tags: ['COURT'] },
      ...{ line: SECRET, wentWell: 'Lunch with the team' },
    })
    owner = await api.as(peer)
    supportive = await api.as(supporter)
  })

  const input = (more: object = {}) => ({
    ...{ kind: 'CHECK_IN', artefactId: checkInId, relationshipId, scope: 'SCORES', days: 30 },
    ...more,
  })
  const share = async (more: object = {}): Promise<string> =>
    (await owner.data<{ createShare: { share: { id: string } } }>(CREATE, { input: input(more) })).createShare
      .share.id
  const opened = (caller: Caller, shareId: string) => caller.ask(OPEN, { input: { shareId } })
  const mine = async () => (await owner.data<Mine>(MINE)).myShares

  it('shows the three scores and not a word more, and then everything, to its receiver', async () => {
    const scores = await opened(supportive, await share())
    expect(scores.data).toEqual({
      openShare: {
        opened: {
          ...{ scope: 'SCORES', planLine: null },
          checkIn: {
            ...{ weekStart: '2026-06-15', weekFelt: 2, energy: 1, rest: 4 },
            ...{ signs: [], selfCare: [], tags: [], line: null, wentWell: null },
          },
        },
      },
    })
    const whole = await opened(supportive, await share({ scope: 'EVERYTHING' }))
    expect(whole.data).toMatchObject({
      openShare: {
        opened: {
          checkIn: {
            signs: ['ANGER'],
            selfCare: ['SLEEP'],
            tags: ['COURT'],
            line: SECRET,
            wentWell: 'Lunch with the team',
          },
        },
      },
    })
  })

  it('writes down each look before it answers, and only its owner sees who looked', async () => {
    const id = await share()
    await opened(supportive, id)
    await opened(supportive, id)
    const [first] = (await mine()).edges
    expect(first?.node).toMatchObject({ id, state: 'OPEN', lookCount: 2 })
    expect(first?.node.looks[0]?.lookedBy.id).toBe(people.actors.supportive.id)
    // Without the row of the look, nothing is shown.
    await api.superuser.query('alter table share_look add constraint no_more check (false) not valid')
    const failed = await opened(supportive, id)
    await api.superuser.query('alter table share_look drop constraint no_more')
    expect(JSON.stringify(failed)).not.toContain('weekFelt')
    expect(failed.data).toBeNull()
    for (const [name, member] of Object.entries(people.actors)) {
      const looks = await inDatabaseAs(api, member, 'select from share_look')
      expect([name, looks.length > 0]).toEqual([name, name === 'peer'])
    }
  })

  it('is gone at the next request once it is withdrawn, has expired, or the supervision has ended', async () => {
    const gone = async () => {
      const answers = [await opened(supportive, randomUUID())]
      return { unknown: answers[0], nothing: await supportive.ask(THEIRS, { peerId: randomUUID() }) }
    }
    const { unknown, nothing } = await gone()
    const withdrawn = await share()
    expect(await supportive.data(THEIRS, { peerId: peer.id })).toMatchObject({
      sharesOfPeer: { totalCount: 1 },
    })
    expect(await owner.data(WITHDRAW, { input: { shareId: withdrawn } })).toMatchObject({
      withdrawShare: { share: { state: 'WITHDRAWN' } },
    })
    expect(await opened(supportive, withdrawn)).toEqual(unknown)
    expect(await supportive.ask(THEIRS, { peerId: peer.id })).toEqual(nothing)
    const expiring = await share({ days: 1 })
    await api.superuser.query(
      "update share_ticket set created_at = created_at - interval '1 day', expires_at = $2 where id = $1",
      [expiring, api.now],
    )
    expect(await opened(supportive, expiring)).toEqual(unknown)
    expect(await supportive.ask(THEIRS, { peerId: peer.id })).toEqual(nothing)
    const ending = await share()
    await api.superuser.query("update supervision_relationship set ends_on = '2026-06-16' where id = $1", [
      relationshipId,
    ])
    expect(await opened(supportive, ending)).toEqual(unknown)
    expect(await supportive.ask(THEIRS, { peerId: peer.id })).toEqual(nothing)
    // A new supervision by the same person reaches nothing of before.
    await api.build.relationship(people.actors.supportive, peer, 'SUPPORTIVE')
    expect(await opened(supportive, ending)).toEqual(unknown)
    expect((await mine()).edges.map(({ node }) => node.state).sort()).toEqual([
      'ENDED',
      'EXPIRED',
      'WITHDRAWN',
    ])
  })

  it('opens to nobody else, whatever their role, in whatever state it is', async () => {
    const others = [
      'peer',
      'colleague',
      'administrative',
      'educational',
      'manager',
      'admin',
      'auditor',
      'stranger',
    ] as const
    const id = await share({ scope: 'EVERYTHING' })
    let tried = 0
    for (const name of others) {
      const caller = await api.as(people.actors[name])
      for (const query of [
        await opened(caller, id),
        await caller.ask(THEIRS, { peerId: peer.id }),
        await caller.ask(WITHDRAW, {
          input: { shareId: name === 'peer' ? randomUUID() : id },
        }),
      ]) {
        tried += 1
        expect(JSON.stringify(query)).not.toContain(SECRET)
        expect(JSON.stringify(query.data ?? '')).not.toMatch(/"totalCount":[1-9]/)
        expect(JSON.stringify(query)).not.toContain(id)
      }
    }
    expect(tried).toBe(24)
    expect((await opened(supportive, id)).errors).toBeUndefined()
  })

  it('is closed on a shared device until the password is given', async () => {
    const id = await share()
    const shared = await api.as(people.actors.supportive, { confirmed: false, shared: true })
    for (const answer of [await opened(shared, id), await shared.ask(THEIRS, { peerId: peer.id })])
      expect(answer.errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
  })

  it('goes to a supportive supervisor of today only, and only of what is one’s own', async () => {
    const problem = async (more: object) =>
      (await owner.ask(CREATE, { input: input(more) })).errors?.[0]?.extensions.validationErrors?.[0]
    const notFound = { field: 'relationshipId', problem: 'not-found' }
    const { supportive: supporter, colleague } = people.actors
    const teaching = await relationshipOf(api, peer, 'EDUCATIONAL')
    const ofColleague = await api.build.relationship(supporter, colleague, 'SUPPORTIVE')
    for (const id of [teaching, ofColleague, randomUUID()])
      expect(await problem({ relationshipId: id })).toMatchObject(notFound)
    const foreign = await aCheckIn(api.build, colleague)
    for (const id of [foreign, randomUUID()])
      expect(await problem({ artefactId: id })).toMatchObject({ field: 'artefactId', problem: 'not-found' })
    expect(await problem({ days: 0 })).toMatchObject({ field: 'days', problem: 'too-small', limit: 1 })
    expect(await problem({ days: 91 })).toMatchObject({ field: 'days', problem: 'too-large', limit: 90 })
    expect(await problem({ kind: 'PLAN_LINE' })).toMatchObject({ field: 'scope' })
    expect((await mine()).totalCount).toBe(0)
  })

  it('is told without content, and the notification is gone with the share', async () => {
    const before = await supportive.data(NEWS)
    const first = await share()
    const news = await supportive.data<{ notifications: { edges: { node: unknown }[] } }>(NEWS)
    expect(news.notifications.edges[0]?.node).toEqual({ kind: 'SHARED_WITH_YOU', subjectId: peer.id })
    await owner.data(WITHDRAW, { input: { shareId: first } })
    expect(await supportive.data(NEWS)).toEqual(before)
    const second = await share({ days: 1 })
    await api.superuser.query(
      "update share_ticket set created_at = created_at - interval '1 day', expires_at = $2 where id = $1",
      [second, api.now],
    )
    expect(await supportive.data(NEWS)).toEqual(before)
  })

  it('takes the place of an earlier one of the same thing to the same person', async () => {
    const first = await share()
    const second = await share({ scope: 'EVERYTHING', days: 5 })
    expect((await opened(supportive, first)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await opened(supportive, second)).errors).toBeUndefined()
    expect((await mine()).edges.map(({ node }) => node.state).sort()).toEqual(['OPEN', 'WITHDRAWN'])
  })

  it('goes with the check-in when its owner deletes that, one or all, and asks for the password', async () => {
    const id = await share()
    await opened(supportive, id)
    await aCheckIn(api.build, peer, { weekStart: mondayBefore(9) })
    const remove =
      'mutation ($input: DeleteWeeklyCheckInInput!) { deleteWeeklyCheckIn(input: $input) { deletedCount } }'
    const all = 'mutation { deleteAllCheckIns(input: { isSure: true }) { deletedCount } }'
    const week = { input: { weekStart: '2026-06-15' } }
    const locked = await api.as(peer, { confirmed: false })
    for (const answer of [await locked.ask(remove, week), await locked.ask(all)])
      expect(answer.errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
    expect(await owner.data(remove, week)).toEqual({ deleteWeeklyCheckIn: { deletedCount: 1 } })
    expect((await owner.ask(remove, week)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await opened(supportive, id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await mine()).totalCount).toBe(0)
    const colleague = await aCheckIn(api.build, people.actors.colleague)
    expect(await owner.data(all)).toEqual({ deleteAllCheckIns: { deletedCount: 1 } })
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from weekly_check_in where peer_id = any ($1)',
      [[peer.id, people.actors.colleague.id]],
    )
    expect(rows).toEqual([{ id: colleague }])
  })

  it('leaves the organization’s trail, the log and everybody’s lists as they were', async () => {
    const { manager, auditor, admin } = people.actors
    const elsewhere = async () => [
      await (await api.as(auditor)).ask('{ auditTrail(first: 100) { totalCount } }'),
      await (await api.as(admin)).ask('{ members { edges { node { lastSeenMonth revision } } } }'),
      await (await api.as(manager)).ask('{ peers { edges { node { id state } } } }'),
      await supportive.ask('{ caseload { edges { node { id } } facets { overdue } } }'),
    ]
    // Each has been here, so that the month of the last visit is set.
    await elsewhere()
    await owner.ask(MINE)
    const before = await elsewhere()
    const id = await share({ scope: 'EVERYTHING' })
    await opened(supportive, id)
    expect(await elsewhere()).toEqual(before)
    expect(api.logLines.join('\n')).not.toContain(SECRET)
  })
})
