import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import {
  TimeRequestStatus,
  validateTimeRequest,
} from '@alongside/shared/supervision/requests/request-choices'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { TimeRequest } from './time-request.entity.ts'
import type {
  CreateTimeRequestInput,
  CreateTimeRequestPayload,
  DeclineTimeRequestInput,
  DeclineTimeRequestPayload,
  TimeRequestConnection,
  TimeRequestShown,
  WithdrawTimeRequestInput,
  WithdrawTimeRequestPayload,
} from './time-request.types.ts'

// A peer asks a supervisor for a time, and the supervisor plans a session for it or answers from a list.

const FACTS = columnsOf(TimeRequest, 'q', [
  'id',
  'type',
  'weekdays',
  'timesOfDay',
  'status',
  'answer',
  'askedAt',
])
const PERSON = (id: string): string => /* sql */ `jsonb_build_object('id', ${id}, 'displayName', (
  select m.display_name from membership m where m.organization_id = q.organization_id and m.id = ${id}))`
const SHOWN = `${FACTS}, ${PERSON('q.peer_id')} as peer, ${PERSON('q.supervisor_id')} as supervisor`
const OURS = 'q.organization_id = (select access.organization_id())'

const LISTED: SelectText = /* sql */ `
  with listed as materialized (
    select q.id, (q.status <> 'OPEN')::integer as settled, q.asked_at from time_request q
     where ${OURS} and (q.status = 'OPEN' or q.asked_at > (select access.now()) - interval '60 days')
       and (q.supervisor_id <> (select access.membership_id()) or q.status = 'OPEN')),
  placed as (select id, row_number() over (order by settled, asked_at desc, id) as place from listed)
  select ${SHOWN}, (select count(*) from listed) as total
    from placed l join time_request q on ${OURS} and q.id = l.id
   where $2::text is null or l.place > (select place from placed where id::text = $2)
   order by l.place limit $1 + 1`

/** Own ones of the last 60 days; to a supervisor, those that wait. */
export async function timeRequests(ctx: RequestContext, args: PageArgs): Promise<TimeRequestConnection> {
  const page = pageFrom(args, ['id'])
  const [after = null] = (page.after ?? []) as string[]
  const rows = await ctx.unit.run<TimeRequestShown & { total: number }>(LISTED, [page.first, after])
  return connectionOf(rows, page, rows[0]?.total ?? 0, ({ id }) => [id])
}

export function createTimeRequest(
  ctx: RequestContext,
  input: CreateTimeRequestInput,
): Promise<CreateTimeRequestPayload> {
  const { supervisorId, type, weekdays, timesOfDay } = input
  const add = async (tx: Transaction, id: string) => {
    rejectIfInvalid(validateTimeRequest(input))
    const [given] = await tx.run(
      `select 1 from supervision_relationship r
        where r.organization_id = (select access.organization_id()) and r.peer_id = (select access.membership_id())
          and r.supervisor_id = $1 and r.type = $2 and r.accepted_at is not null
          and r.starts_on <= (select access.today()) and (r.ends_on is null or r.ends_on >= (select access.today()))`,
      [supervisorId, type],
    )
    if (!given) throw notFound()
    const asked = {
      peerId: ME,
      supervisorId,
      type,
      weekdays,
      timesOfDay,
      status: TimeRequestStatus.OPEN,
      askedAt: NOW,
    }
    const told = {
      recipientId: supervisorId,
      kind: NotificationKind.TIME_ASKED,
      key: `time:${id}`,
      subjectId: id,
    }
    await tx.write([insertOf(TimeRequest, { id, ...asked }), ...notification(told)]).catch(refuseSecond)
  }
  return once(ctx, 'createTimeRequest', input, add, async (id) => ({
    timeRequest: await timeRequestById(ctx, id),
  }))
}

function refuseSecond(error: unknown): never {
  if ((error as { constraint?: string }).constraint !== 'time_request_one_open') throw error
  throw new DomainError(
    'CONFLICT',
    'supervision.requests.time-waits',
    'You asked for a time already; it waits for an answer.',
  )
}

export async function declineTimeRequest(
  ctx: RequestContext,
  { timeRequestId: id, answer }: DeclineTimeRequestInput,
): Promise<DeclineTimeRequestPayload> {
  await ctx.unit.transaction(async (tx) => {
    const { peerId } = await waiting(tx, id, 'supervisor_id')
    await tx.write([
      updateOf(TimeRequest, { id }, { status: TimeRequestStatus.DECLINED, answer, answeredAt: NOW }),
      ...answered(id, peerId),
    ])
  })
  return { timeRequest: await timeRequestById(ctx, id) }
}

export async function withdrawTimeRequest(
  ctx: RequestContext,
  { timeRequestId: id }: WithdrawTimeRequestInput,
): Promise<WithdrawTimeRequestPayload> {
  await ctx.unit.transaction(async (tx) => {
    await waiting(tx, id, 'peer_id')
    await tx.write([updateOf(TimeRequest, { id }, { status: TimeRequestStatus.WITHDRAWN })])
  })
  return { timeRequest: await timeRequestById(ctx, id) }
}

/** The session must be with the peer who asked, and of the type that was asked for. */
export async function answerWithPlan(
  tx: Transaction,
  id: string,
  plannedSessionId: string,
  { peerIds, types }: { readonly peerIds: readonly string[]; readonly types: readonly string[] },
): Promise<void> {
  const { peerId, type } = await waiting(tx, id, 'supervisor_id')
  if (!peerIds.includes(peerId) || !types.includes(type)) throw notFound()
  await tx.write([
    updateOf(TimeRequest, { id }, { status: TimeRequestStatus.PLANNED, answeredAt: NOW, plannedSessionId }),
    ...answered(id, peerId),
  ])
}

interface Waiting {
  readonly peerId: string
  readonly type: string
}

/** Locked, so that of an answer and a withdrawal at once the second finds none that waits. */
async function waiting(tx: Transaction, id: string, whose: 'peer_id' | 'supervisor_id'): Promise<Waiting> {
  const [request] = await tx.run<Waiting>(
    `select q.peer_id as "peerId", q.type from time_request q
      where ${OURS} and q.id = $1 and q.${whose} = (select access.membership_id()) and q.status = 'OPEN' for update`,
    [id],
  )
  if (!request) throw notFound()
  return request
}

function answered(id: string, peerId: string) {
  return notification({
    recipientId: peerId,
    kind: NotificationKind.TIME_ANSWERED,
    key: `time:${id}:answer`,
    subjectId: id,
  })
}

async function timeRequestById(ctx: RequestContext, id: string): Promise<TimeRequestShown> {
  const [request] = await ctx.unit.run<TimeRequestShown>(
    `select ${SHOWN} from time_request q where ${OURS} and q.id = $1`,
    [id],
  )
  if (!request) throw notFound()
  return request
}
