import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import { invite, LIST, type Listed, placeWaitingMembers } from '../../support/builders/member-builders.ts'

describe('the members of an organization', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let admin: Member
  let caller: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    admin = await api.build.member(organization, ['ADMIN'])
    caller = await api.as(admin)
  })
  afterAll(() => api.close())

  const list = async (variables: Record<string, unknown> = {}): Promise<Listed> =>
    (await caller.data<{ members: Listed }>(LIST, variables)).members
  const namesOf = ({ edges }: Listed): string[] => edges.map(({ node }) => node.displayName)
  const find = async (search: string) => (await list({ filter: { search } })).edges.map(({ node }) => node)

  it('shows who each is, how far they have come in, and when they were last there', async () => {
    await invite(caller, 'waits@example.org', 'Wanda Waits')
    const peer = await api.build.peer(organization)
    await (await api.as(peer)).data('{ me { displayName } }')
    const [waiting] = await find('wanda')
    expect(waiting).toMatchObject({
      email: 'waits@example.org',
      roles: ['PEER'],
      state: 'INVITED',
      hasJoined: false,
      lastSeenAt: null,
      revision: 1,
    })
    expect(waiting?.linkEndsAt).toBe(new Date(api.now.getTime() + 72 * 3_600_000).toISOString())
    const [joined] = await find(peer.email)
    expect(joined).toMatchObject({ state: 'JOINED', email: peer.email, linkEndsAt: null })
    expect(joined?.lastSeenAt).toBe(api.now.toISOString())
  })

  it('calls a link that ended, was withdrawn, or was never made what it is', async () => {
    await invite(caller, 'ends@example.org', 'Endo Ends')
    const page = await api.pageOf(admin)
    api.at('2026-06-21T13:00:00Z')
    const later = await api.raw
      .post('/graphql')
      .set(page)
      .send({ query: LIST, variables: { filter: { search: 'endo' } } })
    api.at('2026-06-17T13:00:00Z')
    expect((later.body as { data: { members: Listed } }).data.members.edges[0]?.node.state).toBe(
      'NO_OPEN_LINK',
    )
  })

  it('finds by name without case and accents, and by address', async () => {
    await invite(caller, 'n@elsewhere.example', 'Inés Núñez')
    expect(await find('NUNEZ')).toHaveLength(1)
    expect(await find('ELSEWHERE.ex')).toHaveLength(1)
    expect(await find('%')).toHaveLength(0)
  })

  it('filters by role and state, counts each choice, sorts, and pages without a gap', async () => {
    const place = await api.build.organization({ name: 'Many' })
    const office = await api.as(await api.build.member(place, ['ADMIN']))
    await placeWaitingMembers(api, place, 30)
    await api.superuser.query(
      "update membership set disabled_at = now() where organization_id = $1 and display_name = 'Waiting 007'",
      [place.id],
    )
    const ask = async (variables: Record<string, unknown>): Promise<Listed> =>
      (await office.data<{ members: Listed }>(LIST, variables)).members
    const all = await ask({ first: 100 })
    expect(all.totalCount).toBe(31)
    expect(all.facets.states).toEqual([
      { state: 'JOINED', count: 1 },
      { state: 'INVITED', count: 29 },
      { state: 'NO_OPEN_LINK', count: 0 },
      { state: 'DISABLED', count: 1 },
    ])
    expect(all.facets.roles.filter(({ count }) => count > 0)).toEqual([
      { role: 'PEER', count: 30 },
      { role: 'ADMIN', count: 1 },
    ])
    expect((await ask({ filter: { state: 'DISABLED' } })).totalCount).toBe(1)
    expect((await ask({ filter: { role: 'ADMIN' } })).totalCount).toBe(1)
    for (const by of ['NAME', 'ADDRESS', 'STATE', 'LAST_SEEN']) {
      for (const descending of [false, true]) {
        const seen: string[] = []
        let after: string | null = null
        for (let page = 0; page < 5; page++) {
          const part: Listed = await ask({ first: 9, after, sort: { by, descending } })
          seen.push(...namesOf(part))
          after = part.pageInfo.endCursor
          if (!part.pageInfo.hasNextPage) break
        }
        expect(new Set(seen).size, `${by} ${descending}`).toBe(31)
      }
    }
    expect(namesOf(await ask({ first: 2, sort: { by: 'NAME', descending: true } }))[0]).toBe('Waiting 030')
  })

  it('T8: shows nobody of another organization', async () => {
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const stranger = await api.build.member(elsewhere, ['PEER'])
    expect(await find(stranger.email)).toEqual([])
  })

  it('refuses a page of none or of too many, and a search longer than a line', async () => {
    for (const variables of [{ first: 0 }, { first: 101 }, { filter: { search: 'x'.repeat(101) } }]) {
      const { errors } = await caller.ask(LIST, variables)
      expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
    }
  })

  it('asks as much of the database for 5 members as for 50', async () => {
    const few = await api.build.organization({ name: 'Few' })
    const many = await api.build.organization({ name: 'Fifty' })
    const counts: number[][] = []
    for (const [place, count] of [
      [few, 4],
      [many, 49],
    ] as const) {
      const office = await api.as(await api.build.member(place, ['ADMIN']))
      await placeWaitingMembers(api, place, count)
      const batches = await api.statementsOf(() => office.data(LIST, { first: 50 }))
      counts.push(batches.map((batch) => batch.length))
    }
    expect(counts).toEqual([[3], [3]])
  })

  it('gives the list as a file after the password, and the trail says so', async () => {
    const unconfirmed = await api.as(admin, { confirmed: false })
    expect((await unconfirmed.file('members')).code).toBe('CONFIRM_PASSWORD')
    await invite(caller, 'sum@example.org', '=SUM(A1)')
    const { text } = await caller.file('members', { filter: { search: 'sum@' } })
    expect(text.split('\r\n')).toEqual([
      'Name,Email,Roles,Status,Host agency,Last sign-in,Invitation expires,Roles (code),Status (code)',
      "'=SUM(A1),sum@example.org,Peer,Invited,,,2026-06-20T13:00:00.000Z,PEER,INVITED",
      '',
    ])
    const { rows } = await api.superuser.query(
      "select actor_id, subject, facts from audit_entry where area = 'EXPORT' and organization_id = $1",
      [organization.id],
    )
    expect(rows).toEqual([{ actor_id: admin.id, subject: 'members', facts: { rows: 1 } }])
  })
})
