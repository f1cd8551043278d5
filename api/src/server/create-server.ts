import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { buildAlongsideSchema } from './build-schema.ts'
import { formatErrorWith } from './format-error.ts'
import { answerHealth } from './health.ts'
import { holdUnmetDemands } from './hold-unmet-demands.ts'
import { KnownOperations } from './known-operations.ts'
import { armor, depthLimit, guessingFieldsStandAlone, OPERATION_LIMITS } from './operation-limits.ts'
import { type ApolloContext, RequestContext, type Surroundings } from './request-context.ts'
import { admitOnlyOperations, answerTransportErrors, refuseForeignOrigins } from './transport.ts'
import { serveWebApp } from './web-app.ts'

/** The whole server on one port: `/graphql`, the web app, `/livez` and `/readyz`. Not listening yet. */
export async function createServer(surroundings: Surroundings, logger: Logger): Promise<FastifyInstance> {
  const { environment } = surroundings
  const server = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    genReqId: () => randomUUID(),
    bodyLimit: OPERATION_LIMITS.bodyBytes,
    trustProxy: environment.isSecure,
    logController: new LogController({ disableRequestLogging: true }),
  })
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
  answerHealth(server, surroundings)
  await serveGraphql(server, surroundings, logger)
  await serveWebApp(server, environment.webDirectory)
  return server
}

async function serveGraphql(
  server: FastifyInstance,
  surroundings: Surroundings,
  logger: Logger,
): Promise<void> {
  const { environment } = surroundings
  const protection = armor.protect()
  const apollo = new ApolloServer<ApolloContext>({
    schema: await buildAlongsideSchema(),
    introspection: !environment.isProduction,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    parseOptions: { maxTokens: OPERATION_LIMITS.tokens },
    validationRules: [...protection.validationRules, depthLimit, guessingFieldsStandAlone],
    plugins: [
      ...asPlugins(protection.plugins),
      ApolloServerPluginCacheControlDisabled(),
      ...asPlugins([fastifyApolloDrainPlugin(server)]),
      holdUnmetDemands,
    ],
    formatError: formatErrorWith(logger),
    nodeEnv: 'production',
  })
  await apollo.start()
  const known = new KnownOperations(environment.webDirectory)
  await server.register(async (graphql) => {
    refuseForeignOrigins(graphql, environment.publicUrl)
    admitOnlyOperations(graphql, known, { onlyKnown: environment.isProduction })
    graphql.post(
      '/graphql',
      fastifyApolloHandler(apollo, {
        context: async (request, reply) => ({ request: new RequestContext(surroundings, request, reply) }),
      }),
    )
    graphql.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE'],
      url: '/graphql',
      handler: (_request, reply) =>
        reply
          .code(405)
          .header('allow', 'POST')
          .send({
            errors: [{ message: 'Only POST is answered here.', extensions: { code: 'METHOD_NOT_ALLOWED' } }],
          }),
    })
  })
}

/** Libraries typed against Apollo's CommonJS build name the same classes as other types. */
function asPlugins(plugins: readonly unknown[]): ApolloServerPlugin<ApolloContext>[] {
  return plugins as ApolloServerPlugin<ApolloContext>[]
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
