import { describe, expect, it } from 'vitest'
import {
  SERVICE_DATES_MOST,
  serviceDateLines,
  validateServiceDates,
} from '@alongside/shared/certification/as-of/service-date-lines'

const TODAY = '2026-11-30'
const PEOPLE = [
  { id: 'hale', displayName: 'Curtis Hale' },
  { id: 'obrien', displayName: 'Maeve O’Brien' },
  { id: 'lee-1', displayName: 'Sam Lee' },
  { id: 'lee-2', displayName: 'Sam  Lee' },
]
const read = (text: string) => serviceDateLines(text, PEOPLE, TODAY)
const short = (text: string) =>
  read(text).lines.map(({ line, day, peerId, problem }) => [line, day, peerId, problem])

describe('a pasted list of names and service dates', () => {
  it.each([
    ['Curtis Hale\t3/4/2026', '2026-03-04'],
    ['Curtis Hale, 03/04/26', '2026-03-04'],
    ['"Hale, Curtis",2026-03-04', '2026-03-04'],
    ['Hale, Curtis, 3/4/2026', '2026-03-04'],
    ['1. Curtis Hale; March 4, 2026; 99213', '2026-03-04'],
    ['2026-03-04\tCurtis Hale', '2026-03-04'],
    ['CURTIS HALE 4 de marzo de 2026', '2026-03-04'],
  ])('reads %s', (text, day) => {
    expect(short(text)).toEqual([[1, day, 'hale', null]])
  })

  it('passes over a heading and empty lines, and counts lines as they stand', () => {
    expect(short('Name\tDate of service\n\nCurtis Hale\t3/4/2026\n')).toEqual([
      [3, '2026-03-04', 'hale', null],
    ])
    expect(short('Curtis Hale\t3/4/2026')).toHaveLength(1)
    // No heading, but a line without its day.
    expect(short('Curtis Hale\nCurtis Hale, 3/4/2026')[0]).toEqual([1, null, null, 'NO_DATE'])
  })

  it('knows a name with whichever apostrophe, and says where two people share one', () => {
    expect(short("Maeve O'Brien, 1/6/2026\nMaeve O’Brien, 1/6/2026\nOBrien, Maeve, 1/6/2026")).toEqual([
      [1, '2026-01-06', 'obrien', null],
      [2, '2026-01-06', 'obrien', null],
      [3, '2026-01-06', 'obrien', null],
    ])
    expect(short('Sam Lee, 1/6/2026')).toEqual([[1, '2026-01-06', null, 'NAME_SHARED']])
  })

  it('names what is wrong with each line, and keeps the others', () => {
    const text = [
      ...[
        'Curtis Hale, 2/29/2027',
        'Curtis Hale, 12/1/2026',
        'Curtis Hale, 1/1/1950',
        'Nobody Here, 1/6/2026',
      ],
      ...['1/6/2026', 'Curtis Hale, 11/30/2026', 'Curtis Hale, 2/29/2024'],
    ].join('\n')
    expect(short(text).map(([, , id, problem]) => problem ?? id)).toEqual([
      ...['NOT_A_DATE', 'IN_THE_FUTURE', 'TOO_LONG_AGO', 'NAME_NOT_FOUND', 'NO_NAME', 'hale', 'hale'],
    ])
  })

  it('reads the month first, unless the list itself can only be day first', () => {
    expect(read('Curtis Hale, 3/4/2026').dateOrder).toBe('MONTH_FIRST')
    const european = read('Curtis Hale, 3/4/2026\nCurtis Hale, 25/4/2026')
    expect([european.dateOrder, european.lines[0]?.day]).toEqual(['DAY_FIRST', '2026-04-03'])
  })

  it('takes 5,000 lines, and refuses one more and none at all', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'Curtis Hale, 3/4/2026').join('\n')
    expect(validateServiceDates('text', lines(SERVICE_DATES_MOST))).toEqual([])
    expect(validateServiceDates('text', lines(SERVICE_DATES_MOST + 1))).toEqual([
      { field: 'text', problem: 'too-many', limit: 5000 },
    ])
    expect(validateServiceDates('text', ' \n,,\n')).toEqual([{ field: 'text', problem: 'required' }])
  })
})
