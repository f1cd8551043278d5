import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { received, TestApi } from '../../support/test-api.ts'

const MINE = `query ($first: Int! = 25, $after: String) { myOrganizations(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id name roles isCurrent } } } }`
const SWITCH = `mutation ($id: UUID!) { switchOrganization(input: { organizationId: $id }) {
  me { membershipId displayName roles organization { name } } } }`
interface Mine {
  readonly myOrganizations: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    readonly edges: readonly {
      node: { id: string; name: string; roles: string[]; isCurrent: boolean }
    }[]
  }
}

describe('somebody who works for two organizations', () => {
  let api: TestApi
  let here: Member
  let there: { id: string; name: string }
  let elsewhere: { id: string; name: string }
  beforeAll(async () => {
    api = await TestApi.start()
  })
  beforeEach(async () => {
    here = await api.build.peer(await api.build.organization())
    there = await api.build.organization({ name: 'Second Place' })
    elsewhere = await api.build.organization({ name: 'Not Theirs' })
    await api.build.insert('membership', {
      organization_id: there.id,
      account_id: here.accountId,
      display_name: 'Second Self',
      roles: ['MANAGER'],
      joined_on: '2026-01-01',
    })
  })
  afterAll(() => api.close())

  const post = (page: { cookie: string }, query: string, variables = {}) =>
    received(api.raw.post('/graphql').set(page).send({ query, variables }))

  it('sees both, and which one they are in', async () => {
    const { myOrganizations } = await (await api.as(here)).data<Mine>(MINE)
    expect(
      myOrganizations.edges.map(({ node: { name, roles, isCurrent } }) => [name, roles, isCurrent]),
    ).toEqual([
      ['Harbor Peers', ['PEER'], true],
      ['Second Place', ['MANAGER'], false],
    ])
    const caller = await api.as(here)
    const { myOrganizations: page } = await caller.data<Mine>(MINE, { first: 1 })
    const { myOrganizations: next } = await caller.data<Mine>(MINE, { after: page.pageInfo.endCursor })
    expect([page, next]).toMatchObject([
      { totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: { name: 'Harbor Peers' } }] },
      { totalCount: 2, pageInfo: { hasNextPage: false }, edges: [{ node: { name: 'Second Place' } }] },
    ])
  })

  it('goes to the other with a new token; the old one is over, and the password counts as before', async () => {
    const page = await api.pageOf(here, { confirmed: false })
    const answer = await post(page, SWITCH, { id: there.id })
    expect(answer.body.data?.['switchOrganization']).toMatchObject({
      me: { displayName: 'Second Self', roles: ['MANAGER'], organization: { name: 'Second Place' } },
    })
    const next = (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
    expect(next).not.toBe(page.cookie)
    expect((await post({ cookie: page.cookie }, '{ me { displayName } }')).body.data).toEqual({ me: null })
    const after = await post({ cookie: next }, '{ me { displayName passwordConfirmed } }')
    expect(after.body.data).toEqual({ me: { displayName: 'Second Self', passwordConfirmed: false } })
  })

  it('answers a foreign organization like one that is not there, and stays', async () => {
    const caller = await api.as(here)
    const [foreign, unknown] = [
      await caller.ask(SWITCH, { id: elsewhere.id }),
      await caller.ask(SWITCH, { id: '00000000-0000-4000-8000-000000000000' }),
    ]
    expect(foreign).toEqual(unknown)
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await caller.data('{ me { organization { name } } }')).toEqual({
      me: { organization: { name: 'Harbor Peers' } },
    })
  })

  it('cannot go where they were disabled', async () => {
    await api.superuser.query('update membership set disabled_at = now() where organization_id = $1', [
      there.id,
    ])
    const caller = await api.as(here)
    expect((await caller.data<Mine>(MINE)).myOrganizations.edges).toHaveLength(1)
    const { errors } = await caller.ask(SWITCH, { id: there.id })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })
})
