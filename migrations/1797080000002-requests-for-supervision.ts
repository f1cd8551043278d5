import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a peer asks for: a time with one supervisor, which the two of them know of; and more, or other, supervision, of
 * which a manager knows that it was asked. What it was that they wished for stands in a table of the peer's own.
 */
export class RequestsForSupervision1797080000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [times, requests, counts]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.supervision_request_counts;
      drop table supervision_request_wish, supervision_request, time_request;
    `)
  }
}

const times = /* sql */ `
  create table time_request (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    supervisor_id uuid not null,
    type text not null constraint time_request_type_known
      check (type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')),
    weekdays text[] not null constraint time_request_weekdays_known check (weekdays <@ array[
      'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'WEEKEND']),
    times_of_day text[] not null constraint time_request_times_of_day_known check (times_of_day <@ array[
      'MORNING', 'MIDDAY', 'AFTERNOON', 'EVENING']),
    status text not null constraint time_request_status_known
      check (status in ('OPEN', 'PLANNED', 'DECLINED', 'WITHDRAWN')),
    answer text constraint time_request_answer_known check (answer in ('LETS_TALK', 'NEXT_SESSION', 'AWAY')),
    asked_at timestamptz not null,
    answered_at timestamptz,
    planned_session_id uuid,
    constraint time_request_pkey primary key (organization_id, id),
    constraint time_request_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint time_request_organization_id_supervisor_id_fkey
      foreign key (organization_id, supervisor_id) references membership (organization_id, id),
    constraint time_request_planned_session_fkey foreign key (organization_id, planned_session_id, supervisor_id)
      references planned_session (organization_id, id, supervisor_id),
    constraint time_request_not_oneself check (peer_id <> supervisor_id),
    constraint time_request_answered check (
      (answer is not null) = (status = 'DECLINED') and (planned_session_id is not null) = (status = 'PLANNED')
      and (answered_at is not null) = (status in ('PLANNED', 'DECLINED')))
  );
  create index time_request_organization_id_peer_id_idx on time_request (organization_id, peer_id);
  create index time_request_organization_id_supervisor_id_idx on time_request (organization_id, supervisor_id);
  create unique index time_request_one_open on time_request (organization_id, peer_id, supervisor_id, type)
    where status = 'OPEN';
  call access.enable_tenant_rls('time_request');
  create policy those_concerned_read on time_request for select to alongside_app using (
    peer_id = (select access.membership_id())
    or supervisor_id = (select access.membership_id()) and peer_id = any (access.peers_of(type)));
  create policy peer_asks on time_request for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and status = 'OPEN' and asked_at = (select access.now())
    and exists (
      select from supervision_relationship r
       where r.organization_id = time_request.organization_id and r.peer_id = time_request.peer_id
         and r.supervisor_id = time_request.supervisor_id and r.type = time_request.type
         and r.accepted_at is not null and r.starts_on <= (select access.today())
         and (r.ends_on is null or r.ends_on >= (select access.today()))));
  create policy peer_withdraws on time_request for update to alongside_app
    using (peer_id = (select access.membership_id()) and status = 'OPEN')
    with check (peer_id = (select access.membership_id()) and status = 'WITHDRAWN');
  create policy supervisor_answers on time_request for update to alongside_app
    using (supervisor_id = (select access.membership_id()) and status = 'OPEN'
      and peer_id = any (access.peers_of(type)))
    with check (supervisor_id = (select access.membership_id()) and status in ('PLANNED', 'DECLINED')
      and answered_at = (select access.now()));
  grant select, insert, update (status, answer, answered_at, planned_session_id) on time_request to alongside_app;
`

const requests = /* sql */ `
  create table supervision_request (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    status text not null constraint supervision_request_status_known
      check (status in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
    answer text constraint supervision_request_answer_known
      check (answer in ('WE_WILL_TALK', 'CHANGE_COMING', 'ALREADY_CHANGED', 'NOT_NOW')),
    asked_at timestamptz not null,
    answered_at timestamptz,
    answered_by uuid,
    constraint supervision_request_pkey primary key (organization_id, id),
    constraint supervision_request_of_peer unique (organization_id, id, peer_id),
    constraint supervision_request_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint supervision_request_answered_by_fkey
      foreign key (organization_id, answered_by) references membership (organization_id, id),
    constraint supervision_request_answered check (
      (answer is not null) = (status = 'ANSWERED') and (answered_at is not null) = (status = 'ANSWERED')
      and (answered_by is not null) = (status = 'ANSWERED')),
    constraint supervision_request_not_by_oneself check (answered_by <> peer_id)
  );
  create unique index supervision_request_one_open on supervision_request (organization_id, peer_id)
    where status = 'OPEN';
  call access.enable_tenant_rls('supervision_request');
  create policy peer_and_managers_read on supervision_request for select to alongside_app using (
    peer_id = (select access.membership_id()) or (select access.has_role('MANAGER')));
  create policy peer_asks on supervision_request for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and status = 'OPEN' and asked_at = (select access.now()));
  create policy peer_withdraws on supervision_request for update to alongside_app
    using (peer_id = (select access.membership_id()) and status = 'OPEN')
    with check (peer_id = (select access.membership_id()) and status = 'WITHDRAWN');
  create policy manager_answers on supervision_request for update to alongside_app
    using ((select access.has_role('MANAGER')) and peer_id <> (select access.membership_id()) and status = 'OPEN')
    with check ((select access.has_role('MANAGER')) and peer_id <> (select access.membership_id())
      and status = 'ANSWERED' and answered_by = (select access.membership_id())
      and answered_at = (select access.now()));
  grant select, insert, update (status, answer, answered_at, answered_by) on supervision_request to alongside_app;

  -- Of which type it is, and whether more or other, tells something about a working relationship: it is the peer's.
  create table supervision_request_wish (
    organization_id uuid not null,
    request_id uuid not null,
    peer_id uuid not null,
    wish text not null constraint supervision_request_wish_known check (wish in ('MORE', 'OTHER')),
    type text not null constraint supervision_request_wish_type_known
      check (type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')),
    constraint supervision_request_wish_pkey primary key (organization_id, request_id),
    constraint supervision_request_wish_of_own foreign key (organization_id, request_id, peer_id)
      references supervision_request (organization_id, id, peer_id)
  );
  create index supervision_request_wish_organization_id_peer_id_idx
    on supervision_request_wish (organization_id, peer_id);
  call access.enable_tenant_rls('supervision_request_wish');
  create policy peer_reads on supervision_request_wish for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy peer_adds on supervision_request_wish for insert to alongside_app
    with check (peer_id = (select access.membership_id()));
  grant select, insert on supervision_request_wish to alongside_app;
`

/** An auditor has the counts and no request. */
const counts = /* sql */ `
  create policy definer_counts on supervision_request for select to alongside_definer using (true);
  grant select (organization_id, status, asked_at, answered_at) on supervision_request to alongside_definer;
  create function access.supervision_request_counts()
  returns table (waiting integer, answered integer, median_hours integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select count(*) filter (where q.status = 'OPEN')::integer,
           count(*) filter (where q.status = 'ANSWERED')::integer,
           (percentile_cont(0.5) within group (order by extract(epoch from q.answered_at - q.asked_at) / 3600)
              filter (where q.status = 'ANSWERED'))::integer
      from supervision_request q
     where q.organization_id = access.organization_id()
       and (access.has_role('MANAGER') or access.has_role('AUDITOR'))
  $$;
  alter function access.supervision_request_counts owner to alongside_definer;
`
