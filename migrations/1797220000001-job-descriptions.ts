import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The job description of a placement, as it was saved. A change is a further version; the earlier ones stay. The peer
 * reads what the managers read, which is who works at their placement, and by which text.
 */
export class JobDescriptions1797220000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table job_description (
        organization_id uuid not null,
        id uuid not null,
        placement_id uuid not null,
        peer_id uuid not null,
        version integer not null constraint job_description_version_range check (version between 1 and 1000),
        text text not null constraint job_description_text_length check (char_length(text) between 1 and 20000),
        saved_by uuid not null,
        saved_at timestamptz not null,
        constraint job_description_pkey primary key (organization_id, id),
        constraint job_description_version_once unique (organization_id, placement_id, version),
        constraint job_description_of_placement foreign key (organization_id, placement_id, peer_id)
          references placement (organization_id, id, peer_id),
        constraint job_description_organization_id_saved_by_fkey foreign key (organization_id, saved_by)
          references membership (organization_id, id)
      );
      create index job_description_organization_id_peer_id_idx on job_description (organization_id, peer_id);
      call access.enable_tenant_rls('job_description');
      create policy peer_and_managers_read on job_description for select to alongside_app
        using (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER')));
      create policy manager_adds on job_description for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and saved_by = (select access.membership_id())
        and saved_at = (select access.now()));
      create trigger audit_change after insert or update or delete on job_description for each row
        execute function access.audit_change('PEOPLE', 'peer_id', 'placement_id,version');
      grant select, insert on job_description to alongside_app;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job_description')
  }
}
