import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../../support/fixed-today.ts'
import type { WallsWorld } from '../../walls-world.ts'
import { type Attempt, insertion, update } from '../attempt.ts'

// Who may switch group figures on, say something about them, and answer for themselves; nobody publishes by hand.

const at = NOW.toISOString()

export function attemptsOnClimate({ cast, rows }: WallsWorld): Attempt[] {
  const { peer, manager } = cast.actors
  const published = rows.find(({ table }) => table === 'crowd_snapshot')?.where['id']
  const line = ['id', 'snapshot_id', 'step', 'line', 'taken_on', 'written_by']
  const snapshot = ['id', 'subject', 'starts_on', 'ends_on', 'smallest_group', 'frozen_at']
  return [
    insertion('switch on group figures', 'climate_setting', ['on_since'], () => [TODAY], ['manager']),
    insertion(
      'switch on group figures for the past',
      'climate_setting',
      ['on_since'],
      () => ['2026-01-01'],
      [],
    ),
    update('raise the smallest group', 'climate_setting', 'smallest_group = 9', 'smallest_group', '7', [
      'manager',
    ]),
    insertion(
      'say something about a published period',
      'climate_step',
      line,
      (me) => [randomUUID(), published, 'ACT', 'Y', TODAY, me],
      ['manager'],
    ),
    insertion(
      "say something about a published period in the manager's name",
      'climate_step',
      line,
      () => [randomUUID(), published, 'ACT', 'Y', TODAY, manager.id],
      ['manager'],
    ),
    insertion(
      'say something about a published period for another day',
      'climate_step',
      line,
      (me) => [randomUUID(), published, 'ACT', 'Y', '2026-01-01', me],
      [],
    ),
    update(
      'void a line about a published period',
      'climate_step',
      'voided_at = access.now()',
      'step',
      'ACT',
      ['manager'],
    ),
    update(
      'void a line about a published period for the past',
      'climate_step',
      "voided_at = '2026-01-01'",
      'step',
      'ACT',
      [],
    ),
    insertion(
      'publish a period by hand',
      'crowd_snapshot',
      snapshot,
      () => [randomUUID(), 'CHECK_IN', '2026-03-01', '2026-03-31', 7, at],
      [],
    ),
    insertion(
      'put oneself on a roster',
      'crowd_roster',
      ['subject', 'starts_on', 'member_id'],
      (me) => ['CORE_VALUES', '2026-01-01', me],
      [],
    ),
    insertion(
      'bring the ProQOL items',
      'proqol_item_set',
      ['id', 'items', 'credit', 'imported_by', 'imported_at'],
      (me) => [randomUUID(), Array(30).fill('A sentence'), 'Stamm, proqol.org', me, at],
      ['admin'],
    ),
    insertion(
      "bring the ProQOL items in the admin's name",
      'proqol_item_set',
      ['id', 'items', 'credit', 'imported_by', 'imported_at'],
      () => [randomUUID(), Array(30).fill('A sentence'), 'Stamm, proqol.org', cast.actors.admin.id, at],
      ['admin'],
    ),
    insertion(
      'answer ProQOL',
      'proqol_response',
      ['id', 'member_id', 'started_on', 'answers', 'saved_at', 'finished_on'],
      (me) => [randomUUID(), me, TODAY, Array(30).fill(3), at, TODAY],
      ['peer', 'colleague'],
    ),
    insertion(
      'answer ProQOL for the peer',
      'proqol_response',
      ['id', 'member_id', 'started_on', 'answers', 'saved_at', 'finished_on'],
      () => [randomUUID(), peer.id, TODAY, Array(30).fill(3), at, TODAY],
      ['peer'],
    ),
    update(
      "finish the peer's ProQOL",
      'proqol_response',
      'finished_on = access.today()',
      'member_id',
      peer.id,
      ['peer'],
    ),
    update(
      "finish the peer's ProQOL on another day",
      'proqol_response',
      "finished_on = '2026-06-01'",
      'member_id',
      peer.id,
      [],
    ),
    insertion(
      'answer about the core values',
      'core_value_reflection',
      ['member_id', 'starts_on', 'answers', 'saved_at'],
      (me) => [me, '2026-01-01', Array(12).fill(3), at],
      ['peer', 'colleague'],
    ),
    insertion(
      'answer about the core values for the peer',
      'core_value_reflection',
      ['member_id', 'starts_on', 'answers', 'saved_at'],
      () => [peer.id, '2026-01-01', Array(12).fill(3), at],
      ['peer'],
    ),
    insertion(
      'answer about the core values of a past half-year',
      'core_value_reflection',
      ['member_id', 'starts_on', 'answers', 'saved_at'],
      (me) => [me, '2025-07-01', Array(12).fill(3), at],
      [],
    ),
    update(
      "change the peer's answers about the core values",
      'core_value_reflection',
      'answers = array_fill(3::smallint, array[12])',
      'member_id',
      peer.id,
      ['peer'],
    ),
    update(
      'change own answers about the core values of a past half-year',
      'core_value_reflection',
      'answers = array_fill(3::smallint, array[12])',
      'starts_on',
      '2025-07-01',
      [],
    ),
  ]
}
