import { validateLetterPeriod } from '@alongside/shared/certification/hours-letter/hours-letter'
import { Language } from '@alongside/shared/people/account/languages'
import { validateChoice } from '@alongside/shared/validation/validation-error'
import { writeSql } from '../../database/reads-and-writes.ts'
import type { FileEndpoint } from '../../server/files/file-endpoint.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { hoursLetterAsPdf } from './hours-letter.pdf.ts'
import { letterOfPeer } from './hours-letter.service.ts'

/**
 * `POST /hours-letter` with `{"peerId", "from", "until", "language"?: "en" | "es"}` answers a PDF: the hours of one
 * peer, for the peer, whoever supervises them, and managers. Each leaves an entry that the peer can read. `count`
 * refuses whoever asks for too many files.
 */
export function hoursLetterEndpoint(count: (ctx: RequestContext) => Promise<void>): FileEndpoint {
  return {
    path: '/hours-letter',
    capability: 'hours-letter.make',
    async answer(ctx, request, reply): Promise<unknown> {
      const { displayName, organizationName, timeZone, today, now } = await ctx.unit.actor()
      const { peerId, from, until, language } = wishIn(request.body)
      rejectIfInvalid([
        ...validateLetterPeriod({ from, until }, today),
        ...validateChoice('language', [language], Object.values(Language)),
      ])
      if (!AN_ID.test(peerId)) throw notFound()
      await count(ctx)
      const letter = await letterOfPeer(ctx, peerId, { from, until })
      await ctx.unit.write([
        writeSql(`select access.append_audit_entry('EXPORT', 'EXPORTED', 'hours_letter', null, $1, $2)`, [
          peerId,
          { starts_on: from, ends_on: until },
        ]),
      ])
      const head = {
        from,
        until,
        organization: organizationName,
        preparedBy: displayName,
        madeAt: now,
        timeZone,
      }
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="hours-letter-${today}.pdf"`)
        .type('application/pdf')
        .send(hoursLetterAsPdf(letter, head, language === 'es' ? 'es' : 'en'))
    },
  }
}

const AN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function wishIn(body: unknown): Record<'peerId' | 'from' | 'until' | 'language', string> {
  const { peerId, from, until, language = 'en' } = (body ?? {}) as Record<string, unknown>
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return { peerId: text(peerId), from: text(from), until: text(until), language: text(language) }
}
