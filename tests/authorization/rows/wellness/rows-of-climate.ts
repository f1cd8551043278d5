import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../../support/fixed-today.ts'
import { BEFORE_THE_RESET, type RowPlacing, secretAnswers } from '../row-placing.ts'

/** Figures of a closed month, who counted in the open one, and what a peer answered about the core values. */
export async function placeClimate({ place, secret, actors, organization_id }: RowPlacing): Promise<void> {
  const [snapshot, period] = [randomUUID(), { subject: 'CHECK_IN', starts_on: '2026-05-01' }]
  await place('team climate settings', 'climate_setting', { on_since: '2026-05-01' }, ['organization_id'])
  await place('published period', 'crowd_snapshot', {
    ...period,
    id: snapshot,
    ends_on: '2026-05-31',
    smallest_group: 7,
    frozen_at: NOW,
  })
  await place(
    'published group',
    'crowd_block',
    { snapshot_id: snapshot, position: 0, kind: 'ORGANIZATION', count_band: 'FROM_5' },
    ['organization_id', 'snapshot_id', 'position'],
  )
  await place(
    'published result',
    'crowd_figure',
    { snapshot_id: snapshot, position: 0, measure: 'WEEK_FELT', mean: 3.5 },
    ['organization_id', 'snapshot_id', 'measure'],
  )
  await place('line about a published period', 'climate_step', {
    id: randomUUID(),
    snapshot_id: snapshot,
    step: 'ACT',
    line: secret('line about a published period'),
    taken_on: TODAY,
    written_by: actors.manager.id,
  })
  await place(
    'roster of an open month',
    'crowd_roster',
    { subject: 'CHECK_IN', starts_on: '2026-06-01', member_id: actors.peer.id },
    ['organization_id', 'member_id'],
  )
  const values = (label: string, starts_on: string, saved_at: Date | string) =>
    place(
      label,
      'core_value_reflection',
      { member_id: actors.peer.id, starts_on, answers: secretAnswers(label, organization_id, 12), saved_at },
      ['organization_id', 'member_id', 'starts_on'],
    )
  await values('answers about the core values from before a password reset', '2025-01-01', BEFORE_THE_RESET)
  await values('answers about the core values of the half-year before', '2025-07-01', NOW)
  await values('answers about the core values', '2026-01-01', NOW)
}
