/** The reasons of an import in words, for the screen and for the file that it saves: one wording, two languages. */
import type { PeopleColumn } from './import-columns.ts'
import type { RowProblem, RowProblemKind } from './row-problems.ts'

export type ImportLanguage = 'en' | 'es'

export const COLUMN_WORDS: Readonly<Record<ImportLanguage, Readonly<Record<PeopleColumn, string>>>> = {
  en: {
    NAME: 'Name',
    EMAIL: 'Email',
    ROLES: 'Roles',
    JOB_TITLE: 'Job title',
    HOST_AGENCY: 'Host agency',
    STARTS_ON: 'Start date',
    FULL_TIME_SHARE: 'FTE',
    TEAM: 'Team',
  },
  es: {
    NAME: 'Nombre',
    EMAIL: 'Correo',
    ROLES: 'Roles',
    JOB_TITLE: 'Puesto',
    HOST_AGENCY: 'Agencia anfitriona',
    STARTS_ON: 'Fecha de inicio',
    FULL_TIME_SHARE: 'Jornada',
    TEAM: 'Equipo',
  },
}

const PROBLEM_WORDS: Readonly<Record<ImportLanguage, Readonly<Record<RowProblemKind, string>>>> = {
  en: {
    required: 'this is blank',
    'too-long': 'this is too long',
    'not-text': "one character can't be saved",
    'too-many-cells': 'this line has more cells than the headings',
    'not-an-address': 'this does not look like name@example.org',
    repeated: 'line {line} has the same email',
    'not-a-role': 'use Peer, Supervisor, Manager, Admin or Auditor',
    'role-needs-admin': 'only an admin can add this role',
    'not-a-job-title': "this isn't on the list of job titles",
    'not-found': "we don't have this name; add it first or check the spelling",
    'several-found': 'more than one has this name',
    'not-a-date': 'write the date like 2026-03-15 or 03/15/2026',
    'ambiguous-date': 'which number is the month? Write it like 2026-03-15',
    'not-a-share': 'write 0.5 or 50%, at most 1 or 100%',
    'needs-manager': 'only a manager can add placements',
    'needs-peer-role': 'only a peer can have a placement',
    'needs-the-rest': 'add an agency, job title and start date, or leave all three blank',
  },
  es: {
    required: 'está en blanco',
    'too-long': 'es demasiado largo',
    'not-text': 'un carácter no se puede guardar',
    'too-many-cells': 'esta línea tiene más celdas que los títulos',
    'not-an-address': 'no se parece a nombre@ejemplo.org',
    repeated: 'la línea {line} tiene el mismo correo',
    'not-a-role': 'use Especialista de pares, Supervisor, Gerente, Administrador o Auditor',
    'role-needs-admin': 'solo un administrador puede dar este rol',
    'not-a-job-title': 'no está en la lista de puestos',
    'not-found': 'no tenemos este nombre; agréguelo antes o revise cómo se escribe',
    'several-found': 'más de uno tiene este nombre',
    'not-a-date': 'escriba la fecha como 2026-03-15 o 03/15/2026',
    'ambiguous-date': '¿qué número es el mes? Escríbala como 2026-03-15',
    'not-a-share': 'escriba 0.5 o 50%, como máximo 1 o 100%',
    'needs-manager': 'solo un gerente puede agregar puestos',
    'needs-peer-role': 'solo un especialista de pares puede tener un puesto',
    'needs-the-rest': 'agregue agencia, puesto y fecha de inicio, o deje los tres en blanco',
  },
}

/** 'Email: line 12 has the same email' */
export function problemInWords({ column, problem, line }: RowProblem, language: ImportLanguage): string {
  const words = PROBLEM_WORDS[language][problem].replace('{line}', String(line ?? ''))
  return column === null ? words : `${COLUMN_WORDS[language][column]}: ${words}`
}

/** A file to begin with: the headings, and one line as an example. */
export function peopleTemplate(language: ImportLanguage): string {
  const headings = Object.values(COLUMN_WORDS[language]).join(',')
  const example =
    language === 'en'
      ? 'Ana Example,ana@example.org,Peer,Recovery coach,County Jail,2026-03-15,0.5,Field team'
      : 'Ana Ejemplo,ana@example.org,Especialista de pares,Coach de recuperación,Cárcel del condado,2026-03-15,50%,Equipo de campo'
  return `${headings}\r\n${example}\r\n`
}
