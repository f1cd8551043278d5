import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What an organization adds to the catalogue of activities, and where it reads the kind of an activity otherwise. */
export class CustomActivities1797200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table custom_activity (
        organization_id uuid not null,
        id uuid not null,
        catalogue_key text constraint custom_activity_key_form check (catalogue_key ~ '^[A-Z_]{3,60}$'),
        name text constraint custom_activity_name_length check (char_length(name) between 1 and 80),
        activity_group text
          constraint custom_activity_group_known check (activity_group in ('ENGAGEMENT', 'SERVICES', 'AGENCY')),
        activity_function text not null constraint custom_activity_function_known check (
          activity_function in ('OUTREACH', 'ADVOCACY', 'LINKING_TO_RESOURCES', 'COMPANIONSHIP_AND_MODELING',
            'RECOVERY_PLANNING', 'SKILLS_TRAINING', 'ONGOING_SUPPORT', 'CRISIS_SUPPORT', 'CLINICAL', 'SURVEILLANCE',
            'ERRAND', 'ADMINISTRATIVE')),
        set_by uuid not null,
        set_at timestamptz not null,
        archived_at timestamptz,
        constraint custom_activity_pkey primary key (organization_id, id),
        constraint custom_activity_read_once unique (organization_id, catalogue_key),
        constraint custom_activity_organization_id_set_by_fkey foreign key (organization_id, set_by)
          references membership (organization_id, id),
        constraint custom_activity_added_or_read check (
          (catalogue_key is null) = (name is not null) and (name is null) = (activity_group is null)
          and (archived_at is null or name is not null))
      );
      create unique index custom_activity_named_once on custom_activity (organization_id, lower(name))
        where archived_at is null;
      call access.enable_tenant_rls('custom_activity');
      create policy everyone_reads on custom_activity for select to alongside_app using (true);
      create policy manager_adds on custom_activity for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and set_by = (select access.membership_id())
        and set_at = (select access.now()) and archived_at is null);
      create policy manager_updates on custom_activity for update to alongside_app
        using ((select access.has_role('MANAGER')))
        with check ((select access.has_role('MANAGER')) and set_by = (select access.membership_id())
          and set_at = (select access.now()));
      create trigger audit_change after insert or update or delete on custom_activity for each row
        execute function access.audit_change('SETTINGS', '', 'catalogue_key,name,activity_function,archived_at');
      grant select, insert, update (activity_function, set_by, set_at, archived_at) on custom_activity
        to alongside_app;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table custom_activity')
  }
}
