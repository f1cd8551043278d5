import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { EVIDENCE_BYTES_MOST, FileProblem } from '@alongside/shared/certification/evidence/evidence-limits'
import { pauseBefore } from '../../people/attempts/attempt-limits.service.ts'
import type { FileEndpoint } from '../../server/files/file-endpoint.ts'
import { busy, DomainError, notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { keepEvidence, readEvidence } from './evidence-content.service.ts'
import { fileRefused, inspectFile } from './inspect-file.ts'

/** Nobody sends or opens so many by hand. */
const UPLOAD_LIMIT = { allowed: 60, window: '1 hour' } as const
const LOOK_LIMIT = { allowed: 300, window: '1 hour' } as const
/** Files that are in memory at once, 8 MB each. */
const AT_ONCE_MOST = 6
const RETRY_AFTER_SECONDS = 5
let atOnce = 0

/**
 * `POST /files` with a photo or PDF file as its body; answers `fileId`, and whether the same file was there already.
 * A connection that is lost on the way leaves nothing: it is written once all of it is here.
 */
export const evidenceUploadEndpoint: FileEndpoint = {
  path: '/files',
  capability: 'certification.own',
  accepts: ['application/octet-stream', 'image/jpeg', 'image/png', 'application/pdf'],
  async answer(ctx: RequestContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    // Whoever may not send is told so before a byte of the file is read.
    await slowDown(ctx, 'evidence', UPLOAD_LIMIT)
    if (atOnce >= AT_ONCE_MOST) throw busy('certification.evidence.busy', RETRY_AFTER_SECONDS)
    atOnce++
    try {
      const bytes = await bytesOf(request.body)
      if (bytes === null) return await refuseTooLarge(reply)
      return await reply.code(201).send({ data: await keepEvidence(ctx, inspectFile(bytes)) })
    } finally {
      atOnce--
    }
  },
}

/** `POST /files/content` with `{"fileId"}`: the file itself, to be saved. Whoever is not the holder leaves a trace. */
export const evidenceContentEndpoint: FileEndpoint = {
  path: '/files/content',
  capability: 'evidence.read',
  async answer(ctx: RequestContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    await slowDown(ctx, 'evidence-looks', LOOK_LIMIT)
    const { mediaType, content, uploadedAt } = await readEvidence(ctx, idIn(request.body))
    const day = uploadedAt.toISOString().slice(0, 10)
    return reply
      .header(
        'content-disposition',
        `attachment; filename="certificate-${day}.${ENDINGS[mediaType] ?? 'bin'}"`,
      )
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .type(mediaType)
      .send(content)
  },
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
}

async function slowDown(
  ctx: RequestContext,
  what: string,
  limit: { readonly allowed: number; readonly window: string },
): Promise<void> {
  const { membershipId } = await ctx.unit.actor()
  if (await pauseBefore(ctx, { name: `${what}:${membershipId}`, ...limit }))
    throw new DomainError(
      'TOO_MANY_ATTEMPTS',
      'certification.evidence.too-many',
      'Please try again in an hour.',
    )
}

/** Null as soon as there is more than allowed. */
async function bytesOf(body: unknown): Promise<Buffer | null> {
  if (!isStream(body)) throw fileRefused(FileProblem.EMPTY)
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > EVIDENCE_BYTES_MOST) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body

/** The rest of it is not waited for. */
function refuseTooLarge(reply: FastifyReply): FastifyReply {
  const { message, fact } = fileRefused(FileProblem.TOO_LARGE)
  return reply
    .code(413)
    .header('connection', 'close')
    .send({ errors: [{ message, extensions: { code: 'BAD_INPUT', fact } }] })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function idIn(body: unknown): string {
  const { fileId } = (body ?? {}) as Record<string, unknown>
  if (typeof fileId !== 'string' || !UUID.test(fileId)) throw notFound()
  return fileId.toLowerCase()
}
