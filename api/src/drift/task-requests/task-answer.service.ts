import {
  type TaskState,
  validateDecline,
  validateReturn,
} from '@alongside/shared/drift/task-requests/task-request'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { oneLine } from '@alongside/shared/validation/one-line'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { insertFrom, ME, NOW } from '../../database/statements.ts'
import { notification } from '../../notifications/notify.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { TaskAnswer } from './task-answer.entity.ts'
import { TASK_SHOWN } from './task-request.service.ts'
import type {
  AcceptTaskRequestInput,
  DeclineTaskRequestInput,
  ReturnTaskRequestInput,
  TaskRequestShown,
} from './task-request.types.ts'

// The peer's answer to a task: one, and for good. Whoever asked is told that there is one.

interface Answer {
  readonly state: Exclude<TaskState, 'ASKED'>
  readonly sentence?: string
  readonly returnedTo?: string
}
type Answered = Promise<{ taskRequest: TaskRequestShown }>

export function acceptTaskRequest(ctx: RequestContext, input: AcceptTaskRequestInput): Answered {
  return answered(ctx, input.taskRequestId, { state: 'ACCEPTED' })
}

export function declineTaskRequest(ctx: RequestContext, input: DeclineTaskRequestInput): Answered {
  rejectIfInvalid(validateDecline(input))
  return answered(ctx, input.taskRequestId, { state: 'DECLINED', sentence: input.sentence.trim() })
}

export function returnTaskRequest(ctx: RequestContext, input: ReturnTaskRequestInput): Answered {
  rejectIfInvalid(validateReturn(input))
  return answered(ctx, input.taskRequestId, { state: 'RETURNED', returnedTo: oneLine(input.returnedTo) })
}

function answered(ctx: RequestContext, taskRequestId: string, answer: Answer): Answered {
  return ctx.unit.transaction(async (tx) => {
    const own: SelectText = `${TASK_SHOWN} and t.id = $1 and t.peer_id = (select access.membership_id())`
    const [[added], [taskRequest]] = await tx.write([
      insertFrom(
        TaskAnswer,
        `from task_request t
          where t.organization_id = (select access.organization_id()) and t.id = :taskRequestId
            and t.peer_id = (select access.membership_id())`,
        { taskRequestId, peerId: ME, answeredAt: NOW, ...answer },
        { onConflict: 'nothing', returning: ['taskRequestId'] },
      ),
      readSql<TaskRequestShown>(own, [taskRequestId]),
    ])
    if (!taskRequest) throw notFound()
    if (!added)
      throw new DomainError('CONFLICT', 'drift.task-requests.answered', 'This request has an answer already.')
    const { recordedBy, peer } = taskRequest
    if (recordedBy.id !== peer.id)
      await tx.write(
        notification({
          recipientId: recordedBy.id,
          kind: NotificationKind.TASK_ANSWERED,
          key: `task-answer:${taskRequestId}`,
          subjectId: peer.id,
        }),
      )
    return { taskRequest }
  })
}
