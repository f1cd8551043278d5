import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { talkState, validateTalkOffer } from '@alongside/shared/wellness/talk/talk-request'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { insertOf, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { LATEST_OFFER, REQUEST, type RequestRow } from './talk-columns.ts'
import { TalkOffer } from './talk-offer.entity.ts'
import type {
  ProposeTalkTimeInput,
  ProposeTalkTimePayload,
  TalkRequestToMe,
  TalkRequestToMeConnection,
} from './talk.types.ts'

// Who would like to talk with the signed-in supportive supervisor, and the time that is offered.

type Row = RequestRow & Pick<TalkRequestToMe, 'peer'>

/** Open ones, and those whose accepted day has not passed. Policies show a supervisor their own, while they support the peer. */
const TO_ME: SelectText = `select ${REQUEST}, jsonb_build_object('id', q.peer_id, 'displayName', m.display_name) as peer
  from talk_request q ${LATEST_OFFER}
  left join membership m on m.organization_id = q.organization_id and m.id = q.peer_id
 where q.organization_id = (select access.organization_id()) and q.peer_id <> (select access.membership_id())`
const NOW_OPEN = `(q.closed_at is null or q.closed_as = 'ACCEPTED' and f.on_day >= (select access.today()))`

export async function talkRequestsToMe(
  ctx: RequestContext,
  args: PageArgs,
): Promise<TalkRequestToMeConnection> {
  const page = pageFrom(args, [AN_INSTANT, AN_ID])
  const [askedAt = null, id = null] = page.after ?? []
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<Row>(
      `${TO_ME} and ${NOW_OPEN}
         and ($1::timestamptz is null or (date_trunc('milliseconds', q.asked_at), q.id) > ($1, $2::uuid))
       order by date_trunc('milliseconds', q.asked_at), q.id limit $3::integer + 1`,
      [askedAt, id, page.first],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from (${TO_ME} and ${NOW_OPEN}) theirs`),
  ])
  return connectionOf(rows.map(shown), page, counted?.total ?? 0, (one) => [
    one.askedAt.toISOString(),
    one.id,
  ])
}

/** Another time takes the place of one that the peer has not answered. */
export async function proposeTalkTime(
  ctx: RequestContext,
  input: ProposeTalkTimeInput,
): Promise<ProposeTalkTimePayload> {
  const { requestId, onDay, atTime, modality } = input
  const add = async (tx: Transaction, id: string) => {
    rejectIfInvalid(validateTalkOffer(input, tx.actor.today))
    const [[request]] = await tx.write([openRequest(requestId)])
    if (!request) throw notFound()
    const { peerId, relationshipId } = request
    await tx.write([
      updateOf(TalkOffer, { requestId, answer: null }, { answer: 'REPLACED', answeredAt: NOW }),
      insertOf(TalkOffer, {
        ...{ id, requestId, peerId, relationshipId, onDay, atTime, modality },
        offeredAt: NOW,
      }),
      ...notification({
        recipientId: peerId,
        kind: NotificationKind.TALK_TIME_OFFERED,
        key: `talk-offer:${id}`,
      }),
    ])
  }
  return once(ctx, 'proposeTalkTime', input, add, async () => {
    const [row] = await ctx.unit.run<Row>(`${TO_ME} and q.id = $1`, [requestId])
    if (!row) throw notFound()
    return { request: shown(row) }
  })
}

function openRequest(id: string) {
  return readSql<{ peerId: string; relationshipId: string }>(
    `select q.peer_id as "peerId", q.relationship_id as "relationshipId" from talk_request q
      where q.organization_id = (select access.organization_id()) and q.id = $1 and q.closed_at is null
        and q.peer_id <> (select access.membership_id())`,
    [id],
  )
}

function shown(row: Row): TalkRequestToMe {
  return { ...row, state: talkState({ closedAs: row.closedAs, latestAnswer: row.offer?.answer }) }
}
