/** Reads what people type into cells: shares of full time, hours, roles, job titles and topics. Nothing is guessed. */
import { CE_CATEGORIES, type CeCategory } from '../certification/catalogue/ce-category.ts'
import { DELIVERY_MODES, type DeliveryMode } from '../certification/catalogue/delivery-mode.ts'
import { JOB_TITLES, type JobTitle } from '../people/placements/job-titles.ts'
import { type Role, ROLES } from '../people/roles.ts'
import { plainWords } from './import-columns.ts'

const FULL_TIME = ['full time', 'fulltime', 'ft', 'tiempo completo', 'jornada completa']

/** '0.5', '.5', '0,5', '50%' or 'Full time', in hundredths at most; null when it is none of these or not within 0-1. */
export function readShare(text: string): number | null {
  if (FULL_TIME.includes(plainWords(text))) return 1
  const parts = /^(\d{0,3}(?:[.,]\d{1,2})?)\s*(%?)$/.exec(text.trim())
  if (!parts) return null
  const number = Number((parts[1] ?? '').replace(',', '.'))
  const share = Math.round(parts[2] === '%' ? number : number * 100) / 100
  return share > 0 && share <= 1 ? share : null
}

/** '6', '1.5', '1,5' or '6 hours'; null when it is none. A comma before three digits groups thousands. */
export function readHours(text: string): number | null {
  const parts = /^(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h|hr|hrs|hours?|horas?)?$/i.exec(text.trim())
  return parts ? Number((parts[1] ?? '').replace(',', '.')) : null
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

/** Beside what the screens call them. */
const TOPIC_WORDS: Readonly<Partial<Record<CeCategory, readonly string[]>>> = {
  'substance-use': ['substance use disorder', 'sud', 'uso de sustancias'],
  trauma: ['trauma informed care'],
  'cultural-competence': ['cultural competency'],
  'general-behavioral-health': ['behavioral health'],
  any: ['general', 'elective', 'other'],
}

/** One topic or several with a comma, semicolon, slash, plus or bar between; null when one is not known. */
export function readTopics(text: string, alsoCalled: ReadonlyMap<string, CeCategory>): CeCategory[] | null {
  const topicOf = (words: string) =>
    CE_CATEGORIES.find(
      (topic) => plainWords(topic) === words || (TOPIC_WORDS[topic] ?? []).includes(words),
    ) ?? alsoCalled.get(words)
  const whole = topicOf(plainWords(text))
  if (whole) return [whole]
  const read = text
    .split(/[,;/+|]/)
    .map(plainWords)
    .filter((word) => word !== '')
    .map(topicOf)
  if (read.length === 0 || read.includes(undefined)) return null
  return CE_CATEGORIES.filter((topic) => read.includes(topic))
}

const DELIVERY_WORDS: Readonly<Record<DeliveryMode, readonly string[]>> = {
  IN_PERSON: ['classroom', 'onsite', 'on site', 'live in person', 'presencial', 'en persona'],
  LIVE_ONLINE: [
    'virtual',
    'webinar',
    'zoom',
    'live virtual',
    'live webinar',
    'en linea en vivo',
    'en vivo en linea',
  ],
  SELF_PACED: ['on demand', 'home study', 'recorded', 'a su ritmo', 'a su propio ritmo'],
}

/** How a course was attended, by its code, its English or its Spanish words; null when it is none of them. */
export function readDeliveryMode(text: string): DeliveryMode | null {
  const words = plainWords(text)
  return (
    DELIVERY_MODES.find((mode) => plainWords(mode) === words || DELIVERY_WORDS[mode].includes(words)) ?? null
  )
}

export interface NamedValue {
  readonly value: string
  readonly name: string
}

/** The value of the only name that fits, as an offer that somebody has to take: `Harlan Co. Jail` shortens one, `Peer Recovery Coach` holds another. */
export function suggestValue(text: string, options: readonly NamedValue[]): string | null {
  const words = wordsOf(text)
  if (words.length === 0) return null
  const fits = (shorter: readonly string[], longer: readonly string[]): boolean => {
    const left = [...longer]
    return shorter.every((word) => {
      const place = left.findIndex((other) => other.startsWith(word))
      if (place === -1) return false
      left.splice(place, 1)
      return true
    })
  }
  const found = options.filter(({ name }) => {
    const others = wordsOf(name)
    return others.length > 0 && (fits(words, others) || fits(others, words))
  })
  return found.length === 1 ? (found[0]?.value ?? null) : null
}

const wordsOf = (text: string): string[] =>
  plainWords(text)
    .split(' ')
    .filter((word) => word !== '' && word !== 'and' && word !== 'y' && word !== 'of' && word !== 'de')
