import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Deleting imported people asks for each of them whether they voided a placement: without an index it reads all. */
export class IndexVoidedPlacements1796070000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create index placement_organization_id_voided_by_idx on placement (organization_id, voided_by)
        where voided_by is not null`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index placement_organization_id_voided_by_idx')
  }
}
