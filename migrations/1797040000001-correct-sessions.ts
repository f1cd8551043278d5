import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A session is corrected by a further version of it, and a version that was entered by mistake is voided. The rows of
 * every version stay; at most one version of a session counts.
 */
export class CorrectSessions1797040000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(versions)
    await runner.query(audit('supervisor_id,held_on,minutes,format,modality,status,version_of,voided_at'))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(audit('supervisor_id,held_on,minutes,format,modality,status'))
    await runner.query(/* sql */ `
      drop policy supervisor_voids on supervision_session;
      drop trigger name_first_version on supervision_session;
      drop function access.name_first_version;
      drop index supervision_session_versions;
      alter table supervision_session drop constraint supervision_session_version_of_fkey,
        drop column version_of, drop column voided_by, drop column voided_at;
      alter table supervision_session drop constraint supervision_session_of_supervisor;
    `)
  }
}

const versions = /* sql */ `
  alter table supervision_session
    add column version_of uuid,
    add column voided_by uuid,
    add column voided_at timestamptz,
    add constraint supervision_session_of_supervisor unique (organization_id, id, supervisor_id),
    -- A version belongs to the supervisor who logged the first one.
    add constraint supervision_session_version_of_fkey foreign key (organization_id, version_of, supervisor_id)
      references supervision_session (organization_id, id, supervisor_id),
    add constraint supervision_session_voided_by_fkey
      foreign key (organization_id, voided_by) references membership (organization_id, id),
    add constraint supervision_session_voided_by_somebody check ((voided_by is null) = (voided_at is null)),
    add constraint supervision_session_version_of_another check (version_of <> id);
  create unique index supervision_session_one_counts
    on supervision_session (organization_id, coalesce(version_of, id)) where voided_at is null;
  create index supervision_session_versions on supervision_session (organization_id, version_of);

  -- All versions name the first one, whichever of them was corrected.
  create function access.name_first_version() returns trigger language plpgsql as $$
  begin
    new.version_of := coalesce((
      select s.version_of from supervision_session s
       where s.organization_id = new.organization_id and s.id = new.version_of), new.version_of);
    return new;
  end $$;
  create trigger name_first_version before insert on supervision_session for each row
    when (new.version_of is not null) execute function access.name_first_version();

  create policy supervisor_voids on supervision_session for update to alongside_app
    using (supervisor_id = (select access.membership_id()))
    with check (voided_by is null or voided_by = (select access.membership_id()));
  grant update (voided_by, voided_at) on supervision_session to alongside_app;
`

const audit = (columns: string): string => /* sql */ `
  drop trigger audit_change on supervision_session;
  create trigger audit_change after insert or update or delete on supervision_session for each row
    execute function access.audit_change('SESSION', '', '${columns}');
`
