import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The few functions that run with the definer role's rights: `enter`, which every unit of work calls first, and
 * what happens before a tenant is known. Each has a fixed search path and writes its own `organization_id = …`.
 * ValidationErrors: AL401 signed out, AL403 the role lacks the capability, AL429 too many attempts.
 */
export class Doors1795200000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(enter)
    await runner.query(signingIn)
    await runner.query(invitationsAndRecovery)
    await runner.query(/* sql */ `
      alter function access.host_agency_staff_administer_only() owner to alongside_definer;
      revoke create on schema access from alongside_definer;
      revoke execute on function access.create_organization(text, text, text, text, text, text, text, bytea, timestamptz, timestamptz)
        from public;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.enter(bytea, timestamptz, text[]);
      drop function access.count_attempt(text, timestamptz, interval, integer);
      drop function access.find_sign_in(text);
      drop function access.own_password_hash(bytea);
      drop function access.begin_session(uuid, uuid, bytea, timestamptz);
      drop function access.confirm_session(bytea, timestamptz);
      drop function access.end_session(bytea, timestamptz);
      drop function access.end_every_session(bytea, timestamptz);
      drop function access.demo_sign_ins();
      drop function access.find_invitation(bytea, timestamptz);
      drop function access.accept_invitation(bytea, text, text, bytea, boolean, timestamptz);
      drop function access.find_recovery(text, bytea);
      drop function access.replace_password(uuid, text, bytea, timestamptz);
      drop function access.accept_supportive_relationship(uuid);
      drop function access.create_organization(text, text, text, text, text, text, text, bytea, timestamptz, timestamptz);
    `)
  }
}

/** Idle and absolute limits, in minutes: 30 idle / 12 h; admins 15 idle; a peer and nothing else 7 days / 30 days. */
const enter = /* sql */ `
  create function access.enter(p_token_hash bytea, p_now timestamptz, p_demands text[])
  returns table (
    account_id uuid, organization_id uuid, membership_id uuid, roles text[], host_agency_staff boolean,
    display_name text, organization_name text, time_zone text, today date, now timestamptz,
    password_confirmed boolean, password_confirmed_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    found_session record;
    demand text;
  begin
    select s.id, s.account_id as account, s.organization_id as organization, s.membership_id as membership,
           s.last_seen_at, s.confirmed_at, m.roles as held_roles, m.host_agency_id is not null as host_staff,
           m.display_name as member_name, o.name as org_name, o.time_zone as zone
      into found_session
      from sign_in_session s
      join membership m on m.organization_id = s.organization_id and m.id = s.membership_id
      join organization o on o.id = s.organization_id
      join account a on a.id = s.account_id
     where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > p_now
       and s.last_seen_at + make_interval(mins => s.idle_minutes) > p_now
       and m.disabled_at is null and a.disabled_at is null;
    if not found then
      raise exception 'signed out' using errcode = 'AL401';
    end if;
    foreach demand in array p_demands loop
      if not found_session.held_roles && string_to_array(demand, ',') then
        raise exception 'not permitted' using errcode = 'AL403';
      end if;
    end loop;
    if p_now - found_session.last_seen_at > interval '1 minute' then
      update sign_in_session s set last_seen_at = p_now
       where s.organization_id = found_session.organization and s.id = found_session.id;
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
    password_confirmed := found_session.confirmed_at > p_now - interval '30 minutes';
    perform set_config('app.account_id', account_id::text, true),
            set_config('app.organization_id', organization_id::text, true),
            set_config('app.membership_id', membership_id::text, true),
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
        and r.accepted_at is not null and r.starts_on <= enter.today
        and (r.ends_on is null or r.ends_on >= enter.today);
    return next;
  end $$;
  alter function access.enter(bytea, timestamptz, text[]) owner to alongside_definer;
`

const signingIn = /* sql */ `
  -- Returns 0 when the attempt is allowed (and counted), else the seconds until the next one is.
  create function access.count_attempt(p_bucket text, p_now timestamptz, p_window interval, p_allowed integer)
  returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    oldest timestamptz;
    counted integer;
  begin
    perform pg_advisory_xact_lock(hashtextextended(p_bucket, 0));
    delete from sign_in_attempt where bucket = p_bucket and at <= p_now - p_window;
    -- Old tries of others go too, a few at a time: made-up addresses must not fill the table.
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

  create function access.find_sign_in(p_email text) returns table (account_id uuid, password_hash text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id, a.password_hash from account a
     where a.email = p_email and a.disabled_at is null
       and exists (select from membership m where m.account_id = a.id and m.disabled_at is null)
  $$;

  create function access.own_password_hash(p_token_hash bytea) returns table (password_hash text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.password_hash from sign_in_session s join account a on a.id = s.account_id
     where s.token_hash = p_token_hash and s.ended_at is null
  $$;

  -- Into the organization named, else into the one last used, else into the oldest.
  create function access.begin_session(
    p_account_id uuid, p_organization_id uuid, p_token_hash bytea, p_now timestamptz)
  returns table (expires_at timestamptz) language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into sign_in_session (organization_id, token_hash, account_id, membership_id, created_at, last_seen_at,
                                 confirmed_at, expires_at, idle_minutes)
    select m.organization_id, p_token_hash, m.account_id, m.id, p_now, p_now, p_now,
           p_now + case when m.roles = array['PEER'] then interval '30 days' else interval '12 hours' end,
           case when m.roles = array['PEER'] then 7 * 24 * 60 when 'ADMIN' = any (m.roles) then 15 else 30 end
      from membership m
     where m.account_id = p_account_id and m.disabled_at is null
       and (p_organization_id is null or m.organization_id = p_organization_id)
     order by (select max(s.created_at) from sign_in_session s
                where s.account_id = m.account_id and s.organization_id = m.organization_id
                  and s.membership_id = m.id) desc nulls last, m.joined_on, m.id limit 1
    returning sign_in_session.expires_at
  $$;

  create function access.confirm_session(p_token_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update sign_in_session set confirmed_at = p_now, last_seen_at = p_now
     where token_hash = p_token_hash and ended_at is null
  $$;

  create function access.end_session(p_token_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update sign_in_session set ended_at = p_now where token_hash = p_token_hash and ended_at is null
  $$;

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

  alter function access.count_attempt(text, timestamptz, interval, integer) owner to alongside_definer;
  alter function access.find_sign_in(text) owner to alongside_definer;
  alter function access.own_password_hash(bytea) owner to alongside_definer;
  alter function access.begin_session(uuid, uuid, bytea, timestamptz) owner to alongside_definer;
  alter function access.confirm_session(bytea, timestamptz) owner to alongside_definer;
  alter function access.end_session(bytea, timestamptz) owner to alongside_definer;
  alter function access.end_every_session(bytea, timestamptz) owner to alongside_definer;
`

const invitationsAndRecovery = /* sql */ `
  create function access.find_invitation(p_token_hash bytea, p_now timestamptz)
  returns table (email text, display_name text, roles text[], organization_name text, has_account boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select i.email, i.display_name, i.roles, o.name, exists (select from account a where a.email = i.email)
      from invitation i join organization o on o.id = i.organization_id
     where i.token_hash = p_token_hash and i.accepted_at is null and i.expires_at > p_now
  $$;

  -- Makes the account where there is none and the membership; a member of the organization gains the roles. No row:
  -- not open, or the account came or went since the caller looked (then nothing was shown to be the caller's).
  create function access.accept_invitation(
    p_token_hash bytea, p_display_name text, p_password_hash text, p_recovery_hash bytea, p_has_account boolean,
    p_now timestamptz)
  returns table (account_id uuid, organization_id uuid)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    taken record;
    made integer;
  begin
    select i.id, i.organization_id as organization, i.email, i.roles, (p_now at time zone o.time_zone)::date as joined_on
      into taken
      from invitation i join organization o on o.id = i.organization_id
     where i.token_hash = p_token_hash and i.accepted_at is null and i.expires_at > p_now for update of i;
    if not found then
      return;
    end if;
    if p_has_account <> exists (select from account a where a.email = taken.email) then
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
    insert into membership (organization_id, account_id, display_name, roles, joined_on)
    values (taken.organization, accept_invitation.account_id, p_display_name, taken.roles, taken.joined_on)
    on conflict on constraint membership_organization_id_account_id_key do update
      set roles = array(select distinct unnest(membership.roles || excluded.roles) order by 1)
      where membership.host_agency_id is null;
    update invitation i set accepted_at = p_now where i.organization_id = taken.organization and i.id = taken.id;
    return next;
  end $$;

  create function access.find_recovery(p_email text, p_recovery_hash bytea) returns table (account_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id from account a
     where a.email = p_email and a.recovery_code_hash = p_recovery_hash and a.disabled_at is null
       and exists (select from membership m where m.account_id = a.id and m.disabled_at is null)
  $$;

  create function access.replace_password(
    p_account_id uuid, p_password_hash text, p_recovery_hash bytea, p_now timestamptz)
  returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update account set password_hash = p_password_hash, recovery_code_hash = p_recovery_hash where id = p_account_id;
    update sign_in_session set ended_at = p_now where account_id = p_account_id and ended_at is null;
  $$;

  -- Runs as the peer of the unit of work that called it: only they can begin a supportive relationship.
  create function access.accept_supportive_relationship(p_relationship_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with accepted as (
      update supervision_relationship r
         set accepted_at = access.now(), starts_on = greatest(r.starts_on, access.today())
       where r.organization_id = access.organization_id() and r.id = p_relationship_id and r.type = 'SUPPORTIVE'
         and r.peer_id = access.membership_id() and r.accepted_at is null
         and (r.ends_on is null or r.ends_on >= access.today())
      returning r.id)
    select count(*)::integer from accepted
  $$;

  -- For the command line only: the owner makes an organization and the invitation of its first administrator.
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

  -- Demo organizations only: the sign-in page offers their people.
  create function access.demo_sign_ins()
  returns table (email text, display_name text, organization_name text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.email, m.display_name, o.name, m.roles
      from organization o
      join membership m on m.organization_id = o.id
      join account a on a.id = m.account_id
     where o.is_demo order by count(*) over (partition by o.id) desc, m.joined_on, m.display_name limit 60
  $$;

  alter function access.demo_sign_ins() owner to alongside_definer;
  alter function access.find_invitation(bytea, timestamptz) owner to alongside_definer;
  alter function access.accept_invitation(bytea, text, text, bytea, boolean, timestamptz) owner to alongside_definer;
  alter function access.find_recovery(text, bytea) owner to alongside_definer;
  alter function access.replace_password(uuid, text, bytea, timestamptz) owner to alongside_definer;
  alter function access.accept_supportive_relationship(uuid) owner to alongside_definer;
  alter function access.create_organization(text, text, text, text, text, text, text, bytea, timestamptz, timestamptz)
    owner to alongside_definer;
`
