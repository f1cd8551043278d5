import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Somebody belongs to an organization before they first sign in: a membership may wait for its account, and the
 * invitation names the membership it opens. Teams, and how long somebody stays, stand in a table of their own.
 */
export class MembersBeforeAccounts1795300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table membership alter column account_id drop not null;
      alter table membership add column revision integer not null default 1;
      create policy admin_adds on membership for insert to alongside_app
        with check ((select access.has_role('ADMIN')) and account_id is null);
      create policy manager_adds on membership for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and account_id is null
        and (roles = array['PEER'] or roles = array['SUPERVISOR'] and host_agency_id is not null));
      create policy admin_updates on membership for update to alongside_app
        using ((select access.has_role('ADMIN')));
      grant insert (organization_id, id, display_name, roles, host_agency_id, joined_on) on membership to alongside_app;
      grant update (display_name, roles, disabled_at, revision) on membership to alongside_app;
      create policy admin_reads_members on account for select to alongside_app using (
        (select access.has_role('ADMIN')) and id in (select m.account_id from membership m));

      alter table invitation add column membership_id uuid, add column revoked_at timestamptz,
        add column mail_wanted_at timestamptz, add column mailed_at timestamptz,
        alter column token_hash drop not null,
        add constraint invitation_organization_id_membership_id_fkey
          foreign key (organization_id, membership_id) references membership (organization_id, id),
        add constraint invitation_reachable check (token_hash is not null or mail_wanted_at is not null);
      create index invitation_organization_id_membership_id_idx on invitation (organization_id, membership_id);
      -- One open invitation a member: to send again is to revoke and to invite anew.
      create unique index invitation_one_open on invitation (organization_id, membership_id)
        where accepted_at is null and revoked_at is null;
      create policy manager_reads on invitation for select to alongside_app
        using ((select access.has_role('MANAGER')));
      create policy manager_invites on invitation for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and invited_by = (select access.membership_id()) and accepted_at is null
        and exists (
          select from membership m where m.organization_id = invitation.organization_id and m.id = membership_id
             and m.roles = invitation.roles and (m.roles = array['PEER'] or m.host_agency_id is not null)));
      create policy admin_revokes on invitation for update to alongside_app using ((select access.has_role('ADMIN')));
      create policy manager_revokes on invitation for update to alongside_app using (
        (select access.has_role('MANAGER')) and (roles = array['PEER'] or roles = array['SUPERVISOR']));
      grant select (membership_id, revoked_at, mail_wanted_at, mailed_at) on invitation to alongside_app;
      grant update (revoked_at) on invitation to alongside_app;

      create table reporting_team (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        name text not null constraint reporting_team_name_length check (char_length(name) between 1 and 80),
        archived_at timestamptz,
        constraint reporting_team_pkey primary key (organization_id, id),
        constraint reporting_team_organization_id_fkey foreign key (organization_id) references organization (id)
      );
      create unique index reporting_team_name_once on reporting_team (organization_id, lower(name))
        where archived_at is null;
      call access.raise_wall('reporting_team');
      create policy everyone_reads on reporting_team for select to alongside_app using (true);
      create policy office_makes on reporting_team for insert to alongside_app
        with check ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
      create policy office_changes on reporting_team for update to alongside_app
        using ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
      grant select, insert, update (name, archived_at) on reporting_team to alongside_app;

      create table employment (
        organization_id uuid not null,
        member_id uuid not null,
        team_id uuid,
        leaves_on date,
        revision integer not null default 1,
        constraint employment_pkey primary key (organization_id, member_id),
        constraint employment_organization_id_member_id_fkey
          foreign key (organization_id, member_id) references membership (organization_id, id),
        constraint employment_organization_id_team_id_fkey
          foreign key (organization_id, team_id) references reporting_team (organization_id, id)
      );
      create index employment_organization_id_team_id_idx on employment (organization_id, team_id);
      call access.raise_wall('employment');
      create policy those_concerned_read on employment for select to alongside_app using (
        member_id = (select access.membership_id())
        or member_id = any ((select access.peers_of_any_type())::uuid[])
        or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy manager_employs on employment for insert to alongside_app
        with check ((select access.has_role('MANAGER')));
      create policy manager_changes on employment for update to alongside_app
        using ((select access.has_role('MANAGER')));
      create policy definer_serves on employment to alongside_definer using (true) with check (true);
      grant select, insert, update (team_id, leaves_on, revision) on employment to alongside_app;
      grant select on employment to alongside_definer;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table employment; drop table reporting_team;
      drop policy manager_revokes on invitation; drop policy admin_revokes on invitation;
      drop policy manager_invites on invitation; drop policy manager_reads on invitation;
      revoke update (revoked_at) on invitation from alongside_app;
      drop index invitation_one_open; drop index invitation_organization_id_membership_id_idx;
      delete from invitation where token_hash is null;
      alter table invitation drop constraint invitation_reachable, alter column token_hash set not null,
        drop constraint invitation_organization_id_membership_id_fkey, drop column membership_id,
        drop column revoked_at, drop column mail_wanted_at, drop column mailed_at;
      drop policy admin_reads_members on account;
      drop policy admin_updates on membership; drop policy manager_adds on membership;
      drop policy admin_adds on membership;
      revoke insert (organization_id, id, display_name, roles, host_agency_id, joined_on),
        update (display_name, roles, disabled_at, revision) on membership from alongside_app;
      delete from membership where account_id is null;
      alter table membership drop column revision, alter column account_id set not null;
    `)
  }
}
