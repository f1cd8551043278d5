import {
  agreementSays,
  type TaskAsker,
  validateRecordedTask,
  validateTask,
} from '@alongside/shared/drift/task-requests/task-request'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { readSql, type SelectText, type Write } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { type FrameWithAgreements, taskFrame } from './task-frame.service.ts'
import { TaskRequest } from './task-request.entity.ts'
import type {
  CreateTaskRequestInput,
  CreateTaskRequestPayload,
  RecordTaskRequestInput,
  RecordTaskRequestPayload,
  TaskRequestConnection,
  TaskRequestShown,
} from './task-request.types.ts'

// Asking a peer for something, and what a peer was asked. What the agreement says that day is kept with the request.

export const TASK_SHOWN: SelectText = `select ${columnsOf(TaskRequest, 't', ['id', 'asker', 'activity', 'task', 'says', 'doneBy', 'askedAt'])},
    json_build_object('id', t.peer_id, 'displayName', peer.display_name) as peer,
    json_build_object('id', t.recorded_by, 'displayName', recorder.display_name) as "recordedBy",
    case when h.id is not null then json_build_object('id', h.id, 'name', h.name) end as "hostAgency",
    c.name as "activityName", coalesce(a.state, 'ASKED') as state, a.sentence, a.returned_to as "returnedTo",
    a.answered_at as "answeredAt"
  from task_request t
  left join membership peer on peer.organization_id = t.organization_id and peer.id = t.peer_id
  left join membership recorder on recorder.organization_id = t.organization_id and recorder.id = t.recorded_by
  left join placement p on p.organization_id = t.organization_id and p.id = t.placement_id
  left join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
  left join custom_activity c on c.organization_id = t.organization_id and 'custom-' || c.id = t.activity
  left join task_answer a on a.organization_id = t.organization_id and a.task_request_id = t.id
 where t.organization_id = (select access.organization_id())`

export function myTaskRequests(ctx: RequestContext, args: PageArgs): Promise<TaskRequestConnection> {
  return pageOf(ctx, args, 't.peer_id = (select access.membership_id()) and $1::uuid is null', null)
}

/** One's own stand on one's own page, whatever else one is. */
export function taskRequestsOfPeer(
  ctx: RequestContext,
  peerId: string,
  args: PageArgs,
): Promise<TaskRequestConnection> {
  return pageOf(ctx, args, 't.peer_id = $1 and t.peer_id <> (select access.membership_id())', peerId)
}

/** The position: 0 without an answer and 1 with one, then when it was asked. */
const PLACE = `case when a.state is null then 0 else 1 end`

async function pageOf(
  ctx: RequestContext,
  args: PageArgs,
  scope: string,
  peerId: string | null,
): Promise<TaskRequestConnection> {
  const page = pageFrom(args, [0, AN_INSTANT, AN_ID])
  const [place = null, askedAt = null, id = null] = page.after ?? []
  const [requests, [counted]] = await Promise.all([
    ctx.unit.run<TaskRequestShown>(
      `${TASK_SHOWN} and ${scope}
         and ($2::integer is null or ${PLACE} > $2
           or ${PLACE} = $2 and (date_trunc('milliseconds', t.asked_at), t.id) < ($3::timestamptz, $4::uuid))
       order by ${PLACE}, date_trunc('milliseconds', t.asked_at) desc, t.id desc limit $5::integer + 1`,
      [peerId, place, askedAt, id, page.first],
    ),
    ctx.unit.run<{ total: number }>(
      `select count(*) as total from task_request t
        where t.organization_id = (select access.organization_id()) and ${scope}`,
      [peerId],
    ),
  ])
  return connectionOf(requests, page, counted?.total ?? 0, (one) => [
    one.state === 'ASKED' ? 0 : 1,
    one.askedAt.toISOString(),
    one.id,
  ])
}

/** A host agency's own staff ask for the agency; whoever supervises the peer asks as that, a manager else. */
const ASKS_AS = `select case
    when (select access.is_host_agency_staff()) then 'HOST_AGENCY'
    when $1::uuid = any ((select access.peers_of_any_type())::uuid[]) then 'SUPERVISOR'
    else 'MANAGER' end as asker`

export async function createTaskRequest(
  ctx: RequestContext,
  input: CreateTaskRequestInput,
): Promise<CreateTaskRequestPayload> {
  const { peerId } = input
  const [frame, [asking], [me]] = await Promise.all([
    taskFrame(ctx, peerId),
    ctx.unit.run<{ asker: TaskAsker }>(ASKS_AS, [peerId]),
    ctx.unit.run<{ id: string }>('select access.membership_id() as id'),
  ])
  if (!asking || me?.id === peerId) throw notFound()
  rejectIfInvalid(validateTask(input, keysOf(frame)))
  const add = (tx: Transaction, id: string) =>
    tx
      .write([
        requestAdded(id, frame, input, asking.asker),
        ...notification({
          recipientId: peerId,
          kind: NotificationKind.TASK_ASKED,
          key: `task:${id}`,
          subjectId: id,
        }),
      ])
      .catch(refuseNotJoined)
  return once(ctx, 'createTaskRequest', input, add, async (id) => ({ taskRequest: await shown(ctx, id) }))
}

export async function recordTaskRequest(
  ctx: RequestContext,
  input: RecordTaskRequestInput,
): Promise<RecordTaskRequestPayload> {
  const [me] = await ctx.unit.run<{ id: string }>('select access.membership_id() as id')
  const frame = await taskFrame(ctx, me?.id ?? '')
  rejectIfInvalid(validateRecordedTask(input, keysOf(frame)))
  const add = (tx: Transaction, id: string) => tx.write([requestAdded(id, frame, input, input.asker)])
  return once(ctx, 'recordTaskRequest', input, add, async (id) => ({ taskRequest: await shown(ctx, id) }))
}

const keysOf = ({ customActivities }: FrameWithAgreements) => customActivities.map(({ key }) => key)

function requestAdded(
  id: string,
  { peer, placements, agreements }: FrameWithAgreements,
  input: Pick<CreateTaskRequestInput, 'task' | 'activity' | 'placementId'>,
  asker: TaskAsker,
): Write {
  const { placementId = null } = input
  if (placementId !== null && !placements.some((one) => one.placementId === placementId)) throw notFound()
  const agreement = (placementId && agreements.get(placementId)) || null
  const activity = input.activity || null
  return insertOf(TaskRequest, {
    ...agreementSays(agreement, activity),
    ...{ id, peerId: peer.id, placementId, recordedBy: ME, asker, activity },
    ...{ task: input.task.trim(), agreementId: agreement?.agreementId ?? null, askedAt: NOW },
  })
}

/** Their invitation may come to somebody else: nothing is written about a peer who has not joined. */
function refuseNotJoined(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'written_about_joined_peers')
    rejectIfInvalid([{ field: 'peerId', problem: 'not-joined' }])
  throw error
}

async function shown(ctx: RequestContext, id: string): Promise<TaskRequestShown> {
  const [[request]] = await ctx.unit.write([readSql<TaskRequestShown>(`${TASK_SHOWN} and t.id = $1`, [id])])
  if (!request) throw notFound()
  return request
}
