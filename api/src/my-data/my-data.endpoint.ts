import type { FastifyReply, FastifyRequest } from 'fastify'
import { validateChoice } from '@alongside/shared/validation/validation-error'
import { Language } from '@alongside/shared/people/account/languages'
import { rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { FileEndpoint } from '../server/http/file-endpoint.ts'
import type { RequestContext } from '../server/request-context.ts'
import { myDataAsPdf } from './my-data-pdf.ts'
import { languageOf, myDataAsJson, readMyData } from './my-data.service.ts'

const FORMATS = { json: 'application/json; charset=utf-8', pdf: 'application/pdf' } as const
interface Wish {
  readonly format: keyof typeof FORMATS
  readonly language?: Language
}

/** `POST /my-data` with `{"format": "json" | "pdf", "language"?: "en" | "es"}`: everything of mine, as a file. */
export const myDataEndpoint: FileEndpoint = { path: '/my-data', capability: 'account.own', answer }

async function answer(ctx: RequestContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { format, language } = wishIn(request.body)
  const data = await readMyData(ctx)
  const { today } = await ctx.unit.actor()
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="alongside-my-data-${today}.${format}"`)
    .type(FORMATS[format])
    .send(format === 'json' ? myDataAsJson(data) : myDataAsPdf(data, languageOf(data, language)))
}

function wishIn(body: unknown): Wish {
  const { format, language } = (body ?? {}) as Record<string, unknown>
  rejectIfInvalid([
    ...validateChoice('format', [textOr(format)], Object.keys(FORMATS)),
    ...(language === undefined
      ? []
      : validateChoice('language', [textOr(language)], Object.values(Language))),
  ])
  return body as Wish
}

/** What is no text is none of the choices. */
function textOr(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
