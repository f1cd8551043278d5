import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import { NOW } from '../../support/fixed-today.ts'
import { TestApi } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
interface Entered {
  outcome: {
    __typename: string
    me?: { roles: string[]; organization: { name: string; helpContacts: object[] } }
  }
}
const ENTERED = '{ __typename ... on SignedIn { me { roles organization { name helpContacts { label } } } } }'
const ACCEPT = `mutation ($token: String!, $password: String!) {
  outcome: acceptInvitation(input: { token: $token, displayName: "Both Here", password: $password }) ${ENTERED} }`
const SIGN_IN = `mutation ($email: String!) {
  outcome: signIn(input: { email: $email, password: "${PASSWORD}" }) ${ENTERED} }`

describe('somebody in two organizations', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  const inviteTo = async (organization: { id: string; name: string }, email: string, roles: string) => {
    const admin = await api.as(await api.build.member(organization, ['ADMIN']))
    const { inviteMember } = await admin.data<{ inviteMember: { invitation: { link: string } } }>(
      `mutation { inviteMember(input: { email: "${email}", displayName: "X", roles: [${roles}] }) { invitation { link } } }`,
    )
    return inviteMember.invitation.link.split('#')[1]
  }

  it('comes into the one that invited, and next time into the one last used', async () => {
    const [first, second] = [
      await api.build.organization(),
      await api.build.organization({ name: 'Second Place' }),
    ]
    const peer = await api.build.member(first, ['PEER'], { passwordHash: await hashPassword(PASSWORD) })
    const token = await inviteTo(second, peer.email, 'SUPERVISOR')
    const refused = await api
      .signedOut()
      .data<Entered>(ACCEPT, { token, password: 'not the one of the account' })
    expect(refused.outcome.__typename).toBe('SignInRefused')
    const { outcome } = await api.signedOut().data<Entered>(ACCEPT, { token, password: PASSWORD })
    expect(outcome.me).toMatchObject({ roles: ['SUPERVISOR'], organization: { name: 'Second Place' } })
    api.at(new Date(NOW.getTime() + 3_600_000))
    const again = await api.signedOut().data<Entered>(SIGN_IN, { email: peer.email })
    api.at(NOW)
    expect(again.outcome.me?.organization.name).toBe('Second Place')
  })

  it('asks for the password again before somebody is invited with a session that is a while old', async () => {
    const organization = await api.build.organization()
    const admin = await api.as(await api.build.member(organization, ['ADMIN']), { confirmed: false })
    const { errors } = await admin.ask(
      'mutation { inviteMember(input: { email: "y@example.org", displayName: "Y", roles: [PEER] }) { invitation { id } } }',
    )
    expect(errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
  })
})

describe('what ends stays ended', () => {
  it('refuses to take back the end of a relationship, in the database itself', async () => {
    const api = await TestApi.start()
    const organization = await api.build.organization()
    const [peer, supervisor] = [await api.build.peer(organization), await api.build.supervisor(organization)]
    await api.build.relationship(supervisor, peer, 'SUPPORTIVE', { endsOn: '2026-06-01' })
    const takenBack = api.superuser.query(
      'update supervision_relationship set ends_on = null where peer_id = $1',
      [peer.id],
    )
    await expect(takenBack).rejects.toMatchObject({ constraint: 'supervision_relationship_end_extended' })
    await api.close()
  })
})
