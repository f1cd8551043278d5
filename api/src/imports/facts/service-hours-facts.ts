import type { DateOrder } from '@alongside/shared/calendar/days-in-cells'
import type { WorkedDays } from '@alongside/shared/certification/history/service-hours-overlap'
import {
  type ImportedServiceHours,
  validateServiceHoursRow,
} from '@alongside/shared/imports/service-hours-row'
import type { Reader } from '../../database/statement-queue.ts'
import type { Asker, Assessor, ReadLine } from './assessor.ts'
import { peersNamedIn } from './people-facts.ts'

// What the lines of a file of service hours are assessed by: the peers, and the days that they have hours of already.

export async function serviceHoursAssessor(
  db: Reader,
  asker: () => Asker,
  lines: readonly ReadLine[],
  dateOrder: DateOrder | null,
): Promise<Assessor<ImportedServiceHours>> {
  const [people, worked] = await Promise.all([
    peersNamedIn(db, lines),
    db.run<WorkedDays & { readonly peerId: string }>(
      `select peer_id as "peerId", starts_on as "startsOn", ends_on as "endsOn", hours from service_hours
        where organization_id = (select access.organization_id()) and voided_at is null`,
    ),
  ])
  const facts = {
    today: asker().today,
    people,
    workedBy: Map.groupBy(worked, ({ peerId }) => peerId),
    dateOrder,
    earlier: new Map<string, (WorkedDays & { readonly line: number })[]>(),
  }
  return (cells, line) => validateServiceHoursRow(cells, line, facts)
}
