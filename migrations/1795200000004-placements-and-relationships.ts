import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who works where, and who gives which type of supervision to whom. */
export class PlacementsAndRelationships1795200000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table placement (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        peer_id uuid not null,
        host_agency_id uuid not null,
        job_title text not null constraint placement_job_title_form check (job_title ~ '^[A-Z_]{3,60}$'),
        starts_on date not null,
        ends_on date,
        full_time_share numeric(3,2) not null default 1
          constraint placement_full_time_share_range check (full_time_share > 0 and full_time_share <= 1),
        caseload_size integer constraint placement_caseload_size_range check (caseload_size between 0 and 500),
        constraint placement_pkey primary key (organization_id, id),
        constraint placement_organization_id_peer_id_fkey
          foreign key (organization_id, peer_id) references membership (organization_id, id),
        constraint placement_organization_id_host_agency_id_fkey
          foreign key (organization_id, host_agency_id) references host_agency (organization_id, id),
        constraint placement_ends_after_start check (ends_on >= starts_on)
      );
      create index placement_organization_id_peer_id_idx on placement (organization_id, peer_id);
      call access.raise_wall('placement');
      create policy those_concerned_read on placement for select to alongside_app using (
        peer_id = (select access.membership_id())
        or peer_id = any ((select access.peers_of_any_type())::uuid[])
        or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy manager_places on placement for insert to alongside_app
        with check ((select access.has_role('MANAGER')));
      create policy manager_updates on placement for update to alongside_app
        using ((select access.has_role('MANAGER')));
      create policy peer_updates_own_caseload on placement for update to alongside_app
        using (peer_id = (select access.membership_id()));
      grant select, insert, update (caseload_size) on placement to alongside_app;

      create table supervision_agreement (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        peer_id uuid not null,
        agreed_on date not null,
        ends_on date,
        constraint supervision_agreement_pkey primary key (organization_id, id),
        constraint supervision_agreement_organization_id_peer_id_fkey
          foreign key (organization_id, peer_id) references membership (organization_id, id),
        constraint supervision_agreement_ends_after_start check (ends_on >= agreed_on)
      );
      create unique index supervision_agreement_one_in_force on supervision_agreement (organization_id, peer_id)
        where ends_on is null;
      create table supervision_agreement_term (
        organization_id uuid not null,
        agreement_id uuid not null,
        type text not null constraint supervision_agreement_term_type_known
          check (type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')),
        peer_id uuid not null,
        cadence_days integer not null
          constraint supervision_agreement_term_cadence_range check (cadence_days between 1 and 366),
        group_sessions_count boolean not null default false,
        constraint supervision_agreement_term_pkey primary key (organization_id, agreement_id, type),
        constraint supervision_agreement_term_organization_id_agreement_id_fkey
          foreign key (organization_id, agreement_id) references supervision_agreement (organization_id, id),
        constraint supervision_agreement_term_organization_id_peer_id_fkey
          foreign key (organization_id, peer_id) references membership (organization_id, id)
      );
      create index supervision_agreement_term_organization_id_peer_id_idx
        on supervision_agreement_term (organization_id, peer_id);

      create table supervision_relationship (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        supervisor_id uuid not null,
        peer_id uuid not null,
        type text not null constraint supervision_relationship_type_known
          check (type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')),
        starts_on date not null,
        ends_on date,
        proposed_at timestamptz not null,
        accepted_at timestamptz,
        supervisor_has_peer_experience boolean not null default false,
        is_substitute boolean not null default false,
        constraint supervision_relationship_pkey primary key (organization_id, id),
        constraint supervision_relationship_organization_id_supervisor_id_fkey
          foreign key (organization_id, supervisor_id) references membership (organization_id, id),
        constraint supervision_relationship_organization_id_peer_id_fkey
          foreign key (organization_id, peer_id) references membership (organization_id, id),
        constraint supervision_relationship_not_oneself check (supervisor_id <> peer_id),
        constraint supervision_relationship_ends_after_start check (ends_on >= starts_on)
      );
      create index supervision_relationship_organization_id_supervisor_id_idx
        on supervision_relationship (organization_id, supervisor_id);
      create index supervision_relationship_organization_id_peer_id_idx
        on supervision_relationship (organization_id, peer_id);
      create unique index supervision_relationship_once_at_a_time
        on supervision_relationship (organization_id, supervisor_id, peer_id, type) where ends_on is null;

      create function access.host_agency_staff_administer_only() returns trigger language plpgsql
        security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        if new.type <> 'ADMINISTRATIVE' and exists (
          select from membership m where m.organization_id = new.organization_id and m.id = new.supervisor_id
            and m.host_agency_id is not null) then
          raise check_violation using constraint = 'supervision_relationship_host_agency_staff';
        end if;
        return new;
      end $$;
      create trigger host_agency_staff_administer_only before insert or update on supervision_relationship
        for each row execute function access.host_agency_staff_administer_only();

      -- An acceptance ends with its relationship: to begin again is to propose again.
      create function access.an_end_is_never_taken_back() returns trigger language plpgsql as $$
      begin
        if old.ends_on is not null and (new.ends_on is null or new.ends_on > old.ends_on) then
          raise check_violation using constraint = 'supervision_relationship_end_taken_back';
        end if;
        return new;
      end $$;
      create trigger an_end_is_never_taken_back before update of ends_on on supervision_relationship
        for each row execute function access.an_end_is_never_taken_back();

      call access.raise_wall('supervision_agreement');
      call access.raise_wall('supervision_agreement_term');
      call access.raise_wall('supervision_relationship');
      create policy those_concerned_read on supervision_agreement for select to alongside_app using (
        peer_id = (select access.membership_id())
        or peer_id = any ((select access.peers_of_any_type())::uuid[])
        or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy those_concerned_read on supervision_agreement_term for select to alongside_app using (
        peer_id = (select access.membership_id())
        or peer_id = any ((select access.peers_of_any_type())::uuid[])
        or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy those_concerned_read on supervision_relationship for select to alongside_app using (
        peer_id = (select access.membership_id())
        or supervisor_id = (select access.membership_id())
        or peer_id = any ((select access.peers_of_any_type())::uuid[])
        or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy manager_agrees on supervision_agreement for insert to alongside_app
        with check ((select access.has_role('MANAGER')));
      create policy manager_agrees on supervision_agreement_term for insert to alongside_app
        with check ((select access.has_role('MANAGER')));
      create policy manager_proposes on supervision_relationship for insert to alongside_app
        with check ((select access.has_role('MANAGER')) and (type = 'SUPPORTIVE') = (accepted_at is null));
      create policy manager_ends on supervision_relationship for update to alongside_app
        using ((select access.has_role('MANAGER')));
      create policy peer_ends_supportive on supervision_relationship for update to alongside_app
        using (type = 'SUPPORTIVE' and peer_id = (select access.membership_id()));
      create policy definer_serves on supervision_relationship to alongside_definer using (true) with check (true);
      grant select, insert on supervision_agreement, supervision_agreement_term to alongside_app;
      grant select, insert, update (ends_on) on supervision_relationship to alongside_app;
      grant select, update on supervision_relationship to alongside_definer;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table supervision_relationship; drop function access.host_agency_staff_administer_only();
      drop function access.an_end_is_never_taken_back();
      drop table supervision_agreement_term; drop table supervision_agreement; drop table placement;
    `)
  }
}
