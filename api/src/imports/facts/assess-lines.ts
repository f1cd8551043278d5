import type { DateOrder } from '@alongside/shared/calendar/days-in-cells'
import { cellsOf, matchedCells } from '@alongside/shared/imports/row-cells'
import type { ImportShape, RowProblem } from '@alongside/shared/imports/row-problems'
import type { Reader } from '../../database/statement-queue.ts'
import type { FileRow } from '../file/read-file.ts'
import type { Asker, Made } from './assessor.ts'
import { ceHoursAssessor } from './ce-hours-facts.ts'
import { certificationAssessor } from './certification-facts.ts'
import { peopleAssessor } from './people-facts.ts'
import { serviceHoursAssessor } from './service-hours-facts.ts'

// What each line of a file would make. The same assessment is shown before and decides when it is confirmed.

/** A file as it is read now: what its columns mean, how its days are read, what its texts stand for. */
export interface FileToAssess extends ImportShape {
  readonly dateOrder: DateOrder | null
  readonly rows: readonly FileRow[]
}

export interface AssessedLine {
  readonly line: number
  readonly outcome: 'NEW' | 'PRESENT' | 'PROBLEM'
  readonly problems: readonly RowProblem[]
  /** Null unless the line is new. */
  readonly made: Made | null
}

const ASSESSORS = {
  PEOPLE: peopleAssessor,
  CERTIFICATIONS: certificationAssessor,
  CE_HOURS: ceHoursAssessor,
  SERVICE_HOURS: serviceHoursAssessor,
} as const

/** `asker` is known as soon as the first statement is answered. */
export async function assessLines(
  db: Reader,
  asker: () => Asker,
  file: FileToAssess,
): Promise<AssessedLine[]> {
  const read = file.rows.map(({ line, cells }) => ({
    line,
    cells: matchedCells(cellsOf(file.columns, cells), file.matches),
  }))
  const assess = await ASSESSORS[file.kind](db, asker, read, file.dateOrder)
  return file.rows.map(({ line, hasExtra }, place) => {
    const assessed = assess(read[place]?.cells ?? {}, line)
    const shape = hasExtra ? [{ column: null, problem: 'too-many-cells' } as const] : []
    const further = assessed.kind === 'problem' ? assessed.problems : []
    if (shape.length + further.length > 0)
      return { line, outcome: 'PROBLEM', problems: [...shape, ...further], made: null }
    return assessed.kind === 'new'
      ? { line, outcome: 'NEW', problems: [], made: assessed.made }
      : { line, outcome: 'PRESENT', problems: [], made: null }
  })
}
