import { addDays, startOfWeek } from '@alongside/shared/calendar/plain-date'
import type { FatigueSign } from '@alongside/shared/wellness/fatigue-signs'
import { oftenInBetterWeeks } from '@alongside/shared/wellness/better-weeks'
import type { SelfCare } from '@alongside/shared/wellness/self-care'
import {
  CheckInMeasure,
  trend,
  TREND_WEEKS,
  trendSeries,
  type CheckInOfWeek,
} from '@alongside/shared/wellness/trend'
import type { CheckInScale } from '@alongside/shared/wellness/weekly-check-in'
import { columnsOf } from '../database/statements.ts'
import { DomainError } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import type { CheckInHistory, MeasureHistory } from './check-in-history.types.ts'
import { WeeklyCheckIn } from './weekly-check-in.entity.ts'
import { canReadPastCheckIns } from './weekly-check-in.policy.ts'

// A peer looks back over half a year of their own weeks.

interface KeptWeek extends CheckInOfWeek {
  readonly signs: FatigueSign[]
  readonly selfCare: SelfCare[]
}

const KEPT = columnsOf(WeeklyCheckIn, '', ['weekStart', 'weekFelt', 'energy', 'rest', 'signs', 'selfCare'])

/** Set where the password was reset: row-level security hides what was saved before. */
export const LOCKED_BEFORE = 'select access.check_ins_locked_before() as "lockedBefore"'

const SCALES: Record<CheckInMeasure, CheckInScale> = { WEEK_FELT: 'weekFelt', ENERGY: 'energy', REST: 'rest' }

/** Asks for the password when it was not given lately; row-level security holds the past weeks back until then. */
export async function myCheckInHistory(ctx: RequestContext): Promise<CheckInHistory> {
  const [rows, [lock]] = await Promise.all([
    ctx.unit.run<KeptWeek>(
      `select ${KEPT} from weekly_check_in
        where organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())
          and week_start > (select access.today() - $1::integer)
        order by week_start`,
      [(TREND_WEEKS + 1) * 7],
    ),
    ctx.unit.run<{ lockedBefore: Date | null }>(LOCKED_BEFORE),
  ])
  const actor = await ctx.unit.actor()
  if (!canReadPastCheckIns(actor)) {
    throw new DomainError(
      'CONFIRM_PASSWORD',
      'people.sign-in.password-needed',
      'Please give your password again to go on.',
    )
  }
  const oldest = addDays(startOfWeek(actor.today), 7 * (1 - TREND_WEEKS))
  const kept = rows.filter((row) => row.weekStart >= oldest)
  const { betterWeeks, often } = oftenInBetterWeeks(kept)
  return {
    weeks: trendSeries(kept, actor.today).map((week) => week.weekStart),
    lockedBefore: lock?.lockedBefore ?? null,
    answeredWeeks: kept.length,
    measures: Object.values(CheckInMeasure).map((measure) => measureHistory(measure, kept, actor.today)),
    betterWeeks,
    inBetterWeeks: [...often],
    signsNoticed: countWeeks(kept.flatMap((row) => row.signs)).map(([sign, weeks]) => ({ sign, weeks })),
    selfCareDone: countWeeks(kept.flatMap((row) => row.selfCare)).map(([selfCare, weeks]) => ({
      selfCare,
      weeks,
    })),
  }
}

function measureHistory(measure: CheckInMeasure, kept: readonly KeptWeek[], today: string): MeasureHistory {
  const found = trend(kept, today, SCALES[measure])
  const band = 'usualFrom' in found ? found : { usualFrom: null, usualTo: null }
  return {
    measure,
    values: trendSeries(kept, today).map((week) => week[SCALES[measure]]),
    trend: found.kind,
    trendWeek: 'weekStart' in found ? found.weekStart : null,
    usualFrom: band.usualFrom,
    usualTo: band.usualTo,
  }
}

/** Most weeks first; alike, by name, so that the order never jumps. */
function countWeeks<Choice extends string>(choices: readonly Choice[]): [Choice, number][] {
  const counts = new Map<Choice, number>()
  for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + 1)
  return [...counts].sort(([one, few], [other, many]) => many - few || one.localeCompare(other))
}
