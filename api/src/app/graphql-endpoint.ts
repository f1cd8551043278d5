import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { admitTokens } from '../server/tokens/admit-tokens.ts'
import { bindTabs } from '../server/http/bind-tabs.ts'
import { formatErrorWith } from '../server/graphql/format-error.ts'
import { enforceCapabilities } from '../server/graphql/enforce-capabilities.ts'
import { KnownOperations } from '../server/operations/known-operations.ts'
import {
  armor,
  depthLimit,
  fewLists,
  guessingFieldsStandAlone,
  OPERATION_LIMITS,
} from '../server/operations/operation-limits.ts'
import { refuseTooMuchInput } from '../server/operations/input-limits.ts'
import { refuseUnreadableTexts } from '../server/operations/readable-input.ts'
import { type ApolloContext, RequestContext, type RequestServices } from '../server/request-context.ts'
import { serveReference } from '../server/reference/reference-endpoint.ts'
import { refuseOtherThanTokenQueries } from '../server/tokens/token-operations.ts'
import { admitOnlyOperations, refuseForeignOrigins } from '../server/http/transport.ts'

/** POST with JSON at `/graphql`, from our own origin or with a token; any other method is 405. */
export async function serveGraphql(
  server: FastifyInstance,
  schema: GraphQLSchema,
  services: RequestServices,
  logger: Logger,
): Promise<void> {
  const { environment } = services
  serveReference(server, schema)
  const apollo = await startApollo(server, schema, services, logger)
  const known = new KnownOperations(environment.webDirectory, { mayChange: !environment.isProduction })
  await server.register(async (graphql) => {
    refuseForeignOrigins(graphql, environment)
    admitTokens(graphql, services)
    admitOnlyOperations(graphql, known, { onlyKnown: environment.isProduction })
    const context = async (request: FastifyRequest, reply: FastifyReply) => ({
      request: new RequestContext(services, request, reply),
    })
    graphql.post('/graphql', fastifyApolloHandler(apollo, { context }))
    graphql.route({ method: ['GET', 'PUT', 'PATCH', 'DELETE'], url: '/graphql', handler: refuseMethod })
  })
}

async function startApollo(
  server: FastifyInstance,
  schema: GraphQLSchema,
  { environment }: RequestServices,
  logger: Logger,
): Promise<ApolloServer<ApolloContext>> {
  const protection = armor.protect()
  const formatError = formatErrorWith(logger)
  const apollo = new ApolloServer<ApolloContext>({
    schema,
    introspection: !environment.isProduction,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    parseOptions: { maxTokens: OPERATION_LIMITS.tokens },
    validationRules: [...protection.validationRules, depthLimit, fewLists, guessingFieldsStandAlone],
    plugins: [
      ...asPlugins(protection.plugins),
      ApolloServerPluginCacheControlDisabled(),
      ...asPlugins([fastifyApolloDrainPlugin(server)]),
      refuseOtherThanTokenQueries(),
      bindTabs(),
      refuseUnreadableTexts(),
      refuseTooMuchInput(),
      enforceCapabilities(formatError),
    ],
    formatError,
    nodeEnv: 'production',
  })
  await apollo.start()
  return apollo
}

function refuseMethod(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = { message: 'Only POST is answered here.', extensions: { code: 'METHOD_NOT_ALLOWED' } }
  return reply
    .code(405)
    .header('allow', 'POST')
    .send({ errors: [error] })
}

/** Libraries typed against Apollo's CommonJS build name the same classes as other types. */
function asPlugins(plugins: readonly unknown[]): ApolloServerPlugin<ApolloContext>[] {
  return plugins as ApolloServerPlugin<ApolloContext>[]
}
