import { ethicsStatements } from '@alongside/shared/wellness/questionnaires/ethics-reflection'
import { columnsOf } from '../../database/statements.ts'
import { Notification } from '../../notifications/notification.entity.ts'
import { WeeklyCheckIn } from '../../wellness/weekly-check-in.entity.ts'
import { ClimateStep } from '../../wellness/climate/climate-step.entity.ts'
import { CoreValueReflection } from '../../wellness/core-values/core-value-reflection.entity.ts'
import { ProqolResponse } from '../../wellness/questionnaires/proqol-response.entity.ts'
import { ME, MY_ORGANIZATION, type MyDataPart, nameOf } from './my-data-part.ts'

const CHECK_IN = columnsOf(WeeklyCheckIn, '', [
  'weekStart',
  'weekFelt',
  'energy',
  'rest',
  'signs',
  'selfCare',
  'tags',
  'line',
  'wentWell',
  'submittedAt',
])

/** Version 1 is the only one so far. */
const ETHICS_STATEMENTS = `array[${ethicsStatements(1)
  .map(({ statement }) => `'${statement}'`)
  .join()}]`

/** What nobody else has, or has only by the peer's leave: check-ins, flags, what one was told. */
export const PRIVATE_PARTS: readonly MyDataPart[] = [
  {
    key: 'checkIns',
    of: ['weekly_check_in.peer_id'],
    sql: `select ${CHECK_IN} from weekly_check_in
           where organization_id = ${MY_ORGANIZATION} and peer_id = ${ME} order by week_start`,
  },
  {
    key: 'coreValues',
    of: ['core_value_reflection.member_id'],
    sql: `select ${columnsOf(CoreValueReflection, '', ['startsOn', 'answers', 'savedAt'])} from core_value_reflection
           where organization_id = ${MY_ORGANIZATION} and member_id = ${ME} order by starts_on`,
  },
  {
    key: 'proqol',
    of: ['proqol_response.member_id'],
    sql: `select ${columnsOf(ProqolResponse, '', ['startedOn', 'finishedOn', 'answers'])} from proqol_response
           where organization_id = ${MY_ORGANIZATION} and member_id = ${ME} order by started_on, id`,
  },
  {
    key: 'ethicsReflections',
    of: ['ethics_reflection.member_id'],
    sql: `select r.started_on as "startedOn", r.finished_on as "finishedOn",
                 (select jsonb_agg(jsonb_build_object('statement', s.statement, 'answer', r.answers[s.item]) order by s.item)
                    from unnest(${ETHICS_STATEMENTS}) with ordinality s (statement, item)) as answers
            from ethics_reflection r
           where r.organization_id = ${MY_ORGANIZATION} and r.member_id = ${ME} order by r.started_on, r.id`,
  },
  {
    key: 'climateLines',
    of: ['climate_step.written_by'],
    sql: `select ${columnsOf(ClimateStep, '', ['takenOn', 'step', 'line', 'voidedAt'])} from climate_step
           where organization_id = ${MY_ORGANIZATION} and written_by = ${ME} order by taken_on, id`,
  },
  {
    key: 'flags',
    of: [
      'drift_flag.peer_id',
      'drift_flag_response.peer_id',
      'drift_flag_share.peer_id',
      'drift_flag_step.peer_id',
      'drift_signal_figure.peer_id',
    ],
    sql: `select f.raised_at as "toldAt", f.raised_by_kind as "raisedByKind",
                 ${nameOf('f.organization_id', 'f.raised_by_id')} as "raisedBy", f.signal, f.evidence, f.cause, f.status,
                 f.opened_at as "openedAt", f.released_at as "releasedAt",
                 f.only_chosen_readers as "onlyChosenReaders",
                 (select jsonb_build_object('figure', g.figure, 'threshold', g.threshold) from drift_signal_figure g
                   where g.organization_id = f.organization_id and g.flag_id = f.id) as figure,
                 (select jsonb_agg(jsonb_build_object('text', v.text, 'writtenAt', v.written_at) order by v.written_at)
                    from drift_flag_response v
                   where v.organization_id = f.organization_id and v.flag_id = f.id) as "responses",
                 (select jsonb_agg(jsonb_build_object('with', ${nameOf('r.organization_id', 'r.supervisor_id')},
                           'sharedAt', h.shared_at) order by h.shared_at)
                    from drift_flag_share h join supervision_relationship r
                      on r.organization_id = h.organization_id and r.id = h.relationship_id
                   where h.organization_id = f.organization_id and h.flag_id = f.id) as "sharedWith",
                 (select jsonb_agg(jsonb_build_object('status', s.to_status, 'takenAt', s.taken_at,
                           'takenBy', ${nameOf('s.organization_id', 's.taken_by')}, 'plan', s.plan,
                           'reason', s.reason) order by s.number)
                    from drift_flag_step s
                   where s.organization_id = f.organization_id and s.flag_id = f.id) as steps
            from drift_flag f
           where f.organization_id = ${MY_ORGANIZATION} and f.peer_id = ${ME} order by f.raised_at, f.id`,
  },
  {
    key: 'notifications',
    of: ['notification.recipient_id'],
    sql: `select ${columnsOf(Notification, '', ['createdAt', 'kind', 'seenAt'])} from notification
           where organization_id = ${MY_ORGANIZATION} and recipient_id = ${ME} order by created_at desc, id`,
  },
  {
    key: 'flagDrafts',
    of: ['drift_flag_draft.peer_id'],
    sql: `select d.evidence, d.cause, d.response as responses, d.saved_at as "writtenAt",
                 (select jsonb_agg(${nameOf('d.organization_id', 's.id')}) from unnest(d.supervisor_ids) s (id)) as "meantFor"
            from drift_flag_draft d
           where d.organization_id = ${MY_ORGANIZATION} and d.peer_id = ${ME} order by d.saved_at, d.id`,
  },
  {
    key: 'weekLogs',
    of: ['week_log.peer_id', 'week_log_line.peer_id'],
    sql: `select w.week_start as "weekStart", w.revision, w.met_peers as "metPeers", w.only_totals as "onlyTotals",
                 w.is_undone as "wasUndone", w.logged_at as "loggedAt",
                 (select jsonb_agg(jsonb_build_object('activity', coalesce(c.name, l.activity), 'function', l.function,
                           'minutes', 15 * l.quarter_hours, 'askedBy', l.asked_by) order by l.quarter_hours desc, l.activity)
                    from week_log_line l left join custom_activity c
                      on c.organization_id = l.organization_id and 'custom-' || c.id = l.activity
                   where l.organization_id = w.organization_id and l.log_id = w.id) as entries
            from week_log w
           where w.organization_id = ${MY_ORGANIZATION} and w.peer_id = ${ME} order by w.week_start, w.revision`,
  },
  {
    key: 'supervisorSkills',
    of: ['supervisor_reflection.member_id'],
    sql: `select r.answered_on as "answeredOn",
                 (select jsonb_agg(jsonb_build_object('skill', s.key, 'rating', s.value) order by s.key)
                    from jsonb_each_text(r.ratings) s) as ratings
            from supervisor_reflection r
           where r.organization_id = ${MY_ORGANIZATION} and r.member_id = ${ME} order by r.answered_on`,
  },
  {
    key: 'notificationChoice',
    of: ['notification_choice.member_id'],
    sql: `select mail, digest_hour as "digestHour", quiet_from::text as "quietFrom", quiet_until::text as "quietUntil"
            from notification_choice where organization_id = ${MY_ORGANIZATION} and member_id = ${ME}`,
  },
  {
    key: 'trail',
    of: ['audit_entry.person_id', 'audit_entry.actor_id'],
    sql: `select e.at, ${nameOf('e.organization_id', 'e.actor_id')} as "by", e.area, e.action, e.subject,
                 case when e.person_id = ${ME} then (
                   select jsonb_object_agg(f.key, f.value) from jsonb_each(e.facts) f where f.key !~ '_id$') end as facts
            from audit_entry e
           where e.organization_id = ${MY_ORGANIZATION} and (e.person_id = ${ME} or e.actor_id = ${ME})
           order by e.entry_number desc`,
  },
]
