import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Doors for members who leave on a day and who work for several organizations; and for integrations, which come with
 * a token of their own instead of a session. The doors of before stay for the release before. ValidationErrors: AL401 signed
 * out, AL403 the role or the token lacks the capability.
 */
export class DoorsForMembers1795300000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(devicesAndTokens)
    await runner.query(enter)
    await runner.query(sessions)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.begin_session(uuid, uuid, bytea, timestamptz, text, text);
      drop function access.own_organizations(timestamptz);
      drop function access.switch_session(bytea, uuid, bytea, timestamptz, text, text);
      drop function access.enter(bytea, timestamptz, text[], text);
      drop table api_token;
      alter table sign_in_session drop column user_agent, drop column last_address;
    `)
  }
}

const devicesAndTokens = /* sql */ `
  alter table sign_in_session
    add column user_agent text constraint sign_in_session_user_agent_length check (char_length(user_agent) <= 400),
    add column last_address text;

  -- A token reads on behalf of its maker's office: with one of these roles, for as long as the maker holds it.
  create table api_token (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    name text not null constraint api_token_name_length check (char_length(name) between 1 and 80),
    token_hash bytea not null,
    capabilities text[] not null constraint api_token_capabilities_few check (cardinality(capabilities) between 1 and 20),
    roles text[] not null constraint api_token_roles_known check (
      roles <@ array['MANAGER', 'AUDITOR', 'ADMIN'] and cardinality(roles) between 1 and 3),
    made_by uuid not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    last_used_at timestamptz,
    constraint api_token_pkey primary key (organization_id, id),
    constraint api_token_token_hash_key unique (token_hash),
    constraint api_token_organization_id_made_by_fkey
      foreign key (organization_id, made_by) references membership (organization_id, id),
    constraint api_token_expires_within_a_year check (expires_at > made_at and expires_at <= made_at + interval '367 days')
  );
  call access.raise_wall('api_token');
  create policy office_reads on api_token for select to alongside_app using (
    (select access.has_role('ADMIN')) or (select access.has_role('AUDITOR')) or made_by = (select access.membership_id()));
  create policy office_makes on api_token for insert to alongside_app with check (
    made_by = (select access.membership_id()) and revoked_at is null
    and ('MANAGER' <> all (roles) or (select access.has_role('MANAGER')))
    and ('AUDITOR' <> all (roles) or (select access.has_role('AUDITOR')))
    and ('ADMIN' <> all (roles) or (select access.has_role('ADMIN'))));
  create policy office_revokes on api_token for update to alongside_app using (
    (select access.has_role('ADMIN')) or made_by = (select access.membership_id()));
  create policy definer_serves on api_token to alongside_definer using (true) with check (true);
  grant select (organization_id, id, name, capabilities, roles, made_by, made_at, expires_at, revoked_at, last_used_at)
    on api_token to alongside_app;
  grant insert, update (revoked_at) on api_token to alongside_app;
  grant select, update on api_token to alongside_definer;
`

/**
 * A demand is `capability:ROLE,ROLE`. A session needs one of the roles; a token needs the capability by name, and
 * one of the roles that its maker still holds. A token has no membership: nothing is "its own".
 */
const enter = /* sql */ `
  create function access.enter(p_token_hash bytea, p_now timestamptz, p_demands text[], p_address text)
  returns table (
    account_id uuid, organization_id uuid, membership_id uuid, roles text[], host_agency_staff boolean,
    display_name text, organization_name text, time_zone text, today date, now timestamptz,
    password_confirmed boolean, password_confirmed_at timestamptz, api_token_id uuid)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    found_session record;
    demand text;
  begin
    select s.id, s.account_id as account, s.organization_id as organization, s.membership_id as membership,
           s.last_seen_at, s.confirmed_at, m.roles as held_roles, m.host_agency_id is not null as host_staff,
           m.display_name as member_name, o.name as org_name, o.time_zone as zone,
           null::uuid as token, null::text[] as capabilities
      into found_session
      from sign_in_session s
      join membership m on m.organization_id = s.organization_id and m.id = s.membership_id
      join organization o on o.id = s.organization_id
      join account a on a.id = s.account_id
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > p_now
       and s.last_seen_at + make_interval(mins => s.idle_minutes) > p_now
       and m.disabled_at is null and a.disabled_at is null
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date);
    if not found then
      select t.id, null::uuid as account, t.organization_id as organization, null::uuid as membership,
             coalesce(t.last_used_at, t.made_at - interval '1 hour') as last_seen_at, null::timestamptz as confirmed_at,
             array(select unnest(t.roles) intersect select unnest(m.roles)) as held_roles, false as host_staff,
             t.name as member_name, o.name as org_name, o.time_zone as zone, t.id as token, t.capabilities
        into found_session
        from api_token t
        join membership m on m.organization_id = t.organization_id and m.id = t.made_by
        join account a on a.id = m.account_id
        join organization o on o.id = t.organization_id
        left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
       where t.token_hash = p_token_hash and t.revoked_at is null and t.expires_at > p_now and m.disabled_at is null
         and a.disabled_at is null
         and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date);
      if not found then
        raise exception 'signed out' using errcode = 'AL401';
      end if;
    end if;
    foreach demand in array p_demands loop
      if not found_session.held_roles && string_to_array(split_part(demand, ':', 2), ',')
         or found_session.token is not null
            and not coalesce(split_part(demand, ':', 1) = any (found_session.capabilities), false) then
        raise exception 'not permitted' using errcode = 'AL403';
      end if;
    end loop;
    if p_now - found_session.last_seen_at > interval '1 minute' then
      if found_session.token is null then
        update sign_in_session s set last_seen_at = p_now, last_address = coalesce(p_address, s.last_address)
         where s.organization_id = found_session.organization and s.id = found_session.id;
      else
        update api_token t set last_used_at = p_now
         where t.organization_id = found_session.organization and t.id = found_session.id;
      end if;
    end if;

    account_id := found_session.account;
    organization_id := found_session.organization;
    membership_id := found_session.membership;
    roles := found_session.held_roles;
    host_agency_staff := found_session.host_staff;
    display_name := found_session.member_name;
    organization_name := found_session.org_name;
    time_zone := found_session.zone;
    today := (p_now at time zone found_session.zone)::date;
    now := p_now;
    password_confirmed_at := found_session.confirmed_at;
    password_confirmed := coalesce(found_session.confirmed_at > p_now - interval '30 minutes', false);
    api_token_id := found_session.token;
    perform set_config('app.account_id', coalesce(account_id::text, ''), true),
            set_config('app.organization_id', organization_id::text, true),
            set_config('app.membership_id', coalesce(membership_id::text, ''), true),
            set_config('app.roles', roles::text, true),
            set_config('app.host_agency_staff', host_agency_staff::text, true),
            set_config('app.now', p_now::text, true),
            set_config('app.today', today::text, true),
            set_config('app.password_confirmed', password_confirmed::text, true);
    perform set_config('app.administrative_peers', coalesce(
              array_agg(r.peer_id) filter (where r.type = 'ADMINISTRATIVE'), '{}')::text, true),
            set_config('app.educational_peers', coalesce(
              array_agg(r.peer_id) filter (where r.type = 'EDUCATIONAL'), '{}')::text, true),
            set_config('app.supportive_peers', coalesce(
              array_agg(r.peer_id) filter (where r.type = 'SUPPORTIVE'), '{}')::text, true)
       from supervision_relationship r
      where r.organization_id = enter.organization_id and r.supervisor_id = enter.membership_id
        and 'SUPERVISOR' = any (found_session.held_roles) and r.accepted_at is not null and r.starts_on <= enter.today
        and (r.ends_on is null or r.ends_on >= enter.today);
    return next;
  end $$;
  alter function access.enter(bytea, timestamptz, text[], text) owner to alongside_definer;
`

const sessions = /* sql */ `
  -- Into the organization named, else into the one last used, else into the oldest.
  create function access.begin_session(
    p_account_id uuid, p_organization_id uuid, p_token_hash bytea, p_now timestamptz, p_user_agent text, p_address text)
  returns table (expires_at timestamptz) language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into sign_in_session (organization_id, token_hash, account_id, membership_id, created_at, last_seen_at,
                                 confirmed_at, user_agent, last_address, expires_at, idle_minutes)
    select m.organization_id, p_token_hash, m.account_id, m.id, p_now, p_now, p_now, left(p_user_agent, 400), p_address,
           p_now + case when m.roles = array['PEER'] then interval '30 days' else interval '12 hours' end,
           case when m.roles = array['PEER'] then 7 * 24 * 60 when 'ADMIN' = any (m.roles) then 15 else 30 end
      from membership m
      join organization o on o.id = m.organization_id
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where m.account_id = p_account_id and m.disabled_at is null
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date)
       and (p_organization_id is null or m.organization_id = p_organization_id)
     order by (select max(s.created_at) from sign_in_session s
                where s.account_id = m.account_id and s.organization_id = m.organization_id
                  and s.membership_id = m.id) desc nulls last, m.joined_on, m.id limit 1
    returning sign_in_session.expires_at
  $$;

  -- Every organization that the account of this unit of work may sign in to.
  create function access.own_organizations(p_now timestamptz)
  returns table (organization_id uuid, organization_name text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select m.organization_id, o.name, m.roles
      from membership m
      join organization o on o.id = m.organization_id
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where m.account_id = access.account_id() and m.disabled_at is null
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date)
     order by o.name, m.organization_id limit 50
  $$;

  -- A fresh session in another organization of the same account; the one left behind ends. When the password was last
  -- given stays as it was, and so does the day on which it is over at the latest. No row: not signed in, or no such organization.
  create function access.switch_session(
    p_token_hash bytea, p_organization_id uuid, p_new_token_hash bytea, p_now timestamptz, p_user_agent text, p_address text)
  returns table (expires_at timestamptz) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    left_behind record;
  begin
    select s.organization_id as organization, s.id, s.account_id, s.confirmed_at, s.expires_at into left_behind
      from sign_in_session s where s.token_hash = p_token_hash and s.ended_at is null for update;
    if not found then
      return;
    end if;
    perform from access.begin_session(
      left_behind.account_id, p_organization_id, p_new_token_hash, p_now, p_user_agent, p_address);
    if found then
      -- Going to and fro lengthens nothing.
      return query
        update sign_in_session s
           set confirmed_at = left_behind.confirmed_at, expires_at = least(s.expires_at, left_behind.expires_at)
         where s.token_hash = p_new_token_hash returning s.expires_at;
      update sign_in_session s set ended_at = p_now
       where s.organization_id = left_behind.organization and s.id = left_behind.id;
    end if;
  end $$;

  alter function access.begin_session(uuid, uuid, bytea, timestamptz, text, text) owner to alongside_definer;
  alter function access.own_organizations(timestamptz) owner to alongside_definer;
  alter function access.switch_session(bytea, uuid, bytea, timestamptz, text, text) owner to alongside_definer;
`
