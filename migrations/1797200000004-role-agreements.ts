import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What is, and is not, the work of a peer in a placement: versions that begin one after the other. One is in force from
 * the day on which the peer, a supervisor and the host agency have all accepted it, until the next one begins.
 */
export class RoleAgreements1797200000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [agreements, acceptances, order]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table role_agreement_acceptance;
      drop table role_agreement;
      drop function access.begin_role_agreement, access.require_later_role_agreement;
    `)
  }
}

const agreements = /* sql */ `
  create table role_agreement (
    organization_id uuid not null,
    id uuid not null,
    placement_id uuid not null,
    peer_id uuid not null,
    version integer not null constraint role_agreement_version_range check (version between 1 and 1000),
    starts_on date not null,
    lines jsonb not null constraint role_agreement_lines_form check (jsonb_typeof(lines) = 'array'),
    house_rules_id uuid,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    in_force_from date,
    withdrawn_at timestamptz,
    constraint role_agreement_pkey primary key (organization_id, id),
    constraint role_agreement_of_peer unique (organization_id, id, peer_id),
    constraint role_agreement_version_once unique (organization_id, placement_id, version),
    constraint role_agreement_of_placement foreign key (organization_id, placement_id, peer_id)
      references placement (organization_id, id, peer_id),
    constraint role_agreement_organization_id_house_rules_id_fkey foreign key (organization_id, house_rules_id)
      references house_rules (organization_id, id),
    constraint role_agreement_organization_id_proposed_by_fkey foreign key (organization_id, proposed_by)
      references membership (organization_id, id),
    constraint role_agreement_begins_when_agreed check (in_force_from >= starts_on),
    constraint role_agreement_agreed_or_withdrawn check (in_force_from is null or withdrawn_at is null)
  );
  create unique index role_agreement_one_open on role_agreement (organization_id, placement_id)
    where in_force_from is null and withdrawn_at is null;
  create unique index role_agreement_one_a_day on role_agreement (organization_id, placement_id, in_force_from);
  create index role_agreement_organization_id_peer_id_idx on role_agreement (organization_id, peer_id);
  call access.enable_tenant_rls('role_agreement');
  create policy those_concerned_read on role_agreement for select to alongside_app using (
    peer_id = (select access.membership_id()) or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy peer_or_supervisor_proposes on role_agreement for insert to alongside_app with check (
    proposed_by = (select access.membership_id()) and proposed_at = (select access.now())
    and in_force_from is null and withdrawn_at is null and not (select access.is_host_agency_staff())
    and (peer_id = (select access.membership_id()) or peer_id = any ((select access.peers_of_any_type())::uuid[])));
  create policy peer_or_supervisor_withdraws on role_agreement for update to alongside_app
    using (in_force_from is null and withdrawn_at is null and not (select access.is_host_agency_staff())
      and (peer_id = (select access.membership_id()) or peer_id = any ((select access.peers_of_any_type())::uuid[])))
    with check (withdrawn_at = (select access.now())
      and (peer_id = (select access.membership_id()) or peer_id = any ((select access.peers_of_any_type())::uuid[])));
  create policy definer_begins on role_agreement to alongside_definer using (true) with check (true);
  create trigger audit_change after insert or update or delete on role_agreement for each row
    execute function access.audit_change('AGREEMENT', 'peer_id', 'placement_id,version,starts_on,in_force_from,withdrawn_at');
  create trigger require_joined_peer before insert on role_agreement for each row
    execute function access.require_joined_peer();
  grant select, insert, update (withdrawn_at) on role_agreement to alongside_app;
  grant select, update (in_force_from) on role_agreement to alongside_definer;
`

/** Each side accepts once, and nobody speaks for two. A manager accepts for the agency, naming who there agreed. */
const acceptances = /* sql */ `
  create table role_agreement_acceptance (
    organization_id uuid not null,
    agreement_id uuid not null,
    side text not null
      constraint role_agreement_acceptance_side_known check (side in ('PEER', 'SUPERVISOR', 'HOST_AGENCY')),
    peer_id uuid not null,
    accepted_by uuid not null,
    on_behalf_of text
      constraint role_agreement_acceptance_on_behalf_of_length check (char_length(on_behalf_of) between 1 and 80),
    accepted_at timestamptz not null,
    constraint role_agreement_acceptance_pkey primary key (organization_id, agreement_id, side),
    constraint role_agreement_acceptance_one_side unique (organization_id, agreement_id, accepted_by),
    constraint role_agreement_acceptance_of_peer foreign key (organization_id, agreement_id, peer_id)
      references role_agreement (organization_id, id, peer_id),
    constraint role_agreement_acceptance_organization_id_accepted_by_fkey foreign key (organization_id, accepted_by)
      references membership (organization_id, id),
    constraint role_agreement_acceptance_on_behalf_of_agency check (on_behalf_of is null or side = 'HOST_AGENCY')
  );
  call access.enable_tenant_rls('role_agreement_acceptance');
  create policy those_concerned_read on role_agreement_acceptance for select to alongside_app using (
    peer_id = (select access.membership_id()) or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy each_side_accepts on role_agreement_acceptance for insert to alongside_app with check (
    accepted_by = (select access.membership_id()) and accepted_at = (select access.now())
    and exists (
      select from role_agreement g
        join placement p on p.organization_id = g.organization_id and p.id = g.placement_id
       where g.organization_id = role_agreement_acceptance.organization_id
         and g.id = role_agreement_acceptance.agreement_id
         and g.in_force_from is null and g.withdrawn_at is null
         and case role_agreement_acceptance.side
           when 'PEER' then g.peer_id = (select access.membership_id())
           when 'SUPERVISOR' then not (select access.is_host_agency_staff())
             and g.peer_id = any ((select access.peers_of_any_type())::uuid[])
           else g.peer_id <> (select access.membership_id())
             and ((select access.has_role('MANAGER')) and role_agreement_acceptance.on_behalf_of is not null
               or exists (
                 select from membership m
                  where m.organization_id = p.organization_id and m.id = (select access.membership_id())
                    and m.host_agency_id = p.host_agency_id)) end));
  create policy definer_counts on role_agreement_acceptance for select to alongside_definer using (true);
  create trigger audit_change after insert or update or delete on role_agreement_acceptance for each row
    execute function access.audit_change('AGREEMENT', 'peer_id', 'agreement_id,side');
  grant select, insert on role_agreement_acceptance to alongside_app;
  grant select on role_agreement_acceptance to alongside_definer;
`

/** Versions never overlap: each begins after the one before, and the last acceptance sets the day, never a past one. */
const order = /* sql */ `
  create function access.require_later_role_agreement() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('role agreements of ' || new.placement_id, 0));
    if exists (
      select from role_agreement g
       where g.organization_id = new.organization_id and g.placement_id = new.placement_id and g.id <> new.id
         and g.in_force_from >= coalesce(new.in_force_from, new.starts_on)) then
      raise check_violation using constraint = 'role_agreement_overlaps';
    end if;
    return new;
  end $$;
  alter function access.require_later_role_agreement owner to alongside_definer;
  create trigger require_later_role_agreement before insert or update of in_force_from on role_agreement
    for each row execute function access.require_later_role_agreement();

  create function access.begin_role_agreement() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform from role_agreement g where g.organization_id = new.organization_id and g.id = new.agreement_id for update;
    update role_agreement g set in_force_from = greatest(g.starts_on, access.today())
     where g.organization_id = new.organization_id and g.id = new.agreement_id and g.withdrawn_at is null
       and g.in_force_from is null
       and (select count(*) from role_agreement_acceptance a
             where a.organization_id = g.organization_id and a.agreement_id = g.id) = 3;
    return null;
  end $$;
  alter function access.begin_role_agreement owner to alongside_definer;
  create trigger begin_role_agreement after insert on role_agreement_acceptance for each row
    execute function access.begin_role_agreement();
`
