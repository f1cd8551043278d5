import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Where peers work, how many people they support there, and when somebody is on leave. A peer can have several
 * placements at a time: never two at one agency on the same day, and never more than one full-time share in all.
 */
export class PlacementsAndLeave1795200000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [placement, placementLimits, caseloadCount, leavePeriod]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table leave_period, caseload_count, placement;
      drop function access.copy_latest_caseload_count, access.enforce_placement_limits;
    `)
  }
}

/**
 * A placement that never took place ends on the day before its first. So does one that was entered by mistake and is
 * voided: it stays readable, its former last day is in ends_on_before_voiding, and it counts in no limit.
 */
const placement = /* sql */ `
  create table placement (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    peer_id uuid not null,
    host_agency_id uuid not null,
    job_title text not null constraint placement_job_title_form check (job_title ~ '^[A-Z_]{3,60}$'),
    starts_on date not null,
    ends_on date,
    full_time_share numeric(3,2) not null default 1
      constraint placement_full_time_share_range check (full_time_share > 0 and full_time_share <= 1),
    caseload_size integer constraint placement_caseload_size_range check (caseload_size between 0 and 500),
    ends_with_leaving boolean not null default false,
    ends_on_before_leaving date,
    voided_at timestamptz,
    voided_by uuid,
    ends_on_before_voiding date,
    revision integer not null default 1,
    constraint placement_pkey primary key (organization_id, id),
    constraint placement_organization_id_id_peer_id_key unique (organization_id, id, peer_id),
    constraint placement_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint placement_organization_id_host_agency_id_fkey
      foreign key (organization_id, host_agency_id) references host_agency (organization_id, id),
    constraint placement_organization_id_voided_by_fkey
      foreign key (organization_id, voided_by) references membership (organization_id, id),
    constraint placement_ends_after_start check (ends_on >= starts_on - 1),
    constraint placement_voided_by_somebody check ((voided_at is null) = (voided_by is null)),
    constraint placement_voided_never_took_place
      check (voided_at is null or ends_on is not null and ends_on = starts_on - 1)
  );
  create index placement_organization_id_peer_id_idx on placement (organization_id, peer_id);
  call access.enable_tenant_rls('placement');
  create policy those_concerned_read on placement for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_adds on placement for insert to alongside_app
    with check ((select access.has_role('MANAGER')));
  create policy manager_updates on placement for update to alongside_app
    using ((select access.has_role('MANAGER')))
    with check ((select access.has_role('MANAGER'))
      and (voided_by is null or voided_by = (select access.membership_id())));
  create policy peer_updates_own_caseload on placement for update to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy definer_access on placement to alongside_definer using (true) with check (true);
  grant select, insert, update (host_agency_id, job_title, starts_on, ends_on, full_time_share, caseload_size,
    ends_with_leaving, ends_on_before_leaving, voided_at, voided_by, ends_on_before_voiding, revision) on placement
    to alongside_app;
  grant select, delete on placement to alongside_definer;
  create trigger audit_change after insert or update or delete on placement for each row
    execute function access.audit_change('PEOPLE', 'peer_id',
      'host_agency_id,job_title,starts_on,ends_on,full_time_share,caseload_size,voided_at');
`

/**
 * The trigger also restricts a peer to their caseload size, because column privileges belong to the application role
 * and are the same for a peer and a manager. The advisory lock makes the second of two managers wait, so that they see
 * what the first one placed.
 */
const placementLimits = /* sql */ `
  create function access.enforce_placement_limits() returns trigger language plpgsql as $$
  declare
    -- Half open, so that the range of a placement that never took place is empty.
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
    -- The sum of the shares can only increase on the first day of a placement, so only first days are checked.
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
  create trigger enforce_placement_limits after insert or update on placement
    for each row execute function access.enforce_placement_limits();
`

const caseloadCount = /* sql */ `
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
  call access.enable_tenant_rls('caseload_count');
  create policy those_concerned_read on caseload_count for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy peer_or_manager_adds on caseload_count for insert to alongside_app with check (
    entered_by = (select access.membership_id())
    and (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER'))));
  create policy peer_or_manager_updates on caseload_count for update to alongside_app
    using (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER')))
    with check (entered_by = (select access.membership_id()));
  grant select, insert, update (people, entered_by, entered_at) on caseload_count to alongside_app;
  create trigger audit_change after insert or update or delete on caseload_count for each row
    execute function access.audit_change('PEOPLE', 'peer_id', 'placement_id,counted_on,people');

  create function access.copy_latest_caseload_count() returns trigger language plpgsql as $$
  begin
    update placement p
       set caseload_size = (
         select c.people from caseload_count c
          where c.organization_id = new.organization_id and c.placement_id = new.placement_id
          order by c.counted_on desc limit 1)
     where p.organization_id = new.organization_id and p.id = new.placement_id;
    return null;
  end $$;
  create trigger copy_latest_caseload_count after insert or update on caseload_count
    for each row execute function access.copy_latest_caseload_count();
`

const leavePeriod = /* sql */ `
  -- From one day to another, or open-ended. A reason is never recorded.
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
  call access.enable_tenant_rls('leave_period');
  create policy those_concerned_read on leave_period for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy peer_or_manager_adds on leave_period for insert to alongside_app with check (
    entered_by = (select access.membership_id())
    and (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER'))));
  create policy peer_or_manager_updates on leave_period for update to alongside_app
    using (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER')));
  create policy definer_access on leave_period to alongside_definer using (true);
  grant select, insert, update (starts_on, ends_on, removed_at) on leave_period to alongside_app;
  grant select on leave_period to alongside_definer;
  create trigger audit_change after insert or update or delete on leave_period for each row
    execute function access.audit_change('PEOPLE', 'peer_id', 'starts_on,ends_on,removed_at');
`
