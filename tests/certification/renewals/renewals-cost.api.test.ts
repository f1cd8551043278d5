import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const LIST = `query ($first: Int! = 25, $after: String) {
  renewals(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } facets { atRisk states { state count } }
    edges { node { peer { displayName } status requirements { kind ... on MeasuredRequirement { needed earned } } } }
  }
}`
/** More than are assessed at once. */
const MANY = process.env['ALONGSIDE_DRILLS'] ? 5_500 : 1_500

describe('what the list of renewals costs', () => {
  let api: TestApi
  beforeAll(async () => void (api = await TestApi.start()))
  afterAll(() => api.close())

  /** A manager of so many peers, each with one certification and some hours. */
  async function managerOf(count: number): Promise<Caller> {
    const organization = await api.build.organization()
    const member = await api.build.member(organization, ['MANAGER'])
    // Without the triggers, of which the trail's takes by far the longest; what they would make is made here.
    await api.superuser.query('set session_replication_role = replica')
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
         select $1, id, $4, '2024-09-01', date '2026-07-01' + (row_number() over ())::int % 700, $2, now() from peer
         returning id, peer_id),
       assessment as (
         insert into certification_assessment (organization_id, certification_id, peer_id)
         select $1, id, peer_id from held)
       insert into ce_credit (organization_id, activity_id, peer_id, hours, categories)
       select $1, course.id, peer.id, 2, '{any}' from course, peer`,
      [organization.id, member.id, count, CREDENTIAL.california],
    )
    await api.superuser.query('set session_replication_role = origin')
    await api.superuser.query('analyze')
    return api.as(member)
  }
  const statementsOf = async (work: () => Promise<unknown>): Promise<number[]> =>
    (await api.statementsOf(work)).map((batch) => batch.length)

  it.each([5, 50])('is one write of three statements for %i peers', async (count) => {
    const manager = await managerOf(count)
    await manager.data(LIST)
    expect(await statementsOf(() => manager.data(LIST, { first: 100 }))).toEqual([3])
  })

  it('is the same for thousands, and each page of them comes at once', async () => {
    const manager = await managerOf(MANY)
    const begun = performance.now()
    const assessing = await statementsOf(() => manager.data(LIST))
    const assessed = performance.now()
    // Each thousand is read and kept; then the list is asked again.
    const turns = Array.from({ length: Math.ceil(MANY / 1_000) * 2 }, () => 1)
    expect(assessing).toEqual([3, ...turns, 2])
    const seconds: number[] = []
    let after: string | null = null
    for (let page = 0; page < 5; page += 1) {
      const asked = performance.now()
      const statements = await api.statementsOf(async () => {
        const { renewals } = await manager.data<{
          renewals: { totalCount: number; pageInfo: { endCursor: string } }
        }>(LIST, { first: 100, after })
        expect(renewals.totalCount).toBe(MANY)
        after = renewals.pageInfo.endCursor
      })
      seconds.push((performance.now() - asked) / 1_000)
      expect(statements.map((batch) => batch.length)).toEqual([3])
    }
    const asked = performance.now()
    const { text } = await manager.file('renewals')
    expect(text.trimEnd().split('\r\n')).toHaveLength(MANY + 1)
    const exported = performance.now() - asked
    console.log(
      `${MANY} certifications: assessed and listed first in ${((assessed - begun) / 1_000).toFixed(1)} s, a page of 100 in ` +
        `${Math.max(...seconds).toFixed(2)} s at most, the file in ${(exported / 1_000).toFixed(1)} s`,
    )
  }, 120_000)
})
