import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * After a password reset by somebody else, whatever a person wrote for themself alone stays closed like a check-in:
 * also the core values, how a supervisor sees their own skills, and what may become a flag.
 */
export class LockPrivateAnswers1797320000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table supervisor_reflection add column saved_at timestamptz;
      -- The owner is bound by the policies too, and nobody is signed in. The start of the day counts, so that nothing
      -- from before a reset looks later than it.
      alter table supervisor_reflection no force row level security;
      update supervisor_reflection set saved_at = answered_on::timestamptz;
      alter table supervisor_reflection force row level security;
      alter table supervisor_reflection alter column saved_at set not null;
      grant update (saved_at) on supervisor_reflection to alongside_app;
    `)
    for (const table of TABLES)
      await runner.query(/* sql */ `
        create policy locked_until_opened on ${table} as restrictive for select to alongside_app using (
          (select access.check_ins_locked_before()) is null or saved_at > (select access.check_ins_locked_before()))
      `)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop policy locked_until_opened on ${table}`)
    await runner.query('alter table supervisor_reflection drop column saved_at')
  }
}

const TABLES = ['core_value_reflection', 'drift_flag_draft', 'supervisor_reflection']
