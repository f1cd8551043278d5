import type { RowCells } from '@alongside/shared/imports/row-problems'
import { moreTime, readSql, type Write, writeSql } from '../database/reads-and-writes.ts'
import { NOW, updateOf } from '../database/statements.ts'
import type { Transaction } from '../database/unit-of-work.ts'
import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { DomainError, notFound } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { ImportBatch } from './import-batch.entity.ts'
import { importById } from './import-lists.service.ts'
import type {
  ConfirmImportInput,
  ImportConfirmed,
  ImportStopped,
  UndoImportInput,
  UndoImportPayload,
} from './imports.types.ts'
import { peopleMade } from './make-people.ts'
import { validateLines, peopleFacts } from './people-file/people-facts.ts'
import { KEPT_HOURS, OUTCOMES } from './preview-import.service.ts'

// All of a file or nothing: assessed again in the transaction that makes it, since the preview may be hours old.

/** A file of 5,000 takes seconds, where everything else takes milliseconds. */
const MORE_TIME = moreTime(60_000)

interface Batch {
  readonly state: string
  readonly confirmKey: string | null
  readonly isOver: boolean
}

type Assessed = ReturnType<typeof validateLines>[number]

export async function confirmImport(
  ctx: RequestContext,
  input: ConfirmImportInput,
): Promise<ImportConfirmed | ImportStopped> {
  requireConfirmedPassword(await ctx.unit.actor())
  const outcome = await ctx.unit.transaction((tx) => confirmWithin(tx, input))
  const shown = await importById(ctx, input.importId)
  return outcome === 'problems' ? { import: shown } : { import: shown, replayed: outcome === 'replayed' }
}

/** Takes back whoever has not joined and has nothing else here; says of the others why they stay. */
export async function undoImport(
  ctx: RequestContext,
  { importId }: UndoImportInput,
): Promise<UndoImportPayload> {
  const isUndone = await ctx.unit.transaction(async (tx) => {
    const [, [answer]] = await tx.write([
      MORE_TIME,
      writeSql<{ undone: boolean }>('select access.undo_people_import($1) as undone', [importId]),
    ])
    return answer?.undone ?? false
  })
  const shown = await importById(ctx, importId)
  if (!isUndone && shown.state !== 'UNDONE')
    throw new DomainError('CONFLICT', 'imports.not-to-undo', 'This import cannot be undone any more.')
  return { import: shown }
}

async function confirmWithin(
  tx: Transaction,
  { importId, idempotencyKey, leaveOutProblems, sendInvitations }: ConfirmImportInput,
): Promise<'made' | 'replayed' | 'problems'> {
  const [, [batch]] = await tx.write([
    MORE_TIME,
    readSql<Batch>(
      `select state, confirm_key as "confirmKey", rows_until <= access.now() as "isOver" from import_batch
        where organization_id = (select access.organization_id()) and id = $1 for update`,
      [importId],
    ),
    // Two files with the same people at the same moment: the second waits and finds them there.
    readSql(
      `select pg_advisory_xact_lock(hashtextextended('inviting into ' || access.organization_id(), 0))`,
    ),
  ])
  if (!batch) throw notFound()
  if (batch.state === 'CONFIRMED' && batch.confirmKey === idempotencyKey) return 'replayed'
  if (batch.state !== 'PREVIEWED')
    throw new DomainError('CONFLICT', 'imports.confirmed-already', 'This file has been confirmed before.')
  if (batch.isOver)
    throw new DomainError('CONFLICT', 'imports.expired', 'This preview is a day old. Send the file again.')
  const lines = await keptLines(tx, importId)
  const assessed = validateLines(lines, await peopleFacts(tx, () => tx.actor.roles, lines))
  await tx.write(assessmentWritten(importId, assessed))
  if (assessed.some(({ kind }) => kind === 'problem') && !leaveOutProblems) return 'problems'
  const confirmed = { state: 'CONFIRMED', confirmKey: idempotencyKey, confirmedAt: NOW, ...KEPT_ON }
  await tx.write([
    ...peopleMade(tx.actor.now, importId, assessed, sendInvitations),
    updateOf(ImportBatch, { id: importId }, confirmed),
  ])
  return 'made'
}

const KEPT_ON = {
  madeCount: () => 'new_count',
  rowsUntil: () => `access.now() + make_interval(hours => ${KEPT_HOURS})`,
}

async function keptLines(tx: Transaction, importId: string) {
  const rows = await tx.run<{ line: number; cells: RowCells; extra: boolean }>(
    `select line, "values" as cells, problems @> '[{"problem": "too-many-cells"}]' as extra from import_row
      where organization_id = (select access.organization_id()) and batch_id = $1 order by line`,
    [importId],
  )
  return rows.map(({ line, cells, extra }) => ({
    line,
    cells,
    problems: extra ? [{ column: null, problem: 'too-many-cells' as const }] : [],
  }))
}

/** What is found now stands in place of what the preview said: the screen shows it, whether it is made or not. */
function assessmentWritten(importId: string, assessed: readonly Assessed[]): Write[] {
  const found = assessed.map((each) => ({
    line: each.line,
    outcome: OUTCOMES[each.kind],
    problems: each.kind === 'problem' ? each.problems : [],
  }))
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
