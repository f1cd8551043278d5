import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Files bring certifications and CE hours too. A file keeps its headings and what they were matched with, so that
 * columns, days and values can be settled after it was sent, and its rows as they stand there, so that they can be mended.
 */
export class ImportsOfRecords1797060000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [batches, rows, undoing]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.undo_records_import, access.remove_imported_record;
      revoke delete on certification, certification_term, ce_activity, ce_credit from alongside_definer;
      drop policy definer_removes on certification;
      drop policy definer_removes on certification_term;
      drop policy definer_removes on ce_activity;
      drop policy definer_removes on ce_credit;
      revoke update ("values") on import_row from alongside_app;
      alter table import_row drop column record_id;
      alter table import_batch
        add column unknown_headings text[] not null default '{}',
        drop constraint import_batch_kind_known,
        add constraint import_batch_kind_known check (kind in ('PEOPLE')),
        drop column headings, drop column columns, drop column date_order, drop column value_matches;
    `)
  }
}

const batches = /* sql */ `
  alter table import_batch
    drop constraint import_batch_kind_known,
    add constraint import_batch_kind_known check (kind in ('PEOPLE', 'CERTIFICATIONS', 'CE_HOURS')),
    add column headings text[] not null default '{}',
    add column columns text[] not null default '{}',
    add column date_order text constraint import_batch_date_order_known check (date_order in ('MONTH_FIRST', 'DAY_FIRST')),
    add column value_matches jsonb not null default '{}',
    add constraint import_batch_columns_length check (cardinality(headings) <= 100 and cardinality(columns) <= 120),
    drop column unknown_headings;
  grant update (columns, date_order, value_matches) on import_batch to alongside_app;
`

const rows = /* sql */ `
  alter table import_row add column record_id uuid;
  grant update ("values", record_id) on import_row to alongside_app;
  -- Rows of before were kept by column. The owner is bound by the policies too, and nobody is signed in.
  alter table import_row no force row level security;
  alter table import_batch no force row level security, disable trigger user;
  update import_row set "values" = jsonb_build_array("values" -> 'NAME', "values" -> 'EMAIL', "values" -> 'ROLES',
    "values" -> 'JOB_TITLE', "values" -> 'HOST_AGENCY', "values" -> 'STARTS_ON', "values" -> 'FULL_TIME_SHARE',
    "values" -> 'TEAM') where jsonb_typeof("values") = 'object';
  update import_batch set
    columns = array['NAME', 'EMAIL', 'ROLES', 'JOB_TITLE', 'HOST_AGENCY', 'STARTS_ON', 'FULL_TIME_SHARE', 'TEAM'],
    headings = array['Name', 'Email', 'Roles', 'Job title', 'Host agency', 'Start date', 'FTE', 'Team'];
  alter table import_row force row level security;
  alter table import_batch force row level security, enable trigger user;
`

const undoing = /* sql */ `
  create policy definer_removes on certification for delete to alongside_definer using (true);
  create policy definer_removes on certification_term for delete to alongside_definer using (true);
  create policy definer_removes on ce_activity for delete to alongside_definer using (true);
  create policy definer_removes on ce_credit for delete to alongside_definer using (true);
  grant delete on certification, certification_term, ce_activity, ce_credit to alongside_definer;

  -- Deletes what one line created and nothing else. Anything that was recorded about it since violates a foreign key,
  -- which stops the deletion.
  create function access.remove_imported_record(p_kind text, p_record_id uuid, p_peer_id uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    organization uuid := access.organization_id();
  begin
    if p_kind = 'CERTIFICATIONS' then
      -- The first term came with the certification and bears its id.
      delete from certification_term t where t.organization_id = organization and t.id = p_record_id;
      delete from certification c
       where c.organization_id = organization and c.id = p_record_id and c.peer_id = p_peer_id;
    else
      delete from ce_credit c
       where c.organization_id = organization and c.activity_id = p_record_id and c.peer_id = p_peer_id;
      delete from ce_activity a
       where a.organization_id = organization and a.id = p_record_id
         and not exists (select from ce_credit c
                          where c.organization_id = organization and c.activity_id = p_record_id);
    end if;
  end $$;
  alter function access.remove_imported_record owner to alongside_definer;
  revoke execute on function access.remove_imported_record from public;

  -- Deletes the certifications or CE hours of a confirmed file, one by one, except those that records refer to.
  -- Returns false if there is no such file, if it is a day old, or if the caller is not a manager.
  create function access.undo_records_import(p_batch_id uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    organization uuid := access.organization_id();
    v_kind text;
    one record;
  begin
    select b.kind into v_kind from import_batch b
      where b.organization_id = organization and b.id = p_batch_id and b.state = 'CONFIRMED' and b.kind <> 'PEOPLE'
        and b.rows_until > access.now() and access.has_role('MANAGER')
      for update;
    if not found then
      return false;
    end if;
    for one in
      select r.line, r.record_id, r.membership_id from import_row r
       where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'MADE' order by r.line
    loop
      begin
        perform access.remove_imported_record(v_kind, one.record_id, one.membership_id);
        update import_row r set outcome = 'REMOVED'
         where r.organization_id = organization and r.batch_id = p_batch_id and r.line = one.line;
      exception when foreign_key_violation then
        update import_row r set outcome = 'KEPT', kept_because = 'HAS_RECORDS'
         where r.organization_id = organization and r.batch_id = p_batch_id and r.line = one.line;
      end;
    end loop;
    update import_batch b
       set state = 'UNDONE', undone_at = access.now(), removed_count = (
             select count(*) from import_row r
              where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'REMOVED')
     where b.organization_id = organization and b.id = p_batch_id;
    return true;
  end $$;
  alter function access.undo_records_import owner to alongside_definer;
`
