import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Peers whom a supervisor meets together, under a name. The name is about them, so they can read it. */
export class SupervisionGroups1797090000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table supervision_group_member, supervision_group')
  }
}

/** The policy of a group reads its members; theirs reads no other table. */
const tables = /* sql */ `
  create table supervision_group (
    organization_id uuid not null,
    id uuid not null,
    supervisor_id uuid not null,
    name text not null constraint supervision_group_name_length check (char_length(name) between 1 and 60),
    made_at timestamptz not null,
    removed_at timestamptz,
    constraint supervision_group_pkey primary key (organization_id, id),
    constraint supervision_group_of_supervisor unique (organization_id, id, supervisor_id),
    constraint supervision_group_organization_id_supervisor_id_fkey
      foreign key (organization_id, supervisor_id) references membership (organization_id, id)
  );
  create index supervision_group_organization_id_supervisor_id_idx
    on supervision_group (organization_id, supervisor_id);
  create table supervision_group_member (
    organization_id uuid not null,
    group_id uuid not null,
    peer_id uuid not null,
    supervisor_id uuid not null,
    constraint supervision_group_member_pkey primary key (organization_id, group_id, peer_id),
    constraint supervision_group_member_of_group foreign key (organization_id, group_id, supervisor_id)
      references supervision_group (organization_id, id, supervisor_id),
    constraint supervision_group_member_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint supervision_group_member_not_oneself check (peer_id <> supervisor_id)
  );
  create index supervision_group_member_organization_id_peer_id_idx
    on supervision_group_member (organization_id, peer_id);

  call access.enable_tenant_rls('supervision_group');
  call access.enable_tenant_rls('supervision_group_member');
  create policy supervisor_and_members_read on supervision_group for select to alongside_app using (
    supervisor_id = (select access.membership_id())
    or exists (select from supervision_group_member m
                where m.organization_id = supervision_group.organization_id and m.group_id = supervision_group.id
                  and m.peer_id = (select access.membership_id())));
  create policy supervisor_adds on supervision_group for insert to alongside_app with check (
    supervisor_id = (select access.membership_id()) and (select access.has_role('SUPERVISOR'))
    and made_at = (select access.now()) and removed_at is null);
  create policy supervisor_removes on supervision_group for update to alongside_app
    using (supervisor_id = (select access.membership_id()));
  grant select, insert, update (removed_at) on supervision_group to alongside_app;
  -- Each sees that they are in it, and nobody else who is.
  create policy supervisor_and_oneself_read on supervision_group_member for select to alongside_app using (
    supervisor_id = (select access.membership_id()) or peer_id = (select access.membership_id()));
  create policy supervisor_adds on supervision_group_member for insert to alongside_app with check (
    supervisor_id = (select access.membership_id()) and peer_id = any ((select access.peers_of_any_type())::uuid[]));
  grant select, insert on supervision_group_member to alongside_app;
`
