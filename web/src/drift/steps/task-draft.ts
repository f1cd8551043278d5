import { addDays, type PlainDate } from '@alongside/shared/calendar/plain-date'
import {
  type FollowUpOwner,
  USUAL_FOLLOW_UP_DAYS,
} from '@alongside/shared/supervision/follow-ups/follow-up-input'

/** The plan stays with the flag alone. */
export const NO_TASK = ''

/** A plan as a task, while it is chosen. */
export interface TaskDraft {
  readonly owner: FollowUpOwner | typeof NO_TASK
  readonly relationshipId: string
  readonly dueOn: PlainDate
}

export const noTask = (today: PlainDate): TaskDraft => ({
  owner: NO_TASK,
  relationshipId: '',
  dueOn: addDays(today, USUAL_FOLLOW_UP_DAYS),
})

/** As it is sent; null where the plan becomes no task. */
export function taskInputOf({ owner, relationshipId, dueOn }: TaskDraft) {
  return owner === NO_TASK || relationshipId === '' ? null : { owner, relationshipId, dueOn }
}
