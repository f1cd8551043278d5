import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a host agency asks of peers who work there. A change is a further version; the earlier ones stay. */
export class HouseRules1797200000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table house_rules (
        organization_id uuid not null,
        id uuid not null,
        host_agency_id uuid not null,
        version integer not null constraint house_rules_version_range check (version between 1 and 1000),
        transport text constraint house_rules_transport_length check (char_length(transport) between 1 and 500),
        home_visits text constraint house_rules_home_visits_length check (char_length(home_visits) between 1 and 500),
        ride_along text constraint house_rules_ride_along_length check (char_length(ride_along) between 1 and 500),
        out_of_hours text
          constraint house_rules_out_of_hours_length check (char_length(out_of_hours) between 1 and 500),
        who_asks text constraint house_rules_who_asks_length check (char_length(who_asks) between 1 and 500),
        written_by uuid not null,
        written_at timestamptz not null,
        constraint house_rules_pkey primary key (organization_id, id),
        constraint house_rules_version_once unique (organization_id, host_agency_id, version),
        constraint house_rules_organization_id_host_agency_id_fkey foreign key (organization_id, host_agency_id)
          references host_agency (organization_id, id),
        constraint house_rules_organization_id_written_by_fkey foreign key (organization_id, written_by)
          references membership (organization_id, id),
        constraint house_rules_say_something
          check (coalesce(transport, home_visits, ride_along, out_of_hours, who_asks) is not null)
      );
      call access.enable_tenant_rls('house_rules');
      create policy everyone_reads on house_rules for select to alongside_app using (true);
      create policy manager_or_agency_writes on house_rules for insert to alongside_app with check (
        written_by = (select access.membership_id()) and written_at = (select access.now())
        and ((select access.has_role('MANAGER')) or exists (
          select from membership m
           where m.organization_id = house_rules.organization_id and m.id = house_rules.written_by
             and m.host_agency_id = house_rules.host_agency_id)));
      create trigger audit_change after insert or update or delete on house_rules for each row
        execute function access.audit_change('SETTINGS', '', 'host_agency_id,version');
      grant select, insert on house_rules to alongside_app;

      ${placementLimits("- 'is_participation_ordered'")}
      alter table placement add column is_participation_ordered boolean;
      grant update (is_participation_ordered) on placement to alongside_app;
      drop trigger audit_change on placement;
      create trigger audit_change after insert or update or delete on placement for each row
        execute function access.audit_change('PEOPLE', 'peer_id',
          'host_agency_id,job_title,starts_on,ends_on,full_time_share,caseload_size,voided_at,is_participation_ordered');
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger audit_change on placement;
      create trigger audit_change after insert or update or delete on placement for each row
        execute function access.audit_change('PEOPLE', 'peer_id',
          'host_agency_id,job_title,starts_on,ends_on,full_time_share,caseload_size,voided_at');
      alter table placement drop column is_participation_ordered;
      ${placementLimits('')}
      drop table house_rules;
    `)
  }
}

/** As it was, but the peer who works there can say whether participants are ordered to take part. */
const placementLimits = (alsoByPeers: string): string => /* sql */ `
  create or replace function access.enforce_placement_limits() returns trigger language plpgsql as $$
  declare
    -- Half open, so that the range of a placement that never took place is empty.
    days daterange := daterange(new.starts_on, new.ends_on + 1, '[)');
  begin
    if tg_op = 'UPDATE' then
      if to_jsonb(new) - 'caseload_size' ${alsoByPeers} = to_jsonb(old) - 'caseload_size' ${alsoByPeers} then
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
  end $$;`
