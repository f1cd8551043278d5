import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Filters of the renewals that somebody keeps under a name: their own, and at most 20, one for each position. */
export class SavedViews1795400000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
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
      call access.raise_wall('saved_view');
      create policy own_reads on saved_view for select to alongside_app
        using (member_id = (select access.membership_id()));
      create policy own_saves on saved_view for insert to alongside_app
        with check (member_id = (select access.membership_id()));
      create policy own_changes on saved_view for update to alongside_app
        using (member_id = (select access.membership_id()));
      grant select, insert, update (name, query, position, is_default, removed_at) on saved_view to alongside_app;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table saved_view')
  }
}
