import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Certifications and what happens to them over time: terms from the first day of a certificate to the expiry printed on
 * it, statuses at the board, verifications, continuing education and hours of service. The peer reads their own;
 * managers and auditors read all; supervisors and admins read nothing of it. A wrong record is corrected by a further
 * one and stays.
 */
export class Certifications1795200000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [certification, statusPeriods, overlaps, terms, termOrder, issueDays])
      await runner.query(step)
    for (const step of [verifications, education, service, lists]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop view current_certification_term;
      drop function access.certification_ends_on;
      drop table catalogue_report, saved_view, service_hours, ce_credit, ce_activity, certification_verification,
        issue_day_correction, certification_term, board_status_period, certification;
      drop function access.is_unchanged_status_end, access.prevent_certification_overlap, access.prevent_board_status_overlap,
        access.record_first_term, access.require_term_for_expiry, access.enforce_term_order,
        access.apply_issue_day_correction, access.require_issue_day_correction, access.prevent_service_hours_overlap;
    `)
  }
}

const CONDITIONS = `array['supervises-others', 'provides-telehealth', 'military-designation', 'alcohol-and-drug-entity',
  'crisis-team', 'family-endorsement', 'veteran-endorsement', 'active-military-service', 'grandfathered']`

const PEER_AND_OFFICE = `peer_id = (select access.membership_id())
  or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))`

const AS_MANAGER = `(select access.has_role('MANAGER')) and recorded_by = (select access.membership_id())`

/**
 * A credential can have several titles, which one person holds side by side, each with a certification of its own. Some
 * boards let certifications expire on the holder's birthday: birth_month_day is all that is stored of it.
 */
const certification = /* sql */ `
  create table certification (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    peer_id uuid not null,
    credential_id text not null
      constraint certification_credential_id_form check (credential_id ~ '^[a-z][a-z0-9-]{2,59}$'),
    title text constraint certification_title_form check (title ~ '^[A-Z][A-Z0-9-]{1,19}$'),
    number text constraint certification_number_length check (char_length(number) between 1 and 60),
    issued_on date not null,
    expires_on date,
    birth_month_day text constraint certification_birth_month_day_form
      check (birth_month_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    conditions_held text[] not null default '{}'
      constraint certification_conditions_held_known check (conditions_held <@ ${CONDITIONS}),
    conditions_not_held text[] not null default '{}'
      constraint certification_conditions_not_held_known check (conditions_not_held <@ ${CONDITIONS}),
    chosen_cycle_months integer
      constraint certification_chosen_cycle_months_range check (chosen_cycle_months between 1 and 120),
    exam_year integer constraint certification_exam_year_range check (exam_year between 1980 and 2200),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    revision integer not null default 1,
    constraint certification_pkey primary key (organization_id, id),
    constraint certification_organization_id_id_peer_id_key unique (organization_id, id, peer_id),
    constraint certification_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint certification_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint certification_expires_after_issue check (expires_on > issued_on),
    constraint certification_conditions_disjoint check (not conditions_held && conditions_not_held)
  );
  create unique index certification_number_once on certification (organization_id, credential_id, number)
    where number is not null;
  create unique index certification_issue_once
    on certification (organization_id, peer_id, credential_id, title, issued_on) nulls not distinct;
  call access.enable_tenant_rls('certification');
  create policy peer_and_office_read on certification for select to alongside_app using (${PEER_AND_OFFICE});
  create policy manager_adds on certification for insert to alongside_app with check (${AS_MANAGER});
  create policy manager_updates on certification for update to alongside_app
    using ((select access.has_role('MANAGER')));
  create policy definer_access on certification for select to alongside_definer using (true);
  grant select, insert, update (title, number, issued_on, expires_on, birth_month_day, conditions_held,
    conditions_not_held, chosen_cycle_months, exam_year, revision) on certification to alongside_app;
  grant select on certification to alongside_definer;
  create trigger audit_change after insert or update or delete on certification for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id',
      'credential_id,title,number,issued_on,expires_on,conditions_held,conditions_not_held,chosen_cycle_months,exam_year');
`

const statusPeriods = /* sql */ `
  create table board_status_period (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    certification_id uuid not null,
    peer_id uuid not null,
    status text not null constraint board_status_period_status_known
      check (status in ('ACTIVE', 'INACTIVE', 'IN_GRACE', 'LAPSED', 'SUSPENDED', 'REVOKED')),
    starts_on date not null,
    ends_on date,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    ended_by uuid,
    ended_at timestamptz,
    voided_by uuid,
    voided_at timestamptz,
    constraint board_status_period_pkey primary key (organization_id, id),
    constraint board_status_period_certification_fkey
      foreign key (organization_id, certification_id, peer_id)
      references certification (organization_id, id, peer_id),
    constraint board_status_period_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint board_status_period_organization_id_ended_by_fkey
      foreign key (organization_id, ended_by) references membership (organization_id, id),
    constraint board_status_period_organization_id_voided_by_fkey
      foreign key (organization_id, voided_by) references membership (organization_id, id),
    constraint board_status_period_ends_after_start check (ends_on >= starts_on),
    constraint board_status_period_ended_by_somebody check ((ended_by is null) = (ended_at is null)),
    constraint board_status_period_voided_by_somebody
      check ((voided_by is null) = (voided_at is null))
  );
  create index board_status_period_certification_idx
    on board_status_period (organization_id, certification_id);
  call access.enable_tenant_rls('board_status_period');
  create policy peer_and_office_read on board_status_period for select to alongside_app
    using (${PEER_AND_OFFICE});
  create policy manager_adds on board_status_period for insert to alongside_app with check (${AS_MANAGER});
  create policy definer_access on board_status_period for select to alongside_definer using (true);
  grant select, insert, update (ends_on, ended_by, ended_at, voided_by, voided_at) on board_status_period
    to alongside_app;
  grant select on board_status_period to alongside_definer;
  create trigger audit_change after insert or update or delete on board_status_period for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id',
      'certification_id,status,starts_on,ends_on,voided_at');

  -- Whether this end was there before the update. A policy cannot query its own table, but a stable function can: it
  -- finds the row as it was when the statement began.
  create function access.is_unchanged_status_end(p_id uuid, p_ends_on date, p_ended_by uuid) returns boolean
  language sql stable as $$
    select exists (
      select from board_status_period was
       where was.organization_id = access.organization_id() and was.id = p_id and was.ends_on = p_ends_on
         and was.ended_by is not distinct from p_ended_by)
  $$;
  -- A manager ends a status, and voids it, in their own name; an end that somebody else entered before may stay.
  create policy manager_ends on board_status_period for update to alongside_app
    using ((select access.has_role('MANAGER')))
    with check (
      (ends_on is null and ended_by is null or ended_by = (select access.membership_id())
        or access.is_unchanged_status_end(id, ends_on, ended_by))
      and (voided_by is null or voided_by = (select access.membership_id())));
`

/** The advisory lock makes the second of two managers wait for the first. Where no title is known it may be any of them. */
const overlaps = /* sql */ `
  -- A certification ends with its expiry, or earlier when it was revoked for good.
  create function access.certification_ends_on(certification) returns date language sql stable as $$
    select least($1.expires_on, 'infinity', (
      select min(p.starts_on) from board_status_period p
       where p.organization_id = $1.organization_id and p.certification_id = $1.id
         and p.status = 'REVOKED' and p.ends_on is null and p.voided_at is null))
  $$;

  -- Nobody holds the same title twice at a time. The day of the expiry may be the day of the next issue.
  create function access.prevent_certification_overlap() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
    if exists (
      select from certification c
        join certification other
          on other.organization_id = c.organization_id and other.peer_id = c.peer_id
         and other.credential_id = c.credential_id and other.id <> c.id
         and (other.title = c.title or other.title is null or c.title is null)
       where c.organization_id = new.organization_id and c.id = new.id
         and other.issued_on < access.certification_ends_on(c)
         and c.issued_on < access.certification_ends_on(other)) then
      raise check_violation using constraint = 'certification_overlaps';
    end if;
    return null;
  end $$;
  create trigger prevent_certification_overlap after insert or update of issued_on, expires_on, title on certification
    for each row execute function access.prevent_certification_overlap();

  -- Periods of one status do not overlap. A revocation that is ended or voided makes its certification valid again,
  -- which fails if the peer has been certified again since.
  create function access.prevent_board_status_overlap() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
    if new.voided_at is null and exists (
      select from board_status_period p
       where p.organization_id = new.organization_id and p.certification_id = new.certification_id
         and p.status = new.status and p.id <> new.id and p.voided_at is null
         and daterange(p.starts_on, p.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
      raise check_violation using constraint = 'board_status_period_overlaps';
    end if;
    if tg_op = 'UPDATE' and new.status = 'REVOKED' and exists (
      select from certification c
        join certification other
          on other.organization_id = c.organization_id and other.peer_id = c.peer_id
         and other.credential_id = c.credential_id and other.id <> c.id
         and (other.title = c.title or other.title is null or c.title is null)
       where c.organization_id = new.organization_id and c.id = new.certification_id
         and other.issued_on < access.certification_ends_on(c)
         and c.issued_on < access.certification_ends_on(other)) then
      raise check_violation using constraint = 'certification_overlaps';
    end if;
    return null;
  end $$;
  create trigger prevent_board_status_overlap after insert or update of ends_on, voided_at on board_status_period
    for each row execute function access.prevent_board_status_overlap();
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
    voided_by uuid,
    voided_at timestamptz,
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
    constraint certification_term_organization_id_voided_by_fkey
      foreign key (organization_id, voided_by) references membership (organization_id, id),
    constraint certification_term_expires_after_start check (expires_on > starts_on),
    constraint certification_term_voided_by_somebody check ((voided_by is null) = (voided_at is null)),
    -- The first term has the id of its certification. It can be corrected, but not voided.
    constraint certification_term_first_stays check (voided_at is null or id <> certification_id)
  );
  create index certification_term_organization_id_certification_id_idx
    on certification_term (organization_id, certification_id);
  create index certification_term_organization_id_peer_id_idx on certification_term (organization_id, peer_id);
  create unique index certification_term_corrected_once on certification_term (organization_id, corrects)
    where voided_at is null;
  call access.enable_tenant_rls('certification_term');
  create policy peer_and_office_read on certification_term for select to alongside_app using (${PEER_AND_OFFICE});
  create policy manager_adds on certification_term for insert to alongside_app with check (${AS_MANAGER});
  create policy manager_voids on certification_term for update to alongside_app
    using ((select access.has_role('MANAGER')))
    with check (voided_by is null or voided_by = (select access.membership_id()));
  create policy definer_access on certification_term for select to alongside_definer using (true);
  grant select, insert, update (voided_by, voided_at) on certification_term to alongside_app;
  grant select on certification_term to alongside_definer;
  -- The first term has its entry with the certification.
  create trigger audit_change after insert or update on certification_term for each row
    when (new.id <> new.certification_id)
    execute function access.audit_change('CERTIFICATION', 'peer_id',
      'certification_id,starts_on,expires_on,voided_at');
  create trigger audit_removal after delete on certification_term for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'certification_id,starts_on,expires_on');

  -- The terms as they are known now: neither voided nor corrected.
  create view current_certification_term with (security_invoker = true) as
    select t.organization_id, t.id, t.certification_id, t.peer_id, t.starts_on, t.expires_on, t.recorded_by, t.recorded_at
      from certification_term t
     where t.voided_at is null and not exists (
       select from certification_term c
        where c.organization_id = t.organization_id and c.corrects = t.id and c.voided_at is null);
  grant select on current_certification_term to alongside_app, alongside_definer;
`

const termOrder = /* sql */ `
  create function access.record_first_term() returns trigger language plpgsql as $$
  begin
    insert into certification_term
      (organization_id, id, certification_id, peer_id, starts_on, expires_on, recorded_by, recorded_at)
    values (new.organization_id, new.id, new.id, new.peer_id, new.issued_on, new.expires_on, new.recorded_by,
            new.recorded_at);
    return null;
  end $$;
  create trigger record_first_term after insert on certification
    for each row execute function access.record_first_term();

  -- An expiry can only be changed through the terms, so that none is overwritten.
  create function access.require_term_for_expiry() returns trigger language plpgsql as $$
  begin
    if access.membership_id() is not null and new.expires_on is distinct from (
      select max(t.expires_on) from current_certification_term t
       where t.organization_id = new.organization_id and t.certification_id = new.id) then
      raise check_violation using constraint = 'certification_expiry_without_term';
    end if;
    return new;
  end $$;
  create trigger require_term_for_expiry before update of expires_on on certification
    for each row execute function access.require_term_for_expiry();

  -- A later term neither begins nor ends before an earlier one; the certification has the latest expiry.
  create function access.enforce_term_order() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
    if exists (
      select from current_certification_term a
        join current_certification_term b on b.organization_id = a.organization_id and b.certification_id = a.certification_id
       where a.organization_id = new.organization_id and a.certification_id = new.certification_id and a.id <> b.id
         and a.starts_on <= b.starts_on and a.expires_on >= b.expires_on) then
      raise check_violation using constraint = 'certification_term_overlaps';
    end if;
    update certification c set expires_on = latest.expires_on
      from (select max(t.expires_on) as expires_on from current_certification_term t
             where t.organization_id = new.organization_id and t.certification_id = new.certification_id) latest
     where c.organization_id = new.organization_id and c.id = new.certification_id
       and c.expires_on is distinct from latest.expires_on;
    return null;
  end $$;
  create trigger enforce_term_order after insert or update of voided_at on certification_term
    for each row execute function access.enforce_term_order();
`

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
  call access.enable_tenant_rls('issue_day_correction');
  create policy peer_and_office_read on issue_day_correction for select to alongside_app using (${PEER_AND_OFFICE});
  create policy manager_adds on issue_day_correction for insert to alongside_app with check (${AS_MANAGER});
  grant select, insert on issue_day_correction to alongside_app;

  -- Changes the certification, and its first term if that began on the same day.
  create function access.apply_issue_day_correction() returns trigger language plpgsql as $$
  begin
    update certification c set issued_on = new.issued_on, revision = c.revision + 1
     where c.organization_id = new.organization_id and c.id = new.certification_id
       and c.issued_on = new.issued_on_before;
    if not found then
      raise check_violation using constraint = 'issue_day_correction_outdated';
    end if;
    insert into certification_term (organization_id, certification_id, peer_id, starts_on, expires_on, corrects,
                                    recorded_by, recorded_at)
    select t.organization_id, t.certification_id, t.peer_id, new.issued_on, t.expires_on, t.id, new.recorded_by,
           new.recorded_at
      from current_certification_term t
     where t.organization_id = new.organization_id and t.certification_id = new.certification_id
       and t.starts_on = new.issued_on_before;
    return null;
  end $$;
  create trigger apply_issue_day_correction after insert on issue_day_correction
    for each row execute function access.apply_issue_day_correction();

  -- The day of issue can only be changed through a correction, so that none is overwritten.
  create function access.require_issue_day_correction() returns trigger language plpgsql as $$
  begin
    if access.membership_id() is not null and new.issued_on <> old.issued_on and not exists (
      select from issue_day_correction d
       where d.organization_id = new.organization_id and d.certification_id = new.id
         and d.issued_on_before = old.issued_on and d.issued_on = new.issued_on
         and d.recorded_by = access.membership_id() and d.recorded_at = access.now()) then
      raise check_violation using constraint = 'certification_issue_day_without_correction';
    end if;
    return new;
  end $$;
  create trigger require_issue_day_correction before update of issued_on on certification
    for each row execute function access.require_issue_day_correction();
`

const verifications = /* sql */ `
  create table certification_verification (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    certification_id uuid not null,
    peer_id uuid not null,
    checked_on date not null,
    source text not null constraint certification_verification_source_length
      check (char_length(source) between 1 and 200),
    result text not null constraint certification_verification_result_known
      check (result in ('AS_RECORDED', 'DIFFERS', 'NOT_FOUND', 'NO_REGISTER')),
    expires_on_seen date,
    note text constraint certification_verification_note_length check (char_length(note) between 1 and 300),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint certification_verification_pkey primary key (organization_id, id),
    constraint certification_verification_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id),
    constraint certification_verification_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id)
  );
  create index certification_verification_organization_id_certification_id_idx
    on certification_verification (organization_id, certification_id);
  call access.enable_tenant_rls('certification_verification');
  create policy peer_and_office_read on certification_verification for select to alongside_app
    using (${PEER_AND_OFFICE});
  create policy manager_adds on certification_verification for insert to alongside_app with check (${AS_MANAGER});
  grant select, insert on certification_verification to alongside_app;
  create trigger audit_change after insert or update or delete on certification_verification for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'certification_id,checked_on,result');
`

const education = /* sql */ `
  create table ce_activity (
    organization_id uuid not null,
    id uuid not null,
    title text not null constraint ce_activity_title_length check (char_length(title) between 1 and 200),
    provider text constraint ce_activity_provider_length check (char_length(provider) between 1 and 200),
    held_on date not null,
    delivery_mode text not null constraint ce_activity_delivery_mode_known
      check (delivery_mode in ('IN_PERSON', 'LIVE_ONLINE', 'SELF_PACED')),
    earned_by text not null default 'ATTENDING' constraint ce_activity_earned_by_known
      check (earned_by in ('ATTENDING', 'TEACHING', 'PREPARING', 'COLLEGE_COURSE', 'READING')),
    credit_unit text not null default 'CONTACT_HOURS' constraint ce_activity_credit_unit_known
      check (credit_unit in ('CONTACT_HOURS', 'SEMESTER_HOURS', 'QUARTER_HOURS', 'CEU')),
    approved boolean,
    contents text[] not null default '{}' constraint ce_activity_contents_known
      check (contents <@ array['CLINICAL_TREATMENT', 'FIRST_AID', 'DRIVING', 'FOOD_SAFETY', 'IN_SERVICE']),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    request_hash bytea,
    constraint ce_activity_pkey primary key (organization_id, id),
    constraint ce_activity_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id)
  );
  create table ce_credit (
    organization_id uuid not null,
    activity_id uuid not null,
    peer_id uuid not null,
    hours numeric(5,2) not null constraint ce_credit_hours_in_quarters
      check (hours between 0.25 and 200 and hours * 4 = floor(hours * 4)),
    categories text[] not null constraint ce_credit_categories_known check (
      categories <@ array['ethics', 'law-and-ethics', 'boundaries', 'confidentiality', 'peer-practice',
        'core-functions', 'general-behavioral-health', 'substance-use', 'suicide-prevention', 'trauma',
        'cultural-competence', 'health-equity', 'system-navigation', 'human-trafficking', 'health-and-wellness',
        'coaching', 'supervision', 'telehealth', 'medication-supported-recovery', 'professional-development',
        'military-content', 'any']
      and cardinality(categories) between 1 and 22),
    only_for uuid,
    constraint ce_credit_pkey primary key (organization_id, activity_id, peer_id),
    constraint ce_credit_organization_id_activity_id_fkey
      foreign key (organization_id, activity_id) references ce_activity (organization_id, id),
    constraint ce_credit_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint ce_credit_only_for_fkey
      foreign key (organization_id, only_for, peer_id) references certification (organization_id, id, peer_id)
  );
  create index ce_credit_organization_id_peer_id_idx on ce_credit (organization_id, peer_id);
  call access.enable_tenant_rls('ce_activity');
  call access.enable_tenant_rls('ce_credit');
  create policy peer_and_office_read on ce_credit for select to alongside_app using (${PEER_AND_OFFICE});
  create policy peer_and_office_read on ce_activity for select to alongside_app using (
    (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))
    or id = any (array(select credit.activity_id from ce_credit credit
                        where credit.organization_id = (select access.organization_id())
                          and credit.peer_id = (select access.membership_id()))));
  create policy manager_adds on ce_activity for insert to alongside_app with check (${AS_MANAGER});
  create policy manager_adds on ce_credit for insert to alongside_app
    with check ((select access.has_role('MANAGER')));
  create policy definer_access on ce_activity for select to alongside_definer using (true);
  create policy definer_access on ce_credit for select to alongside_definer using (true);
  grant select, insert on ce_activity, ce_credit to alongside_app;
  grant select on ce_activity, ce_credit to alongside_definer;
  create trigger audit_change after insert or update or delete on ce_credit for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'activity_id,hours');
`

const service = /* sql */ `
  create table service_hours (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    peer_id uuid not null,
    starts_on date not null,
    ends_on date not null,
    hours numeric(6,2) not null,
    allows_overlap boolean not null default false,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    voided_by uuid,
    voided_at timestamptz,
    constraint service_hours_pkey primary key (organization_id, id),
    constraint service_hours_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint service_hours_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint service_hours_organization_id_voided_by_fkey
      foreign key (organization_id, voided_by) references membership (organization_id, id),
    constraint service_hours_ends_after_start check (ends_on >= starts_on),
    constraint service_hours_voided_by_somebody check ((voided_by is null) = (voided_at is null)),
    constraint service_hours_fit_into_their_days
      check (hours between 0.25 and 24 * (ends_on - starts_on + 1) and hours * 4 = floor(hours * 4))
  );
  create index service_hours_organization_id_peer_id_idx on service_hours (organization_id, peer_id);
  call access.enable_tenant_rls('service_hours');
  create policy peer_and_office_read on service_hours for select to alongside_app using (${PEER_AND_OFFICE});
  create policy manager_adds on service_hours for insert to alongside_app with check (${AS_MANAGER});
  create policy manager_voids on service_hours for update to alongside_app
    using ((select access.has_role('MANAGER')))
    with check (voided_by is null or voided_by = (select access.membership_id()));
  create policy definer_access on service_hours for select to alongside_definer using (true);
  grant select, insert, update (voided_by, voided_at) on service_hours to alongside_app;
  grant select on service_hours to alongside_definer;
  create trigger audit_change after insert or update or delete on service_hours for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'starts_on,ends_on,hours,voided_at');

  -- Hours that overlap others must say so, so that they are entered knowingly. The advisory lock makes the second of
  -- two managers wait for the first.
  create function access.prevent_service_hours_overlap() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('hours of work of ' || new.peer_id, 0));
    if new.voided_at is null and not new.allows_overlap and exists (
      select from service_hours h
       where h.organization_id = new.organization_id and h.peer_id = new.peer_id and h.id <> new.id
         and h.voided_at is null
         and daterange(h.starts_on, h.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
      raise check_violation using constraint = 'service_hours_overlap';
    end if;
    return null;
  end $$;
  create trigger prevent_service_hours_overlap after insert or update of voided_at on service_hours
    for each row execute function access.prevent_service_hours_overlap();
`

/** Saved filters of the list of renewals, and what organizations report about a credential of the catalogue. */
const lists = /* sql */ `
  -- Each member has at most 20, one for each position.
  create table saved_view (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    member_id uuid not null,
    name text not null constraint saved_view_name_length check (char_length(name) between 1 and 60),
    query text not null constraint saved_view_query_form
      check (char_length(query) <= 500 and query ~ '^[A-Za-z0-9=&,_-]*$'),
    position integer not null constraint saved_view_position_range check (position between 1 and 20),
    is_default boolean not null default false,
    saved_at timestamptz not null,
    removed_at timestamptz,
    constraint saved_view_pkey primary key (organization_id, id),
    constraint saved_view_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id)
  );
  create unique index saved_view_position_once on saved_view (organization_id, member_id, position)
    where removed_at is null;
  create unique index saved_view_name_once on saved_view (organization_id, member_id, lower(name))
    where removed_at is null;
  create unique index saved_view_one_default on saved_view (organization_id, member_id)
    where is_default and removed_at is null;
  call access.enable_tenant_rls('saved_view');
  create policy owner_reads on saved_view for select to alongside_app
    using (member_id = (select access.membership_id()));
  create policy owner_adds on saved_view for insert to alongside_app
    with check (member_id = (select access.membership_id()));
  create policy owner_updates on saved_view for update to alongside_app
    using (member_id = (select access.membership_id()));
  grant select, insert, update (name, query, position, is_default, removed_at) on saved_view to alongside_app;

  create table catalogue_report (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    credential_id text not null
      constraint catalogue_report_credential_id_form check (credential_id ~ '^us-[a-z]+(-[a-z]+)+$'),
    what_changed text not null
      constraint catalogue_report_what_changed_length check (char_length(what_changed) between 1 and 1000),
    source_url text constraint catalogue_report_source_url_form
      check (source_url ~ '^https://' and char_length(source_url) <= 500),
    reported_by uuid not null,
    reported_at timestamptz not null,
    settled_at timestamptz,
    constraint catalogue_report_pkey primary key (organization_id, id),
    constraint catalogue_report_organization_id_reported_by_fkey
      foreign key (organization_id, reported_by) references membership (organization_id, id)
  );
  create index catalogue_report_organization_id_credential_id_idx
    on catalogue_report (organization_id, credential_id);
  call access.enable_tenant_rls('catalogue_report');
  create policy office_reads on catalogue_report for select to alongside_app
    using ((select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_adds on catalogue_report for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and reported_by = (select access.membership_id()) and settled_at is null);
  create policy manager_updates on catalogue_report for update to alongside_app
    using ((select access.has_role('MANAGER')));
  grant select, insert, update (settled_at) on catalogue_report to alongside_app;
  create trigger audit_change after insert or update or delete on catalogue_report for each row
    execute function access.audit_change('CERTIFICATION', '', 'credential_id,settled_at');
`
