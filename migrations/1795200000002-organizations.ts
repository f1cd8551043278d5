import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Organizations, the contacts they offer for help, and the host agencies in which their peers work. */
export class Organizations1795200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table organization (
        id uuid not null default gen_random_uuid(),
        name text not null constraint organization_name_length check (char_length(name) between 1 and 120),
        kind text not null constraint organization_kind_known check (kind in (
          'RECOVERY_COMMUNITY_ORGANIZATION', 'TREATMENT_PROVIDER', 'HEALTH_DEPARTMENT', 'LAW_ENFORCEMENT_AGENCY',
          'COURT', 'JAIL', 'COMMUNITY_SUPERVISION', 'OTHER')),
        home_state text not null constraint organization_home_state_form check (home_state ~ '^[A-Z]{2}$'),
        time_zone text not null,
        locale text not null default 'en' constraint organization_locale_known check (locale in ('en', 'es')),
        is_demo boolean not null default false,
        created_at timestamptz not null default now(),
        constraint organization_pkey primary key (id)
      );
      alter table organization enable row level security;
      alter table organization force row level security;
      create policy own_organization on organization for select to alongside_app
        using (id = (select access.organization_id()));
      grant select on organization to alongside_app;

      create table help_contact (
        organization_id uuid not null,
        id uuid not null default gen_random_uuid(),
        label text not null constraint help_contact_label_length check (char_length(label) between 1 and 80),
        phone text,
        url text constraint help_contact_url_form check (url ~ '^https://'),
        position integer not null default 0,
        constraint help_contact_pkey primary key (organization_id, id),
        constraint help_contact_organization_id_fkey foreign key (organization_id) references organization (id),
        constraint help_contact_reachable check (phone is not null or url is not null)
      );
      call access.raise_wall('help_contact');
      create policy everyone_reads on help_contact for select to alongside_app using (true);
      grant select on help_contact to alongside_app;

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
        constraint host_agency_pkey primary key (organization_id, id),
        constraint host_agency_organization_id_fkey foreign key (organization_id) references organization (id)
      );
      call access.raise_wall('host_agency');
      create policy everyone_reads on host_agency for select to alongside_app using (true);
      grant select on host_agency to alongside_app;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table host_agency; drop table help_contact; drop table organization;')
  }
}
