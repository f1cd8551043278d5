// The text of a PDF, page by page, well enough for our own files and the browser's: follows each page to what it shows and
// reads the glyphs by the table that its font brings along.
import { inflateSync } from 'node:zlib'

export function textOfPdf(file: Buffer): string {
  return pagesOfPdf(file).join('\n')
}

export function pagesOfPdf(file: Buffer): string[] {
  const objects = new Map(
    [...file.toString('latin1').matchAll(/(?:^|[\r\n])(\d+) 0 obj\b([\s\S]*?)\bendobj/g)].map(
      ([, number, body]) => [Number(number), body ?? ''] as const,
    ),
  )
  const referred = (text: string | undefined, name: string): string =>
    objects.get(Number(new RegExp(`/${name} (\\d+) 0 R`).exec(text ?? '')?.[1])) ?? ''
  const pages = [...objects.values()].filter((body) => /\/Type ?\/Page\b/.test(body))
  const root = [...objects.values()].find(
    (body) => /\/Type ?\/Pages\b/.test(body) && !body.includes('/Parent'),
  )
  const order = inOrder(root ?? '', objects)
  pages.sort((one, other) => order.indexOf(one) - order.indexOf(other))
  return pages.map((page) => {
    const resources =
      page.includes('/Resources <<') || page.includes('/Resources<<') ? page : referred(page, 'Resources')
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => {
        const map = referred(objects.get(Number(number)), 'ToUnicode')
        return [name ?? '', glyphsIn(streamOf(map))] as const
      }),
    )
    return shown(streamOf(referred(page, 'Contents')), fonts)
  })
}

/** The pages as the tree has them. */
function inOrder(node: string, objects: ReadonlyMap<number, string>): string[] {
  const kids = /\/Kids ?\[([^\]]*)\]/.exec(node)?.[1]
  if (kids === undefined) return [node]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, number]) =>
    inOrder(objects.get(Number(number)) ?? '', objects),
  )
}

function streamOf(object: string): string {
  const stream = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1]
  if (stream === undefined) return ''
  if (!object.includes('FlateDecode')) return stream
  const bytes = Buffer.from(stream, 'latin1')
  // The byte before the end may belong to the stream.
  for (const end of [bytes, Buffer.concat([bytes, Buffer.from('\r')])])
    try {
      return inflateSync(end).toString('latin1')
    } catch {
      continue
    }
  return ''
}

type Glyphs = ReadonlyMap<string, string>

const textIn = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** Which text each glyph stands for: single ones, and ranges with one text or one for each. */
function glyphsIn(map: string): Glyphs {
  const glyphs = new Map<string, string>()
  for (const [, table = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of table.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F ]+)>/g))
      glyphs.set(glyph.toLowerCase(), textIn(text.replaceAll(' ', '')))
  for (const [, table = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', one, many] of table.matchAll(
      /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]+)>|\[([^\]]*)\])/g,
    )) {
      const texts = [...(many ?? '').matchAll(/<([0-9a-fA-F ]*)>/g)].map(([, text]) =>
        (text ?? '').replaceAll(' ', ''),
      )
      for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(to, 16); glyph += 1) {
        const place = glyph - Number.parseInt(from, 16)
        const next = one === undefined ? texts[place] : (Number.parseInt(one, 16) + place).toString(16)
        if (next) glyphs.set(glyph.toString(16).padStart(from.length, '0'), textIn(next.padStart(4, '0')))
      }
    }
  return glyphs
}

/** Each piece that the page shows; a new line wherever the page goes to another height. */
function shown(page: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs = new Map()
  let text = ''
  let height = ''
  const tokens =
    /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] ?TJ|<([0-9a-fA-F]*)> ?Tj|(-?[\d.]+) (-?[\d.]+) Td|(-?[\d.]+) Tm/g
  const read = (hex: string): string =>
    (hex.toLowerCase().match(/.{4}/g) ?? []).map((glyph) => glyphs.get(glyph) ?? '').join('')
  for (const [, font, pieces, piece, , down, across] of page.matchAll(tokens)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map<string, string>()
    else if (pieces !== undefined)
      text += [...pieces.matchAll(/<([0-9a-fA-F]*)>/g)].map(([, hex]) => read(hex ?? '')).join('')
    else if (piece !== undefined) text += read(piece)
    else {
      // Along the same line, the next piece follows on at once.
      if (down !== undefined && Number(down) === 0) continue
      const next = down ?? across ?? ''
      if (next !== height) text += '\n'
      height = next
    }
  }
  return text
}
