import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a peer agreed about their supervision, who gives which type of supervision to whom, who substitutes for whom,
 * and whom a peer does not want as a supervisor. Nobody else can read that last choice, and the function that checks
 * availability gives one answer for it and for every other reason.
 */
export class SupervisionRelationships1795200000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [agreements, signatures, relationships, exclusions, limits, ends])
      await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger keep_past_end_dates on organization;
      drop table exclusion_preference, supervision_relationship, supervision_agreement_signature,
        supervision_agreement_term, supervision_agreement;
      drop function access.keep_past_end_dates, access.restrict_end_date_changes,
        access.require_available_supervisor, access.may_supervise, access.restrict_host_agency_staff,
        access.remove_exclusion, access.accept_supportive_relationship;
    `)
  }
}

const THOSE_CONCERNED = `peer_id = (select access.membership_id())
  or peer_id = any ((select access.peers_of_any_type())::uuid[])
  or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))`

/** An agreement that was replaced on the day it began was never in force: it ends on the day before. */
const agreements = /* sql */ `
  create table supervision_agreement (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    peer_id uuid not null,
    agreed_on date not null,
    ends_on date,
    constraint supervision_agreement_pkey primary key (organization_id, id),
    constraint supervision_agreement_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint supervision_agreement_ends_after_start check (ends_on >= agreed_on - 1)
  );
  create unique index supervision_agreement_one_in_force on supervision_agreement (organization_id, peer_id)
    where ends_on is null;
  call access.enable_tenant_rls('supervision_agreement');
  create policy those_concerned_read on supervision_agreement for select to alongside_app using (${THOSE_CONCERNED});
  create policy manager_adds on supervision_agreement for insert to alongside_app
    with check ((select access.has_role('MANAGER')));
  -- An agreement is closed once, when the next one begins.
  create policy manager_closes on supervision_agreement for update to alongside_app
    using ((select access.has_role('MANAGER')) and ends_on is null)
    with check ((select access.has_role('MANAGER')) and ends_on is not null);
  grant select, insert, update (ends_on) on supervision_agreement to alongside_app;
  create trigger audit_change after insert or update or delete on supervision_agreement for each row
    execute function access.audit_change('AGREEMENT', 'peer_id', 'agreed_on,ends_on');

  -- The text on confidentiality is for those who may read the agreement and is not recorded in the audit trail.
  create table supervision_agreement_term (
    organization_id uuid not null,
    agreement_id uuid not null,
    type text not null constraint supervision_agreement_term_type_known
      check (type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')),
    peer_id uuid not null,
    supervisor_id uuid,
    cadence_days integer not null
      constraint supervision_agreement_term_cadence_range check (cadence_days between 1 and 366),
    group_sessions_count boolean not null default false,
    session_minutes integer
      constraint supervision_agreement_term_minutes_range check (session_minutes between 5 and 480),
    confidence text
      constraint supervision_agreement_term_confidence_size check (char_length(confidence) between 1 and 500),
    constraint supervision_agreement_term_pkey primary key (organization_id, agreement_id, type),
    constraint supervision_agreement_term_organization_id_agreement_id_fkey
      foreign key (organization_id, agreement_id) references supervision_agreement (organization_id, id),
    constraint supervision_agreement_term_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint supervision_agreement_term_organization_id_supervisor_id_fkey
      foreign key (organization_id, supervisor_id) references membership (organization_id, id)
  );
  create index supervision_agreement_term_organization_id_peer_id_idx
    on supervision_agreement_term (organization_id, peer_id);
  create index supervision_agreement_term_organization_id_supervisor_id_idx
    on supervision_agreement_term (organization_id, supervisor_id);
  call access.enable_tenant_rls('supervision_agreement_term');
  create policy those_concerned_read on supervision_agreement_term for select to alongside_app
    using (${THOSE_CONCERNED});
  create policy manager_adds on supervision_agreement_term for insert to alongside_app
    with check ((select access.has_role('MANAGER')));
  grant select, insert on supervision_agreement_term to alongside_app;
  create trigger audit_change after insert or update or delete on supervision_agreement_term for each row
    execute function access.audit_change('AGREEMENT', 'peer_id',
      'agreement_id,type,cadence_days,group_sessions_count,session_minutes');
`

const signatures = /* sql */ `
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
  call access.enable_tenant_rls('supervision_agreement_signature');
  create policy those_concerned_read on supervision_agreement_signature for select to alongside_app
    using (${THOSE_CONCERNED});
  -- The peer, and whoever is named in a term, each sign for themselves while the agreement is in force.
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

/**
 * A relationship that is ended takes effect with the next request, so that its last day is yesterday: one that began
 * today ends on the day before its first and has no day at all.
 */
const relationships = /* sql */ `
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
    stands_in_for_id uuid,
    ends_with_leaving boolean not null default false,
    ends_on_before_leaving date,
    constraint supervision_relationship_pkey primary key (organization_id, id),
    constraint supervision_relationship_organization_id_supervisor_id_fkey
      foreign key (organization_id, supervisor_id) references membership (organization_id, id),
    constraint supervision_relationship_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint supervision_relationship_organization_id_stands_in_for_id_fkey
      foreign key (organization_id, stands_in_for_id) references supervision_relationship (organization_id, id),
    constraint supervision_relationship_not_oneself check (supervisor_id <> peer_id),
    constraint supervision_relationship_ends_after_start check (ends_on >= starts_on - 1),
    constraint supervision_relationship_substitute_dated
      check (not is_substitute or ends_on is not null and ends_on - starts_on <= 366)
  );
  create index supervision_relationship_organization_id_supervisor_id_idx
    on supervision_relationship (organization_id, supervisor_id);
  create index supervision_relationship_organization_id_peer_id_idx
    on supervision_relationship (organization_id, peer_id);
  create index supervision_relationship_organization_id_stands_in_for_id_idx
    on supervision_relationship (organization_id, stands_in_for_id);
  create unique index supervision_relationship_once_at_a_time
    on supervision_relationship (organization_id, supervisor_id, peer_id, type) where ends_on is null;
  call access.enable_tenant_rls('supervision_relationship');
  create policy those_concerned_read on supervision_relationship for select to alongside_app using (
    peer_id = (select access.membership_id())
    or supervisor_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_adds on supervision_relationship for insert to alongside_app
    with check ((select access.has_role('MANAGER')) and (type = 'SUPPORTIVE') = (accepted_at is null));
  create policy manager_ends on supervision_relationship for update to alongside_app
    using ((select access.has_role('MANAGER')));
  create policy peer_ends_supportive on supervision_relationship for update to alongside_app
    using (type = 'SUPPORTIVE' and peer_id = (select access.membership_id()));
  create policy definer_access on supervision_relationship to alongside_definer using (true) with check (true);
  grant select, insert, update (ends_on, ends_with_leaving, ends_on_before_leaving) on supervision_relationship
    to alongside_app;
  grant select, update on supervision_relationship to alongside_definer;
  create trigger audit_change after insert or update or delete on supervision_relationship for each row
    execute function access.audit_change('RELATIONSHIP', 'peer_id',
      'supervisor_id,type,starts_on,ends_on,accepted_at,is_substitute');

  -- Only the peer can begin a supportive relationship, so that this runs for the caller.
  create function access.accept_supportive_relationship(p_relationship_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with accepted as (
      update supervision_relationship r
         set accepted_at = access.now(), starts_on = greatest(r.starts_on, access.today())
       where r.organization_id = access.organization_id() and r.id = p_relationship_id and r.type = 'SUPPORTIVE'
         and r.peer_id = access.membership_id() and r.accepted_at is null
         and (r.ends_on is null or r.ends_on >= access.today())
      returning r.id)
    select count(*)::integer from accepted
  $$;
  alter function access.accept_supportive_relationship owner to alongside_definer;
`

/** Neither audited nor notified: an audit trail or a notification would reveal the choice. */
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
  call access.enable_tenant_rls('exclusion_preference');
  create policy peer_reads on exclusion_preference for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy peer_adds on exclusion_preference for insert to alongside_app
    with check (peer_id = (select access.membership_id()) and (select access.has_role('PEER')));
  create policy definer_access on exclusion_preference to alongside_definer using (true) with check (true);
  grant select, insert on exclusion_preference to alongside_app;
  grant select, delete on exclusion_preference to alongside_definer;

  -- The one thing that a member can delete, since the application role deletes nothing: a choice of their own.
  create function access.remove_exclusion(p_excluded_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with gone as (
      delete from exclusion_preference x
       where x.organization_id = access.organization_id() and x.peer_id = access.membership_id()
         and x.excluded_id = p_excluded_id
      returning x.excluded_id)
    select count(*)::integer from gone
  $$;
  alter function access.remove_exclusion owner to alongside_definer;
`

const limits = /* sql */ `
  create function access.restrict_host_agency_staff() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if new.type <> 'ADMINISTRATIVE' and exists (
      select from membership m where m.organization_id = new.organization_id and m.id = new.supervisor_id
        and m.host_agency_id is not null) then
      raise check_violation using constraint = 'supervision_relationship_host_agency_staff';
    end if;
    return new;
  end $$;
  alter function access.restrict_host_agency_staff owner to alongside_definer;
  create trigger restrict_host_agency_staff before insert or update on supervision_relationship
    for each row execute function access.restrict_host_agency_staff();

  -- One answer for every reason why somebody cannot be assigned to a peer, so that no caller learns which it was. It
  -- answers managers of the organization; to everybody else the answer is always no.
  create function access.may_supervise(p_supervisor_id uuid, p_peer_id uuid, p_type text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select access.has_role('MANAGER') and exists (
      select from membership s
        left join employment e on e.organization_id = s.organization_id and e.member_id = s.id
       where s.organization_id = access.organization_id() and s.id = p_supervisor_id and s.id <> p_peer_id
         and 'SUPERVISOR' = any (s.roles) and s.disabled_at is null
         and (e.leaves_on is null or e.returns_on <= coalesce(access.today(), current_date))
         and (p_type = 'ADMINISTRATIVE' or s.host_agency_id is null)
         and not exists (
           select from leave_period l
            where l.organization_id = s.organization_id and l.peer_id = s.id and l.removed_at is null
              and l.starts_on <= access.today() and (l.ends_on is null or l.ends_on >= access.today()))
         and not exists (
           select from exclusion_preference x
            where x.organization_id = s.organization_id and x.peer_id = p_peer_id and x.excluded_id = s.id))
  $$;
  alter function access.may_supervise owner to alongside_definer;

  -- In the application nobody is assigned who is not available, nor twice for the same time. The overlap is checked
  -- first, so that its answer is the same for somebody who is available and for somebody who is not.
  create function access.require_available_supervisor() returns trigger language plpgsql
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
  alter function access.require_available_supervisor owner to alongside_definer;
  create trigger require_available_supervisor after insert on supervision_relationship
    for each row execute function access.require_available_supervisor();
`

const ends = /* sql */ `
  -- An acceptance ends with its relationship. Only an end that was set because somebody leaves can be reversed, before
  -- it has come, and to exactly what it was before: nobody is supervised for longer than they agreed to.
  create function access.restrict_end_date_changes() returns trigger language plpgsql as $$
  begin
    -- Somebody ended it meanwhile: that end is independent of the leaving, and undoing the leaving does not touch it.
    if old.ends_with_leaving and new.ends_with_leaving and new.ends_on is distinct from old.ends_on
       and new.ends_on_before_leaving is not distinct from old.ends_on_before_leaving then
      new.ends_with_leaving := false;
      new.ends_on_before_leaving := null;
    end if;
    if new.ends_with_leaving and not old.ends_with_leaving
       and new.ends_on_before_leaving is distinct from old.ends_on
       or new.ends_with_leaving and old.ends_with_leaving
       and new.ends_on_before_leaving is distinct from old.ends_on_before_leaving then
      raise check_violation using constraint = 'supervision_relationship_end_extended';
    end if;
    if old.ends_on is not null and (new.ends_on is null or new.ends_on > old.ends_on)
       and not (old.ends_with_leaving and not new.ends_with_leaving
                and new.ends_on is not distinct from old.ends_on_before_leaving
                and old.ends_on >= coalesce(access.today(), current_date)) then
      raise check_violation using constraint = 'supervision_relationship_end_extended';
    end if;
    return new;
  end $$;
  create trigger restrict_end_date_changes
    before update of ends_on, ends_with_leaving, ends_on_before_leaving on supervision_relationship
    for each row execute function access.restrict_end_date_changes();

  -- When an organization moves to a time zone further west, today can become yesterday again. An end date that had
  -- passed is then set before the new today, or somebody who had left would be let in once more.
  create function access.keep_past_end_dates() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    was date := (coalesce(access.now(), now()) at time zone old.time_zone)::date;
    becomes date := (coalesce(access.now(), now()) at time zone new.time_zone)::date;
  begin
    update supervision_relationship r set ends_on = greatest(r.starts_on - 1, becomes - 1)
     where r.organization_id = new.id and r.ends_on < was and r.ends_on >= becomes;
    update employment e set leaves_on = becomes - 1
     where e.organization_id = new.id and e.leaves_on < was and e.leaves_on >= becomes;
    return null;
  end $$;
  alter function access.keep_past_end_dates owner to alongside_definer;
  create trigger keep_past_end_dates after update of time_zone on organization for each row
    when (old.time_zone <> new.time_zone) execute function access.keep_past_end_dates();
`
