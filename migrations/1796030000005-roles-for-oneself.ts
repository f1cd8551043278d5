import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What an admin gives themselves, another admin or an auditor confirms within seven days. Only whoever is alone in an
 * organization, because nobody else has joined yet, decides about their own roles.
 */
export class RolesForOneself1796030000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [request, accepting, guard]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger require_second_person on membership;
      drop function access.require_second_person, access.accept_role_request;
      drop table role_request;
    `)
  }
}

const OFFICE = "((select access.has_role('ADMIN')) or (select access.has_role('AUDITOR')))"

const request = /* sql */ `
  create table role_request (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    member_id uuid not null,
    member_revision integer not null,
    roles text[] not null constraint role_request_roles_known check (
      roles <@ array['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR'] and cardinality(roles) between 1 and 5),
    requested_at timestamptz not null,
    expires_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    is_accepted boolean,
    constraint role_request_pkey primary key (organization_id, id),
    constraint role_request_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint role_request_organization_id_decided_by_fkey
      foreign key (organization_id, decided_by) references membership (organization_id, id),
    constraint role_request_expires_in_time check (expires_at <= requested_at + interval '169 hours'),
    constraint role_request_decided_whole check (
      (decided_at is null) = (decided_by is null) and (decided_at is null) = (is_accepted is null)),
    constraint role_request_accepted_by_another check (is_accepted is not true or decided_by <> member_id)
  );
  create index role_request_organization_id_member_id_idx on role_request (organization_id, member_id);
  create index role_request_organization_id_decided_by_idx on role_request (organization_id, decided_by);
  call access.enable_tenant_rls('role_request');
  create policy office_reads on role_request for select to alongside_app using (${OFFICE});
  create policy admin_asks on role_request for insert to alongside_app with check (
    (select access.has_role('ADMIN')) and member_id = (select access.membership_id())
    and requested_at = (select access.now()) and decided_at is null);
  -- One's own is withdrawn by the same column; accepting goes through the function alone.
  create policy office_declines on role_request for update to alongside_app
    using (${OFFICE} and decided_at is null)
    with check (decided_by = (select access.membership_id()) and decided_at = (select access.now()) and not is_accepted);
  create policy definer_access on role_request to alongside_definer using (true) with check (true);
  grant select, insert, update (decided_by, decided_at, is_accepted) on role_request to alongside_app;
  grant select, update on role_request to alongside_definer;
  create trigger audit_change after insert or update or delete on role_request for each row
    execute function access.audit_change('ACCOUNT', 'member_id', 'roles,expires_at,is_accepted');
`

/** An auditor may not change a member otherwise, so that this runs for the caller, who is somebody else. */
const accepting = /* sql */ `
  create function access.accept_role_request(p_request_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with accepted as (
      update role_request q set decided_by = access.membership_id(), decided_at = access.now(), is_accepted = true
        from membership m
       where q.organization_id = access.organization_id() and q.id = p_request_id and q.decided_at is null
         and q.expires_at > access.now() and q.member_id <> access.membership_id()
         and (access.has_role('ADMIN') or access.has_role('AUDITOR'))
         and m.organization_id = q.organization_id and m.id = q.member_id and m.revision = q.member_revision
         and m.disabled_at is null
      returning q.organization_id, q.member_id, q.roles),
    changed as (
      update membership m set roles = a.roles, revision = m.revision + 1
        from accepted a where m.organization_id = a.organization_id and m.id = a.member_id
      returning m.id)
    select count(*)::integer from changed
  $$;
  alter function access.accept_role_request owner to alongside_definer;
`

const guard = /* sql */ `
  create function access.require_second_person() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if new.id = access.membership_id() and not new.roles <@ old.roles and exists (
      select from membership m
       where m.organization_id = new.organization_id and m.id <> new.id and m.account_id is not null) then
      raise insufficient_privilege using constraint = 'membership_second_person',
        message = 'another admin or an auditor confirms a role for oneself';
    end if;
    return new;
  end $$;
  alter function access.require_second_person owner to alongside_definer;
  create trigger require_second_person before update of roles on membership
    for each row execute function access.require_second_person();
`
