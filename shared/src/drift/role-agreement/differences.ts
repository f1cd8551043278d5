/**
 * Worksheets side by side. Where the answers differ is what to talk about; where everybody answers alike, the agreement
 * can take it over. Our own reading of an activity has no part in either.
 */
import { type AgreementLine, RoleAnswer, type RoleSide } from './role-agreement.ts'

/** The three questions of the worksheet, in its order. */
export const RoleQuestion = {
  PART_OF_ROLE: 'PART_OF_ROLE',
  VALUES: 'VALUES',
  BETTER_SUITED: 'BETTER_SUITED',
} as const
export type RoleQuestion = (typeof RoleQuestion)[keyof typeof RoleQuestion]
export const ROLE_QUESTIONS = Object.values(RoleQuestion)

export interface WorksheetAnswer {
  readonly activity: string
  readonly isPartOfRole: boolean | null
  readonly conflictsWithValues: boolean | null
  readonly isBetterSuited: boolean | null
  readonly betterSuited: string | null
}

export interface HandedIn {
  readonly side: RoleSide
  readonly answers: readonly WorksheetAnswer[]
}

export interface ComparedActivity {
  readonly activity: string
  /** The questions that two of them answered differently. */
  readonly differsIn: readonly RoleQuestion[]
  /** What all of them answered, if they did and alike; not answered otherwise. */
  readonly shared: RoleAnswer
  /** Who is better suited, where only one name was given. */
  readonly doneBy: string | null
}

const ANSWER_OF: Readonly<Record<RoleQuestion, (answer: WorksheetAnswer) => boolean | null>> = {
  PART_OF_ROLE: (answer) => answer.isPartOfRole,
  VALUES: (answer) => answer.conflictsWithValues,
  BETTER_SUITED: (answer) => answer.isBetterSuited,
}

/** What one worksheet says about an activity. A conflict with values decides, whatever else was answered. */
export function answerOf(answer: WorksheetAnswer | undefined): RoleAnswer {
  if (answer?.conflictsWithValues) return RoleAnswer.AGAINST_VALUES
  if (answer?.isPartOfRole == null) return RoleAnswer.NOT_ANSWERED
  return answer.isPartOfRole ? RoleAnswer.PART_OF_ROLE : RoleAnswer.OUTSIDE_ROLE
}

export const isAnswered = (answer: WorksheetAnswer): boolean => answerOf(answer) !== RoleAnswer.NOT_ANSWERED

/** One row for each activity, in the order in which they are given. A question left open differs from nothing. */
export function compareWorksheets(
  worksheets: readonly HandedIn[],
  activities: readonly string[],
): ComparedActivity[] {
  const found = worksheets.map(({ answers }) => new Map(answers.map((one) => [one.activity, one])))
  return activities.map((activity) => {
    const answers = found.map((one) => one.get(activity))
    const differsIn = ROLE_QUESTIONS.filter((question) => {
      const said = answers.map((one) => (one ? ANSWER_OF[question](one) : null))
      return said.includes(true) && said.includes(false)
    })
    const outcomes = new Set(answers.map(answerOf))
    const [only = RoleAnswer.NOT_ANSWERED] = outcomes
    const shared = outcomes.size === 1 && differsIn.length === 0 ? only : RoleAnswer.NOT_ANSWERED
    const names = new Set(answers.flatMap((one) => one?.betterSuited ?? []))
    return { activity, differsIn, shared, doneBy: names.size === 1 ? ([...names][0] ?? null) : null }
  })
}

/** The lines that everybody has already answered alike, to begin an agreement with. One worksheet alone begins none. */
export function linesToBeginWith(
  compared: readonly ComparedActivity[],
  worksheets: readonly HandedIn[],
): AgreementLine[] {
  if (new Set(worksheets.map(({ side }) => side)).size < 2) return []
  return compared.flatMap(({ activity, shared, doneBy }) =>
    shared === RoleAnswer.NOT_ANSWERED
      ? []
      : [{ activity, answer: shared, doneBy: shared === RoleAnswer.PART_OF_ROLE ? null : doneBy }],
  )
}
