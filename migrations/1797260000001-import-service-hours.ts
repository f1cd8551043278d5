import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Files bring service hours too, and undoing such a file deletes them again. */
export class ImportServiceHours1797260000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(/* sql */ `
      alter table import_batch
        drop constraint import_batch_kind_known,
        add constraint import_batch_kind_known
          check (kind in ('PEOPLE', 'CERTIFICATIONS', 'CE_HOURS', 'SERVICE_HOURS'));
      create policy definer_removes on service_hours for delete to alongside_definer using (true);
      grant delete on service_hours to alongside_definer;
      ${removing(/* sql */ `
        elsif p_kind = 'SERVICE_HOURS' then
          delete from service_hours h
           where h.organization_id = organization and h.id = p_record_id and h.peer_id = p_peer_id;`)}
    `)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  /** Files of service hours stay files of the past; their preview expires like any other. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(/* sql */ `
      alter table import_row no force row level security;
      alter table import_batch no force row level security, disable trigger user;
      delete from import_row r using import_batch b
       where b.organization_id = r.organization_id and b.id = r.batch_id and b.kind = 'SERVICE_HOURS';
      delete from import_batch where kind = 'SERVICE_HOURS';
      alter table import_row force row level security;
      alter table import_batch force row level security, enable trigger user,
        drop constraint import_batch_kind_known,
        add constraint import_batch_kind_known check (kind in ('PEOPLE', 'CERTIFICATIONS', 'CE_HOURS'));
      drop policy definer_removes on service_hours;
      revoke delete on service_hours from alongside_definer;
      ${removing('')}
    `)
    await runner.query('revoke create on schema access from alongside_definer')
  }
}

const removing = (further: string): string => /* sql */ `
  create or replace function access.remove_imported_record(p_kind text, p_record_id uuid, p_peer_id uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    organization uuid := access.organization_id();
  begin
    if p_kind = 'CERTIFICATIONS' then
      -- The first term came with the certification and bears its id.
      delete from certification_term t where t.organization_id = organization and t.id = p_record_id;
      delete from certification c
       where c.organization_id = organization and c.id = p_record_id and c.peer_id = p_peer_id;
    ${further}
    else
      delete from ce_credit c
       where c.organization_id = organization and c.activity_id = p_record_id and c.peer_id = p_peer_id;
      delete from ce_activity a
       where a.organization_id = organization and a.id = p_record_id
         and not exists (select from ce_credit c
                          where c.organization_id = organization and c.activity_id = p_record_id);
    end if;
  end $$;`
