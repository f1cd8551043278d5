import { addDays, isPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { choiceRefusals, type Refusal } from '../input/refusal.ts'
import { SUPERVISION_TYPES } from './supervision-types.ts'

/** A relationship is entered at most a year late and planned at most a year ahead. */
export const RELATIONSHIP_STARTS_WITHIN_DAYS = 365

/** A manager's wish that somebody supervise a peer; a supportive one waits until the peer accepts it. */
export interface ProposeRelationshipInput {
  readonly supervisorId: string
  readonly peerId: string
  readonly type: string
  readonly startsOn: string
  /** The last day of a substitute; open where it is left out. */
  readonly endsOn?: string | null | undefined
}

/** Everything that is wrong with a proposal as entered; whether the two exist is asked elsewhere. */
export function proposeRelationshipRefusals(input: ProposeRelationshipInput, today: PlainDate): Refusal[] {
  const { supervisorId, peerId, type, startsOn, endsOn } = input
  return [
    ...(supervisorId.toLowerCase() === peerId.toLowerCase()
      ? [{ field: 'supervisorId', problem: 'not-an-option' } as const]
      : []),
    ...choiceRefusals('type', [type], SUPERVISION_TYPES),
    ...startRefusals(startsOn, today),
    ...endRefusals(startsOn, endsOn),
  ]
}

function startRefusals(startsOn: string, today: PlainDate): Refusal[] {
  const field = 'startsOn'
  if (startsOn === '') return [{ field, problem: 'required' }]
  if (!isPlainDate(startsOn)) return [{ field, problem: 'not-a-date' }]
  const earliest = addDays(today, -RELATIONSHIP_STARTS_WITHIN_DAYS)
  if (startsOn < earliest) return [{ field, problem: 'too-long-ago', limit: earliest }]
  const latest = addDays(today, RELATIONSHIP_STARTS_WITHIN_DAYS)
  return startsOn > latest ? [{ field, problem: 'too-large', limit: latest }] : []
}

function endRefusals(startsOn: string, endsOn: string | null | undefined): Refusal[] {
  if (endsOn == null || endsOn === '') return []
  if (!isPlainDate(endsOn)) return [{ field: 'endsOn', problem: 'not-a-date' }]
  return endsOn < startsOn ? [{ field: 'endsOn', problem: 'before-its-start', limit: startsOn }] : []
}
