import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What was checked at a board's register, what a board may ask about a course, and hours of service. */
export class VerificationsAndService1795400000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [verifications, courses, service, audited]) await runner.query(step)
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(reminding)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.remind_of_expiring(timestamptz, integer[]);
      drop table service_hours;
      alter table ce_credit drop column only_for;
      alter table ce_activity drop column earned_by, drop column credit_unit, drop column approved, drop column contents;
      drop table certification_verification;
    `)
  }
}

const PEER_AND_OFFICE = `peer_id = (select access.membership_id())
  or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))`

const AS_MANAGER = `(select access.has_role('MANAGER')) and recorded_by = (select access.membership_id())`

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
  call access.raise_wall('certification_verification');
  create policy peer_and_office_read on certification_verification for select to alongside_app
    using (${PEER_AND_OFFICE});
  create policy manager_records on certification_verification for insert to alongside_app with check (${AS_MANAGER});
  grant select, insert on certification_verification to alongside_app;
`

const courses = /* sql */ `
  alter table ce_activity
    add column earned_by text not null default 'ATTENDING' constraint ce_activity_earned_by_known
      check (earned_by in ('ATTENDING', 'TEACHING', 'PREPARING', 'COLLEGE_COURSE', 'READING')),
    add column credit_unit text not null default 'CONTACT_HOURS' constraint ce_activity_credit_unit_known
      check (credit_unit in ('CONTACT_HOURS', 'SEMESTER_HOURS', 'QUARTER_HOURS', 'CEU')),
    add column approved boolean,
    add column contents text[] not null default '{}' constraint ce_activity_contents_known
      check (contents <@ array['CLINICAL_TREATMENT', 'FIRST_AID', 'DRIVING', 'FOOD_SAFETY', 'IN_SERVICE']);
  alter table ce_credit
    add column only_for uuid,
    add constraint ce_credit_only_for_fkey
      foreign key (organization_id, only_for, peer_id) references certification (organization_id, id, peer_id);
`

const service = /* sql */ `
  create table service_hours (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    peer_id uuid not null,
    starts_on date not null,
    ends_on date not null,
    hours numeric(6,2) not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    constraint service_hours_pkey primary key (organization_id, id),
    constraint service_hours_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    constraint service_hours_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint service_hours_organization_id_withdrawn_by_fkey
      foreign key (organization_id, withdrawn_by) references membership (organization_id, id),
    constraint service_hours_ends_after_start check (ends_on >= starts_on),
    constraint service_hours_withdrawn_by_somebody check ((withdrawn_by is null) = (withdrawn_at is null)),
    constraint service_hours_fit_into_their_days
      check (hours between 0.25 and 24 * (ends_on - starts_on + 1) and hours * 4 = floor(hours * 4))
  );
  create unique index service_hours_once on service_hours (organization_id, peer_id, starts_on, ends_on)
    where withdrawn_at is null;
  call access.raise_wall('service_hours');
  create policy peer_and_office_read on service_hours for select to alongside_app using (${PEER_AND_OFFICE});
  create policy manager_records on service_hours for insert to alongside_app with check (${AS_MANAGER});
  create policy manager_withdraws on service_hours for update to alongside_app
    using ((select access.has_role('MANAGER')))
    with check (withdrawn_by is null or withdrawn_by = (select access.membership_id()));
  grant select, insert, update (withdrawn_by, withdrawn_at) on service_hours to alongside_app;
`

const audited = /* sql */ `
  create trigger audit_change after insert or update or delete on certification_verification for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'certification_id,checked_on,result');
  create trigger audit_change after insert or update or delete on service_hours for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'starts_on,ends_on,hours,withdrawn_at');
`

const reminding = /* sql */ `
  -- As access.remind_of_expiry; a status that was withdrawn keeps no reminder back.
  create function access.remind_of_expiring(p_now timestamptz, p_days integer[]) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with expiring as (
      select c.organization_id, c.id, c.peer_id, c.expires_on,
             (select min(step) from unnest(p_days) step
               where step >= c.expires_on - (p_now at time zone o.time_zone)::date) as step
        from organization o
        join certification c on c.organization_id = o.id
        join membership m on m.organization_id = c.organization_id and m.id = c.peer_id and m.disabled_at is null
        left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
       where access.organization_id() is null and extract(hour from p_now at time zone o.time_zone) >= 8
         and c.expires_on >= (p_now at time zone o.time_zone)::date
         and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date)
         and not exists (
           select from certification renewed
            where renewed.organization_id = c.organization_id and renewed.peer_id = c.peer_id
              and renewed.credential_id = c.credential_id and renewed.id <> c.id
              and (renewed.expires_on > c.expires_on or renewed.expires_on is null and renewed.issued_on > c.issued_on))
         and not exists (
           select from certification_status_period s
            where s.organization_id = c.organization_id and s.certification_id = c.id and s.withdrawn_at is null
              and s.status in ('INACTIVE', 'REVOKED') and s.starts_on <= (p_now at time zone o.time_zone)::date
              and (s.ends_on is null or s.ends_on >= (p_now at time zone o.time_zone)::date))),
    told as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, 'CERTIFICATION_EXPIRES',
             concat_ws(':', 'certification', c.id, c.expires_on, c.step), c.id, p_now
        from expiring c
        join membership m on m.organization_id = c.organization_id and m.disabled_at is null
         and (m.id = c.peer_id or 'MANAGER' = any (m.roles))
       where c.step is not null
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from told
  $$;
  alter function access.remind_of_expiring(timestamptz, integer[]) owner to alongside_definer;
`
