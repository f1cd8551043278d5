import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOrganization } from '../../../api/src/people/organization/create-organization.ts'
import { TEST_ENVIRONMENT, TestApi } from '../../support/test-api.ts'

const WANTED = {
  name: 'First Light Recovery',
  kind: 'RECOVERY_COMMUNITY_ORGANIZATION',
  homeState: 'OH',
  timeZone: 'America/New_York',
  locale: 'en',
  email: 'First.Admin@example.org',
  displayName: 'First Admin',
}

describe('the first organization, made on the command line', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  it('gives its first admin a link that opens the door', async () => {
    api.at(new Date())
    const link = await createOrganization(TEST_ENVIRONMENT, api.urls.ownerUrl, WANTED)
    const { acceptInvitation } = await api.signedOut().data<{ acceptInvitation: object }>(
      `mutation ($token: String!) { acceptInvitation(input: { token: $token, displayName: "First Admin", password: "a long walk before breakfast" }) {
        ... on SignedIn { me { roles organization { name timeZone } } } } }`,
      { token: link.split('#')[1] },
    )
    expect(acceptInvitation).toEqual({
      me: { roles: ['ADMIN'], organization: { name: WANTED.name, timeZone: WANTED.timeZone } },
    })
  })

  it.each([
    ['name', { name: 'x'.repeat(121) }, 'name: too-long (120)'],
    ['kind', { kind: 'CLUB' }, 'kind: not-an-option'],
    ['time zone', { timeZone: 'Mars/Olympus' }, 'timeZone: not-an-option'],
    ['address', { email: 'nowhere' }, 'email: not-an-address'],
  ])('refuses a wrong %s by name and limit, and makes nothing', async (_field, wrong, words) => {
    const before = await api.superuser.query('select from organization')
    await expect(
      createOrganization(TEST_ENVIRONMENT, api.urls.ownerUrl, { ...WANTED, ...wrong }),
    ).rejects.toThrow(words)
    expect((await api.superuser.query('select from organization')).rowCount).toBe(before.rowCount)
  })

  it('is out of reach for the role that serves', async () => {
    const refused = api.superuser.query(
      "set role alongside_app; select access.create_organization('a','OTHER','OH','UTC','en','a@example.org','A','\\x00',now(),now())",
    )
    await expect(refused).rejects.toMatchObject({ code: '42501' })
    await api.superuser.query('reset role')
  })
})
