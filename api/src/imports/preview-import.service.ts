import { randomUUID } from 'node:crypto'
import { IMPORT_LIMITS } from '@alongside/shared/imports/import-columns'
import type { RequestContext } from '../server/request-context.ts'
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
  await Promise.all([keepBatch(ctx, id, keptName(fileName), file, assessed), keepRows(ctx, id, assessed)])
  return id
}

type Assessed = ReturnType<typeof validateLines>

function keepBatch(
  ctx: RequestContext,
  id: string,
  fileName: string,
  { encoding, unknownHeadings }: PeopleFile,
  assessed: Assessed,
) {
  const count = (kind: string): number => assessed.filter((each) => each.kind === kind).length
  const until = new Date(ctx.now.getTime() + KEPT_HOURS * 3_600_000).toISOString()
  const counts = [assessed.length, count('new'), count('present'), count('problem')]
  return ctx.unit.run(
    `insert into import_batch (organization_id, id, kind, file_name, state, encoding, unknown_headings, row_count,
       new_count, present_count, problem_count, imported_by, uploaded_at, rows_until)
     values (access.organization_id(), $1, 'PEOPLE', $2, 'PREVIEWED', $3, $4, $5, $6, $7, $8,
             access.membership_id(), access.now(), $9)`,
    [id, fileName, encoding, unknownHeadings, ...counts, until],
  )
}

function keepRows(ctx: RequestContext, id: string, assessed: Assessed) {
  const rows = assessed.map((each) => ({
    line: each.line,
    cells: each.cells,
    problems: each.kind === 'problem' ? each.problems : [],
    outcome: OUTCOMES[each.kind],
  }))
  return ctx.unit.run(
    `insert into import_row (organization_id, batch_id, line, imported_by, "values", problems, outcome)
     select access.organization_id(), $1, line, access.membership_id(), cells, problems, outcome
       from jsonb_to_recordset($2::jsonb) as assessed (line integer, cells jsonb, problems jsonb, outcome text)`,
    [id, JSON.stringify(rows)],
  )
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
