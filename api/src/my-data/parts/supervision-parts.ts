import { columnsOf } from '../../database/statements.ts'
import { SESSION_FACTS, SupervisionSession } from '../../supervision/sessions/supervision-session.entity.ts'
import { ME, MY_ORGANIZATION, type MyDataPart, nameOf } from './my-data-part.ts'

const NOTES = ['administrative', 'educational', 'supportive']

const FACTS = columnsOf(SupervisionSession, 's', SESSION_FACTS)
/** Of a session attended, the minutes are those that the person was there. */
const FACTS_BESIDE_MINUTES = columnsOf(
  SupervisionSession,
  's',
  SESSION_FACTS.filter((fact) => fact !== 'minutes'),
)

/** One type's notes of the sessions that the person took part in: about them, or about the group (T3). */
const notesOf = (type: string): string => `
  select n.type, n.about_peer_id, n.activities, n.note, n.written_at, n.supervisor_id, a.organization_id, a.held_on
    from session_attendance a
    join ${type}_note n on n.organization_id = a.organization_id and n.session_id = a.session_id
     and (n.about_peer_id is null or n.about_peer_id = a.peer_id)
   where a.organization_id = ${MY_ORGANIZATION} and a.peer_id = ${ME}`

const TYPES = ['administrative', 'educational', 'supportive']

/** What was written for one type, own talking points included; of what others wrote to people they supervise, nothing. */
const agendaOf = (type: string): string => `
  select '${type.toUpperCase()}' as type, i.organization_id, i.text, i.is_private, i.written_by, i.written_at, i.reached_in
    from ${type}_agenda_item i where i.organization_id = ${MY_ORGANIZATION} and i.peer_id = ${ME}`
const followUpsOf = (type: string): string => `
  select '${type.toUpperCase()}' as type, f.organization_id, f.id, f.text, f.owner, f.due_on, f.made_by, f.made_at, f.state, f.closed_on
    from ${type}_follow_up f where f.organization_id = ${MY_ORGANIZATION} and f.peer_id = ${ME}`

/** The person's own supervision. Of whom they supervise themselves, no name: that is the others' own data. */
export const SUPERVISION_PARTS: readonly MyDataPart[] = [
  {
    key: 'relationships',
    of: ['supervision_relationship.peer_id'],
    sql: `select r.type, ${nameOf('r.organization_id', 'r.supervisor_id')} as supervisor, r.starts_on as "startsOn",
                 r.ends_on as "endsOn", r.proposed_at as "proposedAt", r.accepted_at as "acceptedAt",
                 r.is_substitute as "isSubstitute"
            from supervision_relationship r
           where r.organization_id = ${MY_ORGANIZATION} and r.peer_id = ${ME} order by r.starts_on, r.id`,
  },
  {
    key: 'supervisionGiven',
    of: ['supervision_relationship.supervisor_id'],
    sql: `select r.type, r.starts_on as "startsOn", r.ends_on as "endsOn", r.is_substitute as "isSubstitute"
            from supervision_relationship r
           where r.organization_id = ${MY_ORGANIZATION} and r.supervisor_id = ${ME} order by r.starts_on, r.id`,
  },
  {
    key: 'timeForSupervising',
    of: ['supervisor_time.supervisor_id'],
    sql: `select t.starts_on as "startsOn", t.full_time_share::float as "fullTimeShare",
                 ${nameOf('t.organization_id', 't.recorded_by')} as "recordedBy"
            from supervisor_time t
           where t.organization_id = ${MY_ORGANIZATION} and t.supervisor_id = ${ME} order by t.starts_on`,
  },
  {
    key: 'exclusions',
    of: ['exclusion_preference.peer_id'],
    sql: `select ${nameOf('x.organization_id', 'x.excluded_id')} as person, x.made_at as "madeAt"
            from exclusion_preference x
           where x.organization_id = ${MY_ORGANIZATION} and x.peer_id = ${ME} and x.made_by = ${ME}
           order by x.made_at, x.excluded_id`,
  },
  {
    key: 'unavailablePairs',
    of: ['exclusion_preference.made_by'],
    sql: `select ${nameOf('x.organization_id', 'x.peer_id')} as person,
                 ${nameOf('x.organization_id', 'x.excluded_id')} as supervisor, x.made_at as "madeAt"
            from exclusion_preference x
           where x.organization_id = ${MY_ORGANIZATION} and x.made_by = ${ME} and x.peer_id <> ${ME}
           order by x.made_at, x.peer_id, x.excluded_id`,
  },
  {
    key: 'agreements',
    of: ['supervision_agreement.peer_id', 'supervision_agreement_term.peer_id'],
    sql: `select g.agreed_on as "agreedOn", g.ends_on as "endsOn",
                 (select jsonb_agg(jsonb_build_object('type', t.type, 'cadenceDays', t.cadence_days,
                           'groupSessionsCount', t.group_sessions_count,
                           'sessionMinutes', t.session_minutes, 'confidence', t.confidence,
                           'supervisor', ${nameOf('t.organization_id', 't.supervisor_id')}) order by t.type)
                    from supervision_agreement_term t
                   where t.organization_id = g.organization_id and t.agreement_id = g.id) as terms
            from supervision_agreement g
           where g.organization_id = ${MY_ORGANIZATION} and g.peer_id = ${ME} order by g.agreed_on, g.id`,
  },
  {
    key: 'signatures',
    of: ['supervision_agreement_signature.peer_id', 'supervision_agreement_signature.member_id'],
    sql: `select s.signed_at as "signedAt", g.agreed_on as "agreedOn",
                 case when s.peer_id = ${ME} then ${nameOf('s.organization_id', 's.member_id')} end as "signedBy"
            from supervision_agreement_signature s
            left join supervision_agreement g on g.organization_id = s.organization_id and g.id = s.agreement_id
           where s.organization_id = ${MY_ORGANIZATION} and (s.peer_id = ${ME} or s.member_id = ${ME})
           order by s.signed_at, s.agreement_id, s.member_id`,
  },
  {
    key: 'agreementAnswers',
    of: ['supervision_agreement_objection.peer_id', 'supervision_agreement_objection.member_id'],
    sql: `select g.agreed_on as "agreedOn", x.type, x.line, x.made_at as "madeAt",
                 ${nameOf('x.organization_id', 'x.member_id')} as "by"
            from supervision_agreement_objection x
            left join supervision_agreement g on g.organization_id = x.organization_id and g.id = x.agreement_id
           where x.organization_id = ${MY_ORGANIZATION} and (x.peer_id = ${ME} or x.member_id = ${ME})
           order by x.made_at, x.agreement_id, x.member_id`,
  },
  {
    key: 'sessions',
    of: ['session_attendance.peer_id'],
    sql: `select ${FACTS_BESIDE_MINUTES}, a.minutes, ${nameOf('s.organization_id', 's.supervisor_id')} as supervisor,
                 (select jsonb_agg(jsonb_build_object('type', g.type, 'minutes', g.minutes) order by g.type)
                    from session_segment g
                   where g.organization_id = s.organization_id and g.session_id = s.id) as parts,
                 s.logged_at as "recordedAt", s.voided_at as "voidedAt"
            from session_attendance a
            join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
           where a.organization_id = ${MY_ORGANIZATION} and a.peer_id = ${ME}
           order by s.held_on, s.logged_at, s.id`,
  },
  {
    key: 'notes',
    of: NOTES.map((type) => `${type}_note.about_peer_id`),
    sql: `select n.held_on as "heldOn", n.type, ${nameOf('n.organization_id', 'n.supervisor_id')} as "writtenBy",
                 n.about_peer_id is null as "aboutTheGroup", n.activities, n.note, n.written_at as "writtenAt"
            from (${NOTES.map(notesOf).join(' union all ')}) n order by n.held_on, n.written_at`,
  },
  {
    key: 'sessionSignatures',
    of: ['session_signature.supervisor_id', 'session_signature.peer_id'],
    sql: `select s.held_on as "heldOn", x.kind, x.signed_at as "signedAt",
                 encode(x.record_hash, 'hex') as "recordHash"
            from session_signature x
            join supervision_session s on s.organization_id = x.organization_id and s.id = x.session_id
           where x.organization_id = ${MY_ORGANIZATION} and x.signer_id = ${ME} order by x.signed_at, x.session_id`,
  },
  {
    key: 'sessionComments',
    of: NOTES.map((type) => `${type}_comment.peer_id`),
    sql: `select s.held_on as "heldOn", c.type, c.comment, c.written_at as "writtenAt"
            from (${NOTES.map((type) => `select * from ${type}_comment`).join(' union all ')}) c
            join supervision_session s on s.organization_id = c.organization_id and s.id = c.session_id
           where c.organization_id = ${MY_ORGANIZATION} and c.peer_id = ${ME} order by c.written_at, c.id`,
  },
  {
    key: 'sessionAmendments',
    of: ['session_amendment.supervisor_id'],
    sql: `select s.held_on as "heldOn", w.reason, w.line, w.amended_at as "amendedAt",
                 ${nameOf('w.organization_id', 'w.supervisor_id')} as "by"
            from session_amendment w
            join supervision_session s on s.organization_id = w.organization_id and s.id = w.session_id
           where w.organization_id = ${MY_ORGANIZATION} and (w.supervisor_id = ${ME} or exists (
             select from session_attendance a
              where a.organization_id = w.organization_id and a.peer_id = ${ME}
                and a.session_id in (w.amends_id, w.session_id)))
           order by w.amended_at, w.id`,
  },
  {
    key: 'qualifications',
    of: ['supervisor_qualification.supervisor_id'],
    sql: `select q.course, q.hours, q.certificate_number as "certificateNumber", q.valid_from as "validFrom",
                 q.valid_until as "validUntil", q.recorded_at as "recordedAt", q.voided_at as "voidedAt"
            from supervisor_qualification q
           where q.organization_id = ${MY_ORGANIZATION} and q.supervisor_id = ${ME} order by q.valid_from, q.id`,
  },
  {
    key: 'sessionsHeld',
    of: ['supervision_session.supervisor_id'],
    sql: `select ${FACTS}, s.voided_at as "voidedAt" from supervision_session s
           where s.organization_id = ${MY_ORGANIZATION} and s.supervisor_id = ${ME} order by s.held_on, s.id`,
  },
  {
    key: 'agenda',
    of: TYPES.map((type) => `${type}_agenda_item.peer_id`),
    sql: `select i.type, i.text, i.is_private as "onlyForMe", ${nameOf('i.organization_id', 'i.written_by')} as "writtenBy",
                 i.written_at as "writtenAt", access.session_counts(i.reached_in) as "talkedAbout"
            from (${TYPES.map(agendaOf).join(' union all ')}) i order by i.written_at`,
  },
  {
    key: 'followUps',
    of: [...TYPES.map((type) => `${type}_follow_up.peer_id`), 'supportive_follow_up_share.peer_id'],
    sql: `select f.type, f.text, f.owner as "followUpOwner", f.due_on as "dueOn",
                 ${nameOf('f.organization_id', 'f.made_by')} as "writtenBy", f.made_at as "writtenAt",
                 f.state as "followUpState", f.closed_on as "closedOn",
                 (select jsonb_agg(jsonb_build_object('with', ${nameOf('r.organization_id', 'r.supervisor_id')},
                           'sharedAt', h.shared_at) order by h.shared_at)
                    from supportive_follow_up_share h join supervision_relationship r
                      on r.organization_id = h.organization_id and r.id = h.relationship_id
                   where h.organization_id = f.organization_id and h.follow_up_id = f.id) as "sharedWith"
            from (${TYPES.map(followUpsOf).join(' union all ')}) f order by f.made_at`,
  },
  {
    key: 'groups',
    of: ['supervision_group_member.peer_id', 'supervision_group.supervisor_id'],
    sql: `select g.name, ${nameOf('g.organization_id', 'g.supervisor_id')} as supervisor, g.made_at as "madeAt"
            from supervision_group g
            left join supervision_group_member m
              on m.organization_id = g.organization_id and m.group_id = g.id and m.peer_id = ${ME}
           where g.organization_id = ${MY_ORGANIZATION} and (m.peer_id = ${ME} or g.supervisor_id = ${ME})
           order by g.made_at, g.id`,
  },
  {
    key: 'learningGoals',
    of: ['learning_goal.peer_id'],
    sql: `select g.text, g.competency, g.target_on as "targetOn", g.state as "learningGoalState",
                 g.closed_on as "closedOn", g.made_at as "writtenAt"
            from learning_goal g
           where g.organization_id = ${MY_ORGANIZATION} and g.peer_id = ${ME} order by g.made_at, g.id`,
  },
]
