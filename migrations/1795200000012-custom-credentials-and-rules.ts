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
      drop view renewal_rule_end;
      drop table renewal_rule_withdrawal, renewal_rule_version, own_credential_change, own_credential;
      drop function access.keep_rule_ends_apart, access.keep_rule_versions_apart, access.keep_what_a_credential_was;
    `)
  }
}

/**
 * A credential can be corrected, and retired while nobody holds it. It keeps its id, so that certifications and rules
 * stay with it; a trigger records what it was before, who changed it and when.
 */
const credentials = /* sql */ `
  create table own_credential (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    name text not null constraint own_credential_name_length check (char_length(name) between 1 and 120),
    abbreviation text not null
      constraint own_credential_abbreviation_length check (char_length(abbreviation) between 1 and 20),
    certifying_body text
      constraint own_credential_certifying_body_length check (char_length(certifying_body) between 1 and 200),
    state text not null constraint own_credential_state_form check (state ~ '^[A-Z]{2}$'),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    retired_at timestamptz,
    revision integer not null default 1,
    constraint own_credential_pkey primary key (organization_id, id),
    constraint own_credential_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id)
  );
  create unique index own_credential_name_once on own_credential (organization_id, state, lower(name));
  call access.raise_wall('own_credential');
  -- Credentials and rules contain nothing about a person, and the status of every peer is computed from them.
  create policy everyone_reads on own_credential for select to alongside_app using (true);
  create policy manager_records on own_credential for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
  create policy manager_corrects on own_credential for update to alongside_app
    using ((select access.has_role('MANAGER'))) with check ((select access.has_role('MANAGER')));
  create policy definer_serves on own_credential for select to alongside_definer using (true);
  grant select, insert, update (name, abbreviation, certifying_body, state, revision, retired_at) on own_credential
    to alongside_app;
  grant select on own_credential to alongside_definer;
  create trigger audit_change after insert or update or delete on own_credential for each row
    execute function access.audit_change('CERTIFICATION', '', 'name,abbreviation,certifying_body,state,retired_at');

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

const versions = /* sql */ `
  create table renewal_rule_version (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    credential_id text not null
      constraint renewal_rule_version_credential_id_form check (credential_id ~ '^(us|own)-[a-z0-9-]{2,56}$'),
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
  call access.raise_wall('renewal_rule_version');
  create policy everyone_reads on renewal_rule_version for select to alongside_app using (true);
  create policy manager_publishes on renewal_rule_version for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and published_by = (select access.membership_id()));
  create policy definer_serves on renewal_rule_version for select to alongside_definer using (true);
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
  create table renewal_rule_withdrawal (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    version_id uuid not null,
    number integer not null default 1
      constraint renewal_rule_withdrawal_number_range check (number between 1 and 1000),
    counts_until date,
    is_taken_back boolean not null default false,
    reason text not null constraint renewal_rule_withdrawal_reason_length check (char_length(reason) between 1 and 500),
    withdrawn_by uuid not null,
    withdrawn_at timestamptz not null,
    constraint renewal_rule_withdrawal_pkey primary key (organization_id, id),
    constraint renewal_rule_withdrawal_organization_id_version_id_number_key
      unique (organization_id, version_id, number),
    constraint renewal_rule_withdrawal_taken_back_without_day check (not is_taken_back or counts_until is null),
    constraint renewal_rule_withdrawal_organization_id_version_id_fkey
      foreign key (organization_id, version_id) references renewal_rule_version (organization_id, id),
    constraint renewal_rule_withdrawal_organization_id_withdrawn_by_fkey
      foreign key (organization_id, withdrawn_by) references membership (organization_id, id)
  );
  call access.raise_wall('renewal_rule_withdrawal');
  create policy everyone_reads on renewal_rule_withdrawal for select to alongside_app using (true);
  create policy manager_withdraws on renewal_rule_withdrawal for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and withdrawn_by = (select access.membership_id()));
  create policy definer_serves on renewal_rule_withdrawal for select to alongside_definer using (true);
  grant select, insert on renewal_rule_withdrawal to alongside_app;
  grant select on renewal_rule_withdrawal to alongside_definer;
  create trigger audit_change after insert or update or delete on renewal_rule_withdrawal for each row
    execute function access.audit_change('CERTIFICATION', '', 'version_id,number,counts_until,is_taken_back');

  create view renewal_rule_end with (security_invoker = true) as
    select w.organization_id, w.id, w.version_id, w.counts_until
      from renewal_rule_withdrawal w
     where not w.is_taken_back and not exists (
       select from renewal_rule_withdrawal later
        where later.organization_id = w.organization_id and later.version_id = w.version_id
          and later.number > w.number);
  grant select on renewal_rule_end to alongside_app, alongside_definer;
`

/** No day belongs to two versions of one credential. An exclusion constraint cannot read the ends in another table. */
const overlaps = /* sql */ `
  create function access.keep_rule_versions_apart() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(new.organization_id::text || new.credential_id, 0));
    if exists (
      select from renewal_rule_version other
        left join renewal_rule_end withdrawal
          on withdrawal.organization_id = other.organization_id and withdrawal.version_id = other.id
       where other.organization_id = new.organization_id and other.credential_id = new.credential_id
         and other.id <> new.id and (withdrawal.id is null or withdrawal.counts_until is not null)
         and daterange(new.effective_from, new.effective_to, '[]')
             && daterange(other.effective_from, least(other.effective_to, withdrawal.counts_until), '[]')
    ) then
      raise exclusion_violation using constraint = 'renewal_rule_version_overlaps';
    end if;
    return new;
  end $$;
  create trigger keep_rule_versions_apart before insert on renewal_rule_version
    for each row execute function access.keep_rule_versions_apart();

  -- An end that is undone, or moved to a later day, needs days that another version may have taken by now.
  create function access.keep_rule_ends_apart() returns trigger language plpgsql as $$
  declare
    changed renewal_rule_version;
  begin
    select * into changed from renewal_rule_version
     where organization_id = new.organization_id and id = new.version_id;
    perform pg_advisory_xact_lock(hashtextextended(new.organization_id::text || changed.credential_id, 0));
    if (new.is_taken_back or new.counts_until is not null) and exists (
      select from renewal_rule_version other
        left join renewal_rule_end ending
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
  create trigger keep_rule_ends_apart before insert on renewal_rule_withdrawal
    for each row execute function access.keep_rule_ends_apart();
`
