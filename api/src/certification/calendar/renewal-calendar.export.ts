import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { type CsvColumns, csvTable } from '../../server/http/csv.ts'
import type { ListExport } from '../../server/http/list-export.ts'
import { everyRenewalDay } from './renewal-calendar.service.ts'
import type { CalendarSpan, RenewalCalendarEntry } from './renewal-calendar.types.ts'

/** The days of the calendar as a file for a spreadsheet, one row a day of a certification. */
export const renewalCalendarExport: ListExport<CalendarSpan> = {
  name: 'renewal-calendar',
  query: 'renewalCalendar',
  capability: 'certification.read',
  subject: 'renewal_calendar',
  async read(ctx, span) {
    const actor = await ctx.unit.actor()
    requireConfirmedPassword(actor)
    const rows = await everyRenewalDay(ctx, span)
    return csvTable([...COLUMNS, ['As of', () => actor.today]], rows)
  },
}

const COLUMNS: CsvColumns<RenewalCalendarEntry> = [
  ['Date', ({ on }) => on],
  ['Event', ({ kind }) => kind],
  ['Peer', ({ peer }) => peer.displayName],
  ['Credential', ({ credential }) => credential],
  ['Status', ({ status }) => status],
  ['Expires', ({ expiresOn }) => expiresOn],
]
