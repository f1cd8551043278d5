import fc from 'fast-check'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  EVIDENCE_PIXELS_MOST,
  EvidenceType,
  evidenceTypeOf,
  type StrippedImage,
} from '../../../shared/src/certification/evidence/evidence-limits.ts'
import { orientationIn, tiffOf } from '../../../shared/src/certification/evidence/orientation.ts'
import { stripJpeg } from '../../../shared/src/certification/evidence/strip-jpeg.ts'
import { pngChunk, stripPng } from '../../../shared/src/certification/evidence/strip-png.ts'
import {
  bytes,
  DEVICE,
  frame,
  header,
  heic,
  jpeg,
  pdf,
  picture,
  pixels,
  PLACE,
  png,
  segment,
  SCAN,
  SIGNATURE,
  TABLE,
} from './files-by-hand.ts'

function kept(stripped: ReturnType<typeof stripJpeg>): StrippedImage {
  if (typeof stripped === 'string') throw new Error(stripped)
  return stripped
}
const text = (data: Uint8Array): string => Buffer.from(data).toString('latin1')

describe('a photo without place and device', () => {
  it('keeps every byte of the picture, which way up it is, and nothing else', () => {
    const { bytes: stripped, width, height } = kept(stripJpeg(jpeg(6)))
    expect([width, height]).toEqual([40, 30])
    expect(text(stripped)).not.toContain('GPS')
    expect(text(stripped)).not.toContain(DEVICE)
    expect(text(stripped)).not.toContain('Motion')
    const upTo = stripped.length - picture().length - 2
    expect(Buffer.from(stripped.subarray(upTo, -2)).equals(picture())).toBe(true)
    expect(orientationIn(stripped.subarray(text(stripped).indexOf('Exif\0\0') + 6))).toBe(6)
  })

  it('whatever segments stand between, in any order: the same picture comes out, and no remark', () => {
    const remark = fc
      .tuple(
        fc.oneof(fc.integer({ min: 0xe1, max: 0xed }), fc.constantFrom(0xef, 0xfe)),
        fc.uint8Array({ maxLength: 300 }),
      )
      .map(([marker, content]) => ({ isKept: false, part: segment(marker, bytes(PLACE, content)) }))
    const table = fc
      .tuple(fc.constantFrom(0xdb, 0xc4, 0xdd), fc.uint8Array({ minLength: 1, maxLength: 80 }))
      .map(([marker, content]) => ({ isKept: true, part: segment(marker, content) }))
    const drawn = fc
      .uint8Array({ maxLength: 200 })
      .map((data) => ({ isKept: true, part: bytes(segment(0xda, bytes(1, 1, 0, 0, 63, 0)), stuffed(data)) }))
    const parts = fc.array(fc.oneof(remark, table, drawn), { maxLength: 12 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 8 }), (between, orientation) => {
        const all = [
          { isKept: true, part: TABLE },
          { isKept: true, part: frame(9, 9) },
          ...between,
          { isKept: true, part: SCAN },
        ]
        const file = bytes(
          0xff,
          0xd8,
          segment(0xe1, bytes('Exif\0\0', tiffOf(orientation), DEVICE)),
          ...all.map(({ part }) => part),
          0xff,
          0xd9,
        )
        const { bytes: once } = kept(stripJpeg(file))
        const wanted = bytes(...all.filter(({ isKept }) => isKept).map(({ part }) => part))
        expect(Buffer.from(once.subarray(once.length - wanted.length - 2, -2)).equals(wanted)).toBe(true)
        expect(text(once)).not.toContain(DEVICE)
        expect(text(once).includes(PLACE)).toBe(false)
        // Nothing is left to take away.
        expect(Buffer.from(kept(stripJpeg(once)).bytes).equals(Buffer.from(once))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('of PNG: the pixels are the same, texts and times are gone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        (width, height, seed) => {
          const shade = (place: number): number => (place * 31 + seed) % 256
          const { bytes: stripped } = kept(stripPng(png(width, height, shade)))
          const from = text(stripped).indexOf('IDAT') + 4
          expect(inflateSync(stripped.subarray(from)).equals(inflateSync(pixels(width, height, shade)))).toBe(
            true,
          )
          for (const gone of ['tEXt', 'tIME', PLACE, DEVICE]) expect(text(stripped)).not.toContain(gone)
          expect(orientationIn(stripped.subarray(text(stripped).indexOf('eXIf') + 4))).toBe(3)
          expect(Buffer.from(kept(stripPng(stripped)).bytes).equals(Buffer.from(stripped))).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('refuses what breaks off anywhere, and never runs on', () => {
    for (const [whole, strip, end] of [
      [jpeg(), stripJpeg, jpeg().length - `MotionPhoto ${PLACE}`.length],
      [png(), stripPng, png().length - PLACE.length],
    ] as const)
      for (let length = 0; length < end; length++)
        expect(strip(whole.subarray(0, length)), `${length} bytes`).toBe('damaged')
  })

  it('whatever bytes come: an image or a problem, and no exception', () => {
    const begun = fc.constantFrom(
      bytes(0xff, 0xd8),
      bytes(0xff, 0xd8, TABLE, frame(9, 9)),
      SIGNATURE,
      bytes(SIGNATURE, pngChunk('IHDR', header(4, 4))),
    )
    fc.assert(
      fc.property(begun, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const file = bytes(start, rest)
        for (const strip of [stripJpeg, stripPng]) strip(file)
      }),
      { numRuns: 2_000 },
    )
  })

  it('refuses a small file that claims to be a huge picture, and one byte changed within', () => {
    expect(stripJpeg(jpeg(1, picture(65_000, 65_000)))).toBe('too-many-pixels')
    expect(stripPng(png(1, 1).fill(pngChunk('IHDR', header(60_000, 60_000)), 8, 33))).toBe('too-many-pixels')
    expect(10_000 * 5_000).toBe(EVIDENCE_PIXELS_MOST)
    expect(kept(stripJpeg(jpeg(1, picture(10_000, 5_000)))).width).toBe(10_000)
    const changed = png()
    changed[SIGNATURE.length + 8] = 99
    expect(stripPng(changed)).toBe('damaged')
  })

  it('knows a type by its content', () => {
    expect(evidenceTypeOf(jpeg())).toBe(EvidenceType.JPEG)
    expect(evidenceTypeOf(png())).toBe(EvidenceType.PNG)
    expect(evidenceTypeOf(pdf())).toBe(EvidenceType.PDF)
    expect(evidenceTypeOf(heic())).toBe('heic')
    expect(evidenceTypeOf(bytes('MZ an exe named certificate.pdf'))).toBe('other-type')
    expect(evidenceTypeOf(bytes('<svg onload=alert(1)>'))).toBe('other-type')
    expect(evidenceTypeOf(new Uint8Array())).toBe('empty')
  })
})

/** In a scan, 0xff is written with a zero behind it. */
function stuffed(data: Uint8Array): Buffer {
  return Buffer.from([...data].flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])))
}
