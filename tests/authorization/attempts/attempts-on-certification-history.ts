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
  const withdrawal = (label: string, table: string, key: string, column = 'id'): Attempt[] => [
    {
      label,
      table,
      sql: `update ${table} set voided_by = $3, voided_at = $4 where organization_id = $1 and ${column} = $2`,
      values: (me, organization) => [organization, key, me, at],
      allowed: ['manager'],
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
    ...withdrawal('void CE hours', 'ce_credit', peer.id, 'peer_id'),
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
