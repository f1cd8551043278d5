import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Credentials that an organization keeps beside the catalogue, and rule versions that it decided for itself: an
 * override of a catalogue credential, or the rule of its own. A version is never edited: it is withdrawn by a record.
 */
export class CustomRules1795400000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables)
    await runner.query(walls)
    await runner.query(noOverlap)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table renewal_rule_withdrawal; drop table renewal_rule_version; drop table own_credential;
      drop function access.keep_rule_versions_apart();
    `)
  }
}

const tables = /* sql */ `
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
    constraint own_credential_pkey primary key (organization_id, id),
    constraint own_credential_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id)
  );
  create unique index own_credential_name_once on own_credential (organization_id, state, lower(name));

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

  create table renewal_rule_withdrawal (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    version_id uuid not null,
    counts_until date,
    reason text not null constraint renewal_rule_withdrawal_reason_length check (char_length(reason) between 1 and 500),
    withdrawn_by uuid not null,
    withdrawn_at timestamptz not null,
    constraint renewal_rule_withdrawal_pkey primary key (organization_id, id),
    constraint renewal_rule_withdrawal_organization_id_version_id_key unique (organization_id, version_id),
    constraint renewal_rule_withdrawal_organization_id_version_id_fkey
      foreign key (organization_id, version_id) references renewal_rule_version (organization_id, id),
    constraint renewal_rule_withdrawal_organization_id_withdrawn_by_fkey
      foreign key (organization_id, withdrawn_by) references membership (organization_id, id)
  );
`

const walls = /* sql */ `
  call access.raise_wall('own_credential');
  call access.raise_wall('renewal_rule_version');
  call access.raise_wall('renewal_rule_withdrawal');
  -- Rules speak of nobody, and every peer's status rests on them.
  create policy everyone_reads on own_credential for select to alongside_app using (true);
  create policy everyone_reads on renewal_rule_version for select to alongside_app using (true);
  create policy everyone_reads on renewal_rule_withdrawal for select to alongside_app using (true);
  create policy manager_records on own_credential for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
  create policy manager_publishes on renewal_rule_version for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and published_by = (select access.membership_id()));
  create policy manager_withdraws on renewal_rule_withdrawal for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and withdrawn_by = (select access.membership_id()));
  grant select, insert on own_credential, renewal_rule_version, renewal_rule_withdrawal to alongside_app;
  create trigger audit_change after insert or update or delete on own_credential for each row
    execute function access.audit_change('CERTIFICATION', '', 'name,abbreviation,certifying_body,state');
  create trigger audit_change after insert or update or delete on renewal_rule_version for each row
    execute function access.audit_change('CERTIFICATION', '', 'credential_id,number,effective_from,effective_to');
  create trigger audit_change after insert or update or delete on renewal_rule_withdrawal for each row
    execute function access.audit_change('CERTIFICATION', '', 'version_id,counts_until');
`

const noOverlap = /* sql */ `
  -- No day belongs to two versions of one credential. A plain constraint cannot know what was withdrawn.
  create function access.keep_rule_versions_apart() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(new.organization_id::text || new.credential_id, 0));
    if exists (
      select from renewal_rule_version other
        left join renewal_rule_withdrawal withdrawal
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
`
