import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import {
  SupervisionRequestStatus,
  validateSupervisionRequest,
} from '@alongside/shared/supervision/requests/request-choices'
import { type SelectText, writeSql } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { SupervisionRequestWish } from './supervision-request-wish.entity.ts'
import { SupervisionRequest } from './supervision-request.entity.ts'
import type {
  CreateSupervisionRequestInput,
  CreateSupervisionRequestPayload,
  MySupervisionRequest,
  MySupervisionRequestConnection,
  SettleSupervisionRequestInput,
  SettleSupervisionRequestPayload,
  SupervisionRequestConnection,
  SupervisionRequestCounts,
  SupervisionRequestShown,
  WithdrawSupervisionRequestInput,
  WithdrawSupervisionRequestPayload,
} from './supervision-request.types.ts'

// A peer asks for more, or other, supervision. Managers learn that somebody waits, and answer; what was wished for, the
// peer says to whom they like.

const OURS = 'q.organization_id = (select access.organization_id())'
const OWN = /* sql */ `
  select q.id, w.wish, w.type, q.status, q.answer, q.asked_at as "askedAt"
    from supervision_request q
    join supervision_request_wish w on w.organization_id = q.organization_id and w.request_id = q.id
   where ${OURS} and q.peer_id = (select access.membership_id())` as const

export async function mySupervisionRequests(
  ctx: RequestContext,
  args: PageArgs,
): Promise<MySupervisionRequestConnection> {
  const page = pageFrom(args, ['id'])
  const [after = null] = (page.after ?? []) as string[]
  const rows = await ctx.unit.run<MySupervisionRequest & { total: number }>(
    `with own as (${OWN}), placed as (select *, row_number() over (order by "askedAt" desc, id) as place from own)
     select id, wish, type, status, answer, "askedAt", (select count(*) from own) as total from placed
      where $2::text is null or place > (select place from placed where id::text = $2)
      order by place limit $1 + 1`,
    [page.first, after],
  )
  return connectionOf(rows, page, rows[0]?.total ?? 0, ({ id }) => [id])
}

const WAITING: SelectText = /* sql */ `
  with waiting as (
    select q.id, q.peer_id, q.asked_at, row_number() over (order by q.asked_at, q.id) as place
      from supervision_request q where ${OURS} and q.status = 'OPEN')
  select w.id, jsonb_build_object('id', w.peer_id, 'displayName', m.display_name) as peer, w.asked_at as "askedAt",
         extract(day from (select access.now()) - w.asked_at)::integer as "waitingDays",
         w.peer_id <> (select access.membership_id()) as "canAnswer", (select count(*) from waiting) as total
    from waiting w
    left join membership m on m.organization_id = (select access.organization_id()) and m.id = w.peer_id
   where $2::text is null or w.place > (select place from waiting where id::text = $2)
   order by w.place limit $1 + 1`

export async function supervisionRequests(
  ctx: RequestContext,
  args: PageArgs,
): Promise<SupervisionRequestConnection> {
  const page = pageFrom(args, ['id'])
  const [after = null] = (page.after ?? []) as string[]
  const rows = await ctx.unit.run<SupervisionRequestShown & { total: number }>(WAITING, [page.first, after])
  return connectionOf(rows, page, rows[0]?.total ?? 0, ({ id }) => [id])
}

export async function supervisionRequestCounts(ctx: RequestContext): Promise<SupervisionRequestCounts> {
  const [counts] = await ctx.unit.run<SupervisionRequestCounts>(
    `select waiting, answered, median_hours as "medianHours" from access.supervision_request_counts()`,
  )
  return counts ?? { waiting: 0, answered: 0, medianHours: null }
}

export function createSupervisionRequest(
  ctx: RequestContext,
  input: CreateSupervisionRequestInput,
): Promise<CreateSupervisionRequestPayload> {
  const { wish, type } = input
  const add = async (tx: Transaction, id: string) => {
    rejectIfInvalid(validateSupervisionRequest(input))
    const asked = { peerId: ME, status: SupervisionRequestStatus.OPEN, askedAt: NOW }
    await tx
      .write([
        insertOf(SupervisionRequest, { id, ...asked }),
        insertOf(SupervisionRequestWish, { requestId: id, peerId: ME, wish, type }),
        tellManagers(id),
      ])
      .catch(refuseSecond)
  }
  return once(ctx, 'createSupervisionRequest', input, add, async (id) => ({
    supervisionRequest: await ownById(ctx, id),
  }))
}

function refuseSecond(error: unknown): never {
  if ((error as { constraint?: string }).constraint !== 'supervision_request_one_open') throw error
  throw new DomainError(
    'CONFLICT',
    'supervision.requests.waits',
    'A request of yours waits for an answer already.',
  )
}

/** All of them but the peer: whoever comes first answers. */
function tellManagers(id: string) {
  return writeSql(
    `select access.notify(m.id, '${NotificationKind.SUPERVISION_REQUESTED}', $1, $2) from membership m
      where m.organization_id = (select access.organization_id()) and 'MANAGER' = any (m.roles)
        and m.id <> (select access.membership_id())`,
    [`supervision-request:${id}`, id],
  )
}

export async function withdrawSupervisionRequest(
  ctx: RequestContext,
  { supervisionRequestId: id }: WithdrawSupervisionRequestInput,
): Promise<WithdrawSupervisionRequestPayload> {
  const where = { id, peerId: ME, status: SupervisionRequestStatus.OPEN }
  const set = { status: SupervisionRequestStatus.WITHDRAWN }
  const [rows] = await ctx.unit.write([updateOf(SupervisionRequest, where, set, { returning: ['id'] })])
  if (rows.length === 0) throw notFound()
  return { supervisionRequest: await ownById(ctx, id) }
}

/** Nobody answers themselves. */
export async function settleSupervisionRequest(
  ctx: RequestContext,
  { supervisionRequestId: id, answer }: SettleSupervisionRequestInput,
): Promise<SettleSupervisionRequestPayload> {
  await ctx.unit.transaction(async (tx) => {
    const [settled] = await tx.write([
      updateOf(
        SupervisionRequest,
        { id, status: SupervisionRequestStatus.OPEN },
        { status: SupervisionRequestStatus.ANSWERED, answer, answeredAt: NOW, answeredBy: ME },
        { returning: ['peerId'], and: 'peer_id <> access.membership_id()' },
      ),
    ])
    const [request] = settled
    if (!request) throw notFound()
    const told = { recipientId: request.peerId, key: `supervision-request:${id}:answer`, subjectId: id }
    await tx.write(notification({ ...told, kind: NotificationKind.SUPERVISION_REQUEST_ANSWERED }))
  })
  return { supervisionRequestId: id }
}

async function ownById(ctx: RequestContext, id: string): Promise<MySupervisionRequest> {
  const [request] = await ctx.unit.run<MySupervisionRequest>(`${OWN} and q.id = $1`, [id])
  if (!request) throw notFound()
  return request
}
