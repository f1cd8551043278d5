import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

// The pages that people read in the repository: whatever they name must be there.

const ROOT = join(import.meta.dirname, '../..')
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]
const MAX_README_BYTES = 6_000
const AREAS = ['api', 'docs', 'migrations', 'shared', 'tests', 'web']

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8')
const missing = (paths: readonly string[]): string[] => paths.filter((path) => !existsSync(join(ROOT, path)))

/** Relative links and pictures, from the root of the repository. */
function linksOf(page: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(
    (found) => found[1] ?? found[2],
  )
  return targets.flatMap((target = '') => {
    const [path = ''] = target.split('#')
    return path === '' || /^[a-z]+:/.test(path) ? [] : [join(dirname(page), path)]
  })
}

/** Paths between backticks that begin with a folder of the root; one with a placeholder is no path. */
function pathsOf(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code)
    .filter(
      (code) => AREAS.includes(code.split('/')[0] ?? '') && code.includes('/') && !/[\s<>*…{]/.test(code),
    )
}

/** Names after `npm run` and `npm test --`. */
function commandsOf(text: string): { scripts: string[]; tests: string[] } {
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name)
  return {
    scripts: all(/npm run (?:--silent )?([a-z-]+)/g),
    tests: all(/npm test -- ([a-z/-]+\/[a-z.-]+\.ts)/g).map((path) => `tests/${path}`),
  }
}

describe.each(PAGES)('%s', (page) => {
  const text = read(page)

  it('links to what exists', () => {
    expect(missing(linksOf(page, text))).toEqual([])
  })

  it('names paths that exist', () => {
    expect(missing(pathsOf(text))).toEqual([])
  })

  it('names commands that exist', () => {
    const commands = commandsOf(text)
    expect(commands.scripts.filter((script) => !(script in scripts))).toEqual([])
    expect(missing(commands.tests)).toEqual([])
  })
})

describe('the pages', () => {
  it('are found by a reader: the README is short and links to each of them', () => {
    expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(MAX_README_BYTES)
    expect(
      PAGES.filter((page) => page !== 'README.md' && !linksOf('README.md', read('README.md')).includes(page)),
    ).toEqual([])
  })

  it('explain every variable that the server reads', () => {
    const variables = [
      ...read('api/src/server/environment.ts').matchAll(/variables(?:\['|, ')([A-Z_]+)'/g),
    ].map(([, name = '']) => name)
    expect(variables.length).toBeGreaterThan(8)
    expect(
      [...new Set(variables)].filter((name) => !read('docs/operating.md').includes(`\`${name}\``)),
    ).toEqual([])
  })

  it('are really looked at', () => {
    expect(linksOf('docs/x.md', '[a](../b.md#c) [d](https://e.org) <img src="f.png">')).toEqual([
      'b.md',
      'docs/f.png',
    ])
    expect(pathsOf('`web/nowhere.ts` `npm start` `web/<noun>/x.ts` `people/`')).toEqual(['web/nowhere.ts'])
    expect(commandsOf('npm run nothing, npm test -- people/x.api.test.ts')).toEqual({
      scripts: ['nothing'],
      tests: ['tests/people/x.api.test.ts'],
    })
  })
})
