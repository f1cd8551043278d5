import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What somebody does with their own account: language, colours and time zone kept on the server, their name, their
 * password, their recovery code, and the devices that are signed in. The functions run as the person who calls them:
 * nobody reaches another's account through them.
 */
export class OwnAccount1795300000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(preferences)
    await runner.query(oneself)
    await runner.query(ownSessions)
    await runner.query(ownPassword)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.replace_own_recovery_code(bytea);
      drop function access.change_own_password(bytea, bytea, text, text);
      drop function access.end_own_session(uuid);
      drop function access.own_sessions(bytea);
      drop function access.rename_oneself(text);
      drop table member_preference;
    `)
  }
}

const preferences = /* sql */ `
  -- Null: as the organization, or as the device, has it. An unknown time zone is an error of the function.
  create table member_preference (
    organization_id uuid not null,
    membership_id uuid not null,
    locale text constraint member_preference_locale_known check (locale in ('en', 'es')),
    theme text not null default 'SYSTEM'
      constraint member_preference_theme_known check (theme in ('LIGHT', 'DARK', 'SYSTEM')),
    time_zone text constraint member_preference_time_zone_known
      check (time_zone is null or timezone(time_zone, timestamptz '2000-01-01 00:00:00+00') is not null),
    constraint member_preference_pkey primary key (organization_id, membership_id),
    constraint member_preference_organization_id_membership_id_fkey
      foreign key (organization_id, membership_id) references membership (organization_id, id)
  );
  call access.raise_wall('member_preference');
  create policy own_reads on member_preference for select to alongside_app
    using (membership_id = (select access.membership_id()));
  create policy own_sets on member_preference for insert to alongside_app
    with check (membership_id = (select access.membership_id()));
  create policy own_changes on member_preference for update to alongside_app
    using (membership_id = (select access.membership_id()));
  -- Mails go out in the language and the hours of who receives them.
  create policy definer_serves on member_preference for select to alongside_definer using (true);
  grant select, insert, update (locale, theme, time_zone) on member_preference to alongside_app;
  grant select on member_preference to alongside_definer;
`

const oneself = /* sql */ `
  -- A policy could not tell the name from the roles: the right to change the one alone is this function.
  create function access.rename_oneself(p_name text) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with renamed as (
      update membership m set display_name = p_name, revision = m.revision + 1
       where m.organization_id = access.organization_id() and m.id = access.membership_id()
      returning m.id)
    select count(*)::integer from renamed
  $$;
  alter function access.rename_oneself(text) owner to alongside_definer;
`

const ownSessions = /* sql */ `
  -- The devices that are signed in to the account of this unit of work, in every organization of it.
  create function access.own_sessions(p_token_hash bytea)
  returns table (
    id uuid, organization_name text, user_agent text, last_address text, created_at timestamptz,
    last_seen_at timestamptz, is_this_one boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.id, o.name, s.user_agent, s.last_address, s.created_at, s.last_seen_at, s.token_hash = p_token_hash
      from sign_in_session s
      join organization o on o.id = s.organization_id
     where s.account_id = access.account_id() and s.ended_at is null and s.expires_at > access.now()
       and s.last_seen_at + make_interval(mins => s.idle_minutes) > access.now()
     order by s.token_hash = p_token_hash desc, s.last_seen_at desc, s.id limit 100
  $$;

  create function access.end_own_session(p_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with ended as (
      update sign_in_session s set ended_at = access.now()
       where s.account_id = access.account_id() and s.id = p_id and s.ended_at is null
      returning s.id)
    select count(*)::integer from ended
  $$;

  alter function access.own_sessions(bytea) owner to alongside_definer;
  alter function access.end_own_session(uuid) owner to alongside_definer;
`

const ownPassword = /* sql */ `
  -- A new password for one that was just checked; every other device is signed out, this one gets a new token. No row:
  -- the password or the session changed meanwhile.
  create function access.change_own_password(
    p_token_hash bytea, p_new_token_hash bytea, p_known_hash text, p_password_hash text)
  returns table (expires_at timestamptz, ended integer)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update account a set password_hash = p_password_hash
     where a.id = access.account_id() and a.password_hash = p_known_hash
       and exists (select from sign_in_session s
                    where s.token_hash = p_token_hash and s.account_id = a.id and s.ended_at is null);
    if not found then
      return;
    end if;
    update sign_in_session s set ended_at = access.now()
     where s.account_id = access.account_id() and s.ended_at is null and s.token_hash <> p_token_hash
       and s.expires_at > access.now();
    get diagnostics ended = row_count;
    update sign_in_session s set token_hash = p_new_token_hash, confirmed_at = access.now()
     where s.token_hash = p_token_hash returning s.expires_at into change_own_password.expires_at;
    return next;
  end $$;

  -- The code before it opens nothing from now on. Each organization of the account is told that it was replaced.
  create function access.replace_own_recovery_code(p_recovery_hash bytea) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with replaced as (
      update account a set recovery_code_hash = p_recovery_hash where a.id = access.account_id() returning a.id),
    told as (
      insert into audit_entry (organization_id, at, actor_id, area, action, subject, subject_id, person_id)
      select m.organization_id, access.now(),
             case when m.organization_id = access.organization_id() then access.membership_id() end,
             'ACCOUNT', 'RECOVERY_CODE_REPLACED', 'account', r.id, m.id
        from replaced r join membership m on m.account_id = r.id)
    select count(*)::integer from replaced
  $$;

  alter function access.change_own_password(bytea, bytea, text, text) owner to alongside_definer;
  alter function access.replace_own_recovery_code(bytea) owner to alongside_definer;
`
