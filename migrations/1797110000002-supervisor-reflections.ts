import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * How supervisors see their own skills, on a day. Nobody else reads it, whatever their role, and it goes with the rest
 * of what is private once they have left.
 */
export class SupervisorReflections1797110000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [table, erasing]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger erase_supervisor_reflections on erasure;
      drop function access.erase_supervisor_reflections;
      drop table supervisor_reflection;
    `)
  }
}

const table = /* sql */ `
  create table supervisor_reflection (
    organization_id uuid not null,
    member_id uuid not null,
    answered_on date not null,
    ratings jsonb not null,
    constraint supervisor_reflection_pkey primary key (organization_id, member_id, answered_on),
    constraint supervisor_reflection_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint supervisor_reflection_ratings_form
      check (jsonb_typeof(ratings) = 'object' and length(ratings::text) <= 1000)
  );
  call access.enable_tenant_rls('supervisor_reflection');
  create policy unlocked_on_shared_device on supervisor_reflection as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy only_holder_reads on supervisor_reflection for select to alongside_app
    using (member_id = (select access.membership_id()));
  create policy only_holder_adds on supervisor_reflection for insert to alongside_app with check (
    member_id = (select access.membership_id()) and (select access.has_role('SUPERVISOR'))
    and answered_on = (select access.today()));
  create policy only_holder_replaces_todays on supervisor_reflection for update to alongside_app
    using (member_id = (select access.membership_id()) and answered_on = (select access.today()));
  create policy definer_finds on supervisor_reflection for select to alongside_definer using (true);
  create policy definer_erases on supervisor_reflection for delete to alongside_definer using (true);
  grant select, insert, update (ratings) on supervisor_reflection to alongside_app;
  grant select (organization_id, member_id), delete on supervisor_reflection to alongside_definer;
`

const erasing = /* sql */ `
  -- Goes with everything else that is private: with the receipt of the erasure, in the same transaction.
  create function access.erase_supervisor_reflections() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from supervisor_reflection r
     where r.organization_id = new.organization_id and r.member_id = new.member_id;
    return null;
  end $$;
  alter function access.erase_supervisor_reflections owner to alongside_definer;
  revoke all on function access.erase_supervisor_reflections from public;
  create trigger erase_supervisor_reflections after insert on erasure
    for each row execute function access.erase_supervisor_reflections();
`
