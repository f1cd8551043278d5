import { ref, shallowReactive } from 'vue'

// How pages read their words, imported as `#i18n`. The names are those of vue-i18n, of which nothing else was used: that
// library made every page 11 kB heavier on a phone (docs/architecture.md).

/** Spanish as it is written in the United States: 3.5 hours, $100, 9:00 p. m. */
export type Locale = 'en' | 'es-US'
type Named = Record<string, string | number | null | undefined>
export type Words = { [key: string]: string | Words }

const locale = ref<Locale>('en')
const messages = shallowReactive<Record<Locale, Words>>({ en: {}, 'es-US': {} })

/** The text under the key in the language of the page: `{name}` is filled in, `one | many` chosen by the number. */
function t(key: string, values: object | number = {}, count?: number): string {
  const text = find(key)
  if (typeof text !== 'string') {
    if (import.meta.env.DEV) console.warn(`There are no words for "${key}" in ${locale.value}.`)
    return key
  }
  const number = typeof values === 'number' ? values : count
  const named: Named = { count: number, n: number, ...(values as object) }
  return formOf(text, named).replace(/\{(\w+)\}/g, (_all, name: string) => String(named[name] ?? ''))
}

/** Two forms are one and many, three are none, one and many. A number named `count` decides before any other. */
function formOf(text: string, { count, n }: Named): string {
  const forms = text.split(' | ')
  const number = Math.abs([count, n].find((each) => typeof each === 'number') ?? 1)
  if (forms.length === 2) return forms[number === 1 ? 0 : 1] ?? ''
  return forms[Math.min(number, forms.length - 1)] ?? ''
}

const te = (key: string): boolean => typeof find(key) === 'string'

/** All words below a key. */
function tm(key: string): Words {
  const found = find(key)
  return typeof found === 'object' ? found : {}
}

function find(key: string): string | Words | undefined {
  return key
    .split('.')
    .reduce<string | Words | undefined>(
      (inner, name) => (typeof inner === 'object' ? inner[name] : undefined),
      messages[locale.value],
    )
}

function mergeLocaleMessage(language: Locale, words: object): void {
  messages[language] = merged(messages[language], words as Words)
}

function merged(into: Words, from: Words): Words {
  const result = { ...into }
  for (const [key, value] of Object.entries(from)) {
    const before = result[key]
    result[key] = typeof before === 'object' && typeof value === 'object' ? merged(before, value) : value
  }
  return result
}

const global = { locale, t, te, tm, mergeLocaleMessage }
export const i18n = { global }
export const useI18n = (): typeof global => global
