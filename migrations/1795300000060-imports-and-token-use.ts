import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Files that bring many records at once: assessed first, made whole or not at all, and taken back for a day. What stands
 * in their rows is about people, so it is erased when the file is a day old. And how often a token asked.
 */
export class ImportsAndTokenUse1795300000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(tables)
    await runner.query(lookingUp)
    await runner.query(takingBack)
    await runner.query(tokenUse)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.count_token_request(bytea, timestamptz, interval, integer);
      alter table api_token drop column counted_from, drop column counted;
      drop function access.undo_people_import(uuid); drop function access.remove_imported(uuid, uuid[]);
      drop function access.erase_import_rows(timestamptz); drop function access.members_by_email(text[]);
      drop policy definer_serves on placement;
      revoke select, delete on placement from alongside_definer;
      revoke delete on membership, invitation, employment from alongside_definer;
      drop index invitation_organization_id_invited_by_idx;
      drop table import_row; drop table import_batch;
    `)
  }
}

const tables = /* sql */ `
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

  -- The ids of what a row made are no foreign keys: they outlive what is taken back.
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
  call access.raise_wall('import_batch');
  call access.raise_wall('import_row');
  create policy those_concerned_read on import_batch for select to alongside_app using (
    imported_by = (select access.membership_id()) or (select access.has_role('MANAGER')));
  create policy office_imports on import_batch for insert to alongside_app with check (
    imported_by = (select access.membership_id()) and state = 'PREVIEWED'
    and ((select access.has_role('MANAGER')) or (select access.has_role('ADMIN'))));
  create policy office_goes_on on import_batch for update to alongside_app using (
    (select access.has_role('MANAGER'))
    or imported_by = (select access.membership_id()) and (select access.has_role('ADMIN')));
  create policy those_concerned_read on import_row for select to alongside_app using (
    imported_by = (select access.membership_id()) or (select access.has_role('MANAGER')));
  create policy office_imports on import_row for insert to alongside_app with check (
    imported_by = (select access.membership_id())
    and ((select access.has_role('MANAGER')) or (select access.has_role('ADMIN'))));
  create policy office_goes_on on import_row for update to alongside_app using (
    (select access.has_role('MANAGER'))
    or imported_by = (select access.membership_id()) and (select access.has_role('ADMIN')));
  create policy definer_serves on import_batch to alongside_definer using (true) with check (true);
  create policy definer_serves on import_row to alongside_definer using (true) with check (true);
  grant select, insert,
    update (state, new_count, present_count, problem_count, made_count, rows_until, confirm_key, confirmed_at)
    on import_batch to alongside_app;
  grant select, insert, update (problems, outcome, membership_id, placement_id, invitation_id)
    on import_row to alongside_app;
  grant select, update on import_batch to alongside_definer;
  grant select, update, delete on import_row to alongside_definer;
  create trigger audit_change after insert or update or delete on import_batch for each row
    execute function access.audit_change('IMPORT', '', 'kind,state,row_count,made_count,removed_count');
`

const lookingUp = /* sql */ `
  -- Who of the caller's organization has which of these addresses: by their account, or by an invitation not yet used.
  create function access.members_by_email(p_emails text[]) returns table (email text, membership_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.email, m.id from account a join membership m on m.account_id = a.id
     where a.email = any (p_emails) and m.organization_id = access.organization_id()
       and (access.has_role('ADMIN') or access.has_role('MANAGER'))
    union
    select i.email, m.id from invitation i
      join membership m on m.organization_id = i.organization_id and m.id = i.membership_id
     where i.email = any (p_emails) and i.organization_id = access.organization_id() and m.account_id is null
       and (access.has_role('ADMIN') or access.has_role('MANAGER'))
  $$;

  -- A file's rows are gone a day after it was sent, or after it was confirmed; what it made stays, and its counts.
  -- For every organization at once, so only where nobody is signed in.
  create function access.erase_import_rows(p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update import_batch set state = 'EXPIRED' where state = 'PREVIEWED' and rows_until <= p_now and access.organization_id() is null;
    with erased as (
      delete from import_row r using import_batch b
       where b.organization_id = r.organization_id and b.id = r.batch_id and b.rows_until <= p_now
         and access.organization_id() is null returning 1)
    select count(*)::integer from erased
  $$;
  alter function access.members_by_email(text[]) owner to alongside_definer;
  alter function access.erase_import_rows(timestamptz) owner to alongside_definer;
`

const takingBack = /* sql */ `
  grant select, delete on placement to alongside_definer;
  grant delete on membership, invitation, employment to alongside_definer;
  create policy definer_serves on placement to alongside_definer using (true) with check (true);
  create index invitation_organization_id_invited_by_idx on invitation (organization_id, invited_by);

  -- Only what the import made, and the invitations of people who never used them. Anything else that hangs on one of
  -- them is a foreign key, and stops it.
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
    -- What a peer keeps to themselves must not be what holds somebody back.
    delete from exclusion_preference x where x.organization_id = organization and x.excluded_id = any (p_members);
    delete from membership m
     where m.organization_id = organization and m.id = any (p_members) and m.account_id is null;
    update import_row r set outcome = 'REMOVED'
     where r.organization_id = organization and r.batch_id = p_batch_id and r.membership_id = any (p_members);
  end $$;
  revoke execute on function access.remove_imported(uuid, uuid[]) from public;

  -- Takes back the people of a confirmed file who have not joined; all at once, and one by one where something hangs
  -- on somebody. False: there is no such file, it is a day old, or it is not the caller's to take back.
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
  alter function access.remove_imported(uuid, uuid[]) owner to alongside_definer;
  alter function access.undo_people_import(uuid) owner to alongside_definer;
`

const tokenUse = /* sql */ `
  alter table api_token add column counted_from timestamptz, add column counted integer not null default 0;

  -- Counts one request of a token in windows that begin with its first request. Null: no such token is open; 0: go on;
  -- else the seconds until the window is over.
  create function access.count_token_request(
    p_token_hash bytea, p_now timestamptz, p_window interval, p_allowed integer)
  returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    used record;
  begin
    update api_token t
       set counted = case when t.counted_from > p_now - p_window then t.counted + 1 else 1 end,
           counted_from = case when t.counted_from > p_now - p_window then t.counted_from else p_now end
     where t.token_hash = p_token_hash and t.revoked_at is null and t.expires_at > p_now
    returning t.counted, t.counted_from into used;
    if not found then
      return null;
    end if;
    return case when used.counted <= p_allowed then 0
                else greatest(1, ceil(extract(epoch from used.counted_from + p_window - p_now)))::integer end;
  end $$;
  alter function access.count_token_request(bytea, timestamptz, interval, integer) owner to alongside_definer;
`
