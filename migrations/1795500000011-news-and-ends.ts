import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What is told of a certification, and what is written of a status. Nobody is told of a certification whose holder has
 * left, or that a later one has taken the place of. A status has one end, entered in the name of whoever enters it.
 */
export class NewsAndEnds1795500000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(toldNoMore)
    await runner.query(keeping(IS_NEWS))
    await runner.query(reminding(JUDGED_END, JUDGEMENT, IS_RUNNING))
    await runner.query(endedBefore)
    await runner.query(statusesAreEndedBy(IN_OWN_NAME))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(statusesAreEndedBy(''))
    await runner.query(reminding('c.expires_on', '', WAS_RUNNING))
    await runner.query(keeping(''))
    await runner.query(
      'drop function access.is_told_no_more(certification, date); drop function access.status_ended_before(uuid, date, uuid)',
    )
  }
}

/** A later certification of the same title takes the place of one; where a title is not known it may be the same. */
const toldNoMore = /* sql */ `
  create function access.is_told_no_more(certification, p_today date) returns boolean language sql stable as $$
    select exists (
        select from certification later
         where later.organization_id = $1.organization_id and later.peer_id = $1.peer_id
           and later.credential_id = $1.credential_id and later.id <> $1.id and later.issued_on > $1.issued_on
           and (later.title = $1.title or later.title is null or $1.title is null))
      or exists (
        select from membership m
          left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
         where m.organization_id = $1.organization_id and m.id = $1.peer_id
           and (m.disabled_at is not null or e.leaves_on < p_today))
  $$;
`

const IS_NEWS = /* sql */ `
         and not exists (
           select from certification c
            where c.organization_id = s.organization_id and c.id = s.certification_id
              and access.is_told_no_more(c, r.assessed_on))`

const IS_RUNNING = /* sql */ `         and not access.is_told_no_more(c, (p_now at time zone o.time_zone)::date)`

const WAS_RUNNING = /* sql */ `         and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date)
         and not exists (
           select from certification renewed
            where renewed.organization_id = c.organization_id and renewed.peer_id = c.peer_id
              and renewed.credential_id = c.credential_id and renewed.id <> c.id
              and (renewed.expires_on > c.expires_on or renewed.expires_on is null and renewed.issued_on > c.issued_on))`

/** The day that decides may be that of a certification which this one follows; without a fresh assessment the printed one. */
const JUDGED_END = /* sql */ `case when j.assessed_version = j.facts_version then j.expires_on else c.expires_on end`
const JUDGEMENT = /* sql */ `
        left join certification_assessment j on j.organization_id = c.organization_id and j.certification_id = c.id`

const keeping = (isNews: string): string => /* sql */ `
  create or replace function access.store_statuses(p_now timestamptz, p_assessed jsonb) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with assessed as materialized (
      select r.* from jsonb_to_recordset(p_assessed) r (
        organization_id uuid, certification_id uuid, facts_version bigint, status text, assessed_by text, assessed_on date,
        reassess_on date, next_change_on date, at_risk boolean, reason_kinds text[], unknown_kinds text[],
        credential_state text, credential_label text, rule_version integer, opens_on date, send_by_on date,
        expires_on date)
       where access.organization_id() is null),
    still as materialized (
      select j.organization_id, j.certification_id, j.peer_id
        from assessed r
        join certification_assessment j on j.organization_id = r.organization_id
         and j.certification_id = r.certification_id and j.facts_version = r.facts_version
       order by j.organization_id, j.certification_id for update of j),
    kept as (
      update certification_assessment j
         set assessed_version = r.facts_version, assessed_by = r.assessed_by, assessed_on = r.assessed_on,
             reassess_on = r.reassess_on, next_change_on = r.next_change_on, at_risk = r.at_risk,
             reason_kinds = r.reason_kinds, unknown_kinds = r.unknown_kinds, credential_state = r.credential_state,
             credential_label = r.credential_label, rule_version = r.rule_version, opens_on = r.opens_on,
             send_by_on = r.send_by_on, expires_on = r.expires_on
        from still s
        join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
       where j.organization_id = s.organization_id and j.certification_id = s.certification_id
      returning j.certification_id),
    turned as materialized (
      select s.organization_id, s.certification_id, s.peer_id, r.status, r.expires_on
        from still s
        join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
        join certification_status was
          on was.organization_id = s.organization_id and was.certification_id = s.certification_id
       where was.status <> r.status and r.status in ('AT_RISK', 'LAPSED')${isNews}),
    stands as (
      insert into certification_status (organization_id, certification_id, peer_id, status)
      select s.organization_id, s.certification_id, s.peer_id, r.status
        from still s
        join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
      on conflict on constraint certification_status_pkey do update set status = excluded.status
       where certification_status.status <> excluded.status
      returning certification_id),
    told as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, 'CERTIFICATION_' || t.status,
             concat_ws(':', 'status', t.certification_id, t.status, t.expires_on), t.certification_id, p_now
        from turned t
        join membership m on m.organization_id = t.organization_id and m.disabled_at is null
         and (m.id = t.peer_id or 'MANAGER' = any (m.roles))
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from told
  $$;
`

const reminding = (ends: string, assessment: string, isRunning: string): string => /* sql */ `
  create or replace function access.remind_of_expiring(p_now timestamptz, p_days integer[]) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with expiring as (
      select c.organization_id, c.id, c.peer_id, ${ends} as expires_on,
             (select min(step) from unnest(p_days) step
               where step >= ${ends} - (p_now at time zone o.time_zone)::date) as step
        from organization o
        join certification c on c.organization_id = o.id${assessment}
        join membership m on m.organization_id = c.organization_id and m.id = c.peer_id and m.disabled_at is null
        left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
       where access.organization_id() is null and extract(hour from p_now at time zone o.time_zone) >= 8
         and ${ends} >= (p_now at time zone o.time_zone)::date
${isRunning}
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
`

// A policy may not ask its own table, a function may: it finds the row as it was before the change.
const endedBefore = /* sql */ `
  create function access.status_ended_before(p_id uuid, p_ends_on date, p_ended_by uuid) returns boolean
  language sql stable as $$
    select exists (
      select from certification_status_period was
       where was.organization_id = access.organization_id() and was.id = p_id and was.ends_on = p_ends_on
         and was.ended_by is not distinct from p_ended_by)
  $$;
`

/** An end is entered, and a status taken back, in one's own name; what somebody entered before may stand as it is. */
const IN_OWN_NAME = /* sql */ `
    with check (
      (ends_on is null and ended_by is null or ended_by = (select access.membership_id())
        or access.status_ended_before(id, ends_on, ended_by))
      and (withdrawn_by is null or withdrawn_by = (select access.membership_id())))`

const statusesAreEndedBy = (inOwnName: string): string => /* sql */ `
  drop policy manager_ends on certification_status_period;
  create policy manager_ends on certification_status_period for update to alongside_app
    using ((select access.has_role('MANAGER')))${inOwnName};
`
