import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestApi } from '../support/test-api.ts'

// What holds the walls in the database, read back from the database itself.

const DEFINER_FUNCTIONS = [
  'accept_invitation',
  'accept_supportive_relationship',
  'an_admin_stays',
  'audit_account_change',
  'audit_append',
  'audit_change',
  'begin_session',
  'begin_session',
  'certifications_to_assess',
  'change_own_password',
  'confirm_session',
  'count_attempt',
  'count_token_request',
  'create_organization',
  'demo_sign_ins',
  'end_every_session',
  'end_own_session',
  'end_session',
  'enter',
  'enter',
  'erase_import_rows',
  'erase_old_news',
  'find_invitation',
  'find_open_invitation',
  'find_recoverable',
  'find_recovery',
  'find_sign_in',
  'host_agency_staff_administer_only',
  'invited_password_hash',
  'join_organization',
  'store_statuses',
  'mails_to_plan',
  'mark_invitation_mailed',
  'mark_mailed',
  'may_supervise',
  'members_by_email',
  'members_last_seen',
  'notify',
  'old_sessions_stay_over',
  'only_who_is_available',
  'own_credential_is_named_anew',
  'own_organizations',
  'own_password_hash',
  'own_sessions',
  'plan_mails',
  'remind_of_expiring',
  'remind_of_expiry',
  'remove_imported',
  'rename_oneself',
  'replace_own_recovery_code',
  'replace_password',
  'sessions_end_with_rights',
  'status_goes_stale',
  'statuses_are_stale',
  'switch_session',
  'take_back_exclusion',
  'take_due_mails',
  'take_invitations',
  'tell_who_invited',
  'undo_people_import',
  'what_ended_stays_ended',
]
const DEFINER_TABLES = [
  'account',
  'api_token',
  'audit_entry',
  'ce_activity',
  'ce_credit',
  'certification',
  'certification_facts',
  'certification_assessment',
  'certification_status',
  'certification_status_period',
  'certification_term',
  'employment',
  'exclusion_preference',
  'import_batch',
  'import_row',
  'invitation',
  'leave_period',
  'member_preference',
  'membership',
  'notification',
  'notification_choice',
  'organization',
  'own_credential',
  'placement',
  'renewal_rule_end',
  'renewal_rule_version',
  'renewal_rule_withdrawal',
  'service_hours',
  'session_attendance',
  'sign_in_attempt',
  'sign_in_session',
  'current_term',
  'supervision_relationship',
  'supervision_session',
]

describe('the walls, as the database has them', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  const column = async (sql: string): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ name: string }>(sql)
    return rows.map((row) => row.name)
  }

  it('has row-level security on and forced on every table', async () => {
    const tables = await column(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration'",
    )
    expect(tables.length).toBeGreaterThan(10)
    expect(
      await column(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname <> 'migration' and not (relrowsecurity and relforcerowsecurity)`),
    ).toEqual([])
  })

  it('T8: has the restrictive organization wall on every table of an organization', async () => {
    expect(
      await column(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not exists (
          select from pg_policy p where p.polrelid = c.oid and p.polname = 'organization_wall' and not p.polpermissive
            and p.polcmd = '*' and p.polwithcheck is not null)`),
    ).toEqual([])
  })

  // In the schema `jobs` pg-boss deletes what is done.
  it('lets the application role own nothing, pass by nothing and delete nothing', async () => {
    expect(
      await column(
        "select rolname as name from pg_roles where rolname in ('alongside_app', 'alongside_definer', 'alongside_owner') and (rolsuper or rolbypassrls)",
      ),
    ).toEqual([])
    expect(
      await column("select relname as name from pg_class where relowner = 'alongside_app'::regrole"),
    ).toEqual([])
    expect(
      await column(
        "select table_name as name from information_schema.role_table_grants where grantee = 'alongside_app' and table_schema = 'public' and privilege_type in ('DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER')",
      ),
    ).toEqual([])
  })

  it('begins every key and every foreign key of a tenant table with the organization', async () => {
    expect(
      await column(`select con.conname as name from pg_constraint con join pg_class c on c.oid = con.conrelid
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relnamespace = 'public'::regnamespace and con.contype in ('p', 'f') and con.conkey[1] <> a.attnum
          and con.confrelid not in ('organization'::regclass, 'account'::regclass)`),
    ).toEqual([])
  })

  it('lists each function that runs with the definer role, each with a fixed search path', async () => {
    const functions = `from pg_proc p where p.pronamespace in ('access'::regnamespace, 'public'::regnamespace) and p.prosecdef`
    expect(await column(`select p.proname as name ${functions} order by 1`)).toEqual(DEFINER_FUNCTIONS)
    expect(
      await column(`select p.proname as name ${functions} and (p.proowner <> 'alongside_definer'::regrole
      or not exists (select from unnest(p.proconfig) s where s like 'search_path=pg_catalog%'))`),
    ).toEqual([])
  })

  it('lets the definer role reach just the tables it needs', async () => {
    expect(
      await column(
        "select distinct table_name as name from information_schema.role_table_grants where grantee = 'alongside_definer' and table_schema = 'public' order by 1",
      ),
    ).toEqual(DEFINER_TABLES)
  })

  // Whoever has left may have come back: a door that knows only the one day keeps them out for good.
  it('asks for the day of coming back wherever it asks for the last day', async () => {
    const bodies = "from pg_proc where pronamespace = 'access'::regnamespace and prosrc like '%leaves_on%'"
    expect((await column(`select proname as name ${bodies} order by 1`)).length).toBeGreaterThan(5)
    expect(
      await column(`select proname as name ${bodies} and prosrc not like '%returns_on%' order by 1`),
      // It moves last days that are over, and asks nobody in.
    ).toEqual(['what_ended_stays_ended'])
  })
})
