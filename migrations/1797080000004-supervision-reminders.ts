import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who is told of a planned session, of what is due this week, and of a request. Reminders travel in the email of the
 * hour that their reader chose, so that the job which plans emails needs the kind of each notification.
 */
export class SupervisionReminders1797080000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`kinds || ${KINDS}`))
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [reading, reminding, planning(', n.kind')]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(planning(''))
    await runner.query('revoke create on schema access from alongside_definer')
    await runner.query(/* sql */ `
      drop function access.remind_of_supervision;
      drop policy definer_finds on session_segment;
      revoke select (organization_id, session_id, type) on session_segment from alongside_definer;
      revoke select (agreed_on) on supervision_agreement from alongside_definer;
      revoke select (cadence_days, group_sessions_count) on supervision_agreement_term from alongside_definer;
    `)
    await runner.query(`delete from notification where kind = any (${KINDS})`)
    await runner.query(
      kinds(`array(select kind from unnest(kinds) with ordinality k (kind, place)
        where kind <> all (${KINDS}) order by place)`),
    )
  }
}

const KINDS = `array['SESSION_PLANNED', 'SESSION_MOVED', 'SESSION_CANCELLED', 'SESSION_TOMORROW', 'SUPERVISION_DUE',
  'SESSION_UNANSWERED', 'SERIES_ENDING', 'TIME_ASKED', 'TIME_ANSWERED', 'SUPERVISION_REQUESTED',
  'SUPERVISION_REQUEST_ANSWERED']`

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

/** What a due day is counted from; nothing of what was agreed or said. */
const reading = /* sql */ `
  create policy definer_finds on session_segment for select to alongside_definer using (true);
  grant select (organization_id, session_id, type) on session_segment to alongside_definer;
  grant select (agreed_on) on supervision_agreement to alongside_definer;
  grant select (cadence_days, group_sessions_count) on supervision_agreement_term to alongside_definer;
`

/**
 * Once for each person and day, or week: the key of the notification says so, on however many nodes this runs. What is
 * due this week and has a planned session before that day is no news.
 */
const reminding = /* sql */ `
  create function access.remind_of_supervision(p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with here as materialized (
      select o.id as organization_id, (p_now at time zone o.time_zone)::date as today,
             date_trunc('week', p_now at time zone o.time_zone)::date as monday
        from organization o where access.organization_id() is null),
    scheduled as materialized (
      select p.*, h.today, h.monday from here h
        join planned_session p on p.organization_id = h.organization_id and p.status = 'SCHEDULED'),
    tomorrow as (
      select s.organization_id, who.id, 'SESSION_TOMORROW' as kind, 'sessions-on:' || s.starts_on as key
        from scheduled s
        cross join lateral (
          select s.supervisor_id as id
          union select a.peer_id from planned_attendance a
           where a.organization_id = s.organization_id and a.planned_session_id = s.id and a.withdrawn_at is null) who
       where s.starts_on = s.today + 1),
    unanswered as (
      select s.organization_id, s.supervisor_id, 'SESSION_UNANSWERED', 'unanswered:' || s.monday
        from scheduled s where s.starts_on <= s.today - 14),
    ending as (
      select s.organization_id, s.supervisor_id, 'SERIES_ENDING', concat_ws(':', 'series', s.series_id, max(s.starts_on))
        from scheduled s where s.series_id is not null
       group by s.organization_id, s.supervisor_id, s.series_id, s.today
      having max(s.starts_on) between s.today and s.today + 14),
    rhythm as (
      select r.organization_id, r.supervisor_id, r.peer_id, r.type, h.monday, term.cadence_days, leave.days,
             leave.length, greatest(last.held_on, r.starts_on) as since
        from here h
        join supervision_relationship r on r.organization_id = h.organization_id and r.accepted_at is not null
         and r.starts_on <= h.today and (r.ends_on is null or r.ends_on >= h.today)
        join lateral (
          select t.cadence_days, t.group_sessions_count
            from supervision_agreement g
            join supervision_agreement_term t
              on t.organization_id = g.organization_id and t.agreement_id = g.id and t.type = r.type
           where g.organization_id = r.organization_id and g.peer_id = r.peer_id and g.agreed_on <= h.today
             and (g.ends_on is null or g.ends_on >= h.today)
           order by g.agreed_on desc limit 1) term on true
        left join lateral (
          select a.held_on from session_attendance a
            join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
            join session_segment seg
              on seg.organization_id = a.organization_id and seg.session_id = a.session_id and seg.type = r.type
           where a.organization_id = r.organization_id and a.peer_id = r.peer_id and s.status = 'HELD'
             and s.voided_at is null and (s.format = 'INDIVIDUAL' or term.group_sessions_count)
           order by a.held_on desc limit 1) last on true
        left join lateral (
          select range_agg(daterange(l.starts_on, l.ends_on, '[]')) as days,
                 coalesce(sum(l.ends_on - l.starts_on + 1), 0)::integer as length,
                 bool_or(l.starts_on <= h.today and (l.ends_on is null or l.ends_on >= h.today)) as is_paused
            from leave_period l
           where l.organization_id = r.organization_id and l.peer_id = r.peer_id and l.removed_at is null
             and (l.ends_on is null or l.ends_on > greatest(last.held_on, r.starts_on))) leave on true
       where leave.is_paused is not true),
    due as (
      select r.*, case when r.days is null then r.since + r.cadence_days
                       else (select day::date
                               from generate_series(r.since + 1, r.since + r.cadence_days + r.length, interval '1 day') day
                              where not r.days @> day::date
                              order by day offset r.cadence_days - 1 limit 1) end as due_on
        from rhythm r),
    due_this_week as (
      select d.organization_id, d.supervisor_id, 'SUPERVISION_DUE', 'supervision-due:' || d.monday
        from due d
       where d.due_on between d.monday and d.monday + 6
         and not exists (
           select from scheduled s
             join planned_attendance a on a.organization_id = s.organization_id and a.planned_session_id = s.id
            where s.organization_id = d.organization_id and a.peer_id = d.peer_id and a.type = d.type
              and a.withdrawn_at is null and s.starts_on between s.today and d.due_on)),
    told as (
      insert into notification (organization_id, recipient_id, kind, key, created_at)
      select distinct n.organization_id, n.id, n.kind, n.key, p_now
        from (select * from tomorrow union all select * from unanswered union all select * from ending
              union all select * from due_this_week) n
        join membership m on m.organization_id = n.organization_id and m.id = n.id and m.disabled_at is null
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning 1)
    select count(*)::integer from told
  $$;
  alter function access.remind_of_supervision owner to alongside_definer;
`

function planning(kind: ', n.kind' | ''): string {
  return /* sql */ `
    drop function access.mails_to_plan;
    create function access.mails_to_plan(p_limit integer)
    returns table (
      organization_id uuid, id uuid, mail text, digest_hour integer, quiet_from text, quiet_until text, time_zone text
      ${kind && ', kind text'})
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      with unplanned as materialized (
        select n.organization_id, n.id, n.recipient_id, n.kind from notification n
         where access.organization_id() is null and n.mail_due_at is null and n.mailed_at is null limit p_limit)
      select n.organization_id, n.id,
             case when m.account_id is null or o.is_demo then 'NONE' else c.mail end,
             c.digest_hour, to_char(c.quiet_from, 'HH24:MI'), to_char(c.quiet_until, 'HH24:MI'),
             coalesce(p.time_zone, o.time_zone)${kind}
        from unplanned n
        join organization o on o.id = n.organization_id
        join membership m on m.organization_id = n.organization_id and m.id = n.recipient_id
        left join notification_choice c on c.organization_id = n.organization_id and c.member_id = n.recipient_id
        left join member_preference p on p.organization_id = n.organization_id and p.membership_id = n.recipient_id
    $$;
    alter function access.mails_to_plan owner to alongside_definer;
  `
}
