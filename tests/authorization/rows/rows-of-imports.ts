import { randomUUID } from 'node:crypto'
import { NOW } from '../../support/fixed-today.ts'
import type { RowPlacing } from './row-placing.ts'

/** A file of an admin, and one of somebody who has lost the office since; each with a row. */
export async function placeImports({ place, secret, actors }: RowPlacing) {
  const made = { ofAdmin: randomUUID(), ofPeer: randomUUID() }
  const importOf = async (whose: string, id: string, importedBy: string): Promise<void> => {
    await place(`import of ${whose}`, 'import_batch', {
      id,
      kind: 'PEOPLE',
      file_name: 'people.csv',
      state: 'PREVIEWED',
      encoding: 'UTF_8',
      headings: ['Name'],
      columns: ['NAME'],
      row_count: 1,
      new_count: 1,
      present_count: 0,
      problem_count: 0,
      imported_by: importedBy,
      uploaded_at: NOW,
      rows_until: '2026-06-18T13:00:00Z',
    })
    const row = { batch_id: id, line: 2, imported_by: importedBy, outcome: 'NEW' }
    await place(
      `row of the import of ${whose}`,
      'import_row',
      { ...row, values: JSON.stringify([secret('import row')]) },
      ['organization_id', 'batch_id'],
    )
  }
  await importOf('the admin', made.ofAdmin, actors.admin.id)
  await importOf('a peer', made.ofPeer, actors.peer.id)
  return made
}
