import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ACCESS_DAYS_AFTER_LEAVING } from '@alongside/shared/people/employment/access-after-leaving'
import { createDataSource } from '../../../api/src/database/data-source.ts'
import { readAsLeaver } from '../../../api/src/my-data/leaver-read.ts'
import { sendErasureReceipts } from '../../../api/src/people/employment/erasure-receipts.service.ts'
import { erasePrivateData } from '../../../api/src/people/employment/leaving-jobs.ts'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import { createLogger } from '../../../api/src/server/logger.ts'
import { hashToken } from '../../../api/src/server/request-context.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { aNotification, mailRounds, type MailRounds } from '../../support/builders/notification-builders.ts'
import { aCheckIn, aTalkRequest } from '../../support/builders/wellness-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { Mailbox } from '../../support/mailbox.ts'
import { pageHeaders, receivedFile, TestApi } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
const SIGN_IN = `mutation ($email: String!, $password: String!) {
  outcome: signIn(input: { email: $email, password: $password }) {
    __typename ... on AccessEnded { organizationName lastDay dataUntil pass erasedAt } } }`
interface Outcome {
  readonly outcome: { readonly __typename: string; readonly pass?: string; readonly erasedAt?: string }
}
// The last day is 16 June: the day before the fixed one.
const LAST_DAY = '2026-06-16'
const LAST_OF_THE_DAYS = new Date('2026-07-16T16:00:00Z')
const THE_DAY_AFTER = new Date('2026-07-17T16:00:00Z')

describe('somebody who has left', () => {
  let api: TestApi
  let mailbox: Mailbox
  let rounds: MailRounds
  let organization: BuiltOrganization
  let passwordHash: string
  let peer: Member
  let colleague: Member

  beforeAll(async () => {
    api = await TestApi.start()
    mailbox = await Mailbox.open()
    rounds = await mailRounds(api, mailbox)
    passwordHash = await hashPassword(PASSWORD)
  })
  beforeEach(async () => {
    api.at(NOW)
    organization = await api.build.organization()
    peer = await api.build.member(organization, ['PEER'], { passwordHash })
    colleague = await api.build.peer(organization)
    for (const one of [peer, colleague]) {
      await aCheckIn(api.build, one, { weekStart: '2026-06-08', line: `line of ${one.id}` })
      await aNotification(api.build, one)
    }
    await api.build.insert('exclusion_preference', {
      organization_id: organization.id,
      peer_id: peer.id,
      excluded_id: colleague.id,
      made_by: peer.id,
      made_at: NOW,
    })
    await api.build.insert('exclusion_preference', {
      organization_id: organization.id,
      peer_id: colleague.id,
      excluded_id: peer.id,
      made_by: peer.id,
      made_at: NOW,
    })
    await api.build.insert('drift_flag_draft', {
      organization_id: organization.id,
      id: randomUUID(),
      peer_id: peer.id,
      evidence: 'Rides to court',
      saved_at: NOW,
    })
    await api.build.insert('week_log', {
      ...{ organization_id: organization.id, id: randomUUID(), peer_id: peer.id, week_start: '2026-06-15' },
      ...{ revision: 1, only_totals: false, logged_at: NOW },
    })
    await placeOwnPages()
    await leave(peer)
  })
  afterAll(async () => {
    await rounds.close()
    await mailbox.close()
    await api.close()
  })

  /** A plan, a share that was looked at, a request to talk: what is the peer's own beside the check-in. */
  const placeOwnPages = async () => {
    const supporter = await api.build.supervisor(organization)
    const relationshipId = await api.build.relationship(supporter, peer, 'SUPPORTIVE')
    const of = { organization_id: organization.id, owner_id: peer.id }
    const [planLine, ticket] = [randomUUID(), randomUUID()]
    await api.build.insert('self_care_plan_line', {
      ...{ ...of, id: planLine, part: 'HELPS', text: 'A line of a plan', added_at: NOW, saved_at: NOW },
    })
    await api.build.insert('share_ticket', {
      ...{ ...of, id: ticket, relationship_id: relationshipId, kind: 'PLAN_LINE', plan_line_id: planLine },
      ...{ scope: 'EVERYTHING', created_at: NOW, expires_at: '2026-07-01T12:00:00Z' },
    })
    await api.build.insert('share_look', {
      ...{ ...of, id: randomUUID(), ticket_id: ticket, looked_by: supporter.id, looked_at: NOW },
    })
    await aTalkRequest(api.build, peer, relationshipId)
    await api.build.insert('reflection_time', { ...of, week_start: '2026-06-15', minutes: 30, saved_at: NOW })
    await api.build.insert('check_in_reminder', { ...of, is_on: true, weekday: 5, hour: 9, saved_at: NOW })
  }
  const leave = (who: Member) =>
    api.build.insert('employment', {
      organization_id: organization.id,
      member_id: who.id,
      leaves_on: LAST_DAY,
    })
  const signIn = async (password = PASSWORD) =>
    (await api.signedOut().data<Outcome>(SIGN_IN, { email: peer.email, password })).outcome
  const fileWith = (pass: string | undefined, path = '/my-data/after-leaving') =>
    receivedFile(api.raw.post(path).send({ pass, format: 'json' }))
  const countOf = async (table: string, column: string, who: Member): Promise<number> => {
    const { rows } = await api.superuser.query<{ count: number }>(
      `select count(*)::integer as count from ${table} where ${column} = $1`,
      [who.id],
    )
    return rows[0]?.count ?? -1
  }
  const erase = (services = rounds.services) => erasePrivateData(services, new AbortController().signal)
  const sendReceipts = () =>
    sendErasureReceipts(
      rounds.services,
      new AbortController().signal,
      createLogger('silent', { write: () => undefined }),
    )

  it('takes their own data along for 30 days, and nothing else opens', async () => {
    api.at(LAST_OF_THE_DAYS)
    const { pass, ...said } = await signIn()
    expect(said).toEqual({
      __typename: 'AccessEnded',
      organizationName: organization.name,
      lastDay: LAST_DAY,
      dataUntil: '2026-07-16',
      erasedAt: null,
    })
    expect((await signIn('not the one of the account')).__typename).toBe('SignInRefused')
    const { status, text } = await fileWith(pass)
    expect(status).toBe(200)
    expect(text).toContain(`line of ${peer.id}`)
    expect(text).not.toContain(`line of ${colleague.id}`)
    for (const cookie of [`alongside-sid=${pass}`]) {
      const asked = await api.raw
        .post('/graphql')
        .set('cookie', cookie)
        .send({ query: '{ me { displayName } }' })
      expect((asked.body as { data: object }).data).toEqual({ me: null })
      expect(
        (
          await receivedFile(
            api.raw
              .post('/my-data')
              .set(pageHeaders(pass ?? '', peer))
              .send({ format: 'json' }),
          )
        ).code,
      ).toBe('UNAUTHENTICATED')
    }
    for (const none of [undefined, '', 'x'.repeat(43)])
      expect((await fileWith(none)).code).toBe('UNAUTHENTICATED')
    api.at(new Date(LAST_OF_THE_DAYS.getTime() + 31 * 60_000))
    expect((await fileWith(pass)).code).toBe('UNAUTHENTICATED')
  })

  it('takes the hours letter along as well, of their own hours and no others', async () => {
    api.at(LAST_OF_THE_DAYS)
    const { pass } = await signIn()
    const letter = (body: object) =>
      api.raw
        .post('/hours-letter/after-leaving')
        .send({ pass, from: '2026-01-01', until: LAST_DAY, ...body })
        .buffer(true)
    const made = await letter({})
    expect([made.status, made.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((made.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await receivedFile(letter({ until: '2026-08-01' }))).code).toBe('BAD_INPUT')
    expect((await receivedFile(letter({ language: 'fr' }))).code).toBe('BAD_INPUT')
    for (const none of [undefined, '', 'x'.repeat(43)])
      expect((await receivedFile(letter({ pass: none }))).code).toBe('UNAUTHENTICATED')
    api.at(THE_DAY_AFTER)
    expect((await receivedFile(letter({}))).code).toBe('UNAUTHENTICATED')
  })

  it('can write nothing with a pass, in the database itself, and reads no row of another peer', async () => {
    const { pass = '' } = await signIn()
    const database = createDataSource(api.urls.appUrl, { poolSize: 1 })
    await database.initialize()
    const read = <Found>(sql: string) =>
      readAsLeaver(
        database,
        hashToken(pass),
        api.now,
        (_leaver, run) => run(sql as 'select') as Promise<Found>,
      )
    expect(await read('select distinct peer_id from weekly_check_in')).toEqual([{ peer_id: peer.id }])
    expect(
      await read(
        'select 1 from audit_entry where person_id is distinct from (select access.membership_id())',
      ),
    ).toEqual([])
    await expect(read("update membership set display_name = 'X'")).rejects.toMatchObject({ code: '25006' })
    await expect(read('delete from weekly_check_in')).rejects.toMatchObject({
      code: expect.any(String) as string,
    })
    await database.destroy()
  })

  it('finds check-ins and all that was only theirs erased after that, once, with a receipt by mail', async () => {
    api.at(LAST_OF_THE_DAYS)
    await erase()
    expect(await countOf('weekly_check_in', 'peer_id', peer)).toBe(1)
    api.at(THE_DAY_AFTER)
    const twoNodes = createDataSource(api.urls.appUrl, { poolSize: 2 })
    await twoNodes.initialize()
    await Promise.all([erase(), erase({ ...rounds.services, database: twoNodes }), erase()])
    await erase()
    await twoNodes.destroy()
    expect([
      await countOf('weekly_check_in', 'peer_id', peer),
      await countOf('exclusion_preference', 'made_by', peer),
      await countOf('drift_flag_draft', 'peer_id', peer),
      await countOf('week_log', 'peer_id', peer),
      await countOf('notification', 'recipient_id', peer),
      await countOf('self_care_plan_line', 'owner_id', peer),
      await countOf('share_ticket', 'owner_id', peer),
      await countOf('share_look', 'owner_id', peer),
      await countOf('talk_request', 'peer_id', peer),
      await countOf('reflection_time', 'owner_id', peer),
      await countOf('check_in_reminder', 'owner_id', peer),
      await countOf('erasure', 'member_id', peer),
    ]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    expect(await countOf('weekly_check_in', 'peer_id', colleague)).toBe(1)
    expect(await countOf('notification', 'recipient_id', colleague)).toBe(1)
    await Promise.all([sendReceipts(), sendReceipts()])
    await sendReceipts()
    const [mail, ...more] = await mailbox.mailsTo(peer.email)
    expect(more).toEqual([])
    expect(mail?.text).toContain(`You left ${organization.name} on June 16, 2026.`)
    expect(mail?.text).toContain('On July 17, 2026 we erased')
    expect(mail?.text).not.toContain('line of')
    expect(await signIn()).toMatchObject({
      __typename: 'AccessEnded',
      pass: null,
      erasedAt: THE_DAY_AFTER.toISOString(),
    })
  })

  it('keeps everything of somebody who is to come back', async () => {
    await api.superuser.query("update employment set returns_on = '2026-09-01' where member_id = $1", [
      peer.id,
    ])
    api.at(THE_DAY_AFTER)
    await erase()
    expect(await countOf('weekly_check_in', 'peer_id', peer)).toBe(1)
    api.at(new Date('2026-09-02T16:00:00Z'))
    await erase()
    expect((await signIn()).__typename).toBe('SignedIn')
    expect(await countOf('weekly_check_in', 'peer_id', peer)).toBe(1)
  })

  it('reads beforehand what will happen, and when', async () => {
    api.at('2026-06-15T16:00:00Z')
    const caller = await api.as(peer)
    expect(await caller.data('{ myAccount { departure { lastDay dataUntil erasedOn } } }')).toEqual({
      myAccount: { departure: { lastDay: LAST_DAY, dataUntil: '2026-07-16', erasedOn: '2026-07-17' } },
    })
    const { rows } = await api.superuser.query<{ days: number }>('select access.days_after_leaving() as days')
    expect(rows[0]?.days).toBe(ACCESS_DAYS_AFTER_LEAVING)
  })

  it('opens nothing to somebody who was disabled', async () => {
    await api.superuser.query('update membership set disabled_at = now() where id = $1', [peer.id])
    expect((await signIn()).__typename).toBe('SignInRefused')
  })
})
