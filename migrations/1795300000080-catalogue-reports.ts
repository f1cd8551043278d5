import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What an organization noticed about a credential's rule: kept beside the catalogue until somebody has looked into it. */
export class CatalogueReports1795300000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table catalogue_report (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        credential_id text not null
          constraint catalogue_report_credential_id_form check (credential_id ~ '^us-[a-z]+(-[a-z]+)+$'),
        what_changed text not null
          constraint catalogue_report_what_changed_length check (char_length(what_changed) between 1 and 1000),
        source_url text constraint catalogue_report_source_url_form
          check (source_url ~ '^https://' and char_length(source_url) <= 500),
        reported_by uuid not null,
        reported_at timestamptz not null,
        settled_at timestamptz,
        constraint catalogue_report_pkey primary key (organization_id, id),
        constraint catalogue_report_organization_id_reported_by_fkey
          foreign key (organization_id, reported_by) references membership (organization_id, id)
      );
      create index catalogue_report_organization_id_credential_id_idx
        on catalogue_report (organization_id, credential_id);
      call access.raise_wall('catalogue_report');
      create policy office_reads on catalogue_report for select to alongside_app
        using ((select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy manager_reports on catalogue_report for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and reported_by = (select access.membership_id()) and settled_at is null);
      create policy manager_settles on catalogue_report for update to alongside_app
        using ((select access.has_role('MANAGER')));
      grant select, insert, update (settled_at) on catalogue_report to alongside_app;
      create trigger audit_change after insert or update or delete on catalogue_report for each row
        execute function access.audit_change('CERTIFICATION', '', 'credential_id,settled_at');
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table catalogue_report')
  }
}
