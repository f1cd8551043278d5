import { describe, expect, it } from 'vitest'
import { LABELS, labelUnder } from '../../shared/src/labels/labels.ts'
import { sentencesOf, wordFolders } from './words.ts'

/** A name of a closed list's value: what is said of it stands in shared/src/labels, once for each language. */
const CODE = /^[A-Z][A-Z0-9_]*(-[a-z]+)*$/
/** Not yet moved. */
const STILL_THERE = /^certification(\/|$)/

const codesIn = (keys: Iterable<string>): string[] =>
  [...keys].filter((key) => key.split('.').some((name) => CODE.test(name)))

describe('what the value of a closed list is called', () => {
  it.each(wordFolders.filter((folder) => !STILL_THERE.test(folder)))(
    'stands in no words file of %s',
    (folder) => {
      expect(codesIn(sentencesOf(folder, 'en').keys())).toEqual([])
    },
  )

  it('is found by the check, as a name and with an ending', () => {
    const keys = ['state.IN_FORCE', 'due.PAUSED-until', 'steps.DISCUSSED.action', 'people.title', 'signs.SSN']
    expect(codesIn(keys)).toEqual(keys.filter((key) => key !== 'people.title'))
  })

  it('is read by its key in both languages, and nothing by a wrong one', () => {
    expect(labelUnder('labels.account.Role.AUDITOR', 'en')).toBe(LABELS.en.account.Role.AUDITOR)
    expect(labelUnder('labels.account.Role.AUDITOR', 'es')).toBe('Auditoría')
    for (const key of ['', 'labels', 'labels.account.Role', 'labels.account.Role.AUDITOR.x', 'labels.gone.A'])
      expect(labelUnder(key, 'en'), key).toBeUndefined()
  })
})
