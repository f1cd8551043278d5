import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A certification of the wrong person, or of the wrong credential, is voided: it has no status, stands in the way of no
 * other one, and stays to be read. A number that is replaced is recorded by the database itself.
 */
export class VoidCertifications1797040000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [voiding, uniqueness('and voided_at is null', 'where voided_at is null')])
      await runner.query(step)
    for (const step of [endsOn(VOIDED_NEVER), skipping(WITHOUT_VOIDED), numbers]) await runner.query(step)
    await runner.query(audit(`${AUDITED},voided_at`))
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(audit(AUDITED))
    await runner.query(/* sql */ `
      drop trigger record_number_change on certification;
      drop function access.record_number_change;
      drop table certification_number_change;
    `)
    for (const step of [endsOn(''), skipping({ self: '', later: '' }), uniqueness('', '')])
      await runner.query(step)
    await runner.query(/* sql */ `
      drop trigger prevent_certification_overlap_on_restore on certification;
      drop trigger keep_assessment_of_what_counts on certification;
      drop function access.keep_assessment_of_what_counts;
      revoke delete on certification_status, certification_assessment from alongside_definer;
      alter table certification drop column voided_by, drop column voided_at;
    `)
  }
}

const AUDITED =
  'credential_id,title,number,issued_on,expires_on,conditions_held,conditions_not_held,chosen_cycle_months,exam_year'

const audit = (columns: string): string => /* sql */ `
  drop trigger audit_change on certification;
  create trigger audit_change after insert or update or delete on certification for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', '${columns}');
`

const voiding = /* sql */ `
  alter table certification
    add column voided_by uuid,
    add column voided_at timestamptz,
    add constraint certification_voided_by_fkey
      foreign key (organization_id, voided_by) references membership (organization_id, id),
    add constraint certification_voided_by_somebody check ((voided_by is null) = (voided_at is null));
  grant update (voided_by, voided_at) on certification to alongside_app;
  grant delete on certification_status, certification_assessment to alongside_definer;

  -- Lists, counts, reminders and the status are made from the assessment, which a voided certification does not have.
  create function access.keep_assessment_of_what_counts() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if new.voided_at is not null then
      delete from certification_status
       where organization_id = new.organization_id and certification_id = new.id;
      delete from certification_assessment
       where organization_id = new.organization_id and certification_id = new.id;
    else
      insert into certification_assessment (organization_id, certification_id, peer_id)
      values (new.organization_id, new.id, new.peer_id)
      on conflict on constraint certification_assessment_pkey do nothing;
    end if;
    return null;
  end $$;
  alter function access.keep_assessment_of_what_counts owner to alongside_definer;
  create trigger keep_assessment_of_what_counts after update of voided_at on certification
    for each row execute function access.keep_assessment_of_what_counts();
  create trigger prevent_certification_overlap_on_restore after update of voided_at on certification
    for each row when (new.voided_at is null) execute function access.prevent_certification_overlap();
`

const uniqueness = (number: string, issue: string): string => /* sql */ `
  drop index certification_number_once, certification_issue_once;
  create unique index certification_number_once on certification (organization_id, credential_id, number)
    where number is not null ${number};
  create unique index certification_issue_once
    on certification (organization_id, peer_id, credential_id, title, issued_on) nulls not distinct ${issue};
`

/** Ended before it began: no other certification crosses it. */
const VOIDED_NEVER = `case when $1.voided_at is not null then '-infinity'::date end,`

const endsOn = (voided: string): string => /* sql */ `
  create or replace function access.certification_ends_on(certification) returns date language sql stable as $$
    select least(${voided} $1.expires_on, 'infinity', (
      select min(p.starts_on) from board_status_period p
       where p.organization_id = $1.organization_id and p.certification_id = $1.id
         and p.status = 'REVOKED' and p.ends_on is null and p.voided_at is null))
  $$;
`

const WITHOUT_VOIDED = { self: '$1.voided_at is not null or', later: 'and later.voided_at is null' }

const skipping = ({ self, later }: typeof WITHOUT_VOIDED): string => /* sql */ `
  create or replace function access.should_skip_expiry_reminder(certification, p_today date) returns boolean language sql stable as $$
    select ${self} exists (
        select from certification later
         where later.organization_id = $1.organization_id and later.peer_id = $1.peer_id
           and later.credential_id = $1.credential_id and later.id <> $1.id and later.issued_on > $1.issued_on
           and (later.title = $1.title or later.title is null or $1.title is null) ${later})
      or exists (
        select from membership m
          left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
         where m.organization_id = $1.organization_id and m.id = $1.peer_id
           and (m.disabled_at is not null
                or e.leaves_on < p_today and (e.returns_on is null or e.returns_on > p_today)))
  $$;
`

const numbers = /* sql */ `
  create table certification_number_change (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    certification_id uuid not null,
    peer_id uuid not null,
    number_before text not null,
    number text,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint certification_number_change_pkey primary key (organization_id, id),
    constraint certification_number_change_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id),
    constraint certification_number_change_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint certification_number_change_changes_it check (number is distinct from number_before)
  );
  create index certification_number_change_of_certification
    on certification_number_change (organization_id, certification_id);
  call access.enable_tenant_rls('certification_number_change');
  create policy peer_and_office_read on certification_number_change for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_adds on certification_number_change for insert to alongside_app
    with check ((select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
  grant select, insert on certification_number_change to alongside_app;

  -- A number is never overwritten: what it was stays, with who changed it and when.
  create function access.record_number_change() returns trigger language plpgsql as $$
  begin
    if access.membership_id() is not null then
      insert into certification_number_change
        (organization_id, certification_id, peer_id, number_before, number, recorded_by, recorded_at)
      values (new.organization_id, new.id, new.peer_id, old.number, new.number, access.membership_id(), access.now());
    end if;
    return null;
  end $$;
  create trigger record_number_change after update of number on certification for each row
    when (old.number is not null and new.number is distinct from old.number)
    execute function access.record_number_change();
`
