import type { FastifyInstance, FastifyReply } from 'fastify'
import { TOKEN_LIMITS } from '@alongside/shared/integrations/token-capabilities'
import { runUnauthenticated } from '../../database/unit-of-work.ts'
import { bearerToken, bringsToken } from './bearer-token.ts'
import { hashToken, type AppServices } from '../request-context.ts'
import { SessionCookie } from '../http/session-cookie.ts'

/**
 * Looks at a token before anything of the request is read: it must be open and within its measure (600 requests in
 * 10 minutes, counted in the database). A session beside it is refused, since it is not said who asks.
 */
export function admitTokens(server: FastifyInstance, { database, environment, clock }: AppServices): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!bringsToken(request)) return undefined
    if (new SessionCookie(request, reply, environment.isSecure).isThere)
      return refused(reply, 400, 'BAD_REQUEST', 'A token and a session do not come together.')
    const token = bearerToken(request)
    const [counted] = token
      ? await runUnauthenticated<{ seconds: number | null }>(
          database,
          'select access.count_token_request($1, $2, $3, $4) as seconds',
          [hashToken(token), clock().toISOString(), `${TOKEN_LIMITS.minutes} minutes`, TOKEN_LIMITS.requests],
        )
      : []
    const seconds = counted?.seconds ?? null
    if (seconds === null) {
      void reply.header('www-authenticate', 'Bearer')
      return refused(reply, 401, 'UNAUTHENTICATED', 'This token is not open.')
    }
    if (seconds === 0) return undefined
    void reply.header('retry-after', seconds)
    const measure = `${TOKEN_LIMITS.requests} requests in ${TOKEN_LIMITS.minutes} minutes`
    return refused(
      reply,
      429,
      'TOO_MANY_REQUESTS',
      `A token asks at most ${measure}. Wait ${seconds} seconds.`,
    )
  })
}

function refused(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] })
}
