import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecords } from '../../api/src/imports/file/csv-records.ts'
import { csvOf } from '../../api/src/server/files/csv.ts'

const COLUMNS = [['Name', ({ name }: { name: string }) => name]] as const

describe('a cell of a CSV file', () => {
  it.each([
    ['Ana;=1+1', '"Ana;=1+1"'],
    ['Ana\t=1+1', '"Ana\t=1+1"'],
    ['Ana|=1+1', '"Ana|=1+1"'],
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['－1', "'－1"],
    [' =1+1', "' =1+1"],
    ['@sum', "'@sum"],
    ["O'Brien", "O'Brien"],
    ['a "b"', '"a ""b"""'],
  ])('keeps %j in one cell and starts no formula', (name, written) => {
    expect(csvOf(COLUMNS, [{ name }])).toBe(`Name\r\n${written}\r\n`)
  })

  it('comes back as it was, or with the apostrophe that disarms it', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aé=+-@;,|"\'\t\n\r ＝'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(name, (text) => {
        if (text.trim() === '') return
        const [, row] = [...csvRecords(csvOf(COLUMNS, [{ name: text }, { name: 'x' }]))]
        expect([text, `'${text}`]).toContain(row?.cells[0])
        expect(row?.cells[0]).not.toMatch(/^\s*[=+\-@＝]/u)
      }),
      { numRuns: 500 },
    )
  })
})
