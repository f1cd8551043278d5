import type { DriftCause } from '../drift-causes.ts'

/** The rules that can raise a flag about a peer's work. Each speaks of what is asked of a peer, never of their worth. */
export const DriftSignal = {
  /** More people than a peer can usually stand by. */
  CASELOAD_ABOVE_RANGE: 'CASELOAD_ABOVE_RANGE',
  /** Somebody manages the peer's work, nobody teaches or supports them. */
  SUPERVISED_ADMINISTRATIVELY_ONLY: 'SUPERVISED_ADMINISTRATIVELY_ONLY',
  /** Much time goes to what the role agreement leaves outside the role. */
  OUT_OF_ROLE: 'OUT_OF_ROLE',
  /** The role agreement says that an activity goes against peer values, and it took place. */
  AGAINST_VALUES: 'AGAINST_VALUES',
  /** Work of clinical staff: therapy, assessments, advice on medication, drug tests. */
  CLINICAL_SUBSTITUTION: 'CLINICAL_SUBSTITUTION',
  /** Watching and reporting people for others. */
  SURVEILLANCE: 'SURVEILLANCE',
  /** Rides and paperwork take the place of peer support. */
  ERRANDS: 'ERRANDS',
  /** Work that draws on lived experience takes a smaller share than in the peer's own past. */
  FALLING_LIVED_EXPERIENCE: 'FALLING_LIVED_EXPERIENCE',
  /** No time with other peers. */
  NO_OTHER_PEERS: 'NO_OTHER_PEERS',
  /** Most CE hours are about clinical treatment. */
  CE_TURNING_CLINICAL: 'CE_TURNING_CLINICAL',
} as const
export type DriftSignal = (typeof DriftSignal)[keyof typeof DriftSignal]
export const DRIFT_SIGNALS = Object.values(DriftSignal)

/** A signal that fired: the figure lies above the threshold, and rests on the entries named. */
export interface SignalFinding {
  readonly signal: DriftSignal
  readonly version: number
  readonly figure: number
  readonly threshold: number
  /** Ids of the weeks, placements, relationships or courses behind the figure, sorted. */
  readonly entries: readonly string[]
  readonly suggestedCause: DriftCause
}

/** What a signal would have to know. Where it is missing, the signal says so and does not fire. */
export const MissingFact = {
  /** Fewer weeks are logged lately than the signal needs. */
  RECENT_WEEKS: 'RECENT_WEEKS',
  /** Fewer weeks are logged before them than a comparison needs. */
  PAST_WEEKS: 'PAST_WEEKS',
  /** No role agreement was in force in enough of those weeks. */
  AGREEMENT: 'AGREEMENT',
  /** Some weeks do not say whether the peer met other peers. */
  OTHER_PEERS: 'OTHER_PEERS',
  /** A placement of today has no caseload. */
  CASELOAD: 'CASELOAD',
  /** Fewer courses are recorded for the last year than the signal needs. */
  COURSES: 'COURSES',
} as const
export type MissingFact = (typeof MissingFact)[keyof typeof MissingFact]
export const MISSING_FACTS = Object.values(MissingFact)

export const SignalState = {
  /** The figure lies above the threshold. */
  RAISED: 'RAISED',
  /** The figure lies at or below the threshold. */
  QUIET: 'QUIET',
  /** There is no figure: something is missing. */
  UNKNOWN: 'UNKNOWN',
} as const
export type SignalState = (typeof SignalState)[keyof typeof SignalState]

/** What one signal says today. */
export type SignalResult =
  | { readonly state: 'RAISED'; readonly signal: DriftSignal; readonly finding: SignalFinding }
  | {
      readonly state: 'QUIET'
      readonly signal: DriftSignal
      readonly version: number
      /** Null where a signal that is quiet has nothing to count. */
      readonly figure: number | null
      readonly threshold: number
    }
  | {
      readonly state: 'UNKNOWN'
      readonly signal: DriftSignal
      readonly version: number
      readonly threshold: number
      readonly missing: MissingFact
    }

/** Compares a figure with its threshold; every signal of the week ends here. */
export function measured(
  finding: Omit<SignalFinding, 'entries'> & { readonly entries: readonly { readonly id: string }[] },
): SignalResult {
  const { signal, version, figure, threshold } = finding
  if (figure <= threshold) return { state: 'QUIET', signal, version, figure, threshold }
  const entries = finding.entries.map(({ id }) => id).sort()
  return { state: 'RAISED', signal, finding: { ...finding, entries } }
}

export function unknown(
  signal: DriftSignal,
  version: number,
  threshold: number,
  missing: MissingFact,
): SignalResult {
  return { state: 'UNKNOWN', signal, version, threshold, missing }
}
