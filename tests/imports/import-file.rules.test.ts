import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../api/src/imports/file/decode-text.ts'
import { readFile } from '../../api/src/imports/file/read-file.ts'
import {
  COLUMNS_OF,
  missingColumns,
  readHeadings,
  sniffDelimiter,
} from '../../shared/src/imports/import-columns.ts'
import { ImportKind } from '../../shared/src/imports/import-states.ts'
import { importTemplate } from '../../shared/src/imports/row-problems-in-words.ts'
import { labelUnder } from '../../shared/src/labels/labels.ts'
import type { Language } from '../../shared/src/people/account/languages.ts'

const sayIn = (language: Language) => (key: string) => labelUnder(key, language) ?? `${key}: undefined`
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('headings', () => {
  it('of the template are read, in both languages and of each kind', () => {
    for (const language of ['en', 'es'] as const)
      for (const kind of Object.values(ImportKind)) {
        const { headings, rows } = readFile(utf8(importTemplate(kind, language, sayIn(language))))
        const columns = readHeadings(kind, headings)
        expect(columns).not.toContain(null)
        expect(missingColumns(kind, columns)).toEqual([])
        expect(columns.length).toBe(COLUMNS_OF[kind].length - 2)
        expect(rows).toHaveLength(1)
      }
  })

  it.each([
    ['username,firstname,lastname,email', [null, 'FIRST_NAME', 'LAST_NAME', 'EMAIL']],
    [
      'Last Name,First Name,Work Email,Title,Agency',
      ['LAST_NAME', 'FIRST_NAME', 'EMAIL', 'JOB_TITLE', 'HOST_AGENCY'],
    ],
    ['First Name,Last Name,E-mail Address,Hire Date', ['FIRST_NAME', 'LAST_NAME', 'EMAIL', 'STARTS_ON']],
    ['First Name,E-mail 1 - Value,Email', ['FIRST_NAME', 'EMAIL', null]],
    ['Timestamp,Email Address,Full name', [null, 'EMAIL', 'NAME']],
  ])('of programs are read: %s', (line, columns) => {
    expect(readHeadings('PEOPLE', line.split(','))).toEqual(columns)
  })

  it('say what is missing of each kind', () => {
    expect(missingColumns('PEOPLE', [null, 'LAST_NAME'])).toEqual(['EMAIL'])
    expect(missingColumns('CERTIFICATIONS', ['NAME', 'CREDENTIAL'])).toEqual(['ISSUED_ON'])
    expect(missingColumns('CE_HOURS', [null])).toEqual(['EMAIL', 'COURSE_TITLE', 'HELD_ON', 'HOURS'])
  })

  it.each([
    ['Name,Email', ','],
    ['Name;Email;"a,b,c,d"', ';'],
    ['\nName\tEmail', '\t'],
    ['Name|Email', '|'],
    ['Name', ','],
  ])('show the delimiter: %j', (text, delimiter) => expect(sniffDelimiter(text)).toBe(delimiter))
})

describe('a whole file', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((text) => text.trim() !== '' && !text.includes('\r'))
  const written = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const newline = fc.constantFrom('\n', '\r\n', '\r')

  it('comes through with whatever stands in quotes, in any delimiter and encoding, with line ends side by side', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, newline), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('utf8', 'bom', 'utf16le', 'sep'),
        (rows, delimiter, encoding) => {
          const named = encoding === 'sep' ? `sep=${delimiter}\r\n` : ''
          const lines = rows.map(([one, two, end]) => [one, two].map(written).join(delimiter) + end)
          const text = `${named}Name${delimiter}Email\r\n${lines.join('')}`
          const bytes =
            encoding === 'utf16le'
              ? Buffer.from(`\uFEFF${text}`, 'utf16le')
              : utf8(encoding === 'bom' ? `\uFEFF${text}` : text)
          const kept = (each: string) => each.replaceAll('\0', '\uFFFD').toWellFormed()
          expect(readFile(bytes).rows.map(({ cells }) => cells)).toEqual(
            rows.map(([one, two]) => [kept(one), kept(two)]),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is Windows-1252 when it is no UTF-8, and no text when it has zero bytes', () => {
    expect(decodeText(Buffer.from('Núñez €'.replace('€', '\x80'), 'latin1'))).toEqual({
      text: 'Núñez €',
      encoding: 'WINDOWS_1252',
    })
    expect(decodeText(Buffer.from('Name', 'utf16le'))).toBeNull()
    expect(decodeText(Buffer.from('PK\x03\x04\0\0', 'latin1'))).toBeNull()
  })

  it('keeps all other names when one byte of it is of another alphabet', () => {
    const bytes = Buffer.concat([
      utf8('Name,Email\nJosé Núñez,j@b.org\nZo'),
      Buffer.from([0xeb]),
      utf8(',z@b.org\n'),
    ])
    const { encoding, rows } = readFile(bytes.subarray(0))
    expect(encoding).toBe('UTF_8')
    expect(rows.map(({ cells }) => cells[0])).toEqual(['José Núñez', 'Zo\uFFFD'])
  })

  it.each([
    ['', 'imports.empty'],
    ['Name,Email\n', 'imports.empty'],
    ['Ana,ana@b.org\nBen,b@b.org\n', 'imports.headings-missing'],
    ['Name,Email\n"A,a@b.org\n', 'imports.not-csv'],
    [`Name,Email\n${'A,a@b.org\n'.repeat(5_001)}`, 'imports.too-many-rows'],
    [`${'a,'.repeat(100)}b\nx\n`, 'imports.too-many-columns'],
  ])('is refused with one clear reason: %#', (text, fact) => {
    expect(() => readFile(utf8(text))).toThrow(expect.objectContaining({ kind: 'BAD_INPUT', fact }))
  })

  it('names the line on which a quotation mark is opened and not closed', () => {
    for (const text of [
      'Name,Email\nA,a@b.org\n"B,b@b.org\nC,c@b.org\n',
      'Name,Email\nA,a@b.org\n"B,b@b.org\n"C" D,c@b.org\n',
    ])
      expect(() => readFile(utf8(text))).toThrow(
        expect.objectContaining({ validationErrors: [{ field: 'line', problem: 'not-text', limit: 3 }] }),
      )
  })

  it('keeps quotation marks that stand in the middle of a cell', () => {
    const { rows } = readFile(
      utf8('Name,Email\nRobert "Bob" Two,a@b.org\n"Bob" Three,b@b.org\n5" desk, "x"\n'),
    )
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Robert "Bob" Two', 'a@b.org'],
      ['"Bob" Three', 'b@b.org'],
      ['5" desk', ' "x"'],
    ])
  })

  it('counts the lines of the file, empty ones and line breaks in quotes too', () => {
    const { rows } = readFile(utf8('Name,Email\r\nA,a@b.org\n\n"B\r\nB",b@b.org\rC,c@b.org\n'))
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 6])
  })

  it('keeps what looks like a formula as the text that it is', () => {
    const { rows } = readFile(utf8('Name,Email\n"=HYPERLINK(""x"")",a@example.org\n'))
    expect(rows[0]?.cells[0]).toBe('=HYPERLINK("x")')
  })
})
