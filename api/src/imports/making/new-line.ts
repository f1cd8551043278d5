import { type Write, writeSql } from '../../database/reads-and-writes.ts'
import type { Made } from '../facts/assessor.ts'

/** A line of a file that makes a record, and what it says. */
export interface NewLine<One extends Made = Made> {
  readonly line: number
  readonly made: One
}

/** Which record each line made, about whom. */
export function recordsNoted(importId: string, records: string): Write {
  return writeSql(
    `update import_row r set outcome = 'MADE', membership_id = now.peer, record_id = now.id
       from jsonb_to_recordset($2::jsonb) as now (line integer, peer uuid, id uuid)
      where r.organization_id = (select access.organization_id()) and r.batch_id = $1 and r.line = now.line`,
    [importId, records],
  )
}
