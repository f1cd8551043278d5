import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A peer who raises a flag chooses which of their supervisors sees it, and has a minute to undo it before anybody does.
 * Where readers are chosen, only those to whom the flag was shared reach it. An undone flag becomes a draft again.
 */
export class ReadersOfFlags1797070000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [columns, withoutPolicies, choosing, policies, shares, undoing])
      await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const step of [notUndoing, sharesBefore, withoutPolicies, notChoosing, policiesBefore, notColumns])
      await runner.query(step)
  }
}

const columns = /* sql */ `
  alter table drift_flag add column only_chosen_readers boolean not null default false;
  alter table drift_flag add constraint drift_flag_readers_chosen_by_peer
    check (not only_chosen_readers or raised_by_kind = 'PEER');
  alter table drift_flag_draft add column supervisor_ids uuid[];
  alter table drift_flag_draft add constraint drift_flag_draft_supervisors_count
    check (cardinality(supervisor_ids) <= 50);
`
const notColumns = /* sql */ `
  alter table drift_flag drop column only_chosen_readers;
  alter table drift_flag_draft drop column supervisor_ids;
`

const withoutPolicies = /* sql */ `
  drop policy supervisors_read_once_opened on drift_flag;
  drop policy supervisors_update_once_opened on drift_flag;
  drop policy peer_and_supervisors_add on drift_flag_step;
  drop policy peer_and_supervisors_read on drift_flag_step;
`

const mayWork = (more: string, passed: string) => /* sql */ `
  create function access.may_work_on_flag(p_flag_id uuid, p_peer_id uuid, p_raised_at timestamptz${more}) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select p_peer_id = any (access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')) and exists (
      select from supervision_relationship r
       where r.organization_id = access.organization_id() and r.supervisor_id = access.membership_id()
         and r.peer_id = p_peer_id and access.reaches_flag(r.id, p_flag_id, p_raised_at${passed}))
  $$;
`
const reaches = (more: string, unlessChosen: string) => /* sql */ `
  create function access.reaches_flag(p_relationship_id uuid, p_flag_id uuid, p_raised_at timestamptz${more})
  returns boolean language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (
      select from supervision_relationship r
        join organization o on o.id = r.organization_id
       where r.organization_id = access.organization_id() and r.id = p_relationship_id
         and r.type in ('EDUCATIONAL', 'SUPPORTIVE') and r.accepted_at is not null
         and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today())
         and (${unlessChosen}r.accepted_at <= p_raised_at and r.starts_on <= (p_raised_at at time zone o.time_zone)::date
           or exists (select from drift_flag_share s
                       where s.organization_id = r.organization_id and s.flag_id = p_flag_id
                         and s.relationship_id = r.id)))
  $$;
`

const choosing = /* sql */ `
  drop function access.may_work_on_flag(uuid, uuid, timestamptz);
  drop function access.reaches_flag(uuid, uuid, timestamptz);
  -- The flag's own row is passed on, since a policy of its table cannot read that table.
  ${reaches(', p_only_chosen boolean', 'not p_only_chosen and ')}
  ${mayWork(', p_only_chosen boolean', ', p_only_chosen')}
`
const notChoosing = /* sql */ `
  drop function access.may_work_on_flag(uuid, uuid, timestamptz, boolean);
  drop function access.reaches_flag(uuid, uuid, timestamptz, boolean);
  ${reaches('', '')}
  ${mayWork('', '')}
`

const readers = (more: string) => {
  const onceOpened = `peer_id = any ((select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[])
      and least(opened_at, raised_at + interval '168 hours') <= (select access.now())
      and access.may_work_on_flag(id, peer_id, raised_at${more})`
  const ofTheFlag = `f.organization_id = drift_flag_step.organization_id and f.id = drift_flag_step.flag_id`
  const asReader = `(f.peer_id = (select access.membership_id())
        or access.may_work_on_flag(f.id, f.peer_id, f.raised_at${more && ', f.only_chosen_readers'}))`
  return /* sql */ `
    create policy supervisors_read_once_opened on drift_flag for select to alongside_app using (${onceOpened});
    create policy supervisors_update_once_opened on drift_flag for update to alongside_app using (${onceOpened});
    create policy peer_and_supervisors_read on drift_flag_step for select to alongside_app using (
      exists (select from drift_flag f where ${ofTheFlag} and ${asReader}));
    create policy peer_and_supervisors_add on drift_flag_step for insert to alongside_app with check (
      taken_by = (select access.membership_id()) and taken_at = (select access.now())
      and (peer_id = (select access.membership_id())
        or to_status not in ('RESOLVED', 'NOT_DRIFT', 'NOT_AGREED') and from_status not in ('RESOLVED', 'NOT_DRIFT'))
      and exists (select from drift_flag f
        where ${ofTheFlag} and f.peer_id = drift_flag_step.peer_id and ${asReader}));
  `
}
const policies = readers(', only_chosen_readers')
const policiesBefore = readers('')

const readersOfShares = (fromThen: string) => /* sql */ `
  drop policy those_concerned_read on drift_flag_share;
  create policy those_concerned_read on drift_flag_share for select to alongside_app using (
    peer_id = (select access.membership_id())
    or ${fromThen}exists (select from supervision_relationship r
         where r.organization_id = drift_flag_share.organization_id and r.id = drift_flag_share.relationship_id
           and r.supervisor_id = (select access.membership_id())));
`
const addersOfShares = (when: string) => /* sql */ `
  drop policy peer_adds on drift_flag_share;
  create policy peer_adds on drift_flag_share for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and ${when}
    and exists (select from supervision_relationship r
      where r.organization_id = drift_flag_share.organization_id and r.id = drift_flag_share.relationship_id
        and r.type in ('EDUCATIONAL', 'SUPPORTIVE') and r.accepted_at is not null
        and (r.ends_on is null or r.ends_on >= (select access.today()))));
`
/** A reader who was chosen with the flag learns of it when the flag can be seen, not while it can be undone. */
const shares = `
  ${readersOfShares('shared_at <= (select access.now()) and ')}
  ${addersOfShares("shared_at between (select access.now()) and (select access.now()) + interval '1 minute'")}
`
const sharesBefore = `
  ${readersOfShares('')}
  ${addersOfShares('shared_at = (select access.now())')}
`

const undoing = /* sql */ `
  create policy definer_finds on drift_flag for select to alongside_definer using (true);
  create policy definer_erases on drift_flag for delete to alongside_definer using (true);
  create policy definer_finds on drift_flag_response for select to alongside_definer using (true);
  create policy definer_erases on drift_flag_response for delete to alongside_definer using (true);
  create policy definer_finds on drift_flag_share for select to alongside_definer using (true);
  create policy definer_erases on drift_flag_share for delete to alongside_definer using (true);
  create policy definer_finds on drift_flag_step for select to alongside_definer using (true);
  grant select (organization_id, id, peer_id, raised_by_kind, opened_at, released_at, status), delete
    on drift_flag to alongside_definer;
  grant select (organization_id, flag_id), delete on drift_flag_response to alongside_definer;
  grant select (organization_id, flag_id), delete on drift_flag_share to alongside_definer;
  grant select (organization_id, flag_id) on drift_flag_step to alongside_definer;
  -- Deletes a flag of one's own that nobody else could see yet. What somebody has seen stays, and so does a flag with a
  -- step or with a second response, which a draft could not hold.
  create function access.undo_flag(p_id uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if not exists (
      select from drift_flag f
       where f.organization_id = access.organization_id() and f.id = p_id and f.peer_id = access.membership_id()
         and f.raised_by_kind = 'PEER' and f.opened_at > access.now() and f.released_at is null
         and not exists (select from drift_flag_step s where s.organization_id = f.organization_id and s.flag_id = f.id)
         and (select count(*) from drift_flag_response v
               where v.organization_id = f.organization_id and v.flag_id = f.id) <= 1) then
      return 0;
    end if;
    delete from drift_flag_share s where s.organization_id = access.organization_id() and s.flag_id = p_id;
    delete from drift_flag_response v where v.organization_id = access.organization_id() and v.flag_id = p_id;
    delete from drift_flag f where f.organization_id = access.organization_id() and f.id = p_id;
    return 1;
  end $$;
  alter function access.undo_flag owner to alongside_definer;
`
const notUndoing = /* sql */ `
  drop function access.undo_flag;
  drop policy definer_finds on drift_flag;
  drop policy definer_erases on drift_flag;
  drop policy definer_finds on drift_flag_response;
  drop policy definer_erases on drift_flag_response;
  drop policy definer_finds on drift_flag_share;
  drop policy definer_erases on drift_flag_share;
  drop policy definer_finds on drift_flag_step;
  revoke select (organization_id, id, peer_id, raised_by_kind, opened_at, released_at, status), delete
    on drift_flag from alongside_definer;
  revoke select (organization_id, flag_id), delete on drift_flag_response from alongside_definer;
  revoke select (organization_id, flag_id), delete on drift_flag_share from alongside_definer;
  revoke select (organization_id, flag_id) on drift_flag_step from alongside_definer;
`
