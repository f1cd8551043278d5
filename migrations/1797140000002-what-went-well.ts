import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Version 2 of the weekly check-in: one optional line about what went well. */
export class WhatWentWell1797140000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table weekly_check_in add column went_well text
        constraint weekly_check_in_went_well_length check (char_length(went_well) between 1 and 500);
      grant update (went_well) on weekly_check_in to alongside_app;
      alter table weekly_check_in add constraint weekly_check_in_organization_id_id_peer_id_key
        unique (organization_id, id, peer_id);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table weekly_check_in drop constraint weekly_check_in_organization_id_id_peer_id_key;
      alter table weekly_check_in drop column went_well;
    `)
  }
}
