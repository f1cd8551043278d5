import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../support/builders/builders.ts'
import { TestApi } from '../support/test-api.ts'
import { aHistory } from '../support/builders/wellness-builders.ts'

const WEEKS = 78

/** What a busy peer gathers in a year and a half, put in by the week and the day. */
const GATHERED = /* sql */ `
  with session as (
    insert into supervision_session (organization_id, id, supervisor_id, held_on, minutes, status, format, modality, logged_at)
    select $1, gen_random_uuid(), $3, date '2026-06-15' - week * 7, 45, 'HELD', 'INDIVIDUAL', 'VIDEO', now()
      from generate_series(1, ${WEEKS} * 2) step, lateral (select step / 2 as week) w
    returning *),
  attendance as (
    insert into session_attendance (organization_id, session_id, peer_id, minutes, supervisor_id, held_on, logged_at)
    select organization_id, id, $2, minutes, supervisor_id, held_on, logged_at from session returning session_id),
  segment as (
    insert into session_segment (organization_id, session_id, type, minutes)
    select organization_id, id, 'SUPPORTIVE', minutes from session returning session_id),
  note as (
    insert into supportive_note (organization_id, id, session_id, about_peer_id, supervisor_id, activities, note, written_at)
    select organization_id, gen_random_uuid(), id, $2, supervisor_id, array['ENCOURAGEMENT'], repeat('We talked. ', 60), now()
      from session),
  told as (
    insert into notification (organization_id, id, recipient_id, kind, key, created_at)
    select $1, gen_random_uuid(), $2, 'SESSION_LOGGED', 'session:' || id, logged_at from session),
  credit as (
    insert into ce_activity (organization_id, id, title, held_on, delivery_mode, recorded_by, recorded_at)
    select $1, gen_random_uuid(), 'Course ' || step, date '2026-06-01' - step * 9, 'IN_PERSON', $3, now()
      from generate_series(1, 60) step
    returning organization_id, id)
  insert into ce_credit (organization_id, activity_id, peer_id, hours, categories)
  select organization_id, id, $2, 3, array['ethics'] from credit`

describe('the file of eighteen months', () => {
  let api: TestApi
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    const { organization, actors } = await cast(api.build)
    peer = actors.peer
    await aHistory(api.build, peer, Array<number>(WEEKS).fill(3))
    await api.superuser.query(GATHERED, [organization.id, peer.id, actors.supportive.id])
  })
  afterAll(() => api.close())

  it.each(['json', 'pdf'])('is there within seconds as %s', async (format) => {
    const page = await api.pageOf(peer)
    const began = performance.now()
    const answer = await api.raw
      .post('/my-data')
      .set(page)
      .send({ format })
      .buffer(true)
      .parse((response, done) => {
        let bytes = 0
        response.on('data', (piece: Buffer) => (bytes += piece.length))
        response.on('end', () => done(null, bytes))
      })
    const took = performance.now() - began
    console.log(
      `eighteen months as ${format}: ${Math.round(took)} ms, ${Math.round(Number(answer.body) / 1024)} kB`,
    )
    expect(answer.status).toBe(200)
    expect(Number(answer.body)).toBeGreaterThan(50_000)
    expect(took).toBeLessThan(10_000)
  })
})
