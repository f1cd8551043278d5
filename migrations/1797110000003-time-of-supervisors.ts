import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * How much of a full-time position a supervisor has for supervising, from a day on: without it nobody can say how many
 * people there are for each full-time supervisor. Whoever it is about can read it; nobody records their own.
 */
export class TimeOfSupervisors1797110000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table supervisor_time (
        organization_id uuid not null,
        supervisor_id uuid not null,
        starts_on date not null,
        full_time_share numeric(3,2) not null
          constraint supervisor_time_full_time_share_range check (full_time_share > 0 and full_time_share <= 1),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint supervisor_time_pkey primary key (organization_id, supervisor_id, starts_on),
        constraint supervisor_time_organization_id_supervisor_id_fkey
          foreign key (organization_id, supervisor_id) references membership (organization_id, id),
        constraint supervisor_time_organization_id_recorded_by_fkey
          foreign key (organization_id, recorded_by) references membership (organization_id, id),
        constraint supervisor_time_not_ones_own check (recorded_by <> supervisor_id)
      );
      create index supervisor_time_organization_id_recorded_by_idx on supervisor_time (organization_id, recorded_by);
      call access.enable_tenant_rls('supervisor_time');
      create policy those_concerned_read on supervisor_time for select to alongside_app using (
        supervisor_id = (select access.membership_id()) or (select access.has_role('MANAGER'))
        or (select access.has_role('AUDITOR')));
      create policy manager_adds on supervisor_time for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and recorded_by = (select access.membership_id())
        and recorded_at = (select access.now()) and starts_on <= (select access.today()));
      create policy manager_replaces on supervisor_time for update to alongside_app
        using ((select access.has_role('MANAGER')))
        with check (recorded_by = (select access.membership_id()));
      grant select, insert, update (full_time_share, recorded_by, recorded_at) on supervisor_time to alongside_app;
      create trigger audit_change after insert or delete or update on supervisor_time for each row
        execute function access.audit_change('RELATIONSHIP', 'supervisor_id', 'full_time_share,starts_on');
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table supervisor_time')
  }
}
