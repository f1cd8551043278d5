import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A plan can be a task on the follow-up list of the peer and of one supervisor. The task lies in the table of its type of
 * supervision, so that who may read it stays as it is: the step of the flag only names it.
 */
export class LinkFlagsToFollowUps1797230000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table drift_flag_step
        add column educational_follow_up_id uuid,
        add column supportive_follow_up_id uuid,
        add constraint drift_flag_step_educational_follow_up
          foreign key (organization_id, educational_follow_up_id, peer_id)
          references educational_follow_up (organization_id, id, peer_id),
        add constraint drift_flag_step_supportive_follow_up
          foreign key (organization_id, supportive_follow_up_id, peer_id)
          references supportive_follow_up (organization_id, id, peer_id),
        add constraint drift_flag_step_follow_up_of_plan check (
          (educational_follow_up_id is null and supportive_follow_up_id is null) or to_status = 'PLANNED'),
        add constraint drift_flag_step_one_follow_up check (
          educational_follow_up_id is null or supportive_follow_up_id is null);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table drift_flag_step drop column educational_follow_up_id, drop column supportive_follow_up_id;
    `)
  }
}
