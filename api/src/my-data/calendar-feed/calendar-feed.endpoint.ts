import type { FastifyInstance } from 'fastify'
import { pauseBefore } from '../../people/attempts/attempt-limits.service.ts'
import { networkOf } from '../../people/attempts/network.ts'
import { hashToken, RequestContext, type RequestServices } from '../../server/request-context.ts'
import { calendarOf } from './calendar-file.service.ts'

/** Calendar programs ask every hour or less, and those of a whole company may share an address. */
export const CALENDAR_FETCHES = { allowed: 600, window: '1 hour' } as const

/**
 * The one address that is opened by what stands in it, since calendar programs sign in to nothing. Whatever does not open
 * answers alike: unknown, revoked, or of somebody who has left.
 */
export function serveCalendarFeeds(server: FastifyInstance, services: RequestServices): void {
  const { database, environment, clock } = services
  const host = new URL(environment.publicUrl).hostname
  server.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const ctx = new RequestContext(services, request, reply)
    const pause = await pauseBefore(ctx, { name: `calendar:${networkOf(ctx.address)}`, ...CALENDAR_FETCHES })
    void reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex')
    if (pause)
      return reply
        .code(429)
        .header('retry-after', pause.retryAfterSeconds)
        .type('text/plain')
        .send('Please try later.\n')
    const secret = request.params.file.replace(/\.ics$/, '')
    const file = await calendarOf(database, hashToken(secret), clock(), host)
    return file === null
      ? reply.code(404).type('text/plain').send('There is no such calendar.\n')
      : reply.type('text/calendar; charset=utf-8').send(file)
  })
}
