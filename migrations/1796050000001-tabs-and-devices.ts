import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Two facts about the browser behind a session.
 *
 * For which membership a tab was drawn: two tabs share one session cookie. After another person or another organization
 * has signed in, `access.enter` refuses what the older tab sends, before anything is read or written.
 *
 * Whose device it is: on a shared one a session is short (15 minutes idle, 12 hours at most, also for somebody who is
 * only a peer), and what is private asks for a password of the last 10 minutes.
 *
 * Error codes: AL409 the session belongs to another membership than the page, AL428 the password is needed first.
 */
export class TabsAndDevices1796050000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(device)
    await replaceFunctions(runner, true)
    await runner.query(unlocking)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      PRIVATE_TABLES.map((table) => `drop policy unlocked_on_shared_device on ${table};`).join('\n'),
    )
    await runner.query('drop function access.is_unlocked')
    await replaceFunctions(runner, false)
    await runner.query('alter table sign_in_session drop column is_shared_device')
  }
}

/** What a person expects nobody at a shared computer to find open: check-ins, supportive notes, flags. */
const PRIVATE_TABLES = [
  'weekly_check_in',
  'supportive_note',
  'drift_flag',
  'drift_flag_response',
  'drift_flag_step',
]

const device = /* sql */ `
  alter table sign_in_session add column is_shared_device boolean not null default false,
    add constraint sign_in_session_shared_is_short check (
      not is_shared_device or (idle_minutes <= 15 and expires_at <= created_at + interval '12 hours'));
`

const unlocking = /* sql */ `
  create function access.is_unlocked() returns boolean language sql stable as $$
    select coalesce(nullif(current_setting('app.is_shared_device', true), '')::boolean, false) is false
           or access.password_confirmed()
  $$;
  ${PRIVATE_TABLES.map(
    (table) => `create policy unlocked_on_shared_device on ${table} as restrictive for select to alongside_app
      using ((select access.is_unlocked()));`,
  ).join('\n')}
`

async function replaceFunctions(runner: QueryRunner, isNew: boolean): Promise<void> {
  await runner.query('grant create on schema access to alongside_definer')
  await runner.query(
    'drop function access.enter, access.begin_session, access.switch_session, access.own_sessions',
  )
  for (const create of [enter, beginSession, switchSession, ownSessions]) await runner.query(create(isNew))
  await runner.query('revoke create on schema access from alongside_definer')
}

const only = (isNew: boolean, text: string): string => (isNew ? text : '')

const enter = (isNew: boolean): string => /* sql */ `
  create function access.enter(
    p_token_hash bytea, p_now timestamptz, p_required_capabilities text[], p_address text${only(isNew, `, p_membership_id uuid default null`)})
  returns table (
    account_id uuid, organization_id uuid, membership_id uuid, roles text[], host_agency_staff boolean,
    display_name text, organization_name text, time_zone text, today date, now timestamptz,
    password_confirmed boolean, password_confirmed_at timestamptz, api_token_id uuid${only(
      isNew,
      `,
    is_shared_device boolean`,
    )})
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    found_session record;
    required text;
  begin
    select s.id, s.account_id as account, s.organization_id as organization, s.membership_id as membership,
           s.last_seen_at, s.confirmed_at, ${only(isNew, `s.is_shared_device as is_shared, `)}m.roles as held_roles, m.host_agency_id is not null as host_staff,
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
${only(
  isNew,
  `             false as is_shared,
`,
)}             array(select unnest(t.roles) intersect select unnest(m.roles)) as held_roles, false as host_staff,
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
${only(
  isNew,
  `    -- The membership that the sender's page was drawn for. A token has none, and no page was drawn for it.
    if found_session.token is null and found_session.membership <> p_membership_id then
      raise exception 'another membership' using errcode = 'AL409';
    end if;
    -- On a shared device a confirmation does not last as long: somebody else may sit there next.
    password_confirmed := coalesce(found_session.confirmed_at > p_now - make_interval(
      mins => case when found_session.is_shared then 10 else 30 end), false);
`,
)}    foreach required in array p_required_capabilities loop
      if not found_session.held_roles && string_to_array(split_part(required, ':', 2), ',')
         or found_session.token is not null
            and not coalesce(split_part(required, ':', 1) = any (found_session.capabilities), false) then
        raise exception 'not permitted' using errcode = 'AL403';
      end if;
${only(
  isNew,
  `      if split_part(required, ':', 3) = 'PRIVATE' and found_session.is_shared and not password_confirmed then
        raise exception 'password needed' using errcode = 'AL428';
      end if;
`,
)}    end loop;
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
${
  isNew
    ? `    is_shared_device := found_session.is_shared;
`
    : `    password_confirmed := coalesce(found_session.confirmed_at > p_now - interval '30 minutes', false);
`
}    api_token_id := found_session.token;
    perform set_config('app.account_id', coalesce(account_id::text, ''), true),
            set_config('app.organization_id', organization_id::text, true),
            set_config('app.membership_id', coalesce(membership_id::text, ''), true),
            set_config('app.roles', roles::text, true),
            set_config('app.host_agency_staff', host_agency_staff::text, true),
            set_config('app.now', p_now::text, true),
            set_config('app.today', today::text, true),
            set_config('app.password_confirmed', password_confirmed::text, true)${only(
              isNew,
              `,
            set_config('app.is_shared_device', is_shared_device::text, true)`,
            )};
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

/**
 * Idle and absolute limits: 15 minutes and 12 hours on a shared device and for an admin; 30 minutes and 12 hours;
 * somebody who is only a peer, on a device of their own, 7 days and 30 days.
 */
const beginSession = (isNew: boolean): string => /* sql */ `
  -- Signs in to the organization named, else to the one used last, else to the one joined first.
  create function access.begin_session(
    p_account_id uuid, p_organization_id uuid, p_token_hash bytea, p_now timestamptz, p_user_agent text, p_address text${only(
      isNew,
      `,
    p_is_shared_device boolean`,
    )})
  returns table (expires_at timestamptz) language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into sign_in_session (organization_id, token_hash, account_id, membership_id, created_at, last_seen_at,
                                 confirmed_at, user_agent, last_address, ${only(isNew, `is_shared_device, `)}expires_at, idle_minutes)
    select m.organization_id, p_token_hash, m.account_id, m.id, p_now, p_now, p_now, left(p_user_agent, 400), p_address,
${only(
  isNew,
  `           p_is_shared_device,
`,
)}           p_now + case when ${only(isNew, `not p_is_shared_device and `)}m.roles = array['PEER'] then interval '30 days' else interval '12 hours' end,
           case ${only(isNew, `when p_is_shared_device then 15 `)}when m.roles = array['PEER'] then 7 * 24 * 60 when 'ADMIN' = any (m.roles) then 15 else 30 end
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
`

const switchSession = (isNew: boolean): string => /* sql */ `
  create function access.switch_session(
    p_token_hash bytea, p_organization_id uuid, p_new_token_hash bytea, p_now timestamptz, p_user_agent text, p_address text)
  returns table (expires_at timestamptz) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    left_behind record;
  begin
    select s.organization_id as organization, s.id, s.account_id, s.confirmed_at, s.expires_at${only(isNew, `, s.is_shared_device as is_shared`)}
      into left_behind
      from sign_in_session s where s.token_hash = p_token_hash and s.ended_at is null for update;
    if not found then
      return;
    end if;
    perform from access.begin_session(
      left_behind.account_id, p_organization_id, p_new_token_hash, p_now, p_user_agent, p_address${only(isNew, `, left_behind.is_shared`)});
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
`

const ownSessions = (isNew: boolean): string => /* sql */ `
  create function access.own_sessions(p_token_hash bytea)
  returns table (
    id uuid, organization_name text, user_agent text, last_address text, created_at timestamptz,
    last_seen_at timestamptz, is_this_one boolean${only(isNew, `, is_shared_device boolean`)})
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.id, o.name, s.user_agent, s.last_address, s.created_at, s.last_seen_at, s.token_hash = p_token_hash${only(isNew, `, s.is_shared_device`)}
      from sign_in_session s
      join organization o on o.id = s.organization_id
     where s.account_id = access.account_id() and s.ended_at is null and s.expires_at > access.now()
       and s.last_seen_at + make_interval(mins => s.idle_minutes) > access.now()
     order by s.token_hash = p_token_hash desc, s.last_seen_at desc, s.id limit 100
  $$;
  alter function access.own_sessions owner to alongside_definer;
`
