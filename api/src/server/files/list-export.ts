import { Readable } from 'node:stream'
import { coerceInputValue, type GraphQLArgument, type GraphQLSchema, isNonNullType } from 'graphql'
import { Language } from '@alongside/shared/people/account/languages'
import type { Capability } from '@alongside/shared/people/capabilities'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { writeSql } from '../../database/reads-and-writes.ts'
import { rejectIfInvalid } from '../graphql/domain-error.ts'
import { tooMuchIn } from '../operations/input-limits.ts'
import type { RequestContext } from '../request-context.ts'
import type { CsvTable } from './csv.ts'
import type { FileEndpoint } from './file-endpoint.ts'

/**
 * A list that can be had as a file: `POST /exports/<name>` answers all of its rows as CSV. The body is JSON with the
 * arguments of the query that shows the same list, without `first` and `after`; `language` chooses the words in the
 * file. Each file leaves one entry in the audit trail.
 */
export interface ListExport<Arguments extends object = object> {
  readonly name: string
  /** The field of `Query` whose arguments the body holds; they are checked as GraphQL checks them. */
  readonly query: string
  readonly capability: Capability
  /** What the entry in the audit trail names as exported. */
  readonly subject: string
  /** Reads every row. Asks for a recent password before, where names leave Alongside with the file. */
  read(ctx: RequestContext, args: Arguments, language: Language): Promise<CsvTable>
}

/** `count` refuses whoever asks for too many files. */
export function exportEndpoint(
  list: ListExport,
  schema: GraphQLSchema,
  count: (ctx: RequestContext) => Promise<void>,
): FileEndpoint {
  const args = argumentsOf(list, schema)
  return {
    path: `/exports/${list.name}`,
    capability: list.capability,
    async answer(ctx, request, reply): Promise<unknown> {
      // Before anything is read: a token or a role that may not export learns nothing of the list.
      const { today } = await ctx.unit.actor()
      const { language, ...wanted } = wantedIn(request.body, args)
      await count(ctx)
      const { rowCount, lines } = await list.read(ctx, wanted, language)
      await ctx.unit.write([
        writeSql(`select access.append_audit_entry('EXPORT', 'EXPORTED', $1, null, null, $2)`, [
          list.subject,
          { rows: rowCount },
        ]),
      ])
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${list.name}-${today}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(Readable.from(inPieces(lines)))
    },
  }
}

const PAGING = new Set(['first', 'after'])

function argumentsOf({ name, query }: ListExport, schema: GraphQLSchema): readonly GraphQLArgument[] {
  const field = schema.getQueryType()?.getFields()[query]
  if (!field) throw new Error(`the export ${name} takes the arguments of ${query}, which is no query`)
  return field.args.filter((arg) => !PAGING.has(arg.name))
}

type Wanted = Record<string, unknown> & { readonly language: Language }

/** The arguments in the body; an unknown one is refused, since the file would hold more than was asked for. */
function wantedIn(body: unknown, args: readonly GraphQLArgument[]): Wanted {
  const errors: ValidationError[] = []
  const given = isObject(body) ? body : {}
  const { language = Language.en, ...values } = given
  if (body != null && !isObject(body)) errors.push({ field: 'body', problem: 'not-an-option' })
  if (!isLanguage(language)) errors.push({ field: 'language', problem: 'not-an-option' })
  for (const name of Object.keys(values))
    if (!args.some((arg) => arg.name === name)) errors.push({ field: name, problem: 'not-an-option' })
  const wanted = args.map((arg) => [arg.name, valueOf(arg, values[arg.name], errors)] as const)
  rejectIfInvalid(errors)
  return { ...Object.fromEntries(wanted), language: isLanguage(language) ? language : Language.en }
}

function valueOf(argument: GraphQLArgument, value: unknown, errors: ValidationError[]): unknown {
  const { name, type, defaultValue } = argument
  if (value === undefined) {
    if (defaultValue === undefined && isNonNullType(type)) errors.push({ field: name, problem: 'required' })
    return defaultValue
  }
  const tooMuch = tooMuchIn(argument, value, [name])
  errors.push(...tooMuch)
  if (tooMuch.length > 0) return undefined
  return coerceInputValue(value, type, (path) => {
    errors.push({ field: [name, ...path].join('.'), problem: 'not-an-option' })
  })
}

const isObject = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) && !Buffer.isBuffer(body)

const isLanguage = (value: unknown): value is Language => Object.values<unknown>(Language).includes(value)

const LINES_IN_A_PIECE = 500

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = []
  for (const line of lines) {
    piece.push(line)
    if (piece.length < LINES_IN_A_PIECE) continue
    yield piece.join('')
    piece = []
  }
  yield piece.join('')
}
