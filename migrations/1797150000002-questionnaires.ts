import type { MigrationInterface, QueryRunner } from 'typeorm'

/** ProQOL: answers that are the peer's alone, five at a time, and the sentences that an organization brings for it. */
export class Questionnaires1797150000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [items, responses]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table proqol_response, proqol_item_set;
      drop function access.require_proqol_pause;
    `)
  }
}

const items = /* sql */ `
  create table proqol_item_set (
    organization_id uuid not null,
    id uuid not null,
    items text[] not null,
    credit text not null,
    imported_by uuid not null,
    imported_at timestamptz not null,
    constraint proqol_item_set_pkey primary key (organization_id, id),
    constraint proqol_item_set_organization_id_imported_by_fkey
      foreign key (organization_id, imported_by) references membership (organization_id, id),
    constraint proqol_item_set_thirty_items check (cardinality(items) = 30 and array_position(items, null) is null),
    constraint proqol_item_set_credit_named check (
      char_length(credit) <= 300 and credit ~* 'stamm' and credit ~* 'proqol\\.org')
  );
  create index proqol_item_set_organization_id_imported_at_idx on proqol_item_set (organization_id, imported_at);
  call access.enable_tenant_rls('proqol_item_set');
  create policy everyone_reads on proqol_item_set for select to alongside_app
    using (not (select access.is_host_agency_staff()));
  create policy admin_adds on proqol_item_set for insert to alongside_app with check (
    (select access.has_role('ADMIN')) and imported_by = (select access.membership_id())
    and imported_at = (select access.now()));
  create trigger audit_change after insert or delete or update on proqol_item_set for each row
    execute function access.audit_change('SETTINGS', '', 'imported_at');
  grant select, insert on proqol_item_set to alongside_app;
`

const responses = /* sql */ `
  create table proqol_response (
    organization_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    started_on date not null,
    answers smallint[] not null,
    finished_on date,
    saved_at timestamptz not null,
    constraint proqol_response_pkey primary key (organization_id, id),
    constraint proqol_response_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint proqol_response_answers_known check (
      cardinality(answers) = 30 and 1 <= all (answers) and 5 >= all (answers)),
    constraint proqol_response_finished_after_start check (finished_on >= started_on)
  );
  create unique index proqol_response_one_open on proqol_response (organization_id, member_id)
    where finished_on is null;
  create index proqol_response_organization_id_member_id_finished_on_idx on proqol_response (organization_id, member_id, finished_on);
  call access.enable_tenant_rls('proqol_response');
  create policy unlocked_on_shared_device on proqol_response as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy only_oneself_reads on proqol_response for select to alongside_app
    using (member_id = (select access.membership_id()));
  create policy only_oneself_adds on proqol_response for insert to alongside_app with check (
    member_id = (select access.membership_id()) and (select access.has_role('PEER'))
    and started_on = (select access.today()));
  create policy only_oneself_updates on proqol_response for update to alongside_app
    using (member_id = (select access.membership_id()) and finished_on is null)
    with check (finished_on is null or finished_on = (select access.today()));
  create policy definer_finds on proqol_response for select to alongside_definer using (true);
  create policy definer_erases on proqol_response for delete to alongside_definer using (true);
  grant select, insert, update (answers, finished_on, saved_at) on proqol_response to alongside_app;
  grant select (organization_id, member_id), delete on proqol_response to alongside_definer;

  -- It asks about the last thirty days, so it's never asked sooner.
  create function access.require_proqol_pause() returns trigger language plpgsql as $$
  begin
    if exists (
      select from proqol_response p
       where p.organization_id = new.organization_id and p.member_id = new.member_id
         and p.finished_on > new.started_on - 30)
    then
      raise check_violation using constraint = 'proqol_response_thirty_days_apart';
    end if;
    return new;
  end $$;
  create trigger require_pause before insert on proqol_response for each row
    execute function access.require_proqol_pause();
`
