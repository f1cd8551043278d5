import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * How often each cause of a flag comes up in a quarter, in the blocks of the climate and by the same function: those who
 * count are the peers with a flag, and nothing is published of fewer than the smallest group.
 */
export class FlagCausesOfCrowds1797230000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [subjects("'CHECK_IN', 'CORE_VALUES', 'FLAG_CAUSES'"), reading, freezing])
      await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  /** Quarters that were published stay: going back is possible only without them. */
  async down(runner: QueryRunner): Promise<void> {
    for (const step of [
      before,
      /* sql */ `
        drop function access.flag_causes;
        delete from crowd_roster where subject = 'FLAG_CAUSES';
        revoke select (cause, raised_at) on drift_flag from alongside_definer;`,
      subjects("'CHECK_IN', 'CORE_VALUES'"),
    ])
      await runner.query(step)
  }
}

const subjects = (known: string): string => /* sql */ `
  alter table crowd_roster drop constraint crowd_roster_subject_known;
  alter table crowd_roster add constraint crowd_roster_subject_known check (subject in (${known}));
  alter table crowd_snapshot drop constraint crowd_snapshot_subject_known;
  alter table crowd_snapshot add constraint crowd_snapshot_subject_known check (subject in (${known}));
`

/** One value a peer with a flag and cause: whether a flag of theirs came from there. Only the freeze calls it. */
const reading = /* sql */ `
  grant select (cause, raised_at) on drift_flag to alongside_definer;
  -- A flag that its peer has not seen counts for nothing (T4), nor one that turned out to be part of the role.
  create function access.flag_causes(p_organization uuid, p_starts date, p_ends date, p_until timestamptz)
  returns setof access.crowd_value language sql stable set search_path = pg_catalog, public, pg_temp as $$
    with flagged as (
      select r.member_id, r.team_id, array_agg(f.cause) as causes
        from crowd_roster r
        join organization o on o.id = r.organization_id
        join drift_flag f on f.organization_id = r.organization_id and f.peer_id = r.member_id
       where r.organization_id = p_organization and r.subject = 'FLAG_CAUSES' and r.starts_on = p_starts
         and (f.raised_at at time zone o.time_zone)::date between p_starts and p_ends
         and f.opened_at < p_until and f.status <> 'NOT_DRIFT'
       group by r.member_id, r.team_id)
    select f.member_id, f.team_id, c.cause, true, (c.cause = any (f.causes))::integer::numeric
      from flagged f
      cross join unnest(array['OWN_PRACTICE', 'ASSIGNED_WORK', 'AGENCY_POLICY', 'STRUCTURE']) c (cause)
  $$;
`

const freezing = /* sql */ `
  create or replace function access.freeze_crowds(p_now timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    house record;
    due record;
    until timestamptz;
    done integer := 0;
  begin
    if access.organization_id() is not null then
      return 0;
    end if;
    for house in
      select s.organization_id, s.smallest_group, s.on_since, o.time_zone, (p_now at time zone o.time_zone)::date as today
        from climate_setting s join organization o on o.id = s.organization_id
       where s.on_since is not null order by s.organization_id for update of s skip locked
    loop
      -- Switched off and on again: what began before counts for nothing.
      delete from crowd_roster r where r.organization_id = house.organization_id and r.starts_on < house.on_since;
      perform access.freeze_roster(
        house.organization_id, 'CHECK_IN', date_trunc('month', house.today)::date, house.on_since);
      perform access.freeze_roster(
        house.organization_id, 'CORE_VALUES',
        (date_trunc('month', house.today)
          - make_interval(months => (extract(month from house.today)::integer - 1) % 6))::date, house.on_since);
      perform access.freeze_roster(
        house.organization_id, 'FLAG_CAUSES', date_trunc('quarter', house.today)::date, house.on_since);
      for due in
        select p.subject, p.starts_on, p.ends_on
          from (select distinct r.subject, r.starts_on,
                       (r.starts_on + make_interval(months => case r.subject when 'CORE_VALUES' then 6 when 'FLAG_CAUSES' then 3 else 1 end))::date
                         - 1 as ends_on
                  from crowd_roster r where r.organization_id = house.organization_id) p
         where p.ends_on + 4 <= house.today
         order by p.subject, p.starts_on
      loop
        until := (due.ends_on + 4)::timestamp at time zone house.time_zone;
        if access.publish_crowd(
          house.organization_id, due.subject, due.starts_on, due.ends_on, house.smallest_group, p_now,
          case due.subject
            when 'CHECK_IN' then array(
              select v from access.check_in_answers(house.organization_id, due.starts_on, due.ends_on, until) v)
            when 'FLAG_CAUSES' then array(
              select v from access.flag_causes(house.organization_id, due.starts_on, due.ends_on, until) v)
            else array(select v from access.core_value_answers(house.organization_id, due.starts_on, until) v) end)
        then
          done := done + 1;
        end if;
        delete from crowd_roster r
         where r.organization_id = house.organization_id and r.subject = due.subject and r.starts_on = due.starts_on;
      end loop;
    end loop;
    return done;
  end $$;
`

const before = /* sql */ `
  create or replace function access.freeze_crowds(p_now timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    house record;
    due record;
    until timestamptz;
    done integer := 0;
  begin
    if access.organization_id() is not null then
      return 0;
    end if;
    for house in
      select s.organization_id, s.smallest_group, s.on_since, o.time_zone, (p_now at time zone o.time_zone)::date as today
        from climate_setting s join organization o on o.id = s.organization_id
       where s.on_since is not null order by s.organization_id for update of s skip locked
    loop
      -- Switched off and on again: what began before counts for nothing.
      delete from crowd_roster r where r.organization_id = house.organization_id and r.starts_on < house.on_since;
      perform access.freeze_roster(
        house.organization_id, 'CHECK_IN', date_trunc('month', house.today)::date, house.on_since);
      perform access.freeze_roster(
        house.organization_id, 'CORE_VALUES',
        (date_trunc('month', house.today)
          - make_interval(months => (extract(month from house.today)::integer - 1) % 6))::date, house.on_since);
      for due in
        select p.subject, p.starts_on, p.ends_on
          from (select distinct r.subject, r.starts_on,
                       (r.starts_on + make_interval(months => case r.subject when 'CORE_VALUES' then 6 else 1 end))::date
                         - 1 as ends_on
                  from crowd_roster r where r.organization_id = house.organization_id) p
         where p.ends_on + 4 <= house.today
         order by p.subject, p.starts_on
      loop
        until := (due.ends_on + 4)::timestamp at time zone house.time_zone;
        if access.publish_crowd(
          house.organization_id, due.subject, due.starts_on, due.ends_on, house.smallest_group, p_now,
          case due.subject
            when 'CHECK_IN' then array(
              select v from access.check_in_answers(house.organization_id, due.starts_on, due.ends_on, until) v)
            else array(select v from access.core_value_answers(house.organization_id, due.starts_on, until) v) end)
        then
          done := done + 1;
        end if;
        delete from crowd_roster r
         where r.organization_id = house.organization_id and r.subject = due.subject and r.starts_on = due.starts_on;
      end loop;
    end loop;
    return done;
  end $$;
`
