/** Assesses one line of a file of certifications: whose it is, of which credential, from when until when. */
import type { PlainDate } from '../calendar/plain-date.ts'
import { validateCertification } from '../certification/recording/certification-input.ts'
import { canonicalEmail } from '../people/account/email.ts'
import { type DateOrder, readDay } from '../calendar/days-in-cells.ts'
import type { ImportColumn } from './import-columns.ts'
import {
  idOf,
  type IdsByName,
  type PeopleByName,
  personIn,
  required,
  rowProblems,
  textOf,
  textProblems,
} from './row-cells.ts'
import type { AssessedRow, RowCells, RowProblem } from './row-problems.ts'

export interface HeldCertification {
  readonly credentialId: string
  readonly title: string | null
  readonly number: string | null
  readonly issuedOn: PlainDate
  readonly expiresOn: PlainDate | null
}
export interface ImportedCertification extends HeldCertification {
  readonly peerId: string
}

export interface CertificationFacts {
  readonly today: PlainDate
  readonly people: PeopleByName
  /** The id of a credential, and after a space the title under which it is held, by what it is called. */
  readonly credentials: IdsByName
  readonly heldBy: ReadonlyMap<string, readonly HeldCertification[]>
  /** Whose a number of a credential is, by `<credential> <number>`. */
  readonly numbers: ReadonlyMap<string, string>
  readonly dateOrder: DateOrder | null
  /** Filled line by line: who has what by an earlier line of the file. */
  readonly earlier: Map<string, number>
}

const COLUMN_OF: Readonly<Record<string, ImportColumn>> = {
  credentialId: 'CREDENTIAL',
  title: 'CREDENTIAL',
  number: 'CERTIFICATION_NUMBER',
  issuedOn: 'ISSUED_ON',
  expiresOn: 'EXPIRES_ON',
}

export function validateCertificationRow(
  cells: RowCells,
  line: number,
  facts: CertificationFacts,
): AssessedRow<ImportedCertification> {
  const text = textOf(cells)
  const problems = textProblems(cells)
  const peerId = personIn(text, facts.people, canonicalEmail, problems)
  const named = required('CREDENTIAL', text, problems)
  const key = named === '' ? null : idOf('CREDENTIAL', facts.credentials, named, problems)
  const issuedOn = dayIn('ISSUED_ON', cells, facts, problems, true)
  const expiresOn = dayIn('EXPIRES_ON', cells, facts, problems, false)
  const [credentialId = '', title = null] = key?.split(' ') ?? []
  const number = text('CERTIFICATION_NUMBER') || null
  const isKnown = (held: HeldCertification): boolean =>
    held.credentialId === credentialId &&
    (held.title === null || title === null || held.title === title) &&
    ((expiresOn !== null && held.expiresOn === expiresOn) ||
      held.issuedOn === issuedOn ||
      (number !== null && held.number === number))
  const held = (peerId !== null && facts.heldBy.get(peerId)) || []
  if (peerId !== null && key !== null && held.some(isKnown)) return { kind: 'present' }
  if (peerId === null || key === null || issuedOn === null || problems.length > 0)
    return { kind: 'problem', problems }
  const made = { peerId, credentialId, title, number, issuedOn, expiresOn }
  problems.push(...rowProblems(validateCertification(made, facts.today), COLUMN_OF))
  // A line that is not taken stands in the way of none.
  if (problems.length === 0) problems.push(...besideOthers(made, line, held, facts))
  return problems.length > 0 ? { kind: 'problem', problems } : { kind: 'new', made }
}

/** A peer holds one title of a credential once at a time, and a number is one person's. */
function besideOthers(
  made: ImportedCertification,
  line: number,
  held: readonly HeldCertification[],
  { numbers, earlier }: CertificationFacts,
): RowProblem[] {
  const { credentialId, title, number, issuedOn, expiresOn } = made
  const owner = number === null ? undefined : numbers.get(`${credentialId} ${number}`)
  if (owner !== undefined) return [{ column: 'CERTIFICATION_NUMBER', problem: 'already-there' }]
  const overlaps = held.some(
    (other) =>
      other.credentialId === credentialId &&
      (other.title === null || title === null || other.title === title) &&
      (expiresOn === null || other.issuedOn < expiresOn) &&
      (other.expiresOn === null || issuedOn < other.expiresOn),
  )
  if (overlaps) return [{ column: 'ISSUED_ON', problem: 'overlaps' }]
  const keys = [
    `${made.peerId} ${credentialId} ${title ?? ''}`,
    ...(number === null ? [] : [`${credentialId} ${number}`]),
  ]
  const first = keys.map((key) => earlier.get(key)).find((other) => other !== undefined && other !== line)
  for (const key of keys) if (!earlier.has(key)) earlier.set(key, line)
  return first === undefined ? [] : [{ column: 'CREDENTIAL', problem: 'repeated', line: first }]
}

/** The day of a column; null where it is blank or none, which is then among the problems. */
export function dayIn(
  column: ImportColumn,
  cells: RowCells,
  { dateOrder }: { readonly dateOrder: DateOrder | null },
  problems: RowProblem[],
  isRequired: boolean,
): PlainDate | null {
  const text = (cells[column] ?? '').trim()
  if (text === '') {
    if (isRequired) problems.push({ column, problem: 'required' })
    return null
  }
  const read = readDay(text, dateOrder)
  if (read.kind === 'day') return read.day
  problems.push({ column, problem: read.kind })
  return null
}
