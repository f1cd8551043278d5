import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The ethics reflection: answers that are the peer's alone and have no score. After a password reset by somebody else,
 * what was answered before stays closed, here and in ProQOL, like check-ins.
 */
export class EthicsReflections1797270000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [table, lockOfProqol, leaving]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger erase_ethics_reflections on erasure;
      drop function access.erase_ethics_reflections;
      drop policy locked_until_opened on proqol_response;
      drop table ethics_reflection;
    `)
  }
}

const table = /* sql */ `
  create table ethics_reflection (
    organization_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    version smallint not null,
    started_on date not null,
    answers smallint[] not null,
    finished_on date,
    saved_at timestamptz not null,
    constraint ethics_reflection_pkey primary key (organization_id, id),
    constraint ethics_reflection_organization_id_id_member_id_key unique (organization_id, id, member_id),
    constraint ethics_reflection_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint ethics_reflection_answers_of_version check (
      version = 1 and cardinality(answers) = 27 and 1 <= all (answers) and 5 >= all (answers)),
    constraint ethics_reflection_finished_after_start check (finished_on >= started_on)
  );
  create unique index ethics_reflection_one_open on ethics_reflection (organization_id, member_id)
    where finished_on is null;
  create index ethics_reflection_organization_id_member_id_finished_on_idx
    on ethics_reflection (organization_id, member_id, finished_on);
  call access.enable_tenant_rls('ethics_reflection');
  create policy unlocked_on_shared_device on ethics_reflection as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy locked_until_opened on ethics_reflection as restrictive for select to alongside_app
    using ((select access.check_ins_locked_before()) is null or saved_at > (select access.check_ins_locked_before()));
  create policy only_oneself_reads on ethics_reflection for select to alongside_app
    using (member_id = (select access.membership_id()));
  create policy only_oneself_adds on ethics_reflection for insert to alongside_app with check (
    member_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and started_on = (select access.today()) and saved_at = (select access.now())
    and (finished_on is null or finished_on = (select access.today())));
  create policy only_oneself_updates on ethics_reflection for update to alongside_app
    using (member_id = (select access.membership_id()) and finished_on is null)
    with check (member_id = (select access.membership_id()) and saved_at = (select access.now())
      and (finished_on is null or finished_on = (select access.today())));
  create policy definer_finds on ethics_reflection for select to alongside_definer using (true);
  create policy definer_erases on ethics_reflection for delete to alongside_definer using (true);
  grant select, insert, update (answers, finished_on, saved_at) on ethics_reflection to alongside_app;
  grant select (organization_id, member_id), delete on ethics_reflection to alongside_definer;
`

const lockOfProqol = /* sql */ `
  create policy locked_until_opened on proqol_response as restrictive for select to alongside_app
    using ((select access.check_ins_locked_before()) is null or saved_at > (select access.check_ins_locked_before()));
`

const leaving = /* sql */ `
  create function access.erase_ethics_reflections() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from ethics_reflection e where e.organization_id = new.organization_id and e.member_id = new.member_id;
    return null;
  end $$;
  alter function access.erase_ethics_reflections owner to alongside_definer;
  create trigger erase_ethics_reflections after insert on erasure for each row
    execute function access.erase_ethics_reflections();
`
