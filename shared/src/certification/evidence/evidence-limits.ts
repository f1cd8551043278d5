/** What a file of evidence may be, and why one is refused; light enough for the form that sends it. */

/** Source: Alongside's own choice; photos of phones weigh 2-6 MB. */
export const EVIDENCE_BYTES_MOST = 8 * 1024 * 1024
/** A small file can claim to be a huge picture, which fills the memory of whoever shows it. */
export const EVIDENCE_PIXELS_MOST = 50_000_000
/** Of one course. */
export const EVIDENCE_FILES_MOST = 5

export const EvidenceType = {
  JPEG: 'image/jpeg',
  PNG: 'image/png',
  PDF: 'application/pdf',
} as const
export type EvidenceType = (typeof EvidenceType)[keyof typeof EvidenceType]

export const FileProblem = {
  EMPTY: 'empty',
  TOO_LARGE: 'too-large',
  /** The format in which some phones keep photos; browsers cannot show it. */
  HEIC: 'heic',
  /** Whatever its name says, its content is none of the three. */
  OTHER_TYPE: 'other-type',
  /** It begins like one of the three and breaks off, or does not hold together. */
  DAMAGED: 'damaged',
  TOO_MANY_PIXELS: 'too-many-pixels',
  /** A PDF file that runs a program, opens another file, or carries one. */
  ACTIVE: 'active',
} as const
export type FileProblem = (typeof FileProblem)[keyof typeof FileProblem]

const starts = (bytes: Uint8Array, with_: readonly number[], at = 0): boolean =>
  with_.every((byte, place) => bytes[at + place] === byte)
const codes = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

const JPEG = [0xff, 0xd8, 0xff]
export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif']

/** By its first bytes, never by its name. */
export function evidenceTypeOf(bytes: Uint8Array): EvidenceType | FileProblem {
  if (bytes.length === 0) return FileProblem.EMPTY
  if (starts(bytes, JPEG)) return EvidenceType.JPEG
  if (starts(bytes, PNG_SIGNATURE)) return EvidenceType.PNG
  if (starts(bytes, codes('%PDF-'))) return EvidenceType.PDF
  const isHeic =
    starts(bytes, codes('ftyp'), 4) && HEIC_BRANDS.some((brand) => starts(bytes, codes(brand), 8))
  return isHeic ? FileProblem.HEIC : FileProblem.OTHER_TYPE
}

/** An image as it is kept: the same pixels, without place, device, time or any other remark. */
export interface StrippedImage {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export function tooManyPixels(width: number, height: number): boolean {
  return width * height > EVIDENCE_PIXELS_MOST
}
