import type { DataSource } from 'typeorm'
import { calendarFile, type CalendarEvent } from '@alongside/shared/calendar/icalendar'
import type { RenewalDay } from '@alongside/shared/certification/next-step/renewal-day'
import { shownStart } from '@alongside/shared/supervision/planning/planned-times'
import { SessionStatus, type SessionModality } from '@alongside/shared/supervision/sessions/session-formats'
import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { assessedBy, assessStale } from '../../certification/status/assess-certifications.service.ts'
import { DUE_DAYS } from '../../supervision/caseload.service.ts'
import { CALENDAR_WORDS } from './calendar-words.ts'

// What somebody's calendar program reads. It runs with the owner's rights of this moment, and reads nothing else. An
// address can come into other hands: titles name no type of supervision, and people only where the owner wanted it.

interface Reader {
  readonly organizationName: string
  readonly timeZone: string
  readonly locale: Language
  readonly today: string
  readonly showsNames: boolean
}
interface PlannedRow {
  readonly id: string
  readonly startsOn: string
  readonly startTime: string
  readonly minutes: number
  readonly modality: SessionModality
  readonly status: SessionStatus
  readonly revision: number
  readonly changedAt: Date
  readonly names: string | null
}
type RenewalRowKind = Exclude<RenewalDay, 'REMINDER'>
interface RenewalDayRow extends DayRow {
  readonly kind: RenewalRowKind
}
interface DayRow {
  readonly id: string
  readonly day: string
  readonly changedAt: Date
  readonly names: string | null
}

const ENTER = /* sql */ `
  select organization_name as "organizationName", time_zone as "timeZone", locale, today, shows_names as "showsNames"
    from access.enter_with_calendar_feed($1, $2)`

/** Of the last month, so that what was cancelled is told, and of the year ahead. */
const PLANNED = /* sql */ `
  select p.id, p.starts_on as "startsOn", to_char(p.start_time, 'HH24:MI') as "startTime", p.minutes, p.modality,
         p.status, p.revision, p.changed_at as "changedAt",
         case when p.supervisor_id = (select access.membership_id()) then (
           select string_agg(distinct m.display_name, ', ') from planned_attendance a
             join membership m on m.organization_id = a.organization_id and m.id = a.peer_id
            where a.organization_id = p.organization_id and a.planned_session_id = p.id)
         else (select m.display_name from membership m
                where m.organization_id = p.organization_id and m.id = p.supervisor_id) end as names
    from planned_session p
   where p.organization_id = (select access.organization_id())
     and p.starts_on between (select access.today()) - 31 and (select access.today()) + 366
     and (p.supervisor_id = (select access.membership_id()) or exists (
       select from planned_attendance a
        where a.organization_id = p.organization_id and a.planned_session_id = p.id
          and a.peer_id = (select access.membership_id())))
   order by p.starts_on, p.start_time, p.id`

/**
 * The own ones: what a manager looks after has a page, and names that a calendar does not need. Once the renewal of a
 * cycle was sent, there is nothing to open or to send any more.
 */
const RENEWAL_DAYS = /* sql */ `
  select c.id, day.kind, day.day, c.recorded_at as "changedAt", null as names
    from certification c
    join certification_assessment j on j.organization_id = c.organization_id and j.certification_id = c.id
    cross join lateral (values
      ('RENEWAL_OPENS', j.opens_on), ('SEND_BY', j.send_by_on), ('EXPIRES', j.expires_on)) day (kind, day)
   where c.organization_id = (select access.organization_id()) and c.peer_id = (select access.membership_id())
     and c.voided_at is null and day.day >= (select access.today()) - 31
     and (day.kind = 'EXPIRES' or not exists (
       select from renewal_submission s
        where s.organization_id = c.organization_id and s.certification_id = c.id and s.voided_at is null
          and s.cycle_ends_on = j.expires_on and s.outcome is distinct from 'RETURNED'))
   order by day.day, day.kind, c.id`

const STALE = 'select access.statuses_are_stale($1) as stale, access.organization_id() as "organizationId"'

/** Null: the address opens nothing. */
export async function calendarOf(
  database: DataSource,
  tokenHash: Buffer,
  now: Date,
  host: string,
): Promise<string | null> {
  const read = await readCalendar(database, tokenHash, now, host)
  if (read === null || typeof read === 'string') return read
  // The days of renewals are kept: they are made those of today first.
  await assessStale(database, now, read.staleIn)
  const again = await readCalendar(database, tokenHash, now, host, false)
  return typeof again === 'string' ? again : null
}

interface Stale {
  readonly staleIn: string
}

async function readCalendar(
  database: DataSource,
  tokenHash: Buffer,
  now: Date,
  host: string,
  asksWhetherStale = true,
): Promise<string | Stale | null> {
  const runner = database.createQueryRunner()
  try {
    await runner.startTransaction()
    const [reader] = (await runner.query(ENTER, [tokenHash, now.toISOString()])) as [Reader?]
    if (!reader) return null
    const [kept] = (await runner.query(STALE, [assessedBy()])) as [{ stale: boolean; organizationId: string }]
    if (asksWhetherStale && kept.stale) return { staleIn: kept.organizationId }
    const planned = (await runner.query(PLANNED)) as PlannedRow[]
    const due = (await runner.query(DUE_DAYS)) as DayRow[]
    const renewals = (await runner.query(RENEWAL_DAYS)) as RenewalDayRow[]
    return fileOf(reader, host, now, { planned, due, renewals })
  } finally {
    // Nothing was written: there is nothing to commit.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined)
    await runner.release()
  }
}

interface Days {
  readonly planned: readonly PlannedRow[]
  readonly due: readonly DayRow[]
  readonly renewals: readonly RenewalDayRow[]
}
/** A calendar program knows an event again by this: it stays what it was. */
const UID_OF: Record<RenewalRowKind, string> = {
  EXPIRES: 'certification',
  RENEWAL_OPENS: 'renewal-opens',
  SEND_BY: 'renewal-due',
}

function fileOf(
  { organizationName, timeZone, locale, today, showsNames }: Reader,
  host: string,
  now: Date,
  { planned, due, renewals }: Days,
): string {
  const words = CALENDAR_WORDS[locale]
  const ways = LABELS[locale].supervision.SessionModality
  const titled = (title: string, names: string | null) => (showsNames && names ? `${title}: ${names}` : title)
  const whole =
    (kind: string, title: string) =>
    (row: DayRow): CalendarEvent => ({
      uid: `${kind}-${row.id}-${row.day}@${host}`,
      sequence: 0,
      changedAt: row.changedAt ?? now,
      title: titled(title, row.names),
      isCancelled: false,
      when: { day: row.day },
    })
  const sessions = planned.map((row): CalendarEvent => ({
    uid: `session-${row.id}@${host}`,
    sequence: row.revision - 1,
    changedAt: row.changedAt,
    title: titled(`${words.session} (${ways[row.modality].toLowerCase()})`, row.names),
    isCancelled: row.status === SessionStatus.CANCELLED || row.status === SessionStatus.MISSED,
    when: { start: shownStart(row, timeZone), minutes: row.minutes },
  }))
  return calendarFile({
    name: `Alongside, ${organizationName}`,
    timeZone,
    today,
    events: [
      ...sessions,
      ...due.map(whole('due', words.due)),
      ...renewals.map((row) => whole(UID_OF[row.kind], words[row.kind])(row)),
    ],
  })
}
