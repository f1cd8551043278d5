import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SERVICE_DATES_TEXT_MOST } from '@alongside/shared/certification/as-of/service-date-lines'
import type { ServiceDates } from '@alongside/shared/certification/as-of/service-dates'
import { Language } from '@alongside/shared/people/account/languages'
import { writeSql } from '../../database/reads-and-writes.ts'
import type { Actor } from '../../database/unit-of-work.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import type { FileEndpoint } from '../../server/files/file-endpoint.ts'
import { textOfBody } from '../../server/files/text-body.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { serviceDatesAsCsv, serviceDatesAsPdf } from './service-dates.files.ts'
import { serviceDates } from './service-dates.service.ts'

const FORMATS = { json: 'application/json', csv: 'text/csv; charset=utf-8', pdf: 'application/pdf' } as const
type Format = keyof typeof FORMATS

/**
 * `POST /service-dates` with names and dates as its body (text/csv, one person and day a line), `x-format` (json, csv or
 * pdf) and `x-language`. A list for the screen is a look; a file is an export, and leaves an entry. `count` refuses
 * whoever asks for too many files.
 */
export function serviceDatesEndpoint(count: (ctx: RequestContext) => Promise<void>): FileEndpoint {
  return {
    path: '/service-dates',
    capability: 'certification.read',
    accepts: ['text/csv'],
    async answer(ctx, request, reply): Promise<unknown> {
      // Whoever may not ask is told so before a byte of the list is read.
      const actor = await ctx.unit.actor()
      const { format, language } = wishIn(request)
      if (format !== 'json') {
        requireConfirmedPassword(actor)
        await count(ctx)
      }
      const dates = await serviceDates(ctx, await textOfBody(request.body, 'lines', SERVICE_DATES_TEXT_MOST))
      void reply.header('cache-control', 'no-store').type(FORMATS[format])
      if (format === 'json') return reply.send({ data: dates })
      await ctx.unit.write([
        writeSql(`select access.append_audit_entry('EXPORT', 'EXPORTED', 'service_dates', null, null, $1)`, [
          { rows: dates.rows.length },
        ]),
      ])
      return sendFile(reply, format, dates, language, actor)
    },
  }
}

function sendFile(
  reply: FastifyReply,
  format: Exclude<Format, 'json'>,
  dates: ServiceDates,
  language: Language,
  { today, timeZone }: Actor,
): FastifyReply {
  void reply.header('content-disposition', `attachment; filename="service-dates-${today}.${format}"`)
  return format === 'pdf'
    ? reply.send(serviceDatesAsPdf(dates, language, timeZone))
    : reply.send(Readable.from(serviceDatesAsCsv(dates, language).lines))
}

function wishIn({ headers }: FastifyRequest): { format: Format; language: Language } {
  const format = Object.keys(FORMATS).find((each) => each === (headers['x-format'] ?? 'json'))
  const language = Object.values(Language).find((each) => each === (headers['x-language'] ?? 'en'))
  rejectIfInvalid([
    ...(format ? [] : [{ field: 'x-format', problem: 'not-an-option' } as const]),
    ...(language ? [] : [{ field: 'x-language', problem: 'not-an-option' } as const]),
  ])
  return { format: format as Format, language: language ?? Language.en }
}
