import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A credential of the organization's own can be corrected, and put away while nobody holds it. It keeps its id, so that
 * certifications and rules stay with it; what it was before is kept by a trigger, with who changed it and when.
 */
export class CorrectionsOfCustomCredentials1795500000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table own_credential
        add column revision integer not null default 1,
        add column retired_at timestamptz;
      create policy manager_corrects on own_credential for update to alongside_app
        using ((select access.has_role('MANAGER'))) with check ((select access.has_role('MANAGER')));
      grant update (name, abbreviation, certifying_body, state, revision, retired_at) on own_credential to alongside_app;

      create table own_credential_change (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        own_credential_id uuid not null,
        revision integer not null,
        before jsonb not null,
        after jsonb not null,
        changed_by uuid not null,
        changed_at timestamptz not null,
        constraint own_credential_change_pkey primary key (organization_id, id),
        constraint own_credential_change_organization_id_own_credential_id_rev_key
          unique (organization_id, own_credential_id, revision),
        constraint own_credential_change_organization_id_own_credential_id_fkey
          foreign key (organization_id, own_credential_id) references own_credential (organization_id, id),
        constraint own_credential_change_organization_id_changed_by_fkey
          foreign key (organization_id, changed_by) references membership (organization_id, id)
      );
      call access.raise_wall('own_credential_change');
      create policy office_reads on own_credential_change for select to alongside_app
        using ((select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy manager_corrects on own_credential_change for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and changed_by = (select access.membership_id()));
      grant select, insert on own_credential_change to alongside_app;
    `)
    await runner.query(kept)
    await runner.query(audited('name,abbreviation,certifying_body,state,retired_at'))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(audited('name,abbreviation,certifying_body,state'))
    await runner.query(/* sql */ `
      drop trigger keep_what_it_was on own_credential;
      drop function access.keep_what_a_credential_was();
      drop table own_credential_change;
      revoke update (name, abbreviation, certifying_body, state, revision, retired_at) on own_credential
        from alongside_app;
      drop policy manager_corrects on own_credential;
      alter table own_credential drop column revision, drop column retired_at;
    `)
  }
}

const kept = /* sql */ `
  create function access.keep_what_a_credential_was() returns trigger language plpgsql as $$
  begin
    insert into own_credential_change (organization_id, own_credential_id, revision, before, after, changed_by, changed_at)
    select new.organization_id, new.id, new.revision,
           jsonb_object_agg(was.key, was.value), jsonb_object_agg(was.key, becomes.value),
           access.membership_id(), access.now()
      from jsonb_each(to_jsonb(old)) was
      join jsonb_each(to_jsonb(new)) becomes on becomes.key = was.key
     where was.value is distinct from becomes.value and was.key <> 'revision'
    having count(*) > 0;
    return null;
  end $$;
  create trigger keep_what_it_was after update on own_credential
    for each row execute function access.keep_what_a_credential_was();
`

const audited = (columns: string): string => /* sql */ `
  drop trigger audit_change on own_credential;
  create trigger audit_change after insert or update or delete on own_credential for each row
    execute function access.audit_change('CERTIFICATION', '', '${columns}');
`
