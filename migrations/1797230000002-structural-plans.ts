import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What the organization plans where an agency makes peer work harder. The managers write and end plans; the peers who
 * work at the agency read them, since with a single peer a plan about the agency is also about that peer (T3).
 */
export class StructuralPlans1797230000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table structural_plan (
        organization_id uuid not null,
        id uuid not null,
        host_agency_id uuid not null,
        concern text not null,
        rule_version integer not null,
        plan text not null,
        owner_id uuid not null,
        due_on date not null,
        written_by uuid not null,
        written_at timestamptz not null,
        ended_on date,
        ended_by uuid,
        outcome text,
        constraint structural_plan_pkey primary key (organization_id, id),
        constraint structural_plan_organization_id_host_agency_id_fkey
          foreign key (organization_id, host_agency_id) references host_agency (organization_id, id),
        constraint structural_plan_organization_id_owner_id_fkey
          foreign key (organization_id, owner_id) references membership (organization_id, id),
        constraint structural_plan_organization_id_written_by_fkey
          foreign key (organization_id, written_by) references membership (organization_id, id),
        constraint structural_plan_organization_id_ended_by_fkey
          foreign key (organization_id, ended_by) references membership (organization_id, id),
        constraint structural_plan_concern_known check (
          concern in ('ONLY_PEER_IN_AGENCY', 'ORDERED_PARTICIPATION', 'SUPERVISED_ADMINISTRATIVELY_ONLY')),
        constraint structural_plan_plan_length check (char_length(plan) between 1 and 500),
        constraint structural_plan_outcome_length check (char_length(outcome) between 1 and 500),
        constraint structural_plan_ended_with_outcome check (
          (ended_on is null) = (ended_by is null) and (ended_on is null) = (outcome is null))
      );
      create unique index structural_plan_one_open on structural_plan (organization_id, host_agency_id, concern)
        where ended_on is null;
      create index structural_plan_organization_id_host_agency_id_idx
        on structural_plan (organization_id, host_agency_id, written_at);
      call access.enable_tenant_rls('structural_plan');
      create policy manager_reads on structural_plan for select to alongside_app
        using ((select access.has_role('MANAGER')));
      create policy peers_there_read on structural_plan for select to alongside_app using (
        exists (select from placement p
                 where p.organization_id = structural_plan.organization_id
                   and p.host_agency_id = structural_plan.host_agency_id
                   and p.peer_id = (select access.membership_id()) and p.voided_at is null
                   and p.starts_on <= (select access.today())
                   and (p.ends_on is null or p.ends_on >= (select access.today()))));
      create policy manager_adds on structural_plan for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and written_by = (select access.membership_id())
        and written_at = (select access.now()) and ended_on is null);
      create policy manager_ends on structural_plan for update to alongside_app
        using ((select access.has_role('MANAGER')) and ended_on is null)
        with check (ended_by = (select access.membership_id()) and ended_on = (select access.today()));
      grant select, insert, update (ended_on, ended_by, outcome) on structural_plan to alongside_app;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table structural_plan')
  }
}
