import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A task that a peer was asked to do, with what the role agreement said that day, and the peer's one answer. Neither is
 * ever changed. Educational and supportive supervisors read those of their time; whoever asked reads their own.
 */
export class TaskRequests1797220000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [reaching, requests, answers, erasing, kinds(`kinds || ${KINDS}`)])
      await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger erase_task_requests on erasure;
      drop table task_answer;
      drop table task_request;
      drop function access.erase_task_requests, access.reaches_task;
    `)
    await runner.query(`delete from notification where kind = any (${KINDS})`)
    await runner.query(
      kinds(`array(select kind from unnest(kinds) with ordinality k (kind, place)
        where kind <> all (${KINDS}) order by place)`),
    )
  }
}

const KINDS = `array['TASK_ASKED', 'TASK_ANSWERED']`

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

/** No supervision reaches back before its start. */
const reaching = /* sql */ `
  create function access.reaches_task(p_peer_id uuid, p_asked_at timestamptz) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select p_peer_id = any (access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')) and exists (
      select from supervision_relationship r
        join organization o on o.id = r.organization_id
       where r.organization_id = access.organization_id() and r.supervisor_id = access.membership_id()
         and r.peer_id = p_peer_id and r.type in ('EDUCATIONAL', 'SUPPORTIVE') and r.accepted_at <= p_asked_at
         and r.starts_on <= (p_asked_at at time zone o.time_zone)::date
         and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today()))
  $$;
`

const requests = /* sql */ `
  create table task_request (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    placement_id uuid,
    recorded_by uuid not null,
    asker text not null constraint task_request_asker_known
      check (asker in ('SUPERVISOR', 'MANAGER', 'TEAM', 'HOST_AGENCY', 'POLICY')),
    activity text
      constraint task_request_activity_form check (activity ~ '^([A-Z_]{3,60}|custom-[0-9a-f-]{36})$'),
    task text not null constraint task_request_task_length check (char_length(task) between 1 and 300),
    says text not null constraint task_request_says_known check (
      says in ('PART_OF_ROLE', 'OUTSIDE_ROLE', 'AGAINST_VALUES', 'NOT_ANSWERED', 'NO_AGREEMENT')),
    done_by text constraint task_request_done_by_length check (char_length(done_by) between 1 and 80),
    agreement_id uuid,
    asked_at timestamptz not null,
    constraint task_request_pkey primary key (organization_id, id),
    constraint task_request_of_peer unique (organization_id, id, peer_id),
    constraint task_request_organization_id_peer_id_fkey foreign key (organization_id, peer_id)
      references membership (organization_id, id),
    constraint task_request_of_placement foreign key (organization_id, placement_id, peer_id)
      references placement (organization_id, id, peer_id),
    constraint task_request_by_agreement foreign key (organization_id, agreement_id, peer_id)
      references role_agreement (organization_id, id, peer_id),
    constraint task_request_organization_id_recorded_by_fkey foreign key (organization_id, recorded_by)
      references membership (organization_id, id),
    constraint task_request_says_by_agreement check ((says = 'NO_AGREEMENT') = (agreement_id is null))
  );
  create index task_request_newest_first on task_request (organization_id, peer_id, asked_at, id);
  create index task_request_organization_id_recorded_by_idx on task_request (organization_id, recorded_by);
  call access.enable_tenant_rls('task_request');
  create policy peer_reads on task_request for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy asker_reads on task_request for select to alongside_app
    using (recorded_by = (select access.membership_id())
      and (peer_id = any ((select access.peers_of_any_type())::uuid[]) or (select access.has_role('MANAGER'))));
  create policy teachers_and_supporters_read on task_request for select to alongside_app
    using (peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[])
      and access.reaches_task(peer_id, asked_at));
  create policy peer_records on task_request for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and recorded_by = (select access.membership_id())
    and (select access.has_role('PEER')) and asked_at = (select access.now()));
  create policy supervisor_or_manager_asks on task_request for insert to alongside_app with check (
    peer_id <> (select access.membership_id()) and recorded_by = (select access.membership_id())
    and asked_at = (select access.now())
    and case asker
      when 'HOST_AGENCY' then (select access.is_host_agency_staff())
        and peer_id = any ((select access.peers_of_any_type())::uuid[])
      when 'SUPERVISOR' then not (select access.is_host_agency_staff())
        and peer_id = any ((select access.peers_of_any_type())::uuid[])
      when 'MANAGER' then (select access.has_role('MANAGER'))
      else false end);
  create policy definer_finds on task_request for select to alongside_definer using (true);
  create policy definer_erases on task_request for delete to alongside_definer using (true);
  create trigger require_joined_peer after insert on task_request for each row
    execute function access.require_joined_peer();
  grant select, insert on task_request to alongside_app;
  grant select (organization_id, id, peer_id), delete on task_request to alongside_definer;
`

const answers = /* sql */ `
  create table task_answer (
    organization_id uuid not null,
    task_request_id uuid not null,
    peer_id uuid not null,
    state text not null constraint task_answer_state_known check (state in ('ACCEPTED', 'DECLINED', 'RETURNED')),
    sentence text constraint task_answer_sentence_length check (char_length(sentence) between 1 and 300),
    returned_to text constraint task_answer_returned_to_length check (char_length(returned_to) between 1 and 80),
    answered_at timestamptz not null,
    constraint task_answer_pkey primary key (organization_id, task_request_id),
    constraint task_answer_of_request foreign key (organization_id, task_request_id, peer_id)
      references task_request (organization_id, id, peer_id) on delete cascade,
    constraint task_answer_says_why check (
      (state = 'DECLINED') = (sentence is not null) and (state = 'RETURNED') = (returned_to is not null))
  );
  call access.enable_tenant_rls('task_answer');
  create policy readers_of_request_read on task_answer for select to alongside_app using (exists (
    select from task_request t
     where t.organization_id = task_answer.organization_id and t.id = task_answer.task_request_id));
  create policy peer_answers on task_answer for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and answered_at = (select access.now()));
  grant select, insert on task_answer to alongside_app;
`

/** What was asked and answered goes with the rest that is a peer's alone. */
const erasing = /* sql */ `
  create function access.erase_task_requests() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from task_request t where t.organization_id = new.organization_id and t.peer_id = new.member_id;
    return null;
  end $$;
  alter function access.erase_task_requests owner to alongside_definer;
  create trigger erase_task_requests after insert on erasure for each row
    execute function access.erase_task_requests();
`
