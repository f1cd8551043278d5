import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Sign-in sessions and API tokens. `access.enter` is the first statement of every unit of work: it reads who is asking
 * and sets the session variables that the policies read. The other functions run where no organization is known yet.
 *
 * All of them are SECURITY DEFINER functions of alongside_definer. Each has a fixed search path and restricts itself to
 * one organization, because the policies of that role let everything through.
 *
 * Error codes: AL401 not signed in, AL403 the role or the token lacks the capability.
 */
export class SignInAndSessions1795200000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [tables, enter, signingIn, sessions, tokens, accessEnds]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger revoke_access_on_return on employment; drop trigger end_sessions_on_role_change on membership;
      drop function access.revoke_access_on_return, access.end_sessions_on_role_change, access.count_token_request,
        access.end_every_session, access.end_session, access.confirm_session, access.switch_session,
        access.begin_session, access.demo_sign_ins, access.find_sign_in, access.count_attempt, access.enter;
      drop table api_token, sign_in_attempt, sign_in_session;
    `)
  }
}

const tables = /* sql */ `
  create table sign_in_session (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    token_hash bytea not null,
    account_id uuid not null,
    membership_id uuid not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    confirmed_at timestamptz not null,
    expires_at timestamptz not null,
    idle_minutes integer not null,
    ended_at timestamptz,
    user_agent text constraint sign_in_session_user_agent_length check (char_length(user_agent) <= 400),
    last_address text,
    constraint sign_in_session_pkey primary key (organization_id, id),
    constraint sign_in_session_token_hash_key unique (token_hash),
    constraint sign_in_session_account_id_fkey foreign key (account_id) references account (id),
    constraint sign_in_session_organization_id_membership_id_fkey
      foreign key (organization_id, membership_id) references membership (organization_id, id)
  );
  create index sign_in_session_account_id_idx on sign_in_session (account_id);
  create index sign_in_session_organization_id_membership_id_idx on sign_in_session (organization_id, membership_id);
  call access.enable_tenant_rls('sign_in_session');
  create policy definer_access on sign_in_session to alongside_definer using (true) with check (true);
  grant select, insert, update on sign_in_session to alongside_definer;

  create table sign_in_attempt (
    bucket text not null,
    at timestamptz not null,
    id uuid not null default gen_random_uuid(),
    constraint sign_in_attempt_pkey primary key (bucket, at, id)
  );
  create index sign_in_attempt_at_idx on sign_in_attempt (at);
  alter table sign_in_attempt enable row level security;
  alter table sign_in_attempt force row level security;
  create policy definer_access on sign_in_attempt to alongside_definer using (true) with check (true);
  grant select, insert, update, delete on sign_in_attempt to alongside_definer;

  -- A token reads with the office roles given to it, each only for as long as its maker holds that role too.
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
    counted_from timestamptz,
    counted integer not null default 0,
    constraint api_token_pkey primary key (organization_id, id),
    constraint api_token_token_hash_key unique (token_hash),
    constraint api_token_organization_id_made_by_fkey
      foreign key (organization_id, made_by) references membership (organization_id, id),
    constraint api_token_expires_within_a_year check (expires_at > made_at and expires_at <= made_at + interval '367 days')
  );
  call access.enable_tenant_rls('api_token');
  create policy office_reads on api_token for select to alongside_app using (
    (select access.has_role('ADMIN')) or (select access.has_role('AUDITOR')) or made_by = (select access.membership_id()));
  create policy office_adds on api_token for insert to alongside_app with check (
    made_by = (select access.membership_id()) and revoked_at is null
    and ('MANAGER' <> all (roles) or (select access.has_role('MANAGER')))
    and ('AUDITOR' <> all (roles) or (select access.has_role('AUDITOR')))
    and ('ADMIN' <> all (roles) or (select access.has_role('ADMIN'))));
  create policy office_revokes on api_token for update to alongside_app using (
    (select access.has_role('ADMIN')) or made_by = (select access.membership_id()));
  create policy definer_access on api_token to alongside_definer using (true) with check (true);
  grant select (organization_id, id, name, capabilities, roles, made_by, made_at, expires_at, revoked_at, last_used_at),
    insert, update (revoked_at) on api_token to alongside_app;
  grant select, update on api_token to alongside_definer;
  create trigger audit_change after insert or update or delete on api_token for each row
    execute function access.audit_change('INTEGRATION', '', 'name,capabilities,expires_at,revoked_at');
`

/**
 * A required capability is passed as `capability:ROLE,ROLE`. A session needs one of the roles; a token needs the
 * capability by name, and one of the roles that its maker still holds. A token has no membership, so that no row is its own.
 */
const enter = /* sql */ `
  create function access.enter(p_token_hash bytea, p_now timestamptz, p_required_capabilities text[], p_address text)
  returns table (
    account_id uuid, organization_id uuid, membership_id uuid, roles text[], host_agency_staff boolean,
    display_name text, organization_name text, time_zone text, today date, now timestamptz,
    password_confirmed boolean, password_confirmed_at timestamptz, api_token_id uuid)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    found_session record;
    required text;
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
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
            or e.returns_on <= (p_now at time zone o.time_zone)::date);
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
         and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
              or e.returns_on <= (p_now at time zone o.time_zone)::date);
      if not found then
        raise exception 'signed out' using errcode = 'AL401';
      end if;
    end if;
    foreach required in array p_required_capabilities loop
      if not found_session.held_roles && string_to_array(split_part(required, ':', 2), ',')
         or found_session.token is not null
            and not coalesce(split_part(required, ':', 1) = any (found_session.capabilities), false) then
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
  alter function access.enter owner to alongside_definer;
`

const signingIn = /* sql */ `
  -- Returns 0 when the attempt is allowed (and counts it), else the seconds until the next one is.
  create function access.count_attempt(p_bucket text, p_now timestamptz, p_window interval, p_allowed integer)
  returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    oldest timestamptz;
    counted integer;
  begin
    perform pg_advisory_xact_lock(hashtextextended(p_bucket, 0));
    delete from sign_in_attempt where bucket = p_bucket and at <= p_now - p_window;
    -- Old attempts on other addresses are deleted too, a few at a time: invented addresses must not fill the table.
    delete from sign_in_attempt old using (
      select bucket, at, id from sign_in_attempt where at < p_now - interval '2 days' limit 50 for update skip locked) gone
     where old.bucket = gone.bucket and old.at = gone.at and old.id = gone.id;
    select count(*), min(at) into counted, oldest from sign_in_attempt where bucket = p_bucket;
    if counted >= p_allowed then
      return greatest(1, ceil(extract(epoch from oldest + p_window - p_now)))::integer;
    end if;
    insert into sign_in_attempt (bucket, at) values (p_bucket, p_now);
    return 0;
  end $$;
  alter function access.count_attempt owner to alongside_definer;

  create function access.find_sign_in(p_email text) returns table (account_id uuid, password_hash text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id, a.password_hash from account a
     where a.email = p_email and a.disabled_at is null
       and exists (select from membership m where m.account_id = a.id and m.disabled_at is null)
  $$;
  alter function access.find_sign_in owner to alongside_definer;

  -- The sign-in page offers the people of demo organizations, and of no others.
  create function access.demo_sign_ins()
  returns table (email text, display_name text, organization_name text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.email, m.display_name, o.name, m.roles
      from organization o
      join membership m on m.organization_id = o.id
      join account a on a.id = m.account_id
     where o.is_demo order by count(*) over (partition by o.id) desc, m.joined_on, m.display_name limit 60
  $$;
  alter function access.demo_sign_ins owner to alongside_definer;
`

/**
 * Idle and absolute limits: 30 minutes and 12 hours; an admin 15 minutes and 12 hours; somebody who is only a peer
 * 7 days and 30 days.
 */
const sessions = /* sql */ `
  -- Signs in to the organization named, else to the one used last, else to the one joined first.
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
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
            or e.returns_on <= (p_now at time zone o.time_zone)::date)
       and (p_organization_id is null or m.organization_id = p_organization_id)
     order by (select max(s.created_at) from sign_in_session s
                where s.account_id = m.account_id and s.organization_id = m.organization_id
                  and s.membership_id = m.id) desc nulls last, m.joined_on, m.id limit 1
    returning sign_in_session.expires_at
  $$;
  alter function access.begin_session owner to alongside_definer;

  -- Begins a session in another organization of the same account and ends the one before. Neither the confirmation of
  -- the password nor the absolute limit is extended. Returns no row when nobody is signed in or there is no such
  -- organization.
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
      return query
        update sign_in_session s
           set confirmed_at = left_behind.confirmed_at, expires_at = least(s.expires_at, left_behind.expires_at)
         where s.token_hash = p_new_token_hash returning s.expires_at;
      update sign_in_session s set ended_at = p_now
       where s.organization_id = left_behind.organization and s.id = left_behind.id;
    end if;
  end $$;
  alter function access.switch_session owner to alongside_definer;

  create function access.confirm_session(p_token_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update sign_in_session set confirmed_at = p_now, last_seen_at = p_now
     where token_hash = p_token_hash and ended_at is null
  $$;
  alter function access.confirm_session owner to alongside_definer;

  create function access.end_session(p_token_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update sign_in_session set ended_at = p_now where token_hash = p_token_hash and ended_at is null
  $$;
  alter function access.end_session owner to alongside_definer;

  create function access.end_every_session(p_token_hash bytea, p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with ended as (
      update sign_in_session s set ended_at = p_now
        from sign_in_session mine
       where mine.token_hash = p_token_hash and mine.ended_at is null
         and s.account_id = mine.account_id and s.ended_at is null and s.expires_at > p_now
      returning s.id)
    select count(*)::integer from ended
  $$;
  alter function access.end_every_session owner to alongside_definer;
`

const tokens = /* sql */ `
  -- Counts one request of a token in windows that begin with their first request. Returns null when there is no such
  -- token, 0 when the request is allowed, else the seconds until the window ends.
  create function access.count_token_request(
    p_token_hash bytea, p_now timestamptz, p_window interval, p_allowed integer)
  returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    used record;
  begin
    update api_token t
       set counted = case when t.counted_from > p_now - p_window then t.counted + 1 else 1 end,
           counted_from = case when t.counted_from > p_now - p_window then t.counted_from else p_now end
     where t.token_hash = p_token_hash and t.revoked_at is null and t.expires_at > p_now
    returning t.counted, t.counted_from into used;
    if not found then
      return null;
    end if;
    return case when used.counted <= p_allowed then 0
                else greatest(1, ceil(extract(epoch from used.counted_from + p_window - p_now)))::integer end;
  end $$;
  alter function access.count_token_request owner to alongside_definer;
`

const accessEnds = /* sql */ `
  -- Ends every session in the organization when a member is disabled or is given a new role, which needs a fresh
  -- sign-in. A lost role needs nothing: access.enter reads the roles of the membership.
  create function access.end_sessions_on_role_change() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if new.disabled_at is not null and old.disabled_at is null or not new.roles <@ old.roles then
      update sign_in_session s set ended_at = coalesce(access.now(), now())
       where s.organization_id = new.organization_id and s.membership_id = new.id and s.ended_at is null;
    end if;
    return null;
  end $$;
  alter function access.end_sessions_on_role_change owner to alongside_definer;
  create trigger end_sessions_on_role_change after update of roles, disabled_at on membership
    for each row execute function access.end_sessions_on_role_change();

  -- Somebody who returns signs in again: the sessions and tokens from before they left are not valid any more.
  create function access.revoke_access_on_return() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update sign_in_session s set ended_at = coalesce(access.now(), now())
     where s.organization_id = new.organization_id and s.membership_id = new.member_id and s.ended_at is null;
    update api_token t set revoked_at = coalesce(access.now(), now())
     where t.organization_id = new.organization_id and t.made_by = new.member_id and t.revoked_at is null;
    return null;
  end $$;
  alter function access.revoke_access_on_return owner to alongside_definer;
  create trigger revoke_access_on_return after update of returns_on on employment for each row
    when (old.returns_on is null and new.returns_on is not null) execute function access.revoke_access_on_return();
`
