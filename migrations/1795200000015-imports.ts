import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Files that create many records at once. A file is checked first, imported as a whole or not at all, and can be undone
 * for a day. Its rows are about people, so that they are erased when the file is a day old.
 */
export class Imports1795200000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [batch, row, erasing, undoing]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.undo_people_import, access.remove_imported, access.erase_import_rows;
      drop table import_row, import_batch;
    `)
  }
}

const batch = /* sql */ `
  create table import_batch (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    kind text not null constraint import_batch_kind_known check (kind in ('PEOPLE')),
    file_name text not null constraint import_batch_file_name_length check (char_length(file_name) between 1 and 200),
    state text not null constraint import_batch_state_known
      check (state in ('PREVIEWED', 'CONFIRMED', 'UNDONE', 'EXPIRED')),
    encoding text not null constraint import_batch_encoding_known check (encoding in ('UTF_8', 'UTF_16', 'WINDOWS_1252')),
    unknown_headings text[] not null default '{}',
    row_count integer not null constraint import_batch_row_count_range check (row_count between 1 and 5000),
    new_count integer not null,
    present_count integer not null,
    problem_count integer not null,
    made_count integer not null default 0,
    removed_count integer not null default 0,
    imported_by uuid not null,
    uploaded_at timestamptz not null,
    rows_until timestamptz not null,
    confirm_key uuid,
    confirmed_at timestamptz,
    undone_at timestamptz,
    constraint import_batch_pkey primary key (organization_id, id),
    constraint import_batch_counts_add_up check (new_count + present_count + problem_count = row_count),
    constraint import_batch_organization_id_imported_by_fkey
      foreign key (organization_id, imported_by) references membership (organization_id, id)
  );
  create index import_batch_organization_id_imported_by_idx on import_batch (organization_id, imported_by);
  create index import_batch_rows_until_idx on import_batch (rows_until);
  call access.enable_tenant_rls('import_batch');
  create policy those_concerned_read on import_batch for select to alongside_app using (
    imported_by = (select access.membership_id()) or (select access.has_role('MANAGER')));
  create policy office_adds on import_batch for insert to alongside_app with check (
    imported_by = (select access.membership_id()) and state = 'PREVIEWED'
    and ((select access.has_role('MANAGER')) or (select access.has_role('ADMIN'))));
  create policy office_updates on import_batch for update to alongside_app using (
    (select access.has_role('MANAGER'))
    or imported_by = (select access.membership_id()) and (select access.has_role('ADMIN')));
  create policy definer_access on import_batch to alongside_definer using (true) with check (true);
  grant select, insert,
    update (state, new_count, present_count, problem_count, made_count, rows_until, confirm_key, confirmed_at)
    on import_batch to alongside_app;
  grant select, update on import_batch to alongside_definer;
  create trigger audit_change after insert or update or delete on import_batch for each row
    execute function access.audit_change('IMPORT', '', 'kind,state,row_count,made_count,removed_count');
`

const row = /* sql */ `
  -- The ids of what a row created are not foreign keys, because they remain when that is deleted again.
  create table import_row (
    organization_id uuid not null,
    batch_id uuid not null,
    line integer not null,
    imported_by uuid not null,
    "values" jsonb not null,
    problems jsonb not null default '[]',
    outcome text not null constraint import_row_outcome_known
      check (outcome in ('NEW', 'PRESENT', 'PROBLEM', 'MADE', 'LEFT_OUT', 'REMOVED', 'KEPT')),
    kept_because text constraint import_row_kept_because_known check (kept_because in ('JOINED', 'HAS_RECORDS')),
    membership_id uuid,
    placement_id uuid,
    invitation_id uuid,
    constraint import_row_pkey primary key (organization_id, batch_id, line),
    constraint import_row_organization_id_batch_id_fkey
      foreign key (organization_id, batch_id) references import_batch (organization_id, id),
    constraint import_row_kept_has_reason check ((outcome = 'KEPT') = (kept_because is not null))
  );
  call access.enable_tenant_rls('import_row');
  create policy those_concerned_read on import_row for select to alongside_app using (
    imported_by = (select access.membership_id()) or (select access.has_role('MANAGER')));
  create policy office_adds on import_row for insert to alongside_app with check (
    imported_by = (select access.membership_id())
    and ((select access.has_role('MANAGER')) or (select access.has_role('ADMIN'))));
  create policy office_updates on import_row for update to alongside_app using (
    (select access.has_role('MANAGER'))
    or imported_by = (select access.membership_id()) and (select access.has_role('ADMIN')));
  create policy definer_access on import_row to alongside_definer using (true) with check (true);
  grant select, insert, update (problems, outcome, membership_id, placement_id, invitation_id)
    on import_row to alongside_app;
  grant select, update, delete on import_row to alongside_definer;
`

const erasing = /* sql */ `
  -- Deletes the rows of a file a day after it was uploaded or confirmed; what it created stays, and so do its counts.
  -- It serves every organization, so that it works only where nobody is signed in.
  create function access.erase_import_rows(p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update import_batch set state = 'EXPIRED'
     where state = 'PREVIEWED' and rows_until <= p_now and access.organization_id() is null;
    with erased as (
      delete from import_row r using import_batch b
       where b.organization_id = r.organization_id and b.id = r.batch_id and b.rows_until <= p_now
         and access.organization_id() is null returning 1)
    select count(*)::integer from erased
  $$;
  alter function access.erase_import_rows owner to alongside_definer;
`

const undoing = /* sql */ `
  -- Deletes only what the import created, and invitations that nobody used. Anything else that refers to one of these
  -- members violates a foreign key, which stops the deletion.
  create function access.remove_imported(p_batch_id uuid, p_members uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    organization uuid := access.organization_id();
  begin
    delete from invitation i where i.organization_id = organization and i.membership_id = any (p_members);
    delete from placement p using import_row r
     where r.organization_id = organization and r.batch_id = p_batch_id and r.membership_id = any (p_members)
       and p.organization_id = organization and p.id = r.placement_id;
    delete from employment e where e.organization_id = organization and e.member_id = any (p_members);
    -- If a peer's private exclusion stopped the deletion, the result would reveal it.
    delete from exclusion_preference x where x.organization_id = organization and x.excluded_id = any (p_members);
    delete from membership m
     where m.organization_id = organization and m.id = any (p_members) and m.account_id is null;
    update import_row r set outcome = 'REMOVED'
     where r.organization_id = organization and r.batch_id = p_batch_id and r.membership_id = any (p_members);
  end $$;
  alter function access.remove_imported owner to alongside_definer;
  revoke execute on function access.remove_imported from public;

  -- Deletes the people of a confirmed file who have not joined: all at once, or one by one if records refer to
  -- somebody. Returns false if there is no such file, if it is a day old, or if the caller has no right to undo it.
  create function access.undo_people_import(p_batch_id uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    organization uuid := access.organization_id();
    waiting uuid[];
    one uuid;
  begin
    perform from import_batch b
      where b.organization_id = organization and b.id = p_batch_id and b.state = 'CONFIRMED' and b.kind = 'PEOPLE'
        and b.rows_until > access.now()
        and (access.has_role('MANAGER') or access.has_role('ADMIN') and b.imported_by = access.membership_id())
      for update;
    if not found then
      return false;
    end if;
    perform from membership m
      where m.organization_id = organization and m.id in (
        select r.membership_id from import_row r
         where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'MADE')
      order by m.id for update;
    update import_row r set outcome = 'KEPT', kept_because = 'JOINED' from membership m
     where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'MADE'
       and m.organization_id = organization and m.id = r.membership_id and m.account_id is not null;
    waiting := array(
      select r.membership_id from import_row r
       where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'MADE');
    begin
      perform access.remove_imported(p_batch_id, waiting);
    exception when foreign_key_violation then
      foreach one in array waiting loop
        begin
          perform access.remove_imported(p_batch_id, array[one]);
        exception when foreign_key_violation then
          update import_row r set outcome = 'KEPT', kept_because = 'HAS_RECORDS'
           where r.organization_id = organization and r.batch_id = p_batch_id and r.membership_id = one;
        end;
      end loop;
    end;
    update import_batch b
       set state = 'UNDONE', undone_at = access.now(), removed_count = (
             select count(*) from import_row r
              where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'REMOVED')
     where b.organization_id = organization and b.id = p_batch_id;
    return true;
  end $$;
  alter function access.undo_people_import owner to alongside_definer;
`
