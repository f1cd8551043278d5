/** What a file can say about each person: one column each, in any order, under English or Spanish headings. */
import { foldedForComparison } from '../language/folded-text.ts'
import type { ImportKind } from './import-states.ts'

export const ImportColumn = {
  NAME: 'NAME',
  FIRST_NAME: 'FIRST_NAME',
  LAST_NAME: 'LAST_NAME',
  EMAIL: 'EMAIL',
  ROLES: 'ROLES',
  JOB_TITLE: 'JOB_TITLE',
  HOST_AGENCY: 'HOST_AGENCY',
  STARTS_ON: 'STARTS_ON',
  FULL_TIME_SHARE: 'FULL_TIME_SHARE',
  TEAM: 'TEAM',
  CREDENTIAL: 'CREDENTIAL',
  CERTIFICATION_NUMBER: 'CERTIFICATION_NUMBER',
  ISSUED_ON: 'ISSUED_ON',
  EXPIRES_ON: 'EXPIRES_ON',
  COURSE_TITLE: 'COURSE_TITLE',
  PROVIDER: 'PROVIDER',
  HELD_ON: 'HELD_ON',
  HOURS: 'HOURS',
  TOPICS: 'TOPICS',
  DELIVERY_MODE: 'DELIVERY_MODE',
  WORKED_FROM: 'WORKED_FROM',
  WORKED_UNTIL: 'WORKED_UNTIL',
  WORKED_HOURS: 'WORKED_HOURS',
} as const
export type ImportColumn = (typeof ImportColumn)[keyof typeof ImportColumn]
export const IMPORT_COLUMNS = Object.values(ImportColumn)

const PERSON = ['NAME', 'FIRST_NAME', 'LAST_NAME', 'EMAIL'] as const

/** What a file of each kind is read for. */
export const COLUMNS_OF: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  PEOPLE: [...PERSON, 'ROLES', 'JOB_TITLE', 'HOST_AGENCY', 'STARTS_ON', 'FULL_TIME_SHARE', 'TEAM'],
  CERTIFICATIONS: [...PERSON, 'CREDENTIAL', 'CERTIFICATION_NUMBER', 'ISSUED_ON', 'EXPIRES_ON'],
  CE_HOURS: [...PERSON, 'COURSE_TITLE', 'PROVIDER', 'HELD_ON', 'HOURS', 'TOPICS', 'DELIVERY_MODE'],
  SERVICE_HOURS: [...PERSON, 'WORKED_FROM', 'WORKED_UNTIL', 'WORKED_HOURS'],
}

/** The columns in which a day stands. */
export const DAY_COLUMNS: readonly ImportColumn[] = [
  'STARTS_ON',
  'ISSUED_ON',
  'EXPIRES_ON',
  'HELD_ON',
  'WORKED_FROM',
  'WORKED_UNTIL',
]

/** What one file may carry. */
export const IMPORT_LIMITS = {
  bytes: 5_000_000,
  rows: 5_000,
  columns: 100,
  cellLength: 500,
  fileName: 200,
} as const

/** Headings as people and their programs write them; compared in `plainWords`. */
const HEADINGS: Readonly<Record<ImportColumn, string>> = {
  NAME:
    'name; full name; display name; employee name; peer; participant; person; nombre; ' +
    'nombre completo; nombre y apellido',
  FIRST_NAME:
    'first name; firstname; first; given name; preferred name; primer nombre; ' + 'nombre de pila; nombres',
  LAST_NAME: 'last name; lastname; last; family name; surname; apellido; apellidos',
  EMAIL:
    'email; e mail; email address; e mail address; work email; work e mail; email work; ' +
    'business email; e mail 1 value; user email; mail; correo; correo electronico; ' +
    'direccion de correo; direccion de correo electronico',
  ROLES: 'roles; role; rol; funcion; funciones',
  JOB_TITLE: 'job title; title; position; position title; job; puesto; cargo; titulo del puesto',
  HOST_AGENCY: 'host agency; agency; site; work site; agencia; agencia anfitriona; agencia de acogida',
  STARTS_ON:
    'starts on; start date; start; begins on; hire date; date of hire; doh; empieza el; ' +
    'fecha de inicio; inicio',
  FULL_TIME_SHARE: 'full time share; share; fte; jornada; parte de jornada; porcentaje de jornada',
  TEAM: 'team; reporting team; equipo',
  CREDENTIAL:
    'credential; credential type; certification; certification type; license; license type; ' +
    'credencial; certificacion',
  CERTIFICATION_NUMBER:
    'number; certification number; credential number; license number; certificate number; ' +
    'cert; cert no; numero; numero de certificacion',
  ISSUED_ON:
    'issued; issued on; issue date; original issue date; date issued; first issued; ' +
    'effective date; emitido; emitida el; emision; fecha de emision; primera emision',
  EXPIRES_ON:
    'expires; expires on; expiration; expiration date; expiry; expiry date; exp date; ' +
    'valid through; vence; vence el; vencimiento; fecha de vencimiento',
  COURSE_TITLE:
    'training; training title; course; course title; class; class title; title; ' +
    'topic of training; curso; capacitacion; titulo; titulo del curso',
  PROVIDER: 'provider; training provider; trainer; sponsor; proveedor; organizador',
  HELD_ON:
    'date; training date; course date; class date; completed; completed on; ' +
    'completion date; date completed; fecha; fecha del curso',
  HOURS:
    'hours; ce hours; ceu hours; contact hours; credit hours; hrs; horas; horas ce; ' +
    'horas de ce; horas de educacion continua',
  TOPICS: 'topics; topic; category; categories; ce category; temas; tema; categoria; categorias',
  DELIVERY_MODE: 'format; delivery; delivery mode; delivery format; mode; formato; modalidad',
  WORKED_FROM:
    'from; first day; month; period start; period begin; week of; start date; starts on; ' +
    'desde; primer dia; mes; inicio del periodo',
  WORKED_HOURS:
    'hours; service hours; hours worked; worked hours; hrs; total hours; horas; horas de servicio; ' +
    'horas trabajadas',
  WORKED_UNTIL: 'through; to; until; last day; period end; end date; ends on; hasta; ultimo dia',
}
const HEADINGS_OF = new Map(IMPORT_COLUMNS.map((column) => [column, HEADINGS[column].split('; ')] as const))

/** What stands at each place of a row; null: a column that is not read. Of two that say the same, the first is read. */
export function readHeadings(kind: ImportKind, cells: readonly string[]): (ImportColumn | null)[] {
  const taken = new Set<ImportColumn>()
  return cells.map((cell) => {
    const words = plainWords(cell)
    const column = COLUMNS_OF[kind].find((one) => HEADINGS_OF.get(one)?.includes(words))
    if (column === undefined || taken.has(column)) return null
    taken.add(column)
    return column
  })
}

/** Without these nothing can be made of any row; a name in two columns is a name too. */
export function missingColumns(kind: ImportKind, columns: readonly (ImportColumn | null)[]): ImportColumn[] {
  const has = (column: ImportColumn): boolean => columns.includes(column)
  const isNamed = has('NAME') || has('FIRST_NAME') || has('LAST_NAME')
  if (kind === 'PEOPLE')
    return [...(isNamed ? [] : ['NAME' as const]), ...(has('EMAIL') ? [] : ['EMAIL' as const])]
  const person: ImportColumn[] = isNamed || has('EMAIL') ? [] : ['EMAIL']
  return [...person, ...NEEDED[kind].filter((column) => !has(column))]
}
const NEEDED = {
  CERTIFICATIONS: ['CREDENTIAL', 'ISSUED_ON'],
  CE_HOURS: ['COURSE_TITLE', 'HELD_ON', 'HOURS'],
  SERVICE_HOURS: ['WORKED_FROM', 'WORKED_HOURS'],
} as const satisfies Record<Exclude<ImportKind, 'PEOPLE'>, readonly ImportColumn[]>

const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** The delimiter that stands most often in the line of headings, outside quotes. */
export function sniffDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>()
  let quoted = false
  for (const sign of text) {
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      if (counts.size > 0) break
    } else if (!quoted) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  const count = (delimiter: string): number => counts.get(delimiter) ?? 0
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** As texts are compared anywhere, with one space for whatever is no letter or digit. */
export function plainWords(text: string): string {
  return foldedForComparison(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
