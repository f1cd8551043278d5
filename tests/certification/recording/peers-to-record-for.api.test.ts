import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

const PAGE = `query ($first: Int!, $after: String) { certifiablePeers(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id displayName } } } }`
const MANY = 120

interface Peers {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  readonly edges: readonly { readonly node: { readonly id: string; readonly displayName: string } }[]
}

describe('the peers for whom something can be recorded', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    await api.superuser.query(
      `insert into membership (organization_id, id, display_name, roles, joined_on)
       select $1, gen_random_uuid(), case when n % 2 = 0 then 'Ana' else 'ana' end, '{PEER}', '2020-01-01'
         from generate_series(1, $2::integer) n`,
      [world.organization.id, MANY],
    )
  })
  afterAll(() => api.close())

  it('are all found, page after page, even where many have one name', async () => {
    const manager = await api.as(world.actors.manager)
    const page = async (after: string | null) =>
      (await manager.data<{ certifiablePeers: Peers }>(PAGE, { first: 100, after })).certifiablePeers
    const first = await page(null)
    const second = await page(first.pageInfo.endCursor)
    expect([first, second].map(({ edges, totalCount }) => [edges.length, totalCount])).toEqual([
      [100, MANY + 2],
      [22, MANY + 2],
    ])
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false])
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.id)
    expect(new Set(ids).size).toBe(MANY + 2)
  })

  it('are at most 100 at a time', async () => {
    const manager = await api.as(world.actors.manager)
    const { errors } = await manager.ask(PAGE, { first: 101 })
    expect(errors?.[0]?.extensions).toMatchObject({
      validationErrors: [{ field: 'first', problem: 'too-large', limit: 100 }],
    })
  })
})
