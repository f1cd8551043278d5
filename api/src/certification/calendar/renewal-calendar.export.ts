import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { codeTitle, type CsvColumns, csvTable } from '../../server/files/csv.ts'
import type { ListExport } from '../../server/files/list-export.ts'
import { everyRenewalDay } from './renewal-calendar.service.ts'
import type { CalendarSpan, RenewalCalendarEntry } from './renewal-calendar.types.ts'

/** The days of the calendar as a file for a spreadsheet, one row a day of a certification. */
export const renewalCalendarExport: ListExport<CalendarSpan> = {
  name: 'renewal-calendar',
  query: 'renewalCalendar',
  capability: 'certification.read',
  subject: 'renewal_calendar',
  async read(ctx, span, language) {
    const actor = await ctx.unit.actor()
    requireConfirmedPassword(actor)
    const rows = await everyRenewalDay(ctx, span)
    return csvTable(columnsIn(language, actor.today), rows)
  },
}

function columnsIn(language: Language, today: string): CsvColumns<RenewalCalendarEntry> {
  const { certification, records } = LABELS[language]
  const { Column } = records
  return [
    [Column.at, ({ on }) => on],
    [Column.event, ({ kind }) => certification.RenewalDay[kind]],
    [Column.peer, ({ peer }) => peer.displayName],
    [Column.credential, ({ credential }) => credential],
    [Column.status, ({ status }) => certification.CertificationStatus[status]],
    [Column.expiresOn, ({ expiresOn }) => expiresOn],
    [Column.asOf, () => today],
    [codeTitle(Column.event), ({ kind }) => kind],
    [codeTitle(Column.status), ({ status }) => status],
  ]
}
