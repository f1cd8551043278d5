import { COLUMNS_OF, type ImportColumn } from '@alongside/shared/imports/import-columns'
import type { ImportKind } from '@alongside/shared/imports/import-states'
import type { ImportRowResult } from '@alongside/shared/imports/import-states'
import { problemInWords } from '@alongside/shared/imports/row-problems-in-words'
import { LABELS, labelUnder } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { type CsvColumns, csvTable } from '../server/files/csv.ts'
import type { ListExport } from '../server/files/list-export.ts'
import { everyImportRow, importById, type KeptRow } from './import-lists.service.ts'

interface Arguments {
  readonly importId: string
  readonly results?: readonly ImportRowResult[] | null
}

/** Every line of an import with what is wrong with it in words: to be corrected and sent again. */
export const importRowsExport: ListExport<Arguments> = {
  name: 'import-rows',
  query: 'importRows',
  capability: 'people.import',
  subject: 'import_batch',
  async read(ctx, { importId, results }, language) {
    requireConfirmedPassword(await ctx.unit.actor())
    const [{ kind }, rows] = await Promise.all([
      importById(ctx, importId),
      everyImportRow(ctx, importId, results ?? []),
    ])
    return csvTable(columnsIn(kind, language, rows), rows)
  },
}

/** A name that stands in two columns comes back in two. */
function columnsIn(kind: ImportKind, language: Language, rows: readonly KeptRow[]): CsvColumns<KeptRow> {
  const [line, resultTitle, reasons] = TITLES[language]
  const { imports } = LABELS[language]
  const say = (key: string, values: { readonly line: number | '' }) =>
    (labelUnder(key, language) ?? '').replace('{line}', String(values.line))
  const isUsed = (column: ImportColumn) => rows.some(({ cells }) => cells[column] !== undefined)
  const shown = COLUMNS_OF[kind].filter((column) => !/^(?:FIRST_|LAST_)?NAME$/.test(column) || isUsed(column))
  return [
    ...shown.map(
      (column) => [imports.ImportColumn[column], (row: KeptRow) => row.cells[column] ?? null] as const,
    ),
    [line, (row) => row.line],
    [resultTitle, ({ result }) => imports.ImportRowResult[result]],
    [reasons, ({ problems }) => problems.map((each) => problemInWords(each, say)).join('; ')],
  ]
}

const TITLES = {
  en: ['Line', 'Result', 'Reasons'],
  es: ['Línea', 'Resultado', 'Motivos'],
} as const satisfies Record<Language, readonly string[]>
