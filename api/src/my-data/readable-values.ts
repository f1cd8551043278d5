import { credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import type { Language } from '@alongside/shared/people/account/languages'
import type { MyDataWords } from './words/my-data-words.ts'
import { english } from './words/words.en.ts'
import { spanish } from './words/words.es.ts'

/** Puts values into words for a person to read: dates and numbers as their language has them, codes as words. */
export class ReadableValues {
  readonly words: MyDataWords
  readonly #day: Intl.DateTimeFormat
  readonly #instant: Intl.DateTimeFormat
  readonly #number: Intl.NumberFormat

  constructor(language: Language, timeZone: string) {
    this.words = language === 'es' ? spanish : english
    const locale = language === 'es' ? 'es-US' : 'en-US'
    this.#day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    this.#instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
    this.#number = new Intl.NumberFormat(locale)
  }

  label(field: string): string {
    return this.words.fields[field] ?? field
  }

  /** Null where there is nothing to say. */
  of(field: string, value: unknown): string | null {
    if (value === null || value === undefined || value === '' || ONLY_IN_JSON.has(field)) return null
    if (typeof value === 'boolean') return value ? this.words.yes : this.words.no
    if (typeof value === 'number') return this.#number.format(value)
    if (value instanceof Date) return this.instant(value)
    if (typeof value === 'string') return this.#text(field, value)
    if (Array.isArray(value)) {
      const isNested = value.some((one) => typeof one === 'object')
      return value.map((one) => this.of(field, one)).join(isNested ? '; ' : ', ') || null
    }
    return this.#nested(value)
  }

  instant(at: Date): string {
    return this.#instant.format(at)
  }

  #nested(value: object): string | null {
    const said = Object.entries(value).map(([name, inner]) => {
      const text = this.of(name, inner)
      return text === null ? null : `${this.label(name)}: ${text}`
    })
    return said.filter((one) => one !== null).join(', ') || null
  }

  #text(field: string, text: string): string {
    if (A_TIME.test(field) && DAY.test(text)) return this.#day.format(new Date(`${text}T00:00:00Z`))
    if (A_TIME.test(field) && INSTANT.test(text)) return this.instant(new Date(text))
    if (field === 'credential') return credentialById(text)?.credential ?? text
    return CODES.has(field) ? this.#code(text) : text
  }

  #code(code: string): string {
    return (
      this.words.codes[code.toUpperCase().replaceAll('-', '_')] ?? code.toLowerCase().replaceAll('_', ' ')
    )
  }
}

/** Names and values as the database has them: for programs to read. */
const ONLY_IN_JSON = new Set(['facts'])

/** Fields that hold a day or an instant; of what somebody wrote, nothing is read as one. */
const A_TIME = /(On|At|Start|^at)$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/

/** Fields that hold words of a closed list; a text that somebody wrote stays as it is. */
const CODES = new Set(
  (
    'roles theme language jobTitle type status format modality activities deliveryMode categories signs selfCare tags ' +
    'conditionsHeld conditionsNotHeld question result earnedBy creditUnit contents ' +
    'cause raisedByKind signal kind mail area action subject'
  ).split(' '),
)
