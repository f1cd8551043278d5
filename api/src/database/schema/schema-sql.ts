import type { DataSource } from 'typeorm'
import { type CatalogLine, readCatalog } from './schema-catalog.ts'
import { inPlainWords, wrapped } from './schema-sql-lines.ts'

const HEADER = `-- The database as it is when every migration has run, table by table, then the views and the functions.
-- Written by \`npm run schema\` from the catalog of PostgreSQL, committed and checked; never edited and never run.
--
-- Roles: the owner of the tables migrates; alongside_app serves requests; alongside_definer owns the SECURITY DEFINER
-- functions. Row-level security applies to all three, because it is forced and none of them bypasses it.`

/** The database as SQL to read. Its order depends on names alone, so that its diff is the difference of the database. */
export async function databaseSchemaSql(database: DataSource): Promise<string> {
  const catalog = await readCatalog(database)
  const tables = namesIn(catalog.columns).map((table) =>
    [
      createTable(table, [...of(catalog.columns, table), ...of(catalog.constraints, table)]),
      ...of(catalog.indexes, table).map(statement),
      ...of(catalog.rowSecurity, table).map(statement),
      ...of(catalog.policies, table).map(statement),
      ...of(catalog.triggers, table).map(statement),
      ...of(catalog.grants, table).map(statement),
    ].join('\n'),
  )
  const views = catalog.views.map((view) =>
    [statement(view.line), ...of(catalog.grants, view.of).map(statement)].join('\n'),
  )
  const functions = catalog.functions.map((definition) =>
    [`${functionText(definition.line)};`, ...of(catalog.functionRights, definition.of).map(statement)].join(
      '\n',
    ),
  )
  return [
    HEADER,
    catalog.schemas.map(({ line }) => statement(line)).join('\n'),
    ...[title('Tables'), ...tables],
    ...[title('Views'), ...views],
    ...[title('Functions'), ...functions],
  ]
    .join('\n\n')
    .concat('\n')
}

const namesIn = (lines: readonly CatalogLine[]): string[] => [...new Set(lines.map((line) => line.of))]
const of = (lines: readonly CatalogLine[], name: string): string[] =>
  lines.filter((line) => line.of === name).map(({ line }) => line)
const title = (text: string): string => `-- ${text} ${'-'.repeat(100 - text.length)}`

function createTable(name: string, parts: readonly string[]): string {
  const lines = parts.map((part) => `  ${wrapped(inPlainWords(part), 4)}`)
  return `CREATE TABLE ${name} (\n${lines.join(',\n')}\n);`
}

/** Each of its lines is a clause, whose expression PostgreSQL may have broken in places of its own. */
function statement(sql: string): string {
  const clauses = sql.split(/\n {2}(?=USING|WITH CHECK)|(?<= AS)\n/)
  const lines = clauses.map((clause, at) =>
    wrapped(inPlainWords(clause.replaceAll(/\s+/g, ' ').trim()), at === 0 ? 2 : 4),
  )
  return `${lines.join('\n  ')};`
}

/** The body loses the indentation that it has in its migration. */
function functionText(definition: string): string {
  const [head = '', body = ''] = splitOnce(definition, 'AS $$')
  const [first = '', ...lines] = body.split('\n')
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map(indentOf))
  const text = [first, ...lines.map((line) => line.slice(margin))].join('\n')
  const clauses = head.split('\n').map((line) => wrapped(inPlainWords(line), 2))
  return `${clauses.join('\n')}AS $$${text}`
}

const indentOf = (line: string): number => line.search(/\S/)

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return [text.slice(0, at), text.slice(at + mark.length)]
}
