import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may send a file of people and go on with it.

const at = NOW.toISOString()
const COUNTS = ['row_count', 'new_count', 'present_count', 'problem_count']

export function attemptsOnImports({ cast, imports }: WallsWorld): Attempt[] {
  const columns = [
    'id',
    'kind',
    'file_name',
    'state',
    'encoding',
    ...COUNTS,
    'imported_by',
    'uploaded_at',
    'rows_until',
  ]
  const batch = (label: string, state: string, by: string | null, allowed: Attempt['allowed']) =>
    insertion(
      label,
      'import_batch',
      columns,
      (me) => [randomUUID(), 'PEOPLE', 'x.csv', state, 'UTF_8', 1, 1, 0, 0, by ?? me, at, at],
      allowed,
    )
  const row = (label: string, by: string | null, allowed: Attempt['allowed']) =>
    insertion(
      label,
      'import_row',
      ['batch_id', 'line', 'imported_by', 'values', 'outcome'],
      (me) => [imports.ofAdmin, 9, by ?? me, {}, 'NEW'],
      allowed,
    )
  const office: Attempt['allowed'] = ['manager', 'admin']
  return [
    batch('send a file', 'PREVIEWED', null, office),
    batch('send a file as the admin', 'PREVIEWED', cast.actors.admin.id, ['admin']),
    batch('send a file as confirmed', 'CONFIRMED', null, []),
    row('send a row', null, office),
    row('send a row as the admin', cast.actors.admin.id, ['admin']),
    update("go on with the admin's file", 'import_batch', 'made_count = 0', 'id', imports.ofAdmin, office),
    update("go on with a peer's file", 'import_batch', 'made_count = 0', 'id', imports.ofPeer, ['manager']),
    update("assess the admin's row", 'import_row', "outcome = 'NEW'", 'batch_id', imports.ofAdmin, office),
    update("assess a peer's row", 'import_row', "outcome = 'NEW'", 'batch_id', imports.ofPeer, ['manager']),
  ]
}
