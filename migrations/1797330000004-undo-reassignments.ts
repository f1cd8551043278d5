import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A reassignment can be undone for as long as nothing was built on it: what came before it, and when that would have
 * ended, stands beside what came after.
 */
export class UndoReassignments1797330000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [columns, endDates(UNDOES), undoing]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
    await runner.query(
      kinds(`kinds || array(select kind from unnest(${KINDS}) kind where kind <> all (kinds))`),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("delete from notification where kind = 'REASSIGNMENT_UNDONE'")
    await runner.query(
      kinds(`array(select kind from unnest(kinds) with ordinality k (kind, place)
        where kind <> all (${KINDS}) order by place)`),
    )
    await runner.query('drop function access.undo_reassignment')
    await runner.query(endDates(''))
    await runner.query(
      'alter table supervision_relationship drop column replaces_id, drop column replaced_ended_on',
    )
  }
}

const KINDS = `array['REASSIGNMENT_UNDONE']`

/** Reads the kinds that are known so far: another migration may have added some of its own. */
function kinds(wanted: string): string {
  return /* sql */ `
    do $$
    declare
      kinds text[];
    begin
      select array_agg(words[1] order by place) into kinds
        from pg_constraint c,
             regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') with ordinality k (words, place)
       where c.conname = 'notification_kind_known' and c.conrelid = 'notification'::regclass;
      kinds := ${wanted};
      alter table notification drop constraint notification_kind_known;
      execute format('alter table notification add constraint notification_kind_known check (kind in (%s))',
        (select string_agg(quote_literal(kind), ', ' order by place) from unnest(kinds) with ordinality k (kind, place)));
    end $$;
  `
}

const columns = /* sql */ `
  alter table supervision_relationship
    add column replaces_id uuid,
    add column replaced_ended_on date,
    add constraint supervision_relationship_replaces_fkey foreign key (organization_id, replaces_id)
      references supervision_relationship (organization_id, id),
    add constraint supervision_relationship_replaced_end check (replaced_ended_on is null or replaces_id is not null);
  create index supervision_relationship_replaces_idx on supervision_relationship (organization_id, replaces_id);
`

/** The definer alone undoes, and only to the end that was there, while the day of the hand-over has not passed. */
const UNDOES = /* sql */ `
       and not (current_user = 'alongside_definer' and old.ends_on >= access.today() and exists (
                  select from supervision_relationship made
                   where made.organization_id = old.organization_id and made.replaces_id = old.id
                     and made.replaced_ended_on is not distinct from new.ends_on))`
const endDates = (undoes: string): string => /* sql */ `
  create or replace function access.restrict_end_date_changes() returns trigger language plpgsql as $$
  begin
    -- Somebody ended it meanwhile: that end is independent of the leaving, and undoing the leaving does not touch it.
    if old.ends_with_leaving and new.ends_with_leaving and new.ends_on is distinct from old.ends_on
       and new.ends_on_before_leaving is not distinct from old.ends_on_before_leaving then
      new.ends_with_leaving := false;
      new.ends_on_before_leaving := null;
    end if;
    if new.ends_with_leaving and not old.ends_with_leaving
       and new.ends_on_before_leaving is distinct from old.ends_on
       or new.ends_with_leaving and old.ends_with_leaving
       and new.ends_on_before_leaving is distinct from old.ends_on_before_leaving then
      raise check_violation using constraint = 'supervision_relationship_end_extended';
    end if;
    if old.ends_on is not null and (new.ends_on is null or new.ends_on > old.ends_on)
       and not (old.ends_with_leaving and not new.ends_with_leaving
                and new.ends_on is not distinct from old.ends_on_before_leaving
                and old.ends_on >= coalesce(access.today(), current_date))${undoes} then
      raise check_violation using constraint = 'supervision_relationship_end_extended';
    end if;
    return new;
  end $$;
`

/**
 * What is not there answers 'NOT_FOUND', what cannot be undone any more 'BUILT_ON'. The next one begins after the last
 * day of the one before, so that as long as that day has not passed, no session, agenda or note can stand on it. Planned
 * sessions that the hand-over cancelled are planned again.
 */
const undoing = /* sql */ `
  create function access.undo_reassignment(p_made_id uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    made supervision_relationship;
    ended supervision_relationship;
  begin
    if not coalesce(access.has_role('MANAGER') and access.password_confirmed(), false) then
      return 'NOT_FOUND';
    end if;
    select r.* into made from supervision_relationship r
     where r.organization_id = access.organization_id() and r.id = p_made_id and r.replaces_id is not null for update;
    if not found then
      return 'NOT_FOUND';
    end if;
    select r.* into ended from supervision_relationship r
     where r.organization_id = made.organization_id and r.id = made.replaces_id for update;
    if ended.ends_on is distinct from made.starts_on - 1 or ended.ends_on < access.today() or ended.ends_with_leaving
       or made.type = 'SUPPORTIVE' and made.accepted_at is not null
       or made.ends_on is not null and made.ends_on >= made.starts_on and not made.ends_with_leaving
       or exists (
         select from supervision_relationship r
          where r.organization_id = made.organization_id and (r.replaces_id = made.id or r.stands_in_for_id = made.id))
       or exists (
         select from planned_attendance a
           join planned_session p on p.organization_id = a.organization_id and p.id = a.planned_session_id
          where a.organization_id = made.organization_id and a.supervisor_id = made.supervisor_id
            and a.peer_id = made.peer_id and a.type = made.type and p.planned_at >= made.proposed_at
            and p.status = 'SCHEDULED') then
      return 'BUILT_ON';
    end if;
    update supervision_relationship r set ends_on = made.replaced_ended_on
     where r.organization_id = made.organization_id and r.id = ended.id;
    update supervision_relationship r set ends_on = made.starts_on - 1, ends_with_leaving = false,
           ends_on_before_leaving = null, replaces_id = null, replaced_ended_on = null
     where r.organization_id = made.organization_id and r.id = made.id;
    with again as (
      update planned_attendance a set withdrawn_at = null
       where a.organization_id = made.organization_id and a.supervisor_id = ended.supervisor_id
         and a.peer_id = made.peer_id and a.type = made.type and a.withdrawn_at = made.proposed_at
      returning a.planned_session_id)
    update planned_session p
       set status = 'SCHEDULED', reason = null, revision = p.revision + 1, changed_by = access.membership_id(),
           changed_at = access.now()
     where p.organization_id = made.organization_id and p.status = 'CANCELLED' and p.reason = 'SUPERVISION_ENDED'
       and p.id in (select planned_session_id from again);
    return 'UNDONE';
  end $$;
  alter function access.undo_reassignment owner to alongside_definer;
`
