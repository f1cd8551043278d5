import type { DateOrder } from '../../../shared/src/calendar/days-in-cells.ts'
import { describe, expect, it } from 'vitest'
import {
  daysOfMonth,
  monthCell,
  monthsFrom,
  validateMonthHours,
} from '@alongside/shared/certification/service-hours/monthly-hours'
import { validateServiceHoursRow } from '@alongside/shared/imports/service-hours-row'
import { readHeadings } from '@alongside/shared/imports/import-columns'

const TODAY = '2026-11-30'
const worked = (startsOn: string, endsOn: string, hours: number) => ({ startsOn, endsOn, hours })

describe('a sheet of service hours', () => {
  const month = '2026-10-01'
  it('holds one figure a month, unless several entries or one across months stand for it', () => {
    expect(monthCell(month, [])).toEqual({ month, hours: null, isSettable: true })
    expect(monthCell(month, [worked(month, '2026-10-31', 120)])).toMatchObject({
      hours: 120,
      isSettable: true,
    })
    const days = [worked(month, month, 8), worked('2026-10-02', '2026-10-02', 7.5)]
    expect(monthCell(month, days)).toMatchObject({ hours: 15.5, isSettable: false })
    expect(monthCell(month, days.slice(1))).toMatchObject({ hours: 7.5, isSettable: false })
    const across = [worked('2026-09-28', '2026-10-04', 40)]
    expect(monthCell(month, across)).toMatchObject({ hours: null, isSettable: false })
    expect(monthCell('2026-11-01', across)).toMatchObject({ isSettable: true })
  })

  it('covers whole months, and this month until today', () => {
    expect(daysOfMonth('2026-02-01', TODAY)).toEqual({ startsOn: '2026-02-01', endsOn: '2026-02-28' })
    expect(daysOfMonth('2026-11-01', '2026-11-12').endsOn).toBe('2026-11-12')
    expect(monthsFrom('2026-11-01', 3)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01'])
  })

  it.each([
    [{ month: '2026-12-01' }, 'cells.0.month', 'in-the-future', TODAY],
    [{ month: '2026-10-02' }, 'cells.0.month', 'not-an-option', month],
    [{ month: '2016-10-01' }, 'cells.0.month', 'too-long-ago', '2016-11-30'],
    [{ hours: 744.25 }, 'cells.0.hours', 'too-large', 744],
    [{ hours: -1 }, 'cells.0.hours', 'too-small', 0.25],
    [{ hours: 1.3 }, 'cells.0.hours', 'not-in-steps', 0.25],
  ])('refuses %o by its place', (cell, field, problem, limit) => {
    expect(validateMonthHours([{ peerId: 'a', month, hours: 8, ...cell }], TODAY)).toEqual([
      { field, problem, limit },
    ])
  })

  it('takes none and the most, and one month of a peer once', () => {
    const cell = { peerId: 'a', month, hours: 0 }
    expect(validateMonthHours([cell, { ...cell, peerId: 'b', hours: 744 }], TODAY)).toEqual([])
    expect(validateMonthHours([cell, cell], TODAY)).toEqual([{ field: 'cells.1.month', problem: 'repeated' }])
    expect(validateMonthHours([], TODAY)).toMatchObject([{ problem: 'too-few' }])
    expect(
      validateMonthHours(
        Array.from({ length: 501 }, () => cell),
        TODAY,
      ),
    ).toMatchObject([{ field: 'cells', problem: 'too-many', limit: 500 }])
  })
})

describe('a line of a file of service hours', () => {
  const facts = () => ({
    today: TODAY,
    people: { byEmail: new Map([['ana@example.org', 'ana']]), byName: new Map() },
    workedBy: new Map([['ana', [worked('2026-08-01', '2026-08-31', 100)]]]),
    dateOrder: null as DateOrder | null,
    earlier: new Map(),
  })
  const line = (from: string, until: string, hours: string, of = facts(), at = 2) =>
    validateServiceHoursRow(
      { EMAIL: 'ana@example.org', WORKED_FROM: from, WORKED_UNTIL: until, WORKED_HOURS: hours },
      at,
      of,
    )

  it.each([
    ['2026-10', '', '2026-10-01', '2026-10-31'],
    ['9/2026', '', '2026-09-01', '2026-09-30'],
    ['2026-11', '', '2026-11-01', TODAY],
    ['2026-10-05', '', '2026-10-05', '2026-10-05'],
    ['10/28/2026', '11/03/2026', '2026-10-28', '2026-11-03'],
  ])('reads %s to %s', (from, until, startsOn, endsOn) => {
    const of = { ...facts(), dateOrder: 'MONTH_FIRST' as DateOrder }
    expect(line(from, until, '8', of)).toMatchObject({ kind: 'new', made: { startsOn, endsOn, hours: 8 } })
  })

  it.each([
    ['2026-12', '', '8', 'WORKED_FROM', 'in-the-future'],
    ['', '', '8', 'WORKED_FROM', 'required'],
    ['2026-10-05', '2026-10-01', '8', 'WORKED_UNTIL', 'before-its-start'],
    ['2026-10-05', '', '25', 'WORKED_HOURS', 'too-large'],
    ['2026-10-05', '', '0', 'WORKED_HOURS', 'too-small'],
    ['2026-10-05', '', 'many', 'WORKED_HOURS', 'not-a-number'],
    ['2026-08-03', '', '8', 'WORKED_FROM', 'overlaps'],
  ])('refuses %s to %s with %s hours in its column', (from, until, hours, column, problem) => {
    const refused = line(from, until, hours)
    expect(refused.kind === 'problem' ? refused.problems : []).toContainEqual(
      expect.objectContaining({ column, problem }),
    )
  })

  it('is there already, or says which line before says it', () => {
    expect(line('2026-08', '', '100').kind).toBe('present')
    const of = facts()
    expect(line('2026-10', '', '90', of).kind).toBe('new')
    expect(line('2026-10-05', '', '8', of, 3)).toEqual({
      kind: 'problem',
      problems: [{ column: 'WORKED_FROM', problem: 'repeated', line: 2 }],
    })
  })

  it('stands under the headings of its own export, in both languages', () => {
    const [EN, ES] = [
      'Name,First day,Last day,Service hours',
      'Nombre,Primer día,Último día,Horas de servicio',
    ]
    for (const headings of [EN, ES])
      expect(readHeadings('SERVICE_HOURS', headings?.split(',') ?? [])).toEqual([
        'NAME',
        'WORKED_FROM',
        'WORKED_UNTIL',
        'WORKED_HOURS',
      ])
  })
})
