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
      drop table house_rules;
    `)
  }
}
