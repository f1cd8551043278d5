import { addDays, addMonths, type PlainDate, startOfMonth } from '@alongside/shared/calendar/plain-date'
import { DEFAULT_SMALLEST_GROUP } from '@alongside/shared/wellness/crowd-figures/blocks'
import {
  type CrowdFigure,
  publish,
  type Respondent,
} from '@alongside/shared/wellness/crowd-figures/crowd-figures'
import { CrowdSubject, freezeDay, periodEnd } from '@alongside/shared/wellness/crowd-figures/crowd-periods'
import { FATIGUE_SIGNS } from '@alongside/shared/wellness/fatigue-signs'
import type { DemoMaking } from '../demo-rows.ts'
import type { DemoPeople } from '../people/demo-people.ts'

const MONTHS = 6

interface CheckIn {
  readonly peer_id: string
  readonly week_start: PlainDate
  readonly week_felt: number | null
  readonly energy: number | null
  readonly rest: number | null
  readonly signs: readonly string[]
}

/** Half a year of closed months, made of the demo's check-ins by the rule; and a line of the manager. */
export function addDemoClimate(making: DemoMaking, people: DemoPeople): void {
  const { today, rows, random } = making
  const { organizationId: organization_id, manager } = people
  const first = addMonths(startOfMonth(today), -MONTHS)
  rows.add('climate_setting', {
    organization_id,
    smallest_group: DEFAULT_SMALLEST_GROUP,
    on_since: addDays(first, -10),
  })
  let latest = ''
  for (let start = first; freezeDay(CrowdSubject.CHECK_IN, start) <= today; start = addMonths(start, 1))
    latest = addMonth(making, organization_id, start)
  if (latest !== '')
    rows.add('climate_step', {
      organization_id,
      id: random.uuid(),
      snapshot_id: latest,
      step: 'ACT',
      line: 'From next month on, no one covers two units in one day.',
      taken_on: today,
      written_by: manager.id,
    })
}

function addMonth({ rows, random, now }: DemoMaking, organization_id: string, start: PlainDate): string {
  const id = random.uuid()
  const end = periodEnd(CrowdSubject.CHECK_IN, start)
  rows.add('crowd_snapshot', {
    ...{ organization_id, id, subject: CrowdSubject.CHECK_IN, starts_on: start, ends_on: end },
    ...{ smallest_group: DEFAULT_SMALLEST_GROUP, frozen_at: now.toISOString() },
  })
  const teams = new Map(
    rows.of('employment').map((row) => [String(row['member_id']), String(row['team_id'])]),
  )
  const checkIns = (rows.of('weekly_check_in') as unknown as CheckIn[]).filter(
    (one) => one.week_start >= start && one.week_start <= end && isHere(rows, organization_id, one.peer_id),
  )
  const { blocks, organization } = publish(respondentsOf(checkIns, teams), DEFAULT_SMALLEST_GROUP)
  const shown = organization ? [{ kind: 'ORGANIZATION', teamIds: [], ...organization }, ...blocks] : []
  for (const [position, block] of shown.entries()) {
    const team_id = block.kind === 'TEAM' ? block.teamIds[0] : null
    const team = rows.of('reporting_team').find((one) => one['id'] === team_id)
    rows.add('crowd_block', {
      ...{ organization_id, snapshot_id: id, position, kind: block.kind, team_id },
      ...{ team_name: team?.['name'] ?? null, count_band: block.countBand },
    })
    for (const figure of block.figures)
      rows.add('crowd_figure', figureRow(organization_id, id, position, figure))
  }
  return id
}

function isHere(rows: DemoMaking['rows'], organization_id: string, peerId: string): boolean {
  return rows
    .of('membership')
    .some((one) => one['id'] === peerId && one['organization_id'] === organization_id)
}

function figureRow(organization_id: string, snapshot_id: string, position: number, figure: CrowdFigure) {
  const { measure } = figure
  const [mean, share] = 'mean' in figure ? [figure.mean, null] : [null, figure.share]
  return { organization_id, snapshot_id, position, measure, mean, share }
}

function respondentsOf(checkIns: readonly CheckIn[], teams: ReadonlyMap<string, string>): Respondent[] {
  const people = Map.groupBy(checkIns, ({ peer_id }) => peer_id)
  return [...people].map(([id, weeks]) => ({
    id,
    teamId: teams.get(id) ?? null,
    answers: [
      ...(['week_felt', 'energy', 'rest'] as const).map((scale) => ({
        measure: scale.toUpperCase(),
        isShare: false,
        values: weeks.flatMap((week) => week[scale] ?? []),
      })),
      ...FATIGUE_SIGNS.map((sign) => ({
        measure: sign,
        isShare: true,
        values: weeks.map(({ signs }) => Number(signs.includes(sign))),
      })),
    ],
  }))
}
