import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The schema `access`: functions that read the session variables of a unit of work, and `enable_tenant_rls`, which is called
 * for every table that belongs to an organization. A policy reads them as `(select access.membership_id())`: in a
 * scalar subquery PostgreSQL evaluates a stable function once for each statement, not once for each row.
 */
export class AccessFunctions1795200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create schema access;
      grant usage on schema access to alongside_app, alongside_definer;
      grant usage on schema public to alongside_app, alongside_definer;

      create function access.account_id() returns uuid language sql stable
        as $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;
      create function access.organization_id() returns uuid language sql stable
        as $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;
      create function access.membership_id() returns uuid language sql stable
        as $$ select nullif(current_setting('app.membership_id', true), '')::uuid $$;
      create function access.now() returns timestamptz language sql stable
        as $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;
      create function access.today() returns date language sql stable
        as $$ select nullif(current_setting('app.today', true), '')::date $$;
      create function access.password_confirmed() returns boolean language sql stable
        as $$ select coalesce(nullif(current_setting('app.password_confirmed', true), '')::boolean, false) $$;
      create function access.is_host_agency_staff() returns boolean language sql stable
        as $$ select coalesce(nullif(current_setting('app.host_agency_staff', true), '')::boolean, false) $$;
      create function access.has_role(role text) returns boolean language sql stable
        as $$ select coalesce(role = any (nullif(current_setting('app.roles', true), '')::text[]), false) $$;
      create function access.peers_of(type text) returns uuid[] language sql stable
        as $$ select coalesce(nullif(current_setting('app.' || lower(type) || '_peers', true), ''), '{}')::uuid[] $$;
      create function access.peers_of_any_type() returns uuid[] language sql stable
        as $$ select access.peers_of('ADMINISTRATIVE') || access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE') $$;

      create procedure access.enable_tenant_rls(table_name regclass) language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', table_name);
        execute format('alter table %s force row level security', table_name);
        execute format(
          'create policy tenant_isolation on %s as restrictive to alongside_app
             using (organization_id = (select access.organization_id()))
             with check (organization_id = (select access.organization_id()))', table_name);
      end $$;
      revoke execute on procedure access.enable_tenant_rls(regclass) from public;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema access cascade')
    await runner.query('revoke usage on schema public from alongside_app, alongside_definer')
  }
}
