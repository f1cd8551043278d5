import { moreTime, readSql, writeSql } from '../database/reads-and-writes.ts'
import { NOW, updateOf } from '../database/statements.ts'
import type { Transaction } from '../database/unit-of-work.ts'
import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { DomainError } from '../server/graphql/domain-error.ts'
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
import { assessedAgain, batchForUpdate, stillOpen } from './matching/kept-file.ts'
import { importMade } from './making/make-import.ts'
import { KEPT_HOURS } from './preview-import.service.ts'

// All of a file or nothing: assessed again in the transaction that makes it, since the preview may be hours old.

/** A file of 5,000 takes seconds, where everything else takes milliseconds. */
const MORE_TIME = moreTime(60_000)

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
      writeSql<{ undone: boolean }>(
        'select access.undo_people_import($1) or access.undo_records_import($1) as undone',
        [importId],
      ),
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
    batchForUpdate(importId),
    // Two files with the same people at the same moment: the second waits and finds them there.
    readSql(
      `select pg_advisory_xact_lock(hashtextextended('inviting into ' || access.organization_id(), 0))`,
    ),
  ])
  if (batch?.state === 'CONFIRMED' && batch.confirmKey === idempotencyKey) return 'replayed'
  const file = stillOpen(batch)
  const assessed = await assessedAgain(tx, importId, file)
  if (assessed.some(({ outcome }) => outcome === 'PROBLEM') && !leaveOutProblems) return 'problems'
  const confirmed = { state: 'CONFIRMED', confirmKey: idempotencyKey, confirmedAt: NOW, ...KEPT_ON }
  await tx.write([
    ...importMade(tx.actor.now, { id: importId, kind: file.kind, isMailWanted: sendInvitations }, assessed),
    updateOf(ImportBatch, { id: importId }, confirmed),
  ])
  return 'made'
}

const KEPT_ON = {
  madeCount: () => 'new_count',
  rowsUntil: () => `access.now() + make_interval(hours => ${KEPT_HOURS})`,
}
