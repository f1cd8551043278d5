import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { foldersWithWords, wordFoldersOf } from './word-folders.ts'

// Which files a device keeps, read from the build: the shell and the pages that open without a connection.

/** What opens in a basement, with all that it fetches later. */
const PAGES = /\/wellness\/(check-in|outbox|plan|today)\/[\w.-]+$|\/(HelpPage|SignInPage|TodayCard)\.vue$/
const ALWAYS = ['index.html', 'first-paint.js', 'icon.svg']

export type Chunk = Rolldown.OutputChunk

/** Writes `service-worker.js` with its list of files and a name that changes with any of them. */
export function precache(source: string): Plugin {
  return {
    name: 'alongside-precache',
    apply: 'build',
    writeBundle({ dir = join(source, '../dist') }, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const styles = Object.keys(bundle).filter((name) => name.endsWith('.css') && /\/index-/.test(name))
      const files = [...ALWAYS, ...styles, ...filesOf(chunks, source)].map((name) => ({
        path: name === 'index.html' ? '/' : `/${name}`,
        integrity: `sha256-${sha256(readFileSync(join(dir, name)))}`,
      }))
      const worker = readFileSync(join(source, '../service-worker.js'), 'utf8')
      const list = JSON.stringify(files)
      const written = worker.replace('__FILES__', list).replace('__VERSION__', sha256(list).slice(0, 12))
      writeFileSync(join(dir, 'service-worker.js'), written)
    },
  }
}

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('base64')

/** The names of the chunks: the shell, the pages with what they fetch late, and the words of all of these. */
export function filesOf(chunks: readonly Chunk[], source: string): string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const shell = reach(
    chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
    byName,
    () => [],
  )
  const pages = chunks.filter(({ facadeModuleId }) => PAGES.test(facadeModuleId ?? ''))
  // The shell can fetch every page there is; the pages fetch only what belongs to them.
  const kept = reach(
    [...shell, ...pages.map(({ fileName }) => fileName)],
    byName,
    ({ fileName, dynamicImports }) => (shell.has(fileName) ? [] : dynamicImports),
  )
  const words = wordsOf(
    [...kept].flatMap((name) => byName.get(name)?.moduleIds ?? []),
    chunks,
    source,
  )
  return [...reach([...kept, ...words], byName, () => [])].sort()
}

/** What the chunks need: what they import, and what `later` says. */
export function reach(
  from: readonly string[],
  byName: ReadonlyMap<string, Chunk>,
  later: (chunk: Chunk) => readonly string[],
): Set<string> {
  const found = new Set(from)
  for (const name of found) {
    const chunk = byName.get(name)
    for (const next of chunk ? [...chunk.imports, ...later(chunk)] : []) if (byName.has(next)) found.add(next)
  }
  return found
}

/** The words that the modules use, and those of the shell, in both languages. */
export function wordsOf(modules: readonly string[], chunks: readonly Chunk[], source: string): string[] {
  const root = source.replaceAll('\\', '/')
  const folders = foldersWithWords(source)
  const files = modules.map((id) => id.split('?')[0] ?? id).filter((id) => id.startsWith(root))
  const used = new Set(
    [...new Set(files)].flatMap((file) =>
      wordFoldersOf(file.slice(root.length + 1).replace(/\.\w+$/, ''), readFileSync(file, 'utf8'), folders),
    ),
  )
  const isWanted = (id: string): boolean => {
    if (/\/shell-words\.\w+\.ts$/.test(id)) return true
    const label = /\/labels\/(?:en|es)\/([\w/-]+)\.ts$/.exec(id)?.[1]
    const folder = /^\/(.+)\/words\.(?:en|es)\.json$/.exec(id.slice(root.length))?.[1]
    return used.has(label === undefined ? (folder ?? '') : `labels/${label}`)
  }
  return chunks.filter(({ facadeModuleId }) => isWanted(facadeModuleId ?? '')).map(({ fileName }) => fileName)
}
