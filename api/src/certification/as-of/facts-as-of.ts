/** The facts of certifications for a look at a past day: as they are known today, or as they were recorded until then. */
import type { SelectText } from '../../database/reads-and-writes.ts'

export const PEERS_FACTS: SelectText = /* sql */ `
  select to_jsonb(f) as facts, peer.display_name as "peerName"
    from certification_facts f
    join membership peer on peer.organization_id = f.organization_id and peer.id = f.peer_id
   where f.organization_id = (select access.organization_id()) and f.voided_at is null and `

/** Answers about the holder as they were: of those that were replaced later, what they were before. */
const ANSWERS_KNOWN = /* sql */ `cross join lateral (
      with later as (
        select distinct on (e.question) e.question, e.held, e.months from earlier_holder_answer e
         where e.organization_id = c.organization_id and e.certification_id = c.id and e.recorded_at >= until.at
         order by e.question, e.revision)
      select array(select q from unnest(c.conditions_held) q where q not in (select question from later)
                   union all select question from later where held) as held_then,
             array(select q from unnest(c.conditions_not_held) q where q not in (select question from later)
                   union all select question from later where not held) as not_held_then,
             case when exists (select from later where question = 'chosen-cycle-months')
                  then (select months from later where question = 'chosen-cycle-months')
                  else c.chosen_cycle_months end as months,
             (select jsonb_agg(jsonb_build_object('question', e.question,
                       'answer', coalesce(to_jsonb(e.held), to_jsonb(e.months)), 'endsOn', e.ends_on)
                       order by e.revision, e.question)
                from earlier_holder_answer e
               where e.organization_id = c.organization_id and e.certification_id = c.id
                 and e.ends_on is not null and e.recorded_at < until.at) as earlier) answers`

/** What was recorded later is left out, what was corrected or taken back later stands; `$2` is the day. */
export const PEERS_FACTS_KNOWN_THEN: SelectText = /* sql */ `
  with until as (
    select ($2::date + 1)::timestamp at time zone o.time_zone as at from organization o
     where o.id = (select access.organization_id()))
  select to_jsonb(f) || jsonb_build_object(
           'issued_on', coalesce(issued.on_, c.issued_on), 'number', coalesce(numbered.before, c.number), 'expires_on', latest.expires_on, 'term_starts_on', latest.starts_on,
           'earlier_terms', coalesce(earlier.terms, '[]'), 'status_periods', coalesce(statuses.periods, '[]'),
           'credits', coalesce(courses.credits, '[]'), 'sessions', coalesce(held.sessions, '[]'),
           'conditions_held', answers.held_then, 'conditions_not_held', answers.not_held_then,
           'chosen_cycle_months', answers.months, 'earlier_answers', coalesce(answers.earlier, '[]'),
           'service_hours', worked.entries, 'custom_rules', coalesce(versions.rules, '[]'),
           'held_with', coalesce(beside.credentials, '[]'), 'held_together', coalesce(beside.certifications, '[]')) as facts,
         peer.display_name as "peerName"
    from until, certification_facts f
    join certification c on c.organization_id = f.organization_id and c.id = f.certification_id
    join membership peer on peer.organization_id = f.organization_id and peer.id = f.peer_id
    left join lateral (
      select d.issued_on_before as on_ from issue_day_correction d
       where d.organization_id = c.organization_id and d.certification_id = c.id and d.recorded_at >= until.at
       order by d.recorded_at limit 1) issued on true
    left join lateral (
      select n.number_before as before from certification_number_change n
       where n.organization_id = c.organization_id and n.certification_id = c.id and n.recorded_at >= until.at
       order by n.recorded_at limit 1) numbered on true
    ${certificatesKnown('c.id', 'latest', 'earlier')}
    ${ANSWERS_KNOWN}
    left join lateral (
      select jsonb_agg(jsonb_build_object('status', p.status, 'startsOn', p.starts_on,
               'endsOn', case when p.ended_at is null or p.ended_at < until.at then p.ends_on end)
               order by p.starts_on) as periods
        from ${known('board_status_period', 'p')} where p.certification_id = c.id) statuses on true
    left join lateral (
      select jsonb_agg(h.credit order by h.held_on, h.activity_id) as credits
        from ${known('course_credit', 'h')} where h.peer_id = c.peer_id) courses on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('heldOn', t.held_on, 'minutes', t.minutes,
               'isCoReflection', s.format = 'CO_REFLECTION') order by t.held_on) as sessions
        from session_attendance t
        join supervision_session s on s.organization_id = t.organization_id and s.id = t.session_id
       where t.organization_id = c.organization_id and t.peer_id = c.peer_id and s.status = 'HELD'
         and t.logged_at < until.at and (s.voided_at is null or s.voided_at >= until.at)) held on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('from', w.starts_on, 'on', w.ends_on, 'hours', w.hours) order by w.ends_on) as entries
        from ${known('service_hours', 'w')} where w.peer_id = c.peer_id) worked on true
    left join lateral (
      select jsonb_agg(own.rule || jsonb_build_object(
                 'isWithdrawn', coalesce(not w.is_undone, false), 'countsUntil', w.counts_until)
               order by (own.rule ->> 'number')::integer) as rules
        from jsonb_array_elements(f.custom_rules::jsonb) own(rule)
        join renewal_rule_version v on v.organization_id = c.organization_id and v.id = (own.rule ->> 'id')::uuid
        left join lateral (
          select e.is_undone, e.counts_until from renewal_rule_end e
           where e.organization_id = v.organization_id and e.version_id = v.id and e.recorded_at < until.at
           order by e.number desc limit 1) w on true
       where v.published_at < until.at) versions on true
    left join lateral (
      select jsonb_agg(other.credential_id order by other.credential_id) as credentials,
             jsonb_agg(jsonb_set(held, '{certification}', held -> 'certification' || jsonb_build_object(
               'expiresOn', its_latest.expires_on, 'termStartsOn', its_latest.starts_on,
               'earlierTerms', coalesce(its_earlier.terms, '[]')))) filter (where held is not null) as certifications
        from certification other
        left join jsonb_array_elements(f.held_together::jsonb) held
          on (held ->> 'certificationId')::uuid = other.id
        ${certificatesKnown('other.id', 'its_latest', 'its_earlier')}
       where other.organization_id = c.organization_id and other.peer_id = c.peer_id and other.id <> c.id
         and other.recorded_at < until.at and (other.voided_at is null or other.voided_at >= until.at)) beside on true
   where f.organization_id = (select access.organization_id()) and c.recorded_at < until.at
     and (c.voided_at is null or c.voided_at >= until.at) and `

/** The certificate that ends last, and those before it, as they had been recorded by then. */
function certificatesKnown(of: string, latest: string, earlier: string): string {
  const status = `${known('certification_term', 't')}
       where t.certification_id = ${of} and not exists (
         select from ${known('certification_term', 'later')} where later.corrects = t.id)`
  return `left join lateral (
      select t.starts_on, t.expires_on from ${status}
       order by t.expires_on desc nulls last, t.starts_on desc limit 1) ${latest} on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('startsOn', t.starts_on, 'expiresOn', t.expires_on) order by t.starts_on) as terms
        from ${status} and t.expires_on < ${latest}.expires_on) ${earlier} on true`
}

/** The rows of a table that had been recorded, and not been taken back, by then. */
function known(table: string, name: string): string {
  return `(
      select * from ${table} r
       where r.organization_id = (select access.organization_id()) and r.recorded_at < until.at
         and (r.voided_at is null or r.voided_at >= until.at)) ${name}`
}
