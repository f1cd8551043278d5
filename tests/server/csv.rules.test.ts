import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecords } from '../../api/src/imports/file/csv-records.ts'
import { type CsvColumns, csvTable } from '../../api/src/server/files/csv.ts'

const COLUMNS: CsvColumns<string | number> = [['Name', (row) => row]]
const file = (...rows: (string | number)[]): string => [...csvTable(COLUMNS, rows).lines].join('')
const cell = (text: string | number): string => file(text).split('Name\r\n')[1] ?? ''

describe('a cell of a file for spreadsheets', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    [' =1+1', "' =1+1"],
    // Where a spreadsheet splits at semicolons, what follows one is a cell of its own, whatever is quoted.
    ['Rosa;=1+1', `"Rosa;'=1+1"`],
    ['Rosa;＝1+1;-2', `"Rosa;'＝1+1;'-2"`],
    ['Rosa|=1+1', `"Rosa|'=1+1"`],
    ['Rosa,+1', `"Rosa,'+1"`],
    ['Rosa\t@SUM(A1)', `"Rosa\t'@SUM(A1)"`],
    ['Rosa\n=1+1', `"Rosa\n'=1+1"`],
    ['\tRosa', `"'\tRosa"`],
  ])('writes %j as no formula', (text, written) => {
    expect(cell(text)).toBe(`${written}\r\n`)
  })

  it.each(['Rosa Delgado', 'a=b', 'ten - twelve', 'rosa@cedarpoint.example', '1＝1', "O'Brien"])(
    'leaves %j alone',
    (text) => {
      expect(cell(text)).toBe(`${text}\r\n`)
    },
  )

  it('leaves a number a number', () => {
    expect(cell(-167)).toBe('-167\r\n')
  })

  it('comes back as it was but for the apostrophes that disarm it, and starts no formula', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'aé=+-@;,|"\t\n\r ＝'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(texts, (text) => {
        if (text.trim() === '') return
        const [, row] = [...csvRecords(file(text, 'x'))]
        const back = row?.cells[0] ?? ''
        expect(back.replaceAll("'", '')).toBe(text)
        for (const part of back.split(/[;|,\t\r\n]/)) expect(part).not.toMatch(/^[=+\-@＝]/u)
      }),
      { numRuns: 500 },
    )
  })
})
