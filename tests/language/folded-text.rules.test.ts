import { describe, expect, it } from 'vitest'
import { foldedForComparison } from '../../shared/src/language/folded-text.ts'
import { readSources } from '../architecture/sources.ts'

const ALIKE: [what: string, ...spellings: string[]][] = [
  ['apostrophes', "O'Brien", 'O’Brien', 'Oʼbrien', 'O`Brien'],
  ['the letter of Hawaiian', 'Kapiʻolani', "Kapi'olani", 'Kapiolani'],
  ['dashes', 'Ethics - seven', 'Ethics – seven', 'Ethics — seven', 'Ethics − seven'],
  ['hyphens', 'Jean-Luc', 'Jean\u2011Luc', 'Jean\u2010Luc'],
  ['spaces', 'Ethics of  four', 'Ethics\u00A0of four ', '\tEthics\u2009of\nfour'],
  ['case and accents', 'Ética seis', 'E\u0301tica SEIS', 'etica seis'],
  ['letters of other languages', 'Wałęsa Øyvind Đặng', 'walesa oyvind dang'],
  ['double letters', 'Groß, Ærø', 'gross, aero'],
  ['what nobody sees', 'Ro\u00adsa\u200b', '\u202eRosa', 'Rosa\u2800'],
  ['wide signs', 'Ethics：eleven', 'Ethics:eleven'],
]

describe('a text folded for comparing', () => {
  it.each(ALIKE)('folds %s', (_what, first, ...others) => {
    for (const other of others) expect(foldedForComparison(other)).toBe(foldedForComparison(first))
  })

  it('keeps apart what reads otherwise, and letters that are not Latin', () => {
    for (const [one, other] of [
      ['Ethics 1', 'Ethics 2'],
      ['Ethics, part one', 'Ethics part, one'],
      ['Пётр', 'Петя'],
      ['Ann', 'Anna'],
    ] as const)
      expect(foldedForComparison(one)).not.toBe(foldedForComparison(other))
    expect(foldedForComparison('Пётр')).not.toBe('')
  })

  it('is the same when it is folded again', () => {
    for (const text of ALIKE.flat()) {
      const folded = foldedForComparison(text)
      expect(foldedForComparison(folded)).toBe(folded)
    }
  })
})

describe('a search or an order', () => {
  /** Names that are only lower-cased: `Walesa` does not find `Wałęsa`, and `Ávila` stands after `Zoe`. */
  const ONLY_LOWER_CASE = /strpos\(lower\(|order by lower\(|\|\| lower\(/

  it('compares folded texts, wherever the database makes it', () => {
    const sources = readSources(['api/src'])
    expect(sources.filter(({ text }) => text.includes('access.folded(')).length).toBeGreaterThan(5)
    expect(sources.filter(({ text }) => ONLY_LOWER_CASE.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('is found where it only lower-cases', () => {
    expect(ONLY_LOWER_CASE.test('strpos(lower(m.display_name), lower($1)) > 0')).toBe(true)
  })
})
