import { randomUUID } from 'node:crypto'
import { catalogueActivity, isActivity } from '@alongside/shared/drift/activities/activities'
import type { ActivityFunction } from '@alongside/shared/drift/activities/activity-functions'
import { type PlacedTime, validateWeek } from '@alongside/shared/drift/week/week-input'
import { totalsByFunction } from '@alongside/shared/drift/week/week-shape'
import type { Write } from '../../database/reads-and-writes.ts'
import { insertOf, ME, NOW } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import { orStale, StaleRevisionError } from '../../server/graphql/payload.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { ownWeekLog } from './week-lists.service.ts'
import { WeekLog } from './week-log.entity.ts'
import { WeekLogLine } from './week-log-line.entity.ts'
import { WeekLogTotal } from './week-log-total.entity.ts'
import type { LogWeekInput, UndoWeekLogInput, WeekLogged, WeekLogUndone } from './week-log.types.ts'

// A peer logs their week. Nothing is changed: a correction, and an undoing, is a further revision.

type Line = Pick<WeekLogLine, 'activity' | 'function' | 'quarterHours' | 'askedBy'>
type Said = Pick<WeekLog, 'weekStart' | 'revision' | 'metPeers' | 'onlyTotals' | 'isUndone'>

/** Of two at once the second learns that there is a revision since. */
export function logWeek(ctx: RequestContext, input: LogWeekInput): Promise<WeekLogged | StaleRevision> {
  const { weekStart, expectedRevision, entries, metPeers = null, onlyTotals } = input
  const adding = ctx.unit.transaction(async (tx) => {
    const [placements, readings, revisions] = await Promise.all([
      tx.run<PlacedTime>(MY_PLACEMENTS),
      tx.run<Reading>(READINGS),
      tx.run<Revision>(REVISIONS, [weekStart]),
    ])
    const functionOf = functionsBy(readings)
    const lines = entries.map(({ askedBy = null, ...entry }) => ({ ...entry, askedBy }))
    rejectIfInvalid(
      validateWeek(
        { weekStart, lines },
        { placements, today: tx.actor.today, isActivity: (key) => functionOf(key) !== null },
      ).map((error) => ({ ...error, field: error.field.replace(/^lines/u, 'entries') })),
    )
    const before = lastOf(revisions, expectedRevision)
    const read = lines.map((line) => ({ ...line, function: functionOf(line.activity) ?? 'ADMINISTRATIVE' }))
    const said = { weekStart, revision: before.number + 1, metPeers, onlyTotals, isUndone: false }
    const weekLog = await written(tx, said, read)
    if (!weekLog) throw notFound()
    return { weekLog }
  })
  return orStale(adding.catch(staleIfTaken))
}

/** The revision before counts again; where there is none, the week has no log. */
export function undoWeekLog(
  ctx: RequestContext,
  { weekStart, expectedRevision }: UndoWeekLogInput,
): Promise<WeekLogUndone | StaleRevision> {
  const undoing = ctx.unit.transaction(async (tx) => {
    const revisions = await tx.run<Revision>(REVISIONS, [weekStart])
    if (revisions.length === 0 || expectedRevision < 1) throw notFound()
    const undone = lastOf(revisions, expectedRevision)
    const before = revisions.find(({ revision }) => revision === undone.number - 1)
    const lines = before ? await tx.run<Line>(LINES, [before.id]) : []
    const said = {
      ...{ weekStart, revision: undone.number + 1, metPeers: before?.metPeers ?? null },
      ...{ onlyTotals: before?.onlyTotals ?? false, isUndone: before?.isUndone ?? true },
    }
    return { weekLog: await written(tx, said, lines) }
  })
  return orStale(undoing.catch(staleIfTaken))
}

async function written(tx: Transaction, said: Said, lines: readonly Line[]) {
  const logId = randomUUID()
  const { weekStart, onlyTotals } = said
  const part = { logId, peerId: ME, weekStart, onlyTotals }
  const writes: Write[] = [
    insertOf(WeekLog, { id: logId, peerId: ME, ...said, loggedAt: NOW }),
    ...lines.map((line) => insertOf(WeekLogLine, { ...part, ...line })),
    ...totalsByFunction(lines).map((total) => insertOf(WeekLogTotal, { ...part, ...total })),
  ]
  const [, [weekLog]] = await Promise.all([tx.write(writes), tx.run(ownWeekLog(weekStart))])
  return weekLog ?? null
}

interface Revision extends Said {
  readonly id: string
}

/** The number of the last revision, if it is the one that the peer knows; an undone week is known as none. */
function lastOf(revisions: readonly Revision[], expected: number): { readonly number: number } {
  const last = revisions.at(-1)
  const known = last && !last.isUndone ? last.revision : 0
  if (known !== expected) throw new StaleRevisionError(known)
  return { number: last?.revision ?? 0 }
}

function staleIfTaken(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'week_log_one_of_each_revision')
    throw new StaleRevisionError(null)
  throw error
}

interface Reading {
  readonly activity: string
  readonly function: ActivityFunction
  readonly isArchived: boolean
}

/** How the organization reads an activity, else how we do; null for what is in no list. */
function functionsBy(readings: readonly Reading[]): (activity: string) => ActivityFunction | null {
  const own = new Map(readings.map((reading) => [reading.activity, reading]))
  return (activity) => {
    const reading = own.get(activity)
    if (reading) return reading.isArchived ? null : reading.function
    return isActivity(activity) ? catalogueActivity(activity).function : null
  }
}

const MY_PLACEMENTS = `select starts_on as "startedOn", ends_on as "endedOn" from placement
  where organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())
    and voided_at is null`
const READINGS = `select coalesce(catalogue_key, 'custom-' || id) as activity, activity_function as function,
    archived_at is not null as "isArchived"
  from custom_activity where organization_id = (select access.organization_id())`
const REVISIONS = `select id, week_start as "weekStart", revision, met_peers as "metPeers", only_totals as "onlyTotals",
    is_undone as "isUndone"
  from week_log where organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())
    and week_start = $1 order by revision`
const LINES = `select activity, function, quarter_hours as "quarterHours", asked_by as "askedBy" from week_log_line
  where organization_id = (select access.organization_id()) and log_id = $1`
