import type { ImportedHours } from '@alongside/shared/imports/ce-hours-row'
import type { ImportedCertification } from '@alongside/shared/imports/certification-row'
import type { ImportKind } from '@alongside/shared/imports/import-states'
import type { ImportedPerson } from '@alongside/shared/imports/people-row'
import type { ImportedServiceHours } from '@alongside/shared/imports/service-hours-row'
import { type Write, writeSql } from '../../database/reads-and-writes.ts'
import type { AssessedLine } from '../facts/assess-lines.ts'
import { ceHoursMade } from './make-ce-hours.ts'
import { certificationsMade } from './make-certifications.ts'
import { peopleMade } from './make-people.ts'
import { serviceHoursMade } from './make-service-hours.ts'
import type { NewLine } from './new-line.ts'

export interface ImportToMake {
  readonly id: string
  readonly kind: ImportKind
  readonly isMailWanted: boolean
}

/** What a confirmed file becomes: a few statements, however many lines it has. */
export function importMade(
  now: Date,
  { id, kind, isMailWanted }: ImportToMake,
  assessed: readonly AssessedLine[],
): Write[] {
  // The assessor of a kind makes nothing else.
  const lines = assessed.flatMap(({ line, made }) => (made === null ? [] : [{ line, made }])) as unknown
  const leftOut = assessed.filter(({ outcome }) => outcome === 'PROBLEM').map(({ line }) => line)
  const made = {
    PEOPLE: () => peopleMade(now, id, lines as NewLine<ImportedPerson>[], isMailWanted),
    CERTIFICATIONS: () => certificationsMade(id, lines as NewLine<ImportedCertification>[]),
    CE_HOURS: () => ceHoursMade(id, lines as NewLine<ImportedHours>[]),
    SERVICE_HOURS: () => serviceHoursMade(id, lines as NewLine<ImportedServiceHours>[]),
  }[kind]()
  return [
    ...made,
    writeSql(
      `update import_row set outcome = 'LEFT_OUT'
        where organization_id = (select access.organization_id()) and batch_id = $1 and line = any ($2::integer[])`,
      [id, leftOut],
    ),
  ]
}
