import { describe, expect, it } from 'vitest'
import { validateAddressList, readAddressList } from '../../../shared/src/people/invitations/address-list.ts'

const read = (list: string) =>
  readAddressList(list).map(({ line, email, displayName, problem }) => [line, email, displayName, problem])

describe('a pasted list of addresses', () => {
  it.each([
    ['ana@example.org', 'ana@example.org', 'Ana'],
    [' Ana.Reyes+work@Example.ORG ', 'ana.reyes+work@example.org', 'Ana Reyes'],
    ['Ana Reyes <ana@example.org>', 'ana@example.org', 'Ana Reyes'],
    ['"Reyes, Ana" <ana@example.org>', 'ana@example.org', 'Reyes, Ana'],
    ['<ana@example.org>', 'ana@example.org', 'Ana'],
    ['Ana Reyes\tana@example.org', 'ana@example.org', 'Ana Reyes'],
    ['Íñigo  Núñez ana@example.org', 'ana@example.org', 'Íñigo Núñez'],
  ])('reads %j', (text, email, name) => {
    expect(read(text)).toEqual([[1, email, name, null]])
  })

  it('takes new lines of every kind, commas and semicolons, and skips what is empty', () => {
    expect(read('a@e.io, b@e.io;c@e.io\r\n\n ;d@e.io\re@e.io').map(([line, email]) => [line, email])).toEqual(
      [
        [1, 'a@e.io'],
        [1, 'b@e.io'],
        [1, 'c@e.io'],
        [3, 'd@e.io'],
        [4, 'e@e.io'],
      ],
    )
  })

  it.each([
    'nobody',
    'nobody@',
    '@example.org',
    'a@b@example.org',
    'Ana <ana@example.org',
    'ana@example..org',
    `${'x'.repeat(81)} <ana@example.org>`,
    `${'a'.repeat(65)}@example.org`,
  ])('calls %j malformed', (text) => {
    expect(readAddressList(text).every(({ problem }) => problem === 'MALFORMED')).toBe(true)
  })

  it('names the second of two spellings of one address, not the first, and not a malformed one', () => {
    expect(read('Ana@e.io\nbad@\nana@E.io\nbad@').map(([line, , , problem]) => [line, problem])).toEqual([
      [1, null],
      [2, 'MALFORMED'],
      [3, 'TWICE_IN_LIST'],
      [4, 'MALFORMED'],
    ])
  })

  it('lets a quote that is never closed take nothing else along', () => {
    expect(read('"Ana <ana@e.io>, bo@e.io\ncy@e.io').map(([, email, , problem]) => [email, problem])).toEqual(
      [
        ['ana@e.io', null],
        ['bo@e.io', null],
        ['cy@e.io', null],
      ],
    )
  })

  it('finds the 40 bad ones of 5,000, each with its line', () => {
    const list = Array.from({ length: 5_000 }, (_, n) =>
      n % 125 === 0 ? `broken ${n}` : `p${n}@example.org`,
    )
    const bad = readAddressList(list.join('\n')).filter(({ problem }) => problem !== null)
    expect(bad).toHaveLength(40)
    expect(bad[1]).toMatchObject({ line: 126, text: 'broken 125', problem: 'MALFORMED' })
  })

  it.each([
    ['', { field: 'list', problem: 'required' }],
    [' ,;\n', { field: 'list', problem: 'required' }],
    ['a@e.io\n'.repeat(1_001), { field: 'list', problem: 'too-many', limit: 1_000 }],
    ['x'.repeat(60_001), { field: 'list', problem: 'too-long', limit: 60_000 }],
  ])('refuses a list that is empty or beyond one operation', (list, validationError) => {
    expect(validateAddressList('list', list)).toEqual([validationError])
  })

  it('reads any text without a throw, and never a line that is not there', () => {
    for (let seed = 0; seed < 500; seed++) {
      const text = Array.from({ length: 40 }, (_, n) =>
        ' ,;"<>@\n\r\tab.é\u{1f600}\ud800'.charAt((seed * 31 + n * n * 7) % 19),
      ).join('')
      const lines = text.split(/\r\n|\r|\n/).length
      expect(readAddressList(text).every(({ line }) => line >= 1 && line <= lines)).toBe(true)
    }
  })
})
