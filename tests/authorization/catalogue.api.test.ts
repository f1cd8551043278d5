import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestApi } from '../support/test-api.ts'

// Row-level security and privileges, read back from the catalog of the database itself.

const DEFINER_FUNCTIONS = [
  'accept_role_request',
  'accept_supportive_relationship',
  'append_audit_entry',
  'audit_account_change',
  'audit_change',
  'begin_role_agreement',
  'begin_session',
  'cancel_planned_after_end',
  'certifications_to_assess',
  'chain_amendment',
  'chain_signature',
  'change_own_password',
  'check_ins_locked_before',
  'check_record_chain',
  'check_record_chains',
  'compared_worksheets',
  'confirm_session',
  'count_attempt',
  'count_token_request',
  'create_leaver_pass',
  'create_organization',
  'delete_own_check_ins',
  'demo_sign_ins',
  'discount_attempts',
  'end_every_session',
  'end_own_session',
  'end_session',
  'end_sessions_on_role_change',
  'enter',
  'enter_due_signal_check',
  'enter_with_calendar_feed',
  'enter_with_leaver_pass',
  'erase_answer_shares',
  'erase_ended_sessions',
  'erase_ethics_reflections',
  'erase_import_rows',
  'erase_old_notifications',
  'erase_old_submissions',
  'erase_private_data',
  'erase_reflections',
  'erase_removed_evidence',
  'erase_supervisor_reflections',
  'erase_talking_points',
  'erase_task_requests',
  'erase_unattached_evidence',
  'erase_week_logs',
  'erase_wellness',
  'erase_worksheets',
  'find_open_invitation',
  'find_password_reset',
  'find_recoverable_account',
  'find_sign_in',
  'forget_share_notification',
  'freeze_crowds',
  'hash_session_record',
  'invited_password_hash',
  'is_known_device',
  'is_own_open_course',
  'join_organization',
  'keep_assessment_of_what_counts',
  'keep_past_end_dates',
  'limit_open_tokens',
  'look_at_share',
  'mails_to_plan',
  'mark_assessments_stale',
  'mark_assessments_stale_by_credential',
  'mark_invitation_mailed',
  'mark_invitation_unsent',
  'mark_mail_returned',
  'mark_mailed',
  'mark_password_reset_mailed',
  'mark_password_reset_unsent',
  'mark_receipt_mailed',
  'mark_receipt_unsent',
  'may_supervise',
  'members_by_email',
  'months_last_seen',
  'notify',
  'notify_inviter',
  'notify_weekly_digest',
  'open_check_in_lock',
  'own_organizations',
  'own_password_hash',
  'own_sessions',
  'plan_accepted_talk',
  'plan_mails',
  'prevent_overlapping_leave',
  'prevent_removing_last_admin',
  'readable_weeks',
  'remember_device',
  'remind_of_check_ins',
  'remind_of_expiry',
  'remind_of_signatures',
  'remind_of_supervision',
  'remove_agenda_item',
  'remove_exclusion',
  'remove_flag_draft',
  'remove_imported',
  'remove_imported_record',
  'remove_plan_line',
  'rename_oneself',
  'renew_own_token',
  'replace_own_recovery_code',
  'replace_password',
  'require_available_supervisor',
  'require_joined_attendees',
  'require_joined_peer',
  'require_later_role_agreement',
  'require_second_person',
  'require_unsigned_session',
  'reset_password',
  'restrict_host_agency_staff',
  'revoke_access_on_return',
  'revoke_tokens_of',
  'statuses_are_stale',
  'store_statuses',
  'supervision_request_counts',
  'switch_session',
  'take_due_mails',
  'take_erasure_receipts',
  'take_invitations',
  'take_password_resets',
  'tell_of_agreements_to_sign',
  'tell_of_objection',
  'undo_flag',
  'undo_people_import',
  'undo_reassignment',
  'undo_records_import',
]
const DEFINER_TABLES = [
  'account',
  'administrative_agenda_item',
  'administrative_comment',
  'administrative_note',
  'api_token',
  'audit_entry',
  'board_status_period',
  'calendar_feed',
  'ce_activity',
  'ce_credit',
  'certification',
  'certification_assessment',
  'certification_facts',
  'certification_status',
  'certification_term',
  'check_in_lock',
  'check_in_reminder',
  'climate_setting',
  'core_value_reflection',
  'course_credit',
  'course_evidence',
  'course_review',
  'crowd_block',
  'crowd_figure',
  'crowd_roster',
  'crowd_snapshot',
  'current_certification_term',
  'current_renewal_rule_end',
  'custom_credential',
  'drift_flag',
  'drift_flag_draft',
  'drift_flag_response',
  'drift_flag_share',
  'drift_signal_check',
  'drift_signal_figure',
  'earlier_holder_answer',
  'educational_agenda_item',
  'educational_comment',
  'educational_note',
  'employment',
  'erasure',
  'ethics_reflection',
  'evidence_chunk',
  'evidence_file',
  'exclusion_preference',
  'import_batch',
  'import_row',
  'invitation',
  'known_device',
  'leave_period',
  'leaver_pass',
  'member_preference',
  'membership',
  'notification',
  'notification_choice',
  'organization',
  'password_reset',
  'placement',
  'planned_attendance',
  'planned_session',
  'proqol_response',
  'record_chain',
  'record_chain_check',
  'reflection_time',
  'renewal_pause',
  'renewal_rule_end',
  'renewal_rule_version',
  'renewal_submission',
  'role_agreement',
  'role_agreement_acceptance',
  'role_request',
  'role_worksheet',
  'self_care_plan_line',
  'service_hours',
  'session_amendment',
  'session_attendance',
  'session_segment',
  'session_signature',
  'share_look',
  'share_ticket',
  'sign_in_attempt',
  'sign_in_session',
  'submission',
  'supervision_relationship',
  'supervision_session',
  'supervisor_reflection',
  'supportive_agenda_item',
  'supportive_comment',
  'supportive_note',
  'talk_offer',
  'talk_request',
  'task_request',
  'week_log',
  'week_log_line',
  'week_log_total',
  'weekly_check_in',
]

describe('row-level security, as the database has it', () => {
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

  it('T8: has the restrictive policy tenant_isolation on every table of an organization', async () => {
    expect(
      await column(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not exists (
          select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_isolation' and not p.polpermissive
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

  // Somebody who left can return: a function that reads only the last day would lock them out for good.
  it('asks for the day of coming back wherever it asks for the last day', async () => {
    const bodies = "from pg_proc where pronamespace = 'access'::regnamespace and prosrc like '%leaves_on%'"
    expect((await column(`select proname as name ${bodies} order by 1`)).length).toBeGreaterThan(5)
    expect(
      await column(`select proname as name ${bodies} and prosrc not like '%returns_on%' order by 1`),
      // It changes last days that have passed and lets nobody in.
    ).toEqual(['keep_past_end_dates'])
  })
})
