import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Joining an organization in which a membership waits already, and what a change of roles brings: one admin stays, and
 * sessions end with the rights that they were for.
 */
export class JoiningAndStaying1795300000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(joining)
    await runner.query(membershipGuards)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger sessions_end_with_rights on membership; drop function access.sessions_end_with_rights();
      drop trigger an_admin_stays on membership; drop function access.an_admin_stays();
      drop function access.join_organization(bytea, text, text, bytea, boolean, timestamptz);
      drop function access.find_open_invitation(bytea, timestamptz);
      drop function access.invited_password_hash(bytea, timestamptz);
      drop function access.find_recoverable(text, bytea, timestamptz);
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

  -- Somebody whose last day is over gets no new password: the code that they keep would be used up for nothing.
  create function access.find_recoverable(p_email text, p_recovery_hash bytea, p_now timestamptz)
  returns table (account_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id from account a
     where a.email = p_email and a.recovery_code_hash = p_recovery_hash and a.disabled_at is null
       and exists (
         select from membership m
           join organization o on o.id = m.organization_id
           left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
          where m.account_id = a.id and m.disabled_at is null
            and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date))
  $$;

  -- The password that an open invitation asks for, where its address has an account, wherever else that may be disabled.
  create function access.invited_password_hash(p_token_hash bytea, p_now timestamptz) returns table (password_hash text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.password_hash from invitation i join account a on a.email = i.email and a.disabled_at is null
     where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
  $$;

  -- Makes the account where there is none and ties the waiting membership to it. An invitation that names no
  -- membership makes one. No row: not open any more, the account came or went since the caller looked, or the account
  -- is a member already in another place of the same organization.
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

  alter function access.find_open_invitation(bytea, timestamptz) owner to alongside_definer;
  alter function access.find_recoverable(text, bytea, timestamptz) owner to alongside_definer;
  alter function access.invited_password_hash(bytea, timestamptz) owner to alongside_definer;
  alter function access.join_organization(bytea, text, text, bytea, boolean, timestamptz) owner to alongside_definer;
`

const membershipGuards = /* sql */ `
  -- An organization that has an admin keeps one who can sign in, whoever changes whom at the same moment.
  create function access.an_admin_stays() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if 'ADMIN' = any (old.roles) and old.disabled_at is null and old.account_id is not null
       and not ('ADMIN' = any (new.roles) and new.disabled_at is null) then
      perform pg_advisory_xact_lock(hashtextextended('admins of ' || old.organization_id, 0));
      if not exists (
        select from membership m
          left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
         where m.organization_id = old.organization_id and m.id <> old.id and 'ADMIN' = any (m.roles)
           and m.disabled_at is null and m.account_id is not null and e.leaves_on is null) then
        raise check_violation using constraint = 'membership_last_admin';
      end if;
    end if;
    return new;
  end $$;
  create trigger an_admin_stays before update of roles, disabled_at on membership
    for each row execute function access.an_admin_stays();

  -- Disabled: every session in this organization is over. A new role asks for a fresh sign-in; a lost one acts at once.
  create function access.sessions_end_with_rights() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if new.disabled_at is not null and old.disabled_at is null or not new.roles <@ old.roles then
      update sign_in_session s set ended_at = coalesce(access.now(), now())
       where s.organization_id = new.organization_id and s.membership_id = new.id and s.ended_at is null;
    end if;
    return null;
  end $$;
  create trigger sessions_end_with_rights after update of roles, disabled_at on membership
    for each row execute function access.sessions_end_with_rights();

  alter function access.an_admin_stays() owner to alongside_definer;
  alter function access.sessions_end_with_rights() owner to alongside_definer;
`
