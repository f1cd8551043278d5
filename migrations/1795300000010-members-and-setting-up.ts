import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * An admin's own work: the organization's settings and help contacts, when each member was last there, and how far
 * setting up has come. What is taken away keeps its row: the application role deletes nothing.
 */
export class MembersAndSettingUp1795300000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(settings)
    await runner.query(lastSeen)
    await runner.query(setUp)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table organization_setup_step;
      drop function access.members_last_seen();
      drop index sign_in_session_organization_id_membership_id_idx;
      drop trigger audit_change on help_contact;
      create trigger audit_change after insert or update or delete on help_contact for each row
        execute function access.audit_change('SETTINGS', '', 'label,phone,url,position');
      revoke insert (organization_id, id, label, phone, url, position), update (label, phone, url, position, removed_at)
        on help_contact from alongside_app;
      drop policy admin_changes on help_contact; drop policy admin_adds on help_contact;
      alter table help_contact drop column removed_at;
      revoke update (name, kind, home_state, time_zone, locale) on organization from alongside_app;
      drop policy admin_changes on organization;
      alter table organization drop constraint organization_time_zone_known;
    `)
  }
}

const settings = /* sql */ `
  -- As the database reads zones, which is not as every browser does: an unknown one is an error of the function.
  alter table organization add constraint organization_time_zone_known
    check (timezone(time_zone, timestamptz '2000-01-01 00:00:00+00') is not null);
  create policy admin_changes on organization for update to alongside_app
    using (id = (select access.organization_id()) and (select access.has_role('ADMIN')));
  grant update (name, kind, home_state, time_zone, locale) on organization to alongside_app;

  alter table help_contact add column removed_at timestamptz;
  create policy admin_adds on help_contact for insert to alongside_app
    with check ((select access.has_role('ADMIN')));
  create policy admin_changes on help_contact for update to alongside_app
    using ((select access.has_role('ADMIN')));
  grant insert (organization_id, id, label, phone, url, position), update (label, phone, url, position, removed_at)
    on help_contact to alongside_app;
  drop trigger audit_change on help_contact;
  create trigger audit_change after insert or update or delete on help_contact for each row
    execute function access.audit_change('SETTINGS', '', 'label,phone,url,position,removed_at');
`

const lastSeen = /* sql */ `
  create index sign_in_session_organization_id_membership_id_idx on sign_in_session (organization_id, membership_id);

  -- When each member was last there, and nothing else of their sessions: no device, no place, no token.
  create function access.members_last_seen() returns table (membership_id uuid, last_seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.membership_id, max(s.last_seen_at)
      from sign_in_session s
     where s.organization_id = access.organization_id() and access.has_role('ADMIN')
     group by s.membership_id
  $$;
  alter function access.members_last_seen() owner to alongside_definer;
`

const setUp = /* sql */ `
  create table organization_setup_step (
    organization_id uuid not null,
    step text not null constraint organization_setup_step_step_known check (step in (
      'ORGANIZATION', 'HELP_CONTACTS', 'HOST_AGENCIES', 'TEAMS', 'PEOPLE', 'OWN_ROLES')),
    done_at timestamptz,
    skipped_at timestamptz,
    decided_by uuid,
    constraint organization_setup_step_pkey primary key (organization_id, step),
    constraint organization_setup_step_organization_id_fkey foreign key (organization_id) references organization (id),
    constraint organization_setup_step_organization_id_decided_by_fkey
      foreign key (organization_id, decided_by) references membership (organization_id, id),
    constraint organization_setup_step_one_decision check (done_at is null or skipped_at is null)
  );
  -- Who worked here before there was a guide has set up without it. Forced security binds the owner too.
  alter table organization no force row level security;
  insert into organization_setup_step (organization_id, step, done_at)
  select o.id, step, now() from organization o, unnest(array[
    'ORGANIZATION', 'HELP_CONTACTS', 'HOST_AGENCIES', 'TEAMS', 'PEOPLE', 'OWN_ROLES']) step;
  alter table organization force row level security;
  call access.raise_wall('organization_setup_step');
  create policy admin_reads on organization_setup_step for select to alongside_app
    using ((select access.has_role('ADMIN')));
  create policy admin_decides on organization_setup_step for insert to alongside_app
    with check ((select access.has_role('ADMIN')) and decided_by = (select access.membership_id()));
  create policy admin_decides_again on organization_setup_step for update to alongside_app
    using ((select access.has_role('ADMIN'))) with check (decided_by = (select access.membership_id()));
  grant select, insert, update (done_at, skipped_at, decided_by) on organization_setup_step to alongside_app;
  create trigger audit_change after insert or update or delete on organization_setup_step for each row
    execute function access.audit_change('SETTINGS', '', 'step,done_at,skipped_at');
`
