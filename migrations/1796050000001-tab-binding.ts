import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Binds what a browser tab sends to the membership that the tab was drawn for. Two tabs share one session cookie: after
 * another person or another organization has signed in, `access.enter` refuses what the older tab sends, before anything
 * is read or written.
 *
 * Error code: AL409 the session belongs to another membership than the page.
 */
export class TabBinding1796050000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, 'access.enter(bytea, timestamptz, text[], text)', boundEnter)
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, 'access.enter(bytea, timestamptz, text[], text, uuid)', unboundEnter)
  }
}

async function replace(runner: QueryRunner, signature: string, replacement: string): Promise<void> {
  await runner.query('grant create on schema access to alongside_definer')
  await runner.query(`drop function ${signature}`)
  await runner.query(replacement)
  await runner.query('revoke create on schema access from alongside_definer')
}

const enter = (parameter: string, check: string): string => /* sql */ `
  create function access.enter(
    p_token_hash bytea, p_now timestamptz, p_required_capabilities text[], p_address text${parameter})
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
${check}    foreach required in array p_required_capabilities loop
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

const boundEnter = enter(
  ', p_membership_id uuid default null',
  /* sql */ `
    -- The membership that the sender's page was drawn for. A token has none, and nobody draws a page for it.
    if found_session.token is null and found_session.membership <> p_membership_id then
      raise exception 'another membership' using errcode = 'AL409';
    end if;
`,
)
const unboundEnter = enter('', '')
