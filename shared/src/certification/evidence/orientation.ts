/**
 * Which way up a photo is. It is the one remark of a camera that is kept, since the pixels lie as the camera was held.
 * Source: TIFF 6.0, section 2; Exif 2.32, tag 0x0112.
 */

const ORIENTATION = 0x0112
const SHORT = 3
const ENTRY = 12
/** As the pixels lie. */
export const UPRIGHT = 1

/** Of a TIFF structure, as Exif keeps it; upright where it says nothing that can be read. */
export function orientationIn(tiff: Uint8Array): number {
  const order = String.fromCharCode(tiff[0] ?? 0, tiff[1] ?? 0)
  if (order !== 'II' && order !== 'MM') return UPRIGHT
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = order === 'II'
  const short = (at: number): number => (at + 2 <= tiff.length ? view.getUint16(at, isLittle) : 0)
  const long = (at: number): number => (at + 4 <= tiff.length ? view.getUint32(at, isLittle) : 0)
  if (short(2) !== 42) return UPRIGHT
  const directory = long(4)
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * ENTRY
    if (at + ENTRY > tiff.length) return UPRIGHT
    if (short(at) !== ORIENTATION || short(at + 2) !== SHORT) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : UPRIGHT
  }
  return UPRIGHT
}

/** The smallest TIFF structure that says it, and nothing else. */
export function tiffOf(orientation: number): Uint8Array {
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  )
}
