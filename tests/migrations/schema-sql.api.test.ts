import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withMigrations } from '../../api/src/database/data-source.ts'
import { databaseSchemaSql } from '../../api/src/database/schema/schema-sql.ts'
import { cloneDatabase, type TestDatabase } from '../support/services/postgres-cluster.ts'

/** One change of each kind that a migration can make. */
const CHANGES = [
  'alter table placement add column remark text',
  'alter table placement alter column job_title drop not null',
  'alter table placement alter column full_time_share set default 0.5',
  'alter table placement drop constraint placement_ends_after_start',
  'drop index placement_organization_id_peer_id_idx',
  'alter table placement no force row level security',
  'drop policy peer_updates_own_caseload on placement',
  'alter policy manager_adds on placement with check (true)',
  'alter policy definer_access on placement to alongside_app',
  'drop trigger enforce_placement_limits on placement',
  'revoke select on placement from alongside_app',
  'grant update (position) on help_contact to alongside_definer',
  'grant usage on schema access to alongside_owner; grant create on schema access to alongside_app',
  'alter view current_certification_term set (security_invoker = false)',
  "create or replace function access.has_role(role text) returns boolean language sql stable as 'select true'",
  'alter function access.notify security invoker',
  'alter function access.mark_mailed reset search_path',
  'alter function access.enter owner to alongside_owner',
  'grant execute on function access.create_organization to public',
  'drop function access.erase_import_rows',
  'drop table saved_view',
] as const

describe('migrations/schema.sql', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await cloneDatabase()
  })
  afterEach(() => database.drop())

  it('is what the migrations make (else: npm run schema)', async () => {
    const committed = readFileSync(new URL('../../migrations/schema.sql', import.meta.url), 'utf8')
    expect(committed).toBe(await withMigrations(database.ownerUrl, databaseSchemaSql))
  })

  it('shows each kind of change', async () => {
    const superuser = new pg.Client({ connectionString: database.superuserUrl })
    await superuser.connect()
    try {
      await withMigrations(database.ownerUrl, async (owner) => {
        let before = await databaseSchemaSql(owner)
        for (const change of CHANGES) {
          await superuser.query(change)
          const after = await databaseSchemaSql(owner)
          expect(after === before, change).toBe(false)
          before = after
        }
      })
    } finally {
      await superuser.end()
    }
  })
})
