import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What happens to a placement over time: caseload counts, leave, leaving with a day; and the host agencies with their
 * contacts and data-sharing agreements. Placements of one peer stay possible: never twice at one agency on one day,
 * never more than one full-time share in all.
 */
export class PeersAtWork1795300000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(placements)
    await runner.query(caseloadCounts)
    await runner.query(leave)
    await runner.query(leaving)
    await runner.query(agencies)
    for (const [table, area, person, kept] of AUDITED)
      await runner.query(
        `create trigger audit_change after insert or update or delete on ${table} for each row
           execute function access.audit_change('${area}', '${person}', '${kept}')`,
      )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table data_sharing_agreement; drop table host_agency_contact;
      revoke insert, update (name, kind, state, sequential_intercept, deflection_pathway, revision) on host_agency
        from alongside_app;
      drop policy office_makes on host_agency; drop policy office_changes on host_agency;
      alter table host_agency drop column revision;

      drop trigger an_admin_does_not_leave_last on employment; drop function access.an_admin_does_not_leave_last();
      drop trigger an_end_is_never_taken_back on supervision_relationship;
      drop function access.an_end_is_taken_back_with_leaving_only();
      revoke update (ends_with_leaving, ends_on_otherwise) on supervision_relationship from alongside_app;
      alter table supervision_relationship drop column ends_with_leaving, drop column ends_on_otherwise;
      create trigger an_end_is_never_taken_back before update of ends_on on supervision_relationship
        for each row execute function access.an_end_is_never_taken_back();

      drop table leave_period;
      drop table caseload_count; drop function access.latest_count_stands_on_placement();

      drop trigger placements_fit_together on placement; drop function access.placements_fit_together();
      revoke update (host_agency_id, job_title, starts_on, ends_on, full_time_share, ends_with_leaving,
        ends_on_otherwise, revision) on placement from alongside_app;
      alter table placement drop constraint placement_organization_id_id_peer_id_key,
        drop column ends_with_leaving, drop column ends_on_otherwise, drop column revision;
      update placement set ends_on = starts_on where ends_on < starts_on;
      alter table placement drop constraint placement_ends_after_start;
      alter table placement add constraint placement_ends_after_start check (ends_on >= starts_on);
    `)
  }
}

const AUDITED = [
  ['caseload_count', 'PEOPLE', 'peer_id', 'placement_id,counted_on,people'],
  ['leave_period', 'PEOPLE', 'peer_id', 'starts_on,ends_on,removed_at'],
  ['host_agency_contact', 'SETTINGS', '', 'host_agency_id,removed_at'],
  ['data_sharing_agreement', 'AGREEMENT', '', 'host_agency_id,starts_on,ends_on'],
] as const

const placements = /* sql */ `
  alter table placement
    add column revision integer not null default 1,
    add column ends_with_leaving boolean not null default false,
    add column ends_on_otherwise date,
    add constraint placement_organization_id_id_peer_id_key unique (organization_id, id, peer_id),
    drop constraint placement_ends_after_start;
  -- The day before its first: it never took place.
  alter table placement add constraint placement_ends_after_start check (ends_on >= starts_on - 1);
  grant update (host_agency_id, job_title, starts_on, ends_on, full_time_share, ends_with_leaving, ends_on_otherwise,
    revision) on placement to alongside_app;

  -- After the row's own walls. The peer's column grant is as wide as the manager's, so that what they change is held
  -- to their caseload here. Two managers at once: the second waits for the first, and sees what the first placed.
  create function access.placements_fit_together() returns trigger language plpgsql as $$
  declare
    -- Half open, so that one that never took place is empty.
    days daterange := daterange(new.starts_on, new.ends_on + 1, '[)');
  begin
    if tg_op = 'UPDATE' then
      if to_jsonb(new) - 'caseload_size' = to_jsonb(old) - 'caseload_size' then
        return null;
      elsif access.membership_id() is not null and not access.has_role('MANAGER') then
        raise insufficient_privilege using message = 'only a manager places';
      end if;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('placements of ' || new.peer_id, 0));
    if exists (
      select from placement p
       where p.organization_id = new.organization_id and p.peer_id = new.peer_id and p.id <> new.id
         and p.host_agency_id = new.host_agency_id and daterange(p.starts_on, p.ends_on + 1, '[)') && days) then
      raise check_violation using constraint = 'placement_overlaps';
    end if;
    -- The sum can only grow on the first day of a placement.
    if exists (
      select from (
        select new.starts_on as day where not isempty(days)
        union select p.starts_on from placement p
         where p.organization_id = new.organization_id and p.peer_id = new.peer_id and p.id <> new.id
           and days @> p.starts_on) first
       where new.full_time_share + (
         select coalesce(sum(p.full_time_share), 0) from placement p
          where p.organization_id = new.organization_id and p.peer_id = new.peer_id and p.id <> new.id
            and daterange(p.starts_on, p.ends_on + 1, '[)') @> first.day) > 1) then
      raise check_violation using constraint = 'placement_more_than_full_time';
    end if;
    return null;
  end $$;
  create trigger placements_fit_together after insert or update on placement
    for each row execute function access.placements_fit_together();
`

const caseloadCounts = /* sql */ `
  create table caseload_count (
    organization_id uuid not null,
    placement_id uuid not null,
    counted_on date not null,
    peer_id uuid not null,
    people integer not null constraint caseload_count_people_range check (people between 0 and 500),
    entered_by uuid not null,
    entered_at timestamptz not null,
    constraint caseload_count_pkey primary key (organization_id, placement_id, counted_on),
    constraint caseload_count_organization_id_placement_id_peer_id_fkey
      foreign key (organization_id, placement_id, peer_id) references placement (organization_id, id, peer_id),
    constraint caseload_count_organization_id_entered_by_fkey
      foreign key (organization_id, entered_by) references membership (organization_id, id)
  );
  create index caseload_count_organization_id_peer_id_idx on caseload_count (organization_id, peer_id);
  call access.raise_wall('caseload_count');
  create policy those_concerned_read on caseload_count for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy peer_or_manager_counts on caseload_count for insert to alongside_app with check (
    entered_by = (select access.membership_id())
    and (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER'))));
  create policy peer_or_manager_counts_again on caseload_count for update to alongside_app
    using (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER')))
    with check (entered_by = (select access.membership_id()));
  grant select, insert, update (people, entered_by, entered_at) on caseload_count to alongside_app;

  create function access.latest_count_stands_on_placement() returns trigger language plpgsql as $$
  begin
    update placement p
       set caseload_size = (
         select c.people from caseload_count c
          where c.organization_id = new.organization_id and c.placement_id = new.placement_id
          order by c.counted_on desc limit 1)
     where p.organization_id = new.organization_id and p.id = new.placement_id;
    return null;
  end $$;
  create trigger latest_count_stands_on_placement after insert or update on caseload_count
    for each row execute function access.latest_count_stands_on_placement();
`

const leave = /* sql */ `
  -- From a day to a day, or open: never with a reason.
  create table leave_period (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    peer_id uuid not null,
    starts_on date not null,
    ends_on date,
    entered_by uuid not null,
    entered_at timestamptz not null,
    removed_at timestamptz,
    constraint leave_period_pkey primary key (organization_id, id),
    constraint leave_period_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint leave_period_organization_id_entered_by_fkey
      foreign key (organization_id, entered_by) references membership (organization_id, id),
    constraint leave_period_ends_after_start check (ends_on >= starts_on)
  );
  create index leave_period_organization_id_peer_id_idx on leave_period (organization_id, peer_id);
  call access.raise_wall('leave_period');
  create policy those_concerned_read on leave_period for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy peer_or_manager_records on leave_period for insert to alongside_app with check (
    entered_by = (select access.membership_id())
    and (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER'))));
  create policy peer_or_manager_changes on leave_period for update to alongside_app
    using (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER')));
  grant select, insert, update (starts_on, ends_on, removed_at) on leave_period to alongside_app;
`

const leaving = /* sql */ `
  alter table supervision_relationship
    add column ends_with_leaving boolean not null default false,
    add column ends_on_otherwise date;
  grant update (ends_with_leaving, ends_on_otherwise) on supervision_relationship to alongside_app;

  -- An acceptance ends with its relationship. Only an end that a leaving brought goes back, before it has come, and
  -- to exactly what it was: nobody is supervised for longer than they agreed to.
  create function access.an_end_is_taken_back_with_leaving_only() returns trigger language plpgsql as $$
  begin
    -- Ended by somebody meanwhile: that end is their own, and undoing the leaving does not touch it.
    if old.ends_with_leaving and new.ends_with_leaving and new.ends_on is distinct from old.ends_on
       and new.ends_on_otherwise is not distinct from old.ends_on_otherwise then
      new.ends_with_leaving := false;
      new.ends_on_otherwise := null;
    end if;
    if new.ends_with_leaving and not old.ends_with_leaving
       and new.ends_on_otherwise is distinct from old.ends_on
       or new.ends_with_leaving and old.ends_with_leaving
       and new.ends_on_otherwise is distinct from old.ends_on_otherwise then
      raise check_violation using constraint = 'supervision_relationship_end_taken_back';
    end if;
    if old.ends_on is not null and (new.ends_on is null or new.ends_on > old.ends_on)
       and not (old.ends_with_leaving and not new.ends_with_leaving
                and new.ends_on is not distinct from old.ends_on_otherwise
                and old.ends_on >= coalesce(access.today(), current_date)) then
      raise check_violation using constraint = 'supervision_relationship_end_taken_back';
    end if;
    return new;
  end $$;
  drop trigger an_end_is_never_taken_back on supervision_relationship;
  create trigger an_end_is_never_taken_back
    before update of ends_on, ends_with_leaving, ends_on_otherwise on supervision_relationship
    for each row execute function access.an_end_is_taken_back_with_leaving_only();

  -- The same lock as in an_admin_stays: whoever is disabled or leaves at the same moment, one stays.
  create function access.an_admin_does_not_leave_last() returns trigger language plpgsql as $$
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
         and m.disabled_at is null and m.account_id is not null and e.leaves_on is null) then
      raise check_violation using constraint = 'employment_last_admin';
    end if;
    return null;
  end $$;
  create trigger an_admin_does_not_leave_last after insert or update of leaves_on on employment
    for each row execute function access.an_admin_does_not_leave_last();
`

const agencies = /* sql */ `
  alter table host_agency add column revision integer not null default 1;
  create policy office_makes on host_agency for insert to alongside_app
    with check ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  create policy office_changes on host_agency for update to alongside_app
    using ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  grant insert, update (name, kind, state, sequential_intercept, deflection_pathway, revision) on host_agency
    to alongside_app;

  create table host_agency_contact (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    host_agency_id uuid not null,
    name text not null constraint host_agency_contact_name_length check (char_length(name) between 1 and 80),
    purpose text not null constraint host_agency_contact_purpose_length check (char_length(purpose) between 1 and 120),
    phone text constraint host_agency_contact_phone_length check (char_length(phone) between 3 and 40),
    email text constraint host_agency_contact_email_form check (email = lower(email) and char_length(email) <= 254),
    removed_at timestamptz,
    constraint host_agency_contact_pkey primary key (organization_id, id),
    constraint host_agency_contact_organization_id_host_agency_id_fkey
      foreign key (organization_id, host_agency_id) references host_agency (organization_id, id),
    constraint host_agency_contact_reachable check (phone is not null or email is not null)
  );
  create index host_agency_contact_organization_id_host_agency_id_idx
    on host_agency_contact (organization_id, host_agency_id);
  call access.raise_wall('host_agency_contact');
  create policy office_keeps on host_agency_contact to alongside_app
    using ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')))
    with check ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  grant select, insert, update (removed_at) on host_agency_contact to alongside_app;

  create table data_sharing_agreement (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    host_agency_id uuid not null,
    reference text not null
      constraint data_sharing_agreement_reference_length check (char_length(reference) between 1 and 120),
    starts_on date not null,
    ends_on date,
    constraint data_sharing_agreement_pkey primary key (organization_id, id),
    constraint data_sharing_agreement_organization_id_host_agency_id_fkey
      foreign key (organization_id, host_agency_id) references host_agency (organization_id, id),
    constraint data_sharing_agreement_ends_after_start check (ends_on >= starts_on)
  );
  create index data_sharing_agreement_organization_id_host_agency_id_idx
    on data_sharing_agreement (organization_id, host_agency_id);
  call access.raise_wall('data_sharing_agreement');
  create policy office_and_auditor_read on data_sharing_agreement for select to alongside_app using (
    (select access.has_role('ADMIN')) or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy office_records on data_sharing_agreement for insert to alongside_app
    with check ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  create policy office_corrects on data_sharing_agreement for update to alongside_app
    using ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  grant select, insert, update (reference, starts_on, ends_on) on data_sharing_agreement to alongside_app;
`
