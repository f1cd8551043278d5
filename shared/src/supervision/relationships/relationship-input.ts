import { addDays, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { SUPERVISION_TYPES, SupervisionType } from '../supervision-types.ts'

/** A relationship is planned at most a year ahead. */
export const RELATIONSHIP_STARTS_WITHIN_DAYS = 365

/** A substitute stands in for a leave, not for good: from first to last day at most so many days lie between. */
export const MAX_SUBSTITUTE_DAYS = 366

/** A manager's wish that somebody supervise a peer; a supportive one waits until the peer accepts it. */
export interface ProposeRelationshipInput {
  readonly supervisorId: string
  readonly peerId: string
  readonly type: string
  readonly startsOn: string
  /** The last day; a substitute has one, else it is open where it is left out. */
  readonly endsOn?: string | null | undefined
  readonly isSubstitute?: boolean | undefined
  /** The relationship whose holder is away; a substitute names one, nobody else does. */
  readonly standsInForId?: string | null | undefined
}

/** One supervisor ends and the next begins: the last day of the one decides the first of the other. */
export interface ReassignmentInput {
  readonly supervisorId: string
  readonly lastOn: string
}

/**
 * The first day on which a relationship that is proposed today can be in force. The peer is told before it is; a
 * supportive one waits for the peer anyway.
 */
export function earliestStart(type: string, today: PlainDate): PlainDate {
  return type === SupervisionType.SUPPORTIVE ? today : addDays(today, 1)
}

/** Everything that is wrong with a proposal as entered; whether the two may be brought together is asked elsewhere. */
export function validateProposeRelationship(
  input: ProposeRelationshipInput,
  today: PlainDate,
): ValidationError[] {
  const { supervisorId, peerId, type, startsOn, endsOn, isSubstitute } = input
  return [
    ...validateChosen(supervisorId),
    ...(supervisorId !== '' && supervisorId.toLowerCase() === peerId.toLowerCase()
      ? [{ field: 'supervisorId', problem: 'not-an-option' } as const]
      : []),
    ...validateChoice('type', [type], SUPERVISION_TYPES),
    ...validateStart(startsOn, type, today),
    ...validateEnd(startsOn, endsOn, isSubstitute === true),
    ...validateStandIn(input),
  ]
}

/** Everything that is wrong with a reassignment as entered: the next one begins as early as a proposal of this type may. */
export function validateReassignment(
  { supervisorId, lastOn }: ReassignmentInput,
  type: string,
  today: PlainDate,
): ValidationError[] {
  const field = 'lastOn'
  const chosen = validateChosen(supervisorId)
  if (lastOn === '') return [...chosen, { field, problem: 'required' }]
  if (!isPlainDate(lastOn)) return [...chosen, { field, problem: 'not-a-date' }]
  const [earliest, latest] = [
    addDays(earliestStart(type, today), -1),
    addDays(today, RELATIONSHIP_STARTS_WITHIN_DAYS - 1),
  ]
  if (lastOn < earliest) return [...chosen, { field, problem: 'too-long-ago', limit: earliest }]
  return lastOn > latest ? [...chosen, { field, problem: 'too-far-ahead', limit: latest }] : chosen
}

/** No day between the two, and none that both hold. */
export function reassignmentDays(lastOn: PlainDate): {
  readonly endsOn: PlainDate
  readonly startsOn: PlainDate
} {
  return { endsOn: lastOn, startsOn: addDays(lastOn, 1) }
}

function validateChosen(supervisorId: string): ValidationError[] {
  return supervisorId === '' ? [{ field: 'supervisorId', problem: 'required' }] : []
}

function validateStart(startsOn: string, type: string, today: PlainDate): ValidationError[] {
  const field = 'startsOn'
  if (startsOn === '') return [{ field, problem: 'required' }]
  if (!isPlainDate(startsOn)) return [{ field, problem: 'not-a-date' }]
  const earliest = earliestStart(type, today)
  if (startsOn < earliest) return [{ field, problem: 'too-long-ago', limit: earliest }]
  const latest = addDays(today, RELATIONSHIP_STARTS_WITHIN_DAYS)
  return startsOn > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
}

function validateEnd(
  startsOn: string,
  endsOn: string | null | undefined,
  isSubstitute: boolean,
): ValidationError[] {
  const field = 'endsOn'
  if (endsOn == null || endsOn === '') return isSubstitute ? [{ field, problem: 'required' }] : []
  if (!isPlainDate(endsOn)) return [{ field, problem: 'not-a-date' }]
  if (endsOn < startsOn) return [{ field, problem: 'before-its-start', limit: startsOn }]
  if (!isSubstitute || !isPlainDate(startsOn)) return []
  const latest = addDays(startsOn, MAX_SUBSTITUTE_DAYS)
  return endsOn > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
}

function validateStandIn({ isSubstitute, standsInForId }: ProposeRelationshipInput): ValidationError[] {
  const field = 'standsInForId'
  if (isSubstitute) return standsInForId ? [] : [{ field, problem: 'required' }]
  return standsInForId ? [{ field, problem: 'not-an-option' }] : []
}
