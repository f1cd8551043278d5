import { COMMON_PASSWORDS, COMMON_WORDS } from '@alongside/shared/people/sign-in/common-passwords'
import { canonicalPassword, validatePassword } from '@alongside/shared/people/sign-in/password'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSources } from '../../architecture/sources.ts'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }
const problemOf = (password: string): string | undefined => validatePassword('password', password)[0]?.problem

describe('a password', () => {
  it('takes any sentence of fifteen characters, without rules on digits or signs', () => {
    expect(validatePassword('password', 'brown kettle on a wet porch')).toEqual([])
    expect(validatePassword('password', 'ochocaracolesmas')).toEqual([])
  })

  it('names its field and both limits', () => {
    expect(validatePassword('newPassword', 'fourteen chars')).toEqual([
      { field: 'newPassword', problem: 'too-short', limit: 15 },
    ])
    expect(validatePassword('newPassword', 'ab3 '.repeat(33))).toEqual([
      { field: 'newPassword', problem: 'too-long', limit: 128 },
    ])
    expect(problemOf('')).toBe('required')
  })

  it('counts characters as they are read, after NFKC, not as they are stored', () => {
    expect(problemOf('\u{1F33B}'.repeat(14))).toBe('too-short')
    expect(problemOf('ﬁnd my wet boot')).toBeUndefined()
    expect(canonicalPassword('ﬁｎｄ')).toBe('find')
  })

  it.each([
    'correct horse battery staple',
    'Password1234567!',
    'P@ssw0rd2026!!!!!',
    'alongside-recovery-2026',
    'aaaaaaaaaaaaaaaaaa',
    'hunter2hunter2hunter2',
    'abcdefghijklmnop',
    '987654321098765',
    'qwertyuiopasdfgh',
  ])('refuses %s as one of the first that anybody would try', (password) => {
    expect(problemOf(password)).toBe('too-common')
  })

  it('refuses every listed phrase that is long enough, in any case', () => {
    for (const phrase of COMMON_PASSWORDS)
      expect([phrase, problemOf(phrase.toUpperCase())]).toEqual([phrase, 'too-common'])
  })

  it('refuses any string of common words, however it is padded with digits', patience, () => {
    const words = fc.array(fc.constantFrom(...COMMON_WORDS), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(words, fc.nat(9999), (parts, digits) => {
        const password = `${parts.join(' ')} ${digits} 2026 ..`
        fc.pre([...password].length >= 15)
        expect(problemOf(password)).toBe('too-common')
      }),
      cases,
    )
  })

  it('answers within its limits for any text', patience, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (password) => {
        const length = [...canonicalPassword(password)].length
        const expected =
          length === 0 ? 'required' : length < 15 ? 'too-short' : length > 128 ? 'too-long' : undefined
        expect([expected ?? 'too-common', expected]).toContain(problemOf(password))
      }),
      cases,
    )
  })

  it('comes to an end on a password built to confuse the word list', () => {
    expect(problemOf('abcdabcabcd'.repeat(11) + 'x')).toBeUndefined()
  })
})

describe('a field for a password', () => {
  it('can be looked at wherever one is asked for', () => {
    const pages = readSources(['web/src'])
    const asking = pages.filter(({ text }) => text.includes('<PasswordInput'))
    expect(asking.length).toBeGreaterThan(5)
    expect(pages.filter(({ text }) => /\btype="password"/.test(text)).map(({ path }) => path)).toEqual([])
  })
})
