import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * No supervision reaches back before its start, nobody names themselves as a supervisor, and the peer is told before
 * one is in force. A flag from before reaches a supervisor only where the peer shares it.
 */
export class SupervisionNeverReachesBack1796030000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [kinds(added), proposing, notes, sharing, flags]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const step of [flagsBefore, notesBefore, proposingBefore, kinds(removed)]) await runner.query(step)
  }
}

const KINDS = `array['SUPERVISION_ASSIGNED', 'FLAG_STEP', 'FLAG_CLOSING_PROPOSED', 'FLAG_SHARED',
  'ROLE_REQUESTED', 'ROLE_REQUEST_ANSWERED']`
const added = `kinds || ${KINDS}`
const removed = `array(select kind from unnest(kinds) with ordinality k (kind, place)
  where kind <> all (${KINDS}) order by place)`

/** Reads the kinds that are known so far: another migration may have added some of its own. */
function kinds(wanted: string): string {
  return /* sql */ `
    do $$
    declare
      kinds text[];
    begin
      select array_agg(words[1] order by place) into kinds
        from pg_constraint c,
             regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') with ordinality k (words, place)
       where c.conname = 'notification_kind_known' and c.conrelid = 'notification'::regclass;
      kinds := ${wanted};
      alter table notification drop constraint notification_kind_known;
      execute format('alter table notification add constraint notification_kind_known check (kind in (%s))',
        (select string_agg(quote_literal(kind), ', ' order by place) from unnest(kinds) with ordinality k (kind, place)));
    end $$;
  `
}

/** Told today and in force tomorrow at the earliest; a supportive one waits for the peer and has no such day. */
const proposing = /* sql */ `
  drop policy manager_adds on supervision_relationship;
  create policy manager_adds on supervision_relationship for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and supervisor_id <> (select access.membership_id())
    and proposed_at = (select access.now())
    and case type when 'SUPPORTIVE' then accepted_at is null
             else accepted_at = (select access.now()) and starts_on > (select access.today()) end);
  ${mayBeAssigned('s.id <> access.membership_id() and ')}
`
const proposingBefore = /* sql */ `
  drop policy manager_adds on supervision_relationship;
  create policy manager_adds on supervision_relationship for insert to alongside_app
    with check ((select access.has_role('MANAGER')) and (type = 'SUPPORTIVE') = (accepted_at is null));
  ${mayBeAssigned('')}
`

function mayBeAssigned(notOneself: string): string {
  return /* sql */ `
    create or replace function access.may_supervise(p_supervisor_id uuid, p_peer_id uuid, p_type text) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select access.has_role('MANAGER') and exists (
      select from membership s
        left join employment e on e.organization_id = s.organization_id and e.member_id = s.id
       where s.organization_id = access.organization_id() and s.id = p_supervisor_id and s.id <> p_peer_id
         and ${notOneself}'SUPERVISOR' = any (s.roles) and s.disabled_at is null
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
  `
}

/** Own notes too: who supervises again after an end begins anew, and the peer has every note. */
const notes = ['administrative', 'educational', 'supportive'].map(noteSince).join('\n')
function noteSince(type: string): string {
  const table = `${type}_note`
  return /* sql */ `
    drop policy supervisor_reads on ${table};
    create policy supervisor_reads on ${table} for select to alongside_app using (
      supervisor_id = (select access.membership_id())
      and exists (
        select from session_attendance a
          join supervision_relationship r on r.organization_id = a.organization_id and r.peer_id = a.peer_id
         where a.organization_id = ${table}.organization_id and a.session_id = ${table}.session_id
           and a.peer_id = coalesce(${table}.about_peer_id, a.peer_id)
           and a.peer_id = any ((select access.peers_of('${type.toUpperCase()}'))::uuid[])
           and r.supervisor_id = (select access.membership_id()) and r.type = '${type.toUpperCase()}'
           and r.accepted_at is not null and r.starts_on <= a.held_on
           and (r.ends_on is null or r.ends_on >= (select access.today()))));
  `
}
const notesBefore = ['administrative', 'educational', 'supportive'].map(noteOfThePeers).join('\n')
function noteOfThePeers(type: string): string {
  const table = `${type}_note`
  return /* sql */ `
    drop policy supervisor_reads on ${table};
    create policy supervisor_reads on ${table} for select to alongside_app using (
      supervisor_id = (select access.membership_id())
      and (about_peer_id = any ((select access.peers_of('${type.toUpperCase()}'))::uuid[])
        or about_peer_id is null and exists (
          select from session_attendance a
           where a.organization_id = ${table}.organization_id and a.session_id = ${table}.session_id
             and a.peer_id = any ((select access.peers_of('${type.toUpperCase()}'))::uuid[]))));
  `
}

/**
 * The keys hold what a policy on the flag cannot, since the flag's policy reads this table: that the flag and the
 * relationship are both about the peer who shares.
 */
const sharing = /* sql */ `
  alter table drift_flag
    add constraint drift_flag_organization_id_id_peer_id_key unique (organization_id, id, peer_id);
  alter table supervision_relationship
    add constraint supervision_relationship_organization_id_id_peer_id_key unique (organization_id, id, peer_id);
  create table drift_flag_share (
    organization_id uuid not null,
    flag_id uuid not null,
    relationship_id uuid not null,
    peer_id uuid not null,
    shared_at timestamptz not null,
    constraint drift_flag_share_pkey primary key (organization_id, flag_id, relationship_id),
    constraint drift_flag_share_of_own_flag foreign key (organization_id, flag_id, peer_id)
      references drift_flag (organization_id, id, peer_id),
    constraint drift_flag_share_with_own_supervisor foreign key (organization_id, relationship_id, peer_id)
      references supervision_relationship (organization_id, id, peer_id)
  );
  create index drift_flag_share_organization_id_relationship_id_idx
    on drift_flag_share (organization_id, relationship_id);
  call access.enable_tenant_rls('drift_flag_share');
  create policy those_concerned_read on drift_flag_share for select to alongside_app using (
    peer_id = (select access.membership_id())
    or exists (select from supervision_relationship r
                where r.organization_id = drift_flag_share.organization_id and r.id = drift_flag_share.relationship_id
                  and r.supervisor_id = (select access.membership_id())));
  create policy peer_adds on drift_flag_share for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and shared_at = (select access.now())
    and exists (select from supervision_relationship r
                 where r.organization_id = drift_flag_share.organization_id and r.id = drift_flag_share.relationship_id
                   and r.type in ('EDUCATIONAL', 'SUPPORTIVE') and r.accepted_at is not null
                   and (r.ends_on is null or r.ends_on >= (select access.today()))));
  grant select, insert on drift_flag_share to alongside_app;

  -- Whether a relationship is in force and had begun when the flag was raised, or the peer shared the flag with it.
  -- One that was accepted later on its first day had not begun.
  create function access.reaches_flag(p_relationship_id uuid, p_flag_id uuid, p_raised_at timestamptz) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (
      select from supervision_relationship r
        join organization o on o.id = r.organization_id
       where r.organization_id = access.organization_id() and r.id = p_relationship_id
         and r.type in ('EDUCATIONAL', 'SUPPORTIVE') and r.accepted_at is not null
         and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today())
         and (r.accepted_at <= p_raised_at and r.starts_on <= (p_raised_at at time zone o.time_zone)::date
           or exists (select from drift_flag_share s
                       where s.organization_id = r.organization_id and s.flag_id = p_flag_id
                         and s.relationship_id = r.id)))
  $$;
  -- The roles of the caller count too: peers_of is empty for somebody who is no supervisor any more.
  create function access.may_work_on_flag(p_flag_id uuid, p_peer_id uuid, p_raised_at timestamptz) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select p_peer_id = any (access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')) and exists (
      select from supervision_relationship r
       where r.organization_id = access.organization_id() and r.supervisor_id = access.membership_id()
         and r.peer_id = p_peer_id and access.reaches_flag(r.id, p_flag_id, p_raised_at))
  $$;
`

const flags = /* sql */ `
  drop policy supervisors_read_once_opened on drift_flag;
  create policy supervisors_read_once_opened on drift_flag for select to alongside_app using (
    peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[])
    and least(opened_at, raised_at + interval '168 hours') <= (select access.now())
    and access.may_work_on_flag(id, peer_id, raised_at));
  drop policy supervisors_update_once_opened on drift_flag;
  create policy supervisors_update_once_opened on drift_flag for update to alongside_app using (
    peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[])
    and least(opened_at, raised_at + interval '168 hours') <= (select access.now())
    and access.may_work_on_flag(id, peer_id, raised_at));
  -- A manager may read the released flag itself: that alone shows no step of it.
  drop policy peer_and_supervisors_read on drift_flag_step;
  create policy peer_and_supervisors_read on drift_flag_step for select to alongside_app using (
    exists (select from drift_flag f where f.organization_id = drift_flag_step.organization_id
               and f.id = drift_flag_step.flag_id
               and (f.peer_id = (select access.membership_id())
                 or access.may_work_on_flag(f.id, f.peer_id, f.raised_at))));
  drop policy peer_and_supervisors_add on drift_flag_step;
  create policy peer_and_supervisors_add on drift_flag_step for insert to alongside_app with check (
    taken_by = (select access.membership_id()) and taken_at = (select access.now())
    and exists (select from drift_flag f where f.organization_id = drift_flag_step.organization_id
                   and f.id = drift_flag_step.flag_id and f.peer_id = drift_flag_step.peer_id
                   and (f.peer_id = (select access.membership_id())
                     or access.may_work_on_flag(f.id, f.peer_id, f.raised_at))));
`
const flagsBefore = /* sql */ `
  drop policy supervisors_read_once_opened on drift_flag;
  create policy supervisors_read_once_opened on drift_flag for select to alongside_app using (
    peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[])
    and least(opened_at, raised_at + interval '168 hours') <= (select access.now()));
  drop policy supervisors_update_once_opened on drift_flag;
  create policy supervisors_update_once_opened on drift_flag for update to alongside_app using (
    peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[])
    and least(opened_at, raised_at + interval '168 hours') <= (select access.now()));
  drop policy peer_and_supervisors_read on drift_flag_step;
  create policy peer_and_supervisors_read on drift_flag_step for select to alongside_app using (
    (peer_id = (select access.membership_id())
      or peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[]))
    and exists (select from drift_flag f where f.organization_id = drift_flag_step.organization_id
                   and f.id = drift_flag_step.flag_id));
  drop policy peer_and_supervisors_add on drift_flag_step;
  create policy peer_and_supervisors_add on drift_flag_step for insert to alongside_app with check (
    taken_by = (select access.membership_id()) and taken_at = (select access.now())
    and (peer_id = (select access.membership_id())
      or peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[]))
    and exists (select from drift_flag f where f.organization_id = drift_flag_step.organization_id
                   and f.id = drift_flag_step.flag_id and f.peer_id = drift_flag_step.peer_id));
  drop function access.may_work_on_flag, access.reaches_flag;
  drop table drift_flag_share;
  alter table drift_flag drop constraint drift_flag_organization_id_id_peer_id_key;
  alter table supervision_relationship drop constraint supervision_relationship_organization_id_id_peer_id_key;
`
