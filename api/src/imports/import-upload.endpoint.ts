import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { IMPORT_LIMITS } from '@alongside/shared/imports/import-columns'
import { ImportKind } from '@alongside/shared/imports/import-states'
import { rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { FileEndpoint } from '../server/files/file-endpoint.ts'
import type { RequestContext } from '../server/request-context.ts'
import { fileRefused } from './file/read-file.ts'
import { previewImport } from './preview-import.service.ts'

/**
 * `POST /imports` with the file as its body, its name in `x-file-name`, percent-encoded, and what it brings in
 * `x-import-kind` (people, unless it says otherwise); answers the import's id.
 */
export const importUploadEndpoint: FileEndpoint = {
  path: '/imports',
  capability: 'people.import',
  accepts: ['text/csv', 'application/octet-stream'],
  async answer(ctx: RequestContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    // Whoever may not import is told so before a byte of the file is read.
    await ctx.unit.actor()
    const kind = kindOf(request)
    const bytes = await bytesOf(request.body)
    if (bytes === null) {
      const message = `A file is at most ${IMPORT_LIMITS.bytes} bytes.`
      const extensions = { code: 'TOO_LARGE', fact: 'imports.too-large' }
      return reply
        .code(413)
        .header('connection', 'close')
        .send({ errors: [{ message, extensions }] })
    }
    const importId = await previewImport(ctx, kind, nameOf(request), bytes)
    return reply.code(201).send({ data: { importId } })
  },
}

/** The whole file; null as soon as it is larger than allowed. */
async function bytesOf(body: unknown): Promise<Buffer | null> {
  if (!isStream(body)) throw fileRefused('empty', 'Send the file as text/csv.')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > IMPORT_LIMITS.bytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body

function kindOf({ headers }: FastifyRequest): ImportKind {
  const wanted = headers['x-import-kind'] ?? ImportKind.PEOPLE
  const kind = Object.values(ImportKind).find((each) => each === wanted)
  if (!kind) rejectIfInvalid([{ field: 'x-import-kind', problem: 'not-an-option' }])
  return kind ?? ImportKind.PEOPLE
}

function nameOf({ headers }: FastifyRequest): string {
  const name = String(headers['x-file-name'] ?? '')
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
