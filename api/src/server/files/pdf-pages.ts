import { setImmediate as letOthersGoFirst } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import type { Language } from '@alongside/shared/people/account/languages'

// Pages of a file to read on paper: what every PDF of ours has in common.

const MARGIN = 56
const INK = '#2B2722'
const INK_2 = '#5A534A'
const LINE = '#D8D0C4'
const CELL_GAP = 6

/** Rows that are laid out at a stretch: a long file takes seconds, and nobody else may wait for it. */
export const ROWS_AT_A_STRETCH = 20

/**
 * Noto Sans with the letters of Latin, Greek and Cyrillic scripts: Hawaiian, Polish and Vietnamese names too. The fonts
 * that every reader of PDF brings along have only those of Western Europe.
 */
const FONTS = { regular: fontFile('NotoSans-Regular.ttf'), bold: fontFile('NotoSans-Bold.ttf') }
const CANNOT_DRAW =
  /[^\n -~\u00A0-\u0377\u037A-\u037F\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u03E1\u03F0-\u052F\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E\u2070\u2071\u2074-\u208E\u2090-\u209C\u20A0-\u20BF\u2100-\u2151\u2212]/gu

function fontFile(name: string): string {
  return fileURLToPath(new URL(`../../../fonts/${name}`, import.meta.url))
}

/**
 * A letter with a dot below stays one sign. Taken apart, it would share its glyph with the letter alone, and the text
 * that is copied from the file would have the dot at all of them or at none. The types know lists only.
 */
const SHAPING = { ccmp: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[]

interface About {
  readonly title: string
  readonly language: Language
  readonly madeAt: Date
  readonly landscape?: boolean
}
interface TextStyle {
  readonly size?: number
  readonly bold?: boolean
  readonly quiet?: boolean
  readonly gap?: number
}
export interface PdfColumn {
  readonly title: string
  /** Its share of the width. */
  readonly share: number
}

export class PdfPages {
  readonly pdf: PDFKit.PDFDocument
  #leftOutSigns = false

  constructor({ title, language, madeAt, landscape = false }: About) {
    this.pdf = new PDFDocument({
      size: 'LETTER',
      layout: landscape ? 'landscape' : 'portrait',
      margin: MARGIN,
      bufferPages: true,
      lang: language,
      displayTitle: true,
      font: FONTS.regular,
      info: { Title: title, Author: 'Alongside', CreationDate: madeAt },
    })
  }

  /** A sign that the fonts do not have was left out. */
  get leftOutSigns(): boolean {
    return this.#leftOutSigns
  }

  /** Writes and ends the file; what breaks on the way breaks the file off, so that nobody takes a part for the whole. */
  finish(write: () => Promise<void>): PDFKit.PDFDocument {
    write().then(
      () => this.pdf.end(),
      (error: unknown) => this.pdf.destroy(error instanceof Error ? error : new Error('the file broke off')),
    )
    return this.pdf
  }

  text(text: string, { size = 10, bold = false, quiet = false, gap = 0 }: TextStyle = {}): void {
    if (gap > 0 && this.pdf.y > MARGIN) this.pdf.y += gap
    this.#style(size, bold, quiet)
    this.pdf.text(this.#drawable(text), MARGIN, this.pdf.y, { lineGap: 1.5, features: SHAPING })
  }

  rule(): void {
    const { y, page } = this.pdf
    this.pdf
      .moveTo(MARGIN, y + 1)
      .lineTo(page.width - MARGIN, y + 1)
      .lineWidth(0.5)
      .stroke(LINE)
  }

  keepTogether(height: number): void {
    const { y, page } = this.pdf
    if (y + height > page.height - MARGIN) this.pdf.addPage()
  }

  /** Rows that are never split, with the heads again on every page. */
  async table(columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): Promise<void> {
    const heads = columns.map(({ title }) => title)
    this.keepTogether(60)
    this.#cells(columns, heads, true)
    for (const [place, row] of rows.entries()) {
      if (place % ROWS_AT_A_STRETCH === 0) await letOthersGoFirst()
      if (this.pdf.y + this.#heightOf(columns, row) > this.pdf.page.height - MARGIN) {
        this.pdf.addPage()
        this.#cells(columns, heads, true)
      }
      this.#cells(columns, row, false)
    }
  }

  numberPages(words: (number: number, of: number) => string): void {
    const { pdf } = this
    const { start, count } = pdf.bufferedPageRange()
    for (let number = start; number < start + count; number++) {
      pdf.switchToPage(number)
      // Below the margin nothing may break into a further page.
      pdf.page.margins.bottom = 0
      pdf.font(FONTS.regular).fontSize(9).fillColor(INK_2)
      pdf.text(words(number + 1, count), MARGIN, pdf.page.height - 36, {
        align: 'right',
        lineBreak: false,
        width: pdf.page.width - 2 * MARGIN,
      })
    }
  }

  #style(size: number, bold: boolean, quiet: boolean): void {
    this.pdf
      .font(bold ? FONTS.bold : FONTS.regular)
      .fontSize(size)
      .fillColor(quiet ? INK_2 : INK)
  }

  #drawable(text: string): string {
    const whole = text.normalize('NFC').replaceAll('\t', ' ')
    const drawable = whole.replace(CANNOT_DRAW, '?')
    if (drawable !== whole) this.#leftOutSigns = true
    return drawable
  }

  #widthsOf(columns: readonly PdfColumn[]): number[] {
    const all = columns.reduce((sum, { share }) => sum + share, 0)
    return columns.map(({ share }) => ((this.pdf.page.width - 2 * MARGIN) * share) / all)
  }

  #heightOf(columns: readonly PdfColumn[], cells: readonly string[]): number {
    this.#style(9, false, false)
    const widths = this.#widthsOf(columns)
    const heights = cells.map((cell, place) =>
      this.pdf.heightOfString(this.#drawable(cell) || ' ', {
        width: (widths[place] ?? 0) - CELL_GAP,
        features: SHAPING,
      }),
    )
    return Math.max(...heights) + CELL_GAP
  }

  #cells(columns: readonly PdfColumn[], cells: readonly string[], bold: boolean): void {
    const height = this.#heightOf(columns, cells)
    const top = this.pdf.y
    const widths = this.#widthsOf(columns)
    let x = MARGIN
    this.#style(9, bold, false)
    for (const [place, cell] of cells.entries()) {
      const width = widths[place] ?? 0
      this.pdf.text(this.#drawable(cell), x, top, { width: width - CELL_GAP, features: SHAPING })
      x += width
    }
    this.pdf.y = top + height - CELL_GAP / 2
    this.rule()
    this.pdf.y = top + height
  }
}
