import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Credentials that an organization defines in addition to the catalogue, and versions of renewal rules that it decided
 * for itself: an override of a catalogue credential, or the rule of a credential of its own. A version is never
 * edited; its end is recorded.
 */
export class CustomCredentialsAndRules1795200000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [credentials, versions, versionEnds, overlaps]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop view current_renewal_rule_end;
      drop table renewal_rule_end, renewal_rule_version, custom_credential_change, custom_credential;
      drop function access.prevent_rule_end_overlap, access.prevent_rule_version_overlap, access.record_custom_credential_change;
    `)
  }
}

/**
 * A credential can be corrected, and retired while nobody holds it. It keeps its id, so that certifications and rules
 * stay with it; a trigger records what it was before, who changed it and when.
 */
const credentials = /* sql */ `
  create table custom_credential (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    name text not null constraint custom_credential_name_length check (char_length(name) between 1 and 120),
    abbreviation text not null
      constraint custom_credential_abbreviation_length check (char_length(abbreviation) between 1 and 20),
    certifying_body text
      constraint custom_credential_certifying_body_length check (char_length(certifying_body) between 1 and 200),
    state text not null constraint custom_credential_state_form check (state ~ '^[A-Z]{2}$'),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    retired_at timestamptz,
    revision integer not null default 1,
    constraint custom_credential_pkey primary key (organization_id, id),
    constraint custom_credential_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id)
  );
  create unique index custom_credential_name_once on custom_credential (organization_id, state, lower(name));
  call access.enable_tenant_rls('custom_credential');
  -- Credentials and rules contain nothing about a person, and the status of every peer is computed from them.
  create policy everyone_reads on custom_credential for select to alongside_app using (true);
  create policy manager_adds on custom_credential for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
  create policy manager_updates on custom_credential for update to alongside_app
    using ((select access.has_role('MANAGER'))) with check ((select access.has_role('MANAGER')));
  create policy definer_access on custom_credential for select to alongside_definer using (true);
  grant select, insert, update (name, abbreviation, certifying_body, state, revision, retired_at) on custom_credential
    to alongside_app;
  grant select on custom_credential to alongside_definer;
  create trigger audit_change after insert or update or delete on custom_credential for each row
    execute function access.audit_change('CERTIFICATION', '', 'name,abbreviation,certifying_body,state,retired_at');

  create table custom_credential_change (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    custom_credential_id uuid not null,
    revision integer not null,
    before jsonb not null,
    after jsonb not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    constraint custom_credential_change_pkey primary key (organization_id, id),
    constraint custom_credential_change_revision_once
      unique (organization_id, custom_credential_id, revision),
    constraint custom_credential_change_credential_fkey
      foreign key (organization_id, custom_credential_id) references custom_credential (organization_id, id),
    constraint custom_credential_change_organization_id_changed_by_fkey
      foreign key (organization_id, changed_by) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('custom_credential_change');
  create policy office_reads on custom_credential_change for select to alongside_app
    using ((select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_adds on custom_credential_change for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and changed_by = (select access.membership_id()));
  grant select, insert on custom_credential_change to alongside_app;

  create function access.record_custom_credential_change() returns trigger language plpgsql as $$
  begin
    insert into custom_credential_change (organization_id, custom_credential_id, revision, before, after, changed_by, changed_at)
    select new.organization_id, new.id, new.revision,
           jsonb_object_agg(was.key, was.value), jsonb_object_agg(was.key, becomes.value),
           access.membership_id(), access.now()
      from jsonb_each(to_jsonb(old)) was
      join jsonb_each(to_jsonb(new)) becomes on becomes.key = was.key
     where was.value is distinct from becomes.value and was.key <> 'revision'
    having count(*) > 0;
    return null;
  end $$;
  create trigger record_custom_credential_change after update on custom_credential
    for each row execute function access.record_custom_credential_change();
`

const versions = /* sql */ `
  create table renewal_rule_version (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    credential_id text not null
      constraint renewal_rule_version_credential_id_form check (credential_id ~ '^(us|custom)-[a-z0-9-]{2,56}$'),
    number integer not null constraint renewal_rule_version_number_range check (number between 1 and 1000),
    effective_from date,
    effective_to date,
    rule jsonb not null constraint renewal_rule_version_rule_form
      check (jsonb_typeof(rule) = 'object' and octet_length(rule::text) <= 60000),
    reason text not null constraint renewal_rule_version_reason_length check (char_length(reason) between 1 and 500),
    published_by uuid not null,
    published_at timestamptz not null,
    constraint renewal_rule_version_pkey primary key (organization_id, id),
    constraint renewal_rule_version_organization_id_credential_id_number_key
      unique (organization_id, credential_id, number),
    constraint renewal_rule_version_ends_after_start check (effective_to >= effective_from),
    constraint renewal_rule_version_organization_id_published_by_fkey
      foreign key (organization_id, published_by) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('renewal_rule_version');
  create policy everyone_reads on renewal_rule_version for select to alongside_app using (true);
  create policy manager_adds on renewal_rule_version for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and published_by = (select access.membership_id()));
  create policy definer_access on renewal_rule_version for select to alongside_definer using (true);
  grant select, insert on renewal_rule_version to alongside_app;
  grant select on renewal_rule_version to alongside_definer;
  create trigger audit_change after insert or update or delete on renewal_rule_version for each row
    execute function access.audit_change('CERTIFICATION', '', 'credential_id,number,effective_from,effective_to');
`

/**
 * The end of a version can be changed until its day has come: to an earlier or a later day, or undone, each time by a
 * further record with its reason. Without a last day the version never counted. The newest record decides; the others
 * stay readable.
 */
const versionEnds = /* sql */ `
  create table renewal_rule_end (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    version_id uuid not null,
    number integer not null default 1
      constraint renewal_rule_end_number_range check (number between 1 and 1000),
    counts_until date,
    is_undone boolean not null default false,
    reason text not null constraint renewal_rule_end_reason_length check (char_length(reason) between 1 and 500),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint renewal_rule_end_pkey primary key (organization_id, id),
    constraint renewal_rule_end_organization_id_version_id_number_key
      unique (organization_id, version_id, number),
    constraint renewal_rule_end_undone_without_day check (not is_undone or counts_until is null),
    constraint renewal_rule_end_organization_id_version_id_fkey
      foreign key (organization_id, version_id) references renewal_rule_version (organization_id, id),
    constraint renewal_rule_end_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('renewal_rule_end');
  create policy everyone_reads on renewal_rule_end for select to alongside_app using (true);
  create policy manager_adds on renewal_rule_end for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
  create policy definer_access on renewal_rule_end for select to alongside_definer using (true);
  grant select, insert on renewal_rule_end to alongside_app;
  grant select on renewal_rule_end to alongside_definer;
  create trigger audit_change after insert or update or delete on renewal_rule_end for each row
    execute function access.audit_change('CERTIFICATION', '', 'version_id,number,counts_until,is_undone');

  create view current_renewal_rule_end with (security_invoker = true) as
    select w.organization_id, w.id, w.version_id, w.counts_until
      from renewal_rule_end w
     where not w.is_undone and not exists (
       select from renewal_rule_end later
        where later.organization_id = w.organization_id and later.version_id = w.version_id
          and later.number > w.number);
  grant select on current_renewal_rule_end to alongside_app, alongside_definer;
`

/** No day belongs to two versions of one credential. An exclusion constraint cannot read the ends in another table. */
const overlaps = /* sql */ `
  create function access.prevent_rule_version_overlap() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(new.organization_id::text || new.credential_id, 0));
    if exists (
      select from renewal_rule_version other
        left join current_renewal_rule_end ending
          on ending.organization_id = other.organization_id and ending.version_id = other.id
       where other.organization_id = new.organization_id and other.credential_id = new.credential_id
         and other.id <> new.id and (ending.id is null or ending.counts_until is not null)
         and daterange(new.effective_from, new.effective_to, '[]')
             && daterange(other.effective_from, least(other.effective_to, ending.counts_until), '[]')
    ) then
      raise exclusion_violation using constraint = 'renewal_rule_version_overlaps';
    end if;
    return new;
  end $$;
  create trigger prevent_rule_version_overlap before insert on renewal_rule_version
    for each row execute function access.prevent_rule_version_overlap();

  -- An end that is undone, or moved to a later day, needs days that another version may have taken by now.
  create function access.prevent_rule_end_overlap() returns trigger language plpgsql as $$
  declare
    changed renewal_rule_version;
  begin
    select * into changed from renewal_rule_version
     where organization_id = new.organization_id and id = new.version_id;
    perform pg_advisory_xact_lock(hashtextextended(new.organization_id::text || changed.credential_id, 0));
    if (new.is_undone or new.counts_until is not null) and exists (
      select from renewal_rule_version other
        left join current_renewal_rule_end ending
          on ending.organization_id = other.organization_id and ending.version_id = other.id
       where other.organization_id = new.organization_id and other.credential_id = changed.credential_id
         and other.id <> changed.id and (ending.id is null or ending.counts_until is not null)
         and daterange(changed.effective_from, least(changed.effective_to, new.counts_until), '[]')
             && daterange(other.effective_from, least(other.effective_to, ending.counts_until), '[]')
    ) then
      raise exclusion_violation using constraint = 'renewal_rule_version_overlaps';
    end if;
    return new;
  end $$;
  create trigger prevent_rule_end_overlap before insert on renewal_rule_end
    for each row execute function access.prevent_rule_end_overlap();
`
