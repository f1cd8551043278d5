import type { DateOrder } from '@alongside/shared/calendar/days-in-cells'
import type { ImportColumn } from '@alongside/shared/imports/import-columns'
import type { ImportKind } from '@alongside/shared/imports/import-states'
import type { RowProblem, ValueMatches } from '@alongside/shared/imports/row-problems'
import { readSql, type Write, writeSql } from '../../database/reads-and-writes.ts'
import type { Reader } from '../../database/statement-queue.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound } from '../../server/graphql/domain-error.ts'
import { type AssessedLine, assessLines, type FileToAssess } from '../facts/assess-lines.ts'
import type { FileRow } from '../file/read-file.ts'

// A file that waits to be confirmed, as it is kept: locked, read, and assessed again.

export interface KeptBatch {
  readonly kind: ImportKind
  readonly state: string
  readonly confirmKey: string | null
  readonly isOver: boolean
  readonly headings: readonly string[]
  readonly columns: readonly (ImportColumn | null)[]
  readonly dateOrder: DateOrder | null
  readonly matches: ValueMatches
}

export const batchForUpdate = (importId: string) =>
  readSql<KeptBatch>(
    `select kind, state, confirm_key as "confirmKey", rows_until <= access.now() as "isOver", headings, columns,
            date_order as "dateOrder", value_matches as matches
       from import_batch where organization_id = (select access.organization_id()) and id = $1 for update`,
    [importId],
  )

/** Throws unless the file still waits to be confirmed. */
export function stillOpen(batch: KeptBatch | undefined): KeptBatch {
  if (!batch) throw notFound()
  if (batch.state !== 'PREVIEWED')
    throw new DomainError('CONFLICT', 'imports.confirmed-already', 'This file has been confirmed before.')
  if (batch.isOver)
    throw new DomainError('CONFLICT', 'imports.expired', 'This preview is a day old. Send the file again.')
  return batch
}

export function keptRows(db: Reader, importId: string): Promise<(FileRow & { problems: RowProblem[] })[]> {
  return db.run(
    `select line, "values" as cells, problems, problems @> '[{"problem": "too-many-cells"}]' as "hasExtra"
       from import_row
      where organization_id = (select access.organization_id()) and batch_id = $1 order by line`,
    [importId],
  )
}

/** Assesses what is kept now, and keeps what was found: the screen shows it, whatever becomes of the file. */
export async function assessedAgain(
  tx: Transaction,
  importId: string,
  { kind, columns, dateOrder, matches }: Omit<FileToAssess, 'rows'>,
): Promise<AssessedLine[]> {
  const rows = await keptRows(tx, importId)
  const assessed = await assessLines(tx, () => tx.actor, { kind, columns, dateOrder, matches, rows })
  await tx.write(assessmentWritten(importId, assessed))
  return assessed
}

function assessmentWritten(importId: string, assessed: readonly AssessedLine[]): Write[] {
  const found = assessed.map(({ line, outcome, problems }) => ({ line, outcome, problems }))
  return [
    writeSql(
      `update import_row r set outcome = now.outcome, problems = now.problems
         from jsonb_to_recordset($2::jsonb) as now (line integer, outcome text, problems jsonb)
        where r.organization_id = (select access.organization_id()) and r.batch_id = $1 and r.line = now.line
          and (r.outcome <> now.outcome or r.problems <> now.problems)`,
      [importId, JSON.stringify(found)],
    ),
    writeSql(
      `update import_batch b
          set new_count = counted.new, present_count = counted.present, problem_count = counted.problem
         from (select count(*) filter (where outcome = 'NEW') as new,
                      count(*) filter (where outcome = 'PRESENT') as present,
                      count(*) filter (where outcome = 'PROBLEM') as problem
                 from import_row
                where organization_id = (select access.organization_id()) and batch_id = $1) counted
        where b.organization_id = (select access.organization_id()) and b.id = $1`,
      [importId],
    ),
  ]
}
