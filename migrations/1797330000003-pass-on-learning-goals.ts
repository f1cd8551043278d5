import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Open learning goals pass on to the next educational supervisor, as open follow-ups do; what was closed before their
 * start stays with the peer, and notes never pass on.
 */
export class PassOnLearningGoals1797330000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policies(PASSED_ON))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policies('r.id = learning_goal.relationship_id'))
  }
}

const PASSED_ON = `(r.id = learning_goal.relationship_id or learning_goal.state = 'OPEN'
      or learning_goal.closed_on >= r.starts_on)`
const ofSupervisor = (
  goal: string,
): string => /* sql */ `peer_id = any ((select access.peers_of('EDUCATIONAL'))::uuid[])
  and exists (select from supervision_relationship r
    where r.organization_id = learning_goal.organization_id and r.peer_id = learning_goal.peer_id
      and r.supervisor_id = (select access.membership_id()) and r.type = 'EDUCATIONAL' and r.accepted_at is not null
      and r.starts_on <= (select access.today()) and (r.ends_on is null or r.ends_on >= (select access.today()))
      and ${goal})`
const policies = (goal: string): string => /* sql */ `
  drop policy supervisor_reads on learning_goal;
  create policy supervisor_reads on learning_goal for select to alongside_app using (${ofSupervisor(goal)});
  drop policy both_close on learning_goal;
  create policy both_close on learning_goal for update to alongside_app
    using (peer_id = (select access.membership_id()) or ${ofSupervisor(goal)})
    with check (state = 'OPEN'
      or closed_by = (select access.membership_id()) and closed_on = (select access.today()));
`
