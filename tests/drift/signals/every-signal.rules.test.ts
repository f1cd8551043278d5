import { addDays, startOfWeek } from '@alongside/shared/calendar/plain-date'
import {
  AGENCY_SIGNALS,
  type AgencyFinding,
  type AgencyPlacementFact,
  type AgencySignal,
  FEWEST_PEERS_IN_AGENCY,
  onlyPeerInAgency,
  ORDERED_PLACEMENTS_ALLOWED,
  orderedParticipation,
} from '@alongside/shared/drift/signals/agency-signals'
import { checkSignals, type SignalFacts } from '@alongside/shared/drift/signals/check-signals'
import { clinicalTraining, type CourseFact } from '@alongside/shared/drift/signals/clinical-training'
import { DRIFT_SIGNALS, type DriftSignal } from '@alongside/shared/drift/signals/signal'
import { SIGNAL_THRESHOLDS } from '@alongside/shared/drift/signals/thresholds'
import type { LineFact, WeekFact } from '@alongside/shared/drift/signals/week-facts'
import { describe, expect, it } from 'vitest'

// Every signal below, at and above its threshold: a signal without its three cases does not compile, and fails here.

/** A Thursday. */
const TODAY = '2026-03-05'
const NO_FACTS: SignalFacts = {
  placements: [],
  relationships: [],
  since: '2025-01-01',
  weeks: [],
  courses: [],
}
const monday = (back: number) => addDays(startOfWeek(TODAY), -7 * back)
const week = (back: number, lines: readonly LineFact[], metPeers: boolean | null = null): WeekFact => ({
  ...{ id: `week ${back}`, week: monday(back), metPeers, lines },
})
const peerWork = (quarterHours: number): LineFact => ({
  ...{ quarterHours, function: 'ONGOING_SUPPORT', role: 'PART_OF_ROLE' },
})
/** Of a hundred quarter hours in three weeks so many of this kind: the figure is a percentage, or quarter hours. */
const share =
  (line: Omit<LineFact, 'quarterHours'>) =>
  (figure: number): SignalFacts => ({
    ...NO_FACTS,
    weeks: [
      week(0, [{ ...line, quarterHours: figure }, peerWork(40 - figure)]),
      week(2, [peerWork(30)]),
      week(4, [peerWork(30)]),
    ],
  })
const caseload = (figure: number): SignalFacts => ({
  ...NO_FACTS,
  placements: [{ id: 'jail', startedOn: '2025-01-01', endedOn: null, caseloadSize: figure }],
})
const administrativeOnly = (figure: number): SignalFacts => ({
  ...NO_FACTS,
  since: addDays(TODAY, -figure),
  relationships: [{ id: 'officer', type: 'ADMINISTRATIVE', startedOn: '2025-01-01', endedOn: null }],
})
/** A quarter of peer work alone, and since then so many percent less of it. */
const fallen = (figure: number): SignalFacts => ({
  ...NO_FACTS,
  weeks: [
    ...Array.from({ length: 8 }, (_, at) => week(5 + at, [peerWork(100)])),
    ...[0, 1, 2].map((back) =>
      week(back, [peerWork(100 - figure), { quarterHours: figure, function: 'ADMINISTRATIVE', role: null }]),
    ),
  ],
})
/** Days since the Sunday of the last week with others, which lies four to five weeks back. */
const alone = (figure: number): { facts: SignalFacts; today: string } => ({
  facts: {
    ...NO_FACTS,
    weeks: [...[1, 2, 3, 4].map((back) => week(back, [peerWork(40)], false)), week(5, [peerWork(40)], true)],
  },
  today: addDays(monday(4), figure - 1),
})

/** Three courses of a hundred twentieths of an hour in all, so many of them about clinical treatment. */
const trained = (figure: number): SignalFacts => ({
  ...NO_FACTS,
  courses: [figure, 99 - figure, 1].map((twentiethsOfHours, at) => ({
    ...{ id: `course ${at}`, heldOn: addDays(TODAY, -at), twentiethsOfHours, isClinical: at === 0 },
  })),
})

type Facts = (figure: number) => SignalFacts | { facts: SignalFacts; today: string }
const FACTS: Readonly<Record<DriftSignal, Facts>> = {
  CASELOAD_ABOVE_RANGE: caseload,
  SUPERVISED_ADMINISTRATIVELY_ONLY: administrativeOnly,
  OUT_OF_ROLE: share({ function: 'ERRAND', role: 'OUTSIDE_ROLE' }),
  AGAINST_VALUES: share({ function: 'ADMINISTRATIVE', role: 'AGAINST_VALUES' }),
  CLINICAL_SUBSTITUTION: share({ function: 'CLINICAL', role: null }),
  SURVEILLANCE: share({ function: 'SURVEILLANCE', role: null }),
  ERRANDS: share({ function: 'ERRAND', role: null }),
  FALLING_LIVED_EXPERIENCE: fallen,
  NO_OTHER_PEERS: alone,
  CE_TURNING_CLINICAL: trained,
}

describe('every signal about a peer', () => {
  const look = (signal: DriftSignal, figure: number) => {
    const made = FACTS[signal](figure)
    const { facts, today } = 'facts' in made ? made : { facts: made, today: TODAY }
    return checkSignals(facts, today).find((result) => result.signal === signal)
  }

  it('has facts for its three cases', () => {
    expect(Object.keys(FACTS)).toEqual(DRIFT_SIGNALS)
    expect(DRIFT_SIGNALS.length + AGENCY_SIGNALS.length).toBe(12)
  })

  it.each(DRIFT_SIGNALS)('%s is quiet below and at its threshold, and fires one above it', (signal) => {
    const threshold = SIGNAL_THRESHOLDS[signal]
    // Nothing lies below a threshold of none at all.
    for (const figure of [threshold - 1, threshold].filter((one) => one >= 0))
      expect([figure, look(signal, figure)?.state]).toEqual([figure, 'QUIET'])
    expect(look(signal, threshold + 1)).toMatchObject({
      state: 'RAISED',
      finding: { signal, version: 1, figure: threshold + 1, threshold },
    })
  })
})

describe('training turning clinical', () => {
  const course = (heldOn: string, isClinical = true): CourseFact => ({
    ...{ id: heldOn, heldOn, twentiethsOfHours: 20, isClinical },
  })
  const yearAgo = addDays(TODAY, -365)

  it('says that there are too few courses, and looks at no more than the last year', () => {
    const courses = [course(TODAY), course(addDays(yearAgo, 1))]
    const others = [course(yearAgo, false), course(addDays(TODAY, 1), false)]
    expect(clinicalTraining([...courses, ...others], TODAY)).toMatchObject({
      ...{ state: 'UNKNOWN', missing: 'COURSES' },
    })
    const third = course(addDays(TODAY, -9), false)
    expect(clinicalTraining([...courses, ...others, third], TODAY)).toMatchObject({
      state: 'RAISED',
      finding: { figure: 67, suggestedCause: 'AGENCY_POLICY', entries: [addDays(yearAgo, 1), TODAY] },
    })
  })
})

const here = (peers: number, ordered: number): AgencyPlacementFact[] =>
  Array.from({ length: peers }, (_, at) => ({
    ...{ id: `placement ${at}`, hostAgencyId: 'jail', peerId: `peer ${at}` },
    participationIsOrdered: at < ordered,
  }))
interface AgencyCases {
  readonly threshold: number
  readonly find: (figure: number) => AgencyFinding[]
  /** An agency has too few peers, or too many ordered placements. */
  readonly firesAt: number
  readonly quietAt: readonly number[]
}
const AGENCY_CASES: Readonly<Record<AgencySignal, AgencyCases>> = {
  ONLY_PEER_IN_AGENCY: {
    threshold: FEWEST_PEERS_IN_AGENCY,
    find: (figure) => onlyPeerInAgency(here(figure, 0)),
    firesAt: FEWEST_PEERS_IN_AGENCY - 1,
    quietAt: [FEWEST_PEERS_IN_AGENCY, FEWEST_PEERS_IN_AGENCY + 1],
  },
  ORDERED_PARTICIPATION: {
    threshold: ORDERED_PLACEMENTS_ALLOWED,
    find: (figure) => orderedParticipation(here(3, figure)),
    firesAt: ORDERED_PLACEMENTS_ALLOWED + 1,
    quietAt: [ORDERED_PLACEMENTS_ALLOWED],
  },
}

describe('every signal about an agency', () => {
  it('has facts for its cases', () => {
    expect(Object.keys(AGENCY_CASES)).toEqual(AGENCY_SIGNALS)
  })

  it.each(AGENCY_SIGNALS)(
    '%s is quiet at its threshold and on the good side, and fires on the other',
    (signal) => {
      const { threshold, find, firesAt, quietAt } = AGENCY_CASES[signal]
      for (const figure of quietAt) expect([figure, find(figure)]).toEqual([figure, []])
      expect(find(firesAt)).toMatchObject([{ signal, version: 1, figure: firesAt, threshold }])
    },
  )
})
