import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Accounts sign in; a membership ties one to an organization with roles; an invitation makes a membership.
 * Passwords, tokens and sign-in sessions are out of the application role's reach: it calls the functions of the
 * next migration.
 */
export class Accounts1795200000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
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
      create policy definer_serves on account to alongside_definer using (true) with check (true);
      grant select (id, email, created_at) on account to alongside_app;
      grant select, insert, update on account to alongside_definer;

      create table membership (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        display_name text not null
          constraint membership_display_name_length check (char_length(display_name) between 1 and 80),
        roles text[] not null constraint membership_roles_known check (
          roles <@ array['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR'] and cardinality(roles) between 1 and 5),
        host_agency_id uuid,
        joined_on date not null,
        disabled_at timestamptz,
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
      call access.raise_wall('membership');
      create policy colleagues_read on membership for select to alongside_app using (
        not (select access.is_host_agency_staff())
        or id = (select access.membership_id())
        or id = any ((select access.peers_of('ADMINISTRATIVE'))::uuid[]));
      create policy definer_serves on membership to alongside_definer using (true) with check (true);
      grant select on membership to alongside_app;
      grant select, insert, update on membership to alongside_definer;

      create table invitation (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        email text not null constraint invitation_email_form check (email = lower(email) and char_length(email) <= 254),
        display_name text not null
          constraint invitation_display_name_length check (char_length(display_name) between 1 and 80),
        roles text[] not null constraint invitation_roles_known check (
          roles <@ array['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR'] and cardinality(roles) between 1 and 5),
        token_hash bytea not null,
        invited_by uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        constraint invitation_pkey primary key (organization_id, id),
        constraint invitation_token_hash_key unique (token_hash),
        constraint invitation_organization_id_fkey foreign key (organization_id) references organization (id),
        constraint invitation_organization_id_invited_by_fkey
          foreign key (organization_id, invited_by) references membership (organization_id, id)
      );
      call access.raise_wall('invitation');
      create policy admin_reads on invitation for select to alongside_app using ((select access.has_role('ADMIN')));
      create policy admin_invites on invitation for insert to alongside_app with check (
        (select access.has_role('ADMIN')) and invited_by = (select access.membership_id()) and accepted_at is null);
      create policy definer_serves on invitation to alongside_definer using (true) with check (true);
      grant select (organization_id, id, email, display_name, roles, invited_by, created_at, expires_at, accepted_at)
        on invitation to alongside_app;
      grant insert on invitation to alongside_app;
      grant select, insert, update on invitation to alongside_definer;

      create table sign_in_session (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        token_hash bytea not null,
        account_id uuid not null,
        membership_id uuid not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        confirmed_at timestamptz not null,
        expires_at timestamptz not null,
        idle_minutes integer not null,
        ended_at timestamptz,
        constraint sign_in_session_pkey primary key (organization_id, id),
        constraint sign_in_session_token_hash_key unique (token_hash),
        constraint sign_in_session_account_id_fkey foreign key (account_id) references account (id),
        constraint sign_in_session_organization_id_membership_id_fkey
          foreign key (organization_id, membership_id) references membership (organization_id, id)
      );
      create index sign_in_session_account_id_idx on sign_in_session (account_id);
      call access.raise_wall('sign_in_session');
      create policy definer_serves on sign_in_session to alongside_definer using (true) with check (true);
      grant select, insert, update on sign_in_session to alongside_definer;

      create table sign_in_attempt (
        bucket text not null,
        at timestamptz not null,
        id uuid not null default gen_random_uuid(),
        constraint sign_in_attempt_pkey primary key (bucket, at, id)
      );
      create index sign_in_attempt_at_idx on sign_in_attempt (at);
      alter table sign_in_attempt enable row level security;
      alter table sign_in_attempt force row level security;
      create policy definer_serves on sign_in_attempt to alongside_definer using (true) with check (true);
      grant select, insert, update, delete on sign_in_attempt to alongside_definer;

      create policy definer_serves on organization to alongside_definer using (true) with check (true);
      grant select, insert on organization to alongside_definer;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop policy definer_serves on organization;
      revoke select, insert on organization from alongside_definer;
      drop table sign_in_attempt; drop table sign_in_session; drop table invitation; drop table membership;
      drop table account;
    `)
  }
}
