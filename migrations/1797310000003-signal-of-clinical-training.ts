import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A further signal can raise a flag: most of the CE hours of a year are about clinical treatment. */
export class SignalOfClinicalTraining1797310000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(known(`${BEFORE}, 'CE_TURNING_CLINICAL'`))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(known(BEFORE))
  }
}

const BEFORE = `'CASELOAD_ABOVE_RANGE', 'SUPERVISED_ADMINISTRATIVELY_ONLY', 'OUT_OF_ROLE', 'AGAINST_VALUES',
  'CLINICAL_SUBSTITUTION', 'SURVEILLANCE', 'ERRANDS', 'FALLING_LIVED_EXPERIENCE', 'NO_OTHER_PEERS'`

function known(signals: string): string {
  return /* sql */ `
    alter table drift_flag drop constraint drift_flag_signal_known;
    alter table drift_flag add constraint drift_flag_signal_known check (signal in (${signals}));
  `
}
