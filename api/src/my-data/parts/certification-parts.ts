import { ME, MY_ORGANIZATION, type MyDataPart, nameOf } from './my-data-part.ts'

/** What goes with a peer to the next employer: certificates, what boards said, and the hours. */
export const CERTIFICATION_PARTS: readonly MyDataPart[] = [
  {
    key: 'certifications',
    of: [
      'certification.peer_id',
      'board_status_period.peer_id',
      'certification_term.peer_id',
      'certification_verification.peer_id',
      'issue_day_correction.peer_id',
      'earlier_holder_answer.peer_id',
      'certification_number_change.peer_id',
      'renewal_reminder.peer_id',
      'renewal_submission.peer_id',
      'renewal_attestation.peer_id',
      'supervisor_attestation.peer_id',
      'lapse_cause.peer_id',
      'renewal_pause.peer_id',
    ],
    sql: `select coalesce(own.name, c.credential_id) as credential, c.title as "heldTitle", c.number, c.issued_on as "issuedOn", c.expires_on as "expiresOn",
                 c.birth_month_day as "birthMonthDay", c.conditions_held as "conditionsHeld",
                 c.conditions_not_held as "conditionsNotHeld", c.chosen_cycle_months as "chosenCycleMonths",
                 c.exam_year::text as "examYear", c.recorded_at as "recordedAt", c.voided_at as "voidedAt",
                 (select jsonb_agg(jsonb_build_object('before', n.number_before, 'number', n.number,
                           'recordedAt', n.recorded_at) order by n.recorded_at, n.id)
                    from certification_number_change n
                   where n.organization_id = c.organization_id and n.certification_id = c.id) as numbers,
                 (select jsonb_agg(jsonb_build_object('status', p.status, 'startsOn', p.starts_on,
                           'endsOn', p.ends_on, 'voidedAt', p.voided_at) order by p.starts_on, p.recorded_at, p.id)
                    from board_status_period p
                   where p.organization_id = c.organization_id and p.certification_id = c.id) as statuses,
                 (select jsonb_agg(jsonb_build_object('startsOn', t.starts_on, 'endsOn', t.expires_on,
                           'recordedAt', t.recorded_at) order by t.starts_on, t.id)
                    from certification_term t
                   where t.organization_id = c.organization_id and t.certification_id = c.id
                     and t.voided_at is null) as certificates,
                 (select jsonb_agg(jsonb_build_object('issuedOn', d.issued_on, 'before', d.issued_on_before,
                           'recordedAt', d.recorded_at) order by d.recorded_at, d.id)
                    from issue_day_correction d
                   where d.organization_id = c.organization_id and d.certification_id = c.id) as "issueDays",
                 (select jsonb_agg(jsonb_build_object('question', e.question, 'held', e.held, 'months', e.months,
                           'endsOn', e.ends_on, 'recordedAt', e.recorded_at) order by e.recorded_at, e.id)
                    from earlier_holder_answer e
                   where e.organization_id = c.organization_id and e.certification_id = c.id) as "earlierAnswers",
                 (select jsonb_agg(jsonb_build_object('heldOn', v.checked_on, 'source', v.source, 'result', v.result,
                           'expiresOn', v.expires_on_seen, 'note', v.note, 'voidedAt', v.voided_at)
                           order by v.checked_on, v.recorded_at, v.id)
                    from certification_verification v
                   where v.organization_id = c.organization_id and v.certification_id = c.id) as checks,
                 (select jsonb_agg(jsonb_build_object('remindedOn', r.reminded_on, 'recordedAt', r.recorded_at)
                           order by r.reminded_on)
                    from renewal_reminder r
                   where r.organization_id = c.organization_id and r.certification_id = c.id) as reminders,
                 (select jsonb_agg(jsonb_build_object('cycleEndsOn', s.cycle_ends_on, 'submittedOn', s.submitted_on,
                           'receiptNumber', s.receipt_number, 'feeUsd', s.fee_usd, 'outcome', s.outcome,
                           'decidedOn', s.decided_on, 'returnReason', s.return_reason, 'voidedAt', s.voided_at)
                           order by s.submitted_on, s.id)
                    from renewal_submission s
                   where s.organization_id = c.organization_id and s.certification_id = c.id) as submissions,
                 (select jsonb_agg(jsonb_build_object('cycleEndsOn', a.cycle_ends_on, 'attestedAt', a.attested_at)
                           order by a.cycle_ends_on)
                    from renewal_attestation a
                   where a.organization_id = c.organization_id and a.certification_id = c.id) as attestations,
                 (select jsonb_agg(jsonb_build_object('cycleEndsOn', a.cycle_ends_on, 'askedAt', a.asked_at,
                           'supervisor', ${nameOf('a.organization_id', 'a.supervisor_id')}, 'withdrawnAt', a.withdrawn_at,
                           'outcome', a.outcome, 'declineReason', a.decline_reason, 'answeredAt', a.answered_at)
                           order by a.asked_at, a.id)
                    from supervisor_attestation a
                   where a.organization_id = c.organization_id and a.certification_id = c.id) as "supervisorAttestations",
                 (select jsonb_agg(jsonb_build_object('expiredOn', l.expired_on, 'cause', l.cause,
                           'recordedAt', l.recorded_at) order by l.recorded_at, l.id)
                    from lapse_cause l
                   where l.organization_id = c.organization_id and l.certification_id = c.id) as "lapseCauses",
                 (select p.paused_until from renewal_pause p
                   where p.organization_id = c.organization_id and p.certification_id = c.id) as "pausedUntil"
            from certification c
            left join custom_credential own
              on own.organization_id = c.organization_id and 'custom-' || own.id = c.credential_id
           where c.organization_id = ${MY_ORGANIZATION} and c.peer_id = ${ME} order by c.issued_on, c.id`,
  },
  {
    key: 'serviceHours',
    of: ['service_hours.peer_id'],
    sql: `select s.starts_on as "startsOn", s.ends_on as "endsOn", s.hours, s.recorded_at as "recordedAt"
            from service_hours s
           where s.organization_id = ${MY_ORGANIZATION} and s.peer_id = ${ME} and s.voided_at is null
           order by s.starts_on, s.id`,
  },
  {
    key: 'hours',
    of: ['ce_credit.peer_id', 'course_review.peer_id'],
    sql: `select v.starts_on as "startsOn", v.held_on as "heldOn", v.title, v.provider, c.hours, c.categories, v.delivery_mode as "deliveryMode",
                 v.earned_by as "earnedBy", v.credit_unit as "creditUnit", v.approved, v.approved_by as "approvedBy",
                 v.contents, v.recorded_at as "recordedAt", c.voided_at as "voidedAt", v.origin,
                 r.outcome as "reviewOutcome", r.reason as "sendBackReason", r.reviewed_at as "reviewedAt",
                 ${nameOf('r.organization_id', 'r.reviewed_by')} as "reviewedBy"
            from ce_credit c
            join ce_activity v on v.organization_id = c.organization_id and v.id = c.activity_id
            left join course_review r
              on r.organization_id = c.organization_id and r.activity_id = c.activity_id and r.peer_id = c.peer_id
           where c.organization_id = ${MY_ORGANIZATION} and c.peer_id = ${ME} order by v.held_on, v.recorded_at, v.id`,
  },
  {
    key: 'evidence',
    of: [
      'evidence_file.peer_id',
      'course_evidence.peer_id',
      'evidence_look.peer_id',
      'evidence_look.viewer_id',
    ],
    sql: `select f.uploaded_at as "uploadedAt", f.media_type as "mediaType", f.size_bytes as "sizeBytes",
                 encode(f.sha256, 'hex') as sha256, f.removed_at as "removedAt",
                 (select jsonb_agg(a.title order by a.title) from course_evidence e
                    join ce_activity a on a.organization_id = e.organization_id and a.id = e.course_id
                   where e.organization_id = f.organization_id and e.file_id = f.id) as courses,
                 (select jsonb_agg(jsonb_build_object('by', ${nameOf('l.organization_id', 'l.viewer_id')},
                           'at', l.looked_at) order by l.looked_at, l.id)
                    from evidence_look l
                   where l.organization_id = f.organization_id and l.file_id = f.id) as looks
            from evidence_file f
           where f.organization_id = ${MY_ORGANIZATION} and f.peer_id = ${ME} order by f.uploaded_at, f.id`,
  },
  {
    key: 'certificationGoal',
    of: ['certification_goal.peer_id'],
    sql: `select g.credential_id as credential, g.chosen_at as "chosenAt",
                 ${nameOf('g.organization_id', 'g.chosen_by')} as "chosenBy"
            from certification_goal g
           where g.organization_id = ${MY_ORGANIZATION} and g.peer_id = ${ME} and g.credential_id is not null`,
  },
  {
    key: 'plannedCourses',
    of: ['planned_course.peer_id'],
    sql: `select p.title, p.provider, p.held_on as "heldOn", p.hours, p.categories, p.credit_unit as "creditUnit",
                 p.delivery_mode as "deliveryMode", p.planned_at as "plannedAt", p.removed_at as "removedAt"
            from planned_course p
           where p.organization_id = ${MY_ORGANIZATION} and p.peer_id = ${ME} order by p.held_on, p.id`,
  },
]
