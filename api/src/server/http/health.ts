import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { DataSource } from 'typeorm'
import { poolOf } from '../../database/data-source.ts'
import type { AppServices } from '../request-context.ts'

/** Timeout of the readiness check in milliseconds. */
const READY_WITHIN_MS = 1_000

/** `/livez`: the process answers. `/readyz`: the database does too, at once, and can be written. */
export function answerHealth(server: FastifyInstance, { database }: AppServices): void {
  server.get('/livez', async () => ({ status: 'live' }))
  server.get('/readyz', async (_request, reply) => {
    const status = await Promise.race([
      stateOf(database),
      pause(READY_WITHIN_MS, UNREACHABLE, { ref: false }),
    ])
    return reply.code(status === 'ready' ? 200 : 503).send({ status })
  })
}

const UNREACHABLE = 'database-unreachable'
type State = 'ready' | 'database-read-only' | typeof UNREACHABLE

/** A standby server answers too, but cannot be written until it takes over. */
const STATE = {
  text: "select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as reads_only",
  query_timeout: READY_WITHIN_MS,
}

async function stateOf(database: DataSource): Promise<State> {
  try {
    const { rows } = await poolOf(database).query<{ reads_only: boolean }>(STATE)
    return rows[0]?.reads_only ? 'database-read-only' : 'ready'
  } catch {
    return UNREACHABLE
  }
}
