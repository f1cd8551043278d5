/** Decides by its content what a file is, and takes from images whatever is no picture. */
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import {
  EvidenceType,
  evidenceTypeOf,
  FileProblem,
  type StrippedImage,
} from '@alongside/shared/certification/evidence/evidence-limits'
import { stripJpeg } from '@alongside/shared/certification/evidence/strip-jpeg'
import { stripPng } from '@alongside/shared/certification/evidence/strip-png'
import { DomainError } from '../../server/graphql/domain-error.ts'

export interface InspectedFile {
  readonly mediaType: EvidenceType
  /** As it is kept. */
  readonly content: Buffer
  readonly sha256: Buffer
  readonly width: number | null
  readonly height: number | null
}

const SAYS: Readonly<Record<FileProblem, string>> = {
  [FileProblem.EMPTY]: 'There is nothing in this file.',
  [FileProblem.TOO_LARGE]: 'A file has at most 8 MB.',
  [FileProblem.HEIC]: 'This is a HEIC photo. Send it as JPEG, or take a screenshot of it.',
  [FileProblem.OTHER_TYPE]: 'Send a JPEG or PNG image, or a PDF file. The content decides, not the name.',
  [FileProblem.DAMAGED]: 'This file is damaged or not complete.',
  [FileProblem.TOO_MANY_PIXELS]: 'An image has at most 50 million pixels.',
  [FileProblem.ACTIVE]:
    'This PDF file runs a program or carries other files. Print it to PDF, or send a photo.',
}

export function inspectFile(bytes: Buffer): InspectedFile {
  const type = evidenceTypeOf(bytes)
  if (type === EvidenceType.JPEG) return inspected(type, stripJpeg(bytes))
  if (type === EvidenceType.PNG) return inspected(type, stripPng(bytes))
  if (type !== EvidenceType.PDF) throw fileRefused(type)
  const problem = inspectPdf(bytes)
  if (problem !== null) throw fileRefused(problem)
  return { mediaType: type, content: bytes, sha256: sha256(bytes), width: null, height: null }
}

function inspected(mediaType: EvidenceType, image: StrippedImage | FileProblem): InspectedFile {
  if (typeof image === 'string') throw fileRefused(image)
  const content = Buffer.from(image.bytes)
  return { mediaType, content, sha256: sha256(content), width: image.width, height: image.height }
}

const sha256 = (content: Buffer): Buffer => createHash('sha256').update(content).digest()

export function fileRefused(problem: FileProblem): DomainError {
  return new DomainError('BAD_INPUT', `certification.evidence.${problem}`, SAYS[problem])
}

/** Actions and contents that run, send, open or carry something. Source: ISO 32000-2, 12.6.4 and 7.11.4. */
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE|Rendition)(?![A-Za-z0-9])/
/** A small stream can become a huge text. */
const INFLATED_MOST = 16 * 1024 * 1024
/** A dictionary of an object stream is short. */
const DICTIONARY_MOST = 600
const END_WITHIN = 2_048

/** A PDF file is never shown in a page, only handed over; still it may do nothing when it is opened. */
function inspectPdf(bytes: Buffer): FileProblem | null {
  const text = bytes.toString('latin1')
  if (!text.slice(-END_WITHIN).includes('%%EOF') || !text.includes('startxref')) return FileProblem.DAMAGED
  // The bytes of a picture can look like anything.
  const written = text.replace(/\bstream\r?\n[\s\S]*?endstream/g, ' ')
  if (isActive(written)) return FileProblem.ACTIVE
  return objectStreams(bytes, text).some(isActive) ? FileProblem.ACTIVE : null
}

/** Any letter of a name can be written by its number: #4a is a J. */
function isActive(text: string): boolean {
  return ACTIVE.test(
    text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  )
}

/** Objects can be packed; what cannot be unpacked cannot be read by a viewer either, or only with a password. */
function objectStreams(bytes: Buffer, text: string): string[] {
  const found: string[] = []
  let left = INFLATED_MOST
  for (const match of text.matchAll(/\bstream\r?\n/g)) {
    const dictionary = text.slice(Math.max(0, match.index - DICTIONARY_MOST), match.index)
    if (!dictionary.slice(dictionary.lastIndexOf('endobj') + 1).includes('/ObjStm')) continue
    const from = match.index + match[0].length
    try {
      const packed = bytes.subarray(from, text.indexOf('endstream', from))
      const inflated = inflateSync(packed, { maxOutputLength: Math.max(1, left) })
      left -= inflated.length
      found.push(inflated.toString('latin1'))
    } catch {
      if (left <= 0) break
    }
  }
  return found
}
