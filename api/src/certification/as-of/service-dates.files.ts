import type { Readable } from 'node:stream'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import type { HeldThen, ServiceDate, ServiceDates } from '@alongside/shared/certification/as-of/service-dates'
import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { codeTitle, type CsvColumns, type CsvTable, csvTable } from '../../server/files/csv.ts'
import { PdfPages } from '../../server/files/pdf-pages.ts'
import { SERVICE_DATES_WORDS } from './service-dates.words.ts'

/** A certification of a line; a line without one has a row all the same. */
type Row = ServiceDate & { readonly held: HeldThen | null }

function rowsOf({ rows }: ServiceDates): Row[] {
  return rows.flatMap((row) => {
    const held = row.certifications.length > 0 ? row.certifications : [null]
    return held.map((each) => ({ ...row, held: each }))
  })
}

export function serviceDatesAsCsv(dates: ServiceDates, language: Language): CsvTable {
  const { certification, records } = LABELS[language]
  const { Column } = records
  const columns: CsvColumns<Row> = [
    [Column.pastedLine, ({ line }) => line],
    [Column.peer, ({ peerName, name }) => peerName ?? name],
    [Column.serviceDate, ({ day }) => day],
    [Column.certified, ({ answer }) => answer && certification.WhetherCertified[answer]],
    [Column.credential, ({ held }) => held?.name ?? null],
    [Column.number, ({ held }) => held?.number ?? null],
    [Column.validFrom, ({ held }) => held?.validFrom ?? null],
    [Column.validThrough, ({ held }) => held?.validThrough ?? null],
    [Column.boardCheckedOn, ({ held }) => held?.lastCheckedOn ?? null],
    [Column.supervisionAssigned, ({ assigned }) => typesIn(language, assigned)],
    [Column.lastSessionHeld, ({ lastHeldOn }) => lastHeldOn],
    [Column.type, ({ lastHeld }) => typesIn(language, lastHeld)],
    [Column.serviceDateNote, (row) => noteOn(row, language, (day) => day)],
    [Column.asOf, () => dates.madeAt],
    [codeTitle(Column.certified), ({ answer }) => answer],
    [codeTitle(Column.serviceDateNote), ({ problem }) => problem],
  ]
  return csvTable(columns, rowsOf(dates))
}

export function serviceDatesAsPdf(dates: ServiceDates, language: Language, timeZone: string): Readable {
  const words = SERVICE_DATES_WORDS[language]
  const { Column } = LABELS[language].records
  const locale = language === 'es' ? 'es-US' : 'en-US'
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const madeAt = new Date(dates.madeAt)
  const pages = new PdfPages({ title: words.title, language, madeAt, landscape: true })
  const columns = [
    { title: Column.pastedLine, share: 4 },
    { title: Column.peer, share: 14 },
    { title: Column.serviceDate, share: 10 },
    { title: Column.certified, share: 9 },
    { title: Column.credential, share: 16 },
    { title: Column.validThrough, share: 18 },
    { title: Column.boardCheckedOn, share: 10 },
    { title: Column.supervisionAssigned, share: 15 },
    { title: Column.lastSessionHeld, share: 14 },
  ]
  return pages.finish(async () => {
    const { YES, NO, NOT_KNOWN, PROBLEM } = dates.counts
    pages.text(words.title, { size: 20, bold: true })
    pages.text(words.made(dates.organization, dates.preparedBy, moment.format(madeAt)), { gap: 4 })
    pages.text(words.counts(dates.rows.length, YES, NO, NOT_KNOWN, PROBLEM), { bold: true, gap: 6 })
    pages.text(words.basis, { quiet: true, gap: 2 })
    pages.pdf.y += 10
    await pages.table(
      columns,
      rowsOf(dates).map((row) => cellsOf(row, language)),
    )
    pages.numberPages(words.page)
  })
}

function cellsOf(row: Row, language: Language): string[] {
  const { certification } = LABELS[language]
  const { held } = row
  const day = dayIn(language)
  const note = noteOn(row, language, day)
  const span = held ? `${day(held.validFrom)} – ${held.validThrough ? day(held.validThrough) : '?'}` : ''
  const answered = row.answer ? certification.WhetherCertified[row.answer] : ''
  return [
    String(row.line),
    row.peerName ?? row.name,
    row.day ? day(row.day) : '',
    [answered, note].filter((text) => text).join('. '),
    held ? [held.name, held.number].filter((text) => text).join(' · ') : '',
    span,
    held?.lastCheckedOn ? day(held.lastCheckedOn) : '–',
    typesIn(language, row.assigned) || '–',
    row.lastHeldOn ? `${day(row.lastHeldOn)} ${typesIn(language, row.lastHeld)}` : '–',
  ]
}

function noteOn(row: Row, language: Language, day: (date: PlainDate) => string): string | null {
  const words = SERVICE_DATES_WORDS[language]
  if (row.problem) return LABELS[language].certification.ServiceDateProblem[row.problem]
  if (row.worksFrom) return words.beforeWork(day(row.worksFrom))
  if (row.leftOn) return words.afterWork(day(row.leftOn))
  return row.held === null ? words.noCertification : null
}

function typesIn(language: Language, types: readonly SupervisionType[]): string {
  return types.map((type) => LABELS[language].supervision.SupervisionType[type]).join(', ')
}

function dayIn(language: Language): (date: PlainDate) => string {
  const format = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  })
  return (date) => format.format(new Date(`${date}T00:00:00Z`))
}
