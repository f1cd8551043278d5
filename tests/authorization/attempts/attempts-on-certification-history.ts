import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'
import { ISSUED_ON } from '../rows/rows-of-certification-history.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may record what happens to a certification: managers, each in their own name.

const at = NOW.toISOString()

export function attemptsOnCertificationHistory({ cast, history }: WallsWorld): Attempt[] {
  const { peer, auditor, manager } = cast.actors
  const id = (): string => randomUUID()
  const inNames = (
    label: string,
    table: string,
    columns: readonly string[],
    values: () => unknown[],
  ): Attempt[] => {
    const all = ['id', 'peer_id', 'recorded_at', ...columns, 'recorded_by']
    const row = (by: string) => [id(), peer.id, at, ...values(), by]
    return [
      insertion(label, table, all, (me) => row(me), ['manager']),
      insertion(`${label} in the name of another`, table, all, () => row(auditor.id), []),
    ]
  }
  const withdrawal = (
    label: string,
    table: string,
    key: string,
    column = 'id',
    allowed: Attempt['allowed'] = ['manager'],
  ): Attempt[] => [
    {
      label,
      table,
      sql: `update ${table} set voided_by = $3, voided_at = $4 where organization_id = $1 and ${column} = $2`,
      values: (me, organization) => [organization, key, me, at],
      allowed,
    },
    update(
      `${label} in the name of another`,
      table,
      `voided_by = '${auditor.id}', voided_at = '${at}'`,
      column,
      key,
      [],
    ),
  ]
  return [
    ...inNames(
      'record a renewal',
      'certification_term',
      ['certification_id', 'starts_on', 'expires_on'],
      () => [history.certification, '2028-06-17', '2030-06-16'],
    ),
    ...withdrawal('void a renewal', 'certification_term', history.term),
    ...inNames(
      'correct the original issue date',
      'issue_day_correction',
      ['certification_id', 'issued_on_before', 'issued_on'],
      () => [history.certification, ISSUED_ON, '2026-04-16'],
    ),
    ...inNames(
      'keep an earlier answer about a holder',
      'earlier_holder_answer',
      ['certification_id', 'question', 'held', 'ends_on', 'revision'],
      () => [history.certification, 'supervises-others', false, TODAY, 2],
    ),
    ...inNames(
      'record a board verification',
      'certification_verification',
      ['certification_id', 'checked_on', 'source', 'result'],
      () => [history.certification, TODAY, 'register.example.org', 'AS_RECORDED'],
    ),
    ...inNames(
      'record service hours',
      'service_hours',
      ['starts_on', 'ends_on', 'hours', 'allows_overlap'],
      () => [TODAY, TODAY, 8, true],
    ),
    ...withdrawal(
      'void a board verification',
      'certification_verification',
      history.certification,
      'certification_id',
    ),
    // The holder: those that they entered, as long as nobody has confirmed them.
    ...withdrawal('void CE hours', 'ce_credit', peer.id, 'peer_id', ['peer', 'manager']),
    ...withdrawal('void confirmed CE hours', 'ce_credit', history.reviewed, 'activity_id'),
    ...attemptsOnProof({ cast, history }),
    update(
      'count a change of a CE course',
      'ce_activity',
      'revision = revision + 1',
      'recorded_by',
      manager.id,
      ['manager'],
    ),
    update(
      'void a certification',
      'certification',
      `voided_by = '${manager.id}', voided_at = '${at}', revision = revision + 1`,
      'id',
      history.certification,
      ['manager'],
    ),
    ...inNames(
      'keep an earlier number of a certification',
      'certification_number_change',
      ['certification_id', 'number_before'],
      () => [history.certification, 'DE-1'],
    ),
    ...withdrawal('void service hours', 'service_hours', history.serviceHours),
    ...inNames(
      'record a board status',
      'board_status_period',
      ['certification_id', 'status', 'starts_on'],
      () => [history.certification, 'INACTIVE', TODAY],
    ),
    {
      label: 'end a board status',
      table: 'board_status_period',
      sql: `update board_status_period set ends_on = '${TODAY}', ended_by = $3, ended_at = $4
             where organization_id = $1 and certification_id = $2`,
      values: (me, organization) => [organization, history.certification, me, at],
      allowed: ['manager'],
    },
    update(
      'end a board status in the name of another',
      'board_status_period',
      `ends_on = '${TODAY}', ended_by = '${auditor.id}', ended_at = '${at}'`,
      'certification_id',
      history.certification,
      [],
    ),
    update(
      "end a board status in nobody's name",
      'board_status_period',
      `ends_on = '${TODAY}'`,
      'certification_id',
      history.certification,
      [],
    ),
    update(
      'answer the renewal questions of a certification',
      'certification',
      'exam_year = 2021, revision = revision + 1',
      'id',
      history.certification,
      ['manager'],
    ),
  ]
}

/** Who may enter courses, review them, and keep evidence of them. */
function attemptsOnProof({ cast, history }: Pick<WallsWorld, 'cast' | 'history'>): Attempt[] {
  const { peer, colleague, auditor } = cast.actors
  const id = (): string => randomUUID()
  const course = ['id', 'title', 'held_on', 'origin', 'recorded_at', 'recorded_by']
  const entered = (by: string) => [id(), 'Ethics', TODAY, 'ENTERED_BY_HOLDER', at, by]
  const credit = ['activity_id', 'peer_id', 'hours', 'categories']
  const review = ['activity_id', 'peer_id', 'outcome', 'reviewed_at', 'reviewed_by']
  const look = ['file_id', 'peer_id', 'viewer_id', 'looked_at']
  const file = ['id', 'peer_id', 'media_type', 'size_bytes', 'sha256', 'uploaded_at']
  const kept = (of: string) => [id(), of, 'image/png', 4, Buffer.alloc(32, 8), at]
  const plan = ['id', 'peer_id', 'title', 'held_on', 'hours', 'credit_unit', 'categories', 'planned_at']
  const planned = (of: string) => [id(), of, 'Ethics', '2026-12-01', 3, 'CONTACT_HOURS', ['ethics'], at]
  const peers = ['peer', 'colleague'] as const
  return [
    insertion('enter a course', 'ce_activity', course, entered, [...peers, 'manager']),
    insertion('enter a course in the name of another', 'ce_activity', course, () => entered(auditor.id), []),
    update(
      'count a change of a course that the peer entered',
      'ce_activity',
      'revision = revision + 1',
      'id',
      history.ownCourse,
      ['peer', 'manager'],
    ),
    insertion(
      'get hours of a course that the peer entered',
      'ce_credit',
      credit,
      (me) => [history.ownCourse, me, 2, ['ethics']],
      ['peer', 'manager'],
    ),
    insertion(
      'get hours of a course that was confirmed',
      'ce_credit',
      credit,
      (me) => [history.reviewed, me, 2, ['ethics']],
      ['manager'],
    ),
    insertion(
      'review a course',
      'course_review',
      review,
      (me) => [history.ownCourse, peer.id, 'CONFIRMED', at, me],
      ['manager'],
    ),
    insertion(
      'review a course in the name of another',
      'course_review',
      review,
      () => [history.ownCourse, peer.id, 'CONFIRMED', at, auditor.id],
      [],
    ),
    insertion(
      'review a course of ones own',
      'course_review',
      review,
      (me) => [history.ownCourse, me, 'CONFIRMED', at, me],
      [],
    ),
    insertion('send a file', 'evidence_file', file, kept, peers),
    insertion('send a file for another', 'evidence_file', file, () => kept(colleague.id), ['colleague']),
    insertion(
      'keep a piece of a file',
      'evidence_chunk',
      ['file_id', 'place', 'peer_id', 'data'],
      (me) => [history.evidence, 1, me, Buffer.from('x')],
      peers,
    ),
    insertion(
      'attach a file',
      'course_evidence',
      ['course_id', 'file_id', 'peer_id', 'attached_at'],
      (me) => [history.ownCourse, history.evidence, me, at],
      peers,
    ),
    insertion('write down a look', 'evidence_look', look, (me) => [history.evidence, peer.id, me, at], [
      'manager',
      'auditor',
    ]),
    insertion(
      'write down a look of another',
      'evidence_look',
      look,
      () => [history.evidence, peer.id, auditor.id, at],
      ['auditor'],
    ),
    insertion(
      'write down a look of another time',
      'evidence_look',
      look,
      (me) => [history.evidence, peer.id, me, '2026-01-01T00:00:00Z'],
      [],
    ),
    {
      label: 'remove a file',
      table: 'evidence_file',
      sql: 'update evidence_file set removed_by = $3, removed_at = $4 where organization_id = $1 and id = $2',
      values: (me, organization) => [organization, history.evidence, me, at],
      allowed: ['peer', 'manager'],
    },
    update(
      'remove a file in the name of another',
      'evidence_file',
      `removed_by = '${auditor.id}', removed_at = '${at}'`,
      'id',
      history.evidence,
      [],
    ),
    insertion('plan a course', 'planned_course', plan, planned, peers),
    insertion('plan a course for another', 'planned_course', plan, () => planned(colleague.id), [
      'colleague',
    ]),
    update('remove a plan', 'planned_course', `removed_at = '${at}'`, 'id', history.plan, ['peer']),
  ]
}
