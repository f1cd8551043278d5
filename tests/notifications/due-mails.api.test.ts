import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NOTIFICATION_KINDS } from '../../shared/src/notifications/notification-kinds.ts'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { Mailbox } from '../support/mailbox.ts'
import {
  aNotification,
  aNotificationChoice,
  mailRounds,
  type MailRounds,
} from '../support/builders/notification-builders.ts'
import { TestApi } from '../support/test-api.ts'

// 2026-06-17 at noon in New York, and what came to pass by mail.
const NOON = '2026-06-17T16:00:00Z'
const TEN_AT_NIGHT = '2026-06-18T02:00:00Z'
const SEVEN_IN_THE_MORNING = '2026-06-18T11:00:00Z'

describe('news by mail', () => {
  let api: TestApi
  let mailbox: Mailbox
  let rounds: MailRounds
  let organization: BuiltOrganization
  let peer: Member

  beforeAll(async () => {
    api = await TestApi.start()
    mailbox = await Mailbox.open()
    rounds = await mailRounds(api, mailbox)
    organization = await api.build.organization({ name: 'Harbor & Sons <Peers>' })
  })
  beforeEach(async () => {
    api.at(NOON)
    peer = await api.build.peer(organization)
  })
  afterAll(async () => {
    await rounds.close()
    await mailbox.close()
    await api.close()
  })

  const roundAt = async (at: string) => {
    api.at(at)
    await rounds.news()
    return mailbox.mailsTo(peer.email)
  }

  it('says once that there is something new, where to read it and how to choose', async () => {
    await aNotification(api.build, peer, { kind: 'SESSION_LOGGED' })
    await rounds.news()
    const [mail, ...more] = await roundAt(NOON)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Something new for you in Alongside')
    expect(mail?.text?.trimEnd()).toBe(
      [
        'Hello,',
        '',
        'Someone logged a session with you.',
        '',
        `Open Alongside: https://alongside.example.org/supervision?organization=${peer.organizationId}`,
        '',
        'You get this email because Harbor & Sons <Peers> uses Alongside.',
        `Choose when you get email: https://alongside.example.org/account?organization=${peer.organizationId}`,
      ].join('\n'),
    )
    expect(mail?.html).toContain('<html lang="en">')
    expect(mail?.html).toContain(
      `href="https://alongside.example.org/supervision?organization=${peer.organizationId}"`,
    )
    expect(mail?.html).toContain('Harbor &#38; Sons &#60;Peers&#62;')
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@alongside\.example\.org>$/)
    expect(mail?.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted' }))
  })

  it('speaks the language that the person chose, else the language of the organization', async () => {
    const { organizationId } = peer
    await api.build.insert('member_preference', {
      organization_id: organizationId,
      membership_id: peer.id,
      locale: 'es',
    })
    await aNotification(api.build, peer, { kind: 'FLAG_TOLD' })
    const [mail] = await roundAt(NOON)
    expect(mail?.subject).toBe('Algo nuevo para usted en Alongside')
    expect(mail?.text).toContain('Algo sobre su rol necesita una mirada.')
    expect(mail?.html).toContain('<html lang="es">')
  })

  it('names nobody, no day and no content, whatever the kind', async () => {
    const others = [await api.build.supervisor(organization), await api.build.peer(organization)]
    for (const kind of NOTIFICATION_KINDS) {
      peer = await api.build.peer(organization)
      await aNotification(api.build, peer, { kind })
      const [mail] = await roundAt(NOON)
      const written = `${mail?.subject} ${mail?.text} ${mail?.html}`
      for (const { displayName, email } of [...others, peer]) {
        expect(written).not.toContain(displayName)
        expect(written).not.toContain(email)
      }
      expect(written).not.toMatch(/\b20\d\d\b|June|check-in|well-?being|feel/i)
    }
  })

  it('keeps what happens in quiet hours until they end, in one mail', async () => {
    await aNotification(api.build, peer, { kind: 'SESSION_LOGGED' })
    await aNotification(api.build, peer, { kind: 'SESSION_LOGGED' })
    await aNotification(api.build, peer, { kind: 'ROLES_CHANGED' })
    expect(await roundAt(TEN_AT_NIGHT)).toEqual([])
    expect(await roundAt('2026-06-18T10:59:00Z')).toEqual([])
    const [mail, ...more] = await roundAt(SEVEN_IN_THE_MORNING)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Several new things for you in Alongside')
    expect(mail?.text).toContain('- Your roles changed.\n- Someone logged a session with you. (2)\n')
    expect(mail?.text).toContain(
      `https://alongside.example.org/notifications?organization=${peer.organizationId}`,
    )
    expect(mail?.html).toContain('<li>Someone logged a session with you. (2)</li>')
  })

  it("counts quiet hours by the person's own clock", async () => {
    const { organizationId } = peer
    await api.build.insert('member_preference', {
      organization_id: organizationId,
      membership_id: peer.id,
      time_zone: 'Pacific/Honolulu',
    })
    await aNotification(api.build, peer)
    expect(await roundAt(TEN_AT_NIGHT)).toHaveLength(1)
  })

  it('sends one mail a day to whoever wants a digest, and none to whoever wants none', async () => {
    const [digest, none] = [peer, await api.build.peer(organization)]
    await aNotificationChoice(api.build, digest, { mail: 'DIGEST', digestHour: 17 })
    await aNotificationChoice(api.build, none, { mail: 'NONE' })
    for (const member of [digest, none, digest, none]) await aNotification(api.build, member)
    expect(await roundAt(NOON)).toEqual([])
    await aNotification(api.build, digest, { kind: 'FLAG_TOLD' })
    expect(await roundAt('2026-06-17T20:59:00Z')).toEqual([])
    const [mail] = await roundAt('2026-06-17T21:00:00Z')
    expect(mail?.text).toContain(
      '- Something about your role needs a look.\n- Someone logged a session with you. (2)\n',
    )
    await roundAt('2026-06-19T16:00:00Z')
    expect(await mailbox.mailsTo(digest.email)).toHaveLength(1)
    expect(await mailbox.mailsTo(none.email)).toEqual([])
  })

  it('sends nothing to somebody who cannot sign in any more', async () => {
    await aNotification(api.build, peer)
    await api.superuser.query('update membership set disabled_at = $2 where id = $1', [peer.id, NOON])
    expect(await roundAt(NOON)).toEqual([])
  })

  it('tries again after a while when the mail server refuses, and logs no address', async () => {
    await aNotification(api.build, peer)
    mailbox.refusal = Object.assign(new Error(`no such user ${peer.email}`), { responseCode: 550 })
    expect(await roundAt(NOON)).toEqual([])
    mailbox.refusal = null
    expect(await roundAt('2026-06-17T16:09:00Z')).toEqual([])
    expect(await roundAt('2026-06-17T16:11:00Z')).toHaveLength(1)
    expect(await roundAt('2026-06-17T18:00:00Z')).toHaveLength(1)
    expect(rounds.logLines.join('')).toContain('mail not sent')
    expect(rounds.logLines.join('')).not.toContain(peer.email)
  })

  it('has the same id when it is sent again after a crash between sending and marking', async () => {
    await aNotification(api.build, peer)
    await roundAt(NOON)
    await api.superuser.query('update notification set mailed_at = null where recipient_id = $1', [peer.id])
    const [first, second] = await roundAt('2026-06-17T16:11:00Z')
    expect(second?.messageId).toBe(first?.messageId)
  })
})
