import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMailer } from '../../../api/src/server/mail/mailer.ts'
import { Mailbox } from '../../support/mailbox.ts'
import { TestApi } from '../../support/test-api.ts'

describe('an invitation by mail', () => {
  let api: TestApi
  let mailbox: Mailbox

  beforeAll(async () => {
    mailbox = await Mailbox.open()
    api = await TestApi.start({
      mailer: createMailer(mailbox.url, 'Alongside <no-reply@example.org>'),
    })
  })
  afterAll(async () => {
    await api.close()
    await mailbox.close()
  })

  it('carries the one-time link to the invited address and shows it to nobody else', async () => {
    const organization = await api.build.organization()
    const admin = await api.as(await api.build.member(organization, ['ADMIN']))
    const { inviteMember } = await admin.data<{ inviteMember: { invitation: { link: string | null } } }>(
      'mutation { inviteMember(input: { email: "invited@example.org", displayName: "Invited", roles: [PEER] }) { invitation { link } } }',
    )
    expect(inviteMember.invitation.link).toBeNull()
    const [mail, ...more] = await mailbox.mailsTo('invited@example.org')
    expect(more).toEqual([])
    expect(mail?.html).toContain('/invitation#')
    const token = /\/invitation#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1]
    const preview = await api
      .signedOut()
      .data('query ($token: String!) { invitation(token: $token) { organizationName roles } }', { token })
    expect(preview).toEqual({ invitation: { organizationName: organization.name, roles: ['PEER'] } })
  })
})
