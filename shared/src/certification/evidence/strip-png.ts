/**
 * A PNG file without what was written beside the picture: texts, time, place, device, and whatever follows its end. The
 * pieces that the pixels are made of stay as they are. Source: W3C Portable Network Graphics, third edition, section 5.
 */
import { FileProblem, PNG_SIGNATURE, type StrippedImage, tooManyPixels } from './evidence-limits.ts'
import { orientationIn, tiffOf, UPRIGHT } from './orientation.ts'
import { joined } from './strip-jpeg.ts'

/** Colors and transparency; everything else is a remark, or an animation. */
const KEPT: ReadonlySet<string> = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD'])
const NEEDED: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
/** The depths that each color type may have. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  readonly whole: Uint8Array
}

export function stripPng(bytes: Uint8Array): StrippedImage | FileProblem {
  if (!PNG_SIGNATURE.every((byte, place) => bytes[place] === byte)) return FileProblem.DAMAGED
  const [header, ...chunks] = chunksOf(bytes) ?? []
  if (header?.type !== 'IHDR' || header.data.length !== 13) return FileProblem.DAMAGED
  const { width, height, depth, color } = shapeOf(header.data)
  if (width === 0 || height === 0 || !DEPTHS[color]?.includes(depth)) return FileProblem.DAMAGED
  if (tooManyPixels(width, height)) return FileProblem.TOO_MANY_PIXELS
  const isWhole = chunks.some(({ type }) => type === 'IDAT') && !chunks.some(({ type }) => type === 'IHDR')
  if (!isWhole || chunks.some(({ type }) => isUnknownNeed(type))) return FileProblem.DAMAGED
  const exif = chunks.find(({ type }) => type === 'eXIf')
  const orientation = exif ? orientationIn(exif.data) : UPRIGHT
  const kept = chunks.filter(({ type }) => NEEDED.has(type) || KEPT.has(type))
  const parts = [
    Uint8Array.from(PNG_SIGNATURE),
    header.whole,
    ...(orientation === UPRIGHT ? [] : [pngChunk('eXIf', tiffOf(orientation))]),
    ...kept.map(({ whole }) => whole),
  ]
  return { bytes: joined(parts), width, height }
}

/** A chunk whose name begins with a capital is needed to show the picture: one that nobody knows is refused. */
const isUnknownNeed = (type: string): boolean => /^[A-Z]/.test(type) && !NEEDED.has(type)

function shapeOf(header: Uint8Array) {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    depth: view.getUint8(8),
    color: view.getUint8(9),
  }
}

/** Up to the end of the picture; null where it breaks off, or where a sum of a chunk that is kept is wrong. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let at: number = PNG_SIGNATURE.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const named = bytes.subarray(at + 4, end - 4)
    const type = String.fromCharCode(...named.subarray(0, 4))
    if (!/^[A-Za-z]{4}$/.test(type)) return null
    if (NEEDED.has(type) || KEPT.has(type)) if (crc32(named) !== view.getUint32(end - 4)) return null
    chunks.push({ type, data: named.subarray(4), whole: bytes.subarray(at, end) })
    if (type === 'IEND') return chunks
    at = end
  }
  return null
}

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  for (let place = 0; place < 4; place++) chunk[4 + place] = type.charCodeAt(place)
  chunk.set(data, 8)
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)))
  return chunk
}

/** CRC-32 of ISO 3309, as PNG uses it; by table, since files have millions of bytes. */
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
