import { daysBetween, maxDate, type PlainDate } from '../calendar/plain-date.ts'
import { USUAL_CASELOAD } from '../people/placements/caseload.ts'
import { SupervisionType } from '../supervision/supervision-types.ts'
import { DriftCause } from './drift-causes.ts'
import { DriftSignal, type SignalFinding } from './signals/signal.ts'
import { SIGNAL_THRESHOLDS } from './signals/thresholds.ts'

// Signals that speak of how the work is set up, not of how a peer does it.

export const ADMINISTRATIVE_ONLY_DAYS = SIGNAL_THRESHOLDS.SUPERVISED_ADMINISTRATIVELY_ONLY

/**
 * After a flag came to its end, its signal stays silent for a quarter: what was answered is not asked every week. Our
 * own choice (domain, section 7: managers read flags by the quarter); no source names a figure.
 */
export const DAYS_OF_SILENCE = 90

/** One placement of the peer; both days are included, a null end is open, a null caseload was never entered. */
export interface PlacementFact {
  readonly id: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly caseloadSize: number | null
}

/** One supervision relationship of the peer; a null start is one that the peer has not accepted. */
export interface RelationshipFact {
  readonly id: string
  readonly type: SupervisionType
  readonly startedOn: PlainDate | null
  readonly endedOn: PlainDate | null
}

/**
 * One peer's caseload over all placements of today, against the upper end of the usual range.
 * The plain count, also for part-time work: the source gives no range for it, and scaling up would invent one.
 */
export function caseloadAboveRange(
  placements: readonly PlacementFact[],
  today: PlainDate,
): SignalFinding | null {
  const counted = placements.filter(
    (placement) => isCurrent(placement, today) && placement.caseloadSize !== null,
  )
  const figure = counted.reduce((sum, { caseloadSize }) => sum + (caseloadSize ?? 0), 0)
  if (figure <= USUAL_CASELOAD.to) return null
  return {
    signal: DriftSignal.CASELOAD_ABOVE_RANGE,
    version: 1,
    figure,
    threshold: USUAL_CASELOAD.to,
    entries: counted.map(({ id }) => id).sort(),
    suggestedCause: DriftCause.ASSIGNED_WORK,
  }
}

/**
 * Whether one peer has had an administrative supervisor and no other for more than four weeks. `since` is the first
 * day of the peer's work here: nobody is without support before they began. The figure is in days.
 */
export function supervisedAdministrativelyOnly(
  relationships: readonly RelationshipFact[],
  today: PlainDate,
  { since }: { readonly since: PlainDate },
): SignalFinding | null {
  const current = relationships.filter((relationship) => isCurrent(relationship, today))
  const isAdministrative = ({ type }: RelationshipFact): boolean => type === SupervisionType.ADMINISTRATIVE
  if (current.length === 0 || !current.every(isAdministrative)) return null
  const lastDayOfOthers = relationships
    .filter((relationship) => !isAdministrative(relationship) && wasHeldBefore(relationship, today))
    .reduce((last, { endedOn }) => maxDate(last, endedOn ?? last), since)
  const figure = daysBetween(lastDayOfOthers, today)
  if (figure <= ADMINISTRATIVE_ONLY_DAYS) return null
  return {
    signal: DriftSignal.SUPERVISED_ADMINISTRATIVELY_ONLY,
    version: 1,
    figure,
    threshold: ADMINISTRATIVE_ONLY_DAYS,
    entries: current.map(({ id }) => id).sort(),
    suggestedCause: DriftCause.STRUCTURE,
  }
}

interface Dated {
  readonly startedOn: PlainDate | null
  readonly endedOn: PlainDate | null
}

export function isCurrent({ startedOn, endedOn }: Dated, today: PlainDate): boolean {
  return startedOn !== null && startedOn <= today && (endedOn === null || today <= endedOn)
}

function wasHeldBefore({ startedOn, endedOn }: Dated, today: PlainDate): boolean {
  // One that ended before its first day never took place.
  return startedOn !== null && endedOn !== null && startedOn <= endedOn && endedOn < today
}
