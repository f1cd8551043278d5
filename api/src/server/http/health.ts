import type { FastifyInstance } from 'fastify'
import { poolOf } from '../../database/data-source.ts'
import type { AppServices } from '../request-context.ts'

/** `/livez`: the process answers. `/readyz`: the database does too. */
export function answerHealth(server: FastifyInstance, { database }: AppServices): void {
  server.get('/livez', async () => ({ status: 'live' }))
  server.get('/readyz', async (_request, reply) => {
    try {
      await poolOf(database).query('select 1')
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'database-unreachable' })
    }
  })
}
