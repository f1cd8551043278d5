import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runMigrations } from '../../../api/src/database/data-source.ts'
import { assessed, type FactsRow } from '../../../api/src/certification/status/certification-record.ts'
import { loadDemoOrganizations } from '../../../api/src/demo/load-demo-organizations.ts'
import { NOW } from '../../support/fixed-today.ts'
import { emptyDatabase, type TestDatabase } from '../../support/services/postgres-cluster.ts'

describe('the work of the demo’s people', () => {
  let database: TestDatabase
  let client: pg.Client
  beforeAll(async () => {
    database = await emptyDatabase()
    await runMigrations(database.ownerUrl)
    await loadDemoOrganizations(database.ownerUrl, NOW, () => undefined)
    client = new pg.Client({ connectionString: database.superuserUrl })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })
  const one = async (sql: string): Promise<Record<string, number>> =>
    (await client.query<Record<string, number>>(sql)).rows[0] ?? {}

  it('shows somebody on leave, somebody leaving, teams, and counts over a year and a half', async () => {
    const found = await one(`select
      (select count(*)::int from leave_period where starts_on <= '2026-06-17' and ends_on >= '2026-06-17') as away,
      (select count(*)::int from employment where leaves_on > '2026-06-17') as leaving,
      (select count(*)::int from supervision_relationship where ends_with_leaving) as "endsWithLeaving",
      (select count(*)::int from reporting_team) as teams,
      (select max(counted)::int from (select count(*) as counted from caseload_count group by placement_id) each) as counts,
      (select count(*)::int from data_sharing_agreement where ends_on between '2026-06-17' and '2026-09-15') as "endsSoon"`)
    expect(found).toEqual({ away: 1, leaving: 1, endsWithLeaving: 3, teams: 2, counts: 19, endsSoon: 1 })
  })

  it('leaves the latest count on each placement', async () => {
    const { off } = await one(`select count(*)::int as off from placement p
      where exists (select from caseload_count c where c.placement_id = p.id) and p.caseload_size <> (
        select c.people from caseload_count c where c.placement_id = p.id order by c.counted_on desc limit 1)`)
    expect(off).toBe(0)
  })

  it('shows a certification that is at risk for want of hours of service', async () => {
    const { rows } = await client.query<{ facts: FactsRow }>(
      "select to_jsonb(f) as facts from certification_facts f where credential_id = 'us-tn-cprs'",
    )
    const [assessment] = rows.map(({ facts }) => assessed(facts, '2026-06-17').assessment)
    expect(assessment?.status).toBe('AT_RISK')
    const short = assessment?.forecast.find(({ requirement }) => requirement.kind === 'practice')
    expect(short).toMatchObject({ needed: 25, earned: 11, openNow: 14, isAtRisk: true })
  })
})
