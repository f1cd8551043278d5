import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Somebody who has left can come back from a day on. Every door that asks for the last day asks for that day as well.
 * What ended stays ended, and the session or token of before opens nothing.
 */
export class ComingBack1795500000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(returning)
    await runner.query(watching('team_id,leaves_on,returns_on'))
    for (const [before, after] of DOORS) await inEveryFunction(runner, before, after)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [before, after] of DOORS) await inEveryFunction(runner, after, before)
    await runner.query(watching('team_id,leaves_on'))
    await runner.query(/* sql */ `
      drop trigger old_sessions_stay_over on employment; drop function access.old_sessions_stay_over();
      revoke update (returns_on) on employment from alongside_app;
      alter table employment drop column returns_on;
    `)
  }
}

const DAY = '(p_now at time zone o.time_zone)::date'
/** How the last day is asked for: at sign-in and for mails on the organization's day, among colleagues today. */
const DOORS = [
  [`e.leaves_on >= ${DAY})`, `e.leaves_on >= ${DAY} or e.returns_on <= ${DAY})`],
  [
    'and e.leaves_on is null',
    'and (e.leaves_on is null or e.returns_on <= coalesce(access.today(), current_date))',
  ],
] as const

/** The condition is the same in all of them; the rest of each body stays as it is, and so does its owner. */
async function inEveryFunction(runner: QueryRunner, before: string, after: string): Promise<void> {
  const found = (await runner.query(
    `select pg_get_functiondef(oid) as definition from pg_proc
      where pronamespace = 'access'::regnamespace and strpos(prosrc, $1) > 0 order by oid`,
    [before],
  )) as { definition: string }[]
  if (found.length === 0) throw new Error(`no function asks: ${before}`)
  for (const { definition } of found) await runner.query(definition.replaceAll(before, after))
}

const watching = (columns: string): string => /* sql */ `
  create or replace trigger audit_change after insert or update or delete on employment
    for each row execute function access.audit_change('PEOPLE', 'member_id', '${columns}')`

const returning = /* sql */ `
  alter table employment add column returns_on date,
    add constraint employment_returns_after_leaving
      check (returns_on is null or leaves_on is not null and returns_on > leaves_on);
  grant update (returns_on) on employment to alongside_app;

  create function access.old_sessions_stay_over() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update sign_in_session s set ended_at = coalesce(access.now(), now())
     where s.organization_id = new.organization_id and s.membership_id = new.member_id and s.ended_at is null;
    update api_token t set revoked_at = coalesce(access.now(), now())
     where t.organization_id = new.organization_id and t.made_by = new.member_id and t.revoked_at is null;
    return null;
  end $$;
  alter function access.old_sessions_stay_over() owner to alongside_definer;
  create trigger old_sessions_stay_over after update of returns_on on employment for each row
    when (old.returns_on is null and new.returns_on is not null) execute function access.old_sessions_stay_over();
`
