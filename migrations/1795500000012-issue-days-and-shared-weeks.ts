import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The day of first issue is put right by a further record, which changes it and stays to be read. Hours of work beside
 * others of the same days are entered knowingly, or not at all.
 */
export class IssueDaysAndSharedWeeks1795500000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [issueDays, issueDayStands, service]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger service_hours_stand_alone on service_hours; drop function access.service_hours_stand_alone();
      drop index service_hours_organization_id_peer_id_idx;
      alter table service_hours drop column also_in_that_time;
      create unique index service_hours_once on service_hours (organization_id, peer_id, starts_on, ends_on)
        where withdrawn_at is null;

      drop trigger issue_day_stands_in_a_correction on certification;
      drop function access.issue_day_stands_in_a_correction();
      drop table issue_day_correction; drop function access.issue_day_is_corrected();
    `)
  }
}

const issueDays = /* sql */ `
  create table issue_day_correction (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    certification_id uuid not null,
    peer_id uuid not null,
    issued_on_before date not null,
    issued_on date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint issue_day_correction_pkey primary key (organization_id, id),
    constraint issue_day_correction_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id),
    constraint issue_day_correction_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint issue_day_correction_changes_it check (issued_on <> issued_on_before)
  );
  create index issue_day_correction_organization_id_certification_id_idx
    on issue_day_correction (organization_id, certification_id);
  call access.raise_wall('issue_day_correction');
  create policy peer_and_office_read on issue_day_correction for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_records on issue_day_correction for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
  grant select, insert on issue_day_correction to alongside_app;

  -- The certification follows, and its first certificate, where that one began on the same day.
  create function access.issue_day_is_corrected() returns trigger language plpgsql as $$
  begin
    update certification c set issued_on = new.issued_on, revision = c.revision + 1
     where c.organization_id = new.organization_id and c.id = new.certification_id
       and c.issued_on = new.issued_on_before;
    if not found then
      raise check_violation using constraint = 'issue_day_correction_of_what_stands';
    end if;
    insert into certification_term (organization_id, certification_id, peer_id, starts_on, expires_on, corrects,
                                    recorded_by, recorded_at)
    select t.organization_id, t.certification_id, t.peer_id, new.issued_on, t.expires_on, t.id, new.recorded_by,
           new.recorded_at
      from current_term t
     where t.organization_id = new.organization_id and t.certification_id = new.certification_id
       and t.starts_on = new.issued_on_before;
    return null;
  end $$;
  create trigger issue_day_is_corrected after insert on issue_day_correction
    for each row execute function access.issue_day_is_corrected();
`

const issueDayStands = /* sql */ `
  -- Who enters only another day of issue puts it right in a record, so that none is overwritten.
  create function access.issue_day_stands_in_a_correction() returns trigger language plpgsql as $$
  begin
    if access.membership_id() is not null and new.issued_on <> old.issued_on and not exists (
      select from issue_day_correction d
       where d.organization_id = new.organization_id and d.certification_id = new.id
         and d.issued_on_before = old.issued_on and d.issued_on = new.issued_on
         and d.recorded_by = access.membership_id() and d.recorded_at = access.now()) then
      raise check_violation using constraint = 'certification_issue_day_stands_in_a_correction';
    end if;
    return new;
  end $$;
  create trigger issue_day_stands_in_a_correction before update of issued_on on certification
    for each row execute function access.issue_day_stands_in_a_correction();
`

const service = /* sql */ `
  alter table service_hours add column also_in_that_time boolean not null default false;
  drop index service_hours_once;
  create index service_hours_organization_id_peer_id_idx on service_hours (organization_id, peer_id);

  -- Two managers at once: the second waits for the first.
  create function access.service_hours_stand_alone() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('hours of work of ' || new.peer_id, 0));
    if new.withdrawn_at is null and not new.also_in_that_time and exists (
      select from service_hours h
       where h.organization_id = new.organization_id and h.peer_id = new.peer_id and h.id <> new.id
         and h.withdrawn_at is null
         and daterange(h.starts_on, h.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
      raise check_violation using constraint = 'service_hours_overlap';
    end if;
    return null;
  end $$;
  create trigger service_hours_stand_alone after insert or update of withdrawn_at on service_hours
    for each row execute function access.service_hours_stand_alone();
`
