import { randomUUID } from 'node:crypto'
import { NOW, THIS_WEEK } from '../../../support/fixed-today.ts'
import type { WallsWorld } from '../../walls-world.ts'
import { type Attempt, insertion } from '../attempt.ts'

const at = NOW.toISOString()
const LOG = ['id', 'peer_id', 'week_start', 'revision', 'only_totals', 'logged_at']
const PART = ['log_id', 'peer_id', 'week_start', 'only_totals', 'function', 'quarter_hours']

/** A week is logged by the peer alone, in a placement; nothing is added to one that was logged before. */
export function attemptsOnWeeks({ cast, weeks }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const part = [weeks.shown, peer.id, THIS_WEEK, false, 'CLINICAL', 4]
  const log = (label: string, values: Attempt['values'], allowed: Attempt['allowed']) =>
    insertion(label, 'week_log', LOG, values, allowed)
  return [
    log('log a week of the peer', () => [randomUUID(), peer.id, THIS_WEEK, 7, false, at], ['peer']),
    log(
      'log a week at another time',
      () => [randomUUID(), peer.id, THIS_WEEK, 7, false, '2026-06-01T12:00:00Z'],
      [],
    ),
    log('log a week before the placement', () => [randomUUID(), peer.id, '2015-01-05', 7, false, at], []),
    log('log a week in the future', () => [randomUUID(), peer.id, '2026-06-22', 7, false, at], []),
    insertion(
      'add an activity to a week of the peer',
      'week_log_line',
      [...PART, 'activity'],
      () => [...part, 'JOB_SEARCH'],
      ['peer'],
    ),
    insertion('add a total to a week of the peer', 'week_log_total', PART, () => part, ['peer']),
  ]
}
