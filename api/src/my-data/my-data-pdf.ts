import type { Readable } from 'node:stream'
import { setImmediate as letOthersGoFirst } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import type { Language } from '@alongside/shared/people/account/languages'
import type { Row } from '../database/statement-batch.ts'
import type { MyData } from './my-data.service.ts'
import { MAX_ROWS_PER_PART } from './parts/my-data-part.ts'
import { ReadableValues } from './readable-values.ts'

// The file of own data to read on paper: the same rows as the JSON, in the person's language.

const MARGIN = 56
const INK = '#2B2722'
const INK_2 = '#5A534A'
const LINE = '#D8D0C4'
/** Texts of this length or more stand on a line of their own. */
const LONG_TEXT = 60

/** Rows that are laid out at a stretch: a long file takes seconds, and nobody else may wait for it. */
const ROWS_AT_A_STRETCH = 20

/**
 * Noto Sans with the letters of Latin, Greek and Cyrillic scripts: Hawaiian, Polish and Vietnamese names too. The fonts
 * that every reader of PDF brings along have only those of Western Europe.
 */
const FONTS = { regular: fontFile('NotoSans-Regular.ttf'), bold: fontFile('NotoSans-Bold.ttf') }
const CANNOT_DRAW =
  /[^\n -~\u00A0-\u0377\u037A-\u037F\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u03E1\u03F0-\u052F\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E\u2070\u2071\u2074-\u208E\u2090-\u209C\u20A0-\u20BF\u2100-\u2151\u2212]/gu

function fontFile(name: string): string {
  return fileURLToPath(new URL(`../../fonts/${name}`, import.meta.url))
}

export function myDataAsPdf(data: MyData, language: Language): Readable {
  const values = new ReadableValues(language, data.timeZone)
  const pdf = new PDFDocument({
    size: 'LETTER',
    margin: MARGIN,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    font: FONTS.regular,
    info: { Title: values.words.title, Author: 'Alongside', CreationDate: data.madeAt },
  })
  new MyDataPages(pdf, values).write(data).then(
    () => pdf.end(),
    (error: unknown) => pdf.destroy(error instanceof Error ? error : new Error('the file broke off')),
  )
  return pdf
}

class MyDataPages {
  readonly #pdf: PDFKit.PDFDocument
  readonly #values: ReadableValues
  #leftOutSigns = false

  constructor(pdf: PDFKit.PDFDocument, values: ReadableValues) {
    this.#pdf = pdf
    this.#values = values
  }

  async write(data: MyData): Promise<void> {
    const { words } = this.#values
    this.#text(words.title, { size: 22, bold: true })
    this.#text(words.about(data.person, data.organization, this.#values.instant(data.madeAt)), { gap: 4 })
    this.#text(words.scope, { colour: INK_2, gap: 2 })
    for (const part of data.parts) await this.#part(part)
    if (this.#leftOutSigns) this.#text(words.signs, { colour: INK_2, gap: 16 })
    this.#numberPages()
  }

  async #part({ key, rows, hasMore }: MyData['parts'][number]): Promise<void> {
    const { words } = this.#values
    const title = words.parts[key] ?? key
    this.#keepTogether(70)
    this.#pdf.outline.addItem(title)
    this.#text(rows.length > 1 ? `${title} (${rows.length})` : title, { size: 14, bold: true, gap: 18 })
    this.#rule()
    if (rows.length === 0) this.#text(words.nothing, { colour: INK_2, gap: 4 })
    for (const [place, row] of rows.entries()) {
      if (place % ROWS_AT_A_STRETCH === 0) await letOthersGoFirst()
      this.#row(row)
    }
    if (hasMore) this.#text(words.more(String(MAX_ROWS_PER_PART)), { colour: INK_2, gap: 4 })
  }

  /** The first field in bold, the short ones after it on a line, the long ones on lines of their own. */
  #row(row: Row): void {
    const said = Object.entries(row).flatMap(([field, value]) => {
      const text = this.#values.of(field, value)
      return text === null ? [] : [{ label: this.#values.label(field), text }]
    })
    const [first, ...others] = said
    if (!first) return
    this.#keepTogether(30)
    this.#text(`${first.label}: ${first.text}`, { bold: true, gap: 6 })
    const short = others.filter(({ text }) => text.length < LONG_TEXT && !text.includes('\n'))
    const line = short.map(({ label, text }) => `${label}: ${text}`).join('  ·  ')
    if (line) this.#text(line)
    for (const { label, text } of others.filter((one) => !short.includes(one)))
      this.#text(`${label}: ${text}`)
  }

  #text(text: string, { size = 10, bold = false, colour = INK, gap = 0 } = {}): void {
    const pdf = this.#pdf
    if (gap > 0 && pdf.y > MARGIN) pdf.y += gap
    const drawable = text.normalize('NFC').replaceAll('\t', ' ').replace(CANNOT_DRAW, '?')
    if (drawable !== text.normalize('NFC').replaceAll('\t', ' ')) this.#leftOutSigns = true
    pdf
      .font(bold ? FONTS.bold : FONTS.regular)
      .fontSize(size)
      .fillColor(colour)
    pdf.text(drawable, MARGIN, pdf.y, { lineGap: 1.5 })
  }

  #rule(): void {
    const { y, page } = this.#pdf
    this.#pdf
      .moveTo(MARGIN, y + 1)
      .lineTo(page.width - MARGIN, y + 1)
      .lineWidth(0.5)
      .stroke(LINE)
  }

  #keepTogether(height: number): void {
    const { y, page } = this.#pdf
    if (y + height > page.height - MARGIN) this.#pdf.addPage()
  }

  #numberPages(): void {
    const pdf = this.#pdf
    const { start, count } = pdf.bufferedPageRange()
    for (let number = start; number < start + count; number++) {
      pdf.switchToPage(number)
      // Below the margin nothing may break into a further page.
      pdf.page.margins.bottom = 0
      pdf.font(FONTS.regular).fontSize(9).fillColor(INK_2)
      pdf.text(this.#values.words.page(number + 1, count), MARGIN, pdf.page.height - 36, {
        align: 'right',
        lineBreak: false,
        width: pdf.page.width - 2 * MARGIN,
      })
    }
  }
}
