import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A term says how many minutes a session lasts, and what of it stays between the two. Terms from before say neither;
 * the text is for those who may read the agreement, and stays out of the trail.
 */
export class AgreementsInConfidence1795500000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table supervision_agreement_term
        add column session_minutes integer
          constraint supervision_agreement_term_minutes_range check (session_minutes between 5 and 480),
        add column confidence text
          constraint supervision_agreement_term_confidence_size check (char_length(confidence) between 1 and 500);
    `)
    await runner.query(watching(`${WATCHED},session_minutes`))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(watching(WATCHED))
    await runner.query(
      'alter table supervision_agreement_term drop column confidence, drop column session_minutes',
    )
  }
}

const WATCHED = 'agreement_id,type,cadence_days,group_sessions_count'

const watching = (columns: string): string => /* sql */ `
  create or replace trigger audit_change after insert or update or delete on supervision_agreement_term
    for each row execute function access.audit_change('AGREEMENT', 'peer_id', '${columns}')`
