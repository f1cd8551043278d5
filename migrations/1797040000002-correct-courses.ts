import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A course is corrected by a further version of it, for everybody it was given to or for some; hours that were given by
 * mistake are voided. For one person at most one version of a course counts.
 */
export class CorrectCourses1797040000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(versions)
    await runner.query(audit('activity_id,hours,voided_at'))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(audit('activity_id,hours'))
    await runner.query(/* sql */ `
      drop policy manager_voids on ce_credit;
      drop policy manager_counts_changes on ce_activity;
      drop trigger name_first_course on ce_activity;
      drop trigger copy_first_course on ce_credit;
      drop function access.name_first_course, access.copy_first_course;
      drop index ce_credit_one_counts;
      alter table ce_credit drop column version_of, drop column voided_by, drop column voided_at;
      alter table ce_activity drop column version_of, drop column revision;
    `)
  }
}

const versions = /* sql */ `
  alter table ce_activity
    add column version_of uuid,
    add column revision integer not null default 1,
    add constraint ce_activity_version_of_fkey
      foreign key (organization_id, version_of) references ce_activity (organization_id, id),
    add constraint ce_activity_version_of_another check (version_of <> id);
  create index ce_activity_versions on ce_activity (organization_id, version_of);
  alter table ce_credit
    add column version_of uuid,
    add column voided_by uuid,
    add column voided_at timestamptz,
    add constraint ce_credit_voided_by_fkey
      foreign key (organization_id, voided_by) references membership (organization_id, id),
    add constraint ce_credit_voided_by_somebody check ((voided_by is null) = (voided_at is null));
  create unique index ce_credit_one_counts on ce_credit (organization_id, coalesce(version_of, activity_id), peer_id)
    where voided_at is null;

  -- All versions of a course name the first one, whichever of them was corrected.
  create function access.name_first_course() returns trigger language plpgsql as $$
  begin
    new.version_of := coalesce((
      select a.version_of from ce_activity a
       where a.organization_id = new.organization_id and a.id = new.version_of), new.version_of);
    return new;
  end $$;
  create trigger name_first_course before insert on ce_activity for each row
    when (new.version_of is not null) execute function access.name_first_course();
  create function access.copy_first_course() returns trigger language plpgsql as $$
  begin
    new.version_of := (select a.version_of from ce_activity a
                        where a.organization_id = new.organization_id and a.id = new.activity_id);
    return new;
  end $$;
  create trigger copy_first_course before insert on ce_credit for each row
    execute function access.copy_first_course();

  create policy manager_voids on ce_credit for update to alongside_app
    using ((select access.has_role('MANAGER')))
    with check (voided_by is null or voided_by = (select access.membership_id()));
  create policy manager_counts_changes on ce_activity for update to alongside_app
    using ((select access.has_role('MANAGER')));
  grant update (voided_by, voided_at) on ce_credit to alongside_app;
  grant update (revision) on ce_activity to alongside_app;
`

const audit = (columns: string): string => /* sql */ `
  drop trigger audit_change on ce_credit;
  create trigger audit_change after insert or update or delete on ce_credit for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', '${columns}');
`
