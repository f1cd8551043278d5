import { PEOPLE_COLUMNS } from '@alongside/shared/imports/import-columns'
import { COLUMN_WORDS, problemInWords } from '@alongside/shared/imports/row-problems-in-words'
import type { Language } from '@alongside/shared/people/account/languages'
import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { type CsvColumns, csvTable } from '../server/http/csv.ts'
import type { ListExport } from '../server/http/list-export.ts'
import { everyImportRow, type KeptRow } from './import-lists.service.ts'
import type { ImportRowResult } from './imports.types.ts'

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
    return csvTable(columnsIn(language), await everyImportRow(ctx, importId, results ?? []))
  },
}

function columnsIn(language: Language): CsvColumns<KeptRow> {
  const [line, resultTitle, reasons] = TITLES[language]
  return [
    ...PEOPLE_COLUMNS.map(
      (column) => [COLUMN_WORDS[language][column], (row: KeptRow) => row.cells[column] ?? null] as const,
    ),
    [line, (row) => row.line],
    [resultTitle, ({ result }) => RESULT_WORDS[language][result]],
    [reasons, ({ problems }) => problems.map((each) => problemInWords(each, language)).join('; ')],
  ]
}

const TITLES = {
  en: ['Line', 'Result', 'Reasons'],
  es: ['Línea', 'Resultado', 'Motivos'],
} as const satisfies Record<Language, readonly string[]>

const RESULT_WORDS: Readonly<Record<Language, Readonly<Record<ImportRowResult, string>>>> = {
  en: {
    NEW: 'new',
    PRESENT: 'already there',
    PROBLEM: 'needs a look',
    MADE: 'added',
    LEFT_OUT: 'left out',
    REMOVED: 'taken back',
    KEPT: 'stays',
  },
  es: {
    NEW: 'nueva',
    PRESENT: 'ya está',
    PROBLEM: 'por revisar',
    MADE: 'agregada',
    LEFT_OUT: 'omitida',
    REMOVED: 'retirada',
    KEPT: 'se queda',
  },
}
