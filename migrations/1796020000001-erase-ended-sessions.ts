import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * An ended session is of no use, and holds where somebody was and with what browser. It is erased by a job. The newest
 * session of an account stays, without address and browser, since it says which organization was used last.
 */
export class EraseEndedSessions1796020000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(erasing)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.erase_ended_sessions;
      revoke delete on sign_in_session from alongside_definer;
    `)
  }
}

const erasing = /* sql */ `
  grant delete on sign_in_session to alongside_definer;

  create function access.erase_ended_sessions(p_now timestamptz, p_days integer) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with over as (
      select s.organization_id, s.id,
             row_number() over (partition by s.account_id order by s.created_at desc, s.id) = 1 as newest,
             least(s.ended_at, s.expires_at, s.last_seen_at + make_interval(mins => s.idle_minutes)) as over_at
        from sign_in_session s
       where access.organization_id() is null),
    erased as (
      delete from sign_in_session s using over o
       where s.organization_id = o.organization_id and s.id = o.id and not o.newest
         and o.over_at < p_now - make_interval(days => p_days)
      returning 1),
    emptied as (
      update sign_in_session s set user_agent = null, last_address = null
        from over o
       where s.organization_id = o.organization_id and s.id = o.id and o.newest
         and o.over_at < p_now - make_interval(days => p_days)
         and (s.user_agent is not null or s.last_address is not null)
      returning 1)
    select (select count(*) from erased)::integer + (select count(*) from emptied)::integer
  $$;
  alter function access.erase_ended_sessions owner to alongside_definer;
`
