import type { ImportedHours } from '@alongside/shared/imports/ce-hours-row'
import type { ImportedCertification } from '@alongside/shared/imports/certification-row'
import type { ImportedPerson } from '@alongside/shared/imports/people-row'
import type { ImportedServiceHours } from '@alongside/shared/imports/service-hours-row'
import type { AssessedRow, RowCells } from '@alongside/shared/imports/row-problems'

export type Made = ImportedPerson | ImportedCertification | ImportedHours | ImportedServiceHours
/** Assesses one line at a time, in the order of the file. */
export type Assessor<One extends Made = Made> = (cells: RowCells, line: number) => AssessedRow<One>

export interface Asker {
  readonly today: string
  readonly roles: readonly string[]
}

export interface ReadLine {
  readonly line: number
  readonly cells: RowCells
}
