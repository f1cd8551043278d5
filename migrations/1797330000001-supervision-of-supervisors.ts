import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Supervision of supervisors is a relationship like any other: they ask for a time and for other supervision, and keep
 * people away, as a peer does. Flags and tasks stay about the peer role: nobody else would be the first to see them.
 */
export class SupervisionOfSupervisors1797330000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policies(SUPERVISED, OF_A_PEER))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policies(PEER, () => ''))
  }
}

const PEER = "(select access.has_role('PEER'))"
const SUPERVISED = `(${PEER} or (select access.has_role('SUPERVISOR')) or (select access.has_role('MANAGER')))`
const OF_A_PEER = (table: string): string => /* sql */ `
    and exists (select from membership m where m.organization_id = ${table}.organization_id
                   and m.id = ${table}.peer_id and 'PEER' = any (m.roles))`

const policies = (supervised: string, ofPeer: (table: string) => string): string => /* sql */ `
  drop policy peer_asks on time_request;
  create policy peer_asks on time_request for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and ${supervised}
    and status = 'OPEN' and asked_at = (select access.now())
    and exists (
      select from supervision_relationship r
       where r.organization_id = time_request.organization_id and r.peer_id = time_request.peer_id
         and r.supervisor_id = time_request.supervisor_id and r.type = time_request.type
         and r.accepted_at is not null and r.starts_on <= (select access.today())
         and (r.ends_on is null or r.ends_on >= (select access.today()))));
  drop policy peer_asks on supervision_request;
  create policy peer_asks on supervision_request for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and ${supervised}
    and status = 'OPEN' and asked_at = (select access.now()));
  drop policy those_concerned_add on exclusion_preference;
  create policy those_concerned_add on exclusion_preference for insert to alongside_app with check (
    made_by = (select access.membership_id())
    and (peer_id = made_by and ${supervised}
      or excluded_id = made_by and (select access.has_role('SUPERVISOR'))
      or peer_id <> made_by and (select access.has_role('MANAGER'))));
  drop policy supervisors_raise_observed on drift_flag;
  create policy supervisors_raise_observed on drift_flag for insert to alongside_app with check (
    peer_id = any (((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')))::uuid[])
    and raised_by_kind = 'SUPERVISOR' and raised_by_id = (select access.membership_id()) and status = 'OPEN'
    and raised_at = (select access.now()) and opened_at is null${ofPeer('drift_flag')});
  drop policy supervisor_or_manager_asks on task_request;
  create policy supervisor_or_manager_asks on task_request for insert to alongside_app with check (
    peer_id <> (select access.membership_id()) and recorded_by = (select access.membership_id())
    and asked_at = (select access.now())${ofPeer('task_request')}
    and case asker
      when 'HOST_AGENCY' then (select access.is_host_agency_staff())
        and peer_id = any ((select access.peers_of_any_type())::uuid[])
      when 'SUPERVISOR' then not (select access.is_host_agency_staff())
        and peer_id = any ((select access.peers_of_any_type())::uuid[])
      when 'MANAGER' then (select access.has_role('MANAGER')) else false end);
`
