import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Supervision sessions that were held. What took place (session, attendance, segments) and what was written about it
 * (one table for each type of supervision) are separate tables, so that row-level security can separate their readers.
 *
 * A policy that reads another table is subject to that table's policies. To avoid infinite recursion they read in one
 * direction only: note → session → attendance, and segment → attendance. The policy of the attendance reads no other
 * table: supervisor, day and time of logging are copied into it, and its foreign key keeps them equal to the session's.
 */
export class SupervisionSessions1795200000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables)
    await runner.query(policies)
    for (const [type, activities] of Object.entries(ACTIVITIES))
      await runner.query(noteTable(type, activities))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table administrative_note, educational_note, supportive_note, session_segment, session_attendance,
        session_submission, supervision_session;
      drop function access.check_session_minutes;
    `)
  }
}

/** The key activities of each type (table 5 of the toolkit: 6, 4 and 5 of them). */
const ACTIVITIES = {
  ADMINISTRATIVE: [
    'GETTING_STARTED',
    'SHARING_OUT_WORK',
    'PLANNING_TIME',
    'EXPLAINING_POLICIES',
    'WORKING_WITH_THE_TEAM',
    'GOING_THROUGH_RECORDS',
  ],
  EDUCATIONAL: [
    'LOOKING_BACK_ON_PRACTICE',
    'KNOWLEDGE_AND_SKILLS',
    'TRAINING_FOR_THIS_PEER',
    'PROFESSIONAL_GROWTH',
  ],
  SUPPORTIVE: [
    'HOW_THE_WORK_GOES',
    'WHAT_THE_WORK_DOES_TO_ONE',
    'ENCOURAGEMENT',
    'SELF_CARE',
    'SPEAKING_UP_FOR_THE_ROLE',
  ],
}

const tables = /* sql */ `
  create table supervision_session (
    organization_id uuid not null,
    id uuid not null,
    supervisor_id uuid not null,
    held_on date not null,
    minutes integer not null constraint supervision_session_minutes_range check (minutes between 1 and 600),
    status text not null constraint supervision_session_status_known
      check (status in ('SCHEDULED', 'HELD', 'CANCELLED', 'MISSED')),
    format text not null constraint supervision_session_format_known
      check (format in ('INDIVIDUAL', 'GROUP', 'TEAM_CHECK_IN', 'CO_REFLECTION')),
    modality text not null constraint supervision_session_modality_known
      check (modality in ('IN_PERSON', 'VIDEO', 'PHONE')),
    observed boolean not null default false,
    logged_at timestamptz not null,
    constraint supervision_session_pkey primary key (organization_id, id),
    constraint supervision_session_as_logged unique (organization_id, id, supervisor_id, held_on, logged_at),
    constraint supervision_session_organization_id_supervisor_id_fkey
      foreign key (organization_id, supervisor_id) references membership (organization_id, id)
  );
  create index supervision_session_organization_id_supervisor_id_idx
    on supervision_session (organization_id, supervisor_id);

  create table session_submission (
    organization_id uuid not null,
    supervisor_id uuid not null,
    idempotency_key uuid not null,
    session_id uuid not null,
    body_hash bytea not null constraint session_submission_body_hash_length check (octet_length(body_hash) = 32),
    constraint session_submission_pkey primary key (organization_id, supervisor_id, idempotency_key),
    constraint session_submission_organization_id_session_id_fkey
      foreign key (organization_id, session_id) references supervision_session (organization_id, id)
  );

  create table session_attendance (
    organization_id uuid not null,
    session_id uuid not null,
    peer_id uuid not null,
    minutes integer not null constraint session_attendance_minutes_range check (minutes between 1 and 600),
    supervisor_id uuid not null,
    held_on date not null,
    logged_at timestamptz not null,
    constraint session_attendance_pkey primary key (organization_id, session_id, peer_id),
    constraint session_attendance_of_session
      foreign key (organization_id, session_id, supervisor_id, held_on, logged_at)
      references supervision_session (organization_id, id, supervisor_id, held_on, logged_at),
    constraint session_attendance_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint session_attendance_not_oneself check (peer_id <> supervisor_id)
  );
  create index session_attendance_by_day on session_attendance (organization_id, peer_id, held_on, session_id);

  create table session_segment (
    organization_id uuid not null,
    session_id uuid not null,
    type text not null constraint session_segment_type_known
      check (type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')),
    minutes integer not null constraint session_segment_minutes_range check (minutes between 1 and 600),
    constraint session_segment_pkey primary key (organization_id, session_id, type),
    constraint session_segment_organization_id_session_id_fkey
      foreign key (organization_id, session_id) references supervision_session (organization_id, id)
  );

  -- The minutes of a session are the sum of its segments. Deferred to the commit, when all segments are inserted.
  create function access.check_session_minutes() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    if new.minutes is distinct from (
      select sum(g.minutes) from session_segment g
       where g.organization_id = new.organization_id and g.session_id = new.id) then
      raise check_violation using constraint = 'session_segments_add_up';
    end if;
    return null;
  end $$;
  create constraint trigger session_segments_add_up after insert on supervision_session
    deferrable initially deferred for each row execute function access.check_session_minutes();

  call access.enable_tenant_rls('supervision_session');
  call access.enable_tenant_rls('session_submission');
  call access.enable_tenant_rls('session_attendance');
  call access.enable_tenant_rls('session_segment');
  create trigger audit_change after insert or update or delete on supervision_session for each row
    execute function access.audit_change('SESSION', '', 'supervisor_id,held_on,minutes,format,modality,status');
  create trigger audit_change after insert or update or delete on session_attendance for each row
    execute function access.audit_change('SESSION', 'peer_id', 'session_id,minutes');
`

/** Inserted rows must carry the time at which their session was logged: nothing can be added to a session later. */
const policies = /* sql */ `
  create policy those_concerned_read on session_attendance for select to alongside_app using (
    peer_id = (select access.membership_id())
    or supervisor_id = (select access.membership_id())
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy supervisor_adds on session_attendance for insert to alongside_app with check (
    supervisor_id = (select access.membership_id())
    and peer_id = any ((select access.peers_of_any_type())::uuid[])
    and logged_at = (select access.now()));
  create policy definer_access on session_attendance for select to alongside_definer using (true);

  create policy those_concerned_read on supervision_session for select to alongside_app using (
    supervisor_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))
    or exists (select from session_attendance a
                where a.organization_id = supervision_session.organization_id and a.session_id = supervision_session.id));
  create policy supervisor_adds on supervision_session for insert to alongside_app with check (
    supervisor_id = (select access.membership_id()) and (select access.has_role('SUPERVISOR'))
    and status = 'HELD' and held_on <= (select access.today()) and logged_at = (select access.now()));
  create policy definer_access on supervision_session for select to alongside_definer using (true);

  create policy supervisor_reads on session_submission for select to alongside_app
    using (supervisor_id = (select access.membership_id()));
  create policy supervisor_adds on session_submission for insert to alongside_app
    with check (supervisor_id = (select access.membership_id()));

  create policy those_concerned_read on session_segment for select to alongside_app using (
    exists (select from session_attendance a
             where a.organization_id = session_segment.organization_id and a.session_id = session_segment.session_id));
  -- For every attendee the supervisor needs a relationship of the segment's type that is in force now and had begun on
  -- the day of the session.
  create policy supervisor_adds on session_segment for insert to alongside_app with check (
    exists (select from session_attendance a
             where a.organization_id = session_segment.organization_id and a.session_id = session_segment.session_id
               and a.supervisor_id = (select access.membership_id()) and a.logged_at = (select access.now()))
    and not exists (
      select from session_attendance a
       where a.organization_id = session_segment.organization_id and a.session_id = session_segment.session_id
         and not exists (
           select from supervision_relationship r
            where r.organization_id = a.organization_id and r.supervisor_id = (select access.membership_id())
              and r.peer_id = a.peer_id and r.type = session_segment.type and r.accepted_at is not null
              and r.starts_on <= a.held_on and (r.ends_on is null or r.ends_on >= (select access.today())))));

  grant select, insert on supervision_session, session_submission, session_attendance, session_segment
    to alongside_app;
  grant select on supervision_session, session_attendance to alongside_definer;
`

/**
 * One table for each type, because a supervisor of one type must not reach notes of another. A note is about one peer,
 * or about the whole group when about_peer_id is null.
 */
function noteTable(type: string, activities: readonly string[]): string {
  const table = `${type.toLowerCase()}_note`
  return /* sql */ `
    create table ${table} (
      organization_id uuid not null,
      id uuid not null,
      session_id uuid not null,
      type text not null default '${type}' constraint ${table}_type_is_its_own check (type = '${type}'),
      about_peer_id uuid,
      supervisor_id uuid not null,
      activities text[] not null constraint ${table}_activities_known
        check (activities <@ array[${activities.map((activity) => `'${activity}'`).join(', ')}]),
      note text constraint ${table}_note_length check (char_length(note) between 1 and 4000),
      written_at timestamptz not null,
      constraint ${table}_pkey primary key (organization_id, id),
      constraint ${table}_of_segment foreign key (organization_id, session_id, type)
        references session_segment (organization_id, session_id, type),
      constraint ${table}_about_attendee foreign key (organization_id, session_id, about_peer_id)
        references session_attendance (organization_id, session_id, peer_id),
      constraint ${table}_says_something check (note is not null or cardinality(activities) > 0)
    );
    create unique index ${table}_one_about_each on ${table} (organization_id, session_id, about_peer_id);
    create unique index ${table}_one_about_the_group on ${table} (organization_id, session_id)
      where about_peer_id is null;
    call access.enable_tenant_rls('${table}');

    create policy peer_reads on ${table} for select to alongside_app using (
      about_peer_id = (select access.membership_id())
      or about_peer_id is null and exists (
        select from session_attendance a
         where a.organization_id = ${table}.organization_id and a.session_id = ${table}.session_id
           and a.peer_id = (select access.membership_id())));
    create policy supervisor_reads on ${table} for select to alongside_app using (
      supervisor_id = (select access.membership_id())
      and (about_peer_id = any ((select access.peers_of('${type}'))::uuid[])
        or about_peer_id is null and exists (
          select from session_attendance a
           where a.organization_id = ${table}.organization_id and a.session_id = ${table}.session_id
             and a.peer_id = any ((select access.peers_of('${type}'))::uuid[]))));
    create policy supervisor_adds on ${table} for insert to alongside_app with check (
      supervisor_id = (select access.membership_id()) and written_at = (select access.now())
      and exists (
        select from supervision_session s
         where s.organization_id = ${table}.organization_id and s.id = ${table}.session_id
           and s.supervisor_id = (select access.membership_id()) and s.logged_at = (select access.now()))
      and not exists (
        select from session_attendance a
         where a.organization_id = ${table}.organization_id and a.session_id = ${table}.session_id
           and a.peer_id <> all ((select access.peers_of('${type}'))::uuid[])));
    grant select, insert on ${table} to alongside_app;
  `
}
