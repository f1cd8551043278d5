import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The credential that a peer works toward; what counts for it is recorded elsewhere. */
export class CertificationGoals1797250000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(goals)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table certification_goal')
  }
}

const CHOSEN_BY_ME = `chosen_by = (select access.membership_id()) and chosen_at = (select access.now())
  and ((select access.has_role('MANAGER'))
    or ((select access.has_role('PEER')) and peer_id = (select access.membership_id())))`

const goals = /* sql */ `
  create table certification_goal (
    organization_id uuid not null,
    peer_id uuid not null,
    credential_id text constraint certification_goal_credential_id_length
      check (char_length(credential_id) between 1 and 60),
    chosen_by uuid not null,
    chosen_at timestamptz not null,
    constraint certification_goal_pkey primary key (organization_id, peer_id),
    constraint certification_goal_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint certification_goal_organization_id_chosen_by_fkey
      foreign key (organization_id, chosen_by) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('certification_goal');
  create policy peer_and_office_read on certification_goal for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy peer_and_manager_add on certification_goal for insert to alongside_app
    with check (${CHOSEN_BY_ME});
  create policy peer_and_manager_change on certification_goal for update to alongside_app
    using (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER')))
    with check (${CHOSEN_BY_ME});
  grant select, insert, update (credential_id, chosen_by, chosen_at) on certification_goal to alongside_app;
  create trigger audit_change after insert or delete or update on certification_goal for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'credential_id');
`
