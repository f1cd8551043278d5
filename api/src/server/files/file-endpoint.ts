import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Capability } from '@alongside/shared/people/capabilities'
import { SignedOutError } from '../../database/unit-of-work.ts'
import { RETRY_AFTER_SECONDS, STATUS_OF } from '../graphql/answer-status.ts'
import { formatErrorWith } from '../graphql/format-error.ts'
import { RequestContext, type RequestServices } from '../request-context.ts'
import { refuseForeignOrigins } from '../http/transport.ts'

/** An endpoint beside GraphQL, for files: the same session, origin check, capability and errors. */
export interface FileEndpoint {
  readonly path: `/${string}`
  /**
   * Required before anything is read: it is checked in the same write as the first statement of `answer`. Null: no
   * session opens it, and `answer` asks for something else.
   */
  readonly capability: Capability | null
  /** A body other than JSON is handed on as a stream, unread: `answer` reads it once it knows who asks. */
  readonly accepts?: readonly string[]
  answer(ctx: RequestContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown>
}

export async function serveFiles(
  server: FastifyInstance,
  endpoints: readonly FileEndpoint[],
  services: RequestServices,
  logger: Logger,
): Promise<void> {
  const formatError = formatErrorWith(logger)
  await server.register(async (files) => {
    refuseForeignOrigins(files, services.environment)
    files.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      // What was wrong with the request itself is worded by the server's own handler.
      if (error.statusCode !== undefined && error.statusCode < 500) throw error
      const { message, extensions = {} } = formatError({ message: '' }, error)
      const status = STATUS_OF[String(extensions['code'])] ?? 500
      if (status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS)
      return reply.code(status).send({ errors: [{ message, extensions }] })
    })
    const streamed = new Set(endpoints.flatMap(({ accepts }) => accepts ?? []))
    if (streamed.size > 0)
      files.addContentTypeParser([...streamed], (_request, payload, done) => done(null, payload))
    for (const { path, capability, answer } of endpoints) {
      files.post(path, (request, reply) => {
        const ctx = new RequestContext(services, request, reply)
        if (capability !== null) {
          if (!ctx.unit.isSignedIn) throw new SignedOutError('signed out')
          ctx.unit.requireCapability(capability)
        }
        return answer(ctx, request, reply)
      })
      files.route({ method: ['GET', 'PUT', 'PATCH', 'DELETE'], url: path, handler: refuseMethod })
    }
  })
}

function refuseMethod(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = { message: 'Only POST is answered here.', extensions: { code: 'METHOD_NOT_ALLOWED' } }
  return reply
    .code(405)
    .header('allow', 'POST')
    .send({ errors: [error] })
}
