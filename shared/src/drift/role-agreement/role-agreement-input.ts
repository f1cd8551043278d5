import { addDays } from '../../calendar/plain-date.ts'
import { isBlank, validateLine } from '../../validation/one-line.ts'
import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { MAX_ACTIVITIES, validateActivityKey } from '../activities/custom-activity-input.ts'
import { RoleAnswer, ROLE_ANSWERS, type RoleSide } from './role-agreement.ts'

/** Who does it instead is a job, such as `case manager`; who agreed for an agency is a name. */
export const DONE_BY_LIMIT = 80
export const ON_BEHALF_OF_LIMIT = 80
/** A year ahead is as far as a placement is planned. */
export const MAX_DAYS_AHEAD = 366

const LINE_ANSWERS = ROLE_ANSWERS.filter((answer) => answer !== RoleAnswer.NOT_ANSWERED)

export interface WorksheetAnswerInput {
  readonly activity: string
  readonly isBetterSuited?: boolean | null
  readonly betterSuited?: string | null
}

export function validateWorksheetAnswer(
  input: WorksheetAnswerInput,
  customKeys: readonly string[],
): ValidationError[] {
  const isNamed = !isBlank(input.betterSuited)
  return [
    ...validateActivityKey('activity', input.activity, customKeys),
    ...validateLine('betterSuited', input.betterSuited, DONE_BY_LIMIT, { needsLetter: true }),
    ...(isNamed && input.isBetterSuited !== true
      ? [{ field: 'isBetterSuited', problem: 'required' } as const]
      : []),
  ]
}

/** A manager writes for an agency by the name of who answered there; nobody else answers in a name. */
export function validateOnBehalfOf(
  name: string | null | undefined,
  side: RoleSide,
  isOwnStaff: boolean,
): ValidationError[] {
  if (side === 'HOST_AGENCY' && !isOwnStaff)
    return validateLine('onBehalfOf', name, ON_BEHALF_OF_LIMIT, { isRequired: true, needsLetter: true })
  return isBlank(name) ? [] : [{ field: 'onBehalfOf', problem: 'not-an-option' }]
}

export interface RoleAgreementInput {
  readonly startsOn: string
  readonly lines: readonly {
    readonly activity: string
    readonly answer: string
    readonly doneBy?: string | null
  }[]
}

/** What a version has to fit to. */
export interface RoleAgreementFrame {
  readonly today: string
  /** The first day of the placement. */
  readonly placementStartsOn: string
  readonly placementEndsOn: string | null
  /** The first day of the latest version that was agreed on. */
  readonly latestFrom: string | null
  readonly customKeys: readonly string[]
}

/** Refuses a version without content, one that begins before today, before the placement, or not after the one before. */
export function validateRoleAgreement(
  { startsOn, lines }: RoleAgreementInput,
  frame: RoleAgreementFrame,
): ValidationError[] {
  const errors = validateStart(startsOn, frame)
  if (lines.length === 0) errors.push({ field: 'lines', problem: 'required' })
  if (lines.length > MAX_ACTIVITIES)
    errors.push({ field: 'lines', problem: 'too-many', limit: MAX_ACTIVITIES })
  if (new Set(lines.map(({ activity }) => activity)).size < lines.length)
    errors.push({ field: 'lines', problem: 'repeated' })
  return [
    ...errors,
    ...lines.flatMap(({ activity, answer, doneBy }, at) => [
      ...validateActivityKey(`lines.${at}.activity`, activity, frame.customKeys),
      ...validateChoice(`lines.${at}.answer`, [answer], LINE_ANSWERS),
      ...validateLine(`lines.${at}.doneBy`, doneBy, DONE_BY_LIMIT, { needsLetter: true }),
      ...(answer === RoleAnswer.PART_OF_ROLE && !isBlank(doneBy)
        ? [{ field: `lines.${at}.doneBy`, problem: 'not-an-option' } as const]
        : []),
    ]),
  ]
}

function validateStart(
  startsOn: string,
  { today, placementStartsOn, placementEndsOn, latestFrom }: RoleAgreementFrame,
): ValidationError[] {
  const earliest = today > placementStartsOn ? today : placementStartsOn
  if (startsOn < earliest) return [{ field: 'startsOn', problem: 'before-its-start', limit: earliest }]
  if (latestFrom !== null && startsOn <= latestFrom)
    return [{ field: 'startsOn', problem: 'overlaps', limit: addDays(latestFrom, 1) }]
  const latest = [addDays(today, MAX_DAYS_AHEAD), placementEndsOn ?? '9999-12-31'].toSorted()[0] ?? today
  return startsOn > latest ? [{ field: 'startsOn', problem: 'too-far-ahead', limit: latest }] : []
}
