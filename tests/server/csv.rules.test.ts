import { describe, expect, it } from 'vitest'
import { csvOf } from '../../api/src/server/files/csv.ts'

const cell = (text: string | number): string =>
  csvOf([['Name', (row: { text: string | number }) => row.text]], [{ text }]).split('Name\r\n')[1] ?? ''

describe('a cell of a file for spreadsheets', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    // Where a spreadsheet splits at semicolons, what follows one is a cell of its own.
    ['Rosa;=1+1', `"Rosa;'=1+1"`],
    ['Rosa;＝1+1;-2', `"Rosa;'＝1+1;'-2"`],
    ['Rosa,+1', `"Rosa,'+1"`],
    ['Rosa\t@SUM(A1)', `"Rosa\t'@SUM(A1)"`],
    ['Rosa\n=1+1', `"Rosa\n'=1+1"`],
    ['\tRosa', `"'\tRosa"`],
  ])('writes %j as no formula', (text, written) => {
    expect(cell(text)).toBe(`${written}\r\n`)
  })

  it.each(['Rosa Delgado', 'a=b', 'ten - twelve', 'rosa@cedarpoint.example', '1＝1'])(
    'leaves %j alone',
    (text) => {
      expect(cell(text)).toBe(`${text}\r\n`)
    },
  )

  it('leaves a number a number', () => {
    expect(cell(-167)).toBe('-167\r\n')
  })
})
