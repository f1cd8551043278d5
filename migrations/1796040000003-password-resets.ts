import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * For somebody who has lost password and recovery code: an admin has a link sent to the address of the account. Whoever
 * opens it signs in, and reads no check-in of before: those stay locked until the code of before is given.
 */
export class PasswordResets1796040000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [tables, mails, resetting, locks]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop policy locked_until_opened on weekly_check_in;
      drop function access.open_check_in_lock, access.check_ins_locked_before, access.reset_password,
        access.find_password_reset, access.mark_password_reset_unsent, access.mark_password_reset_mailed,
        access.take_password_resets;
      drop table check_in_lock, password_reset;
    `)
  }
}

const tables = /* sql */ `
  create table password_reset (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    member_id uuid not null,
    started_by uuid not null,
    token_hash bytea,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz,
    mail_taken_at timestamptz,
    mail_attempts integer not null default 0,
    mail_failure text constraint password_reset_mail_failure_known check (mail_failure in ('RETURNED', 'NOT_SENT')),
    mailed_at timestamptz,
    constraint password_reset_pkey primary key (organization_id, id),
    constraint password_reset_token_hash_key unique (token_hash),
    constraint password_reset_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint password_reset_organization_id_started_by_fkey
      foreign key (organization_id, started_by) references membership (organization_id, id)
  );
  create index password_reset_organization_id_member_id_idx on password_reset (organization_id, member_id);
  create index password_reset_organization_id_started_by_idx on password_reset (organization_id, started_by);
  create index password_reset_to_mail on password_reset (created_at) where mailed_at is null;
  -- A member has one open reset: starting another revokes it.
  create unique index password_reset_one_open on password_reset (organization_id, member_id)
    where used_at is null and revoked_at is null;
  call access.enable_tenant_rls('password_reset');
  create policy admin_reads on password_reset for select to alongside_app using ((select access.has_role('ADMIN')));
  create policy admin_adds on password_reset for insert to alongside_app with check (
    (select access.has_role('ADMIN')) and started_by = (select access.membership_id()) and used_at is null
    and token_hash is null);
  create policy admin_revokes on password_reset for update to alongside_app using ((select access.has_role('ADMIN')));
  create policy definer_access on password_reset to alongside_definer using (true) with check (true);
  grant select (organization_id, id, member_id, started_by, created_at, expires_at, used_at, revoked_at, mail_failure),
    insert (organization_id, id, member_id, started_by, created_at, expires_at), update (revoked_at)
    on password_reset to alongside_app;
  grant select, update on password_reset to alongside_definer;
  create trigger audit_change after insert or update or delete on password_reset for each row
    execute function access.audit_change('ACCOUNT', 'member_id', 'expires_at,used_at,revoked_at');

  -- Without a hash there was no code, and nothing opens the lock.
  create table check_in_lock (
    id uuid not null default gen_random_uuid(),
    account_id uuid not null,
    locked_before timestamptz not null,
    code_hash bytea,
    opened_at timestamptz,
    constraint check_in_lock_pkey primary key (id),
    constraint check_in_lock_account_id_fkey foreign key (account_id) references account (id)
  );
  create index check_in_lock_account_id_idx on check_in_lock (account_id) where opened_at is null;
  alter table check_in_lock enable row level security;
  alter table check_in_lock force row level security;
  create policy definer_access on check_in_lock to alongside_definer using (true) with check (true);
  grant select, insert, update on check_in_lock to alongside_definer;
`

const mails = /* sql */ `
  -- As access.take_invitations: the token is made the moment before the email is sent, and nobody else ever has it.
  create function access.take_password_resets(p_now timestamptz, p_token_hashes bytea[])
  returns table (token_hash bytea, email text, organization_name text)
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with waiting as (
      select r.organization_id, r.id from password_reset r
       where access.organization_id() is null and r.mailed_at is null and r.mail_failure is null
         and r.expires_at > p_now and r.used_at is null and r.revoked_at is null
         and not exists (select from organization o where o.id = r.organization_id and o.is_demo)
         and (r.mail_taken_at is null or r.mail_taken_at < p_now - interval '10 minutes' * r.mail_attempts)
       order by r.created_at limit cardinality(p_token_hashes) for update skip locked),
    numbered as (select w.organization_id, w.id, row_number() over () as place from waiting w),
    taken as (
      update password_reset r
         set token_hash = p_token_hashes[n.place], mail_taken_at = p_now, mail_attempts = r.mail_attempts + 1
        from numbered n where r.organization_id = n.organization_id and r.id = n.id
      returning r.organization_id, r.member_id, r.token_hash)
    select t.token_hash, a.email, o.name
      from taken t
      join organization o on o.id = t.organization_id
      join membership m on m.organization_id = t.organization_id and m.id = t.member_id and m.disabled_at is null
      join account a on a.id = m.account_id and a.disabled_at is null
  $$;
  alter function access.take_password_resets owner to alongside_definer;

  create function access.mark_password_reset_mailed(p_token_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update password_reset r set mailed_at = p_now
     where access.organization_id() is null and r.token_hash = p_token_hash and r.mailed_at is null
  $$;
  alter function access.mark_password_reset_mailed owner to alongside_definer;

  create function access.mark_password_reset_unsent(p_token_hash bytea, p_is_returned boolean, p_allowed integer)
  returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update password_reset r set mail_failure = case when p_is_returned then 'RETURNED' else 'NOT_SENT' end
     where access.organization_id() is null and r.token_hash = p_token_hash and r.mailed_at is null
       and (p_is_returned or r.mail_attempts >= p_allowed)
  $$;
  alter function access.mark_password_reset_unsent owner to alongside_definer;
`

const resetting = /* sql */ `
  create function access.find_password_reset(p_token_hash bytea, p_now timestamptz)
  returns table (email text, organization_name text, known_names text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.email, o.name, array[m.display_name, o.name]
      from password_reset r
      join organization o on o.id = r.organization_id
      join membership m on m.organization_id = r.organization_id and m.id = r.member_id and m.disabled_at is null
      join account a on a.id = m.account_id and a.disabled_at is null
     where r.token_hash = p_token_hash and r.used_at is null and r.revoked_at is null and r.expires_at > p_now
  $$;
  alter function access.find_password_reset owner to alongside_definer;

  -- Uses the link up, locks what the account has answered so far under the code of before, and ends every session.
  -- Returns no row when the link is not open any more.
  create function access.reset_password(
    p_token_hash bytea, p_password_hash text, p_recovery_hash bytea, p_now timestamptz)
  returns table (account_id uuid, organization_id uuid)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    used record;
  begin
    update password_reset r set used_at = p_now
      from membership m join account a on a.id = m.account_id
     where r.token_hash = p_token_hash and r.used_at is null and r.revoked_at is null and r.expires_at > p_now
       and m.organization_id = r.organization_id and m.id = r.member_id and m.disabled_at is null
       and a.disabled_at is null
    returning a.id as account, a.recovery_code_hash as code_hash, r.organization_id as organization into used;
    if not found then
      return;
    end if;
    insert into check_in_lock (account_id, locked_before, code_hash) values (used.account, p_now, used.code_hash);
    perform access.replace_password(used.account, p_password_hash, p_recovery_hash, p_now);
    account_id := used.account;
    organization_id := used.organization;
    return next;
  end $$;
  alter function access.reset_password owner to alongside_definer;
`

const locks = /* sql */ `
  create function access.check_ins_locked_before() returns timestamptz
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select max(l.locked_before) from check_in_lock l where l.account_id = access.account_id() and l.opened_at is null
  $$;
  alter function access.check_ins_locked_before owner to alongside_definer;

  create function access.open_check_in_lock(p_code_hash bytea) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with opened as (
      update check_in_lock l set opened_at = access.now()
       where l.account_id = access.account_id() and l.code_hash = p_code_hash and l.opened_at is null
      returning l.id)
    select count(*)::integer from opened
  $$;
  alter function access.open_check_in_lock owner to alongside_definer;

  create policy locked_until_opened on weekly_check_in as restrictive for select to alongside_app using (
    (select access.check_ins_locked_before()) is null or submitted_at > (select access.check_ins_locked_before()));
`
