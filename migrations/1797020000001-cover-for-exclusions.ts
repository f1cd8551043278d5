import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Supervisors and managers can mark a pair as unavailable too, without a reason: who is missing from a list of
 * supervisors then does not tell whose wish it was. All marks are in one table, and each is read by whoever made it.
 */
export class CoverForExclusions1797020000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [marks, removing, assigning(byAnybody)]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [assigning(byThePeer), removingBefore, marksBefore]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }
}

/** With its person goes what they marked: undoing an import deletes people who have not joined. */
const marks = /* sql */ `
  alter table exclusion_preference add column made_by uuid;
  update exclusion_preference set made_by = peer_id;
  alter table exclusion_preference
    alter column made_by set not null,
    drop constraint exclusion_preference_pkey,
    add constraint exclusion_preference_pkey primary key (organization_id, peer_id, excluded_id, made_by),
    add constraint exclusion_preference_organization_id_made_by_fkey
      foreign key (organization_id, made_by) references membership (organization_id, id) on delete cascade,
    drop constraint exclusion_preference_organization_id_peer_id_fkey,
    add constraint exclusion_preference_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id) on delete cascade;
  create index exclusion_preference_organization_id_made_by_idx on exclusion_preference (organization_id, made_by);
  drop policy peer_reads on exclusion_preference;
  drop policy peer_adds on exclusion_preference;
  create policy maker_reads on exclusion_preference for select to alongside_app
    using (made_by = (select access.membership_id()));
  create policy those_concerned_add on exclusion_preference for insert to alongside_app with check (
    made_by = (select access.membership_id())
    and (peer_id = made_by and (select access.has_role('PEER'))
      or excluded_id = made_by and (select access.has_role('SUPERVISOR'))
      or peer_id <> made_by and (select access.has_role('MANAGER'))));
`
const marksBefore = /* sql */ `
  drop policy maker_reads on exclusion_preference;
  drop policy those_concerned_add on exclusion_preference;
  delete from exclusion_preference where made_by <> peer_id;
  alter table exclusion_preference
    drop constraint exclusion_preference_pkey,
    add constraint exclusion_preference_pkey primary key (organization_id, peer_id, excluded_id),
    drop constraint exclusion_preference_organization_id_peer_id_fkey,
    add constraint exclusion_preference_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id),
    drop column made_by;
  create policy peer_reads on exclusion_preference for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy peer_adds on exclusion_preference for insert to alongside_app
    with check (peer_id = (select access.membership_id()) and (select access.has_role('PEER')));
`

const removing = /* sql */ `
  drop function access.remove_exclusion;
  -- The one thing that a member can delete, since the application role deletes nothing: a choice of their own.
  create function access.remove_exclusion(p_peer_id uuid, p_excluded_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with gone as (
      delete from exclusion_preference x
       where x.organization_id = access.organization_id() and x.made_by = access.membership_id()
         and x.peer_id = p_peer_id and x.excluded_id = p_excluded_id
      returning x.excluded_id)
    select count(*)::integer from gone
  $$;
  alter function access.remove_exclusion owner to alongside_definer;
`
const removingBefore = /* sql */ `
  drop function access.remove_exclusion;
  create function access.remove_exclusion(p_excluded_id uuid) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with gone as (
      delete from exclusion_preference x
       where x.organization_id = access.organization_id() and x.peer_id = access.membership_id()
         and x.excluded_id = p_excluded_id
      returning x.excluded_id)
    select count(*)::integer from gone
  $$;
  alter function access.remove_exclusion owner to alongside_definer;
`

/** A mark of the office counts while its maker is a manager here: nobody else could ever remove it. */
const byAnybody = `
            join membership b on b.organization_id = x.organization_id and b.id = x.made_by
           where x.organization_id = s.organization_id and x.peer_id = p_peer_id and x.excluded_id = s.id
             and (x.made_by in (x.peer_id, x.excluded_id) or b.disabled_at is null and 'MANAGER' = any (b.roles))`
const byThePeer = `
           where x.organization_id = s.organization_id and x.peer_id = p_peer_id and x.excluded_id = s.id`

function assigning(marked: string): string {
  return /* sql */ `
    create or replace function access.may_supervise(p_supervisor_id uuid, p_peer_id uuid, p_type text) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select access.has_role('MANAGER') and exists (
      select from membership s
        left join employment e on e.organization_id = s.organization_id and e.member_id = s.id
       where s.organization_id = access.organization_id() and s.id = p_supervisor_id and s.id <> p_peer_id
         and s.id <> access.membership_id() and 'SUPERVISOR' = any (s.roles) and s.disabled_at is null
         and (e.leaves_on is null or e.returns_on <= coalesce(access.today(), current_date))
         and (p_type = 'ADMINISTRATIVE' or s.host_agency_id is null)
         and not exists (
           select from leave_period l
            where l.organization_id = s.organization_id and l.peer_id = s.id and l.removed_at is null
              and l.starts_on <= access.today() and (l.ends_on is null or l.ends_on >= access.today()))
         and not exists (
           select from exclusion_preference x${marked}))
  $$;
  `
}
