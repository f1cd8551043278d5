import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is kept of a status names the credential and its state: when those are corrected, it is assessed anew. */
export class CustomCredentialsNamedAnew1795500000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create function access.own_credential_is_named_anew() returns trigger language plpgsql
        security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        update certification_assessment j set facts_version = j.facts_version + 1
          from (select r.organization_id, r.certification_id
                  from changed c
                  join certification held
                    on held.organization_id = c.organization_id and held.credential_id = 'own-' || c.id
                  join certification_assessment r
                    on r.organization_id = held.organization_id and r.certification_id = held.id
                 order by 1, 2 for update of r) resting
         where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
        return null;
      end $$;
      grant create on schema access to alongside_definer;
      alter function access.own_credential_is_named_anew() owner to alongside_definer;
      revoke create on schema access from alongside_definer;
      create trigger status_rests_on_update after update on own_credential
        referencing new table as changed for each statement
        execute function access.own_credential_is_named_anew();
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger status_rests_on_update on own_credential; drop function access.own_credential_is_named_anew();
    `)
  }
}
