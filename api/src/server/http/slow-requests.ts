import type { FastifyInstance } from 'fastify'

/** How long a request may take to arrive, its headers and then all of it, in milliseconds. */
export interface ArrivalLimits {
  readonly headersMs: number
  readonly requestMs: number
  /** For paths that receive a file, over a slow line. */
  readonly fileMs: number
  /** How often connections are checked. */
  readonly everyMs: number
}

export const ARRIVAL_LIMITS: ArrivalLimits = {
  headersMs: 20_000,
  requestMs: 30_000,
  fileMs: 120_000,
  everyMs: 5_000,
}

/** Node's own limits, which hold for the whole server; it answers 408 and closes. */
export function nodeLimits({ headersMs, fileMs, everyMs }: ArrivalLimits) {
  return {
    requestTimeout: fileMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: everyMs },
  }
}

/** Applies the shorter limit to every path that receives no file. */
export function endSlowRequests(
  server: FastifyInstance,
  filePaths: readonly string[],
  { requestMs }: ArrivalLimits,
): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.raw.complete || filePaths.includes(request.routeOptions.url ?? '')) return
    const giveUp = (): void => {
      if (request.raw.complete) return
      const error = { message: 'The request took too long to arrive.', extensions: { code: 'TOO_SLOW' } }
      void reply
        .code(408)
        .header('connection', 'close')
        .send({ errors: [error] })
      reply.raw.once('finish', () => request.raw.destroy())
    }
    const timer = setTimeout(giveUp, requestMs)
    request.raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
  })
}
