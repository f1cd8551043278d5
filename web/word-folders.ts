import { globSync } from 'node:fs'
import { posix } from 'node:path'
import type { Plugin } from 'vite'

// Which words a module needs is read from the module: a page that forgot to list them would show keys.

/** These are loaded with the shell. */
const OF_SHELL = /^(app|ui|labels\/account)$/
/** No page: what is loaded before any is chosen needs the words of none. */
const LOADED_AT_ONCE = /^(generated|app\/i18n)\/|(^|\/)routes$/
const MODULE = /\/src\/(.+)\.(vue|ts)(\?.*)?$/
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
const KEY = /["'`]([a-z][\w-]*(?:\.[\w-]+)+)/g

/** The folders under `src` with words of their own, `people/peers`, and the labels of shared, `labels/people`. */
export function foldersWithWords(source: string): ReadonlySet<string> {
  const words = globSync('**/words.en.json', { cwd: source }).map((file) => posix.dirname(slashed(file)))
  const labels = globSync('**/*.ts', { cwd: posix.join(slashed(source), '../../shared/src/labels/en') })
  const folders = [...words, ...labels.map((file) => `labels/${slashed(file).slice(0, -'.ts'.length)}`)]
  return new Set(folders.filter((folder) => !OF_SHELL.test(folder)))
}

const slashed = (path: string): string => path.replaceAll('\\', '/')

/** What can say why the API refused something: the words of its reasons stand in the folder of whoever asks. */
const SAYS_PROBLEMS = /\b(useAction|useForm|useProblemWords|ErrorState)\b/

/** The folders whose words a module uses: those that its keys begin with, and its own where a reason may be said. */
export function wordFoldersOf(path: string, code: string, folders: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  if (SAYS_PROBLEMS.test(code) && folders.has(posix.dirname(path))) found.add(posix.dirname(path))
  for (const [, key = ''] of code.replace(COMMENT, '').matchAll(KEY)) {
    const names = key.split('.')
    for (let length = names.length - 1; length > 0; length -= 1) {
      const folder = names.slice(0, length).join('/')
      if (!folders.has(folder)) continue
      found.add(folder)
      break
    }
  }
  return [...found].sort()
}

/** Makes each module say, as it is loaded, which words it needs; the router then fetches them before the page shows. */
export function wordFolders(source: string): Plugin {
  const folders = foldersWithWords(source)
  const words = posix.join(slashed(source), 'app/i18n/words.ts')
  return {
    name: 'alongside-word-folders',
    enforce: 'post',
    transform(code, id) {
      const path = MODULE.exec(slashed(id))?.[1]
      if (path === undefined || LOADED_AT_ONCE.test(path)) return null
      const used = wordFoldersOf(path, code, folders)
      if (used.length === 0) return null
      const call = `\nimport { needWords as __needWords } from '${words}';__needWords(${used.map((folder) => JSON.stringify(folder)).join()});`
      return { code: code + call, map: null }
    },
  }
}
