import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A placement entered by mistake is withdrawn and stays readable. Of two admins, the second one's settings do not
 * wipe out the first one's. What has ended stays ended when the organization's clock is set back. Old news goes.
 */
export class WhatStaysAndWhatGoes1795500000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(withdrawal)
    await runner.query(watching(`${WATCHED},withdrawn_at`))
    await runner.query(settings)
    await runner.query(oldNews)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(watching(WATCHED))
    await runner.query(/* sql */ `
      drop function access.erase_old_news(timestamptz, integer, integer);
      revoke delete on notification from alongside_definer;

      drop trigger what_ended_stays_ended on organization; drop function access.what_ended_stays_ended();
      revoke update (leaves_on) on employment from alongside_definer;
      revoke update (revision) on organization from alongside_app;
      alter table organization drop column revision;

      drop policy manager_updates on placement;
      create policy manager_updates on placement for update to alongside_app
        using ((select access.has_role('MANAGER')));
      revoke update (withdrawn_at, withdrawn_by, ends_on_before) on placement from alongside_app;
      alter table placement drop column withdrawn_at, drop column withdrawn_by, drop column ends_on_before;
    `)
  }
}

const WATCHED = 'host_agency_id,job_title,starts_on,ends_on,full_time_share,caseload_size'

const watching = (columns: string): string => /* sql */ `
  create or replace trigger audit_change after insert or update or delete on placement
    for each row execute function access.audit_change('PEOPLE', 'peer_id', '${columns}')`

/** As one that never took place: so it is in nobody's way, and in no share. Its last day stands beside it. */
const withdrawal = /* sql */ `
  alter table placement
    add column withdrawn_at timestamptz,
    add column withdrawn_by uuid,
    add column ends_on_before date,
    add constraint placement_organization_id_withdrawn_by_fkey
      foreign key (organization_id, withdrawn_by) references membership (organization_id, id),
    add constraint placement_withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null)),
    add constraint placement_withdrawn_never_took_place
      check (withdrawn_at is null or ends_on is not null and ends_on = starts_on - 1);
  alter policy manager_updates on placement with check ((select access.has_role('MANAGER'))
    and (withdrawn_by is null or withdrawn_by = (select access.membership_id())));
  grant update (withdrawn_at, withdrawn_by, ends_on_before) on placement to alongside_app;
`

const settings = /* sql */ `
  alter table organization add column revision integer not null default 1;
  grant update (revision) on organization to alongside_app;
  grant update (leaves_on) on employment to alongside_definer;

  -- Moved to the west, today can be yesterday again. Whose last day was over would be let in once more: it is put
  -- before the new today.
  create function access.what_ended_stays_ended() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    was date := (coalesce(access.now(), now()) at time zone old.time_zone)::date;
    becomes date := (coalesce(access.now(), now()) at time zone new.time_zone)::date;
  begin
    update supervision_relationship r set ends_on = greatest(r.starts_on - 1, becomes - 1)
     where r.organization_id = new.id and r.ends_on < was and r.ends_on >= becomes;
    update employment e set leaves_on = becomes - 1
     where e.organization_id = new.id and e.leaves_on < was and e.leaves_on >= becomes;
    return null;
  end $$;
  alter function access.what_ended_stays_ended() owner to alongside_definer;
  create trigger what_ended_stays_ended after update of time_zone on organization for each row
    when (old.time_zone <> new.time_zone) execute function access.what_ended_stays_ended();
`

/** For every organization at once, so only where nobody is signed in. */
const oldNews = /* sql */ `
  grant delete on notification to alongside_definer;
  create function access.erase_old_news(p_now timestamptz, p_seen_days integer, p_days integer) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with erased as (
      delete from notification n
       where access.organization_id() is null
         and (n.created_at < p_now - make_interval(days => p_days)
              or n.seen_at is not null and n.created_at < p_now - make_interval(days => p_seen_days))
      returning 1)
    select count(*)::integer from erased
  $$;
  alter function access.erase_old_news(timestamptz, integer, integer) owner to alongside_definer;
`
