import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { TODAY } from '../../support/fixed-today.ts'
import { TestApi } from '../../support/test-api.ts'

// Before a session is logged again: the same peer, type and day. It is asked, and a second session can be logged.

const LOG =
  'mutation ($input: LogSupervisionSessionInput!) { logSupervisionSession(input: $input) { session { id } } }'
const VOID = `mutation ($id: UUID!) {
  voidSupervisionSession(input: { sessionId: $id }) { session { id } } }`
const LOGGED = `query ($heldOn: LocalDate!, $peerIds: [UUID!]!, $types: [SupervisionType!]!) {
  sessionsAlreadyLogged(heldOn: $heldOn, peerIds: $peerIds, types: $types) { minutes peers { id } } }`

let api: TestApi
beforeAll(async () => void (api = await TestApi.start()))
afterAll(() => api.close())

it('names the own session of that day with that peer and type, and no other', async () => {
  const { actors } = await cast(api.build)
  const [supportive, educational] = [await api.as(actors.supportive), await api.as(actors.educational)]
  const input = () => ({
    ...{ idempotencyKey: randomUUID(), heldOn: TODAY, minutes: 45, format: 'INDIVIDUAL', modality: 'PHONE' },
    attendees: [{ peerId: actors.peer.id }],
    segments: [{ type: 'SUPPORTIVE', minutes: 45 }],
  })
  const asked = { heldOn: TODAY, peerIds: [actors.peer.id], types: ['SUPPORTIVE'] }
  const logged = async (change: object = {}, by = supportive) =>
    (await by.data<{ sessionsAlreadyLogged: object[] }>(LOGGED, { ...asked, ...change }))
      .sessionsAlreadyLogged

  expect(await logged()).toEqual([])
  await supportive.data(LOG, { input: input() })
  expect(await logged()).toEqual([{ minutes: 45, peers: [{ id: actors.peer.id }] }])
  expect(await logged({ heldOn: '2026-06-16' })).toEqual([])
  expect(await logged({ types: ['EDUCATIONAL'] })).toEqual([])
  expect(await logged({ peerIds: [actors.colleague.id] })).toEqual([])
  expect(await logged({}, educational)).toEqual([])
  const { logSupervisionSession: second } = await supportive.data<{
    logSupervisionSession: { session: { id: string } }
  }>(LOG, { input: input() })
  expect(await logged()).toHaveLength(2)
  await supportive.data(VOID, { id: second.session.id })
  expect(await logged()).toHaveLength(1)
})
