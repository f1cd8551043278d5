import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The secret address under which somebody's calendar program reads their own dates. The address is a password: only its
 * hash is kept, its owner renews and revokes it, and it opens one file and nothing else.
 */
export class CalendarFeeds1797080000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [table, entering]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.enter_with_calendar_feed;
      drop table calendar_feed;
    `)
  }
}

/** When it was last read is not kept: that would be when somebody was last here. */
const table = /* sql */ `
  create table calendar_feed (
    organization_id uuid not null,
    member_id uuid not null,
    token_hash bytea not null constraint calendar_feed_token_hash_length check (octet_length(token_hash) = 32),
    shows_names boolean not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    constraint calendar_feed_pkey primary key (organization_id, member_id),
    constraint calendar_feed_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id)
  );
  create unique index calendar_feed_token_hash on calendar_feed (token_hash);
  call access.enable_tenant_rls('calendar_feed');
  create policy owner_manages on calendar_feed to alongside_app
    using (member_id = (select access.membership_id()));
  create policy definer_access on calendar_feed for select to alongside_definer using (true);
  grant select, insert, update (token_hash, shows_names, created_at, revoked_at) on calendar_feed to alongside_app;
  grant select on calendar_feed to alongside_definer;
`

/** The owner's own rights at this moment, for reading: roles and supervision that ended are gone at the next fetch. */
const entering = /* sql */ `
  create function access.enter_with_calendar_feed(p_token_hash bytea, p_now timestamptz)
  returns table (
    organization_id uuid, membership_id uuid, roles text[], organization_name text, time_zone text, locale text,
    today date, shows_names boolean)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    found_feed record;
  begin
    select f.organization_id as organization, f.member_id as member, f.shows_names as names, m.account_id as account,
           m.roles as held_roles, m.host_agency_id is not null as host_staff, o.name as org_name, o.time_zone as zone,
           coalesce(p.locale, o.locale) as language, (p_now at time zone o.time_zone)::date as day
      into found_feed
      from calendar_feed f
      join membership m on m.organization_id = f.organization_id and m.id = f.member_id and m.disabled_at is null
      join organization o on o.id = f.organization_id
      join account a on a.id = m.account_id and a.disabled_at is null
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
      left join member_preference p on p.organization_id = f.organization_id and p.membership_id = f.member_id
     where f.token_hash = p_token_hash and f.revoked_at is null
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
            or e.returns_on <= (p_now at time zone o.time_zone)::date);
    if not found then
      return;
    end if;
    perform set_config('app.account_id', found_feed.account::text, true),
            set_config('app.organization_id', found_feed.organization::text, true),
            set_config('app.membership_id', found_feed.member::text, true),
            set_config('app.roles', found_feed.held_roles::text, true),
            set_config('app.host_agency_staff', found_feed.host_staff::text, true),
            set_config('app.now', p_now::text, true),
            set_config('app.today', found_feed.day::text, true),
            set_config('app.password_confirmed', 'false', true),
            -- What is closed on a shared device is closed here too.
            set_config('app.is_shared_device', 'true', true),
            set_config('transaction_read_only', 'on', true);
    perform set_config('app.administrative_peers', coalesce(
              array_agg(r.peer_id) filter (where r.type = 'ADMINISTRATIVE'), '{}')::text, true),
            set_config('app.educational_peers', coalesce(
              array_agg(r.peer_id) filter (where r.type = 'EDUCATIONAL'), '{}')::text, true),
            set_config('app.supportive_peers', coalesce(
              array_agg(r.peer_id) filter (where r.type = 'SUPPORTIVE'), '{}')::text, true)
       from supervision_relationship r
      where r.organization_id = found_feed.organization and r.supervisor_id = found_feed.member
        and 'SUPERVISOR' = any (found_feed.held_roles) and r.accepted_at is not null and r.starts_on <= found_feed.day
        and (r.ends_on is null or r.ends_on >= found_feed.day);
    organization_id := found_feed.organization;
    membership_id := found_feed.member;
    roles := found_feed.held_roles;
    organization_name := found_feed.org_name;
    time_zone := found_feed.zone;
    locale := found_feed.language;
    today := found_feed.day;
    shows_names := found_feed.names;
    return next;
  end $$;
  alter function access.enter_with_calendar_feed owner to alongside_definer;
`
