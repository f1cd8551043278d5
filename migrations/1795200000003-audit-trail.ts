import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The organization's audit trail: who changed what and when, without the content of what people wrote. Triggers write
 * it in the transaction of the change, so that no change goes without an entry; the application role has no right to
 * write it in any other way, and entries are never changed. They are numbered in order, so that a hash chain can be
 * added later.
 */
export class AuditTrail1795200000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(trail)
    await runner.query(functions)
    for (const [table, area, person, columns] of AUDITED)
      await runner.query(
        `create trigger audit_change after insert or update or delete on ${table} for each row
           execute function access.audit_change('${area}', '${person}', '${columns}')`,
      )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of AUDITED) await runner.query(`drop trigger audit_change on ${table}`)
    await runner.query(/* sql */ `
      drop trigger audit_account_change on account;
      drop table audit_entry;
      drop function access.append_audit_entry, access.audit_change, access.audit_account_change, access.prevent_audit_entry_changes;
    `)
  }
}

/**
 * The tables that exist so far; later migrations add the trigger to theirs. Each with its area, the column of the
 * person concerned, and the columns whose values are recorded: never a text that somebody wrote.
 */
const AUDITED = [
  ['organization', 'SETTINGS', '', 'name,kind,home_state,time_zone,locale'],
  ['help_contact', 'SETTINGS', '', 'label,phone,url,position,removed_at'],
  ['organization_setup_step', 'SETTINGS', '', 'step,done_at,skipped_at'],
  ['reporting_team', 'SETTINGS', '', 'name,archived_at'],
  ['host_agency', 'SETTINGS', '', 'name,kind,state,sequential_intercept,deflection_pathway'],
  ['host_agency_contact', 'SETTINGS', '', 'host_agency_id,removed_at'],
  ['data_sharing_agreement', 'AGREEMENT', '', 'host_agency_id,starts_on,ends_on'],
  ['membership', 'ACCOUNT', 'id', 'display_name,roles,host_agency_id,joined_on,disabled_at,account_id'],
  ['employment', 'PEOPLE', 'member_id', 'team_id,leaves_on,returns_on'],
  ['invitation', 'ACCOUNT', 'membership_id', 'email,roles,expires_at,accepted_at,revoked_at'],
] as const

const trail = /* sql */ `
  create table audit_entry (
    organization_id uuid not null,
    entry_number bigint generated always as identity,
    at timestamptz not null,
    actor_id uuid,
    area text not null constraint audit_entry_area_known check (area in (
      'ACCOUNT', 'SETTINGS', 'PEOPLE', 'AGREEMENT', 'RELATIONSHIP', 'SESSION', 'CERTIFICATION', 'INTEGRATION', 'IMPORT',
      'EXPORT')),
    action text not null constraint audit_entry_action_form check (action ~ '^[A-Z_]{3,40}$'),
    subject text not null constraint audit_entry_subject_form check (subject ~ '^[a-z_]{3,60}$'),
    subject_id uuid,
    person_id uuid,
    facts jsonb not null default '{}',
    constraint audit_entry_pkey primary key (organization_id, entry_number),
    constraint audit_entry_organization_id_fkey foreign key (organization_id) references organization (id),
    constraint audit_entry_organization_id_actor_id_fkey
      foreign key (organization_id, actor_id) references membership (organization_id, id)
  );
  create index audit_entry_organization_id_at_idx on audit_entry (organization_id, at);
  create index audit_entry_organization_id_person_id_idx on audit_entry (organization_id, person_id);
  create index audit_entry_organization_id_actor_id_idx on audit_entry (organization_id, actor_id);
  call access.enable_tenant_rls('audit_entry');
  create policy auditor_reads on audit_entry for select to alongside_app
    using ((select access.has_role('AUDITOR')));
  create policy admin_reads_account_events on audit_entry for select to alongside_app
    using ((select access.has_role('ADMIN')) and area in ('ACCOUNT', 'SETTINGS', 'INTEGRATION'));
  create policy own_entries on audit_entry for select to alongside_app
    using (person_id = (select access.membership_id()) or actor_id = (select access.membership_id()));
  create policy definer_access on audit_entry to alongside_definer using (true) with check (true);
  grant select on audit_entry to alongside_app;
  grant select, insert on audit_entry to alongside_definer;

  create function access.prevent_audit_entry_changes() returns trigger language plpgsql as $$
  begin
    raise check_violation using constraint = 'audit_entry_immutable';
  end $$;
  create trigger prevent_audit_entry_changes before update or delete or truncate on audit_entry
    for each statement execute function access.prevent_audit_entry_changes();
`

const functions = /* sql */ `
  grant create on schema access to alongside_definer;

  -- Records an event that changes no table, such as an export: in the caller's organization, as the caller, now.
  create function access.append_audit_entry(
    p_area text, p_action text, p_subject text, p_subject_id uuid, p_person_id uuid, p_facts jsonb)
  returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if access.organization_id() is null then
      raise exception 'signed out' using errcode = 'AL401';
    end if;
    insert into audit_entry (organization_id, at, actor_id, area, action, subject, subject_id, person_id, facts)
    values (access.organization_id(), access.now(), access.membership_id(), p_area, p_action, p_subject, p_subject_id,
            p_person_id, coalesce(p_facts, '{}'));
  end $$;
  alter function access.append_audit_entry owner to alongside_definer;

  -- The arguments are the area, the column of the person concerned and the columns to record. An update of other
  -- columns leaves no entry.
  create function access.audit_change() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    was jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
    becomes jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
    recorded jsonb := case when tg_op = 'DELETE' then was else becomes end;
    facts jsonb;
  begin
    select jsonb_object_agg(name, case tg_op
             when 'UPDATE' then jsonb_build_object('from', was -> name, 'to', becomes -> name) else recorded -> name end)
      into facts
      from unnest(string_to_array(tg_argv[2], ',')) name
     where tg_op <> 'UPDATE' and jsonb_typeof(recorded -> name) <> 'null'
        or tg_op = 'UPDATE' and was -> name is distinct from becomes -> name;
    if tg_op = 'UPDATE' and facts is null then
      return null;
    end if;
    insert into audit_entry (organization_id, at, actor_id, area, action, subject, subject_id, person_id, facts)
    values (coalesce(recorded ->> 'organization_id', recorded ->> 'id')::uuid, coalesce(access.now(), now()),
            access.membership_id(), tg_argv[0],
            case tg_op when 'INSERT' then 'ADDED' when 'UPDATE' then 'CHANGED' else 'REMOVED' end,
            tg_table_name, (recorded ->> 'id')::uuid, (recorded ->> nullif(tg_argv[1], ''))::uuid, coalesce(facts, '{}'));
    return null;
  end $$;
  alter function access.audit_change owner to alongside_definer;

  -- An account belongs to no organization: a change of it is recorded in each organization that its owner belongs to.
  create function access.audit_account_change() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into audit_entry (organization_id, at, actor_id, area, action, subject, subject_id, person_id)
    select m.organization_id, coalesce(access.now(), now()),
           case when m.organization_id = access.organization_id() then access.membership_id() end, 'ACCOUNT',
           case when new.disabled_at is distinct from old.disabled_at then 'CHANGED' else 'PASSWORD_REPLACED' end,
           'account', new.id, m.id
      from membership m where m.account_id = new.id;
    return null;
  end $$;
  alter function access.audit_account_change owner to alongside_definer;
  create trigger audit_account_change after update of password_hash, disabled_at on account
    for each row execute function access.audit_account_change();

  revoke create on schema access from alongside_definer;
`
