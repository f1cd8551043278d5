/** Assesses one line of a file of CE hours: who took which training, when, for how long and about what. */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { CeCategory } from '../certification/catalogue/ce-category.ts'
import type { DeliveryMode } from '../certification/catalogue/delivery-mode.ts'
import { validateCeHours } from '../certification/recording/ce-hours-input.ts'
import { canonicalEmail } from '../people/account/email.ts'
import { foldedForComparison } from '../language/folded-text.ts'
import { readDeliveryMode, readHours, readTopics } from './cell-values.ts'
import { dayIn } from './certification-row.ts'
import type { DateOrder } from '../calendar/days-in-cells.ts'
import type { ImportColumn } from './import-columns.ts'
import { type PeopleByName, personIn, required, rowProblems, textOf, textProblems } from './row-cells.ts'
import type { AssessedRow, RowCells, RowProblem } from './row-problems.ts'

export interface ImportedHours {
  readonly peerId: string
  readonly title: string
  readonly provider: string | null
  readonly heldOn: PlainDate
  readonly hours: number
  readonly topics: readonly CeCategory[]
  readonly deliveryMode: DeliveryMode
}

export interface CeHoursFacts {
  readonly today: PlainDate
  readonly people: PeopleByName
  /** What is recorded already, by `courseKey`. */
  readonly recorded: ReadonlySet<string>
  /** Topics by what the screens call them. */
  readonly topics: ReadonlyMap<string, CeCategory>
  readonly dateOrder: DateOrder | null
  /** Filled line by line: who took what by an earlier line of the file. */
  readonly earlier: Map<string, number>
}

const COLUMN_OF: Readonly<Record<string, ImportColumn>> = {
  title: 'COURSE_TITLE',
  provider: 'PROVIDER',
  heldOn: 'HELD_ON',
  hours: 'HOURS',
  categories: 'TOPICS',
}

/** One training of one person, however it is spelled and whoever gave it. */
export function courseKey(peerId: string, title: string, heldOn: PlainDate): string {
  return `${peerId} ${heldOn} ${foldedForComparison(title)}`
}

export function validateCeHoursRow(
  cells: RowCells,
  line: number,
  facts: CeHoursFacts,
): AssessedRow<ImportedHours> {
  const text = textOf(cells)
  const problems = textProblems(cells)
  const peerId = personIn(text, facts.people, canonicalEmail, problems)
  const title = required('COURSE_TITLE', text, problems)
  const heldOn = dayIn('HELD_ON', cells, facts, problems, true)
  if (peerId !== null && heldOn !== null && facts.recorded.has(courseKey(peerId, title, heldOn)))
    return { kind: 'present' }
  const hours = chosen('HOURS', text('HOURS'), readHours, 'not-a-number', problems)
  const topics = chosen(
    'TOPICS',
    text('TOPICS'),
    (cell) => readTopics(cell, facts.topics),
    'not-an-option',
    problems,
  )
  const deliveryMode = chosen(
    'DELIVERY_MODE',
    text('DELIVERY_MODE'),
    readDeliveryMode,
    'not-an-option',
    problems,
  )
  if (peerId === null || heldOn === null || hours === null || topics === null || deliveryMode === null)
    return { kind: 'problem', problems }
  const made = { peerId, title, provider: text('PROVIDER') || null, heldOn, hours, topics, deliveryMode }
  const input = { ...made, categories: topics, peerIds: [peerId] }
  problems.push(...rowProblems(validateCeHours(input, facts.today), COLUMN_OF))
  if (problems.length > 0) return { kind: 'problem', problems }
  const key = courseKey(peerId, title, heldOn)
  const first = facts.earlier.get(key) ?? line
  facts.earlier.set(key, first)
  if (first !== line) problems.push({ column: 'COURSE_TITLE', problem: 'repeated', line: first })
  return problems.length > 0 ? { kind: 'problem', problems } : { kind: 'new', made }
}

/** What a cell says; null where it is blank or says nothing known, which is then among the problems. */
function chosen<Value>(
  column: ImportColumn,
  cell: string,
  read: (cell: string) => Value | null,
  otherwise: RowProblem['problem'],
  problems: RowProblem[],
): Value | null {
  const value = cell === '' ? null : read(cell)
  if (value === null) problems.push({ column, problem: cell === '' ? 'required' : otherwise })
  return value
}
