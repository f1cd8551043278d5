import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMailer } from '../../api/src/server/mailer.ts'
import { TestApi } from '../support/test-api.ts'

describe('an invitation by mail', () => {
  const received: { to: string[]; text: string }[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  let api: TestApi

  beforeAll(async () => {
    smtp.listen(0, '127.0.0.1')
    await once(smtp.server, 'listening')
    const { port } = smtp.server.address() as AddressInfo
    api = await TestApi.start({
      mailer: createMailer(`smtp://127.0.0.1:${port}`, 'Alongside <no-reply@example.org>'),
    })
  })
  afterAll(async () => {
    await api.close()
    await new Promise<void>((closed) => smtp.close(closed))
  })

  it('carries the one-time link to the invited address and shows it to nobody else', async () => {
    const organization = await api.build.organization()
    const admin = await api.as(await api.build.member(organization, ['ADMIN']))
    const { inviteMember } = await admin.data<{ inviteMember: { link: string | null } }>(
      'mutation { inviteMember(input: { email: "invited@example.org", displayName: "Invited", roles: [PEER] }) { link } }',
    )
    expect(inviteMember.link).toBeNull()
    expect(received).toHaveLength(1)
    expect(received[0]?.to).toEqual(['invited@example.org'])
    const mail = received[0]?.text.replace(/=\r\n/g, '').replace(/=3D/g, '=') ?? ''
    expect(mail).toContain('Content-Type: text/plain')
    expect(mail).toContain('Content-Type: text/html')
    const token = /\/invitation#([A-Za-z0-9_-]{43})/.exec(mail)?.[1]
    const preview = await api
      .signedOut()
      .data('query ($token: String!) { invitation(token: $token) { organizationName roles } }', { token })
    expect(preview).toEqual({ invitation: { organizationName: organization.name, roles: ['PEER'] } })
  })
})
