import { addDays } from '@alongside/shared/calendar/plain-date'
import type { Activity } from '@alongside/shared/drift/activities/activities'
import type { AgreementLine } from '@alongside/shared/drift/role-agreement/role-agreement'
import {
  agreementSays,
  type TaskAsker,
  type TaskState,
} from '@alongside/shared/drift/task-requests/task-request'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import type { DemoMaking } from '../demo-rows.ts'
import type { DemoMember, DemoPeer, DemoPeople } from '../people/demo-people.ts'

interface DemoTask {
  readonly by: DemoMember
  readonly asker: TaskAsker
  readonly daysAgo: number
  readonly activity: Activity
  readonly task: string
  readonly answer?: { readonly state: Exclude<TaskState, 'ASKED'>; readonly sentence?: string }
}

const JOB_DESCRIPTION = `Peer support worker at the Harlan County Jail.
You meet people in the pods, share your own story, lead two peer groups a week and help people plan their way home.
You provide case management to people who are about to leave, and assist with tracking the progress of participants.
Other duties as assigned.`

/** What Rosa was asked to do: one task waits, one is accepted, one declined; and the text of her job. */
export function addDemoTasks(making: DemoMaking, people: DemoPeople): void {
  const rosa = people.peers.find(({ key }) => key === 'rosa')
  if (!rosa) return
  const supervisor = (type: string) =>
    rosa.supervision.find((one) => one.type === type)?.supervisor ?? people.manager
  addTask(making, rosa, {
    ...{ by: supervisor('ADMINISTRATIVE'), asker: 'HOST_AGENCY', daysAgo: 1, activity: 'GIVING_DRUG_TEST' },
    task: 'The nurse is out on Thursday. Could you do the tests in the morning?',
  })
  addTask(making, rosa, {
    ...{ by: supervisor('EDUCATIONAL'), asker: 'SUPERVISOR', daysAgo: 6, activity: 'TELLING_STORY_TO_STAFF' },
    task: 'Would you tell the new officers how you started here?',
    answer: { state: 'ACCEPTED' },
  })
  addTask(making, rosa, {
    ...{ by: rosa, asker: 'TEAM', daysAgo: 9, activity: 'FILLING_OUT_FORMS' },
    task: 'Fill out the intake forms while people wait.',
    answer: { state: 'DECLINED', sentence: 'Can we talk first about whether this fits my role?' },
  })
  making.rows.add('job_description', {
    ...{ organization_id: rosa.organizationId, id: making.random.uuid(), placement_id: rosa.placementId },
    ...{ peer_id: rosa.id, version: 1, text: JOB_DESCRIPTION },
    ...{ saved_by: people.manager.id, saved_at: dayAt(making, 30) },
  })
}

const dayAt = ({ today }: DemoMaking, daysAgo: number): string => `${addDays(today, -daysAgo)}T15:00:00Z`

/** What the agreement said: of the placement's versions, the one that is in force by now. */
function addTask(making: DemoMaking, peer: DemoPeer, task: DemoTask): void {
  const { organizationId: organization_id, placementId: placement_id, id: peer_id } = peer
  const [id, asked_at] = [making.random.uuid(), dayAt(making, task.daysAgo)]
  const agreement = making.rows
    .of('role_agreement')
    .find((row) => row['placement_id'] === placement_id && row['in_force_from'])
  const lines = agreement && { lines: agreement['lines'] as AgreementLine[] }
  const { says, doneBy } = agreementSays(lines ?? null, task.activity)
  making.rows.add('task_request', {
    ...{ organization_id, id, peer_id, placement_id, recorded_by: task.by.id, asker: task.asker },
    ...{ activity: task.activity, task: task.task, says, done_by: doneBy },
    ...{ agreement_id: agreement?.['id'] ?? null, asked_at },
  })
  if (task.answer)
    making.rows.add('task_answer', {
      ...{ organization_id, task_request_id: id, peer_id, ...task.answer },
      answered_at: dayAt(making, task.daysAgo - 1),
    })
  else
    making.rows.add('notification', {
      ...{
        organization_id,
        id: making.random.uuid(),
        recipient_id: peer_id,
        kind: NotificationKind.TASK_ASKED,
      },
      ...{ key: `task:${id}`, subject_id: id, created_at: asked_at, mail_due_at: 'infinity' },
    })
}
