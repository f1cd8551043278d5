import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What happens to a certification over time: each certificate from its first day to the expiry printed on it, statuses
 * that are ended or taken back, and what a rule asks about the holder. A wrong record stays and is corrected by a
 * further one.
 */
export class CertificationHistory1795400000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [statuses, holders, terms, termsInOrder, audited]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger audit_change on certification; drop trigger audit_change on certification_status_period;
      create trigger audit_change after insert or update or delete on certification for each row
        execute function access.audit_change('CERTIFICATION', 'peer_id', 'credential_id,number,issued_on,expires_on');
      create trigger audit_change after insert or update or delete on certification_status_period for each row
        execute function access.audit_change('CERTIFICATION', 'peer_id', 'certification_id,status,starts_on,ends_on');

      drop trigger first_term_is_recorded on certification; drop function access.first_term_is_recorded();
      drop trigger expiry_stands_in_a_term on certification; drop function access.expiry_stands_in_a_term();
      drop view current_term; drop table certification_term; drop function access.terms_follow_each_other();

      drop trigger certifications_do_not_overlap on certification; drop function access.certifications_do_not_overlap();
      drop function access.certification_ends_on(certification);
      drop policy manager_changes on certification;
      revoke update (number, issued_on, expires_on, birth_month_day, conditions_held, conditions_not_held,
        chosen_cycle_months, exam_year, revision) on certification from alongside_app;
      alter table certification drop column conditions_held, drop column conditions_not_held,
        drop column chosen_cycle_months, drop column exam_year, drop column revision;

      drop trigger statuses_do_not_overlap on certification_status_period;
      drop function access.statuses_do_not_overlap();
      drop policy manager_ends on certification_status_period;
      drop policy manager_records on certification_status_period;
      create policy manager_records on certification_status_period for insert to alongside_app
        with check ((select access.has_role('MANAGER')));
      revoke update (ends_on, ended_by, ended_at, withdrawn_by, withdrawn_at) on certification_status_period
        from alongside_app;
      alter table certification_status_period drop column recorded_by, drop column recorded_at, drop column ended_by,
        drop column ended_at, drop column withdrawn_by, drop column withdrawn_at;
    `)
  }
}

const CONDITIONS = `array['supervises-others', 'provides-telehealth', 'military-designation', 'alcohol-and-drug-entity',
  'crisis-team', 'family-endorsement', 'veteran-endorsement', 'active-military-service', 'grandfathered']`

const PEER_AND_OFFICE = `peer_id = (select access.membership_id())
  or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))`

const AS_MANAGER = `(select access.has_role('MANAGER')) and recorded_by = (select access.membership_id())`

const statuses = /* sql */ `
  alter table certification_status_period
    add column recorded_by uuid, add column recorded_at timestamptz,
    add column ended_by uuid, add column ended_at timestamptz,
    add column withdrawn_by uuid, add column withdrawn_at timestamptz;
  alter table certification no force row level security;
  alter table certification_status_period no force row level security;
  update certification_status_period p set recorded_by = c.recorded_by, recorded_at = c.recorded_at
    from certification c where c.organization_id = p.organization_id and c.id = p.certification_id;
  alter table certification_status_period force row level security;
  alter table certification force row level security;
  alter table certification_status_period
    alter column recorded_by set not null, alter column recorded_at set not null,
    add constraint certification_status_period_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    add constraint certification_status_period_organization_id_ended_by_fkey
      foreign key (organization_id, ended_by) references membership (organization_id, id),
    add constraint certification_status_period_organization_id_withdrawn_by_fkey
      foreign key (organization_id, withdrawn_by) references membership (organization_id, id),
    add constraint certification_status_period_ended_by_somebody check ((ended_by is null) = (ended_at is null)),
    add constraint certification_status_period_withdrawn_by_somebody
      check ((withdrawn_by is null) = (withdrawn_at is null));
  drop policy manager_records on certification_status_period;
  create policy manager_records on certification_status_period for insert to alongside_app with check (${AS_MANAGER});
  create policy manager_ends on certification_status_period for update to alongside_app
    using ((select access.has_role('MANAGER')));
  grant update (ends_on, ended_by, ended_at, withdrawn_by, withdrawn_at) on certification_status_period
    to alongside_app;

  create function access.statuses_do_not_overlap() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
    if new.withdrawn_at is null and exists (
      select from certification_status_period p
       where p.organization_id = new.organization_id and p.certification_id = new.certification_id
         and p.status = new.status and p.id <> new.id and p.withdrawn_at is null
         and daterange(p.starts_on, p.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
      raise check_violation using constraint = 'certification_status_period_overlaps';
    end if;
    return null;
  end $$;
  create trigger statuses_do_not_overlap after insert or update of ends_on, withdrawn_at on certification_status_period
    for each row execute function access.statuses_do_not_overlap();
`

const holders = /* sql */ `
  alter table certification
    add column conditions_held text[] not null default '{}'
      constraint certification_conditions_held_known check (conditions_held <@ ${CONDITIONS}),
    add column conditions_not_held text[] not null default '{}'
      constraint certification_conditions_not_held_known check (conditions_not_held <@ ${CONDITIONS}),
    add column chosen_cycle_months integer
      constraint certification_chosen_cycle_months_range check (chosen_cycle_months between 1 and 120),
    add column exam_year integer constraint certification_exam_year_range check (exam_year between 1980 and 2200),
    add column revision integer not null default 1,
    add constraint certification_conditions_disjoint check (not conditions_held && conditions_not_held);
  create policy manager_changes on certification for update to alongside_app
    using ((select access.has_role('MANAGER')));
  grant update (number, issued_on, expires_on, birth_month_day, conditions_held, conditions_not_held,
    chosen_cycle_months, exam_year, revision) on certification to alongside_app;

  -- One credential at a time: until the expiry, or until it was revoked. The day of the expiry may be that of the next
  -- issue. Two managers at once: the second waits for the first.
  create function access.certification_ends_on(certification) returns date language sql stable as $$
    select least($1.expires_on, 'infinity', (
      select min(p.starts_on) from certification_status_period p
       where p.organization_id = $1.organization_id and p.certification_id = $1.id
         and p.status = 'REVOKED' and p.ends_on is null and p.withdrawn_at is null))
  $$;
  create function access.certifications_do_not_overlap() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
    if exists (
      select from certification other
       where other.organization_id = new.organization_id and other.peer_id = new.peer_id
         and other.credential_id = new.credential_id and other.id <> new.id
         and other.issued_on < access.certification_ends_on(new)
         and new.issued_on < access.certification_ends_on(other)) then
      raise check_violation using constraint = 'certification_overlaps';
    end if;
    return null;
  end $$;
  create trigger certifications_do_not_overlap after insert or update of issued_on, expires_on on certification
    for each row execute function access.certifications_do_not_overlap();
`

const terms = /* sql */ `
  create table certification_term (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    certification_id uuid not null,
    peer_id uuid not null,
    starts_on date not null,
    expires_on date,
    corrects uuid,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    constraint certification_term_pkey primary key (organization_id, id),
    constraint certification_term_organization_id_id_certification_id_key
      unique (organization_id, id, certification_id),
    constraint certification_term_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id),
    constraint certification_term_corrects_fkey
      foreign key (organization_id, corrects, certification_id)
      references certification_term (organization_id, id, certification_id),
    constraint certification_term_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint certification_term_organization_id_withdrawn_by_fkey
      foreign key (organization_id, withdrawn_by) references membership (organization_id, id),
    constraint certification_term_expires_after_start check (expires_on > starts_on),
    constraint certification_term_withdrawn_by_somebody check ((withdrawn_by is null) = (withdrawn_at is null)),
    -- The first one has the id of its certification. It is corrected, never withdrawn.
    constraint certification_term_first_stays check (withdrawn_at is null or id <> certification_id)
  );
  create index certification_term_organization_id_certification_id_idx
    on certification_term (organization_id, certification_id);
  create index certification_term_organization_id_peer_id_idx on certification_term (organization_id, peer_id);
  create unique index certification_term_corrected_once on certification_term (organization_id, corrects)
    where withdrawn_at is null;

  -- Forced security binds the owner too.
  alter table certification no force row level security;
  insert into certification_term
    (organization_id, id, certification_id, peer_id, starts_on, expires_on, recorded_by, recorded_at)
  select organization_id, id, id, peer_id, issued_on, expires_on, recorded_by, recorded_at from certification;
  alter table certification force row level security;

  call access.raise_wall('certification_term');
  create policy peer_and_office_read on certification_term for select to alongside_app using (${PEER_AND_OFFICE});
  create policy manager_records on certification_term for insert to alongside_app with check (${AS_MANAGER});
  create policy manager_withdraws on certification_term for update to alongside_app
    using ((select access.has_role('MANAGER')))
    with check (withdrawn_by is null or withdrawn_by = (select access.membership_id()));
  grant select, insert, update (withdrawn_by, withdrawn_at) on certification_term to alongside_app;

  -- The certificates as they are known now: neither withdrawn nor corrected.
  create view current_term with (security_invoker = true) as
    select t.organization_id, t.id, t.certification_id, t.peer_id, t.starts_on, t.expires_on, t.recorded_by, t.recorded_at
      from certification_term t
     where t.withdrawn_at is null and not exists (
       select from certification_term c
        where c.organization_id = t.organization_id and c.corrects = t.id and c.withdrawn_at is null);
  grant select on current_term to alongside_app;
`

const termsInOrder = /* sql */ `
  create function access.first_term_is_recorded() returns trigger language plpgsql as $$
  begin
    insert into certification_term
      (organization_id, id, certification_id, peer_id, starts_on, expires_on, recorded_by, recorded_at)
    values (new.organization_id, new.id, new.id, new.peer_id, new.issued_on, new.expires_on, new.recorded_by,
            new.recorded_at);
    return null;
  end $$;
  create trigger first_term_is_recorded after insert on certification
    for each row execute function access.first_term_is_recorded();

  -- Who enters only the expiry of a certification changes it in its certificates, so that none is overwritten.
  create function access.expiry_stands_in_a_term() returns trigger language plpgsql as $$
  begin
    if access.membership_id() is not null and new.expires_on is distinct from (
      select max(t.expires_on) from current_term t
       where t.organization_id = new.organization_id and t.certification_id = new.id) then
      raise check_violation using constraint = 'certification_expiry_stands_in_a_term';
    end if;
    return new;
  end $$;
  create trigger expiry_stands_in_a_term before update of expires_on on certification
    for each row execute function access.expiry_stands_in_a_term();

  -- A later certificate neither begins nor ends before an earlier one; the latest expiry is that of the certification.
  create function access.terms_follow_each_other() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
    if exists (
      select from current_term a
        join current_term b on b.organization_id = a.organization_id and b.certification_id = a.certification_id
       where a.organization_id = new.organization_id and a.certification_id = new.certification_id and a.id <> b.id
         and a.starts_on <= b.starts_on and a.expires_on >= b.expires_on) then
      raise check_violation using constraint = 'certification_term_overlaps';
    end if;
    update certification c set expires_on = latest.expires_on
      from (select max(t.expires_on) as expires_on from current_term t
             where t.organization_id = new.organization_id and t.certification_id = new.certification_id) latest
     where c.organization_id = new.organization_id and c.id = new.certification_id
       and c.expires_on is distinct from latest.expires_on;
    return null;
  end $$;
  create trigger terms_follow_each_other after insert or update of withdrawn_at on certification_term
    for each row execute function access.terms_follow_each_other();
`

const audited = /* sql */ `
  drop trigger audit_change on certification; drop trigger audit_change on certification_status_period;
  create trigger audit_change after insert or update or delete on certification for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id',
      'credential_id,number,issued_on,expires_on,conditions_held,conditions_not_held,chosen_cycle_months,exam_year');
  create trigger audit_change after insert or update or delete on certification_status_period for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id',
      'certification_id,status,starts_on,ends_on,withdrawn_at');
  -- The first certificate has its entry with the certification.
  create trigger audit_change after insert or update on certification_term for each row
    when (new.id <> new.certification_id)
    execute function access.audit_change('CERTIFICATION', 'peer_id',
      'certification_id,starts_on,expires_on,withdrawn_at');
  create trigger audit_removal after delete on certification_term for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'certification_id,starts_on,expires_on');
`
