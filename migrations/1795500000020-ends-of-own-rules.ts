import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The end of an organization's rule can be changed until its day has come: ended sooner or later, or taken back, each
 * time by a further record with its reason. The newest record of a version stands; the others stay to be read.
 */
export class EndsOfCustomRules1795500000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table renewal_rule_withdrawal
        add column number integer not null default 1
          constraint renewal_rule_withdrawal_number_range check (number between 1 and 1000),
        add column is_taken_back boolean not null default false,
        add constraint renewal_rule_withdrawal_taken_back_without_day check (not is_taken_back or counts_until is null),
        drop constraint renewal_rule_withdrawal_organization_id_version_id_key,
        add constraint renewal_rule_withdrawal_organization_id_version_id_number_key
          unique (organization_id, version_id, number);
      create view renewal_rule_end with (security_invoker = true) as
      select w.organization_id, w.id, w.version_id, w.counts_until
        from renewal_rule_withdrawal w
       where not w.is_taken_back and not exists (
         select from renewal_rule_withdrawal later
          where later.organization_id = w.organization_id and later.version_id = w.version_id
            and later.number > w.number);
      grant select on renewal_rule_end to alongside_app, alongside_definer;
    `)
    await runner.query(facts('renewal_rule_withdrawal w', 'renewal_rule_end w'))
    await runner.query(apart('renewal_rule_end'))
    await runner.query(endsApart)
    await runner.query(audited('version_id,number,counts_until,is_taken_back'))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(audited('version_id,counts_until'))
    await runner.query(/* sql */ `
      drop trigger keep_rule_ends_apart on renewal_rule_withdrawal; drop function access.keep_rule_ends_apart();`)
    await runner.query(apart('renewal_rule_withdrawal'))
    await runner.query(facts('renewal_rule_end w', 'renewal_rule_withdrawal w'))
    await runner.query(/* sql */ `
      drop view renewal_rule_end;
      -- The schema before knows one end: the one that stands.
      alter table renewal_rule_withdrawal disable row level security;
      alter table renewal_rule_withdrawal disable trigger user;
      delete from renewal_rule_withdrawal w
       where w.is_taken_back or exists (
         select from renewal_rule_withdrawal later
          where later.organization_id = w.organization_id and later.version_id = w.version_id
            and later.number > w.number);
      alter table renewal_rule_withdrawal enable trigger user;
      alter table renewal_rule_withdrawal enable row level security;
      alter table renewal_rule_withdrawal
        drop column number, drop column is_taken_back,
        add constraint renewal_rule_withdrawal_organization_id_version_id_key unique (organization_id, version_id);
    `)
  }
}

/** The facts of a certification as they are, but for where the end of a rule is read. */
const facts = (from: string, to: string): string => /* sql */ `
  do $$
  declare
    reads constant text := pg_get_viewdef('certification_facts'::regclass);
  begin
    if position('${from}' in reads) = 0 then raise exception 'the facts do not read ${from}'; end if;
    execute 'create or replace view certification_facts with (security_invoker = true) as '
      || replace(reads, '${from}', '${to}');
  end $$;
`

const apart = (ends: string): string => /* sql */ `
  create or replace function access.keep_rule_versions_apart() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(new.organization_id::text || new.credential_id, 0));
    if exists (
      select from renewal_rule_version other
        left join ${ends} withdrawal
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
`

const endsApart = /* sql */ `
  -- An end that is taken back, or moved to a later day, gives days back that another version may have by now.
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

const audited = (kept: string): string => /* sql */ `
  drop trigger audit_change on renewal_rule_withdrawal;
  create trigger audit_change after insert or update or delete on renewal_rule_withdrawal for each row
    execute function access.audit_change('CERTIFICATION', '', '${kept}');
`
