/**
 * A JPEG file without what its camera wrote beside the picture: place, device, time, preview, remarks, and whatever
 * follows its end. Every byte that the pixels are made of stays as it is. Source: ITU-T T.81, annex B.
 */
import { FileProblem, type StrippedImage, tooManyPixels } from './evidence-limits.ts'
import { orientationIn, tiffOf, UPRIGHT } from './orientation.ts'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const REMARK = 0xfe
const JFIF = 0xe0
const EXIF = 0xe1
const ADOBE = 0xee
/** Quantization, Huffman and arithmetic tables, restart interval. */
const TABLES: ReadonlySet<number> = new Set([0xdb, 0xc4, 0xcc, 0xdd])

interface Segment {
  readonly marker: number
  /** With the marker and its length. */
  readonly whole: Uint8Array
  readonly content: Uint8Array
}

interface Reading {
  at: number
  size: { readonly width: number; readonly height: number } | null
  orientation: number
  jfif: Uint8Array | null
  hasScan: boolean
  readonly kept: Uint8Array[]
}

export function stripJpeg(bytes: Uint8Array): StrippedImage | FileProblem {
  const reading: Reading = { at: 2, size: null, orientation: UPRIGHT, jfif: null, hasScan: false, kept: [] }
  if (bytes[0] !== 0xff || bytes[1] !== START) return FileProblem.DAMAGED
  for (;;) {
    const marker = markerAt(bytes, reading)
    if (marker === END) return finished(reading)
    const segment = marker === null ? null : segmentAt(bytes, reading, marker)
    if (segment === null || !take(segment, reading)) return FileProblem.DAMAGED
    if (segment.marker === SCAN) copyScan(bytes, reading)
  }
}

/** Moves past the marker; fill bytes may stand before it. */
function markerAt(bytes: Uint8Array, reading: Reading): number | null {
  if (bytes[reading.at] !== 0xff) return null
  while (bytes[reading.at] === 0xff) reading.at++
  return bytes[reading.at++] ?? null
}

function segmentAt(bytes: Uint8Array, reading: Reading, marker: number): Segment | null {
  const { at } = reading
  const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  if (length < 2 || at + length > bytes.length) return null
  reading.at = at + length
  const whole = bytes.subarray(at - 2, at + length)
  return { marker, whole, content: bytes.subarray(at + 2, at + length) }
}

/** False where the segment is none that a picture has. */
function take({ marker, whole, content }: Segment, reading: Reading): boolean {
  if (marker === SCAN || TABLES.has(marker)) {
    if (marker === SCAN) reading.hasScan = true
    reading.kept.push(whole)
    return marker !== SCAN || reading.size !== null
  }
  if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) return takeFrame(whole, content, reading)
  if (marker === JFIF && reading.jfif === null && begins(content, 'JFIF\0') && content.length >= 14)
    reading.jfif = content.slice(0, 12)
  if (marker === EXIF && reading.orientation === UPRIGHT && begins(content, 'Exif\0\0'))
    reading.orientation = orientationIn(content.subarray(6))
  // Without it, colors of some files come out wrong; it has no room for anything else.
  if (marker === ADOBE && begins(content, 'Adobe') && content.length === 12) reading.kept.push(whole)
  return marker === REMARK || (marker >= 0xe0 && marker <= 0xef)
}

/** A second frame would be a second picture of another size. */
function takeFrame(whole: Uint8Array, content: Uint8Array, reading: Reading): boolean {
  if (reading.size !== null || content.length < 6) return false
  const [, high = 0, low = 0, wide = 0, narrow = 0] = content
  reading.size = { height: (high << 8) | low, width: (wide << 8) | narrow }
  reading.kept.push(whole)
  return reading.size.height > 0 && reading.size.width > 0
}

/** The picture itself: up to the next marker that is none of its own. A zero behind 0xff belongs to it, and restarts do. */
function copyScan(bytes: Uint8Array, reading: Reading): void {
  const from = reading.at
  let at = from
  for (; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) break
  }
  reading.kept.push(bytes.subarray(from, at))
  reading.at = at
}

function finished({ size, hasScan, orientation, jfif, kept }: Reading): StrippedImage | FileProblem {
  if (size === null || !hasScan) return FileProblem.DAMAGED
  if (tooManyPixels(size.width, size.height)) return FileProblem.TOO_MANY_PIXELS
  const parts = [
    Uint8Array.of(0xff, START),
    // Without its preview.
    ...(jfif === null ? [] : [Uint8Array.of(0xff, JFIF, 0, 16, ...jfif, 0, 0)]),
    ...(orientation === UPRIGHT ? [] : [exifOf(orientation)]),
    ...kept,
    Uint8Array.of(0xff, END),
  ]
  return { bytes: joined(parts), ...size }
}

function exifOf(orientation: number): Uint8Array {
  const tiff = tiffOf(orientation)
  return Uint8Array.of(0xff, EXIF, 0, 2 + 6 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff)
}

function begins(content: Uint8Array, text: string): boolean {
  return [...text].every((letter, place) => content[place] === letter.charCodeAt(0))
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
