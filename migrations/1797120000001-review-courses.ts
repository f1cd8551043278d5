import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Peers enter courses themselves. They count at once; a manager confirms each, or sends it back with a reason. A course
 * that was sent back is voided and stays readable, and the holder corrects it by a further version.
 */
export class ReviewCourses1797120000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [origin, reviews, holders, view(AWAITS_REVIEW)]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ${view('')}
      drop policy holder_voids on ce_credit;
      drop policy holder_adds on ce_credit;
      drop policy holder_counts_changes on ce_activity;
      drop policy holder_reads on ce_activity;
      drop policy holder_adds on ce_activity;
      drop function access.is_own_open_course;
      drop table course_review;
      update ce_activity set delivery_mode = 'IN_PERSON' where delivery_mode is null;
      alter table ce_activity alter column delivery_mode set not null, drop column origin;
    `)
  }
}

const origin = /* sql */ `
  alter table ce_activity
    add column origin text not null default 'RECORDED_BY_ORGANIZATION' constraint ce_activity_origin_known
      check (origin in ('RECORDED_BY_ORGANIZATION', 'ENTERED_BY_HOLDER')),
    -- Whoever takes a course does not always say how it was held; the rules take that as not known.
    alter column delivery_mode drop not null;
`

const reviews = /* sql */ `
  create table course_review (
    organization_id uuid not null,
    activity_id uuid not null,
    peer_id uuid not null,
    outcome text not null constraint course_review_outcome_known check (outcome in ('CONFIRMED', 'SENT_BACK')),
    reason text constraint course_review_reason_known check (reason in (
      'NO_CERTIFICATE', 'NOT_READABLE', 'WRONG_DATE', 'WRONG_HOURS', 'WRONG_TOPICS', 'OTHER_PERSON', 'CLIENT_NAMED',
      'ALREADY_RECORDED')),
    reviewed_by uuid not null,
    reviewed_at timestamptz not null,
    constraint course_review_pkey primary key (organization_id, activity_id, peer_id),
    constraint course_review_credit_fkey foreign key (organization_id, activity_id, peer_id)
      references ce_credit (organization_id, activity_id, peer_id),
    constraint course_review_organization_id_reviewed_by_fkey foreign key (organization_id, reviewed_by)
      references membership (organization_id, id),
    constraint course_review_not_ones_own check (reviewed_by <> peer_id),
    constraint course_review_reason_if_sent_back check ((outcome = 'SENT_BACK') = (reason is not null))
  );
  create index course_review_organization_id_peer_id_idx on course_review (organization_id, peer_id);
  call access.enable_tenant_rls('course_review');
  create policy peer_and_office_read on course_review for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_reviews on course_review for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and reviewed_by = (select access.membership_id())
    and peer_id <> (select access.membership_id()));
  create policy definer_access on course_review for select to alongside_definer using (true);
  grant select, insert on course_review to alongside_app;
  grant select on course_review to alongside_definer;
  create trigger audit_change after insert or update or delete on course_review for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'activity_id,outcome,reason');
`

const holders = /* sql */ `
  -- Whether the caller entered the course and nobody has confirmed it. The policies of the two tables look at each
  -- other, which PostgreSQL refuses as a recursion; this function reads past them.
  create function access.is_own_open_course(p_activity_id uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
      select from ce_activity a
       where a.organization_id = access.organization_id() and a.id = p_activity_id
         and a.recorded_by = access.membership_id() and a.origin = 'ENTERED_BY_HOLDER'
         and not exists (select from course_review r
                          where r.organization_id = a.organization_id and r.activity_id = a.id
                            and r.outcome = 'CONFIRMED'))
  $$;
  alter function access.is_own_open_course owner to alongside_definer;
  create policy holder_adds on ce_activity for insert to alongside_app with check (
    (select access.has_role('PEER')) and recorded_by = (select access.membership_id())
    and origin = 'ENTERED_BY_HOLDER');
  create policy holder_reads on ce_activity for select to alongside_app using (
    recorded_by = (select access.membership_id()) and origin = 'ENTERED_BY_HOLDER');
  create policy holder_counts_changes on ce_activity for update to alongside_app using (
    recorded_by = (select access.membership_id()) and origin = 'ENTERED_BY_HOLDER');
  create policy holder_adds on ce_credit for insert to alongside_app with check (
    (select access.has_role('PEER')) and peer_id = (select access.membership_id())
    and access.is_own_open_course(activity_id));
  -- What was voided stays so: else a holder could undo what a manager sent back.
  create policy holder_voids on ce_credit for update to alongside_app
    using (peer_id = (select access.membership_id()) and voided_at is null and access.is_own_open_course(activity_id))
    with check (voided_by = (select access.membership_id()));
`

const AWAITS_REVIEW = `,
             'awaitsReview', a.origin = 'ENTERED_BY_HOLDER' and not exists (
               select from course_review r
                where r.organization_id = h.organization_id and r.activity_id = h.activity_id and r.peer_id = h.peer_id)`

/** One credit as the rules take it. */
const view = (more: string): string => /* sql */ `
  create or replace view course_credit with (security_invoker = true) as
  select h.organization_id, h.peer_id, h.activity_id, a.held_on, a.recorded_at, h.voided_at,
         json_build_object(
             'id', h.activity_id, 'startsOn', a.starts_on, 'heldOn', a.held_on, 'hours', h.hours, 'categories', h.categories,
             'unit', a.credit_unit, 'deliveryMode', a.delivery_mode, 'earnedBy', a.earned_by, 'sponsor', a.provider,
             'approvedBy', case when a.approved_by is null and a.approved is false then '[]'
               else to_json(a.approved_by) end, 'contents', a.contents, 'onlyFor', h.only_for,
             'programme', lower(concat_ws(' / ', a.title, a.provider))${more}) as credit
    from ce_credit h
    join ce_activity a on a.organization_id = h.organization_id and a.id = h.activity_id;
`
