/** The reasons of an import in words, for the screen and for the file that it saves. */
import type { Language } from '../people/account/languages.ts'
import { COLUMNS_OF, type ImportColumn } from './import-columns.ts'
import type { ImportKind } from './import-states.ts'
import type { RowProblem } from './row-problems.ts'

/** Finds the text under a key of the labels and fills in its values. */
type Say = (key: string, values: { readonly line: number | '' }) => string

/** 'Email: line 12 has the same email' */
export function problemInWords({ column, problem, line }: RowProblem, say: Say): string {
  const values = { line: line ?? '' } as const
  const words = say(`labels.imports.RowProblem.${problem}`, values)
  return column === null ? words : `${say(`labels.imports.ImportColumn.${column}`, values)}: ${words}`
}

/** Columns of a template: the name in one column, and the rest of its kind. */
const templateColumns = (kind: ImportKind): ImportColumn[] =>
  COLUMNS_OF[kind].filter((column) => column !== 'FIRST_NAME' && column !== 'LAST_NAME')

/** A file to begin with: the headings, and one line as an example. */
export function importTemplate(kind: ImportKind, language: Language, say: Say): string {
  const plain = (key: string) => say(key, { line: '' })
  const columns = templateColumns(kind)
  const example: Partial<Record<ImportColumn, string>> = {
    ...EXAMPLES[language],
    ROLES: plain('labels.account.Role.PEER'),
    JOB_TITLE: plain('labels.people.JobTitle.RECOVERY_COACH'),
    TOPICS: plain('labels.courses.CeCategory.ETHICS'),
    DELIVERY_MODE: plain('labels.courses.DeliveryMode.IN_PERSON'),
  }
  const headings = columns.map((column) => plain(`labels.imports.ImportColumn.${column}`))
  return `${headings.join(',')}\r\n${columns.map((column) => example[column] ?? '').join(',')}\r\n`
}

const WHEN = {
  STARTS_ON: '2026-03-15',
  ISSUED_ON: '2024-03-15',
  EXPIRES_ON: '2028-03-14',
  HELD_ON: '2026-03-15',
}
const EXAMPLES = {
  en: {
    ...WHEN,
    NAME: 'Ana Example',
    EMAIL: 'ana@example.org',
    HOST_AGENCY: 'County Jail',
    FULL_TIME_SHARE: '0.5',
    TEAM: 'Field team',
    CREDENTIAL: 'OH CPRS',
    CERTIFICATION_NUMBER: 'P-40217',
    COURSE_TITLE: 'Ethics for peers',
    PROVIDER: 'State Peer Academy',
    HOURS: '6',
  },
  es: {
    ...WHEN,
    NAME: 'Ana Ejemplo',
    EMAIL: 'ana@example.org',
    HOST_AGENCY: 'Cárcel del condado',
    FULL_TIME_SHARE: '50%',
    TEAM: 'Equipo de campo',
    CREDENTIAL: 'OH CPRS',
    CERTIFICATION_NUMBER: 'P-40217',
    COURSE_TITLE: 'Ética para pares',
    PROVIDER: 'Academia estatal',
    HOURS: '6',
  },
} as const satisfies Record<Language, Partial<Record<ImportColumn, string>>>
