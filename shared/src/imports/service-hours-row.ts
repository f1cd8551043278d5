/** Assesses one line of a file of service hours: who worked between which days, and how long. */
import { endOfMonth, isPlainDate, minDate, type PlainDate } from '../calendar/plain-date.ts'
import { validateServiceHours } from '../certification/history/holder-input.ts'
import { overlapErrors, type WorkedDays } from '../certification/history/service-hours-overlap.ts'
import { canonicalEmail } from '../people/account/email.ts'
import { readHours } from './cell-values.ts'
import { dayIn } from './certification-row.ts'
import type { DateOrder } from '../calendar/days-in-cells.ts'
import type { ImportColumn } from './import-columns.ts'
import { type PeopleByName, personIn, required, rowProblems, textOf, textProblems } from './row-cells.ts'
import type { AssessedRow, RowCells, RowProblem } from './row-problems.ts'

export interface ImportedServiceHours extends WorkedDays {
  readonly peerId: string
}

export interface ServiceHoursFacts {
  readonly today: PlainDate
  readonly people: PeopleByName
  /** What counts already, by person. */
  readonly workedBy: ReadonlyMap<string, readonly WorkedDays[]>
  readonly dateOrder: DateOrder | null
  /** Filled line by line: what an earlier line of the file says of a person. */
  readonly earlier: Map<string, (WorkedDays & { readonly line: number })[]>
}

const COLUMN_OF: Readonly<Record<string, ImportColumn>> = {
  startsOn: 'WORKED_FROM',
  endsOn: 'WORKED_UNTIL',
  hours: 'WORKED_HOURS',
}
/** 2026-10 and 10/2026: a month stands for its days. */
const YEAR_AND_MONTH = /^(\d{4})[-/](\d{1,2})$/
const MONTH_AND_YEAR = /^(\d{1,2})[-/](\d{4})$/

export function validateServiceHoursRow(
  cells: RowCells,
  line: number,
  facts: ServiceHoursFacts,
): AssessedRow<ImportedServiceHours> {
  const text = textOf(cells)
  const problems = textProblems(cells)
  const peerId = personIn(text, facts.people, canonicalEmail, problems)
  const days = daysIn(cells, facts, problems)
  const hours = readHours(required('WORKED_HOURS', text, problems))
  if (hours === null && text('WORKED_HOURS') !== '')
    problems.push({ column: 'WORKED_HOURS', problem: 'not-a-number' })
  if (peerId === null || days === null || hours === null || problems.length > 0)
    return { kind: 'problem', problems }
  const worked = facts.workedBy.get(peerId) ?? []
  const made = { peerId, ...days, hours }
  if (worked.some((other) => isSame(other, made))) return { kind: 'present' }
  problems.push(...rowProblems(validateServiceHours(made, facts.today), COLUMN_OF))
  problems.push(...rowProblems(overlapErrors(made, worked, false), COLUMN_OF))
  // A line that is not taken stands in the way of none.
  if (problems.length === 0) problems.push(...besideEarlier(made, line, facts))
  return problems.length > 0 ? { kind: 'problem', problems } : { kind: 'new', made }
}

const isSame = (one: WorkedDays, other: WorkedDays): boolean =>
  one.startsOn === other.startsOn && one.endsOn === other.endsOn && one.hours === other.hours

/** Without a last day the first is the only one, or the month that it names is meant: of this month, until today. */
function daysIn(
  cells: RowCells,
  facts: ServiceHoursFacts,
  problems: RowProblem[],
): Pick<WorkedDays, 'startsOn' | 'endsOn'> | null {
  const hasEnd = (cells.WORKED_UNTIL ?? '').trim() !== ''
  const month = hasEnd ? null : monthIn((cells.WORKED_FROM ?? '').trim())
  if (month !== null)
    return { startsOn: month, endsOn: month > facts.today ? month : minDate(endOfMonth(month), facts.today) }
  const startsOn = dayIn('WORKED_FROM', cells, facts, problems, true)
  const endsOn = hasEnd ? dayIn('WORKED_UNTIL', cells, facts, problems, true) : startsOn
  return startsOn === null || endsOn === null ? null : { startsOn, endsOn }
}

function monthIn(text: string): PlainDate | null {
  const [, year, month] = YEAR_AND_MONTH.exec(text) ?? []
  const [, otherMonth, otherYear] = MONTH_AND_YEAR.exec(text) ?? []
  const day = `${year ?? otherYear}-${(month ?? otherMonth ?? '').padStart(2, '0')}-01`
  return isPlainDate(day) ? day : null
}

function besideEarlier(
  { peerId, ...days }: ImportedServiceHours,
  line: number,
  { earlier }: ServiceHoursFacts,
): RowProblem[] {
  const lines = earlier.get(peerId) ?? []
  const crossed = lines.find(
    (other) => other.line !== line && other.startsOn <= days.endsOn && days.startsOn <= other.endsOn,
  )
  if (crossed) return [{ column: 'WORKED_FROM', problem: 'repeated', line: crossed.line }]
  earlier.set(peerId, [...lines, { ...days, line }])
  return []
}
