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
    STARTS_ON: 'Starts on',
    FULL_TIME_SHARE: 'Full-time share',
    TEAM: 'Team',
  },
  es: {
    NAME: 'Nombre',
    EMAIL: 'Correo',
    ROLES: 'Roles',
    JOB_TITLE: 'Puesto',
    HOST_AGENCY: 'Agencia anfitriona',
    STARTS_ON: 'Empieza el',
    FULL_TIME_SHARE: 'Jornada',
    TEAM: 'Equipo',
  },
}

const PROBLEM_WORDS: Readonly<Record<ImportLanguage, Readonly<Record<RowProblemKind, string>>>> = {
  en: {
    required: 'this is empty',
    'too-long': 'this is too long',
    'not-text': 'there is a sign here that cannot be saved',
    'too-many-cells': 'this line has more cells than the headings',
    'not-an-address': 'this does not look like name@example.org',
    repeated: 'line {line} has the same email',
    'not-a-role': 'use Peer, Supervisor, Manager, Admin or Auditor',
    'role-needs-admin': 'only an admin may add this role',
    'not-a-job-title': 'this is not on the list of job titles',
    'not-found': 'no such name here; add it first or check the spelling',
    'several-found': 'several have this name',
    'not-a-date': 'write the day like 2026-03-15 or 03/15/2026',
    'ambiguous-date': 'this could be two days; write it like 2026-03-15',
    'not-a-share': 'write 0.5 or 50%, up to 1 or 100%',
    'needs-manager': 'only a manager may say where people work',
    'needs-peer-role': 'only a peer works at a host agency',
    'needs-the-rest': 'agency, job title and start go together; this one is empty',
  },
  es: {
    required: 'esto está vacío',
    'too-long': 'esto es demasiado largo',
    'not-text': 'hay un signo que no se puede guardar',
    'too-many-cells': 'esta línea tiene más celdas que los títulos',
    'not-an-address': 'no se parece a nombre@ejemplo.org',
    repeated: 'la línea {line} tiene el mismo correo',
    'not-a-role': 'use Par, Supervisor, Gerente, Administrador o Auditor',
    'role-needs-admin': 'solo un administrador puede dar este rol',
    'not-a-job-title': 'no está en la lista de puestos',
    'not-found': 'no hay tal nombre aquí; agréguelo antes o revise cómo se escribe',
    'several-found': 'varios tienen este nombre',
    'not-a-date': 'escriba el día como 2026-03-15 o 03/15/2026',
    'ambiguous-date': 'podrían ser dos días; escríbalo como 2026-03-15',
    'not-a-share': 'escriba 0,5 o 50%, hasta 1 o 100%',
    'needs-manager': 'solo un gerente puede decir dónde trabaja la gente',
    'needs-peer-role': 'solo un par trabaja en una agencia anfitriona',
    'needs-the-rest': 'agencia, puesto e inicio van juntos; este está vacío',
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
      : 'Ana Ejemplo,ana@example.org,Par,Guía de recuperación,Cárcel del condado,2026-03-15,50%,Equipo de campo'
  return `${headings}\r\n${example}\r\n`
}
