import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A flag is the peer's: a supervisor proposes that it is done or part of the role, and only the peer's answer closes it.
 * What is not agreed on stays open, and the peer can reopen what is closed. Steps are numbered, since a flag can pass the
 * same status twice.
 */
export class FlagsCloseByThePeer1796030000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [statuses, numbers, closing]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(before)
  }
}

const statuses = /* sql */ `
  alter table drift_flag drop constraint drift_flag_status_known;
  alter table drift_flag add constraint drift_flag_status_known check (status in ('OPEN', 'DISCUSSED', 'PLANNED',
    'PROPOSED_RESOLVED', 'PROPOSED_NOT_DRIFT', 'NOT_AGREED', 'RESOLVED', 'NOT_DRIFT'));
  drop index drift_flag_one_open_per_signal;
  create unique index drift_flag_one_open_per_signal on drift_flag (organization_id, peer_id, signal)
    where signal is not null and status not in ('RESOLVED', 'NOT_DRIFT');
  alter table drift_flag_step drop constraint drift_flag_step_in_order;
  alter table drift_flag_step add constraint drift_flag_step_in_order check ((from_status, to_status) in (
    ('OPEN', 'DISCUSSED'), ('OPEN', 'PROPOSED_NOT_DRIFT'), ('OPEN', 'NOT_DRIFT'),
    ('DISCUSSED', 'PLANNED'), ('DISCUSSED', 'PROPOSED_NOT_DRIFT'), ('DISCUSSED', 'NOT_DRIFT'),
    ('PLANNED', 'PROPOSED_RESOLVED'), ('PLANNED', 'RESOLVED'), ('PLANNED', 'PROPOSED_NOT_DRIFT'), ('PLANNED', 'NOT_DRIFT'),
    ('PROPOSED_RESOLVED', 'RESOLVED'), ('PROPOSED_RESOLVED', 'NOT_AGREED'),
    ('PROPOSED_NOT_DRIFT', 'NOT_DRIFT'), ('PROPOSED_NOT_DRIFT', 'NOT_AGREED'),
    ('NOT_AGREED', 'DISCUSSED'), ('NOT_AGREED', 'PLANNED'), ('NOT_AGREED', 'NOT_DRIFT'),
    ('RESOLVED', 'OPEN'), ('NOT_DRIFT', 'OPEN')));
  alter table drift_flag_step drop constraint drift_flag_step_says_what_it_must;
  -- Who agrees to a proposal agrees to its reason.
  alter table drift_flag_step add constraint drift_flag_step_says_what_it_must check (
    (to_status <> 'PLANNED' or plan is not null)
    and (to_status not in ('PROPOSED_NOT_DRIFT', 'NOT_DRIFT') or from_status = 'PROPOSED_NOT_DRIFT' or reason is not null));
`

/** Forced row-level security binds the owner too, who has no policy here. */
const numbers = /* sql */ `
  alter table drift_flag_step add column number integer;
  alter table drift_flag_step no force row level security;
  update drift_flag_step s set number = n.number
    from (select organization_id, id, row_number() over (partition by organization_id, flag_id
            order by array_position(array['OPEN', 'DISCUSSED', 'PLANNED'], from_status)) as number
            from drift_flag_step) n
   where n.organization_id = s.organization_id and n.id = s.id;
  alter table drift_flag_step force row level security;
  alter table drift_flag_step alter column number set not null;
  drop index drift_flag_step_organization_id_flag_id_idx;
  alter table drift_flag_step
    add constraint drift_flag_step_organization_id_flag_id_number_key unique (organization_id, flag_id, number);
`

const closing = /* sql */ `
  create function access.restrict_closing_to_peer() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
  begin
    if (new.status in ('RESOLVED', 'NOT_DRIFT', 'NOT_AGREED') or old.status in ('RESOLVED', 'NOT_DRIFT'))
       and old.peer_id is distinct from access.membership_id() then
      raise insufficient_privilege using message = 'only the peer closes and reopens a flag';
    end if;
    return new;
  end $$;
  create trigger restrict_closing_to_peer before update on drift_flag
    for each row when (old.status <> new.status) execute function access.restrict_closing_to_peer();
  drop policy peer_and_supervisors_add on drift_flag_step;
  create policy peer_and_supervisors_add on drift_flag_step for insert to alongside_app with check (
    taken_by = (select access.membership_id()) and taken_at = (select access.now())
    and (peer_id = (select access.membership_id())
      or to_status not in ('RESOLVED', 'NOT_DRIFT', 'NOT_AGREED') and from_status not in ('RESOLVED', 'NOT_DRIFT'))
    and exists (select from drift_flag f where f.organization_id = drift_flag_step.organization_id
                   and f.id = drift_flag_step.flag_id and f.peer_id = drift_flag_step.peer_id
                   and (f.peer_id = (select access.membership_id())
                     or access.may_work_on_flag(f.id, f.peer_id, f.raised_at))));
`

/** Steps of the new kinds are lost to the constraints of before: going back is possible only without them. */
const before = /* sql */ `
  drop policy peer_and_supervisors_add on drift_flag_step;
  create policy peer_and_supervisors_add on drift_flag_step for insert to alongside_app with check (
    taken_by = (select access.membership_id()) and taken_at = (select access.now())
    and exists (select from drift_flag f where f.organization_id = drift_flag_step.organization_id
                   and f.id = drift_flag_step.flag_id and f.peer_id = drift_flag_step.peer_id
                   and (f.peer_id = (select access.membership_id())
                     or access.may_work_on_flag(f.id, f.peer_id, f.raised_at))));
  drop trigger restrict_closing_to_peer on drift_flag;
  drop function access.restrict_closing_to_peer;
  alter table drift_flag_step drop column number;
  create index drift_flag_step_organization_id_flag_id_idx on drift_flag_step (organization_id, flag_id);
  alter table drift_flag_step drop constraint drift_flag_step_says_what_it_must;
  alter table drift_flag_step add constraint drift_flag_step_says_what_it_must check (
    (to_status <> 'PLANNED' or plan is not null) and (to_status <> 'NOT_DRIFT' or reason is not null));
  alter table drift_flag_step drop constraint drift_flag_step_in_order;
  alter table drift_flag_step add constraint drift_flag_step_in_order check (
    (from_status, to_status) in (('OPEN', 'DISCUSSED'), ('DISCUSSED', 'PLANNED'), ('PLANNED', 'RESOLVED'),
      ('OPEN', 'NOT_DRIFT'), ('DISCUSSED', 'NOT_DRIFT'), ('PLANNED', 'NOT_DRIFT')));
  drop index drift_flag_one_open_per_signal;
  create unique index drift_flag_one_open_per_signal on drift_flag (organization_id, peer_id, signal)
    where signal is not null and status in ('OPEN', 'DISCUSSED', 'PLANNED');
  alter table drift_flag drop constraint drift_flag_status_known;
  alter table drift_flag add constraint drift_flag_status_known
    check (status in ('OPEN', 'DISCUSSED', 'PLANNED', 'RESOLVED', 'NOT_DRIFT'));
`
