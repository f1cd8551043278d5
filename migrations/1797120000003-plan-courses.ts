import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Courses that a peer plans to take. They count in the forecast and nowhere else, until the peer says that they took it. */
export class PlanCourses1797120000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(planned)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table planned_course')
  }
}

const planned = /* sql */ `
  create table planned_course (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    title text not null constraint planned_course_title_length check (char_length(title) between 1 and 200),
    provider text constraint planned_course_provider_length check (char_length(provider) between 1 and 200),
    held_on date not null,
    hours numeric(5,2) not null constraint planned_course_hours_in_steps
      check (hours between 0.05 and 200 and hours * 20 = floor(hours * 20)),
    credit_unit text not null constraint planned_course_credit_unit_known
      check (credit_unit in ('CONTACT_HOURS', 'SEMESTER_HOURS', 'QUARTER_HOURS', 'CEU')),
    categories text[] not null constraint planned_course_categories_length check (cardinality(categories) between 1 and 22),
    delivery_mode text constraint planned_course_delivery_mode_known
      check (delivery_mode in ('IN_PERSON', 'LIVE_ONLINE', 'SELF_PACED')),
    planned_at timestamptz not null,
    removed_at timestamptz,
    taken_as uuid,
    constraint planned_course_pkey primary key (organization_id, id),
    constraint planned_course_organization_id_peer_id_fkey foreign key (organization_id, peer_id)
      references membership (organization_id, id),
    constraint planned_course_taken_as_fkey foreign key (organization_id, taken_as, peer_id)
      references ce_credit (organization_id, activity_id, peer_id),
    constraint planned_course_taken_or_removed check (removed_at is null or taken_as is null)
  );
  create index planned_course_organization_id_peer_id_idx on planned_course (organization_id, peer_id);
  call access.enable_tenant_rls('planned_course');
  create policy peer_and_office_read on planned_course for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy holder_adds on planned_course for insert to alongside_app with check (
    (select access.has_role('PEER')) and peer_id = (select access.membership_id()));
  create policy holder_updates on planned_course for update to alongside_app
    using (peer_id = (select access.membership_id()));
  grant select, insert, update (removed_at, taken_as) on planned_course to alongside_app;
`
