import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Organizations, the host agencies in which their peers work, and the people who belong to them: an account signs in,
 * a membership ties it to an organization with roles, and an invitation opens a membership. A membership can exist
 * before its account does.
 *
 * The application role cannot read passwords, tokens or sign-in sessions; it calls SECURITY DEFINER functions instead.
 * It deletes nothing: a row that is removed keeps its place and gets a date.
 */
export class OrganizationsAndAccounts1795200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [organization, hostAgencies, accounts, members, invitations, settings])
      await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop table member_preference, organization_setup_step, help_contact, invitation, employment, reporting_team,
        membership, account, data_sharing_agreement, host_agency_contact, host_agency, organization;
    `)
  }
}

const ROLES_KNOWN = `roles <@ array['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR'] and cardinality(roles) between 1 and 5`

const organization = /* sql */ `
  create table organization (
    id uuid not null default gen_random_uuid(),
    name text not null constraint organization_name_length check (char_length(name) between 1 and 120),
    kind text not null constraint organization_kind_known check (kind in (
      'RECOVERY_COMMUNITY_ORGANIZATION', 'TREATMENT_PROVIDER', 'HEALTH_DEPARTMENT', 'LAW_ENFORCEMENT_AGENCY',
      'COURT', 'JAIL', 'COMMUNITY_SUPERVISION', 'OTHER')),
    home_state text not null constraint organization_home_state_form check (home_state ~ '^[A-Z]{2}$'),
    -- PostgreSQL and browsers do not know the same time zones: the function raises an error for one that it does not know.
    time_zone text not null constraint organization_time_zone_known
      check (timezone(time_zone, timestamptz '2000-01-01 00:00:00+00') is not null),
    locale text not null default 'en' constraint organization_locale_known check (locale in ('en', 'es')),
    is_demo boolean not null default false,
    created_at timestamptz not null default now(),
    revision integer not null default 1,
    constraint organization_pkey primary key (id)
  );
  alter table organization enable row level security;
  alter table organization force row level security;
  create policy own_organization on organization for select to alongside_app
    using (id = (select access.organization_id()));
  create policy admin_updates on organization for update to alongside_app
    using (id = (select access.organization_id()) and (select access.has_role('ADMIN')));
  create policy definer_access on organization to alongside_definer using (true) with check (true);
  grant select, update (name, kind, home_state, time_zone, locale, revision) on organization to alongside_app;
  grant select, insert on organization to alongside_definer;
`

const hostAgencies = /* sql */ `
  create table host_agency (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    name text not null constraint host_agency_name_length check (char_length(name) between 1 and 120),
    kind text not null constraint host_agency_kind_known check (kind in (
      'LAW_ENFORCEMENT', 'FIRE_AND_EMERGENCY_MEDICAL', 'COURT', 'TREATMENT_COURT', 'JAIL', 'PRISON',
      'PRETRIAL_SERVICES', 'PROBATION', 'PAROLE', 'OTHER')),
    state text not null constraint host_agency_state_form check (state ~ '^[A-Z]{2}$'),
    sequential_intercept integer not null
      constraint host_agency_sequential_intercept_range check (sequential_intercept between 0 and 5),
    deflection_pathway text constraint host_agency_deflection_pathway_known check (deflection_pathway in (
      'SELF_REFERRAL', 'ACTIVE_OUTREACH', 'NALOXONE_PLUS', 'OFFICER_PREVENTION', 'OFFICER_INTERVENTION')),
    revision integer not null default 1,
    constraint host_agency_pkey primary key (organization_id, id),
    constraint host_agency_organization_id_fkey foreign key (organization_id) references organization (id)
  );
  call access.enable_tenant_rls('host_agency');
  create policy everyone_reads on host_agency for select to alongside_app using (true);
  create policy office_adds on host_agency for insert to alongside_app
    with check ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  create policy office_updates on host_agency for update to alongside_app
    using ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  grant select, insert, update (name, kind, state, sequential_intercept, deflection_pathway, revision) on host_agency
    to alongside_app;

  create table host_agency_contact (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    host_agency_id uuid not null,
    name text not null constraint host_agency_contact_name_length check (char_length(name) between 1 and 80),
    purpose text not null constraint host_agency_contact_purpose_length check (char_length(purpose) between 1 and 120),
    phone text constraint host_agency_contact_phone_length check (char_length(phone) between 3 and 40),
    email text constraint host_agency_contact_email_form check (email = lower(email) and char_length(email) <= 254),
    removed_at timestamptz,
    constraint host_agency_contact_pkey primary key (organization_id, id),
    constraint host_agency_contact_organization_id_host_agency_id_fkey
      foreign key (organization_id, host_agency_id) references host_agency (organization_id, id),
    constraint host_agency_contact_reachable check (phone is not null or email is not null)
  );
  create index host_agency_contact_organization_id_host_agency_id_idx
    on host_agency_contact (organization_id, host_agency_id);
  call access.enable_tenant_rls('host_agency_contact');
  create policy office_manages on host_agency_contact to alongside_app
    using ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')))
    with check ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  grant select, insert, update (removed_at) on host_agency_contact to alongside_app;

  create table data_sharing_agreement (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    host_agency_id uuid not null,
    reference text not null
      constraint data_sharing_agreement_reference_length check (char_length(reference) between 1 and 120),
    starts_on date not null,
    ends_on date,
    constraint data_sharing_agreement_pkey primary key (organization_id, id),
    constraint data_sharing_agreement_organization_id_host_agency_id_fkey
      foreign key (organization_id, host_agency_id) references host_agency (organization_id, id),
    constraint data_sharing_agreement_ends_after_start check (ends_on >= starts_on)
  );
  create index data_sharing_agreement_organization_id_host_agency_id_idx
    on data_sharing_agreement (organization_id, host_agency_id);
  call access.enable_tenant_rls('data_sharing_agreement');
  create policy office_and_auditor_read on data_sharing_agreement for select to alongside_app using (
    (select access.has_role('ADMIN')) or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy office_adds on data_sharing_agreement for insert to alongside_app
    with check ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  create policy office_updates on data_sharing_agreement for update to alongside_app
    using ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  grant select, insert, update (reference, starts_on, ends_on) on data_sharing_agreement to alongside_app;
`

const accounts = /* sql */ `
  create table account (
    id uuid not null default gen_random_uuid(),
    email text not null constraint account_email_form check (email = lower(email) and char_length(email) <= 254),
    password_hash text not null,
    recovery_code_hash bytea,
    created_at timestamptz not null default now(),
    disabled_at timestamptz,
    constraint account_pkey primary key (id),
    constraint account_email_key unique (email)
  );
  alter table account enable row level security;
  alter table account force row level security;
  create policy own_account on account for select to alongside_app using (id = (select access.account_id()));
  create policy definer_access on account to alongside_definer using (true) with check (true);
  grant select (id, email, created_at) on account to alongside_app;
  grant select, insert, update on account to alongside_definer;
`

const members = /* sql */ `
  create table membership (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    account_id uuid,
    display_name text not null
      constraint membership_display_name_length check (char_length(display_name) between 1 and 80),
    roles text[] not null constraint membership_roles_known check (${ROLES_KNOWN}),
    host_agency_id uuid,
    joined_on date not null,
    disabled_at timestamptz,
    revision integer not null default 1,
    constraint membership_pkey primary key (organization_id, id),
    constraint membership_organization_id_account_id_key unique (organization_id, account_id),
    constraint membership_organization_id_fkey foreign key (organization_id) references organization (id),
    constraint membership_account_id_fkey foreign key (account_id) references account (id),
    constraint membership_organization_id_host_agency_id_fkey
      foreign key (organization_id, host_agency_id) references host_agency (organization_id, id),
    constraint membership_host_agency_staff_supervise_only
      check (host_agency_id is null or roles = array['SUPERVISOR'])
  );
  create index membership_account_id_idx on membership (account_id);
  call access.enable_tenant_rls('membership');
  create policy colleagues_read on membership for select to alongside_app using (
    not (select access.is_host_agency_staff())
    or id = (select access.membership_id())
    or id = any ((select access.peers_of('ADMINISTRATIVE'))::uuid[]));
  create policy admin_adds on membership for insert to alongside_app
    with check ((select access.has_role('ADMIN')) and account_id is null);
  create policy manager_adds on membership for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and account_id is null
    and (roles = array['PEER'] or roles = array['SUPERVISOR'] and host_agency_id is not null));
  create policy admin_updates on membership for update to alongside_app
    using ((select access.has_role('ADMIN')));
  create policy definer_access on membership to alongside_definer using (true) with check (true);
  grant select, insert (organization_id, id, display_name, roles, host_agency_id, joined_on),
    update (display_name, roles, disabled_at, revision) on membership to alongside_app;
  grant select, insert, update, delete on membership to alongside_definer;

  create policy admin_reads_members on account for select to alongside_app using (
    (select access.has_role('ADMIN')) and id in (select m.account_id from membership m));

  create table reporting_team (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    name text not null constraint reporting_team_name_length check (char_length(name) between 1 and 80),
    archived_at timestamptz,
    constraint reporting_team_pkey primary key (organization_id, id),
    constraint reporting_team_organization_id_fkey foreign key (organization_id) references organization (id)
  );
  create unique index reporting_team_name_once on reporting_team (organization_id, lower(name))
    where archived_at is null;
  call access.enable_tenant_rls('reporting_team');
  create policy everyone_reads on reporting_team for select to alongside_app using (true);
  create policy office_adds on reporting_team for insert to alongside_app
    with check ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  create policy office_updates on reporting_team for update to alongside_app
    using ((select access.has_role('ADMIN')) or (select access.has_role('MANAGER')));
  grant select, insert, update (name, archived_at) on reporting_team to alongside_app;

  -- The team of a member, the last day of somebody who leaves, and the first day of somebody who returns.
  create table employment (
    organization_id uuid not null,
    member_id uuid not null,
    team_id uuid,
    leaves_on date,
    returns_on date,
    revision integer not null default 1,
    constraint employment_pkey primary key (organization_id, member_id),
    constraint employment_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint employment_organization_id_team_id_fkey
      foreign key (organization_id, team_id) references reporting_team (organization_id, id),
    constraint employment_returns_after_leaving
      check (returns_on is null or leaves_on is not null and returns_on > leaves_on)
  );
  create index employment_organization_id_team_id_idx on employment (organization_id, team_id);
  call access.enable_tenant_rls('employment');
  create policy those_concerned_read on employment for select to alongside_app using (
    member_id = (select access.membership_id())
    or member_id = any ((select access.peers_of_any_type())::uuid[])
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_adds on employment for insert to alongside_app
    with check ((select access.has_role('MANAGER')));
  create policy manager_updates on employment for update to alongside_app
    using ((select access.has_role('MANAGER')));
  create policy definer_access on employment to alongside_definer using (true) with check (true);
  grant select, insert, update (team_id, leaves_on, returns_on, revision) on employment to alongside_app;
  grant select, update (leaves_on), delete on employment to alongside_definer;
`

const invitations = /* sql */ `
  create table invitation (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    membership_id uuid,
    email text not null constraint invitation_email_form check (email = lower(email) and char_length(email) <= 254),
    display_name text not null
      constraint invitation_display_name_length check (char_length(display_name) between 1 and 80),
    roles text[] not null constraint invitation_roles_known check (${ROLES_KNOWN}),
    token_hash bytea,
    invited_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    mail_wanted_at timestamptz,
    mail_taken_at timestamptz,
    mailed_at timestamptz,
    constraint invitation_pkey primary key (organization_id, id),
    constraint invitation_token_hash_key unique (token_hash),
    constraint invitation_organization_id_fkey foreign key (organization_id) references organization (id),
    constraint invitation_organization_id_membership_id_fkey
      foreign key (organization_id, membership_id) references membership (organization_id, id),
    constraint invitation_organization_id_invited_by_fkey
      foreign key (organization_id, invited_by) references membership (organization_id, id),
    constraint invitation_reachable check (token_hash is not null or mail_wanted_at is not null)
  );
  create index invitation_organization_id_membership_id_idx on invitation (organization_id, membership_id);
  create index invitation_organization_id_invited_by_idx on invitation (organization_id, invited_by);
  create index invitation_to_mail on invitation (mail_wanted_at) where mailed_at is null;
  -- A member has one open invitation: sending it again revokes it and makes a new one.
  create unique index invitation_one_open on invitation (organization_id, membership_id)
    where accepted_at is null and revoked_at is null;
  call access.enable_tenant_rls('invitation');
  create policy admin_reads on invitation for select to alongside_app using ((select access.has_role('ADMIN')));
  create policy manager_reads on invitation for select to alongside_app using ((select access.has_role('MANAGER')));
  create policy admin_adds on invitation for insert to alongside_app with check (
    (select access.has_role('ADMIN')) and invited_by = (select access.membership_id()) and accepted_at is null);
  create policy manager_adds on invitation for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and invited_by = (select access.membership_id()) and accepted_at is null
    and exists (
      select from membership m where m.organization_id = invitation.organization_id and m.id = membership_id
         and m.roles = invitation.roles and (m.roles = array['PEER'] or m.host_agency_id is not null)));
  create policy admin_revokes on invitation for update to alongside_app using ((select access.has_role('ADMIN')));
  create policy manager_revokes on invitation for update to alongside_app using (
    (select access.has_role('MANAGER')) and (roles = array['PEER'] or roles = array['SUPERVISOR']));
  create policy definer_access on invitation to alongside_definer using (true) with check (true);
  grant select (organization_id, id, membership_id, email, display_name, roles, invited_by, created_at, expires_at,
      accepted_at, revoked_at, mail_wanted_at, mailed_at),
    insert, update (revoked_at) on invitation to alongside_app;
  grant select, insert, update, delete on invitation to alongside_definer;
`

const settings = /* sql */ `
  create table help_contact (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    label text not null constraint help_contact_label_length check (char_length(label) between 1 and 80),
    phone text,
    url text constraint help_contact_url_form check (url ~ '^https://'),
    position integer not null default 0,
    removed_at timestamptz,
    constraint help_contact_pkey primary key (organization_id, id),
    constraint help_contact_organization_id_fkey foreign key (organization_id) references organization (id),
    constraint help_contact_reachable check (phone is not null or url is not null)
  );
  call access.enable_tenant_rls('help_contact');
  create policy everyone_reads on help_contact for select to alongside_app using (true);
  create policy admin_adds on help_contact for insert to alongside_app
    with check ((select access.has_role('ADMIN')));
  create policy admin_updates on help_contact for update to alongside_app
    using ((select access.has_role('ADMIN')));
  grant select, insert (organization_id, id, label, phone, url, position),
    update (label, phone, url, position, removed_at) on help_contact to alongside_app;

  create table organization_setup_step (
    organization_id uuid not null,
    step text not null constraint organization_setup_step_step_known check (step in (
      'ORGANIZATION', 'HELP_CONTACTS', 'HOST_AGENCIES', 'TEAMS', 'PEOPLE', 'OWN_ROLES')),
    done_at timestamptz,
    skipped_at timestamptz,
    decided_by uuid,
    constraint organization_setup_step_pkey primary key (organization_id, step),
    constraint organization_setup_step_organization_id_fkey foreign key (organization_id) references organization (id),
    constraint organization_setup_step_organization_id_decided_by_fkey
      foreign key (organization_id, decided_by) references membership (organization_id, id),
    constraint organization_setup_step_one_decision check (done_at is null or skipped_at is null)
  );
  call access.enable_tenant_rls('organization_setup_step');
  create policy admin_reads on organization_setup_step for select to alongside_app
    using ((select access.has_role('ADMIN')));
  create policy admin_adds on organization_setup_step for insert to alongside_app
    with check ((select access.has_role('ADMIN')) and decided_by = (select access.membership_id()));
  create policy admin_updates on organization_setup_step for update to alongside_app
    using ((select access.has_role('ADMIN'))) with check (decided_by = (select access.membership_id()));
  grant select, insert, update (done_at, skipped_at, decided_by) on organization_setup_step to alongside_app;

  -- Null means: as the organization, or as the device, has it. An unknown time zone is an error of the function.
  create table member_preference (
    organization_id uuid not null,
    membership_id uuid not null,
    locale text constraint member_preference_locale_known check (locale in ('en', 'es')),
    theme text not null default 'SYSTEM'
      constraint member_preference_theme_known check (theme in ('LIGHT', 'DARK', 'SYSTEM')),
    time_zone text constraint member_preference_time_zone_known
      check (time_zone is null or timezone(time_zone, timestamptz '2000-01-01 00:00:00+00') is not null),
    constraint member_preference_pkey primary key (organization_id, membership_id),
    constraint member_preference_organization_id_membership_id_fkey
      foreign key (organization_id, membership_id) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('member_preference');
  create policy owner_reads on member_preference for select to alongside_app
    using (membership_id = (select access.membership_id()));
  create policy owner_adds on member_preference for insert to alongside_app
    with check (membership_id = (select access.membership_id()));
  create policy owner_updates on member_preference for update to alongside_app
    using (membership_id = (select access.membership_id()));
  -- Emails are written in the language of their recipient and sent in the recipient's hours.
  create policy definer_access on member_preference for select to alongside_definer using (true);
  grant select, insert, update (locale, theme, time_zone) on member_preference to alongside_app;
  grant select on member_preference to alongside_definer;
`
