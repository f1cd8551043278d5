import type { Readable } from 'node:stream'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import type { LetterPeriod } from '@alongside/shared/certification/hours-letter/hours-letter'
import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { PdfPages } from '../../server/files/pdf-pages.ts'
import type { LetterOfPeer } from './hours-letter.service.ts'
import { HOURS_LETTER_WORDS } from './hours-letter.words.ts'

export interface LetterHead extends LetterPeriod {
  readonly organization: string
  readonly preparedBy: string
  readonly madeAt: Date
  readonly timeZone: string
}

/** One page as a rule: who, the period, the sums by type and supervisor, service hours, and a line to sign on. */
export function hoursLetterAsPdf(letter: LetterOfPeer, head: LetterHead, language: Language): Readable {
  const words = HOURS_LETTER_WORDS[language]
  const { number, day, moment } = formatsOf(language, head.timeZone)
  const title = words.title(letter.peerName)
  const pages = new PdfPages({ title, language, madeAt: head.madeAt })
  return pages.finish(async () => {
    pages.text(head.organization, { size: 12, quiet: true })
    pages.text(title, { size: 20, bold: true, gap: 10 })
    pages.text(words.period(day(head.from), day(head.until)), { size: 12, gap: 8 })
    const held = words.supervision(number(letter.supervisionHours), letter.sessions)
    pages.text(held, { size: 12, bold: true, gap: 18 })
    pages.pdf.y += 8
    await supervisionTable(pages, letter, language)
    const service =
      letter.serviceHours === null ? words.serviceNotHere : words.service(number(letter.serviceHours))
    pages.text(service, { size: 12, bold: true, gap: 18 })
    if (letter.crossingEntries > 0) pages.text(words.crossing(letter.crossingEntries), { gap: 4 })
    pages.text(words.source(moment(head.madeAt), head.preparedBy), { quiet: true, gap: 18 })
    signature(pages, words.sign)
    if (pages.leftOutSigns) pages.text(words.signs, { quiet: true, gap: 16 })
    pages.numberPages(words.page)
  })
}

async function supervisionTable(pages: PdfPages, { lines }: LetterOfPeer, language: Language): Promise<void> {
  if (lines.length === 0) return
  const words = HOURS_LETTER_WORDS[language]
  const { supervision, records } = LABELS[language]
  const { number } = formatsOf(language, 'UTC')
  const columns = [
    { title: records.Column.type, share: 3 },
    { title: records.Column.supervisor, share: 5 },
    { title: words.sessions, share: 2 },
    { title: words.hours, share: 2 },
  ]
  const rows = lines.map(({ type, supervisor, sessions, hours }) => [
    supervision.SupervisionType[type],
    supervisor,
    number(sessions),
    number(hours),
  ])
  await pages.table(columns, rows)
}

function formatsOf(language: Language, timeZone: string) {
  const locale = language === 'es' ? 'es-US' : 'en-US'
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })
  return {
    number: (value: number) => figures.format(value),
    day: (plain: PlainDate) => date.format(new Date(`${plain}T00:00:00Z`)),
    moment: (instant: Date) => at.format(instant),
  }
}

function signature(pages: PdfPages, labels: readonly string[]): void {
  pages.keepTogether(140)
  for (const label of labels) {
    pages.pdf.y += 34
    pages.rule()
    pages.text(label, { quiet: true, gap: 4 })
  }
}
