import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PEERS_A_PAGE } from '../../../shared/src/certification/recording/ce-hours-input.ts'
import { cast } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

const PAGE = 'query ($after: UUID) { certifiablePeers(after: $after) { peerId displayName } }'

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
      [world.organization.id, PEERS_A_PAGE],
    )
  })
  afterAll(() => api.close())

  it('are all found, page after page, even where many have one name', async () => {
    const manager = await api.as(world.actors.manager)
    const pageAfter = async (after: string | null) =>
      (await manager.data<{ certifiablePeers: { peerId: string }[] }>(PAGE, { after })).certifiablePeers
    const first = await pageAfter(null)
    const second = await pageAfter(first.at(-1)!.peerId)
    expect([first.length, second.length]).toEqual([PEERS_A_PAGE, 2])
    expect(new Set([...first, ...second].map(({ peerId }) => peerId)).size).toBe(PEERS_A_PAGE + 2)
    expect(await pageAfter(world.actors.strangerManager.id)).toEqual([])
  })
})
