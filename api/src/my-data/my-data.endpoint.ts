import type { FastifyReply } from 'fastify'
import { validateChoice } from '@alongside/shared/validation/validation-error'
import { Language } from '@alongside/shared/people/account/languages'
import { SignedOutError } from '../database/unit-of-work.ts'
import { rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { FileEndpoint } from '../server/files/file-endpoint.ts'
import { myDataAsPdf } from './my-data-pdf.ts'
import { languageOf, type MyData, myDataAsJson, readLeaversData, readMyData } from './my-data.service.ts'

const FORMATS = { json: 'application/json; charset=utf-8', pdf: 'application/pdf' } as const
interface Wish {
  readonly format: keyof typeof FORMATS
  readonly language?: Language
  /** One part alone; the file says whose it is all the same. */
  readonly only?: 'checkIns'
}

/** `POST /my-data` with `{"format": "json" | "pdf", "language"?: "en" | "es", "only"?: "checkIns"}`: everything of mine, as a file. */
export const myDataEndpoint: FileEndpoint = {
  path: '/my-data',
  capability: 'account.own',
  answer: async (ctx, request, reply) => {
    const wish = wishIn(request.body)
    return sendFile(reply, wish, await readMyData(ctx, wish.only))
  },
}

/** `POST /my-data/after-leaving` with a `pass` as well, which `signIn` gives to whoever has left. */
export const leaversDataEndpoint: FileEndpoint = {
  path: '/my-data/after-leaving',
  capability: null,
  answer: async (ctx, request, reply) => {
    const wish = wishIn(request.body)
    const data = await readLeaversData(ctx, textOr((request.body as Record<string, unknown>)['pass']))
    if (!data) throw new SignedOutError('the pass opens nothing')
    return sendFile(reply, wish, data)
  },
}

function sendFile(reply: FastifyReply, { format, language, only }: Wish, data: MyData): FastifyReply {
  const name = only === undefined ? 'my-data' : 'my-weeks'
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="alongside-${name}-${data.madeOn}.${format}"`)
    .type(FORMATS[format])
    .send(format === 'json' ? myDataAsJson(data) : myDataAsPdf(data, languageOf(data, language)))
}

function wishIn(body: unknown): Wish {
  const { format, language, only } = (body ?? {}) as Record<string, unknown>
  rejectIfInvalid([
    ...validateChoice('format', [textOr(format)], Object.keys(FORMATS)),
    ...(language === undefined
      ? []
      : validateChoice('language', [textOr(language)], Object.values(Language))),
    ...(only === undefined ? [] : validateChoice('only', [textOr(only)], ['checkIns'])),
  ])
  return body as Wish
}

/** What is no text is none of the choices. */
function textOr(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
