import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Environment, isLoopback } from '../environment.ts'
import { bringsToken } from '../tokens/bearer-token.ts'
import type { KnownOperations } from '../operations/known-operations.ts'
import { OPERATION_LIMITS } from '../operations/operation-limits.ts'
import { bareHeaders } from './response-headers.ts'

/** Errors before GraphQL is reached, in GraphQL's own form: too large, not JSON, not known. */
export function answerTransportErrors(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain')
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    const known = TRANSPORT_ERRORS[status]
    if (!known)
      request.log.error({ requestId: request.id, name: error.name, code: error.code }, 'request failed')
    const { code, message } = known ?? {
      code: 'INTERNAL',
      message: `Something went wrong. Reference: ${request.id}`,
    }
    return reply
      .code(known ? status : 500)
      .send({ errors: [{ message, extensions: { code, requestId: request.id } }] })
  })
}

const TRANSPORT_ERRORS: Record<number, { code: string; message: string } | undefined> = {
  400: { code: 'BAD_REQUEST', message: 'The body is not valid JSON.' },
  403: { code: 'FORBIDDEN', message: 'Requests from other sites are not answered.' },
  404: { code: 'NOT_FOUND', message: 'There is nothing here.' },
  413: { code: 'TOO_LARGE', message: `The body is larger than ${OPERATION_LIMITS.bodyBytes} bytes.` },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'The content type must be application/json.' },
}

class TransportError extends Error {
  constructor(readonly statusCode: number) {
    super('refused')
  }
}

/** Handles malformed URLs (`/%`), which reach no route and get no headers from hooks. */
export function answerUnreadableAddress(
  _error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { code, message } = { code: 'BAD_REQUEST', message: 'This address cannot be read.' }
  void bareHeaders(reply)
    .code(400)
    .send({ errors: [{ message, extensions: { code, requestId: request.id } }] })
}

const DOUBLED = /[/\\]{2,}/g

/** Redirects a link with a doubled slash to the intended path. The fragment is kept. */
export function leadToSingleSlashes(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const [path = '', ...query] = request.url.split('?')
    if (request.method !== 'GET' || path.search(DOUBLED) === -1) return undefined
    return reply.redirect([path.replace(DOUBLED, '/'), ...query].join('?'), 308)
  })
}

/**
 * A browser says where a request comes from; another site's is refused before anything is read. A token is no
 * browser's: it comes from anywhere, and never with a session.
 */
export function refuseForeignOrigins(server: FastifyInstance, environment: Environment): void {
  server.addHook('onRequest', async (request) => {
    if (bringsToken(request)) return
    const { origin, 'sec-fetch-site': site } = request.headers
    if (site === 'cross-site') throw new TransportError(403)
    if (origin !== undefined && !isOwn(origin, environment.publicUrl)) throw new TransportError(403)
  })
}

/** Not by the `Host` header, which is whatever name somebody has made point here. This machine has three names. */
function isOwn(origin: string, publicUrl: string): boolean {
  if (origin === publicUrl) return true
  if (!URL.canParse(origin)) return false
  const [one, other] = [new URL(origin), new URL(publicUrl)]
  return isLoopback(one) && isLoopback(other) && one.port === other.port && one.protocol === other.protocol
}

interface OperationBody {
  documentId?: unknown
  query?: unknown
}

/** Puts the text of a known operation in place of its id; where only known ones are answered, refuses the rest. */
export function admitOnlyOperations(
  server: FastifyInstance,
  known: KnownOperations,
  { onlyKnown }: { onlyKnown: boolean },
): void {
  server.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST') return
    const body = request.body as OperationBody | null
    const { documentId } = body ?? {}
    const text = typeof documentId === 'string' ? known.textOf(documentId) : undefined
    if (body && text !== undefined) body.query = text
    else if ((onlyKnown && !bringsToken(request)) || documentId !== undefined) {
      return reply.code(400).send({
        errors: [
          { message: 'This operation is not known here.', extensions: { code: 'OPERATION_NOT_KNOWN' } },
        ],
      })
    }
    return undefined
  })
}
