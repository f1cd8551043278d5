/** Where and as what somebody works, out of the cells of a line; and what names are looked up in. */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { JobTitle } from '../people/placements/job-titles.ts'
import { readJobTitle, readShare } from './cell-values.ts'
import { type DateOrder, readDay } from '../calendar/days-in-cells.ts'
import { idOf, type IdsByName, type TextOf } from './row-cells.ts'
import type { RowProblem } from './row-problems.ts'

/** What a line is assessed by besides itself. */
export interface PeopleFacts {
  readonly importerRoles: readonly string[]
  readonly memberEmails: ReadonlySet<string>
  readonly agencies: IdsByName
  readonly teams: IdsByName
  /** The first line of this file on which each address stands. */
  readonly firstLineOf: ReadonlyMap<string, number>
  /** Which number of 03/04/2026 is the month in this file; null: nobody said. */
  readonly dateOrder: DateOrder | null
}

export interface ImportedPlacement {
  readonly hostAgencyId: string
  readonly jobTitle: JobTitle
  readonly startsOn: PlainDate
  readonly fullTimeShare: number
}

export const PLACEMENT_COLUMNS = ['JOB_TITLE', 'HOST_AGENCY', 'STARTS_ON'] as const

/** All three of agency, title and first day, or none; the share is 1 unless it is said. */
export function readPlacement(
  text: TextOf,
  facts: PeopleFacts,
  problems: RowProblem[],
): ImportedPlacement | null {
  const given = PLACEMENT_COLUMNS.filter((column) => text(column) !== '')
  const share = text('FULL_TIME_SHARE') === '' ? 1 : readShare(text('FULL_TIME_SHARE'))
  if (share === null) problems.push({ column: 'FULL_TIME_SHARE', problem: 'not-a-share' })
  if (given.length === 0 && text('FULL_TIME_SHARE') === '') return null
  for (const column of PLACEMENT_COLUMNS)
    if (!given.includes(column)) problems.push({ column, problem: 'needs-the-rest' })
  const jobTitle = readJobTitle(text('JOB_TITLE'))
  if (text('JOB_TITLE') !== '' && !jobTitle)
    problems.push({ column: 'JOB_TITLE', problem: 'not-a-job-title' })
  const hostAgencyId =
    text('HOST_AGENCY') === '' ? null : idOf('HOST_AGENCY', facts.agencies, text('HOST_AGENCY'), problems)
  const starts = readDay(text('STARTS_ON'), facts.dateOrder)
  if (text('STARTS_ON') !== '' && starts.kind !== 'day')
    problems.push({ column: 'STARTS_ON', problem: starts.kind })
  if (!jobTitle || !hostAgencyId || starts.kind !== 'day' || share === null) return null
  return { hostAgencyId, jobTitle, startsOn: starts.day, fullTimeShare: share }
}
