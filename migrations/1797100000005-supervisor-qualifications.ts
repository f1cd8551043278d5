import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What qualifies a supervisor, with the days on which it does: whether they were qualified on the day of a session is
 * answered from it. A record is corrected by a further one, and the voided one stays.
 */
export class SupervisorQualifications1797100000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(qualifications)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table supervisor_qualification')
  }
}

const qualifications = /* sql */ `
  create table supervisor_qualification (
    organization_id uuid not null,
    id uuid not null,
    supervisor_id uuid not null,
    course text not null constraint supervisor_qualification_course_length check (char_length(course) between 1 and 200),
    hours numeric(6,2) constraint supervisor_qualification_hours_range
      check (hours between 0.25 and 2000 and hours * 4 = floor(hours * 4)),
    certificate_number text constraint supervisor_qualification_number_length
      check (char_length(certificate_number) between 1 and 100),
    valid_from date not null,
    valid_until date,
    corrects_id uuid,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    voided_by uuid,
    voided_at timestamptz,
    constraint supervisor_qualification_pkey primary key (organization_id, id),
    constraint supervisor_qualification_of_supervisor unique (organization_id, id, supervisor_id),
    constraint supervisor_qualification_organization_id_supervisor_id_fkey
      foreign key (organization_id, supervisor_id) references membership (organization_id, id),
    constraint supervisor_qualification_corrects_fkey foreign key (organization_id, corrects_id, supervisor_id)
      references supervisor_qualification (organization_id, id, supervisor_id),
    constraint supervisor_qualification_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint supervisor_qualification_organization_id_voided_by_fkey
      foreign key (organization_id, voided_by) references membership (organization_id, id),
    constraint supervisor_qualification_ends_after_start check (valid_until >= valid_from),
    constraint supervisor_qualification_voided_by_somebody check ((voided_by is null) = (voided_at is null)),
    -- Nobody attests to themselves.
    constraint supervisor_qualification_not_oneself check (recorded_by <> supervisor_id)
  );
  create index supervisor_qualification_organization_id_supervisor_id_idx
    on supervisor_qualification (organization_id, supervisor_id);
  call access.enable_tenant_rls('supervisor_qualification');
  create policy those_concerned_read on supervisor_qualification for select to alongside_app using (
    supervisor_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_records on supervisor_qualification for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and supervisor_id <> (select access.membership_id())
    and recorded_by = (select access.membership_id()) and recorded_at = (select access.now()) and voided_at is null);
  create policy manager_voids on supervisor_qualification for update to alongside_app
    using ((select access.has_role('MANAGER')) and supervisor_id <> (select access.membership_id()) and voided_at is null)
    with check (voided_by = (select access.membership_id()) and voided_at = (select access.now()));
  grant select, insert, update (voided_by, voided_at) on supervisor_qualification to alongside_app;
  create trigger audit_change after insert or update or delete on supervisor_qualification for each row
    execute function access.audit_change('PEOPLE', 'supervisor_id', 'hours,valid_from,valid_until,voided_at');
`
