import { describe, expect, it } from 'vitest'
import { LARGE_FOLDERS, NOUNS, OTHER_FOLDERS } from './nouns.ts'
import { readSources } from './sources.ts'

const TREES = ['shared/src', 'api/src', 'web/src', 'tests']
const FOLDERS = foldersOf(readSources([...TREES, 'api/launch', 'migrations']).map(({ path }) => path))
const MAX_FILES = 12

function foldersOf(paths: readonly string[]): Map<string, number> {
  const folders = new Map<string, number>()
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  return folders
}

function unknown(folder: string): string[] {
  const tree = TREES.find((each) => folder.startsWith(`${each}/`))
  if (tree === undefined) return []
  const [feature = '', sub, ...deeper] = folder.slice(tree.length + 1).split('/')
  const known = { ...NOUNS, ...OTHER_FOLDERS[tree] }[feature]
  if (known === undefined) return [`${folder}: ${feature} is not on the list of nouns`]
  if (isOfNoun(folder)) return []
  if (deeper.length > 0) return [`${folder} is deeper than feature and sub-noun`]
  return sub === undefined || known.includes(sub) ? [] : [`${folder}: ${feature} has no sub-noun ${sub}`]
}

/** What is in a row, who may write it, and labels that only some pages of a noun load are said noun by noun. */
function isOfNoun(folder: string): boolean {
  const [, noun = ''] =
    /^(?:tests\/authorization\/(?:rows|attempts)|shared\/src\/labels\/(?:en|es))\/([^/]+)$/.exec(folder) ?? []
  return noun in NOUNS || Object.values(NOUNS).some((subs) => subs.includes(noun))
}

function tooFull([folder, files]: readonly [string, number]): string[] {
  return files > MAX_FILES && !(folder in LARGE_FOLDERS)
    ? [`${folder} has ${files} files, ${MAX_FILES} are allowed`]
    : []
}

describe('the four trees', () => {
  it('carry the same nouns, no deeper than a sub-noun', () => {
    expect(FOLDERS.size).toBeGreaterThan(80)
    expect([...FOLDERS.keys()].flatMap(unknown)).toEqual([])
  })

  it('hold at most twelve files a folder', () => {
    expect([...FOLDERS].flatMap(tooFull)).toEqual([])
  })

  it('use every noun of the list, and every exception', () => {
    const used = (name: string): boolean =>
      TREES.some((tree) => [...FOLDERS.keys()].some((folder) => `${folder}/`.startsWith(`${tree}/${name}/`)))
    const names = Object.entries(NOUNS).flatMap(([feature, subs]) => [
      feature,
      ...subs.map((sub) => `${feature}/${sub}`),
    ])
    expect(names.filter((name) => !used(name))).toEqual([])
    expect(Object.keys(LARGE_FOLDERS).filter((folder) => (FOLDERS.get(folder) ?? 0) <= MAX_FILES)).toEqual([])
  })
})

describe('a made-up breach is caught', () => {
  it.each([
    ['web/src/gossip', 'not on the list'],
    ['api/src/people/hats', 'no sub-noun'],
    ['tests/people/peers/old', 'deeper'],
  ])('%s', (folder, sentence) => {
    expect(unknown(folder).join()).toContain(sentence)
  })

  it('a full folder', () => {
    expect(tooFull(['web/src/people/peers', 13])).toHaveLength(1)
    expect(tooFull(['web/src/people/peers', 12])).toEqual([])
  })
})
