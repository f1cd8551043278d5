import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Drift flags, with one table for each group of readers: the figure behind a signal is for the peer alone; the
 * peer's responses and the steps can be read by whoever can read the flag.
 */
export class DriftFlags1795200000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [flag, figure, response, flagStep]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table drift_flag_step, drift_flag_response, drift_signal_figure, drift_flag;
      drop function access.restrict_opening_and_release_to_peer;
    `)
  }
}

/** Seven days are 168 hours: 'days' would follow the connection's time zone through a change of clocks. */
const flag = /* sql */ `
  create table drift_flag (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    raised_by_kind text not null
      constraint drift_flag_raised_by_kind_known check (raised_by_kind in ('SIGNAL', 'PEER', 'SUPERVISOR')),
    raised_by_id uuid,
    signal text constraint drift_flag_signal_known
      check (signal in ('CASELOAD_ABOVE_RANGE', 'SUPERVISED_ADMINISTRATIVELY_ONLY')),
    rule_version integer,
    evidence text not null constraint drift_flag_evidence_length check (char_length(evidence) between 1 and 2000),
    cause text not null constraint drift_flag_cause_known
      check (cause in ('OWN_PRACTICE', 'ASSIGNED_WORK', 'AGENCY_POLICY', 'STRUCTURE')),
    status text not null default 'OPEN' constraint drift_flag_status_known
      check (status in ('OPEN', 'DISCUSSED', 'PLANNED', 'RESOLVED', 'NOT_DRIFT')),
    raised_at timestamptz not null,
    opened_at timestamptz,
    released_at timestamptz,
    released_as text constraint drift_flag_released_as_known check (released_as in ('AGENCY_POLICY', 'STRUCTURE')),
    constraint drift_flag_pkey primary key (organization_id, id),
    constraint drift_flag_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint drift_flag_organization_id_raised_by_id_fkey
      foreign key (organization_id, raised_by_id) references membership (organization_id, id),
    constraint drift_flag_raised_by_fits check (
      (raised_by_kind = 'SIGNAL') = (raised_by_id is null)
      and (raised_by_kind = 'PEER') = (raised_by_id is not distinct from peer_id)),
    constraint drift_flag_signal_fits check (
      (raised_by_kind = 'SIGNAL') = (signal is not null) and (signal is null) = (rule_version is null)),
    constraint drift_flag_released_by_who_opened check (
      (released_at is null) = (released_as is null) and (released_at is null or opened_at is not null))
  );
  create index drift_flag_organization_id_peer_id_idx on drift_flag (organization_id, peer_id);
  create unique index drift_flag_one_open_per_signal on drift_flag (organization_id, peer_id, signal)
    where signal is not null and status in ('OPEN', 'DISCUSSED', 'PLANNED');
  create index drift_flag_released on drift_flag (organization_id, released_at) where released_at is not null;
  call access.enable_tenant_rls('drift_flag');
  create policy peer_reads on drift_flag for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy supervisors_read_once_opened on drift_flag for select to alongside_app using (
    peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[])
    and least(opened_at, raised_at + interval '168 hours') <= (select access.now()));
  create policy manager_reads_released on drift_flag for select to alongside_app
    using (released_at is not null and (select access.has_role('MANAGER')));
  create policy peer_raises on drift_flag for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and raised_by_kind in ('SIGNAL', 'PEER') and status = 'OPEN'
    and raised_at = (select access.now()));
  create policy supervisors_raise_observed on drift_flag for insert to alongside_app with check (
    peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[])
    and raised_by_kind = 'SUPERVISOR' and raised_by_id = (select access.membership_id()) and status = 'OPEN'
    and raised_at = (select access.now()) and opened_at is null);
  create policy peer_updates on drift_flag for update to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy supervisors_update_once_opened on drift_flag for update to alongside_app using (
    peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[])
    and least(opened_at, raised_at + interval '168 hours') <= (select access.now()));
  grant select, insert, update (status, opened_at, released_at, released_as) on drift_flag to alongside_app;

  -- Column privileges belong to the application role, so that this trigger separates the peer from the supervisors.
  create function access.restrict_opening_and_release_to_peer() returns trigger language plpgsql as $$
  begin
    if (new.opened_at, new.released_at, new.released_as)
         is distinct from (old.opened_at, old.released_at, old.released_as)
       and old.peer_id is distinct from access.membership_id() then
      raise insufficient_privilege using message = 'only the peer opens and releases a flag';
    end if;
    return new;
  end $$;
  create trigger restrict_opening_and_release_to_peer before update on drift_flag
    for each row execute function access.restrict_opening_and_release_to_peer();
`

const figure = /* sql */ `
  create table drift_signal_figure (
    organization_id uuid not null,
    flag_id uuid not null,
    peer_id uuid not null,
    figure integer not null,
    threshold integer not null,
    entries jsonb not null,
    constraint drift_signal_figure_pkey primary key (organization_id, flag_id),
    constraint drift_signal_figure_organization_id_flag_id_fkey
      foreign key (organization_id, flag_id) references drift_flag (organization_id, id),
    constraint drift_signal_figure_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('drift_signal_figure');
  create policy only_peer_reads on drift_signal_figure for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy only_peer_adds on drift_signal_figure for insert to alongside_app
    with check (peer_id = (select access.membership_id()));
  grant select, insert on drift_signal_figure to alongside_app;
`

/** Whoever can read the flag can read the peer's view of it: the subquery is subject to the policies of the flag. */
const response = /* sql */ `
  create table drift_flag_response (
    organization_id uuid not null,
    id uuid not null,
    flag_id uuid not null,
    peer_id uuid not null,
    text text not null constraint drift_flag_response_text_length check (char_length(text) between 1 and 2000),
    written_at timestamptz not null,
    constraint drift_flag_response_pkey primary key (organization_id, id),
    constraint drift_flag_response_organization_id_flag_id_fkey
      foreign key (organization_id, flag_id) references drift_flag (organization_id, id),
    constraint drift_flag_response_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id)
  );
  create index drift_flag_response_organization_id_flag_id_idx on drift_flag_response (organization_id, flag_id);
  call access.enable_tenant_rls('drift_flag_response');
  create policy flag_readers_read on drift_flag_response for select to alongside_app using (
    exists (select from drift_flag f where f.organization_id = drift_flag_response.organization_id
               and f.id = drift_flag_response.flag_id));
  create policy peer_adds on drift_flag_response for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and written_at = (select access.now())
    and exists (select from drift_flag f where f.organization_id = drift_flag_response.organization_id
                   and f.id = drift_flag_response.flag_id and f.peer_id = (select access.membership_id())));
  grant select, insert on drift_flag_response to alongside_app;
`

/** Plans and reasons are for the peer and the supervisors of the flag; a manager reads a released flag without them. */
const flagStep = /* sql */ `
  create table drift_flag_step (
    organization_id uuid not null,
    id uuid not null,
    flag_id uuid not null,
    peer_id uuid not null,
    from_status text not null,
    to_status text not null constraint drift_flag_step_in_order check (
      (from_status, to_status) in (('OPEN', 'DISCUSSED'), ('DISCUSSED', 'PLANNED'), ('PLANNED', 'RESOLVED'),
        ('OPEN', 'NOT_DRIFT'), ('DISCUSSED', 'NOT_DRIFT'), ('PLANNED', 'NOT_DRIFT'))),
    taken_by uuid not null,
    taken_at timestamptz not null,
    plan text constraint drift_flag_step_plan_length check (char_length(plan) between 1 and 2000),
    reason text constraint drift_flag_step_reason_length check (char_length(reason) between 1 and 1000),
    session_id uuid,
    constraint drift_flag_step_pkey primary key (organization_id, id),
    constraint drift_flag_step_organization_id_flag_id_fkey
      foreign key (organization_id, flag_id) references drift_flag (organization_id, id),
    constraint drift_flag_step_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint drift_flag_step_in_attended_session foreign key (organization_id, session_id, peer_id)
      references session_attendance (organization_id, session_id, peer_id),
    constraint drift_flag_step_organization_id_taken_by_fkey
      foreign key (organization_id, taken_by) references membership (organization_id, id),
    constraint drift_flag_step_says_what_it_must check (
      (to_status <> 'PLANNED' or plan is not null) and (to_status <> 'NOT_DRIFT' or reason is not null))
  );
  create index drift_flag_step_organization_id_flag_id_idx on drift_flag_step (organization_id, flag_id);
  call access.enable_tenant_rls('drift_flag_step');
  create policy peer_and_supervisors_read on drift_flag_step for select to alongside_app using (
    (peer_id = (select access.membership_id())
      or peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[]))
    and exists (select from drift_flag f where f.organization_id = drift_flag_step.organization_id
                   and f.id = drift_flag_step.flag_id));
  create policy peer_and_supervisors_add on drift_flag_step for insert to alongside_app with check (
    taken_by = (select access.membership_id()) and taken_at = (select access.now())
    and (peer_id = (select access.membership_id())
      or peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[]))
    and exists (select from drift_flag f where f.organization_id = drift_flag_step.organization_id
                   and f.id = drift_flag_step.flag_id and f.peer_id = drift_flag_step.peer_id));
  grant select, insert on drift_flag_step to alongside_app;
`
