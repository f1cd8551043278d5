import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Figures of crowds (T5): a closed period is frozen once by one listed function that alone may read the answers, and
 * what it publishes is the same for everyone in the organization and never changes.
 */
export class Climate1797150000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [
      settings,
      reflections,
      roster,
      snapshots,
      steps,
      reading,
      blocks,
      publishing,
      freezing,
    ])
      await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.freeze_crowds, access.freeze_roster, access.publish_crowd, access.crowd_blocks,
        access.core_value_answers, access.check_in_answers;
      drop type access.crowd_value;
      revoke select (week_start, week_felt, energy, rest, signs, submitted_at) on weekly_check_in
        from alongside_definer;
      drop table climate_step, crowd_figure, crowd_block, crowd_snapshot, crowd_roster, core_value_reflection,
        climate_setting;
      drop policy definer_finds on reporting_team;
      revoke select (organization_id, id, name) on reporting_team from alongside_definer;
      drop function access.prevent_published_changes, access.only_raise_smallest_group;
    `)
  }
}

const settings = /* sql */ `
  create table climate_setting (
    organization_id uuid not null,
    smallest_group integer not null default 7,
    on_since date,
    revision integer not null default 1,
    constraint climate_setting_pkey primary key (organization_id),
    constraint climate_setting_organization_id_fkey foreign key (organization_id) references organization (id),
    constraint climate_setting_smallest_group_range check (smallest_group between 5 and 50)
  );
  call access.enable_tenant_rls('climate_setting');
  create policy everyone_reads on climate_setting for select to alongside_app
    using (not (select access.is_host_agency_staff()));
  create policy manager_adds on climate_setting for insert to alongside_app
    with check ((select access.has_role('MANAGER')) and (on_since is null or on_since = (select access.today())));
  create policy manager_updates on climate_setting for update to alongside_app
    using ((select access.has_role('MANAGER')));
  create policy definer_access on climate_setting to alongside_definer using (true) with check (true);
  create trigger audit_change after insert or delete or update on climate_setting for each row
    execute function access.audit_change('SETTINGS', '', 'smallest_group,on_since');
  -- With a smaller group, older and newer figures could be compared: it is only ever raised.
  create function access.only_raise_smallest_group() returns trigger language plpgsql as $$
  begin
    if new.smallest_group < old.smallest_group then
      raise check_violation using constraint = 'climate_setting_smallest_group_raised';
    end if;
    if new.on_since is distinct from old.on_since and new.on_since <> access.today() then
      raise check_violation using constraint = 'climate_setting_on_from_today';
    end if;
    return new;
  end $$;
  create trigger only_raise_smallest_group before update on climate_setting for each row
    execute function access.only_raise_smallest_group();
  grant select, insert, update (smallest_group, on_since, revision) on climate_setting to alongside_app;
  -- The lock of a row needs the right to change it.
  grant select, update (revision) on climate_setting to alongside_definer;
`

const reflections = /* sql */ `
  create table core_value_reflection (
    organization_id uuid not null,
    member_id uuid not null,
    starts_on date not null,
    answers smallint[] not null,
    saved_at timestamptz not null,
    constraint core_value_reflection_pkey primary key (organization_id, member_id, starts_on),
    constraint core_value_reflection_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint core_value_reflection_half_year check (
      extract(day from starts_on) = 1 and extract(month from starts_on) in (1, 7)),
    constraint core_value_reflection_answers_known check (
      cardinality(answers) = 12 and 1 <= all (answers) and 5 >= all (answers))
  );
  call access.enable_tenant_rls('core_value_reflection');
  create policy unlocked_on_shared_device on core_value_reflection as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy only_oneself_reads on core_value_reflection for select to alongside_app
    using (member_id = (select access.membership_id()));
  create policy peer_adds on core_value_reflection for insert to alongside_app with check (
    member_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and starts_on = (select date_trunc('month', access.today())::date
      - make_interval(months => (extract(month from access.today())::integer - 1) % 6)));
  create policy peer_updates on core_value_reflection for update to alongside_app using (
    member_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and starts_on > (select access.today() - interval '6 months'));
  create policy definer_finds on core_value_reflection for select to alongside_definer using (true);
  create policy definer_erases on core_value_reflection for delete to alongside_definer using (true);
  grant select, insert, update (answers, saved_at) on core_value_reflection to alongside_app;
  grant select, delete on core_value_reflection to alongside_definer;
`

const roster = /* sql */ `
  create table crowd_roster (
    organization_id uuid not null,
    subject text not null,
    starts_on date not null,
    member_id uuid not null,
    team_id uuid,
    constraint crowd_roster_pkey primary key (organization_id, subject, starts_on, member_id),
    constraint crowd_roster_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint crowd_roster_organization_id_team_id_fkey
      foreign key (organization_id, team_id) references reporting_team (organization_id, id),
    constraint crowd_roster_subject_known check (subject in ('CHECK_IN', 'CORE_VALUES'))
  );
  create policy definer_finds on reporting_team for select to alongside_definer using (true);
  grant select (organization_id, id, name) on reporting_team to alongside_definer;
  call access.enable_tenant_rls('crowd_roster');
  create policy definer_access on crowd_roster to alongside_definer using (true) with check (true);
  grant select, insert, delete on crowd_roster to alongside_definer;
`

const snapshots =
  /* sql */ `
  create table crowd_snapshot (
    organization_id uuid not null,
    id uuid not null,
    subject text not null,
    starts_on date not null,
    ends_on date not null,
    smallest_group integer not null,
    frozen_at timestamptz not null,
    constraint crowd_snapshot_pkey primary key (organization_id, id),
    constraint crowd_snapshot_once unique (organization_id, subject, starts_on),
    constraint crowd_snapshot_organization_id_fkey foreign key (organization_id) references organization (id),
    constraint crowd_snapshot_subject_known check (subject in ('CHECK_IN', 'CORE_VALUES')),
    constraint crowd_snapshot_smallest_group_range check (smallest_group between 5 and 50),
    constraint crowd_snapshot_ends_after_start check (ends_on > starts_on)
  );
  create table crowd_block (
    organization_id uuid not null,
    snapshot_id uuid not null,
    position integer not null,
    kind text not null,
    team_id uuid,
    team_name text,
    count_band text not null,
    constraint crowd_block_pkey primary key (organization_id, snapshot_id, position),
    constraint crowd_block_organization_id_snapshot_id_fkey
      foreign key (organization_id, snapshot_id) references crowd_snapshot (organization_id, id),
    constraint crowd_block_organization_id_team_id_fkey
      foreign key (organization_id, team_id) references reporting_team (organization_id, id),
    constraint crowd_block_kind_known check (kind in ('ORGANIZATION', 'TEAM', 'POOL')),
    constraint crowd_block_organization_first check ((position = 0) = (kind = 'ORGANIZATION')),
    constraint crowd_block_team_of_team check (
      (kind = 'TEAM') = (team_id is not null) and (team_id is null) = (team_name is null)),
    constraint crowd_block_count_band_known check (count_band in ('FROM_5', 'FROM_10', 'FROM_20', 'FROM_50'))
  );
  create table crowd_figure (
    organization_id uuid not null,
    snapshot_id uuid not null,
    position integer not null,
    measure text not null,
    mean numeric(2, 1),
    share text,
    constraint crowd_figure_pkey primary key (organization_id, snapshot_id, position, measure),
    constraint crowd_figure_of_block
      foreign key (organization_id, snapshot_id, position) references crowd_block (organization_id, snapshot_id, position),
    constraint crowd_figure_mean_coarse check (mean between 1.5 and 4.5 and mean * 2 = round(mean * 2)),
    constraint crowd_figure_share_known check (share in ('FEW', 'SOME', 'MANY')),
    constraint crowd_figure_one_of_both check ((mean is null) <> (share is null))
  );
  create function access.prevent_published_changes() returns trigger language plpgsql as $$
  begin
    raise check_violation using constraint = 'published_figures_immutable';
  end $$;
` + ['crowd_snapshot', 'crowd_block', 'crowd_figure'].map(published).join('')

function published(table: string): string {
  return /* sql */ `
  call access.enable_tenant_rls('${table}');
  create policy everyone_reads on ${table} for select to alongside_app
    using (not (select access.is_host_agency_staff()));
  create policy definer_access on ${table} to alongside_definer using (true) with check (true);
  create trigger prevent_published_changes before delete or update or truncate on ${table} for each statement
    execute function access.prevent_published_changes();
  grant select on ${table} to alongside_app;
  grant select, insert on ${table} to alongside_definer;`
}

const steps = /* sql */ `
  create table climate_step (
    organization_id uuid not null,
    id uuid not null,
    snapshot_id uuid not null,
    step text not null,
    line text not null,
    taken_on date not null,
    written_by uuid not null,
    voided_at timestamptz,
    constraint climate_step_pkey primary key (organization_id, id),
    constraint climate_step_organization_id_snapshot_id_fkey
      foreign key (organization_id, snapshot_id) references crowd_snapshot (organization_id, id),
    constraint climate_step_organization_id_written_by_fkey
      foreign key (organization_id, written_by) references membership (organization_id, id),
    constraint climate_step_step_known check (step in ('READ', 'SHARE', 'ACT', 'TELL')),
    constraint climate_step_line_length check (char_length(line) between 1 and 300)
  );
  create index climate_step_organization_id_snapshot_id_idx on climate_step (organization_id, snapshot_id);
  call access.enable_tenant_rls('climate_step');
  create policy everyone_reads on climate_step for select to alongside_app
    using (not (select access.is_host_agency_staff()));
  create policy manager_adds on climate_step for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and written_by = (select access.membership_id())
    and taken_on = (select access.today()) and voided_at is null);
  create policy manager_voids on climate_step for update to alongside_app
    using ((select access.has_role('MANAGER')) and voided_at is null)
    with check (voided_at = (select access.now()));
  grant select, insert, update (voided_at) on climate_step to alongside_app;
`

/** What is read of each person: one value a measure, the median of their own answers. Only the freeze calls these. */
const reading = /* sql */ `
  grant select (week_start, week_felt, energy, rest, signs, submitted_at) on weekly_check_in to alongside_definer;
  create type access.crowd_value as (member_id uuid, team_id uuid, measure text, is_share boolean, value numeric);

  create function access.check_in_answers(p_organization uuid, p_starts date, p_ends date, p_until timestamptz)
  returns setof access.crowd_value language sql stable set search_path = pg_catalog, public, pg_temp as $$
    with answered as (
      select r.member_id, r.team_id, c.week_felt, c.energy, c.rest, c.signs
        from crowd_roster r
        join weekly_check_in c on c.organization_id = r.organization_id and c.peer_id = r.member_id
       where r.organization_id = p_organization and r.subject = 'CHECK_IN' and r.starts_on = p_starts
         and c.week_start between p_starts and p_ends and c.submitted_at < p_until)
    select a.member_id, a.team_id, m.measure, false,
           percentile_cont(0.5) within group (order by m.value)::numeric
      from answered a
      cross join lateral (values ('WEEK_FELT', a.week_felt), ('ENERGY', a.energy), ('REST', a.rest)) m (measure, value)
     where m.value is not null group by 1, 2, 3
    union all
    select a.member_id, a.team_id, s.sign, true,
           percentile_cont(0.5) within group (order by (s.sign = any (a.signs))::integer)::numeric
      from answered a
      cross join unnest(array[
        'ANGER', 'EXHAUSTION', 'NO_JOY', 'NEED_TO_BLAME', 'STOMACH_PAIN', 'LOW_SELF_ESTEEM', 'OFTEN_LATE',
        'HIGH_SELF_EXPECTATIONS', 'LACK_OF_SLEEP', 'FEELING_LOW', 'HOPELESSNESS', 'OVERWORKING',
        'FEELING_OF_FAILURE', 'IRRITABILITY', 'FREQUENT_HEADACHES']) s (sign)
     group by 1, 2, 3
  $$;

  create function access.core_value_answers(p_organization uuid, p_starts date, p_until timestamptz)
  returns setof access.crowd_value language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select r.member_id, r.team_id, v.measure, false, v.answer::numeric
      from crowd_roster r
      join core_value_reflection c on c.organization_id = r.organization_id and c.member_id = r.member_id
       and c.starts_on = r.starts_on
      cross join unnest(c.answers, array[
        'VOLUNTARY', 'HOPEFUL', 'OPEN_MINDED', 'EMPATHETIC', 'RESPECTFUL', 'FACILITATING_CHANGE',
        'HONEST_AND_DIRECT', 'MUTUAL', 'SHARED_POWER', 'STRENGTHS_FOCUSED', 'TRANSPARENT', 'PERSON_DRIVEN'])
        v (answer, measure)
     where r.organization_id = p_organization and r.subject = 'CORE_VALUES' and r.starts_on = p_starts
       and v.answer is not null and c.saved_at < p_until
  $$;
`

const blocks = /* sql */ `
  -- The teams that are a block of their own, given the team of each respondent; null where nothing may be published.
  -- The same steps as shared/src/wellness/crowd-figures/blocks.ts; it knows sizes and ids, and no answer.
  create function access.crowd_blocks(p_teams uuid[], p_smallest integer) returns uuid[]
  language plpgsql immutable set search_path = pg_catalog, public, pg_temp as $$
  declare
    alone uuid[];
    sizes bigint[];
    pooled bigint;
  begin
    select coalesce(array_agg(t.team order by t.size, t.team), '{}'), coalesce(array_agg(t.size order by t.size, t.team), '{}')
      into alone, sizes
      from (select u.team, count(*) as size from unnest(p_teams) u (team) where u.team is not null
             group by u.team having count(*) >= p_smallest) t;
    pooled := cardinality(p_teams) - coalesce((select sum(s) from unnest(sizes) s), 0);
    while pooled between 1 and p_smallest - 1 loop
      if cardinality(alone) = 0 then
        return null;
      end if;
      pooled := pooled + sizes[1];
      alone := alone[2:];
      sizes := sizes[2:];
    end loop;
    return case when cardinality(p_teams) = 0 then null else alone end;
  end $$;
`

const publishing = /* sql */ `
  -- The one way in which a figure of a crowd is ever published, whatever it is about: once, whole, in the given blocks.
  create function access.publish_crowd(
    p_organization uuid, p_subject text, p_starts date, p_ends date, p_smallest integer, p_now timestamptz,
    p_values access.crowd_value[]) returns boolean
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare
    snapshot uuid := gen_random_uuid();
    alone uuid[] := access.crowd_blocks(
      array(select p.team_id from (select distinct v.member_id, v.team_id from unnest(p_values) v) p), p_smallest);
  begin
    insert into crowd_snapshot (organization_id, id, subject, starts_on, ends_on, smallest_group, frozen_at)
    values (p_organization, snapshot, p_subject, p_starts, p_ends, p_smallest, p_now)
    on conflict on constraint crowd_snapshot_once do nothing;
    if not found then
      return false;
    end if;
    if alone is null then
      return true;
    end if;
    insert into crowd_block (organization_id, snapshot_id, position, kind, team_id, team_name, count_band)
    select p_organization, snapshot, b.position, b.kind, b.team_id, t.name,
           case when b.size >= 50 then 'FROM_50' when b.size >= 20 then 'FROM_20' when b.size >= 10 then 'FROM_10'
                else 'FROM_5' end
      from (
        select row_number() over (order by p.team_id nulls last) as position,
               case when p.team_id is null then 'POOL' else 'TEAM' end as kind, p.team_id, count(*) as size
          from (select distinct v.member_id, case when v.team_id = any (alone) then v.team_id end as team_id
                  from unnest(p_values) v) p
         group by p.team_id
        union all
        select 0, 'ORGANIZATION', null, count(distinct v.member_id) from unnest(p_values) v) b
      left join reporting_team t on t.organization_id = p_organization and t.id = b.team_id;
    insert into crowd_figure (organization_id, snapshot_id, position, measure, mean, share)
    with answered as (
      select b.position, v.measure, v.is_share, count(*) as people, sum(v.value) as total,
             count(*) filter (where v.value >= 0.5) as noticed
        from unnest(p_values) v
        join crowd_block b on b.organization_id = p_organization and b.snapshot_id = snapshot and b.position > 0
         and b.team_id is not distinct from (case when v.team_id = any (alone) then v.team_id end)
       group by b.position, v.measure, v.is_share having count(*) >= p_smallest),
    told as (
      select * from answered
      union all
      select 0, a.measure, a.is_share, sum(a.people), sum(a.total), sum(a.noticed)
        from answered a group by a.measure, a.is_share)
    select p_organization, snapshot, t.position, t.measure,
           case when not t.is_share then least(4.5, greatest(1.5, round(2 * t.total / t.people) / 2)) end,
           case when t.is_share then
             case when 3 * t.noticed <= t.people then 'FEW' when 3 * t.noticed > 2 * t.people then 'MANY' else 'SOME' end
           end
      from told t;
    return true;
  end $$;
`

const freezing = /* sql */ `
  -- Who counts in a period: the peers who were there on its first day, in their team of then. Joiners count from the next.
  create function access.freeze_roster(p_organization uuid, p_subject text, p_starts date, p_on_since date)
  returns void language sql set search_path = pg_catalog, public, pg_temp as $$
    insert into crowd_roster (organization_id, subject, starts_on, member_id, team_id)
    select m.organization_id, p_subject, p_starts, m.id, e.team_id
      from membership m
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where m.organization_id = p_organization and p_on_since <= p_starts and 'PEER' = any (m.roles)
       and m.account_id is not null and m.disabled_at is null and m.joined_on <= p_starts
       and (e.leaves_on is null or e.leaves_on >= p_starts or e.returns_on <= p_starts)
       and not exists (
         select from crowd_roster r
          where r.organization_id = p_organization and r.subject = p_subject and r.starts_on = p_starts)
       and not exists (
         select from crowd_snapshot s
          where s.organization_id = p_organization and s.subject = p_subject and s.starts_on = p_starts)
  $$;

  -- Freezes rosters of periods that began, and publishes those whose days of grace are over, each once.
  create function access.freeze_crowds(p_now timestamptz) returns integer
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
  alter function access.freeze_crowds owner to alongside_definer;
`
