import { randomUUID } from 'node:crypto'
import { dateOrderOf } from '@alongside/shared/calendar/days-in-cells'
import { DAY_COLUMNS, IMPORT_LIMITS, readHeadings } from '@alongside/shared/imports/import-columns'
import { ImportKind } from '@alongside/shared/imports/import-states'
import { Role } from '@alongside/shared/people/roles'
import type { Write } from '../database/reads-and-writes.ts'
import { ME, NOW, insertFrom, insertOf } from '../database/statements.ts'
import { DomainError, notFound } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { type AssessedLine, assessLines, type FileToAssess } from './facts/assess-lines.ts'
import { fileRefused, type FileRow, type ReadFile, readFile } from './file/read-file.ts'
import { ImportBatch } from './import-batch.entity.ts'
import { ImportRow } from './import-row.entity.ts'
import { keptRows } from './matching/kept-file.ts'

// A file is read, assessed line by line and kept for a day: nothing is made of it until somebody confirms.

/** How long a preview waits to be confirmed, and a confirmed import can be taken back. */
export const KEPT_HOURS = 24

/** Answers the id of the preview. */
export function previewImport(
  ctx: RequestContext,
  kind: ImportKind,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  return keepPreview(ctx, kind, keptName(fileName), readFile(bytes))
}

const OF_PERSON = /^(?:FIRST_|LAST_)?NAME$|^EMAIL$/

/** The same rows, read for something else that they say. */
export async function importAgain(ctx: RequestContext, importId: string, kind: ImportKind): Promise<string> {
  const [[kept], rows] = await Promise.all([
    ctx.unit.run<Pick<ReadFile, 'encoding' | 'headings'> & { fileName: string }>(
      `select file_name as "fileName", encoding, headings from import_batch
        where organization_id = (select access.organization_id()) and id = $1`,
      [importId],
    ),
    keptRows(ctx.unit, importId),
  ])
  if (!kept) throw notFound()
  if (rows.length === 0)
    throw new DomainError('CONFLICT', 'imports.expired', 'The rows of this file are erased. Send it again.')
  const { fileName, encoding, headings } = kept
  // Rows that say nothing of this kind are no faults of the file.
  const columns = readHeadings(kind, headings)
  const says = ({ cells }: FileRow) =>
    columns.some(
      (column, place) => column !== null && !OF_PERSON.test(column) && (cells[place] ?? '').trim() !== '',
    )
  const saying = rows.filter(says)
  if (saying.length === 0) throw fileRefused('empty', 'No row of this file says anything of this kind.')
  return keepPreview(ctx, kind, fileName, { encoding, headings, rows: saying })
}

/** Reads rows for a kind by their headings, assesses them and keeps them; the id of the preview. */
export async function keepPreview(
  ctx: RequestContext,
  kind: ImportKind,
  fileName: string,
  { encoding, headings, rows }: ReadFile,
): Promise<string> {
  const actor = await ctx.unit.actor()
  refuseUnlessManager(kind, actor.roles)
  const columns = readHeadings(kind, headings)
  const days = columns.flatMap((column, place) => (column && DAY_COLUMNS.includes(column) ? [place] : []))
  const dateOrder = dateOrderOf(rows.flatMap(({ cells }) => days.map((place) => cells[place] ?? '')))
  const file: FileToAssess = { kind, columns, dateOrder, matches: {}, rows }
  const assessed = await assessLines(ctx.unit, () => actor, file)
  const id = randomUUID()
  const rowsUntil = new Date(ctx.now.getTime() + KEPT_HOURS * 3_600_000)
  const batch = { id, kind, fileName, rowsUntil, encoding, headings, columns, dateOrder }
  const state = { state: 'PREVIEWED', importedBy: ME, uploadedAt: NOW, ...countsOf(assessed) }
  await ctx.unit.write([insertOf(ImportBatch, { ...batch, ...state }), rowsKept(id, file, assessed)])
  return id
}

/** An admin adds people; certifications and hours are a manager's. */
function refuseUnlessManager(kind: ImportKind, roles: readonly string[]): void {
  if (kind === ImportKind.PEOPLE || roles.includes(Role.MANAGER)) return
  throw new DomainError(
    'FORBIDDEN',
    'imports.needs-manager',
    'Only a manager records certifications and hours.',
  )
}

function countsOf(assessed: readonly AssessedLine[]) {
  const count = (outcome: string): number => assessed.filter((each) => each.outcome === outcome).length
  return {
    rowCount: assessed.length,
    newCount: count('NEW'),
    presentCount: count('PRESENT'),
    problemCount: count('PROBLEM'),
  }
}

function rowsKept(batchId: string, { rows }: FileToAssess, assessed: readonly AssessedLine[]): Write {
  const kept = rows.map(({ line, cells }, place) => {
    const { outcome = '', problems = [] } = assessed[place] ?? {}
    return { line, cells, outcome, problems }
  })
  const parameters = { rows: JSON.stringify(kept) }
  return insertFrom(ImportRow, ASSESSED, { batchId, ...OF_ASSESSED, importedBy: ME }, { parameters })
}
const ASSESSED = `from jsonb_to_recordset(:rows::jsonb)
  as assessed (line integer, cells jsonb, problems jsonb, outcome text)`
const OF_ASSESSED = {
  line: () => 'line',
  values: () => 'cells',
  problems: () => 'problems',
  outcome: () => 'outcome',
}

/** The name without its folders, without signs that cannot be kept; it names the file and does nothing else. */
function keptName(fileName: string): string {
  const name = (fileName.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .toWellFormed()
    .trim()
  return [...name].slice(0, IMPORT_LIMITS.fileName).join('') || 'people.csv'
}
