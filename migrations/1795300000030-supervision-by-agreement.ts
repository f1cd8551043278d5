import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who may be named for whom, who stands in for whom, and who signed what was agreed. A peer can keep somebody from
 * supervising them: nobody else finds that row, and assignment folds it with every other reason into one answer.
 */
export class SupervisionByAgreement1795300000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(exclusions)
    await runner.query(assignment)
    await runner.query(agreements)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table supervision_agreement_signature;
      drop index supervision_agreement_term_organization_id_supervisor_id_idx;
      alter table supervision_agreement_term drop constraint supervision_agreement_term_organization_id_supervisor_id_fkey,
        drop column supervisor_id;
      drop policy manager_closes on supervision_agreement;
      revoke update (ends_on) on supervision_agreement from alongside_app;
      update supervision_agreement set ends_on = agreed_on where ends_on < agreed_on;
      alter table supervision_agreement drop constraint supervision_agreement_ends_after_start;
      alter table supervision_agreement add constraint supervision_agreement_ends_after_start
        check (ends_on >= agreed_on);
      drop trigger only_who_is_available on supervision_relationship; drop function access.only_who_is_available();
      drop function access.may_supervise(uuid, uuid, text);
      drop policy definer_serves on leave_period; revoke select on leave_period from alongside_definer;
      drop function access.take_back_exclusion(uuid);
      drop index supervision_relationship_organization_id_stands_in_for_id_idx;
      alter table supervision_relationship drop constraint supervision_relationship_substitute_dated,
        drop constraint supervision_relationship_organization_id_stands_in_for_id_fkey, drop column stands_in_for_id;
      drop table exclusion_preference;
    `)
  }
}

/** Never audited, never told: a trail or a notice would be a list of its own. */
const exclusions = /* sql */ `
  create table exclusion_preference (
    organization_id uuid not null,
    peer_id uuid not null,
    excluded_id uuid not null,
    made_at timestamptz not null,
    constraint exclusion_preference_pkey primary key (organization_id, peer_id, excluded_id),
    constraint exclusion_preference_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint exclusion_preference_organization_id_excluded_id_fkey
      foreign key (organization_id, excluded_id) references membership (organization_id, id),
    constraint exclusion_preference_not_oneself check (peer_id <> excluded_id)
  );
  create index exclusion_preference_organization_id_excluded_id_idx
    on exclusion_preference (organization_id, excluded_id);
  call access.raise_wall('exclusion_preference');
  create policy peer_reads_own on exclusion_preference for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy peer_excludes on exclusion_preference for insert to alongside_app
    with check (peer_id = (select access.membership_id()) and (select access.has_role('PEER')));
  create policy definer_serves on exclusion_preference to alongside_definer using (true) with check (true);
  grant select, insert on exclusion_preference to alongside_app;
  grant select, delete on exclusion_preference to alongside_definer;

  -- The application role deletes nothing; what a peer takes back is gone all the same, and only their own.
  create function access.take_back_exclusion(p_excluded_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with gone as (
      delete from exclusion_preference x
       where x.organization_id = access.organization_id() and x.peer_id = access.membership_id()
         and x.excluded_id = p_excluded_id
      returning x.excluded_id)
    select count(*)::integer from gone
  $$;
  alter function access.take_back_exclusion(uuid) owner to alongside_definer;
`

const assignment = /* sql */ `
  alter table supervision_relationship add column stands_in_for_id uuid,
    add constraint supervision_relationship_organization_id_stands_in_for_id_fkey
      foreign key (organization_id, stands_in_for_id) references supervision_relationship (organization_id, id),
    add constraint supervision_relationship_substitute_dated
      check (not is_substitute or ends_on is not null and ends_on - starts_on <= 366) not valid;
  create index supervision_relationship_organization_id_stands_in_for_id_idx
    on supervision_relationship (organization_id, stands_in_for_id);

  create policy definer_serves on leave_period to alongside_definer using (true);
  grant select on leave_period to alongside_definer;

  -- Every reason why somebody cannot be named for a peer, folded into one answer: no caller learns which it was.
  -- Asked by a manager of the organization only; to everybody else the answer is always no.
  create function access.may_supervise(p_supervisor_id uuid, p_peer_id uuid, p_type text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select access.has_role('MANAGER') and exists (
      select from membership s
        left join employment e on e.organization_id = s.organization_id and e.member_id = s.id
       where s.organization_id = access.organization_id() and s.id = p_supervisor_id and s.id <> p_peer_id
         and 'SUPERVISOR' = any (s.roles) and s.disabled_at is null and e.leaves_on is null
         and (p_type = 'ADMINISTRATIVE' or s.host_agency_id is null)
         and not exists (
           select from leave_period l
            where l.organization_id = s.organization_id and l.peer_id = s.id and l.removed_at is null
              and l.starts_on <= access.today() and (l.ends_on is null or l.ends_on >= access.today()))
         and not exists (
           select from exclusion_preference x
            where x.organization_id = s.organization_id and x.peer_id = p_peer_id and x.excluded_id = s.id))
  $$;

  -- After the row's own walls: in the application nobody begins who is not available, nor twice in the same time.
  -- "Twice" is asked first, for those who are available and those who are not alike.
  create function access.only_who_is_available() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if access.organization_id() is null then
      return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('supervision of ' || new.peer_id, 0));
    if exists (
      select from supervision_relationship r
       where r.organization_id = new.organization_id and r.peer_id = new.peer_id and r.id <> new.id
         and r.supervisor_id = new.supervisor_id and r.type = new.type
         and (r.ends_on is null or r.ends_on >= greatest(r.starts_on, new.starts_on))
         and (new.ends_on is null or new.ends_on >= r.starts_on)) then
      raise check_violation using constraint = 'supervision_relationship_overlaps';
    end if;
    if not access.may_supervise(new.supervisor_id, new.peer_id, new.type) then
      raise check_violation using constraint = 'supervision_relationship_unavailable';
    end if;
    return null;
  end $$;
  create trigger only_who_is_available after insert on supervision_relationship
    for each row execute function access.only_who_is_available();

  alter function access.may_supervise(uuid, uuid, text) owner to alongside_definer;
  alter function access.only_who_is_available() owner to alongside_definer;
`

const agreements = /* sql */ `
  -- Replaced on the day it began, an agreement was never in force.
  alter table supervision_agreement drop constraint supervision_agreement_ends_after_start;
  alter table supervision_agreement add constraint supervision_agreement_ends_after_start
    check (ends_on >= agreed_on - 1);
  -- It is closed once, when the next one begins.
  create policy manager_closes on supervision_agreement for update to alongside_app
    using ((select access.has_role('MANAGER')) and ends_on is null)
    with check ((select access.has_role('MANAGER')) and ends_on is not null);
  grant update (ends_on) on supervision_agreement to alongside_app;

  alter table supervision_agreement_term add column supervisor_id uuid,
    add constraint supervision_agreement_term_organization_id_supervisor_id_fkey
      foreign key (organization_id, supervisor_id) references membership (organization_id, id);
  create index supervision_agreement_term_organization_id_supervisor_id_idx
    on supervision_agreement_term (organization_id, supervisor_id);

  create table supervision_agreement_signature (
    organization_id uuid not null,
    agreement_id uuid not null,
    member_id uuid not null,
    peer_id uuid not null,
    signed_at timestamptz not null,
    constraint supervision_agreement_signature_pkey primary key (organization_id, agreement_id, member_id),
    constraint supervision_agreement_signature_agreement_fkey
      foreign key (organization_id, agreement_id) references supervision_agreement (organization_id, id),
    constraint supervision_agreement_signature_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint supervision_agreement_signature_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id)
  );
  create index supervision_agreement_signature_organization_id_member_id_idx
    on supervision_agreement_signature (organization_id, member_id);
  create index supervision_agreement_signature_organization_id_peer_id_idx
    on supervision_agreement_signature (organization_id, peer_id);
  call access.raise_wall('supervision_agreement_signature');
  create policy those_concerned_read on supervision_agreement_signature for select to alongside_app using (
    peer_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  -- Each for themselves: the peer, and whom a term names; while the agreement is in force.
  create policy those_named_sign on supervision_agreement_signature for insert to alongside_app with check (
    member_id = (select access.membership_id())
    and exists (
      select from supervision_agreement g
       where g.organization_id = supervision_agreement_signature.organization_id and g.id = agreement_id
         and g.peer_id = supervision_agreement_signature.peer_id and g.ends_on is null)
    and (peer_id = (select access.membership_id())
      or exists (
        select from supervision_agreement_term t
         where t.organization_id = supervision_agreement_signature.organization_id
           and t.agreement_id = supervision_agreement_signature.agreement_id
           and t.supervisor_id = (select access.membership_id()))));
  grant select, insert on supervision_agreement_signature to alongside_app;

  create trigger audit_change after insert or update or delete on supervision_agreement_signature for each row
    execute function access.audit_change('AGREEMENT', 'peer_id', 'agreement_id,member_id');
`
