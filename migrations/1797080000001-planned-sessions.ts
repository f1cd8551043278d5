import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Sessions that are agreed for a day to come, apart from those that were held: whatever counts sessions counts those
 * that took place. The time is kept as the organization's clock reads it, so that a change of the clocks moves nothing.
 *
 * The policy of a planned session reads the attendance; that of the attendance reads no other table.
 */
export class PlannedSessions1797080000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [tables, policies, ends, held]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger reopen_planned_session on supervision_session;
      drop trigger cancel_planned_after_end on supervision_relationship;
      drop table planned_attendance, planned_session;
      drop function access.reopen_planned_session, access.cancel_planned_after_end;
    `)
  }
}

const tables = /* sql */ `
  create table planned_session (
    organization_id uuid not null,
    id uuid not null,
    supervisor_id uuid not null,
    starts_on date not null,
    start_time time not null,
    minutes integer not null constraint planned_session_minutes_range check (minutes between 5 and 480),
    format text not null constraint planned_session_format_known
      check (format in ('INDIVIDUAL', 'GROUP', 'TEAM_CHECK_IN', 'CO_REFLECTION')),
    modality text not null constraint planned_session_modality_known
      check (modality in ('IN_PERSON', 'VIDEO', 'PHONE')),
    status text not null constraint planned_session_status_known
      check (status in ('SCHEDULED', 'HELD', 'CANCELLED', 'MISSED')),
    reason text constraint planned_session_reason_known check (reason in (
      'PEER_AWAY', 'SUPERVISOR_AWAY', 'FACILITY_CLOSED', 'URGENT_WORK', 'NO_CONNECTION', 'MOVED', 'SUPERVISION_ENDED')),
    series_id uuid,
    series_position integer,
    series_weeks integer,
    held_session_id uuid,
    planned_by uuid not null,
    planned_at timestamptz not null,
    changed_by uuid,
    changed_at timestamptz not null,
    revision integer not null default 1,
    constraint planned_session_pkey primary key (organization_id, id),
    constraint planned_session_of_supervisor unique (organization_id, id, supervisor_id),
    constraint planned_session_organization_id_supervisor_id_fkey
      foreign key (organization_id, supervisor_id) references membership (organization_id, id),
    constraint planned_session_planned_by_fkey
      foreign key (organization_id, planned_by) references membership (organization_id, id),
    constraint planned_session_changed_by_fkey
      foreign key (organization_id, changed_by) references membership (organization_id, id),
    constraint planned_session_held_session_fkey foreign key (organization_id, held_session_id, supervisor_id)
      references supervision_session (organization_id, id, supervisor_id),
    constraint planned_session_reason_given check ((reason is null) = (status in ('SCHEDULED', 'HELD'))),
    constraint planned_session_held_as_logged check (status <> 'HELD' or held_session_id is not null),
    constraint planned_session_whole_series
      check ((series_id is null) = (series_position is null) and (series_id is null) = (series_weeks is null))
  );
  create index planned_session_organization_id_supervisor_id_idx
    on planned_session (organization_id, supervisor_id, starts_on);
  create index planned_session_organization_id_series_id_idx on planned_session (organization_id, series_id);
  create unique index planned_session_held_once on planned_session (organization_id, held_session_id);

  create table planned_attendance (
    organization_id uuid not null,
    planned_session_id uuid not null,
    peer_id uuid not null,
    type text not null constraint planned_attendance_type_known
      check (type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')),
    supervisor_id uuid not null,
    withdrawn_at timestamptz,
    constraint planned_attendance_pkey primary key (organization_id, planned_session_id, peer_id, type),
    constraint planned_attendance_of_session foreign key (organization_id, planned_session_id, supervisor_id)
      references planned_session (organization_id, id, supervisor_id),
    constraint planned_attendance_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint planned_attendance_not_oneself check (peer_id <> supervisor_id)
  );
  create index planned_attendance_organization_id_peer_id_idx on planned_attendance (organization_id, peer_id);
  create index planned_attendance_organization_id_supervisor_id_idx
    on planned_attendance (organization_id, supervisor_id);

  call access.enable_tenant_rls('planned_session');
  call access.enable_tenant_rls('planned_attendance');
  create trigger audit_change after insert or update or delete on planned_session for each row
    execute function access.audit_change('SESSION', '',
      'supervisor_id,starts_on,start_time,minutes,format,modality,status,reason');
  create trigger audit_change after insert or update or delete on planned_attendance for each row
    execute function access.audit_change('SESSION', 'peer_id', 'planned_session_id,type');
`

/** Who knows of a session that was held also knows of one that is planned: the facts are the same. */
const policies = /* sql */ `
  create policy those_concerned_read on planned_attendance for select to alongside_app using (
    peer_id = (select access.membership_id())
    or supervisor_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy supervisor_adds on planned_attendance for insert to alongside_app with check (
    supervisor_id = (select access.membership_id()) and withdrawn_at is null
    and peer_id = any (access.peers_of(type)));
  create policy definer_access on planned_attendance to alongside_definer using (true) with check (true);

  create policy those_concerned_read on planned_session for select to alongside_app using (
    supervisor_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))
    or exists (select from planned_attendance a
                where a.organization_id = planned_session.organization_id
                  and a.planned_session_id = planned_session.id));
  create policy supervisor_adds on planned_session for insert to alongside_app with check (
    supervisor_id = (select access.membership_id()) and (select access.has_role('SUPERVISOR'))
    and status = 'SCHEDULED' and starts_on >= (select access.today()) and held_session_id is null
    and planned_by = (select access.membership_id()) and planned_at = (select access.now()));
  create policy supervisor_changes on planned_session for update to alongside_app
    using (supervisor_id = (select access.membership_id()))
    -- Checks are joined by "or": without the supervisor in this one, it would let by what the peer's one refuses.
    with check (supervisor_id = (select access.membership_id())
      and changed_by = (select access.membership_id()) and changed_at = (select access.now()));
  -- A session in a group is not one peer's to move: the others are to be asked by their supervisor.
  create policy peer_changes on planned_session for update to alongside_app
    using (format = 'INDIVIDUAL' and status <> 'HELD' and exists (
      select from planned_attendance a
       where a.organization_id = planned_session.organization_id and a.planned_session_id = planned_session.id
         and a.peer_id = (select access.membership_id()) and a.withdrawn_at is null))
    with check (status <> 'HELD' and changed_by = (select access.membership_id())
      and changed_at = (select access.now()));
  create policy definer_access on planned_session to alongside_definer using (true) with check (true);

  grant select, insert on planned_session, planned_attendance to alongside_app;
  grant update (starts_on, start_time, minutes, modality, status, reason, series_id, series_position, series_weeks,
    held_session_id, changed_by, changed_at, revision) on planned_session to alongside_app;
  grant select, update on planned_session, planned_attendance to alongside_definer;
`

/** Also when somebody leaves: their supervision ends with it. Past days stay as they are. */
const ends = /* sql */ `
  create function access.cancel_planned_after_end() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    with withdrawn as (
      update planned_attendance a set withdrawn_at = coalesce(access.now(), now())
        from planned_session p
       where a.organization_id = new.organization_id and a.supervisor_id = new.supervisor_id
         and a.peer_id = new.peer_id and a.type = new.type and a.withdrawn_at is null
         and p.organization_id = a.organization_id and p.id = a.planned_session_id
         and p.status = 'SCHEDULED' and p.starts_on > new.ends_on
         and not exists (
           select from supervision_relationship r
            where r.organization_id = a.organization_id and r.supervisor_id = a.supervisor_id
              and r.peer_id = a.peer_id and r.type = a.type and r.accepted_at is not null
              and r.starts_on <= p.starts_on and (r.ends_on is null or r.ends_on >= p.starts_on))
      returning a.planned_session_id, a.peer_id, a.type)
    update planned_session p
       set status = 'CANCELLED', reason = 'SUPERVISION_ENDED', revision = p.revision + 1,
           changed_by = access.membership_id(), changed_at = coalesce(access.now(), now())
     where p.organization_id = new.organization_id and p.status = 'SCHEDULED'
       and p.id in (select w.planned_session_id from withdrawn w)
       and not exists (
         select from planned_attendance a
          where a.organization_id = p.organization_id and a.planned_session_id = p.id and a.withdrawn_at is null
            and not exists (select from withdrawn w where w.planned_session_id = a.planned_session_id
                               and w.peer_id = a.peer_id and w.type = a.type));
    return null;
  end $$;
  alter function access.cancel_planned_after_end owner to alongside_definer;
  create trigger cancel_planned_after_end after update of ends_on on supervision_relationship for each row
    when (new.ends_on is not null and new.ends_on is distinct from old.ends_on)
    execute function access.cancel_planned_after_end();
`

/** A session that was logged by mistake was not held: what was planned waits for an answer again. */
const held = /* sql */ `
  create function access.reopen_planned_session() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
  declare
    counts boolean := exists (
      select from supervision_session s
       where s.organization_id = new.organization_id and s.voided_at is null
         and coalesce(s.version_of, s.id) = coalesce(new.version_of, new.id));
  begin
    update planned_session p
       set status = case when counts then 'HELD' else 'SCHEDULED' end, reason = null, revision = p.revision + 1,
           changed_by = access.membership_id(), changed_at = access.now()
     where p.organization_id = new.organization_id and p.held_session_id = coalesce(new.version_of, new.id)
       and (p.status = 'HELD') <> counts;
    return null;
  end $$;
  -- At the commit: a correction voids one version and adds the next.
  create constraint trigger reopen_planned_session after update of voided_at on supervision_session
    deferrable initially deferred for each row execute function access.reopen_planned_session();
`
