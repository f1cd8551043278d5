import { describe, expect, it } from 'vitest'
import { wordFoldersOf } from '../../web/word-folders.ts'

const FOLDERS = new Set(['certification', 'certification/history', 'people/peers', 'wellness'])

describe('the words that a module needs', () => {
  it.each([
    ['those that its keys begin with', 'drift/A.vue', "t('people.peers.title')", ['people/peers']],
    [
      'the closest folder of a key',
      'drift/A.vue',
      't("certification.history.undo")',
      ['certification/history'],
    ],
    [
      'the folder above where the closest has none',
      'drift/A.vue',
      't(`certification.why.${kind}`)',
      ['certification'],
    ],
    ['its own where a reason may be said', 'wellness/A.vue', 'const { run } = useAction()', ['wellness']],
    ['nothing of its own where it says nothing', 'wellness/a.ts', 'export const weeks = 26', []],
    ['nothing for other texts with dots', 'drift/a.ts', "'https://a.example.org', 'access.now()'", []],
  ])('are %s', (_what, path, code, folders) => {
    expect(wordFoldersOf(path, code, FOLDERS)).toEqual(folders)
  })
})
