import { ME, MY_ORGANIZATION, type MyDataPart, nameOf } from './my-data-part.ts'

/** The plan, what was shared of one's own and who looked, requests to talk, and the figures for oneself. */
export const WELLNESS_PARTS: readonly MyDataPart[] = [
  {
    key: 'selfCarePlan',
    of: ['self_care_plan_line.owner_id'],
    sql: `select p.part as "planPart", p.text, p.phone, p.saved_at as "writtenAt" from self_care_plan_line p
           where p.organization_id = ${MY_ORGANIZATION} and p.owner_id = ${ME} order by p.added_at, p.id`,
  },
  {
    key: 'shares',
    of: ['share_ticket.owner_id', 'share_look.owner_id'],
    sql: `select t.kind as "shareKind", t.scope as "shareScope",
                 (select c.week_start from weekly_check_in c
                   where c.organization_id = t.organization_id and c.id = t.check_in_id) as "weekStart",
                 (select p.text from self_care_plan_line p
                   where p.organization_id = t.organization_id and p.id = t.plan_line_id) as text,
                 coalesce((select q.finished_on from proqol_response q
                   where q.organization_id = t.organization_id and q.id = t.proqol_response_id),
                 (select e.finished_on from ethics_reflection e
                   where e.organization_id = t.organization_id and e.id = t.ethics_reflection_id)) as "finishedOn",
                 (select ${nameOf('r.organization_id', 'r.supervisor_id')} from supervision_relationship r
                   where r.organization_id = t.organization_id and r.id = t.relationship_id) as "with",
                 t.created_at as "sharedAt", t.expires_at as "expiresAt", t.withdrawn_at as "withdrawnAt",
                 (select jsonb_agg(jsonb_build_object('by', ${nameOf('l.organization_id', 'l.looked_by')},
                           'at', l.looked_at) order by l.looked_at)
                    from share_look l
                   where l.organization_id = t.organization_id and l.ticket_id = t.id) as looks
            from share_ticket t
           where t.organization_id = ${MY_ORGANIZATION} and t.owner_id = ${ME} order by t.created_at, t.id`,
  },
  {
    key: 'talkRequests',
    of: ['talk_request.peer_id', 'talk_offer.peer_id'],
    sql: `select q.asked_at as "askedAt",
                 (select ${nameOf('r.organization_id', 'r.supervisor_id')} from supervision_relationship r
                   where r.organization_id = q.organization_id and r.id = q.relationship_id) as "with",
                 q.closed_at as "closedAt",
                 (select jsonb_agg(jsonb_build_object('offeredOn', f.on_day, 'time', to_char(f.at_time, 'HH24:MI'),
                           'modality', f.modality, 'talkAnswer', f.answer) order by f.offered_at)
                    from talk_offer f
                   where f.organization_id = q.organization_id and f.request_id = q.id) as "talkOffers"
            from talk_request q
           where q.organization_id = ${MY_ORGANIZATION} and q.peer_id = ${ME} order by q.asked_at, q.id`,
  },
  {
    key: 'reflectionTime',
    of: ['reflection_time.owner_id'],
    sql: `select t.week_start as "weekStart", t.minutes from reflection_time t
           where t.organization_id = ${MY_ORGANIZATION} and t.owner_id = ${ME} and t.minutes > 0 order by t.week_start`,
  },
  {
    key: 'checkInReminder',
    of: ['check_in_reminder.owner_id'],
    sql: `select r.is_on as "isOn", r.weekday, r.hour from check_in_reminder r
           where r.organization_id = ${MY_ORGANIZATION} and r.owner_id = ${ME}`,
  },
]
