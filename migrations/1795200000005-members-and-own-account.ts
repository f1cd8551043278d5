import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * SECURITY DEFINER functions with which somebody joins an organization, recovers their password, changes their own
 * account, or looks up members; and the triggers that prevent an organization from losing its last admin.
 */
export class MembersAndOwnAccount1795200000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [joining, recovery, ownAccount, members, lastAdmin]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger prevent_last_admin_leaving on employment; drop trigger prevent_removing_last_admin on membership;
      drop function access.prevent_last_admin_leaving, access.prevent_removing_last_admin, access.members_by_email,
        access.members_last_seen, access.replace_own_recovery_code, access.change_own_password,
        access.own_password_hash, access.rename_oneself, access.end_own_session, access.own_sessions,
        access.own_organizations, access.replace_password, access.find_recoverable_account, access.create_organization,
        access.join_organization, access.invited_password_hash, access.find_open_invitation;
    `)
  }
}

const joining = /* sql */ `
  create function access.find_open_invitation(p_token_hash bytea, p_now timestamptz)
  returns table (email text, display_name text, roles text[], organization_name text, has_account boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select i.email, coalesce(m.display_name, i.display_name), coalesce(m.roles, i.roles), o.name,
           exists (select from account a where a.email = i.email)
      from invitation i
      join organization o on o.id = i.organization_id
      left join membership m on m.organization_id = i.organization_id and m.id = i.membership_id
     where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
       and m.disabled_at is null
  $$;
  alter function access.find_open_invitation owner to alongside_definer;

  -- The password hash against which an open invitation is checked when its address has an account already.
  create function access.invited_password_hash(p_token_hash bytea, p_now timestamptz) returns table (password_hash text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.password_hash from invitation i join account a on a.email = i.email and a.disabled_at is null
     where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
  $$;
  alter function access.invited_password_hash owner to alongside_definer;

  -- Creates the account if there is none and ties the waiting membership to it. An invitation that names no membership
  -- creates one. Returns no row when the invitation is not open any more, when the account was created or deleted
  -- since the caller looked, or when the account already has another membership in the same organization.
  create function access.join_organization(
    p_token_hash bytea, p_display_name text, p_password_hash text, p_recovery_hash bytea, p_has_account boolean,
    p_now timestamptz)
  returns table (account_id uuid, organization_id uuid)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    taken record;
    made integer;
  begin
    select i.id, i.organization_id as organization, i.membership_id as membership, i.email, i.roles,
           (p_now at time zone o.time_zone)::date as joined_on
      into taken
      from invitation i join organization o on o.id = i.organization_id
     where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
       for update of i;
    if not found or p_has_account <> exists (select from account a where a.email = taken.email) then
      return;
    end if;
    insert into account (email, password_hash, recovery_code_hash)
    values (taken.email, p_password_hash, p_recovery_hash) on conflict (email) do nothing;
    get diagnostics made = row_count;
    if made = 1 and p_has_account or made = 0 and not p_has_account then
      raise exception 'the account came or went meanwhile' using errcode = '40001';
    end if;
    select a.id into account_id from account a where a.email = taken.email;
    organization_id := taken.organization;
    if taken.membership is null then
      insert into membership (organization_id, account_id, display_name, roles, joined_on)
      values (taken.organization, join_organization.account_id, p_display_name, taken.roles, taken.joined_on)
      on conflict on constraint membership_organization_id_account_id_key do update
        set roles = array(select distinct unnest(membership.roles || excluded.roles) order by 1)
        where membership.host_agency_id is null;
    else
      update membership m
         set account_id = join_organization.account_id, display_name = p_display_name, revision = m.revision + 1
       where m.organization_id = taken.organization and m.id = taken.membership and m.account_id is null
         and m.disabled_at is null
         and not exists (select from membership other
                          where other.organization_id = taken.organization
                            and other.account_id = join_organization.account_id);
      if not found then
        if made = 1 then
          raise exception 'the membership is taken' using errcode = '40001';
        end if;
        return;
      end if;
    end if;
    update invitation i set accepted_at = p_now where i.organization_id = taken.organization and i.id = taken.id;
    return next;
  end $$;
  alter function access.join_organization owner to alongside_definer;

  -- Only for the command line: the owner creates an organization and the invitation of its first administrator.
  create function access.create_organization(
    p_name text, p_kind text, p_home_state text, p_time_zone text, p_locale text, p_email text, p_display_name text,
    p_token_hash bytea, p_now timestamptz, p_expires_at timestamptz)
  returns table (organization_id uuid) language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with made as (
      insert into organization (name, kind, home_state, time_zone, locale)
      values (p_name, p_kind, p_home_state, p_time_zone, p_locale) returning id)
    insert into invitation (organization_id, email, display_name, roles, token_hash, created_at, expires_at)
    select id, p_email, p_display_name, array['ADMIN'], p_token_hash, p_now, p_expires_at from made
    returning invitation.organization_id
  $$;
  alter function access.create_organization owner to alongside_definer;
  revoke execute on function access.create_organization from public;
`

const recovery = /* sql */ `
  -- Somebody who has left in every organization gets no new password: it would use up their recovery code for nothing.
  create function access.find_recoverable_account(p_email text, p_recovery_hash bytea, p_now timestamptz)
  returns table (account_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id from account a
     where a.email = p_email and a.recovery_code_hash = p_recovery_hash and a.disabled_at is null
       and exists (
         select from membership m
           join organization o on o.id = m.organization_id
           left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
          where m.account_id = a.id and m.disabled_at is null
            and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
                 or e.returns_on <= (p_now at time zone o.time_zone)::date))
  $$;
  alter function access.find_recoverable_account owner to alongside_definer;

  create function access.replace_password(
    p_account_id uuid, p_password_hash text, p_recovery_hash bytea, p_now timestamptz)
  returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update account set password_hash = p_password_hash, recovery_code_hash = p_recovery_hash where id = p_account_id;
    update sign_in_session set ended_at = p_now where account_id = p_account_id and ended_at is null;
  $$;
  alter function access.replace_password owner to alongside_definer;
`

/** These run for the person who calls them: nobody reaches the account of somebody else through them. */
const ownAccount = /* sql */ `
  -- Every organization that the account may sign in to.
  create function access.own_organizations(p_now timestamptz)
  returns table (organization_id uuid, organization_name text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select m.organization_id, o.name, m.roles
      from membership m
      join organization o on o.id = m.organization_id
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where m.account_id = access.account_id() and m.disabled_at is null
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
            or e.returns_on <= (p_now at time zone o.time_zone)::date)
     order by o.name, m.organization_id limit 50
  $$;
  alter function access.own_organizations owner to alongside_definer;

  -- The devices that are signed in to the account, in every organization of it.
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
  alter function access.own_sessions owner to alongside_definer;

  create function access.end_own_session(p_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with ended as (
      update sign_in_session s set ended_at = access.now()
       where s.account_id = access.account_id() and s.id = p_id and s.ended_at is null
      returning s.id)
    select count(*)::integer from ended
  $$;
  alter function access.end_own_session owner to alongside_definer;

  -- A policy cannot tell the name from the roles: this function is the right to change one's name and nothing else.
  create function access.rename_oneself(p_name text) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with renamed as (
      update membership m set display_name = p_name, revision = m.revision + 1
       where m.organization_id = access.organization_id() and m.id = access.membership_id()
      returning m.id)
    select count(*)::integer from renamed
  $$;
  alter function access.rename_oneself owner to alongside_definer;

  create function access.own_password_hash(p_token_hash bytea) returns table (password_hash text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.password_hash from sign_in_session s join account a on a.id = s.account_id
     where s.token_hash = p_token_hash and s.ended_at is null
  $$;
  alter function access.own_password_hash owner to alongside_definer;

  -- Sets a new password in place of one that the caller has just checked, signs out every other device and gives this
  -- one a new token. Returns no row when the password or the session changed meanwhile.
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
  alter function access.change_own_password owner to alongside_definer;

  -- Invalidates the previous code. The audit trail of each organization of the account records the replacement.
  create function access.replace_own_recovery_code(p_recovery_hash bytea) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with replaced as (
      update account a set recovery_code_hash = p_recovery_hash where a.id = access.account_id() returning a.id),
    recorded as (
      insert into audit_entry (organization_id, at, actor_id, area, action, subject, subject_id, person_id)
      select m.organization_id, access.now(),
             case when m.organization_id = access.organization_id() then access.membership_id() end,
             'ACCOUNT', 'RECOVERY_CODE_REPLACED', 'account', r.id, m.id
        from replaced r join membership m on m.account_id = r.id)
    select count(*)::integer from replaced
  $$;
  alter function access.replace_own_recovery_code owner to alongside_definer;
`

const members = /* sql */ `
  -- When each member was last signed in, and nothing else about their sessions: no device, no address, no token.
  create function access.members_last_seen() returns table (membership_id uuid, last_seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.membership_id, max(s.last_seen_at)
      from sign_in_session s
     where s.organization_id = access.organization_id() and access.has_role('ADMIN')
     group by s.membership_id
  $$;
  alter function access.members_last_seen owner to alongside_definer;

  -- Which members of the caller's organization have these addresses, by their account or by an invitation that has not
  -- been used yet.
  create function access.members_by_email(p_emails text[]) returns table (email text, membership_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.email, m.id from account a join membership m on m.account_id = a.id
     where a.email = any (p_emails) and m.organization_id = access.organization_id()
       and (access.has_role('ADMIN') or access.has_role('MANAGER'))
    union
    select i.email, m.id from invitation i
      join membership m on m.organization_id = i.organization_id and m.id = i.membership_id
     where i.email = any (p_emails) and i.organization_id = access.organization_id() and m.account_id is null
       and (access.has_role('ADMIN') or access.has_role('MANAGER'))
  $$;
  alter function access.members_by_email owner to alongside_definer;
`

/** An organization that has an admin always has one who can sign in, whoever changes whom at the same moment. */
const lastAdmin = /* sql */ `
  create function access.prevent_removing_last_admin() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if 'ADMIN' = any (old.roles) and old.disabled_at is null and old.account_id is not null
       and not ('ADMIN' = any (new.roles) and new.disabled_at is null) then
      perform pg_advisory_xact_lock(hashtextextended('admins of ' || old.organization_id, 0));
      if not exists (
        select from membership m
          left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
         where m.organization_id = old.organization_id and m.id <> old.id and 'ADMIN' = any (m.roles)
           and m.disabled_at is null and m.account_id is not null
           and (e.leaves_on is null or e.returns_on <= coalesce(access.today(), current_date))) then
        raise check_violation using constraint = 'membership_last_admin';
      end if;
    end if;
    return new;
  end $$;
  alter function access.prevent_removing_last_admin owner to alongside_definer;
  create trigger prevent_removing_last_admin before update of roles, disabled_at on membership
    for each row execute function access.prevent_removing_last_admin();

  -- Takes the same lock as prevent_removing_last_admin, so that one admin remains when another is disabled at the same moment.
  create function access.prevent_last_admin_leaving() returns trigger language plpgsql as $$
  begin
    if new.leaves_on is null or not exists (
      select from membership m where m.organization_id = new.organization_id and m.id = new.member_id
         and 'ADMIN' = any (m.roles) and m.disabled_at is null and m.account_id is not null) then
      return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('admins of ' || new.organization_id, 0));
    if not exists (
      select from membership m
        left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
       where m.organization_id = new.organization_id and m.id <> new.member_id and 'ADMIN' = any (m.roles)
         and m.disabled_at is null and m.account_id is not null
         and (e.leaves_on is null or e.returns_on <= coalesce(access.today(), current_date))) then
      raise check_violation using constraint = 'employment_last_admin';
    end if;
    return null;
  end $$;
  create trigger prevent_last_admin_leaving after insert or update of leaves_on on employment
    for each row execute function access.prevent_last_admin_leaving();
`
