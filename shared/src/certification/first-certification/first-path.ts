/** How far a peer has come on the way to a first certification, from what is recorded here anyway. */
import { addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { CeCategory } from '../catalogue/ce-category.ts'
import type { CeCredit } from '../hours/ce-credit.ts'
import { CreditUnit } from '../rules/limits.ts'
import { FIRST_RULES_A_TO_M } from './first-rules-a-to-m.ts'
import { FIRST_RULES_M_TO_Z } from './first-rules-m-to-z.ts'
import { type FirstRule, TrainingTopic, type TrainingPart } from './first-rule.ts'

export const FIRST_RULES: Readonly<Record<string, FirstRule>> = {
  ...FIRST_RULES_A_TO_M,
  ...FIRST_RULES_M_TO_Z,
}

/** The steps, in the order in which they are offered. */
export const FirstStep = {
  TRAINING: 'TRAINING',
  EXPERIENCE: 'EXPERIENCE',
  SUPERVISED: 'SUPERVISED',
  EXAM: 'EXAM',
  APPLICATION: 'APPLICATION',
} as const
export type FirstStep = (typeof FirstStep)[keyof typeof FirstStep]

export const FirstStepState = {
  MET: 'MET',
  SHORT: 'SHORT',
  /** Nothing of the kind is recorded here, which does not say that there is none. */
  NOT_RECORDED: 'NOT_RECORDED',
  /** What the board asks was not read. */
  NOT_READ: 'NOT_READ',
  /** Between the peer and the board; Alongside does not learn of it. */
  WITH_BOARD: 'WITH_BOARD',
} as const
export type FirstStepState = (typeof FirstStepState)[keyof typeof FirstStepState]

export interface FirstRecord {
  readonly credits: readonly CeCredit[]
  /** Null: no service hours were ever entered. */
  readonly serviceHours: number | null
  /** Minutes of held sessions; null: no session was ever held in Alongside. */
  readonly sessionMinutes: number | null
  /** The first day of the earliest placement; null: none is recorded. */
  readonly workSince: PlainDate | null
}

export interface StepResult {
  readonly step: FirstStep
  readonly state: FirstStepState
  readonly needed: number | null
  readonly recorded: number | null
  readonly shortBy: number | null
}

export interface FirstPath {
  readonly steps: readonly StepResult[]
  /** Never beyond a step that is short; null: only the board knows what comes next. */
  readonly next: FirstStep | null
  /** The day by which the state wants something of who works already; null: none was read, or the first day is not known. */
  readonly dueOn: PlainDate | null
}

const MINUTES_PER_HOUR = 60

export function firstPath(rule: FirstRule | null, record: FirstRecord): FirstPath {
  const { sessionMinutes, serviceHours, workSince } = record
  const supervised = sessionMinutes === null ? null : sessionMinutes / MINUTES_PER_HOUR
  const steps = [
    hoursStep(FirstStep.TRAINING, rule?.trainingHours, trainingIn(record.credits)),
    hoursStep(FirstStep.EXPERIENCE, rule?.experienceHours, serviceHours),
    hoursStep(FirstStep.SUPERVISED, rule?.supervisedHours, supervised),
    withBoard(FirstStep.EXAM, rule?.examRequired === true),
    withBoard(FirstStep.APPLICATION, rule !== null),
  ]
  const open = steps.find(({ state }) => state === 'SHORT' || state === 'NOT_RECORDED')
  const isUnread = steps.some(({ step, state }) => state === 'NOT_READ' && step !== FirstStep.EXAM)
  // Nobody is sent to the board's exam while nobody knows what comes before it.
  const atBoard = isUnread ? undefined : steps.find(({ state }) => state === 'WITH_BOARD')
  const deadline = rule?.workDeadline ?? null
  return {
    steps,
    next: (open ?? atBoard)?.step ?? null,
    dueOn: deadline && workSince && addMonths(workSince, deadline.months),
  }
}

function hoursStep(step: FirstStep, needed: number | null | undefined, recorded: number | null): StepResult {
  if (needed == null) return { step, state: 'NOT_READ', needed: null, recorded, shortBy: null }
  if (recorded === null) return { step, state: 'NOT_RECORDED', needed, recorded, shortBy: null }
  const shortBy = Math.max(0, Math.ceil((needed - recorded) * 4 - 1e-6) / 4)
  return { step, state: shortBy > 0 ? 'SHORT' : 'MET', needed, recorded, shortBy }
}

function withBoard(step: FirstStep, isAsked: boolean): StepResult {
  const state = isAsked ? FirstStepState.WITH_BOARD : FirstStepState.NOT_READ
  return { step, state, needed: null, recorded: null, shortBy: null }
}

/** Null where no course is recorded. College credit is worth what each board says, and no first rule says it. */
function trainingIn(credits: readonly CeCredit[]): number | null {
  return credits.length === 0 ? null : sumOf(credits)
}

function sumOf(credits: readonly CeCredit[]): number {
  return credits
    .filter(({ unit = CreditUnit.CONTACT_HOURS }) => unit === CreditUnit.CONTACT_HOURS)
    .reduce((sum, { hours }) => sum + hours, 0)
}

const SERVED_BY: Partial<Record<TrainingTopic, readonly CeCategory[]>> = {
  [TrainingTopic.ETHICS]: [CeCategory.ETHICS, CeCategory.LAW_AND_ETHICS],
  [TrainingTopic.PEER_SUPPORT]: [CeCategory.PEER_PRACTICE],
}

/** Hours of courses on the topic of a part; null: courses here do not say whether they are on it. */
export function recordedFor({ topic }: TrainingPart, credits: readonly CeCredit[]): number | null {
  const categories = SERVED_BY[topic]
  return categories
    ? sumOf(credits.filter((credit) => categories.some((each) => credit.categories.includes(each))))
    : null
}
