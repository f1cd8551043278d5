import { PEOPLE_COLUMNS } from '@alongside/shared/imports/import-columns'
import type { ImportRowResult } from '@alongside/shared/imports/import-states'
import { problemInWords } from '@alongside/shared/imports/row-problems-in-words'
import { LABELS, labelUnder } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { type CsvColumns, csvTable } from '../server/http/csv.ts'
import type { ListExport } from '../server/http/list-export.ts'
import { everyImportRow, type KeptRow } from './import-lists.service.ts'

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
  // Without the password: it is the file that the person has just sent.
  async read(ctx, { importId, results }, language) {
    return csvTable(columnsIn(language), await everyImportRow(ctx, importId, results ?? []))
  },
}

function columnsIn(language: Language): CsvColumns<KeptRow> {
  const [line, resultTitle, reasons] = TITLES[language]
  const { imports } = LABELS[language]
  const say = (key: string, values: { readonly line: number | '' }) =>
    (labelUnder(key, language) ?? '').replace('{line}', String(values.line))
  return [
    ...PEOPLE_COLUMNS.map(
      (column) => [imports.PeopleColumn[column], (row: KeptRow) => row.cells[column] ?? null] as const,
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
