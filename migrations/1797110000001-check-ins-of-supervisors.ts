import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Supervisors have a weekly check-in of their own, behind the same wall. Each check-in says whether it was a peer's, so
 * that no figure about peers can ever hold one of somebody who was not a peer that week.
 */
export class CheckInsOfSupervisors1797110000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table weekly_check_in add column as_peer boolean not null default true;
      ${policies("((select access.has_role('PEER')) or (select access.has_role('SUPERVISOR')))", "and as_peer = (select access.has_role('PEER'))")}
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ${policies("(select access.has_role('PEER'))", '')}
      alter table weekly_check_in drop column as_peer;
    `)
  }
}

function policies(role: string, asPeer: string): string {
  return /* sql */ `
  drop policy peer_adds on weekly_check_in;
  drop policy peer_reads on weekly_check_in;
  drop policy peer_updates on weekly_check_in;
  create policy peer_adds on weekly_check_in for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and ${role} ${asPeer}
    and week_start > (select access.today() - 14) and week_start <= (select access.today()));
  create policy peer_reads on weekly_check_in for select to alongside_app using (
    peer_id = (select access.membership_id()) and ${role}
    and (week_start > (select access.today() - 14) or (select access.password_confirmed())));
  create policy peer_updates on weekly_check_in for update to alongside_app using (
    peer_id = (select access.membership_id()) and ${role}
    and week_start > (select access.today() - 14));
  `
}
