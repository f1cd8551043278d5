import type { PlainDate } from '../../calendar/plain-date.ts'
import { isBlank } from '../../validation/one-line.ts'
import { validateChoice, validateText, type ValidationError } from '../../validation/validation-error.ts'
import { validateDayAhead } from '../follow-ups/follow-up-input.ts'
import { PEER_COMPETENCIES } from './peer-competencies.ts'

export const LearningGoalState = {
  OPEN: 'OPEN',
  REACHED: 'REACHED',
  /** No longer pursued; it stays readable, and nobody asks why. */
  DROPPED: 'DROPPED',
} as const
export type LearningGoalState = (typeof LearningGoalState)[keyof typeof LearningGoalState]
export const LEARNING_GOAL_STATES = Object.values(LearningGoalState)

export const LEARNING_GOAL_TEXT_LIMIT = 300
/** Two years: as long as most renewal cycles. */
export const LEARNING_GOAL_WITHIN_DAYS = 731

export interface LearningGoalInput {
  readonly text: string
  readonly competency: string
  readonly targetOn: string
}

export function validateLearningGoal(
  { text, competency, targetOn }: LearningGoalInput,
  today: PlainDate,
): ValidationError[] {
  return [
    ...(isBlank(text) ? [{ field: 'text', problem: 'required' } as const] : []),
    ...validateText('text', text, LEARNING_GOAL_TEXT_LIMIT),
    ...(competency === ''
      ? [{ field: 'competency', problem: 'required' } as const]
      : validateChoice('competency', [competency], PEER_COMPETENCIES)),
    ...validateDayAhead('targetOn', targetOn, today, LEARNING_GOAL_WITHIN_DAYS),
  ]
}
