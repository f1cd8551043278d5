/** Why a line of a file cannot be taken as it stands: what is wrong, and in which column. */
import type { PeopleColumn } from './import-columns.ts'

export const ROW_PROBLEMS = [
  'required',
  'too-long',
  'not-text',
  'too-many-cells',
  'not-an-address',
  'repeated',
  'not-a-role',
  'role-needs-admin',
  'not-a-job-title',
  'not-found',
  'several-found',
  'not-a-date',
  'ambiguous-date',
  'not-a-share',
  'needs-manager',
  'needs-peer-role',
  'needs-the-rest',
] as const
export type RowProblemKind = (typeof ROW_PROBLEMS)[number]

/** `column` is null when the whole line is meant; `line` is the other line of a repeated address. */
export interface RowProblem {
  readonly column: PeopleColumn | null
  readonly problem: RowProblemKind
  readonly line?: number
}

export type RowCells = Readonly<Partial<Record<PeopleColumn, string>>>
