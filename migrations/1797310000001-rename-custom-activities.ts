import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A manager can correct the name of an activity that the organization added. The policy of updates holds as before. */
export class RenameCustomActivities1797310000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (name) on custom_activity to alongside_app')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (name) on custom_activity from alongside_app')
  }
}
