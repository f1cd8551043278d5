import type {
  CountReasonValuesFragment,
  RequirementFiguresFragment,
  SubjectValuesFragment,
} from '../../web/src/generated/graphql.ts'
import type { Explained, Measured } from '../../web/src/certification/requirements/requirement-words.ts'
import type { Figures } from '../../web/src/certification/renewals/renewal-words.ts'

// What the API answers of one certification, for components that show it.

type Outlook = NonNullable<Explained['outlook']>

export const TOTAL: SubjectValuesFragment = { __typename: 'TotalRequirement' }
export const ETHICS = minimum('ETHICS')

/** Of hours that count, and were never corrected. */
export const COUNTED = {
  courseId: 'course',
  recordedAt: '2026-02-11T12:00:00Z',
  voidedAt: null,
  voidedBy: null,
  review: null,
  evidence: [],
}

export function minimum(
  category: Extract<SubjectValuesFragment, { category: unknown }>['category'],
): SubjectValuesFragment {
  return { __typename: 'MinimumRequirement', category, within: null, overlaps: false }
}

export function work(
  practice: Extract<SubjectValuesFragment, { practice: unknown }>['practice'],
): SubjectValuesFragment {
  return { __typename: 'WorkRequirement', practice }
}

/** So much of it is there. */
export function measured(of: Partial<Measured> & Pick<Measured, 'needed' | 'earned'>): Measured {
  return {
    __typename: 'MeasuredRequirement',
    requirement: TOTAL,
    window: { startsOn: '2024-09-01', endsOn: '2026-08-31' },
    unit: 'HOURS',
    planned: 0,
    shortBy: Math.max(0, of.needed - of.earned),
    carriedOver: 0,
    unconfirmed: 0,
    ...of,
  }
}

export function unknown(
  of: Partial<Extract<RequirementFiguresFragment, { __typename: 'UnknownRequirement' }>> = {},
): RequirementFiguresFragment {
  return {
    __typename: 'UnknownRequirement',
    requirement: TOTAL,
    why: 'TOTAL_NOT_READ',
    condition: null,
    asked: null,
    ...of,
  }
}

export function exempt(
  of: Partial<Extract<RequirementFiguresFragment, { __typename: 'ExemptRequirement' }>>,
): RequirementFiguresFragment {
  return {
    __typename: 'ExemptRequirement',
    requirement: TOTAL,
    exemption: 'NEW_HOLDER',
    requiredFrom: null,
    ...of,
  }
}

export function explained(result: RequirementFiguresFragment, of: Partial<Explained> = {}): Explained {
  return { result, per: 'CYCLE', everyMonths: null, onlyIf: null, outlook: null, credits: [], ...of }
}

export function outlook(of: Partial<Outlook> = {}): Outlook {
  return {
    requirement: TOTAL,
    unit: 'HOURS',
    perYearAtPace: 0,
    metOn: null,
    openNow: 0,
    dueBy: '2026-08-31',
    missed: 0,
    projectedShortBy: 0,
    ...of,
  }
}

export function otherReason(
  kind: CountReasonValuesFragment['kind'],
): CountReasonValuesFragment & { __typename: 'OtherCountReason' } {
  return { __typename: 'OtherCountReason', kind }
}

export function figures(of: Partial<Figures> = {}): Figures {
  return {
    id: 'certification',
    number: null,
    issuedOn: '2022-09-01',
    status: 'CURRENT',
    expiresOn: '2026-08-31',
    endsAloneOn: null,
    daysLeft: 75,
    nextChangeOn: null,
    nextStep: { __typename: 'PlainStep', kind: 'NOTHING' },
    reasons: [],
    unknowns: [],
    cycle: { startsOn: '2024-09-01', endsOn: '2026-08-31' },
    explained: [],
    rule: {
      version: 1,
      reason: null,
      effectiveFrom: null,
      effectiveTo: null,
      effectWasRead: true,
      provenance: null,
    },
    remindersPausedUntil: null,
    renewalPath: {
      state: 'GATHERING',
      steps: [],
      submission: null,
      lapseCause: null,
      isSupervisorAsked: false,
      supervisorAttestation: null,
    },
    earnedHours: [],
    voidedHours: [],
    ...of,
  }
}
