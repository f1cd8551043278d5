import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { auditTrailExport } from '../audit/audit-trail.export.ts'
import { serviceDatesEndpoint } from '../certification/as-of/service-dates.endpoint.ts'
import { renewalCalendarExport } from '../certification/calendar/renewal-calendar.export.ts'
import {
  evidenceContentEndpoint,
  evidenceUploadEndpoint,
} from '../certification/evidence/evidence.endpoints.ts'
import { hoursLetterEndpoint } from '../certification/hours-letter/hours-letter.endpoint.ts'
import { renewalsExport } from '../certification/renewals/renewals.export.ts'
import { serviceHoursExport } from '../certification/service-hours/service-hours.export.ts'
import { importRowsExport } from '../imports/import-rows.export.ts'
import { importUploadEndpoint } from '../imports/import-upload.endpoint.ts'
import { leaversLetterEndpoint } from '../my-data/leavers-letter.endpoint.ts'
import { leaversDataEndpoint, myDataEndpoint } from '../my-data/my-data.endpoint.ts'
import { pauseBefore } from '../people/attempts/attempt-limits.service.ts'
import { membersExport } from '../people/members/members.export.ts'
import { peersExport } from '../people/peers/peers.export.ts'
import { crowdReportsExport } from '../wellness/crowd-figures/crowd-reports.export.ts'
import { supervisionRecordExport } from '../supervision/record/supervision-record.export.ts'
import { coverageExport } from '../supervision/overview/coverage.export.ts'
import {
  ledSessionsExport,
  supervisionSessionsExport,
} from '../supervision/session-records/session-records.export.ts'
import type { FileEndpoint } from '../server/files/file-endpoint.ts'
import { DomainError } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { exportEndpoint, type ListExport } from '../server/files/list-export.ts'

/** Every list that can be had as a file; a feature joins by adding its own here. */
export const LIST_EXPORTS: readonly ListExport[] = [
  auditTrailExport,
  crowdReportsExport,
  coverageExport,
  importRowsExport,
  ledSessionsExport,
  membersExport,
  peersExport,
  renewalCalendarExport,
  renewalsExport,
  serviceHoursExport,
  supervisionRecordExport,
  supervisionSessionsExport,
]

/** More than anybody needs by hand; whoever copies everything bit by bit is slowed, and the activity log says so. */
export const EXPORT_LIMIT = { allowed: 60, window: '1 hour' } as const

async function countExport(ctx: RequestContext): Promise<void> {
  const { membershipId } = await ctx.unit.actor()
  const pause = await pauseBefore(ctx, { name: `exports:${membershipId}`, ...EXPORT_LIMIT })
  if (pause)
    throw new DomainError('TOO_MANY_ATTEMPTS', 'my-data.too-many-files', 'Please try again in an hour.')
}

/** Every endpoint outside GraphQL; a feature joins by adding its own here. */
export function fileEndpoints(schema: GraphQLSchema): readonly FileEndpoint[] {
  return [
    importUploadEndpoint,
    leaversLetterEndpoint,
    evidenceUploadEndpoint,
    evidenceContentEndpoint,
    hoursLetterEndpoint(countExport),
    serviceDatesEndpoint(countExport),
    myDataEndpoint,
    leaversDataEndpoint,
    ...LIST_EXPORTS.map((list) => exportEndpoint(list, schema, countExport)),
  ]
}
