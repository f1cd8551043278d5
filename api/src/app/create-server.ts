import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import compress from '@fastify/compress'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { withCurrentStatus } from '../certification/status/current-status.ts'
import { serveFiles } from '../server/files/file-endpoint.ts'
import { fileEndpoints } from './file-endpoints.ts'
import { serveGraphql } from './graphql-endpoint.ts'
import { buildAlongsideSchema } from './schema.ts'
import { answerHealth } from '../server/http/health.ts'
import { OPERATION_LIMITS } from '../server/operations/operation-limits.ts'
import type { AppServices, RequestServices } from '../server/request-context.ts'
import { sendSafeHeaders } from '../server/http/response-headers.ts'
import {
  ARRIVAL_LIMITS,
  type ArrivalLimits,
  endSlowRequests,
  nodeLimits,
} from '../server/http/slow-requests.ts'
import {
  answerTransportErrors,
  answerUnreadableAddress,
  leadToSingleSlashes,
} from '../server/http/transport.ts'
import { serveCalendarFeeds } from '../my-data/calendar-feed/calendar-feed.endpoint.ts'
import { serveWebApp } from '../server/http/web-app.ts'

/** The whole server on one port: `/graphql`, the web app, `/livez` and `/readyz`. Not listening yet. */
export async function createServer(
  brought: AppServices,
  logger: Logger,
  arrival: ArrivalLimits = ARRIVAL_LIMITS,
): Promise<FastifyInstance> {
  const services: RequestServices = { ...brought, withCurrentStatus }
  const { environment } = services
  // Fastify's own notion of a logger: else every type of the server would carry pino's.
  const loggerInstance: FastifyBaseLogger = logger
  const server = fastify({
    loggerInstance,
    genReqId: () => randomUUID(),
    bodyLimit: OPERATION_LIMITS.bodyBytes,
    ...nodeLimits(arrival),
    frameworkErrors: answerUnreadableAddress,
    // What a named proxy adds is believed; what a caller wrote before it, or without one, is not.
    trustProxy: environment.trustedProxies.length > 0 && [...environment.trustedProxies],
    logController: new LogController({ disableRequestLogging: true }),
  })
  if (environment.isSecure && environment.trustedProxies.length === 0)
    logger.warn('TRUSTED_PROXY is not set: behind a proxy everybody counts as one network')
  logAnswers(server)
  answerTransportErrors(server)
  leadToSingleSlashes(server)
  await sendSafeHeaders(server, environment.isSecure)
  await server.register(compress, { threshold: 1_024 })
  await server.register(cookie)
  answerHealth(server, services)
  const schema = await buildAlongsideSchema()
  const files = fileEndpoints(schema)
  const receivesFile = files.filter(({ accepts }) => accepts !== undefined)
  endSlowRequests(
    server,
    receivesFile.map(({ path }) => path),
    arrival,
  )
  await serveGraphql(server, schema, services, logger)
  await serveFiles(server, files, services, logger)
  serveCalendarFeeds(server, services)
  await serveWebApp(server, environment.webDirectory)
  return server
}

function logAnswers(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        path: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
}
