/** What a file of people can say about each: one column each, in any order, under English or Spanish headings. */
export const PeopleColumn = {
  NAME: 'NAME',
  EMAIL: 'EMAIL',
  ROLES: 'ROLES',
  JOB_TITLE: 'JOB_TITLE',
  HOST_AGENCY: 'HOST_AGENCY',
  STARTS_ON: 'STARTS_ON',
  FULL_TIME_SHARE: 'FULL_TIME_SHARE',
  TEAM: 'TEAM',
} as const
export type PeopleColumn = (typeof PeopleColumn)[keyof typeof PeopleColumn]
export const PEOPLE_COLUMNS = Object.values(PeopleColumn)

/** Without these two nobody can be invited. */
export const NEEDED_COLUMNS: readonly PeopleColumn[] = [PeopleColumn.NAME, PeopleColumn.EMAIL]

/** What one file may carry. */
export const IMPORT_LIMITS = { bytes: 5_000_000, rows: 5_000, cellLength: 500, fileName: 200 } as const

/** Headings as people write them; compared without case, accents and punctuation. */
const HEADINGS: Readonly<Record<PeopleColumn, readonly string[]>> = {
  NAME: ['name', 'full name', 'display name', 'nombre', 'nombre completo', 'nombre y apellido'],
  EMAIL: [
    'email',
    'e mail',
    'email address',
    'mail',
    'correo',
    'correo electronico',
    'direccion de correo',
    'direccion de correo electronico',
  ],
  ROLES: ['roles', 'role', 'rol', 'funcion', 'funciones'],
  JOB_TITLE: ['job title', 'title', 'position', 'puesto', 'cargo', 'titulo del puesto'],
  HOST_AGENCY: ['host agency', 'agency', 'agencia', 'agencia anfitriona', 'agencia de acogida'],
  STARTS_ON: ['starts on', 'start date', 'start', 'begins on', 'empieza el', 'fecha de inicio', 'inicio'],
  FULL_TIME_SHARE: [
    'full time share',
    'share',
    'fte',
    'jornada',
    'parte de jornada',
    'porcentaje de jornada',
  ],
  TEAM: ['team', 'reporting team', 'equipo'],
}

const COLUMN_OF = new Map(
  PEOPLE_COLUMNS.flatMap((column) => HEADINGS[column].map((heading) => [heading, column] as const)),
)

export interface ReadHeadings {
  /** What stands at each place of a row; null: a column that is not known here. */
  readonly columns: readonly (PeopleColumn | null)[]
  readonly unknown: readonly string[]
  readonly missing: readonly PeopleColumn[]
  readonly repeated: readonly PeopleColumn[]
}

/** Which column each heading names. */
export function readHeadings(cells: readonly string[]): ReadHeadings {
  const columns = cells.map((cell) => COLUMN_OF.get(plainWords(cell)) ?? null)
  const known = columns.filter((column) => column !== null)
  return {
    columns,
    unknown: cells.filter((cell, place) => columns[place] === null && cell.trim() !== ''),
    missing: NEEDED_COLUMNS.filter((column) => !known.includes(column)),
    repeated: PEOPLE_COLUMNS.filter((column) => known.filter((one) => one === column).length > 1),
  }
}

const DELIMITERS = [',', ';', '\t'] as const
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

/** Lower case, no accents, one space for whatever is no letter or digit. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
