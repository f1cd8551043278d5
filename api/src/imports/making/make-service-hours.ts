import { randomUUID } from 'node:crypto'
import type { ImportedServiceHours } from '@alongside/shared/imports/service-hours-row'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertFrom } from '../../database/statements.ts'
import { ServiceHours } from '../../certification/service-hours/service-hours.entity.ts'
import { type NewLine, recordsNoted } from './new-line.ts'

const ENTRIES =
  'from jsonb_to_recordset(:made::jsonb) as made (id uuid, peer uuid, starts date, ends date, hours numeric)'
const ENTRY = {
  id: () => 'id',
  peerId: () => 'peer',
  startsOn: () => 'starts',
  endsOn: () => 'ends',
  hours: () => 'hours',
  allowsOverlap: false,
  recordedBy: ME,
  recordedAt: NOW,
}

/** Two statements, however many lines. */
export function serviceHoursMade(importId: string, lines: readonly NewLine<ImportedServiceHours>[]): Write[] {
  const made = JSON.stringify(
    lines.map(({ line, made: { peerId, startsOn, endsOn, hours } }) => ({
      ...{ line, id: randomUUID(), peer: peerId },
      ...{ starts: startsOn, ends: endsOn, hours },
    })),
  )
  return [insertFrom(ServiceHours, ENTRIES, ENTRY, { parameters: { made } }), recordsNoted(importId, made)]
}
