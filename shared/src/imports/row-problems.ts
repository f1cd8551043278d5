/** Why a line of a file cannot be taken as it stands: what is wrong, and in which column. */
import type { ImportColumn } from './import-columns.ts'
import type { ImportKind } from './import-states.ts'

export const ROW_PROBLEMS = [
  'required',
  'too-long',
  'not-text',
  'no-letters',
  'too-many-cells',
  'not-an-address',
  'repeated',
  'not-a-role',
  'role-needs-admin',
  'not-a-job-title',
  'not-an-option',
  'not-found',
  'several-found',
  'not-a-date',
  'ambiguous-date',
  'in-the-future',
  'too-long-ago',
  'before-its-start',
  'too-large',
  'too-small',
  'not-in-steps',
  'not-a-number',
  'not-a-share',
  'already-there',
  'overlaps',
  'needs-manager',
  'needs-peer-role',
  'needs-the-rest',
] as const
export type RowProblemKind = (typeof ROW_PROBLEMS)[number]

/** `column` is null when the whole line is meant; `line` is the other line that says the same. */
export interface RowProblem {
  readonly column: ImportColumn | null
  readonly problem: RowProblemKind
  readonly line?: number
}

export type RowCells = Readonly<Partial<Record<ImportColumn, string>>>

/** What a line would make, that it is there already, or why it cannot be taken as it stands. */
export type AssessedRow<Made> =
  | { readonly kind: 'new'; readonly made: Made }
  | { readonly kind: 'present' }
  | { readonly kind: 'problem'; readonly problems: readonly RowProblem[] }

/** Problems whose text can be matched with one value, for all lines that have it. */
const MATCHED_PROBLEMS: Readonly<Partial<Record<ImportColumn, readonly RowProblemKind[]>>> = {
  HOST_AGENCY: ['not-found', 'several-found'],
  TEAM: ['not-found', 'several-found'],
  CREDENTIAL: ['not-found', 'several-found'],
  JOB_TITLE: ['not-a-job-title'],
  ROLES: ['not-a-role'],
  FULL_TIME_SHARE: ['not-a-share'],
  // Of these, a blank cell can be matched too: a sign-in sheet seldom says them of each line.
  TOPICS: ['not-an-option', 'required'],
  DELIVERY_MODE: ['not-an-option', 'required'],
  // Exports of HR systems have an expiration date only. The day of issue is asked once for all lines, and never derived.
  ISSUED_ON: ['required'],
}
export const MATCHED_COLUMNS = Object.keys(MATCHED_PROBLEMS) as ImportColumn[]

export function canBeMatched({ column, problem }: RowProblem): boolean {
  return column !== null && (MATCHED_PROBLEMS[column] ?? []).includes(problem)
}

/** What a text of a column stands for in this file, by the text in `plainWords`; an empty value leaves the cell blank. */
export type ValueMatches = Readonly<Partial<Record<ImportColumn, Readonly<Record<string, string>>>>>

export interface ImportShape {
  readonly kind: ImportKind
  /** What stands at each place of a row; null: a column that is not read. */
  readonly columns: readonly (ImportColumn | null)[]
  readonly matches: ValueMatches
}
