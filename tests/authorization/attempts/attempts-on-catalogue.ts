import { NOW } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'

/** Who may note a change of the catalogue, and settle the note. */
export function attemptsOnCatalogue(): Attempt[] {
  const columns = ['credential_id', 'what_changed', 'reported_by', 'reported_at']
  return [
    insertion(
      'report a change of the catalogue',
      'catalogue_report',
      columns,
      (me) => ['us-oh-cprs', 'The fee', me, NOW.toISOString()],
      ['manager'],
    ),
    update(
      'settle a catalogue report',
      'catalogue_report',
      'settled_at = now()',
      'credential_id',
      'us-oh-cprs',
      ['manager'],
    ),
  ]
}
