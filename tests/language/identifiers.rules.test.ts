import { looksLikeIdentifier } from '@alongside/shared/language/identifiers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }
const found = (text: string): string[][] =>
  looksLikeIdentifier(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('text that looks like an identifier', () => {
  it.each([
    ['His number is 219-09-9999.', 'SSN', '219-09-9999'],
    ['219 09 9999', 'SSN', '219 09 9999'],
    ['SSN: 219099999', 'SSN', '219099999'],
    ['seguro social 219099999', 'SSN', '219099999'],
    ['DOB 3/14/1988', 'DATE_OF_BIRTH', '3/14/1988'],
    ['dob: 03-14-88', 'DATE_OF_BIRTH', '03-14-88'],
    ['born on March 14, 1988', 'DATE_OF_BIRTH', 'March 14, 1988'],
    ['nació el 14 de marzo de 1988', 'DATE_OF_BIRTH', '14 de marzo de 1988'],
    ['fecha de nacimiento: 14/3/2012', 'DATE_OF_BIRTH', '14/3/2012'],
    ['(1988-03-14)', 'DATE_OF_BIRTH', '1988-03-14'],
    ['reach her at (503) 555-0142', 'PHONE', '(503) 555-0142'],
    ['+1 503.555.0142', 'PHONE', '+1 503.555.0142'],
    ['5035550142', 'PHONE', '5035550142'],
    ['call me at 555-0142', 'PHONE', '555-0142'],
    ['MRN 00482913', 'MEDICAL_RECORD_NUMBER', '00482913'],
    ['medical record no. A-48291', 'MEDICAL_RECORD_NUMBER', 'A-48291'],
    ['expediente médico: 48291', 'MEDICAL_RECORD_NUMBER', '48291'],
  ])('finds in %j a %s', (text, kind, value) => {
    expect(found(text)).toEqual([[kind, value]])
  })

  it('finds several, in order of place and each once', () => {
    expect(found('call 503-555-0142, DOB 3/14/88, SSN 219-09-9999').map(([kind]) => kind)).toEqual([
      'PHONE',
      'DATE_OF_BIRTH',
      'SSN',
    ])
  })

  it.each([
    'Held on 2026-03-04, next on 3/18/2026.',
    'Session of March 4, 2026, 10:30-11:15, 45 minutes.',
    'Llamada del 4 de marzo de 2026 a las 10:30',
    'Call or text 988, or the warmline 1-800-555-0199.',
    'Caseload went from 28 to 31; 20-30 is usual.',
    'The chart 2026 shows 1,200 hours in 365 days.',
    'We looked at chart 2026-03-05 together.',
    'Renewal CPS-2026-004417 expires 09/30/2028.',
    'Room 301-2200, badge 000-12-3456, form CPS219-09-9999',
    'He was born to do this.',
  ])('passes %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('passes every day since 2010, however it is written', patience, () => {
    const [year, month, day] = [
      fc.integer({ min: 2010, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    ]
    fc.assert(
      fc.property(year, month, day, (y, m, d) => {
        const two = (part: number): string => String(part).padStart(2, '0')
        const text = `${y}-${two(m)}-${two(d)} ${m}/${d}/${y} ${two(d)}.${two(m)}.${y} 10:30 ${m}-${d}-${y}`
        expect(found(text)).toEqual([])
      }),
      cases,
    )
  })

  it('finds every number that could be given out, in any surroundings of words', patience, () => {
    const digits = (from: number, to: number, width: number): fc.Arbitrary<string> =>
      fc.integer({ min: from, max: to }).map((value) => String(value).padStart(width, '0'))
    const area = digits(1, 899, 3).filter((value) => value !== '666')
    const ssn = fc.tuple(area, digits(1, 99, 2), digits(1, 9999, 4)).map((parts) => parts.join('-'))
    fc.assert(
      fc.property(ssn, fc.lorem(), (number, words) => {
        expect(found(`${words} ${number}, ${words}`)).toEqual([['SSN', number]])
      }),
      cases,
    )
  })

  it('comes to an end on long text built to confuse it', () => {
    for (const piece of ['1', '1-', 'dob ', '(503) ', 'chart # ', 'a-']) {
      expect(looksLikeIdentifier(piece.repeat(4000)).length).toBeLessThan(4000)
    }
  })
})
