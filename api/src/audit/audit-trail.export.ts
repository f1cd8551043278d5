import { columnKey, plainCode, recordKey, valueKey } from '@alongside/shared/audit/fact-labels'
import { LABELS, labelUnder } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { codeTitle, type CsvColumns, csvTable } from '../server/http/csv.ts'
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
  async read(ctx, { filter }, language) {
    requireConfirmedPassword(await ctx.unit.actor())
    return csvTable(columnsIn(language), await everyEntry(ctx, filter ?? {}))
  },
}

function columnsIn(language: Language): CsvColumns<AuditEntryShown> {
  const { Column } = LABELS[language].records
  const inWords = (key: string, code: string) => labelUnder(key, language) ?? plainCode(code)
  return [
    [Column.number, ({ number }) => number],
    [Column.at, ({ at }) => at.toISOString()],
    [Column.area, ({ area }) => LABELS[language].audit.AuditArea[area]],
    [Column.action, ({ action }) => inWords(`labels.audit.AuditAction.${action}`, action)],
    [Column.subject, ({ subject }) => inWords(recordKey(subject), subject)],
    [Column.by, ({ actor }) => actor?.displayName ?? null],
    [Column.about, ({ person }) => person?.displayName ?? null],
    [Column.facts, ({ subject, facts }) => facts.map((fact) => factIn(language, subject, fact)).join('; ')],
    [codeTitle(Column.area), ({ area }) => area],
    [codeTitle(Column.action), ({ action }) => action],
    [codeTitle(Column.subject), ({ subject }) => subject],
  ]
}

function factIn(language: Language, record: string, { name, before, after }: AuditFact): string {
  const column = labelUnder(columnKey(name), language) ?? name
  const inWords = (value: string) => labelUnder(valueKey(record, name, value) ?? '', language) ?? value
  const side = (values: readonly string[] | null) => values?.map(inWords).join(', ') ?? ''
  return before === null ? `${column}: ${side(after)}` : `${column}: ${side(before)} → ${side(after)}`
}
