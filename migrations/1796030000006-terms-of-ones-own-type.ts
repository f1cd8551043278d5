import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A host agency's staff read the terms of the type that they give, and never what was agreed in confidence for another.
 * And what only one at a time could pass is counted under a lock: leave that overlaps, and the tokens of one maker.
 */
export class TermsOfOnesOwnType1796030000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [terms(true), leave, tokens]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(terms(false))
    await runner.query(/* sql */ `
      drop trigger prevent_overlapping_leave on leave_period; drop trigger limit_open_tokens on api_token;
      drop function access.prevent_overlapping_leave, access.limit_open_tokens;
    `)
  }
}

function terms(isWalled: boolean): string {
  const ofTheType = '(not (select access.is_host_agency_staff()) or peer_id = any (access.peers_of(type)))'
  const ofAPeer = 'peer_id = any ((select access.peers_of_any_type())::uuid[])'
  return /* sql */ `
    drop policy those_concerned_read on supervision_agreement_term;
    create policy those_concerned_read on supervision_agreement_term for select to alongside_app using (
      peer_id = (select access.membership_id())
      or ${ofAPeer}${isWalled ? ` and ${ofTheType}` : ''}
      or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  `
}

/**
 * The second of two at once waits for the lock, and then finds the row of the first. After the insert, so that the wall
 * answers before anything is told about somebody else's leave.
 */
const leave = /* sql */ `
  create function access.prevent_overlapping_leave() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if new.removed_at is not null then
      return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('leave of ' || new.peer_id, 0));
    if exists (
      select from leave_period l
       where l.organization_id = new.organization_id and l.peer_id = new.peer_id and l.id <> new.id
         and l.removed_at is null and (new.ends_on is null or l.starts_on <= new.ends_on)
         and (l.ends_on is null or l.ends_on >= new.starts_on)) then
      raise check_violation using constraint = 'leave_period_overlaps';
    end if;
    return null;
  end $$;
  alter function access.prevent_overlapping_leave owner to alongside_definer;
  create trigger prevent_overlapping_leave after insert or update of starts_on, ends_on on leave_period
    for each row execute function access.prevent_overlapping_leave();
`

const tokens = /* sql */ `
  create function access.limit_open_tokens() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('tokens of ' || new.made_by, 0));
    if (select count(*) from api_token t
         where t.organization_id = new.organization_id and t.made_by = new.made_by and t.revoked_at is null
           and t.expires_at > coalesce(access.now(), now())) > 20 then
      raise check_violation using constraint = 'api_token_too_many';
    end if;
    return null;
  end $$;
  alter function access.limit_open_tokens owner to alongside_definer;
  create trigger limit_open_tokens after insert on api_token
    for each row execute function access.limit_open_tokens();
`
