import { i18n, type Locale, type Words } from './translate.ts'

export { i18n }

/** The two languages stand as equals: neither falls back to the other. */
export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

const LOCALES: Record<Language, Locale> = { en: 'en', es: 'es-US' }

/** What one language brings: the shell's own words, and where those of the features are found. */
interface Files {
  readonly shell: Words
  readonly words: Readonly<Record<string, () => Promise<unknown>>>
  readonly labels: Readonly<Record<string, () => Promise<unknown>>>
}

const files: Record<Language, () => Promise<Files>> = {
  en: () => import('./shell-words.en.ts'),
  es: () => import('./shell-words.es.ts'),
}
const stored = 'alongside.language'
/** The folders of words whose texts lie in shared: `labels/people`. */
const LABELS = 'labels/'
const wanted = new Set<string>()
const loaded = new Set<string>()

i18n.global.locale.value = LOCALES[document.documentElement.lang === 'es' ? 'es' : 'en']

export function currentLanguage(): Language {
  return i18n.global.locale.value === 'en' ? 'en' : 'es'
}

/** Whether somebody chose a language on this device; else it speaks as the browser does. */
export function isLanguageChosen(): boolean {
  try {
    return localStorage.getItem(stored) !== null
  } catch {
    return false
  }
}

/** A module says which words it uses; the build adds the call to each (web/word-folders.ts). */
export function needWords(...folders: string[]): void {
  for (const folder of folders) wanted.add(folder)
}

/** Fetches the words that the modules loaded so far need, in the current language; their keys begin with the folder. */
export async function loadWords(): Promise<void> {
  await fetchWords(currentLanguage())
}

async function fetchWords(language: Language): Promise<void> {
  const { shell, words, labels } = await files[language]()
  const once = async (folder: string, read: () => Promise<Words>) => {
    const name = `${language} ${folder}`
    if (loaded.has(name)) return
    i18n.global.mergeLocaleMessage(LOCALES[language], await read())
    loaded.add(name)
  }
  const ofFolder = (folder: string) => {
    const read = folder.startsWith(LABELS)
      ? labels[`../../../../shared/src/labels/${language}/${folder.slice(LABELS.length)}.ts`]
      : words[`../../${folder}/words.${language}.json`.replace('../../app/', '../')]
    return read && once(folder, async () => underPath(folder, (await read()) as Words))
  }
  await Promise.all([once('shell', async () => shell), ...[...wanted].map(ofFolder)])
}

/** `people/peers` becomes `{ people: { peers: words } }`. */
function underPath(path: string, words: Words): Record<string, Words> {
  return path.split('/').reduceRight<Words>((inner, name) => ({ [name]: inner }), words) as Record<
    string,
    Words
  >
}

/** Changes the words in place, so that a half-filled form keeps its content. */
export async function useLanguage(language: Language): Promise<void> {
  await fetchWords(language)
  i18n.global.locale.value = LOCALES[language]
  document.documentElement.lang = language
  try {
    localStorage.setItem(stored, language)
  } catch {
    // Private windows may refuse storage; the choice then lasts until the tab is closed.
  }
}
