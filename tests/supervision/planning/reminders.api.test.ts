import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PLANNING_JOBS } from '../../../api/src/supervision/planning/planning-jobs.ts'
import { createLogger } from '../../../api/src/server/logger.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import {
  aNotificationChoice,
  mailRounds,
  type MailRounds,
} from '../../support/builders/notification-builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { Mailbox } from '../../support/mailbox.ts'
import { TestApi } from '../../support/test-api.ts'

// Reminders: once for each person and day or week, on however many nodes, in one email at the hour that the person chose.

/** A Wednesday, soon after midnight in New York. */
const AFTER_MIDNIGHT = '2026-06-17T04:12:00Z'
const JUST_BEFORE_EIGHT = '2026-06-17T11:59:00Z'
const EIGHT = '2026-06-17T12:00:00Z'

describe('reminders of supervision', () => {
  let api: TestApi
  let mailbox: Mailbox
  let rounds: MailRounds
  let organization: BuiltOrganization
  let supervisor: Member
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    mailbox = await Mailbox.open()
    rounds = await mailRounds(api, mailbox)
  })
  beforeEach(async () => {
    organization = await api.build.organization()
    supervisor = await api.build.supervisor(organization)
    peer = await api.build.peer(organization)
    await api.build.relationship(supervisor, peer, 'SUPPORTIVE')
  })
  afterAll(async () => {
    await rounds.close()
    await mailbox.close()
    await api.close()
  })

  const planned = async (over: object = {}, with_: Member = peer): Promise<string> => {
    const [id, organization_id] = [randomUUID(), organization.id]
    await api.build.insert('planned_session', {
      ...{
        organization_id,
        id,
        supervisor_id: supervisor.id,
        starts_on: '2026-06-18',
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
        peer_id: with_.id,
        type: 'SUPPORTIVE',
        supervisor_id: supervisor.id,
      },
    })
    return id
  }
  const run = async (at: string): Promise<void> => {
    api.at(at)
    const logger = createLogger('silent', { write: () => undefined })
    for (const job of PLANNING_JOBS) await job.run(rounds.services, new AbortController().signal, logger)
  }
  const told = async (member: Member): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ kind: string }>(
      'select kind from notification where recipient_id = $1 order by kind',
      [member.id],
    )
    return rows.map(({ kind }) => kind)
  }

  it("tells both of tomorrow's sessions once, however many there are and however often it runs", async () => {
    await planned()
    await planned({ start_time: '11:00' }, await api.build.peer(organization))
    await planned({ starts_on: '2026-06-19' })
    await planned({ status: 'CANCELLED', reason: 'MOVED' }, await api.build.peer(organization))
    await Promise.all([run(AFTER_MIDNIGHT), run(AFTER_MIDNIGHT)])
    await run(EIGHT)
    expect([await told(peer), await told(supervisor)]).toEqual([['SESSION_TOMORROW'], ['SESSION_TOMORROW']])
    await run('2026-06-18T04:12:00Z')
    expect(await told(peer)).toEqual(['SESSION_TOMORROW', 'SESSION_TOMORROW'])
  })

  it('tells the supervisor once a week what falls due, unless it is planned by then', async () => {
    const other = await api.build.peer(organization)
    await api.build.relationship(supervisor, other, 'SUPPORTIVE')
    for (const each of [peer, other]) await api.build.agreement(each, { SUPPORTIVE: 14 })
    // Due on Friday.
    for (const each of [peer, other]) await aSession(api, supervisor, [each], { heldOn: '2026-06-05' })
    await planned({ starts_on: '2026-06-19' })
    await planned({ starts_on: '2026-06-19' }, other)
    await run(AFTER_MIDNIGHT)
    expect(await told(supervisor)).toEqual([])
    await api.superuser.query(
      "update planned_session set starts_on = '2026-06-22' where organization_id = $1",
      [organization.id],
    )
    for (const hour of ['04', '05', '15']) await run(`2026-06-17T${hour}:12:00Z`)
    expect(await told(supervisor)).toEqual(['SUPERVISION_DUE'])
    // Nobody tells a peer that something is late.
    expect(await told(peer)).toEqual([])
  })

  it('leaves out a peer on leave, and what fell due before this week', async () => {
    await api.build.agreement(peer, { SUPPORTIVE: 14 })
    await aSession(api, supervisor, [peer], { heldOn: '2026-05-25' })
    await run(AFTER_MIDNIGHT)
    const away = await api.build.peer(organization)
    await api.build.relationship(supervisor, away, 'SUPPORTIVE')
    await api.build.agreement(away, { SUPPORTIVE: 14 })
    await aSession(api, supervisor, [away], { heldOn: '2026-06-05' })
    await api.build.insert('leave_period', {
      ...{ organization_id: organization.id, id: randomUUID(), peer_id: away.id, starts_on: '2026-06-15' },
      ...{ ends_on: '2026-06-30', entered_by: away.id, entered_at: NOW },
    })
    await run(EIGHT)
    expect(await told(supervisor)).toEqual([])
  })

  it('asks after two weeks whether a session was held, and tells of a series that ends', async () => {
    await planned({ starts_on: '2026-06-04' })
    const series = { series_id: randomUUID(), series_weeks: 1 }
    await planned({ ...series, starts_on: '2026-06-24', series_position: 0 })
    await planned({ ...series, starts_on: '2026-07-02', series_position: 1 })
    await run(AFTER_MIDNIGHT)
    expect(await told(supervisor)).toEqual([])
    await run('2026-06-18T04:12:00Z')
    expect(await told(supervisor)).toEqual(['SERIES_ENDING', 'SESSION_UNANSWERED'])
    const { rows } = await api.superuser.query<{ status: string }>(
      "select status from planned_session where starts_on = '2026-06-04' and organization_id = $1",
      [organization.id],
    )
    expect(rows[0]?.status).toBe('SCHEDULED')
  })

  it('puts all of a day into one email at the hour that the person chose, with no content', async () => {
    await planned()
    await planned({ starts_on: '2026-06-02' })
    await aNotificationChoice(api.build, supervisor, { mail: 'AT_ONCE', digestHour: 8 })
    await run(AFTER_MIDNIGHT)
    await rounds.news()
    api.at(JUST_BEFORE_EIGHT)
    await rounds.news()
    expect(await mailbox.mailsTo(supervisor.email)).toHaveLength(0)
    api.at(EIGHT)
    await rounds.news()
    const [mail, ...more] = await mailbox.mailsTo(supervisor.email)
    expect(more).toEqual([])
    expect(mail?.text).toContain('You have a session tomorrow.')
    expect(mail?.text).toContain('Were they held?')
    expect(mail?.text).not.toContain(peer.displayName)
    expect(mail?.text).not.toMatch(/supportive|9:00|June|Jun /i)
  })

  it('names the sessions in the app: who, when and which type, as they are today, and to nobody else', async () => {
    const other = await api.build.peer(organization)
    await api.build.relationship(supervisor, other, 'SUPPORTIVE')
    for (const each of [peer, other]) await api.build.agreement(each, { SUPPORTIVE: 14 })
    await aSession(api, supervisor, [other], { heldOn: '2026-06-05' })
    await aSession(api, supervisor, [peer], { heldOn: '2026-06-16' })
    const id = await planned()
    await run(AFTER_MIDNIGHT)
    const told = async (member: Member) => {
      const { notifications } = await (
        await api.as(member)
      ).data<{ notifications: { edges: { node: { kind: string; sessions: unknown[] } }[] } }>(
        '{ notifications { edges { node { kind sessions { people { id } on time types } } } } }',
      )
      return Object.fromEntries(notifications.edges.map(({ node }) => [node.kind, node.sessions]))
    }
    const tomorrow = { on: '2026-06-18', time: '09:00', types: ['SUPPORTIVE'] }
    expect(await told(supervisor)).toEqual({
      SESSION_TOMORROW: [{ ...tomorrow, people: [{ id: peer.id }] }],
      SUPERVISION_DUE: [{ on: '2026-06-19', time: null, types: ['SUPPORTIVE'], people: [{ id: other.id }] }],
    })
    expect(await told(peer)).toEqual({ SESSION_TOMORROW: [{ ...tomorrow, people: [{ id: supervisor.id }] }] })
    await api.superuser.query(
      "update planned_session set status = 'CANCELLED', reason = 'MOVED' where id = $1",
      [id],
    )
    expect((await told(peer))['SESSION_TOMORROW']).toEqual([])
  })
})
