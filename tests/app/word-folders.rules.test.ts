import { describe, expect, it } from 'vitest'
import { fileURLToPath } from 'node:url'
import { foldersWithWords, wordFoldersOf } from '../../web/word-folders.ts'

const FOLDERS = new Set([
  ...['certification', 'certification/history', 'people/peers', 'wellness'],
  ...['labels/people', 'labels/records', 'labels/wellness', 'labels/wellness/climate'],
])

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
    ['the labels of a feature', 'drift/A.vue', 't(`labels.people.JobTitle.${title}`)', ['labels/people']],
    [
      'the labels of a part of a feature',
      'wellness/A.vue',
      't(`labels.wellness.climate.CountBand.${band}`)',
      ['labels/wellness/climate'],
    ],
    [
      'the labels that a rule of shared names',
      'audit/a.ts',
      '`labels.records.Column.${name}`',
      ['labels/records'],
    ],
    ['nothing for other texts with dots', 'drift/a.ts', "'https://a.example.org', 'access.now()'", []],
  ])('are %s', (_what, path, code, folders) => {
    expect(wordFoldersOf(path, code, FOLDERS)).toEqual(folders)
  })

  it('lie with the features and in the labels; the shell brings its own', () => {
    const folders = foldersWithWords(fileURLToPath(new URL('../../web/src', import.meta.url)))
    expect([...folders]).toEqual(expect.arrayContaining(['people/peers', 'labels/people', 'labels/records']))
    expect(['app', 'ui', 'labels/account'].filter((folder) => folders.has(folder))).toEqual([])
  })
})
