import {
  addMonths,
  isPlainDate,
  LAST_YEAR,
  type PlainDate,
  yearOf,
} from '@alongside/shared/calendar/plain-date'
import { RENEWAL_OPENS_DAYS_BEFORE } from '@alongside/shared/certification/status/findings'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { connectionOf, type PageArgs, pageFrom, type Position } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { validateFilter, valuesOf } from '../renewals/renewal-filter.ts'
import { withCurrentStatus } from '../status/current-status.ts'
import { FILTER_VALUES, RENEWALS } from '../status/stored-status.ts'
import type {
  CalendarSpan,
  RenewalCalendarConnection,
  RenewalCalendarEntry,
  RenewalMonth,
} from './renewal-calendar.types.ts'

// The days ahead on which something about a renewal is due: those printed on certificates, those read from rules, and
// where a rule was not read to say when renewal opens, a reminder that is called ours.

const MAX_MONTHS = 24
const EXAMPLE: Position = ['2026-01-01', '', '', '']

interface Row extends RenewalCalendarEntry {
  readonly plainName: string
}
interface Answer {
  readonly total: number
  readonly months: RenewalMonth[]
  readonly rows: readonly Row[]
}

export async function renewalCalendar(
  ctx: RequestContext,
  span: CalendarSpan,
  pageArgs: PageArgs,
): Promise<RenewalCalendarConnection> {
  rejectIfInvalid(validateSpan(span))
  const page = pageFrom(pageArgs, EXAMPLE)
  if (page.after && !isPlainDate(String(page.after[0])))
    rejectIfInvalid([{ field: 'after', problem: 'not-an-option' }])
  const { total, months, rows } = await withCurrentStatus(ctx, () =>
    read(ctx, span, page.after, page.first + 1),
  )
  return { ...connectionOf(rows, page, total, positionOf), months }
}

/** All the days of the span. */
export async function everyRenewalDay(ctx: RequestContext, span: CalendarSpan): Promise<readonly Row[]> {
  rejectIfInvalid(validateSpan(span))
  const { rows } = await withCurrentStatus(ctx, () => read(ctx, span, null, null))
  return rows
}

const positionOf = ({ on, kind, plainName, certificationId }: Row): Position => [
  on,
  kind,
  plainName,
  certificationId,
]

function validateSpan({ from, to, filter }: CalendarSpan): ValidationError[] {
  const outside = [
    ...(isPlainDate(from) ? [] : [{ field: 'from', problem: 'not-a-date' } as const]),
    ...(isPlainDate(to) ? [] : [{ field: 'to', problem: 'not-a-date' } as const]),
    ...(isPlainDate(from) && yearOf(from) > LAST_YEAR - MAX_MONTHS / 12
      ? [{ field: 'from', problem: 'too-far-ahead', limit: LAST_YEAR - MAX_MONTHS / 12 } as const]
      : []),
  ]
  if (outside.length > 0) return outside
  const latest = addMonths(from, MAX_MONTHS)
  return [
    ...(to < from ? [{ field: 'to', problem: 'before-its-start', limit: from } as const] : []),
    ...(to > latest ? [{ field: 'to', problem: 'too-far-ahead', limit: latest } as const] : []),
    ...validateFilter(filter ?? {}),
  ]
}

async function read(
  ctx: RequestContext,
  { from, to, filter }: { from: PlainDate; to: PlainDate; filter?: CalendarSpan['filter'] },
  after: Position | null,
  most: number | null,
): Promise<Answer> {
  const values = [...valuesOf(filter ?? {}), from, to, after === null ? null : JSON.stringify(after), most]
  const [answer] = await ctx.unit.run<Answer>(CALENDAR, values)
  if (!answer) throw new Error('the counts are always there')
  return answer
}

const [FROM, TO, AFTER, MOST] = [1, 2, 3, 4].map((more) => `$${FILTER_VALUES + more}`)
const PLACE = 'day_on, kind, plain_name, id_text'

const CALENDAR: SelectText = /* sql */ `${RENEWALS}, days as materialized (
  select renewal.*, day.kind collate "C" as kind, day.day_on
    from renewal
    cross join lateral (values
      ('RENEWAL_OPENS', opens_on), ('SEND_BY', send_by_on), ('EXPIRES', expires_on),
      ('REMINDER', case when opens_on is null then expires_on - ${RENEWAL_OPENS_DAYS_BEFORE} end)) day (kind, day_on)
   where misses = 0 and day.day_on between ${FROM}::date and ${TO}::date),
page as materialized (
  select * from days
   where ${AFTER}::text is null or (${PLACE}) > (
     (${AFTER}::jsonb ->> 0)::date, (${AFTER}::jsonb ->> 1) collate "C", (${AFTER}::jsonb ->> 2) collate "C",
     (${AFTER}::jsonb ->> 3) collate "C")
   order by ${PLACE} limit ${MOST}::integer)
select (select count(*)::integer from days) as total,
       (select coalesce(jsonb_agg(month order by month."startsOn"), '[]') from (
          select date_trunc('month', day_on)::date as "startsOn",
                 count(*) filter (where kind = 'EXPIRES')::integer as expiries,
                 count(*) filter (where kind = 'RENEWAL_OPENS')::integer as openings,
                 count(*) filter (where kind = 'SEND_BY')::integer as "sendBys",
                 count(*) filter (where kind = 'REMINDER')::integer as reminders
            from days group by 1) month) as months,
       (select coalesce(jsonb_agg(jsonb_build_object(
           'on', day_on, 'kind', kind, 'certificationId', id, 'peer', jsonb_build_object('id', peer_id, 'displayName', peer_name), 'credential', coalesce(state || ' ' || title, label),
           'status', status, 'expiresOn', expires_on, 'plainName', plain_name) order by ${PLACE}), '[]')
          from page) as rows`
