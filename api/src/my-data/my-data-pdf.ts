import type { Readable } from 'node:stream'
import { setImmediate as letOthersGoFirst } from 'node:timers/promises'
import type { Language } from '@alongside/shared/people/account/languages'
import type { Row } from '../database/statement-batch.ts'
import { PdfPages, ROWS_AT_A_STRETCH } from '../server/files/pdf-pages.ts'
import type { MyData } from './my-data.service.ts'
import { MAX_ROWS_PER_PART } from './parts/my-data-part.ts'
import { ReadableValues } from './readable-values.ts'

// The file of own data to read on paper: the same rows as the JSON, in the person's language.

/** Texts of this length or more stand on a line of their own. */
const LONG_TEXT = 60

export function myDataAsPdf(data: MyData, language: Language): Readable {
  const values = new ReadableValues(language, data.timeZone)
  const pages = new PdfPages({ title: values.words.title, language, madeAt: data.madeAt })
  return pages.finish(() => new MyDataPages(pages, values).write(data))
}

class MyDataPages {
  readonly #pages: PdfPages
  readonly #values: ReadableValues

  constructor(pages: PdfPages, values: ReadableValues) {
    this.#pages = pages
    this.#values = values
  }

  async write(data: MyData): Promise<void> {
    const { words } = this.#values
    this.#pages.text(words.title, { size: 22, bold: true })
    this.#pages.text(words.about(data.person, data.organization, this.#values.instant(data.madeAt)), {
      gap: 4,
    })
    this.#pages.text(words.scope, { quiet: true, gap: 2 })
    for (const part of data.parts) await this.#part(part)
    if (this.#pages.leftOutSigns) this.#pages.text(words.signs, { quiet: true, gap: 16 })
    this.#pages.numberPages(words.page)
  }

  async #part({ key, rows, hasMore }: MyData['parts'][number]): Promise<void> {
    const { words } = this.#values
    const title = words.parts[key] ?? key
    this.#pages.keepTogether(70)
    this.#pages.pdf.outline.addItem(title)
    this.#pages.text(rows.length > 1 ? `${title} (${rows.length})` : title, { size: 14, bold: true, gap: 18 })
    this.#pages.rule()
    if (rows.length === 0) this.#pages.text(words.nothing, { quiet: true, gap: 4 })
    for (const [place, row] of rows.entries()) {
      if (place % ROWS_AT_A_STRETCH === 0) await letOthersGoFirst()
      this.#row(row)
    }
    if (hasMore) this.#pages.text(words.more(String(MAX_ROWS_PER_PART)), { quiet: true, gap: 4 })
  }

  /** The first field in bold, the short ones after it on a line, the long ones on lines of their own. */
  #row(row: Row): void {
    const said = Object.entries(row).flatMap(([field, value]) => {
      const text = this.#values.of(field, value)
      return text === null ? [] : [{ label: this.#values.label(field), text }]
    })
    const [first, ...others] = said
    if (!first) return
    this.#pages.keepTogether(30)
    this.#pages.text(`${first.label}: ${first.text}`, { bold: true, gap: 6 })
    const short = others.filter(({ text }) => text.length < LONG_TEXT && !text.includes('\n'))
    const line = short.map(({ label, text }) => `${label}: ${text}`).join('  ·  ')
    if (line) this.#pages.text(line)
    for (const { label, text } of others.filter((one) => !short.includes(one)))
      this.#pages.text(`${label}: ${text}`)
  }
}
