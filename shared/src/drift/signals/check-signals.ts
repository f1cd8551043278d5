import type { PlainDate } from '../../calendar/plain-date.ts'
import {
  caseloadAboveRange,
  isCurrent,
  type PlacementFact,
  type RelationshipFact,
  supervisedAdministrativelyOnly,
} from '../structural-signals.ts'
import { clinicalTraining, type CourseFact } from './clinical-training.ts'
import { fallingLivedExperience } from './lived-experience.ts'
import { noOtherPeers } from './other-peers.ts'
import { againstValues, outOfRole } from './out-of-role.ts'
import { type DriftSignal, MissingFact, unknown, type SignalFinding, type SignalResult } from './signal.ts'
import { clinicalSubstitution, errands, surveillance } from './substitution.ts'
import { SIGNAL_THRESHOLDS } from './thresholds.ts'
import type { WeekFact } from './week-facts.ts'

/** Everything that the signals about one peer rest on. */
export interface SignalFacts {
  readonly placements: readonly PlacementFact[]
  readonly relationships: readonly RelationshipFact[]
  /** The peer's first day of work here. */
  readonly since: PlainDate
  readonly weeks: readonly WeekFact[]
  readonly courses: readonly CourseFact[]
}

/** What every signal about one peer says today, in the order of `DRIFT_SIGNALS`. */
export function checkSignals(facts: SignalFacts, today: PlainDate): SignalResult[] {
  const { placements, relationships, since, weeks, courses } = facts
  return [
    caseload(placements, today),
    resultOf(
      'SUPERVISED_ADMINISTRATIVELY_ONLY',
      supervisedAdministrativelyOnly(relationships, today, { since }),
    ),
    outOfRole(weeks, today),
    againstValues(weeks, today),
    clinicalSubstitution(weeks, today),
    surveillance(weeks, today),
    errands(weeks, today),
    fallingLivedExperience(weeks, today),
    noOtherPeers(weeks, today),
    clinicalTraining(courses, today),
  ]
}

export function findingsOf(results: readonly SignalResult[]): SignalFinding[] {
  return results.flatMap((result) => (result.state === 'RAISED' ? [result.finding] : []))
}

function caseload(placements: readonly PlacementFact[], today: PlainDate): SignalResult {
  const signal = 'CASELOAD_ABOVE_RANGE'
  const finding = caseloadAboveRange(placements, today)
  const isUnknown = placements.some((one) => isCurrent(one, today) && one.caseloadSize === null)
  if (finding === null && isUnknown)
    return unknown(signal, 1, SIGNAL_THRESHOLDS[signal], MissingFact.CASELOAD)
  return resultOf(signal, finding)
}

function resultOf(signal: DriftSignal, finding: SignalFinding | null): SignalResult {
  if (finding) return { state: 'RAISED', signal, finding }
  return { state: 'QUIET', signal, version: 1, figure: null, threshold: SIGNAL_THRESHOLDS[signal] }
}
