import { proqolResults } from '@alongside/shared/wellness/questionnaires/proqol'
import type { ShareScope } from '@alongside/shared/wellness/sharing/share-ticket'
import { type SelectText, writeSql } from '../../database/reads-and-writes.ts'
import { columnsOf } from '../../database/statements.ts'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { proqolQuestions } from '../questionnaires/proqol.service.ts'
import type {
  OpenSharePayload,
  SharedCheckIn,
  SharedEthicsReflection,
  SharedPlanLine,
  SharedProqol,
} from './opened-share.types.ts'
import { ShareTicket } from './share-ticket.entity.ts'
import type { ReceivedShare, ReceivedShareConnection } from './share.types.ts'

// What is shared with a supportive supervisor: that it is there, and, after the look was written down, what it says.

const RECEIVED = columnsOf(ShareTicket, 't', ['id', 'kind', 'scope', 'expiresAt'])
/** A person who shares nothing, one whom the reader does not support and one who does not exist answer alike. */
const TO_ME: SelectText = `select ${RECEIVED}, t.created_at as "sharedAt" from share_ticket t
 where t.organization_id = (select access.organization_id()) and t.owner_id = $1
   and t.owner_id <> (select access.membership_id())`

export async function sharesOfPeer(
  ctx: RequestContext,
  peerId: string,
  args: PageArgs,
): Promise<ReceivedShareConnection> {
  const page = pageFrom(args, [AN_INSTANT, AN_ID])
  const [sharedAt = null, id = null] = page.after ?? []
  const [shares, [counted]] = await Promise.all([
    ctx.unit.run<ReceivedShare>(
      `${TO_ME} and ($2::timestamptz is null or (date_trunc('milliseconds', t.created_at), t.id) < ($2, $3::uuid))
       order by date_trunc('milliseconds', t.created_at) desc, t.id desc limit $4::integer + 1`,
      [peerId, sharedAt, id, page.first],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from (${TO_ME}) theirs`, [peerId]),
  ])
  return connectionOf(shares, page, counted?.total ?? 0, (share) => [share.sharedAt.toISOString(), share.id])
}

type Looked = { readonly [Key in keyof SharedCheckIn]: SharedCheckIn[Key] | null } & {
  readonly scope: ShareScope
} & { readonly [Key in keyof SharedPlanLine]: SharedPlanLine[Key] | null } & {
  readonly finishedOn: string | null
  readonly answered: readonly number[] | null
  readonly scores: readonly (number | null)[] | null
  readonly answers: (number | null)[] | null
  readonly version: number | null
}

/** The database writes the look in the same statement that reads: without the one there is not the other. */
export async function openShare(ctx: RequestContext, shareId: string): Promise<OpenSharePayload> {
  const [[looked]] = await ctx.unit.write([
    writeSql<Looked>(
      `select scope, week_start as "weekStart", week_felt as "weekFelt", energy, rest, signs,
              self_care as "selfCare", tags, line, went_well as "wentWell", part, text, phone,
              finished_on as "finishedOn", answered, scores, answers, version
         from access.look_at_share($1::uuid)`,
      [shareId],
    ),
  ])
  if (!looked) throw notFound()
  const { scope } = looked
  const answered = { proqol: await proqolOf(ctx, looked), ethicsReflection: ethicsReflectionOf(looked) }
  return { opened: { scope, checkIn: checkInOf(looked), planLine: planLineOf(looked), ...answered } }
}

function checkInOf(looked: Looked): SharedCheckIn | null {
  const { weekStart, weekFelt, energy, rest, signs, selfCare, tags, line, wentWell } = looked
  if (weekStart === null) return null
  const chosen = { signs: signs ?? [], selfCare: selfCare ?? [], tags: tags ?? [] }
  return { weekStart, weekFelt, energy, rest, ...chosen, line, wentWell }
}

function planLineOf({ part, text, phone }: Looked): SharedPlanLine | null {
  return part === null || text === null ? null : { part, text, phone }
}

async function proqolOf(
  ctx: RequestContext,
  { finishedOn, answered, scores, answers }: Looked,
): Promise<SharedProqol | null> {
  if (finishedOn === null || answered === null || scores === null) return null
  const { items, credit } = await proqolQuestions(ctx)
  const results = proqolResults(answered, scores)
  return { finishedOn, results, answers, items: answers === null ? null : items, credit }
}

function ethicsReflectionOf({ finishedOn, version, answers }: Looked): SharedEthicsReflection | null {
  return finishedOn === null || version === null || answers === null ? null : { version, finishedOn, answers }
}
