import type { CountReasonValuesFragment } from '../../web/src/generated/graphql.ts'
import type { Figures } from '../../web/src/certification/renewals/renewal-words.ts'

// What the API answers of one certification, for components that show it.

type Requirement = Figures['requirements'][number]
type Explained = Figures['explained'][number]

export function requirement(of: Partial<Requirement>): Requirement {
  const { needed = null, earned = null } = of
  const isMeasured = needed !== null
  return {
    kind: 'TOTAL',
    state: isMeasured ? 'MEASURED' : 'UNKNOWN',
    category: null,
    within: null,
    overlaps: false,
    sponsor: null,
    practice: null,
    unit: isMeasured ? 'HOURS' : null,
    needed,
    earned,
    planned: isMeasured ? 0 : null,
    shortBy: isMeasured ? Math.max(0, needed - (earned ?? 0)) : null,
    carriedOver: isMeasured ? 0 : null,
    countsFrom: isMeasured ? '2024-09-01' : null,
    countsUntil: isMeasured ? '2026-08-31' : null,
    unknown: isMeasured ? null : 'TOTAL_NOT_READ',
    condition: null,
    exemption: null,
    requiredFrom: null,
    ...of,
  }
}

export function explained(of: Partial<Explained> = {}): Explained {
  return {
    per: 'CYCLE',
    everyMonths: null,
    onlyIf: null,
    perYearAtPace: null,
    metOn: null,
    openNow: null,
    dueBy: null,
    missed: null,
    projectedShortBy: null,
    credits: [],
    ...of,
  }
}

export function countReason(of: Partial<CountReasonValuesFragment>): CountReasonValuesFragment {
  return {
    kind: 'LIMIT',
    countsFrom: null,
    countsUntil: null,
    sameCourse: null,
    unit: null,
    limit: null,
    ...of,
  }
}

export function figures(of: Partial<Figures> = {}): Figures {
  const requirements = of.requirements ?? []
  return {
    certificationId: 'certification',
    number: null,
    issuedOn: '2022-09-01',
    status: 'CURRENT',
    expiresOn: '2026-08-31',
    endsAloneOn: null,
    daysLeft: 75,
    nextChangeOn: null,
    reasons: [],
    unknowns: [],
    cycle: { startsOn: '2024-09-01', endsOn: '2026-08-31' },
    requirements,
    explained: requirements.map(() => explained()),
    rule: {
      version: 1,
      ownReason: null,
      effectiveFrom: null,
      effectiveTo: null,
      effectWasRead: true,
      provenance: null,
    },
    earnedHours: [],
    ...of,
  }
}
