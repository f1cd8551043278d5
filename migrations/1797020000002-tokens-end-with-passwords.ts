import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Whoever changes their password or signs out everywhere may fear that somebody else is in: API tokens that they made
 * are revoked with their sessions, as they are by a recovery and by a reset.
 */
export class TokensEndWithPasswords1797020000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [revoking, replacing, changing, leaving]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [replacingBefore, changingBefore, leavingBefore]) await runner.query(step)
    await runner.query('drop function access.revoke_tokens_of')
    await runner.query('revoke create on schema access from alongside_definer')
  }
}

const revoking = /* sql */ `
  -- Revokes the tokens that a person made, in every organization, and returns how many it were. Only functions call it.
  create function access.revoke_tokens_of(p_account_id uuid, p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with revoked as (
      update api_token t set revoked_at = p_now
        from membership m
       where m.account_id = p_account_id and t.organization_id = m.organization_id and t.made_by = m.id
         and t.revoked_at is null
      returning t.expires_at)
    select count(*) filter (where expires_at > p_now)::integer from revoked
  $$;
  alter function access.revoke_tokens_of owner to alongside_definer;
  revoke execute on function access.revoke_tokens_of from public;
`

const replacing = replacePassword(/* sql */ `
    select access.revoke_tokens_of(p_account_id, p_now);`)
const replacingBefore = replacePassword(/* sql */ `
    update api_token t set revoked_at = p_now
      from membership m
     where m.account_id = p_account_id and t.organization_id = m.organization_id and t.made_by = m.id
       and t.revoked_at is null;`)
function replacePassword(tokens: string): string {
  return /* sql */ `
  create or replace function access.replace_password(
    p_account_id uuid, p_password_hash text, p_recovery_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update account set password_hash = p_password_hash, recovery_code_hash = p_recovery_hash where id = p_account_id;
    update sign_in_session set ended_at = p_now where account_id = p_account_id and ended_at is null;
    delete from known_device where account_id = p_account_id;${tokens}
  $$;
`
}

const changing = changePassword(
  ', revoked integer',
  'revoked := access.revoke_tokens_of(access.account_id(), access.now());',
)
const changingBefore = changePassword('', '')
function changePassword(column: string, tokens: string): string {
  return /* sql */ `
  drop function access.change_own_password;
  create function access.change_own_password(
    p_token_hash bytea, p_new_token_hash bytea, p_known_hash text, p_password_hash text)
  returns table (expires_at timestamptz, ended integer${column})
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update account a set password_hash = p_password_hash
     where a.id = access.account_id() and a.password_hash = p_known_hash
       and exists (select from sign_in_session s
                    where s.token_hash = p_token_hash and s.account_id = a.id and s.ended_at is null);
    if not found then
      return;
    end if;
    update sign_in_session s set ended_at = access.now()
     where s.account_id = access.account_id() and s.ended_at is null and s.token_hash <> p_token_hash
       and s.expires_at > access.now();
    get diagnostics ended = row_count;
    ${tokens}
    update sign_in_session s set token_hash = p_new_token_hash, confirmed_at = access.now()
     where s.token_hash = p_token_hash returning s.expires_at into change_own_password.expires_at;
    return next;
  end $$;
  alter function access.change_own_password owner to alongside_definer;
`
}

const leaving = /* sql */ `
  drop function access.end_every_session;
  create function access.end_every_session(p_token_hash bytea, p_now timestamptz)
  returns table (ended integer, revoked integer)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    account uuid := (
      select s.account_id from sign_in_session s where s.token_hash = p_token_hash and s.ended_at is null);
  begin
    update sign_in_session s set ended_at = p_now
     where s.account_id = account and s.ended_at is null and s.expires_at > p_now;
    get diagnostics ended = row_count;
    revoked := access.revoke_tokens_of(account, p_now);
    return next;
  end $$;
  alter function access.end_every_session owner to alongside_definer;
`
const leavingBefore = /* sql */ `
  drop function access.end_every_session;
  create function access.end_every_session(p_token_hash bytea, p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with ended as (
      update sign_in_session s set ended_at = p_now
        from sign_in_session mine
       where mine.token_hash = p_token_hash and mine.ended_at is null
         and s.account_id = mine.account_id and s.ended_at is null and s.expires_at > p_now
      returning s.id)
    select count(*)::integer from ended
  $$;
  alter function access.end_every_session owner to alongside_definer;
`
