import { randomUUID } from 'node:crypto'
import { IMPORT_LIMITS } from '@alongside/shared/imports/import-columns'
import type { Write } from '../database/reads-and-writes.ts'
import { ME, NOW, insertFrom, insertOf, type Values } from '../database/statements.ts'
import type { RequestContext } from '../server/request-context.ts'
import { ImportBatch } from './import-batch.entity.ts'
import { ImportRow } from './import-row.entity.ts'
import { validateLines, peopleFacts } from './people-file/people-facts.ts'
import { type PeopleFile, readPeopleFile } from './people-file/read-people-file.ts'

// A file is read, assessed line by line and kept for a day: nothing is made of it until somebody confirms.

/** How long a preview waits to be confirmed, and a confirmed import can be taken back. */
export const KEPT_HOURS = 24

/** Answers the id of the preview. */
export async function previewPeopleImport(
  ctx: RequestContext,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  const { roles } = await ctx.unit.actor()
  const file = await readPeopleFile(bytes)
  const assessed = validateLines(file.lines, await peopleFacts(ctx.unit, () => roles, file.lines))
  const id = randomUUID()
  const rowsUntil = new Date(ctx.now.getTime() + KEPT_HOURS * 3_600_000)
  await ctx.unit.write([
    insertOf(ImportBatch, { id, fileName: keptName(fileName), rowsUntil, ...batchOf(file, assessed) }),
    rowsKept(id, assessed),
  ])
  return id
}

type Assessed = ReturnType<typeof validateLines>

function batchOf({ encoding, unknownHeadings }: PeopleFile, assessed: Assessed): Values<ImportBatch> {
  const count = (kind: string): number => assessed.filter((each) => each.kind === kind).length
  return {
    kind: 'PEOPLE',
    state: 'PREVIEWED',
    encoding,
    unknownHeadings,
    rowCount: assessed.length,
    newCount: count('new'),
    presentCount: count('present'),
    problemCount: count('problem'),
    importedBy: ME,
    uploadedAt: NOW,
  }
}

function rowsKept(batchId: string, assessed: Assessed): Write {
  const rows = assessed.map((each) => ({
    line: each.line,
    cells: each.cells,
    problems: each.kind === 'problem' ? each.problems : [],
    outcome: OUTCOMES[each.kind],
  }))
  const parameters = { rows: JSON.stringify(rows) }
  return insertFrom(ImportRow, JUDGED, { batchId, ...OF_JUDGED, importedBy: ME }, { parameters })
}
const JUDGED = `from jsonb_to_recordset(:rows::jsonb)
  as assessed (line integer, cells jsonb, problems jsonb, outcome text)`
const OF_JUDGED = {
  line: () => 'line',
  values: () => 'cells',
  problems: () => 'problems',
  outcome: () => 'outcome',
}

export const OUTCOMES = { new: 'NEW', present: 'PRESENT', problem: 'PROBLEM' } as const

/** The name without its folders, without signs that cannot be kept; it names the file and does nothing else. */
function keptName(fileName: string): string {
  const name = (fileName.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .toWellFormed()
    .trim()
  return [...name].slice(0, IMPORT_LIMITS.fileName).join('') || 'people.csv'
}
