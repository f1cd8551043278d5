import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What somebody answered for themselves goes with the rest that is theirs alone. What was published stays. */
export class EraseReflections1797150000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(/* sql */ `
      create function access.erase_reflections() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        delete from core_value_reflection c
         where c.organization_id = new.organization_id and c.member_id = new.member_id;
        delete from proqol_response p where p.organization_id = new.organization_id and p.member_id = new.member_id;
        return null;
      end $$;
      alter function access.erase_reflections owner to alongside_definer;
      create trigger erase_reflections after insert on erasure for each row
        execute function access.erase_reflections();
    `)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger erase_reflections on erasure;
      drop function access.erase_reflections;
    `)
  }
}
