import { Readable } from 'node:stream'
import type { Language } from '@alongside/shared/people/account/languages'
import { readAsLeaver } from './leaver-read.ts'
import type { SelectText } from '../database/reads-and-writes.ts'
import type { Row } from '../database/statement-batch.ts'
import type { Actor } from '../database/unit-of-work.ts'
import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { pauseBefore } from '../people/attempts/attempt-limits.service.ts'
import { DomainError } from '../server/graphql/domain-error.ts'
import { hashToken, type RequestContext } from '../server/request-context.ts'
import { MY_DATA_PARTS } from './parts/all-parts.ts'
import { MAX_ROWS_PER_PART, type MyDataPart } from './parts/my-data-part.ts'

/** Everything that the organization keeps of one person, as that person may read it. */
export interface MyData {
  readonly person: string
  readonly organization: string
  readonly madeAt: Date
  /** The day where the organization is. */
  readonly madeOn: string
  readonly timeZone: string
  readonly parts: readonly {
    readonly key: string
    readonly rows: readonly Row[]
    readonly hasMore: boolean
  }[]
}

/** A person takes their data when they want to; a script that has their session does not take the server along. */
const DOWNLOADS = { allowed: 10, window: '1 hour' } as const

/**
 * Read as the person and nothing else: row-level security scopes every part. No entry of the trail tells anybody of
 * it: who takes their own data along may be thinking of leaving, and that is nobody's business.
 */
export async function readMyData(ctx: RequestContext, only?: string): Promise<MyData> {
  const actor = await ctx.unit.actor()
  requireConfirmedPassword(actor)
  await countDownload(ctx, actor.accountId)
  const wanted = only === undefined ? MY_DATA_PARTS : MY_DATA_PARTS.filter(({ key }) => key === only)
  return collect(actor, await Promise.all(wanted.map((part) => readPart(part, (sql) => ctx.unit.run(sql)))))
}

/** The same of somebody who has left, by the pass that their password gave them; null: it opens nothing any more. */
export function readLeaversData(ctx: RequestContext, pass: string): Promise<MyData | null> {
  return readAsLeaver(ctx.services.database, hashToken(pass), ctx.now, async (leaver, run) => {
    await countDownload(ctx, leaver.accountId)
    const parts: MyData['parts'][number][] = []
    // One connection carries one statement at a time.
    for (const part of MY_DATA_PARTS) parts.push(await readPart(part, run))
    return collect(leaver, parts)
  })
}

/** Counts a file of somebody's own data, and refuses one too many. */
export async function countDownload(ctx: RequestContext, accountId: string): Promise<void> {
  const pause = await pauseBefore(ctx, { name: `my-data:${accountId}`, ...DOWNLOADS })
  if (pause)
    throw new DomainError('TOO_MANY_ATTEMPTS', 'my-data.too-many-files', 'Please try again in an hour.')
}

async function readPart(
  { key, sql }: MyDataPart,
  run: (text: SelectText) => Promise<Row[]>,
): Promise<MyData['parts'][number]> {
  const rows = await run(`select * from (${sql}) mine limit ${MAX_ROWS_PER_PART + 1}`)
  return { key, rows: rows.slice(0, MAX_ROWS_PER_PART), hasMore: rows.length > MAX_ROWS_PER_PART }
}

type Person = Pick<Actor, 'displayName' | 'organizationName' | 'now' | 'timeZone' | 'today'>

function collect(person: Person, parts: MyData['parts']): MyData {
  return {
    person: person.displayName,
    organization: person.organizationName,
    madeAt: person.now,
    madeOn: person.today,
    timeZone: zoneOf(person, parts),
    parts,
  }
}

/** The person's own zone if they chose one. */
function zoneOf({ timeZone }: Person, parts: MyData['parts']): string {
  const chosen = parts.find(({ key }) => key === 'preferences')?.rows[0]?.['timeZone']
  return typeof chosen === 'string' ? chosen : timeZone
}

/** The language asked for, else the one that the person chose, else English. */
export function languageOf({ parts }: MyData, asked: Language | undefined): Language {
  const chosen = parts.find(({ key }) => key === 'preferences')?.rows[0]?.['language']
  return asked ?? (chosen === 'es' ? 'es' : 'en')
}

/** One JSON text, a part at a time. */
export function myDataAsJson({ parts, ...about }: MyData): Readable {
  const head = JSON.stringify({
    ...about,
    leftOut: parts.filter(({ hasMore }) => hasMore).map(({ key }) => key),
  })
  function* pieces(): Generator<string> {
    yield `${head.slice(0, -1)},"parts":{`
    for (const [place, { key, rows }] of parts.entries())
      yield `${place === 0 ? '' : ','}\n${JSON.stringify(key)}:${JSON.stringify(rows, null, 1)}`
    yield '\n}}\n'
  }
  return Readable.from(pieces())
}
