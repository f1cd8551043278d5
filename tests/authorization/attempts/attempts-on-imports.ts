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
      (me) => [imports.ofAdmin, 9, by ?? me, '[]', 'NEW'],
      allowed,
    )
  const office: Attempt['allowed'] = ['manager', 'admin']
  return [
    batch('upload an import', 'PREVIEWED', null, office),
    batch("upload an import in the admin's name", 'PREVIEWED', cast.actors.admin.id, ['admin']),
    batch('upload an import as confirmed', 'CONFIRMED', null, []),
    row('add a row to an import', null, office),
    row("add a row to an import in the admin's name", cast.actors.admin.id, ['admin']),
    update("continue the admin's import", 'import_batch', 'made_count = 0', 'id', imports.ofAdmin, office),
    update('continue an import by a peer', 'import_batch', 'made_count = 0', 'id', imports.ofPeer, [
      'manager',
    ]),
    update("match the admin's import", 'import_batch', "value_matches = '{}'", 'id', imports.ofAdmin, office),
    update(
      "mend a row of the admin's import",
      'import_row',
      "values = '[]'",
      'batch_id',
      imports.ofAdmin,
      office,
    ),
    update(
      "assess a row of the admin's import",
      'import_row',
      "outcome = 'NEW'",
      'batch_id',
      imports.ofAdmin,
      office,
    ),
    update(
      'assess a row of an import by a peer',
      'import_row',
      "outcome = 'NEW'",
      'batch_id',
      imports.ofPeer,
      ['manager'],
    ),
  ]
}
