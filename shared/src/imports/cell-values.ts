/** Reads what people type into cells: days, shares of full time, roles and job titles. Nothing is guessed. */
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { JOB_TITLES, type JobTitle } from '../people/placements/job-titles.ts'
import { type Role, ROLES } from '../people/roles.ts'
import { plainWords } from './import-columns.ts'

export type ReadDay =
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'ambiguous-date' }

const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

/** 'YYYY-MM-DD' or 'MM/DD/YYYY'. 03/04/2026 could be March or April, so it is no answer; 03/15/2026 is one. */
export function readDay(text: string): ReadDay {
  const trimmed = text.trim()
  if (isPlainDate(trimmed)) return { kind: 'day', day: trimmed }
  const parts = SLASHES.exec(trimmed)
  if (!parts) return { kind: 'not-a-date' }
  const [month, day, year] = [parts[1] ?? '', parts[2] ?? '', parts[3] ?? '']
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isPlainDate(read)) return { kind: 'not-a-date' }
  if (Number(day) <= 12 && Number(day) !== Number(month)) return { kind: 'ambiguous-date' }
  return { kind: 'day', day: read }
}

/** '0.5', '0,5' or '50%' of full time, in hundredths at most; null when it is none of these or not within 0-1. */
export function readShare(text: string): number | null {
  const parts = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(%?)$/.exec(text.trim())
  if (!parts) return null
  const number = Number((parts[1] ?? '').replace(',', '.'))
  const share = Math.round(parts[2] === '%' ? number : number * 100) / 100
  return share > 0 && share <= 1 ? share : null
}

const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  PEER: ['peer', 'especialista de pares', 'par', 'trabajador par', 'trabajadora par', 'apoyo entre pares'],
  SUPERVISOR: ['supervisor', 'supervisora', 'supervision'],
  MANAGER: ['manager', 'gerente', 'gerencia', 'gestor', 'gestora', 'gestion'],
  ADMIN: ['admin', 'administrator', 'administrador', 'administradora', 'administracion'],
  AUDITOR: ['auditor', 'auditora', 'auditoria'],
}

/** One role or several with a comma, semicolon, slash, plus or bar between; null when one is not known. */
export function readRoles(text: string): Role[] | null {
  const words = text
    .split(/[,;/+|&]/)
    .map(plainWords)
    .filter((word) => word !== '')
  const read = words.map((word) => ROLES.find((role) => ROLE_WORDS[role].includes(word)))
  if (read.length === 0 || read.includes(undefined)) return null
  return ROLES.filter((role) => read.includes(role))
}

const JOB_TITLE_WORDS: Readonly<Record<JobTitle, readonly string[]>> = {
  CERTIFIED_PEER_SPECIALIST: [
    'especialista de pares con certificacion',
    'especialista par certificado',
    'especialista par certificada',
  ],
  RECOVERY_COACH: [
    'recovery mentor',
    'recovery coach or mentor',
    'coach de recuperacion',
    'guia de recuperacion',
    'mentor de recuperacion',
  ],
  PEER_BRIDGER: ['enlace entre pares', 'par de enlace', 'par puente'],
  PEER_CRISIS_SUPPORT_WORKER: [
    'apoyo entre pares en crisis',
    'par de apoyo en crisis',
    'trabajador par de crisis',
    'trabajadora par de crisis',
  ],
  PEER_ADVOCATE: [
    'defensa entre pares',
    'par defensor',
    'par defensora',
    'defensor de pares',
    'defensora de pares',
  ],
  FORENSIC_PEER_SPECIALIST: ['especialista forense de pares', 'especialista par forense'],
  CERTIFIED_FAMILY_SUPPORT_SPECIALIST: [
    'especialista de apoyo familiar con certificacion',
    'especialista certificado en apoyo familiar',
    'especialista certificada en apoyo familiar',
  ],
  VETERAN_PEER_SPECIALIST: [
    'especialista de pares veteranos',
    'especialista par veterano',
    'especialista par veterana',
  ],
}

/** A job title by its code, its English or its Spanish words; null when it is not on the list. */
export function readJobTitle(text: string): JobTitle | null {
  const words = plainWords(text)
  return (
    JOB_TITLES.find((title) => plainWords(title) === words || JOB_TITLE_WORDS[title].includes(words)) ?? null
  )
}
