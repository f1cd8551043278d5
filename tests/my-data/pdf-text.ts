// The text of a PDF, well enough for our own files: inflates the pages' streams and reads what they show.
import { inflateSync } from 'node:zlib'

export function textOfPdf(file: Buffer): string {
  const raw = file.toString('latin1')
  // No `\r?` before the end: it would take the last byte of a stream that happens to be one.
  const pages = [...raw.matchAll(/stream\r?\n([\s\S]*?)\nendstream/g)].map(([, stream]) =>
    inflated(Buffer.from(stream ?? '', 'latin1')),
  )
  return pages.map(shown).join('\n')
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return ''
  }
}

/** `[<48656c6c6f> 20 <6f>] TJ`: hexadecimal pieces with kerning between them; one array, one piece of a line. */
function shown(page: string): string {
  const lines = [...page.matchAll(/\[([^\]]*)\] TJ/g)].map(([, pieces]) =>
    [...(pieces ?? '').matchAll(/<([0-9a-f]*)>/g)]
      .map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('latin1'))
      .join(''),
  )
  return lines.join('\n')
}
