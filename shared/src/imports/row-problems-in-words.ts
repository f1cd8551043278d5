/** The reasons of an import in words, for the screen and for the file that it saves. */
import type { Language } from '../people/account/languages.ts'
import { PEOPLE_COLUMNS } from './import-columns.ts'
import type { RowProblem } from './row-problems.ts'

/** Finds the text under a key of the labels and fills in its values. */
type Say = (key: string, values: { readonly line: number | '' }) => string

/** 'Email: line 12 has the same email' */
export function problemInWords({ column, problem, line }: RowProblem, say: Say): string {
  const values = { line: line ?? '' } as const
  const words = say(`labels.imports.RowProblem.${problem}`, values)
  return column === null ? words : `${say(`labels.imports.PeopleColumn.${column}`, values)}: ${words}`
}

/** A file to begin with: the headings, and one line as an example. */
export function peopleTemplate(language: Language, say: Say): string {
  const plain = (key: string) => say(key, { line: '' })
  const headings = PEOPLE_COLUMNS.map((column) => plain(`labels.imports.PeopleColumn.${column}`))
  const work = [plain('labels.account.Role.PEER'), plain('labels.people.JobTitle.RECOVERY_COACH')]
  const example =
    language === 'en'
      ? ['Ana Example', 'ana@example.org', ...work, 'County Jail', '2026-03-15', '0.5', 'Field team']
      : [
          'Ana Ejemplo',
          'ana@example.org',
          ...work,
          'Cárcel del condado',
          '2026-03-15',
          '50%',
          'Equipo de campo',
        ]
  return `${headings.join(',')}\r\n${example.join(',')}\r\n`
}
