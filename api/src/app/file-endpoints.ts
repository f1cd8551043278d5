import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { auditTrailExport } from '../audit/audit-trail.export.ts'
import { renewalCalendarExport } from '../certification/calendar/renewal-calendar.export.ts'
import { renewalsExport } from '../certification/renewals/renewals.export.ts'
import { importRowsExport } from '../imports/import-rows.export.ts'
import { importUploadEndpoint } from '../imports/import-upload.endpoint.ts'
import { myDataEndpoint } from '../my-data/my-data.endpoint.ts'
import { membersExport } from '../people/members/members.export.ts'
import { peersExport } from '../people/peers/peers.export.ts'
import type { FileEndpoint } from '../server/http/file-endpoint.ts'
import { exportEndpoint, type ListExport } from '../server/http/list-export.ts'

/** Every list that can be had as a file; a feature joins by adding its own here. */
export const LIST_EXPORTS: readonly ListExport[] = [
  auditTrailExport,
  importRowsExport,
  membersExport,
  peersExport,
  renewalCalendarExport,
  renewalsExport,
]

/** Every endpoint outside GraphQL; a feature joins by adding its own here. */
export function fileEndpoints(schema: GraphQLSchema): readonly FileEndpoint[] {
  return [importUploadEndpoint, myDataEndpoint, ...LIST_EXPORTS.map((list) => exportEndpoint(list, schema))]
}
