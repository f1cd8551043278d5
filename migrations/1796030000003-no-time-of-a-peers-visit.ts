import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When a peer was last here is nobody's business (T1); of others an admin learns the month. */
export class NoTimeOfAPeersVisit1796030000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(/* sql */ `
      drop function access.members_last_seen;
      -- The month in which members who are no peers were last signed in, and nothing else about their sessions.
      create function access.months_last_seen() returns table (membership_id uuid, last_seen_month date)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select s.membership_id, date_trunc('month', max(s.last_seen_at) at time zone o.time_zone)::date
          from sign_in_session s
          join membership m on m.organization_id = s.organization_id and m.id = s.membership_id
          join organization o on o.id = s.organization_id
         where s.organization_id = access.organization_id() and access.has_role('ADMIN')
           and 'PEER' <> all (m.roles)
         group by s.membership_id, o.time_zone
      $$;
      alter function access.months_last_seen owner to alongside_definer;
    `)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(/* sql */ `
      drop function access.months_last_seen;
      create function access.members_last_seen() returns table (membership_id uuid, last_seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.membership_id, max(s.last_seen_at)
      from sign_in_session s
     where s.organization_id = access.organization_id() and access.has_role('ADMIN')
     group by s.membership_id
  $$;
      alter function access.members_last_seen owner to alongside_definer;
    `)
    await runner.query('revoke create on schema access from alongside_definer')
  }
}
