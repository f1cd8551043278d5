import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Certifications, what was recorded about their status, and continuing education. One visibility class: the peer's
 * own, and in full for managers and auditors; supervisors and admins see nothing of it.
 */
export class Certifications1795200000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table certification (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        peer_id uuid not null,
        credential_id text not null
          constraint certification_credential_id_form check (credential_id ~ '^[a-z][a-z0-9-]{2,59}$'),
        number text constraint certification_number_length check (char_length(number) between 1 and 60),
        issued_on date not null,
        expires_on date,
        birth_month_day text constraint certification_birth_month_day_form
          check (birth_month_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint certification_pkey primary key (organization_id, id),
        constraint certification_organization_id_id_peer_id_key unique (organization_id, id, peer_id),
        constraint certification_organization_id_peer_id_fkey
          foreign key (organization_id, peer_id) references membership (organization_id, id),
        constraint certification_organization_id_recorded_by_fkey
          foreign key (organization_id, recorded_by) references membership (organization_id, id),
        constraint certification_expires_after_issue check (expires_on > issued_on)
      );
      create unique index certification_number_once on certification (organization_id, credential_id, number)
        where number is not null;
      create unique index certification_issue_once
        on certification (organization_id, peer_id, credential_id, issued_on);

      create table certification_status_period (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        certification_id uuid not null,
        peer_id uuid not null,
        status text not null constraint certification_status_period_status_known
          check (status in ('ACTIVE', 'INACTIVE', 'IN_GRACE', 'LAPSED', 'SUSPENDED', 'REVOKED')),
        starts_on date not null,
        ends_on date,
        constraint certification_status_period_pkey primary key (organization_id, id),
        constraint certification_status_period_certification_fkey
          foreign key (organization_id, certification_id, peer_id)
          references certification (organization_id, id, peer_id),
        constraint certification_status_period_ends_after_start check (ends_on >= starts_on)
      );
      create index certification_status_period_certification_idx
        on certification_status_period (organization_id, certification_id);

      create table ce_activity (
        organization_id uuid not null,
        id uuid not null,
        title text not null constraint ce_activity_title_length check (char_length(title) between 1 and 200),
        provider text constraint ce_activity_provider_length check (char_length(provider) between 1 and 200),
        held_on date not null,
        delivery_mode text not null constraint ce_activity_delivery_mode_known
          check (delivery_mode in ('IN_PERSON', 'LIVE_ONLINE', 'SELF_PACED')),
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
        constraint ce_credit_pkey primary key (organization_id, activity_id, peer_id),
        constraint ce_credit_organization_id_activity_id_fkey
          foreign key (organization_id, activity_id) references ce_activity (organization_id, id),
        constraint ce_credit_organization_id_peer_id_fkey
          foreign key (organization_id, peer_id) references membership (organization_id, id)
      );
      create index ce_credit_organization_id_peer_id_idx on ce_credit (organization_id, peer_id);
    `)
    await runner.query(/* sql */ `
      call access.raise_wall('certification');
      call access.raise_wall('certification_status_period');
      call access.raise_wall('ce_activity');
      call access.raise_wall('ce_credit');
      create policy peer_and_office_read on certification for select to alongside_app using (
        peer_id = (select access.membership_id())
        or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy peer_and_office_read on certification_status_period for select to alongside_app using (
        peer_id = (select access.membership_id())
        or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy peer_and_office_read on ce_credit for select to alongside_app using (
        peer_id = (select access.membership_id())
        or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
      create policy peer_and_office_read on ce_activity for select to alongside_app using (
        (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))
        or id = any (array(select credit.activity_id from ce_credit credit
                            where credit.organization_id = (select access.organization_id())
                              and credit.peer_id = (select access.membership_id()))));
      create policy manager_records on certification for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
      create policy manager_records on certification_status_period for insert to alongside_app
        with check ((select access.has_role('MANAGER')));
      create policy manager_records on ce_activity for insert to alongside_app with check (
        (select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
      create policy manager_records on ce_credit for insert to alongside_app
        with check ((select access.has_role('MANAGER')));
      grant select, insert on certification, certification_status_period, ce_activity, ce_credit to alongside_app;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    // The policy of the activities reads the credits, so it goes first.
    await runner.query(/* sql */ `
      drop policy peer_and_office_read on ce_activity;
      drop table ce_credit; drop table ce_activity; drop table certification_status_period; drop table certification;
    `)
  }
}
