import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import {
  isUnanswered,
  TALK_MINUTES,
  TalkAnswer,
  talkState,
} from '@alongside/shared/wellness/talk/talk-request'
import { readSql, type SelectText, writeSql } from '../../database/reads-and-writes.ts'
import { insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import type { Actor, Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { LATEST_OFFER, REQUEST, type RequestRow } from './talk-columns.ts'
import { TalkOffer } from './talk-offer.entity.ts'
import { TalkRequest } from './talk-request.entity.ts'
import type {
  AcceptTalkOfferPayload,
  CancelTalkRequestPayload,
  CreateTalkRequestInput,
  CreateTalkRequestPayload,
  MyTalkRequest,
  MyTalkRequestConnection,
} from './talk.types.ts'

// A peer asks to talk, without a reason, and answers the times that are offered. None of it is audited.

type MyRow = RequestRow & Pick<MyTalkRequest, 'supervisor' | 'relationshipId'> & { since: string }

/** The wish counts from the day on which the peer last asked, for a time or for another one, by the organization's clock. */
const MINE: SelectText = `select ${REQUEST}, q.relationship_id as "relationshipId",
       (select jsonb_build_object('id', r.supervisor_id, 'displayName', m.display_name)
          from supervision_relationship r
          left join membership m on m.organization_id = r.organization_id and m.id = r.supervisor_id
         where r.organization_id = q.organization_id and r.id = q.relationship_id) as supervisor,
       ((coalesce((select max(f.answered_at) from talk_offer f
                    where f.organization_id = q.organization_id and f.request_id = q.id
                      and f.answer = 'ANOTHER_TIME'), q.asked_at)
         at time zone (select o.time_zone from organization o where o.id = q.organization_id))::date)::text as since
  from talk_request q ${LATEST_OFFER}
 where q.organization_id = (select access.organization_id()) and q.peer_id = (select access.membership_id())`

export async function myTalkRequests(ctx: RequestContext, args: PageArgs): Promise<MyTalkRequestConnection> {
  const page = pageFrom(args, [AN_INSTANT, AN_ID])
  const [askedAt = null, id = null] = page.after ?? []
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<MyRow>(
      `${MINE} and ($1::timestamptz is null or (date_trunc('milliseconds', q.asked_at), q.id) < ($1, $2::uuid))
       order by date_trunc('milliseconds', q.asked_at) desc, q.id desc limit $3::integer + 1`,
      [askedAt, id, page.first],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from (${MINE}) mine`),
  ])
  const actor = await ctx.unit.actor()
  const requests = rows.map((row) => shown(row, actor))
  return connectionOf(requests, page, counted?.total ?? 0, (one) => [one.askedAt.toISOString(), one.id])
}

export async function createTalkRequest(
  ctx: RequestContext,
  input: CreateTalkRequestInput,
): Promise<CreateTalkRequestPayload> {
  const { relationshipId } = input
  const add = async (tx: Transaction, id: string) => {
    const [[asked]] = await tx.write([
      readSql<{ supervisorId: string }>(
        `select r.supervisor_id as "supervisorId" from supervision_relationship r
          where r.organization_id = (select access.organization_id()) and r.id = $1 and access.is_supported_by(r.id)`,
        [relationshipId],
      ),
    ])
    if (!asked) throw notFound()
    await tx
      .write([
        insertOf(TalkRequest, { id, peerId: ME, relationshipId, askedAt: NOW }),
        ...notification({
          recipientId: asked.supervisorId,
          kind: NotificationKind.TALK_REQUESTED,
          key: `talk:${id}`,
          subjectId: tx.actor.membershipId,
        }),
      ])
      .catch(refuseSecond)
  }
  return once(ctx, 'createTalkRequest', input, add, async (id) => ({ request: await requestOf(ctx, id) }))
}

/** One is enough: the supervisor knows already. */
function refuseSecond(error: unknown): never {
  if ((error as { constraint?: string }).constraint !== 'talk_request_one_open') throw error
  throw new DomainError('CONFLICT', 'wellness.talk.asked-already', 'You have already asked this supervisor.')
}

/** The peer does not need it any more. A request that is closed stays as it is. */
export async function cancelTalkRequest(ctx: RequestContext, id: string): Promise<CancelTalkRequestPayload> {
  await ctx.unit.write([
    updateOf(TalkRequest, { id, peerId: ME, closedAt: null }, { closedAt: NOW, closedAs: 'NOT_NEEDED' }),
  ])
  return { request: await requestOf(ctx, id) }
}

export async function answerTalkOffer(
  ctx: RequestContext,
  offerId: string,
  answer: 'ACCEPTED' | 'ANOTHER_TIME',
): Promise<AcceptTalkOfferPayload> {
  const requestId = await ctx.unit.transaction(async (tx) => {
    const [[open]] = await tx.write([openOffer(offerId)])
    if (!open) throw notFound()
    await tx.write([
      updateOf(TalkOffer, { id: offerId, peerId: ME, answer: null }, { answer, answeredAt: NOW }),
      ...(answer === TalkAnswer.ACCEPTED
        ? [
            updateOf(TalkRequest, { id: open.requestId }, { closedAt: NOW, closedAs: 'ACCEPTED' }),
            writeSql('select access.plan_accepted_talk($1, $2)', [offerId, TALK_MINUTES]),
          ]
        : []),
      ...notification({
        recipientId: open.supervisorId,
        kind: NotificationKind.TALK_ANSWERED,
        key: `talk-answer:${offerId}`,
        subjectId: tx.actor.membershipId,
      }),
    ])
    return open.requestId
  })
  return { request: await requestOf(ctx, requestId) }
}

function openOffer(offerId: string) {
  return readSql<{ readonly requestId: string; readonly supervisorId: string }>(
    `select f.request_id as "requestId", r.supervisor_id as "supervisorId"
       from talk_offer f
       join talk_request q on q.organization_id = f.organization_id and q.id = f.request_id and q.closed_at is null
       join supervision_relationship r on r.organization_id = f.organization_id and r.id = f.relationship_id
      where f.organization_id = (select access.organization_id()) and f.id = $1 and f.answer is null
        and f.peer_id = (select access.membership_id())`,
    [offerId],
  )
}

async function requestOf(ctx: RequestContext, id: string): Promise<MyTalkRequest> {
  const [row] = await ctx.unit.run<MyRow>(`${MINE} and q.id = $1`, [id])
  if (!row) throw notFound()
  return shown(row, await ctx.unit.actor())
}

function shown({ since, ...row }: MyRow, { today }: Actor): MyTalkRequest {
  const state = talkState({ closedAs: row.closedAs, latestAnswer: row.offer?.answer })
  return { ...row, state, isUnanswered: isUnanswered(state, since, today) }
}
