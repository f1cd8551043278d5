import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDENTIAL } from '../support/certification-builders.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

const LIST = `query ($first: Int! = 25, $after: String) {
  renewals(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } counts { atRisk states { state count } }
    edges { node { peerName standing requirements { needed earned } } }
  }
}`
const CSV = '{ renewalsCsv }'

describe('what the list of renewals costs', () => {
  let api: TestApi
  beforeAll(async () => void (api = await TestApi.start()))
  afterAll(() => api.close())

  /** A manager of so many peers, each with one certification and some hours. */
  async function managerOf(count: number): Promise<Caller> {
    const organization = await api.build.organization()
    const member = await api.build.member(organization, ['MANAGER'])
    await api.superuser.query(
      `with peer as (
         insert into membership (organization_id, id, display_name, roles, joined_on)
         select $1, gen_random_uuid(), 'Peer ' || n, '{PEER}', '2024-01-01' from generate_series(1, $3::int) n
         returning id),
       course as (
         insert into ce_activity (organization_id, id, title, held_on, delivery_mode, recorded_by, recorded_at)
         select $1, gen_random_uuid(), 'Course ' || n, date '2026-06-01' - n * 40, 'IN_PERSON', $2, now()
           from generate_series(1, 10) n returning id),
       held as (
         insert into certification
           (organization_id, peer_id, credential_id, issued_on, expires_on, recorded_by, recorded_at)
         select $1, id, $4, '2024-09-01', date '2026-07-01' + (row_number() over ())::int % 700, $2, now() from peer)
       insert into ce_credit (organization_id, activity_id, peer_id, hours, categories)
       select $1, course.id, peer.id, 2, '{any}' from course, peer`,
      [organization.id, member.id, count, CREDENTIAL.california],
    )
    return api.as(member)
  }
  const statementsOf = async (work: () => Promise<unknown>): Promise<number[]> =>
    (await api.statementsOf(work)).map((batch) => batch.length)

  it.each([5, 50])('is one write of three statements for %i peers', async (count) => {
    const manager = await managerOf(count)
    await manager.data(LIST)
    expect(await statementsOf(() => manager.data(LIST, { first: 100 }))).toEqual([3])
    expect(await statementsOf(() => manager.data(CSV))).toEqual([3])
  })
})
