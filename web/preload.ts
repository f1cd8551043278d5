import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { type Chunk, reach, wordsOf } from './precache.ts'

// On slow 3G each way there and back takes 400 ms. What the check-in needs besides the shell is asked for while the shell
// is still on its way, so that neither its code nor its words wait for the one before.

const PAGE = /\/wellness\/check-in\/CheckInPage\.vue$/
const LANGUAGES = ['en', 'es'] as const
type Language = (typeof LANGUAGES)[number]

/** Adds the list to `first-paint.js`, which runs first and knows the language. */
export function preload(source: string): Plugin {
  return {
    name: 'alongside-preload',
    apply: 'build',
    writeBundle({ dir = join(source, '../dist') }, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const lists = LANGUAGES.map((language) => [language, filesToPreload(chunks, source, language)] as const)
      appendFileSync(join(dir, 'first-paint.js'), scriptFor(Object.fromEntries(lists)))
    },
  }
}

/** The chunks of the check-in and its words in one language, without those of the shell, which the page names itself. */
export function filesToPreload(chunks: readonly Chunk[], source: string, language: Language): string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const shell = reach(
    chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
    byName,
    () => [],
  )
  const pages = chunks.filter(({ facadeModuleId }) => PAGE.test(facadeModuleId ?? ''))
  const page = reach(
    pages.map(({ fileName }) => fileName),
    byName,
    () => [],
  )
  const modules = [...shell, ...page].flatMap((name) => byName.get(name)?.moduleIds ?? [])
  const words = wordsOf(modules, chunks, source).filter((name) =>
    new RegExp(`[./]${language}(\\.|/)`).test(byName.get(name)?.facadeModuleId ?? ''),
  )
  return [...new Set([...page, ...words])].filter((name) => !shell.has(name)).sort()
}

const scriptFor = (files: Readonly<Record<string, readonly string[]>>): string => `
if (location.pathname === '/check-in')
  for (const file of (${JSON.stringify(files)})[document.documentElement.lang] ?? [])
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: '/' + file }))
`
