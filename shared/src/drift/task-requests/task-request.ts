import { isBlank, validateLine } from '../../validation/one-line.ts'
import { validateChoice, validateText, type ValidationError } from '../../validation/validation-error.ts'
import { isActivity } from '../activities/activities.ts'
import { type AgreementInForce, answerFor } from '../role-agreement/role-agreement.ts'

/** Who asks a peer for something. A policy asks too, whoever hands it on. */
export const TaskAsker = {
  SUPERVISOR: 'SUPERVISOR',
  MANAGER: 'MANAGER',
  TEAM: 'TEAM',
  HOST_AGENCY: 'HOST_AGENCY',
  POLICY: 'POLICY',
} as const
export type TaskAsker = (typeof TaskAsker)[keyof typeof TaskAsker]
export const TASK_ASKERS = Object.values(TaskAsker)

/** What became of it. Only the peer answers, once. */
export const TaskState = {
  ASKED: 'ASKED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  /** The peer sent it to whom it belongs. */
  RETURNED: 'RETURNED',
} as const
export type TaskState = (typeof TaskState)[keyof typeof TaskState]
export const TASK_STATES = Object.values(TaskState)

/** What the role agreement says of a task. Without an agreement, nothing is ever outside the role. */
export const AgreementSays = {
  PART_OF_ROLE: 'PART_OF_ROLE',
  OUTSIDE_ROLE: 'OUTSIDE_ROLE',
  AGAINST_VALUES: 'AGAINST_VALUES',
  NOT_ANSWERED: 'NOT_ANSWERED',
  NO_AGREEMENT: 'NO_AGREEMENT',
} as const
export type AgreementSays = (typeof AgreementSays)[keyof typeof AgreementSays]
export const AGREEMENT_SAYS = Object.values(AgreementSays)

export interface TaskVerdict {
  readonly says: AgreementSays
  /** Who does it instead, by job, where the agreement names somebody. */
  readonly doneBy: string | null
}

/** The answer before anybody is asked: what the agreement that is in force says about this activity. */
export function agreementSays(
  agreement: Pick<AgreementInForce, 'lines'> | null,
  activity: string | null,
): TaskVerdict {
  if (agreement === null) return { says: AgreementSays.NO_AGREEMENT, doneBy: null }
  if (activity === null) return { says: AgreementSays.NOT_ANSWERED, doneBy: null }
  const { answer, doneBy } = answerFor(agreement, activity)
  return { says: answer, doneBy }
}

/** Whether a task is better not sent at all. It is still possible: a person decides. */
export const isOutside = (says: AgreementSays): boolean =>
  says === AgreementSays.OUTSIDE_ROLE || says === AgreementSays.AGAINST_VALUES

/** Sentences that a peer can send as they are. The first one fits best. */
export const DeclineSentence = {
  OUTSIDE_ROLE: 'OUTSIDE_ROLE',
  AGAINST_VALUES: 'AGAINST_VALUES',
  TALK_FIRST: 'TALK_FIRST',
  NO_TIME: 'NO_TIME',
} as const
export type DeclineSentence = (typeof DeclineSentence)[keyof typeof DeclineSentence]

/** A sentence is only ready where it is true: none says "outside my role" unless the agreement does. */
export function readySentences(says: AgreementSays): DeclineSentence[] {
  return [
    ...(says === AgreementSays.OUTSIDE_ROLE ? [DeclineSentence.OUTSIDE_ROLE] : []),
    ...(says === AgreementSays.AGAINST_VALUES ? [DeclineSentence.AGAINST_VALUES] : []),
    DeclineSentence.TALK_FIRST,
    DeclineSentence.NO_TIME,
  ]
}

export const TASK_LIMIT = 300
export const DECLINE_LIMIT = 300
/** A job, such as `case manager`; as long as in the agreement. */
export const RETURNED_TO_LIMIT = 80

export interface TaskInput {
  readonly task: string
  readonly activity?: string | null | undefined
}

/** An activity is of the catalogue, or the organization's own. */
export function validateTask(
  { task, activity }: TaskInput,
  customKeys: readonly string[],
): ValidationError[] {
  const isKnown = !activity || isActivity(activity) || customKeys.includes(activity)
  return [
    ...(isBlank(task) ? [{ field: 'task', problem: 'required' } as const] : []),
    ...validateText('task', task, TASK_LIMIT),
    ...(isKnown ? [] : [{ field: 'activity', problem: 'not-an-option' } as const]),
  ]
}

/** A peer who records a task says who asked. */
export function validateRecordedTask(
  input: TaskInput & { readonly asker: string },
  customKeys: readonly string[],
): ValidationError[] {
  return [...validateTask(input, customKeys), ...validateChoice('asker', [input.asker], TASK_ASKERS)]
}

export function validateDecline({ sentence }: { readonly sentence: string }): ValidationError[] {
  return isBlank(sentence)
    ? [{ field: 'sentence', problem: 'required' }]
    : validateText('sentence', sentence, DECLINE_LIMIT)
}

export function validateReturn({ returnedTo }: { readonly returnedTo: string }): ValidationError[] {
  return validateLine('returnedTo', returnedTo, RETURNED_TO_LIMIT, { isRequired: true, needsLetter: true })
}
