import type { DataSource } from 'typeorm'
import { calendarFile, type CalendarEvent } from '@alongside/shared/calendar/icalendar'
import { shownStart } from '@alongside/shared/supervision/planning/planned-times'
import { SessionStatus, type SessionModality } from '@alongside/shared/supervision/sessions/session-formats'
import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
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

/** The own ones: what a manager looks after has a page, and names that a calendar does not need. */
const EXPIRING = /* sql */ `
  select c.id, coalesce(j.expires_on, c.expires_on) as day, c.recorded_at as "changedAt", null as names
    from certification c
    left join certification_assessment j on j.organization_id = c.organization_id and j.certification_id = c.id
   where c.organization_id = (select access.organization_id()) and c.peer_id = (select access.membership_id())
     and c.voided_at is null and coalesce(j.expires_on, c.expires_on) >= (select access.today()) - 31
   order by 2, 1`

/** Null: the address opens nothing. */
export async function calendarOf(
  database: DataSource,
  tokenHash: Buffer,
  now: Date,
  host: string,
): Promise<string | null> {
  const runner = database.createQueryRunner()
  try {
    await runner.startTransaction()
    const [reader] = (await runner.query(ENTER, [tokenHash, now.toISOString()])) as [Reader?]
    if (!reader) return null
    const planned = (await runner.query(PLANNED)) as PlannedRow[]
    const due = (await runner.query(DUE_DAYS)) as DayRow[]
    const expiring = (await runner.query(EXPIRING)) as DayRow[]
    return fileOf(reader, host, now, planned, due, expiring)
  } finally {
    // Nothing was written: there is nothing to commit.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined)
    await runner.release()
  }
}

function fileOf(
  { organizationName, timeZone, locale, today, showsNames }: Reader,
  host: string,
  now: Date,
  planned: readonly PlannedRow[],
  due: readonly DayRow[],
  expiring: readonly DayRow[],
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
      ...expiring.map(whole('certification', words.expires)),
    ],
  })
}
