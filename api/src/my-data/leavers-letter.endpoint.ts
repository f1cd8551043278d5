import { validateLetterPeriod } from '@alongside/shared/certification/hours-letter/hours-letter'
import { Language } from '@alongside/shared/people/account/languages'
import { validateChoice } from '@alongside/shared/validation/validation-error'
import { hoursLetterAsPdf } from '../certification/hours-letter/hours-letter.pdf.ts'
import { letterOfLeaver } from '../certification/hours-letter/hours-letter.service.ts'
import { SignedOutError } from '../database/unit-of-work.ts'
import type { FileEndpoint } from '../server/files/file-endpoint.ts'
import { rejectIfInvalid } from '../server/graphql/domain-error.ts'
import { hashToken } from '../server/request-context.ts'
import { readAsLeaver } from './leaver-read.ts'
import { countDownload } from './my-data.service.ts'

/**
 * `POST /hours-letter/after-leaving` with `{"pass", "from", "until", "language"?: "en" | "es"}`: the hours letter of
 * somebody who has left, who needs it for the next employer or a board. Nobody is told, as of the rest of their data.
 */
export const leaversLetterEndpoint: FileEndpoint = {
  path: '/hours-letter/after-leaving',
  capability: null,
  async answer(ctx, request, reply) {
    const { pass, from, until, language = 'en' } = (request.body ?? {}) as Record<string, unknown>
    const period = { from: textOr(from), until: textOr(until) }
    rejectIfInvalid(validateChoice('language', [textOr(language)], Object.values(Language)))
    const file = await readAsLeaver(
      ctx.services.database,
      hashToken(textOr(pass)),
      ctx.now,
      async (leaver, run) => {
        rejectIfInvalid(validateLetterPeriod(period, leaver.today))
        await countDownload(ctx, leaver.accountId)
        const letter = await letterOfLeaver(run, leaver.membershipId, period)
        const { organizationName: organization, displayName: preparedBy, now: madeAt, timeZone } = leaver
        const head = { ...period, organization, preparedBy, madeAt, timeZone }
        return { pdf: hoursLetterAsPdf(letter, head, language === 'es' ? 'es' : 'en'), today: leaver.today }
      },
    )
    if (!file) throw new SignedOutError('the pass opens nothing')
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="hours-letter-${file.today}.pdf"`)
      .type('application/pdf')
      .send(file.pdf)
  },
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
