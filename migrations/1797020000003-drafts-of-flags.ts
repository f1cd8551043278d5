import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A flag that a peer is still thinking about. It lies in a table of its own, so that no policy, count or step of a flag
 * can show that there is one: it becomes a flag when the peer raises it.
 */
export class DraftsOfFlags1797020000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [table, removing]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.remove_flag_draft;
      drop table drift_flag_draft;
    `)
  }
}

const table = /* sql */ `
  create table drift_flag_draft (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    evidence text not null,
    cause text,
    response text,
    saved_at timestamptz not null,
    constraint drift_flag_draft_pkey primary key (organization_id, id),
    constraint drift_flag_draft_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint drift_flag_draft_evidence_length check (char_length(evidence) between 1 and 2000),
    constraint drift_flag_draft_cause_known
      check (cause in ('OWN_PRACTICE', 'ASSIGNED_WORK', 'AGENCY_POLICY', 'STRUCTURE')),
    constraint drift_flag_draft_response_length check (char_length(response) between 1 and 2000)
  );
  create index drift_flag_draft_organization_id_peer_id_idx on drift_flag_draft (organization_id, peer_id);
  call access.enable_tenant_rls('drift_flag_draft');
  create policy unlocked_on_shared_device on drift_flag_draft as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy only_peer_reads on drift_flag_draft for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy only_peer_adds on drift_flag_draft for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and saved_at = (select access.now()));
  create policy definer_finds on drift_flag_draft for select to alongside_definer using (true);
  create policy definer_erases on drift_flag_draft for delete to alongside_definer using (true);
  grant select, insert on drift_flag_draft to alongside_app;
  grant select (organization_id, id, peer_id), delete on drift_flag_draft to alongside_definer;
`

const removing = /* sql */ `
  -- Deletes a draft of one's own, since the application role deletes nothing; a foreign one is not there.
  create function access.remove_flag_draft(p_id uuid) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    delete from drift_flag_draft d
     where d.organization_id = access.organization_id() and d.peer_id = access.membership_id() and d.id = p_id
  $$;
  alter function access.remove_flag_draft owner to alongside_definer;
`
