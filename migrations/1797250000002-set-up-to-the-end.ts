import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Setting up goes on until the people, their supervisors and their certifications are in. */
export class SetUpToTheEnd1797250000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(stepsAre([...STEPS, ...ADDED]))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from organization_setup_step where step = any ($1)', [ADDED])
    await runner.query(stepsAre(STEPS))
  }
}

const STEPS = ['ORGANIZATION', 'HELP_CONTACTS', 'HOST_AGENCIES', 'TEAMS', 'PEOPLE', 'OWN_ROLES']
const ADDED = ['SUPERVISORS', 'CERTIFICATIONS']

function stepsAre(steps: readonly string[]): string {
  return `alter table organization_setup_step drop constraint organization_setup_step_step_known,
    add constraint organization_setup_step_step_known check (step in ('${steps.join("', '")}'))`
}
