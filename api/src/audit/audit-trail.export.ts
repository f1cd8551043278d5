import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { type CsvColumns, csvTable } from '../server/http/csv.ts'
import type { ListExport } from '../server/http/list-export.ts'
import { everyEntry } from './audit.service.ts'
import type { AuditEntryShown, AuditFact, AuditTrailFilter } from './audit.types.ts'

interface Arguments {
  readonly filter?: AuditTrailFilter | null
}

/** The audit trail as a file for a spreadsheet, one row an entry. */
export const auditTrailExport: ListExport<Arguments> = {
  name: 'audit-trail',
  query: 'auditTrail',
  capability: 'audit.read',
  subject: 'audit_entry',
  async read(ctx, { filter }) {
    requireConfirmedPassword(await ctx.unit.actor())
    return csvTable(COLUMNS, await everyEntry(ctx, filter ?? {}))
  },
}

const COLUMNS: CsvColumns<AuditEntryShown> = [
  ['Number', ({ number }) => number],
  ['When', ({ at }) => at.toISOString()],
  ['Area', ({ area }) => area],
  ['Action', ({ action }) => action],
  ['Record', ({ subject }) => subject],
  ['By', ({ actor }) => actor?.displayName ?? null],
  ['About', ({ person }) => person?.displayName ?? null],
  ['Details', ({ facts }) => facts.map(factInWords).join('; ')],
]

function factInWords({ name, before, after }: AuditFact): string {
  const now = after?.join(', ') ?? ''
  return before === null ? `${name}: ${now}` : `${name}: ${before.join(', ')} → ${now}`
}
