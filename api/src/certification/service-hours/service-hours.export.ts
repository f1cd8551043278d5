import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { type CsvColumns, csvTable } from '../../server/files/csv.ts'
import type { ListExport } from '../../server/files/list-export.ts'
import { validateSheet, valuesOfSheet } from './monthly-hours.service.ts'
import type { ServiceMonthsArgs } from './monthly-hours.types.ts'

interface Row {
  readonly displayName: string
  readonly startsOn: string
  readonly endsOn: string
  readonly hours: number
}

/** The entries behind the sheet of service hours, under the headings that an import reads: what was exported can be imported. */
export const serviceHoursExport: ListExport<ServiceMonthsArgs> = {
  name: 'service-hours',
  query: 'serviceMonths',
  capability: 'certification.read',
  subject: 'service_hours',
  async read(ctx, args, language) {
    requireConfirmedPassword(await ctx.unit.actor())
    validateSheet(args)
    return csvTable(columnsIn(language), await ctx.unit.run<Row>(ENTRIES, valuesOfSheet(args)))
  },
}

function columnsIn(language: Language): CsvColumns<Row> {
  const { ImportColumn } = LABELS[language].imports
  return [
    [ImportColumn.NAME, ({ displayName }) => displayName],
    [ImportColumn.WORKED_FROM, ({ startsOn }) => startsOn],
    [ImportColumn.WORKED_UNTIL, ({ endsOn }) => endsOn],
    [ImportColumn.WORKED_HOURS, ({ hours }) => hours],
  ]
}

const ENTRIES: SelectText = /* sql */ `
  select m.display_name as "displayName", h.starts_on as "startsOn", h.ends_on as "endsOn", h.hours
    from service_hours h
    join membership m on m.organization_id = h.organization_id and m.id = h.peer_id
   where h.organization_id = (select access.organization_id()) and h.voided_at is null and m.disabled_at is null
     and ($1::text is null or strpos(m.folded_name, access.folded($1)) > 0)
     and h.starts_on < $3::date and h.ends_on >= $2::date
   order by m.folded_name, m.id, h.starts_on, h.id`
