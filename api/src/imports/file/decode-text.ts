/** The text of a file whose encoding nobody said: UTF-8 if it is that, UTF-16 if it says so, else Windows-1252. */

export const ImportEncoding = { UTF_8: 'UTF_8', UTF_16: 'UTF_16', WINDOWS_1252: 'WINDOWS_1252' } as const
export type ImportEncoding = (typeof ImportEncoding)[keyof typeof ImportEncoding]

export interface DecodedText {
  readonly text: string
  readonly encoding: ImportEncoding
}

/** Null: no text of any of these; a spreadsheet's own file, say, or UTF-16 that does not name itself. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be')
  if (bytes.includes(0)) return null
  const text = new TextDecoder('utf-8').decode(bytes)
  const saysSo = first === 0xef && second === 0xbb && third === 0xbf
  if (saysSo || isMostlyUtf8(text)) return { text, encoding: ImportEncoding.UTF_8 }
  // Every byte is some sign of Windows-1252; old spreadsheets write it.
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: ImportEncoding.WINDOWS_1252 }
}

/** One bad byte makes no other alphabet of a file: its sign is to be mended, and all other names are right. */
function isMostlyUtf8(text: string): boolean {
  const bad = text.match(/\uFFFD/gu)?.length ?? 0
  return bad === 0 || (text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0) > bad
}

function utf16(bytes: Uint8Array, label: string): DecodedText | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding: ImportEncoding.UTF_16 }
  } catch {
    return null
  }
}
