import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { serveFiles } from '../server/http/file-endpoint.ts'
import { fileEndpoints } from './file-endpoints.ts'
import { serveGraphql } from './graphql-endpoint.ts'
import { buildAlongsideSchema } from './schema.ts'
import { answerHealth } from '../server/http/health.ts'
import { OPERATION_LIMITS } from '../server/graphql/operation-limits.ts'
import type { AppServices } from '../server/request-context.ts'
import { answerTransportErrors } from '../server/http/transport.ts'
import { serveWebApp } from '../server/http/web-app.ts'

/** The whole server on one port: `/graphql`, the web app, `/livez` and `/readyz`. Not listening yet. */
export async function createServer(services: AppServices, logger: Logger): Promise<FastifyInstance> {
  const { environment } = services
  // Fastify's own notion of a logger: else every type of the server would carry pino's.
  const loggerInstance: FastifyBaseLogger = logger
  const server = fastify({
    loggerInstance,
    genReqId: () => randomUUID(),
    bodyLimit: OPERATION_LIMITS.bodyBytes,
    // What a named proxy adds is believed; what a caller wrote before it, or without one, is not.
    trustProxy: environment.trustedProxies.length > 0 && [...environment.trustedProxies],
    logController: new LogController({ disableRequestLogging: true }),
  })
  if (environment.isSecure && environment.trustedProxies.length === 0)
    logger.warn('TRUSTED_PROXY is not set: behind a proxy everybody counts as one network')
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
  answerTransportErrors(server)
  await server.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(environment.isSecure),
    strictTransportSecurity: environment.isSecure,
  })
  await server.register(compress, { threshold: 1_024 })
  await server.register(cookie)
  answerHealth(server, services)
  const schema = await buildAlongsideSchema()
  await serveGraphql(server, schema, services, logger)
  await serveFiles(server, fileEndpoints(schema), services, logger)
  await serveWebApp(server, environment.webDirectory)
  return server
}

function contentSecurityPolicy(isSecure: boolean) {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
    },
  }
}
