import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { relationshipOf } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A peer asks to talk, without a reason; the supportive supervisor offers a time. Nobody else learns of it (T2).

const ASK = `mutation ($input: CreateTalkRequestInput!) { createTalkRequest(input: $input) { request { id state } } }`
const CANCEL = `mutation ($input: CancelTalkRequestInput!) { cancelTalkRequest(input: $input) { request { state } } }`
const PROPOSE = `mutation ($input: ProposeTalkTimeInput!) {
  proposeTalkTime(input: $input) { request { state offer { id onDay atTime modality } } } }`
const ACCEPT = `mutation ($input: AcceptTalkOfferInput!) { acceptTalkOffer(input: $input) { request { state } } }`
const DECLINE = `mutation ($input: DeclineTalkOfferInput!) { declineTalkOffer(input: $input) { request { state } } }`
const MINE = `{ myTalkRequests { totalCount edges { node { id state isUnanswered supervisor { id }
  offer { id onDay atTime modality answer } } } } }`
const TO_ME = `{ talkRequestsToMe { totalCount edges { node { id state peer { id } offer { onDay } } } } }`

interface Offered {
  proposeTalkTime: { request: { offer: { id: string } } }
}

describe('a request to talk', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let peer: Member
  let supporter: Member
  let [asker, supportive] = [] as unknown as [Caller, Caller]
  let relationshipId: string
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    people = await cast(api.build)
    peer = people.actors.peer
    supporter = await api.build.supervisor(people.organization)
    relationshipId = await api.build.relationship(supporter, peer, 'SUPPORTIVE')
    asker = await api.as(peer)
    supportive = await api.as(supporter)
  })

  const ask = async (): Promise<string> =>
    (await asker.data<{ createTalkRequest: { request: { id: string } } }>(ASK, { input: { relationshipId } }))
      .createTalkRequest.request.id
  const propose = async (requestId: string, more: object = {}): Promise<string> => {
    const input = { requestId, onDay: '2026-06-18', atTime: '15:30', modality: 'PHONE', ...more }
    return (await supportive.data<Offered>(PROPOSE, { input })).proposeTalkTime.request.offer.id
  }

  it('gets a time, asks for another, and accepts it; both sides read the same', async () => {
    const id = await ask()
    const first = await propose(id)
    expect(await asker.data(MINE)).toMatchObject({
      myTalkRequests: {
        edges: [
          { node: { state: 'OFFERED', offer: { onDay: '2026-06-18', atTime: '15:30', modality: 'PHONE' } } },
        ],
      },
    })
    expect(await asker.data(DECLINE, { input: { offerId: first } })).toMatchObject({
      declineTalkOffer: { request: { state: 'WAITING' } },
    })
    const second = await propose(id, { onDay: '2026-06-19', modality: 'IN_PERSON' })
    const third = await propose(id, { onDay: '2026-06-20' })
    expect((await asker.ask(ACCEPT, { input: { offerId: second } })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    )
    expect(await asker.data(ACCEPT, { input: { offerId: third } })).toEqual({
      acceptTalkOffer: { request: { state: 'ACCEPTED' } },
    })
    const { rows } = await api.superuser.query(
      `select s.starts_on::text, s.start_time::text, s.minutes, s.status, a.type, a.peer_id
         from talk_offer f
         join planned_session s on s.organization_id = f.organization_id and s.id = f.planned_session_id
         join planned_attendance a on a.organization_id = s.organization_id and a.planned_session_id = s.id
        where f.request_id = $1`,
      [id],
    )
    expect(rows).toEqual([
      {
        ...{ starts_on: '2026-06-20', start_time: '15:30:00', minutes: 30, status: 'SCHEDULED' },
        ...{ type: 'SUPPORTIVE', peer_id: peer.id },
      },
    ])
    const planned =
      '{ myPlannedSessions(view: UPCOMING, first: 5) { edges { node { startsOn startTime } } } }'
    for (const side of [asker, supportive])
      expect(JSON.stringify(await side.data(planned))).toContain('"startsOn":"2026-06-20"')
    expect(await supportive.data(TO_ME)).toMatchObject({
      talkRequestsToMe: {
        edges: [{ node: { state: 'ACCEPTED', peer: { id: peer.id }, offer: { onDay: '2026-06-20' } } }],
      },
    })
    const late = { input: { requestId: id, onDay: '2026-06-21', atTime: '10:00', modality: 'VIDEO' } }
    expect((await supportive.ask(PROPOSE, late)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('is offered somebody else after two working days without a time, and only the peer is told', async () => {
    const id = await ask()
    const unanswered = async () =>
      (await asker.data<{ myTalkRequests: { edges: { node: { isUnanswered: boolean } }[] } }>(MINE))
        .myTalkRequests.edges[0]?.node.isUnanswered
    const askedOn = (day: string) =>
      api.superuser.query('update talk_request set asked_at = $2 where id = $1', [id, `${day}T15:00:00Z`])
    // Today is Wednesday, June 17.
    await askedOn('2026-06-15')
    expect(await unanswered()).toBe(false)
    await askedOn('2026-06-12')
    expect(await unanswered()).toBe(true)
    await propose(id)
    expect(await unanswered()).toBe(false)
    const { rows } = await api.superuser.query(
      "select from notification where kind like 'TALK%' and recipient_id = $1",
      [peer.id],
    )
    expect(rows.length).toBe(1)
  })

  it('is seen by nobody else, whatever their role, and leaves no entry in the trail', async () => {
    const trail = '{ auditTrail(first: 100) { totalCount } }'
    const auditor = await api.as(people.actors.auditor)
    const before = await auditor.ask(trail)
    const id = await ask()
    const offer = await propose(id)
    expect(await auditor.ask(trail)).toEqual(before)
    for (const name of [
      'colleague',
      'administrative',
      'educational',
      'supportive',
      'manager',
      'admin',
      'auditor',
      'stranger',
    ] as const) {
      const caller = await api.as(people.actors[name])
      const input = { requestId: id, onDay: '2026-06-18', atTime: '15:30', modality: 'PHONE' }
      for (const answer of [
        await caller.ask(MINE),
        await caller.ask(TO_ME),
        await caller.ask(PROPOSE, { input }),
        await caller.ask(ACCEPT, { input: { offerId: offer } }),
        await caller.ask(CANCEL, { input: { requestId: id } }),
      ]) {
        expect(JSON.stringify(answer)).not.toContain(id)
        expect(JSON.stringify(answer)).not.toContain(offer)
        expect(answer.errors?.[0]?.extensions.code ?? 'none').toMatch(/^(none|FORBIDDEN|NOT_FOUND)$/)
      }
    }
  })

  it('ends for the supervisor with the supervision, and for both when the peer no longer needs it', async () => {
    const id = await ask()
    expect(await supportive.data(TO_ME)).toMatchObject({ talkRequestsToMe: { totalCount: 1 } })
    expect(await asker.data(CANCEL, { input: { requestId: id } })).toMatchObject({
      cancelTalkRequest: { request: { state: 'NOT_NEEDED' } },
    })
    expect(await supportive.data(TO_ME)).toMatchObject({ talkRequestsToMe: { totalCount: 0 } })
    await ask()
    await api.superuser.query("update supervision_relationship set ends_on = '2026-06-16' where id = $1", [
      relationshipId,
    ])
    expect(await supportive.data(TO_ME)).toMatchObject({ talkRequestsToMe: { totalCount: 0 } })
  })

  it('refuses a second one kindly, and everybody who is not a supportive supervisor of today', async () => {
    await ask()
    const second = await asker.ask(ASK, { input: { relationshipId } })
    expect(second.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      fact: 'wellness.talk.asked-already',
    })
    const teaching = await relationshipOf(api, peer, 'EDUCATIONAL')
    for (const other of [teaching, randomUUID()])
      expect((await asker.ask(ASK, { input: { relationshipId: other } })).errors?.[0]?.extensions.code).toBe(
        'NOT_FOUND',
      )
  })
})
