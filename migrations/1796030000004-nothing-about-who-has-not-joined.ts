import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The invitation of somebody who has not joined can be sent to another address, and who comes in then reads what is
 * about them. So until they have joined, no note, observed flag or agreement can be written: only that a session took
 * place, with its day, minutes and type.
 */
export class NothingAboutWhoHasNotJoined1796030000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(functions)
    for (const trigger of triggers) await runner.query(trigger)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function access.require_joined_attendees, access.require_joined_peer cascade')
  }
}

const functions = /* sql */ `
  create function access.require_joined_attendees() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if exists (
      select from session_attendance a
        join membership m on m.organization_id = a.organization_id and m.id = a.peer_id
       where a.organization_id = new.organization_id and a.session_id = new.session_id
         and a.peer_id = coalesce(new.about_peer_id, a.peer_id) and m.account_id is null) then
      raise check_violation using constraint = 'written_about_joined_peers';
    end if;
    return new;
  end $$;
  alter function access.require_joined_attendees owner to alongside_definer;
  create function access.require_joined_peer() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if exists (
      select from membership m
       where m.organization_id = new.organization_id and m.id = new.peer_id and m.account_id is null) then
      raise check_violation using constraint = 'written_about_joined_peers';
    end if;
    return new;
  end $$;
  alter function access.require_joined_peer owner to alongside_definer;
`

/** After the insert, so that a wall answers before anything is told about somebody. */
const triggers = [
  ...['administrative_note', 'educational_note', 'supportive_note'].map(
    (table) => /* sql */ `
      create trigger require_joined_attendees after insert on ${table}
        for each row execute function access.require_joined_attendees()`,
  ),
  ...['drift_flag', 'supervision_agreement'].map(
    (table) => /* sql */ `
      create trigger require_joined_peer after insert on ${table}
        for each row execute function access.require_joined_peer()`,
  ),
]
