/** Where and as what somebody works, out of the cells of a line; and what names are looked up in. */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { JobTitle } from '../people/placements/job-titles.ts'
import { readDay, readJobTitle, readShare } from './cell-values.ts'
import { type PeopleColumn, plainWords } from './import-columns.ts'
import type { RowProblem } from './row-problems.ts'

/** What a line is assessed by besides itself. Names are in `plainWords`; a name that several bear has several ids. */
export interface PeopleFacts {
  readonly importerRoles: readonly string[]
  readonly memberEmails: ReadonlySet<string>
  readonly agencies: ReadonlyMap<string, readonly string[]>
  readonly teams: ReadonlyMap<string, readonly string[]>
  /** The first line of this file on which each address stands. */
  readonly firstLineOf: ReadonlyMap<string, number>
}

export interface ImportedPlacement {
  readonly hostAgencyId: string
  readonly jobTitle: JobTitle
  readonly startsOn: PlainDate
  readonly fullTimeShare: number
}

export type TextOf = (column: PeopleColumn) => string
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
  const starts = readDay(text('STARTS_ON'))
  if (text('STARTS_ON') !== '' && starts.kind !== 'day')
    problems.push({ column: 'STARTS_ON', problem: starts.kind })
  if (!jobTitle || !hostAgencyId || starts.kind !== 'day' || share === null) return null
  return { hostAgencyId, jobTitle, startsOn: starts.day, fullTimeShare: share }
}

/** The one that bears this name. */
export function idOf(
  column: PeopleColumn,
  ids: ReadonlyMap<string, readonly string[]>,
  name: string,
  problems: RowProblem[],
): string | null {
  const [id, another] = ids.get(plainWords(name)) ?? []
  if (id === undefined || another !== undefined)
    problems.push({ column, problem: id === undefined ? 'not-found' : 'several-found' })
  return id ?? null
}
