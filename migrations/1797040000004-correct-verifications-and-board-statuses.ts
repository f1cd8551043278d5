import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A verification and a board status are corrected by a further version; of each, at most one version counts. */
export class CorrectVerificationsAndBoardStatuses1797040000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table certification_verification
        add column voided_by uuid,
        add column voided_at timestamptz,
        add constraint certification_verification_voided_by_fkey
          foreign key (organization_id, voided_by) references membership (organization_id, id),
        add constraint certification_verification_voided_by_somebody
          check ((voided_by is null) = (voided_at is null));
      create policy manager_voids on certification_verification for update to alongside_app
        using ((select access.has_role('MANAGER')))
        with check (voided_by is null or voided_by = (select access.membership_id()));
      grant update (voided_by, voided_at) on certification_verification to alongside_app;
    `)
    for (const table of TABLES) await runner.query(versionsOf(table))
    await runner.query(audit('certification_id,checked_on,result,voided_at'))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(audit('certification_id,checked_on,result'))
    for (const table of TABLES) {
      await runner.query(/* sql */ `
        drop trigger name_first_version on ${table};
        drop function access.name_first_${table};
        drop index ${table}_one_counts;
        alter table ${table} drop constraint ${table}_version_of_fkey, drop column version_of;
        alter table ${table} drop constraint ${table}_of_certification;
      `)
    }
    await runner.query(/* sql */ `
      drop policy manager_voids on certification_verification;
      alter table certification_verification drop column voided_by, drop column voided_at;
    `)
  }
}

const TABLES = ['certification_verification', 'board_status_period'] as const

const versionsOf = (table: string): string => /* sql */ `
  alter table ${table}
    add column version_of uuid,
    add constraint ${table}_of_certification unique (organization_id, id, certification_id),
    add constraint ${table}_version_of_fkey foreign key (organization_id, version_of, certification_id)
      references ${table} (organization_id, id, certification_id),
    add constraint ${table}_version_of_another check (version_of <> id);
  create unique index ${table}_one_counts on ${table} (organization_id, coalesce(version_of, id))
    where voided_at is null;
  -- All versions name the first one, whichever of them was corrected.
  create function access.name_first_${table}() returns trigger language plpgsql as $$
  begin
    new.version_of := coalesce((
      select r.version_of from ${table} r
       where r.organization_id = new.organization_id and r.id = new.version_of), new.version_of);
    return new;
  end $$;
  create trigger name_first_version before insert on ${table} for each row
    when (new.version_of is not null) execute function access.name_first_${table}();
`

const audit = (columns: string): string => /* sql */ `
  drop trigger audit_change on certification_verification;
  create trigger audit_change after insert or update or delete on certification_verification for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', '${columns}');
`
