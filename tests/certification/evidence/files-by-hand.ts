import { pngChunk } from '../../../shared/src/certification/evidence/strip-png.ts'
import { tiffOf } from '../../../shared/src/certification/evidence/orientation.ts'
import { deflateSync } from 'node:zlib'

// Small files that hold together, made by hand, with everything that a phone writes beside the picture.

export const PLACE = 'GPS 39.9612 N 82.9988 W'
export const DEVICE = 'Maker Phone 15 of somebody'

export const bytes = (...parts: (string | number | Uint8Array)[]): Buffer =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string'
        ? Buffer.from(part, 'latin1')
        : typeof part === 'number'
          ? Buffer.from([part])
          : Buffer.from(part),
    ),
  )

export function segment(marker: number, content: Uint8Array): Buffer {
  const length = content.length + 2
  return bytes(0xff, marker, length >> 8, length & 0xff, content)
}

export const frame = (width: number, height: number): Buffer =>
  segment(0xc0, bytes(8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0))

/** Exif as cameras write it: the orientation, and texts behind it. */
export const exif = (orientation: number): Buffer =>
  segment(0xe1, bytes('Exif\0\0', tiffOf(orientation), PLACE, DEVICE))

export const SCAN = bytes(segment(0xda, bytes(1, 1, 0, 0, 63, 0)), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56)
export const TABLE = segment(0xdb, bytes(0, new Uint8Array(64).fill(7)))

/** What decoders look at, in its order. */
export const picture = (width = 40, height = 30): Buffer => bytes(TABLE, frame(width, height), SCAN)

export const jpeg = (orientation = 6, inner: Uint8Array = picture()): Buffer =>
  bytes(
    0xff,
    0xd8,
    exif(orientation),
    segment(0xe2, bytes('ICC_PROFILE\0', DEVICE)),
    segment(0xfe, bytes(`Taken at ${PLACE}`)),
    inner,
    0xff,
    0xd9,
    bytes('MotionPhoto ', PLACE),
  )

export function header(width: number, height: number, depth = 8, color = 0): Uint8Array {
  const data = new Uint8Array(13)
  const view = new DataView(data.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  data[8] = depth
  data[9] = color
  return data
}

/** Of grays; each row begins with its filter. */
export const pixels = (width: number, height: number, of = (place: number): number => place % 256): Buffer =>
  deflateSync(
    Buffer.from(
      Array.from({ length: height }, (_, row) => [
        0,
        ...Array.from({ length: width }, (_one, column) => of(row * width + column)),
      ]).flat(),
    ),
  )

export const SIGNATURE = bytes(0x89, 'PNG\r\n', 0x1a, '\n')

export const png = (width = 12, height = 9, shade = (place: number): number => place % 256): Buffer =>
  bytes(
    SIGNATURE,
    pngChunk('IHDR', header(width, height)),
    pngChunk('tEXt', bytes(`Comment\0${PLACE}`)),
    pngChunk('eXIf', bytes(tiffOf(3), DEVICE)),
    pngChunk('gAMA', bytes(0, 0, 0xb1, 0x8f)),
    pngChunk('IDAT', pixels(width, height, shade)),
    pngChunk('tIME', bytes(7, 0xe8, 1, 1, 1, 1, 1)),
    pngChunk('IEND', new Uint8Array()),
    bytes(PLACE),
  )

export const pdf = (inside = ''): Buffer =>
  bytes(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${inside} >>\nendobj\n` +
      '2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
  )

/** As phones keep photos. */
export const heic = (): Buffer => bytes(0, 0, 0, 24, 'ftypheic', 0, 0, 0, 0, 'mif1heic', new Uint8Array(64))
