import ICAL from 'ical.js'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALENDAR_FETCHES } from '../../../api/src/my-data/calendar-feed/calendar-feed.endpoint.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { TestApi } from '../../support/test-api.ts'

// The calendar as a program reads it that has nothing but the address.

const CREATE = `mutation ($names: Boolean) { createCalendarFeed(input: { showsNames: $names }) {
  address calendarFeed { showsNames } } }`

describe('the calendar under a secret address', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let certificationId: string
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    const { peer, supportive } = people.actors
    await api.build.agreement(peer, { SUPPORTIVE: 14 })
    await api.superuser.query(
      "update supervision_relationship set starts_on = '2026-06-10' where supervisor_id = $1",
      [supportive.id],
    )
    await planned(supportive, peer, { starts_on: '2026-06-24', start_time: '14:00' })
    await planned(supportive, peer, {
      status: 'CANCELLED',
      reason: 'MOVED',
      revision: 3,
      start_time: '23:30',
    })
    const arrange = new CertificationBuilders(api.build)
    await arrange.certification(peer, CREDENTIAL.california)
    // New York wants it 45 days before the expiry.
    certificationId = await arrange.certification(peer, 'us-ny-crpa', { expiresOn: '2026-09-15' })
  })
  afterAll(() => api.close())

  const planned = async (supervisor: Member, peer: Member, over: object): Promise<void> => {
    const [id, organization_id] = [randomUUID(), supervisor.organizationId]
    await api.build.insert('planned_session', {
      ...{
        organization_id,
        id,
        supervisor_id: supervisor.id,
        starts_on: '2026-06-30',
        start_time: '09:00',
        minutes: 45,
      },
      ...{
        format: 'INDIVIDUAL',
        modality: 'VIDEO',
        status: 'SCHEDULED',
        planned_by: supervisor.id,
        planned_at: NOW,
      },
      ...{ changed_by: supervisor.id, changed_at: NOW, ...over },
    })
    await api.build.insert('planned_attendance', {
      ...{
        organization_id,
        planned_session_id: id,
        peer_id: peer.id,
        type: 'SUPPORTIVE',
        supervisor_id: supervisor.id,
      },
    })
  }
  const addressOf = async (member: Member, names = false): Promise<string> => {
    const { createCalendarFeed } = await (
      await api.as(member)
    ).data<{ createCalendarFeed: { address: string } }>(CREATE, { names })
    return new URL(createCalendarFeed.address).pathname
  }
  const fetched = async (path: string) => {
    const { status, text, headers } = (await api.raw.get(path).buffer(true)) as unknown as {
      status: number
      text: string
      headers: Record<string, string>
    }
    return { status, text, headers }
  }
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => ({
      title: String(component.getFirstPropertyValue('summary')),
      status: component.getFirstPropertyValue('status'),
      start: String(component.getFirstPropertyValue('dtstart')),
      sequence: component.getFirstPropertyValue('sequence'),
      uid: String(component.getFirstPropertyValue('uid')),
    }))

  it('has the sessions, the due days and the own certification of its owner, without content', async () => {
    const { status, text, headers } = await fetched(await addressOf(people.actors.peer))
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ])
    const found = events(text)
    expect(found.slice(0, 3)).toMatchObject([
      {
        title: 'Supervision session (video)',
        status: 'CONFIRMED',
        start: '2026-06-24T14:00:00',
        sequence: 0,
      },
      {
        title: 'Supervision session (video)',
        status: 'CANCELLED',
        start: '2026-06-30T23:30:00',
        sequence: 2,
      },
      { title: 'Supervision due', start: '2026-06-24' },
    ])
    const renewal = found.filter(({ title }) => title.startsWith('Certification'))
    expect(renewal.map(({ title, start }) => [title, start])).toEqual([
      ['Certification renewal opens', '2026-07-02'],
      ['Certification renewal due', '2026-08-01'],
      ['Certification expires', '2026-08-31'],
      ['Certification expires', '2026-09-15'],
    ])
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length)
    expect(text).not.toMatch(/supportive/i)
    expect(text).not.toContain(people.actors.supportive.displayName)
    expect(text).toContain('TZID:America/New_York')
  })

  it('stops asking to send a renewal once it was sent', async () => {
    const { peer } = people.actors
    const titles = async () => events((await fetched(await addressOf(peer))).text).map(({ title }) => title)
    const id = randomUUID()
    await api.build.insert('renewal_submission', {
      ...{ organization_id: peer.organizationId, id, certification_id: certificationId, peer_id: peer.id },
      ...{ cycle_ends_on: '2026-09-15', submitted_on: '2026-06-16', recorded_by: peer.id, recorded_at: NOW },
    })
    expect(await titles()).toContain('Certification expires')
    expect(await titles()).not.toContain('Certification renewal due')
    await api.superuser.query(
      "update renewal_submission set outcome = 'RETURNED', decided_on = '2026-06-17', decided_by = $2, return_reason = 'OTHER' where id = $1",
      [id, peer.id],
    )
    expect(await titles()).toContain('Certification renewal due')
  })

  it('says with whom only where its owner wanted it', async () => {
    const { peer, supportive } = people.actors
    const own = events((await fetched(await addressOf(peer, true))).text)
    expect(own[0]?.title).toBe(`Supervision session (video): ${supportive.displayName}`)
    const theirs = events((await fetched(await addressOf(supportive, true))).text)
    expect(theirs.map(({ title }) => title)).toContain(`Supervision session (video): ${peer.displayName}`)
    expect(theirs.map(({ title }) => title)).not.toContain('Certification expires')
  })

  it('T8: has nothing of anybody else, whatever their role', async () => {
    for (const name of ['manager', 'admin', 'auditor', 'colleague', 'stranger', 'strangerManager'] as const)
      expect([name, events((await fetched(await addressOf(people.actors[name]))).text)]).toEqual([name, []])
  })

  it('opens nothing once it is renewed, revoked, or its owner is gone; and all of that looks like nothing at all', async () => {
    const { colleague } = people.actors
    const first = await addressOf(colleague)
    const second = await addressOf(colleague)
    const unknown = await fetched('/calendar/no-such-secret.ics')
    expect(unknown.status).toBe(404)
    expect(await fetched(first)).toMatchObject({ status: 404, text: unknown.text })
    expect((await fetched(second)).status).toBe(200)
    const revoke = 'mutation { revokeCalendarFeed { revoked } }'
    expect(await (await api.as(colleague)).data(revoke)).toEqual({ revokeCalendarFeed: { revoked: true } })
    expect(await fetched(second)).toMatchObject({ status: 404, text: unknown.text })
    expect(await (await api.as(colleague)).data('{ calendarFeed { createdAt } }')).toEqual({
      calendarFeed: null,
    })
    const third = await addressOf(colleague)
    await api.superuser.query('update membership set disabled_at = $2 where id = $1', [colleague.id, NOW])
    expect(await fetched(third)).toMatchObject({ status: 404, text: unknown.text })
  })

  it('keeps the address nowhere: not in the database, not in the log', async () => {
    const path = await addressOf(people.actors.peer)
    await fetched(path)
    const secret = path.slice('/calendar/'.length, -'.ics'.length)
    expect(secret).toHaveLength(43)
    expect(api.logLines.join('\n')).not.toContain(secret)
    const { rows } = await api.superuser.query<{ row: string }>(
      'select calendar_feed::text as row from calendar_feed',
    )
    expect(rows.map(({ row }) => row).join()).not.toContain(secret)
  })

  it('asks for the password where it was not given lately', async () => {
    const caller = await api.as(people.actors.peer, { confirmed: false })
    expect((await caller.ask(CREATE)).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
  })

  it('asks a network that fetches without end to wait', async () => {
    let last = 0
    for (let fetch = 0; fetch <= CALENDAR_FETCHES.allowed && last !== 429; fetch++)
      last = (await fetched('/calendar/no-such-secret.ics')).status
    expect(last).toBe(429)
  }, 60_000)
})
