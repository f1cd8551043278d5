import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * How a peer's week went, by activity. Three tables for three groups of readers: the log with what only the peer reads,
 * the lines that supervisors read unless the peer shows them totals only, and the totals by kind of work. Nothing is
 * changed: a further revision corrects or undoes a week, and only the last one is read by others.
 */
export class WeekLogs1797210000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [logs, reading, lines, totals, erasing]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger erase_week_logs on erasure;
      drop function access.erase_week_logs;
      drop table week_log_total;
      drop table week_log_line;
      drop function access.readable_weeks;
      drop table week_log;
    `)
  }
}

const logs = /* sql */ `
  create table week_log (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    week_start date not null
      constraint week_log_week_starts_on_monday check (extract(isodow from week_start) = 1),
    revision integer not null constraint week_log_revision_range check (revision between 1 and 1000),
    only_totals boolean not null,
    met_peers boolean,
    is_undone boolean not null default false,
    logged_at timestamptz not null,
    constraint week_log_pkey primary key (organization_id, id),
    constraint week_log_one_of_each_revision unique (organization_id, peer_id, week_start, revision),
    constraint week_log_as_its_parts_know_it unique (organization_id, id, peer_id, week_start, only_totals),
    constraint week_log_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('week_log');
  create policy unlocked_on_shared_device on week_log as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy only_peer_reads on week_log for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy only_peer_adds on week_log for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and logged_at = (select access.now()) and week_start <= (select access.today())
    and exists (select from placement p where p.organization_id = week_log.organization_id
                   and p.peer_id = week_log.peer_id and p.starts_on <= week_log.week_start + 6
                   and (p.ends_on is null or p.ends_on >= week_log.week_start)));
  create policy definer_finds on week_log for select to alongside_definer using (true);
  create policy definer_erases on week_log for delete to alongside_definer using (true);
  grant select, insert on week_log to alongside_app;
  grant select (organization_id, id, peer_id, week_start, revision, only_totals, is_undone, logged_at), delete
    on week_log to alongside_definer;
`

/**
 * Of each week the last revision, unless it undoes the week; from weeks that began with or after the supervision. A
 * definer finds them, since whoever reads totals does not read the logs themselves.
 */
const reading = /* sql */ `
  create function access.readable_weeks(p_with_lines boolean) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(w.id), '{}')
      from (select distinct on (l.peer_id, l.week_start) l.*
              from (select organization_id, id, peer_id, week_start, revision, only_totals, is_undone, logged_at
                      from week_log) l
             where l.organization_id = access.organization_id()
               and l.peer_id = any (access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))
             order by l.peer_id, l.week_start, l.revision desc) w
     where not w.is_undone and not (p_with_lines and w.only_totals)
       and exists (select from supervision_relationship r
                    where r.organization_id = w.organization_id and r.supervisor_id = access.membership_id()
                      and r.peer_id = w.peer_id and r.type in ('EDUCATIONAL', 'SUPPORTIVE')
                      and r.accepted_at <= w.logged_at and r.starts_on <= w.week_start
                      and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today()))
  $$;
  alter function access.readable_weeks owner to alongside_definer;
`

const lines = /* sql */ `
  create table week_log_line (
    organization_id uuid not null,
    log_id uuid not null,
    activity text not null constraint week_log_line_activity_form check (activity ~ '^([A-Z_]{3,60}|custom-[0-9a-f-]{36})$'),
    peer_id uuid not null,
    week_start date not null,
    only_totals boolean not null,
    function text not null constraint week_log_line_function_form check (function ~ '^[A-Z_]{3,60}$'),
    quarter_hours integer not null
      constraint week_log_line_quarter_hours_range check (quarter_hours between 1 and 320),
    asked_by text constraint week_log_line_asked_by_known
      check (asked_by in ('OWN_CHOICE', 'TEAM', 'SUPERVISOR', 'HOST_AGENCY', 'POLICY')),
    constraint week_log_line_pkey primary key (organization_id, log_id, activity),
    constraint week_log_line_of_its_log foreign key (organization_id, log_id, peer_id, week_start, only_totals)
      references week_log (organization_id, id, peer_id, week_start, only_totals)
  );
  create index week_log_line_organization_id_peer_id_idx on week_log_line (organization_id, peer_id);
  call access.enable_tenant_rls('week_log_line');
  create policy unlocked_on_shared_device on week_log_line as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy peer_reads on week_log_line for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy supervisors_read_unless_only_totals on week_log_line for select to alongside_app
    using (log_id = any ((select access.readable_weeks(true))::uuid[]));
  create policy only_peer_adds_with_log on week_log_line for insert to alongside_app with check (
    peer_id = (select access.membership_id())
    and exists (select from week_log l where l.organization_id = week_log_line.organization_id
                   and l.id = week_log_line.log_id and l.logged_at = (select access.now())));
  create policy definer_finds on week_log_line for select to alongside_definer using (true);
  create policy definer_erases on week_log_line for delete to alongside_definer using (true);
  grant select, insert on week_log_line to alongside_app;
  grant select (organization_id, peer_id), delete on week_log_line to alongside_definer;
`

const totals = /* sql */ `
  create table week_log_total (
    organization_id uuid not null,
    log_id uuid not null,
    function text not null constraint week_log_total_function_form check (function ~ '^[A-Z_]{3,60}$'),
    peer_id uuid not null,
    week_start date not null,
    only_totals boolean not null,
    quarter_hours integer not null
      constraint week_log_total_quarter_hours_range check (quarter_hours between 1 and 320),
    constraint week_log_total_pkey primary key (organization_id, log_id, function),
    constraint week_log_total_of_its_log foreign key (organization_id, log_id, peer_id, week_start, only_totals)
      references week_log (organization_id, id, peer_id, week_start, only_totals)
  );
  create index week_log_total_organization_id_peer_id_idx on week_log_total (organization_id, peer_id, week_start);
  call access.enable_tenant_rls('week_log_total');
  create policy unlocked_on_shared_device on week_log_total as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy peer_reads on week_log_total for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy supervisors_read on week_log_total for select to alongside_app
    using (log_id = any ((select access.readable_weeks(false))::uuid[]));
  create policy only_peer_adds_with_log on week_log_total for insert to alongside_app with check (
    peer_id = (select access.membership_id())
    and exists (select from week_log l where l.organization_id = week_log_total.organization_id
                   and l.id = week_log_total.log_id and l.logged_at = (select access.now())));
  create policy definer_finds on week_log_total for select to alongside_definer using (true);
  create policy definer_erases on week_log_total for delete to alongside_definer using (true);
  grant select, insert on week_log_total to alongside_app;
  grant select (organization_id, peer_id), delete on week_log_total to alongside_definer;
`

const erasing = /* sql */ `
  create function access.erase_week_logs() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from week_log_line l where l.organization_id = new.organization_id and l.peer_id = new.member_id;
    delete from week_log_total t where t.organization_id = new.organization_id and t.peer_id = new.member_id;
    delete from week_log w where w.organization_id = new.organization_id and w.peer_id = new.member_id;
    return null;
  end $$;
  alter function access.erase_week_logs owner to alongside_definer;
  create trigger erase_week_logs after insert on erasure for each row execute function access.erase_week_logs();
`
