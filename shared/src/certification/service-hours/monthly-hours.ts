/** Service hours of many people as a sheet of months: what a cell holds, which cell can be set, and what is refused. */
import { addMonths, endOfMonth, minDate, type PlainDate, startOfMonth } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { validateServiceHours } from '../history/holder-input.ts'
import type { WorkedDays } from '../history/service-hours-overlap.ts'

/** Cells of one save: forty people over a year, and few enough to be one transaction. */
export const MONTH_CELLS_MOST = 500
/** Months beside each other: a year. */
export const MONTHS_MOST = 12

export interface MonthCell {
  /** The first day of the month. */
  readonly month: PlainDate
  /** All hours of entries within the month; null where there are none. */
  readonly hours: number | null
  /** One figure can stand for the month; otherwise its entries are corrected one by one. */
  readonly isSettable: boolean
}

export interface MonthHoursInput {
  readonly peerId: string
  readonly month: string
  /** 0: no hours in this month. */
  readonly hours: number
}

/** The days that one figure of a month covers; those of this month end today. */
export function daysOfMonth(month: PlainDate, today: PlainDate): { startsOn: PlainDate; endsOn: PlainDate } {
  return { startsOn: month, endsOn: minDate(endOfMonth(month), today) }
}

/** The months of a sheet, the earliest first. */
export function monthsFrom(first: PlainDate, count: number): PlainDate[] {
  return Array.from({ length: count }, (_, ahead) => addMonths(first, ahead))
}

/** An entry is of the month where it begins with it and ends in it; beside others, or across months, it is not. */
export function monthCell(month: PlainDate, entries: readonly WorkedDays[]): MonthCell {
  const last = endOfMonth(month)
  const touching = entries.filter(({ startsOn, endsOn }) => startsOn <= last && endsOn >= month)
  const within = touching.filter(({ startsOn, endsOn }) => startsOn >= month && endsOn <= last)
  const isWhole = touching.every(({ startsOn, endsOn }) => startsOn === month && endsOn <= last)
  return {
    month,
    hours: within.length === 0 ? null : within.reduce((sum, { hours }) => sum + hours, 0),
    isSettable: isWhole && touching.length <= 1,
  }
}

/** Refuses by the place of the cell: `cells.3.hours`. */
export function validateMonthHours(cells: readonly MonthHoursInput[], today: PlainDate): ValidationError[] {
  if (cells.length === 0) return [{ field: 'cells', problem: 'too-few', limit: 1 }]
  if (cells.length > MONTH_CELLS_MOST)
    return [{ field: 'cells', problem: 'too-many', limit: MONTH_CELLS_MOST }]
  const seen = new Set<string>()
  return cells.flatMap((cell, place) => {
    const key = `${cell.peerId} ${cell.month}`
    const isRepeated = seen.has(key)
    seen.add(key)
    if (isRepeated) return [{ field: `cells.${place}.month`, problem: 'repeated' } as const]
    return validateMonthCell(cell, today).map((error) => ({
      ...error,
      field: `cells.${place}.${error.field}`,
    }))
  })
}

/** One cell by itself, as the sheet checks it while it is typed. */
export function validateMonthCell(
  { month, hours }: Omit<MonthHoursInput, 'peerId'>,
  today: PlainDate,
): ValidationError[] {
  const span = daysOfMonth(month, today)
  const wrong = validateServiceHours({ ...span, hours: hours === 0 ? 1 : hours }, today).flatMap(
    ({ field, ...rest }) =>
      field === 'hours' ? [{ field, ...rest }] : field === 'startsOn' ? [{ field: 'month', ...rest }] : [],
  )
  if (wrong.length === 0 && startOfMonth(month) !== month)
    return [{ field: 'month', problem: 'not-an-option', limit: startOfMonth(month) }]
  return wrong
}
