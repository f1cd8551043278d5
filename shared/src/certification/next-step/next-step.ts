/** Chooses the one next step for a certification: never after the board's deadline, never submitting what is incomplete. */
import { minDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { CertificationAssessment } from '../status/assess-certification.ts'
import { CertificationStatus } from '../status/status.ts'
import type { RequirementForecast } from '../forecast/forecast.ts'
import type { UnknownRequirement } from '../requirements/requirement-result.ts'
import type { HolderCondition } from '../rules/holder-condition.ts'
import { afterTheEnd, type StepAfterTheEnd } from './after-the-end.ts'
import { GapState, gapsOf, type Gaps } from './gaps.ts'
import { submissionDay, type SubmissionDay } from './submission-day.ts'

export type NextStep =
  | { readonly kind: 'nothing' }
  /** The board has suspended, revoked or paused it. */
  | { readonly kind: 'ask-board' }
  /** The expiration date is not known. `endsOn` is the date that the rule computes, null if it gives none. */
  | { readonly kind: 'enter-printed-day'; readonly endsOn: PlainDate | null }
  | StepAfterTheEnd
  /** Something is short. `byOn` is null if the board's deadline has passed: it is due now. */
  | ({ readonly kind: 'earn'; readonly gap: RequirementForecast; readonly byOn: PlainDate | null } & Dated)
  /** Only periods that have ended are short. */
  | { readonly kind: 'missed'; readonly gap: RequirementForecast }
  | ({ readonly kind: 'answer'; readonly condition: HolderCondition } & Dated)
  /** It is met only if the board approves this many hours or counts repeated ones. */
  | ({ readonly kind: 'confirm-courses'; readonly hours: number } & Dated)
  /** A part is not known; the board, the certificate or the supervisor can tell. */
  | ({ readonly kind: 'find-out'; readonly about: UnknownRequirement } & Dated)
  | ({ readonly kind: 'submit'; readonly byOn: PlainDate; readonly onlyFee: boolean } & Dated)
  /** A newer page of the board says that renewal has been open since then. */
  | { readonly kind: 'check-opening'; readonly opensOn: PlainDate }

interface Dated {
  readonly submission: SubmissionDay
}

export type StepFacts = Pick<
  CertificationAssessment,
  'status' | 'reasons' | 'rule' | 'cycle' | 'requirements' | 'forecast' | 'expiresOn'
>

export function nextStep(facts: StepFacts, today: PlainDate): NextStep {
  const gaps = gapsOf(facts.requirements)
  const submission = submissionDay(facts, today)
  return (
    beforeAnythingElse(facts, gaps) ??
    missing(facts, gaps, submission, today) ??
    unknownEnd(facts) ??
    open(gaps, submission) ??
    sendIn(facts, gaps, submission, today) ?? { kind: 'nothing' }
  )
}

/** Handles what the board decided against it and what has expired. */
function beforeAnythingElse(facts: StepFacts, gaps: Gaps): NextStep | null {
  const { status, reasons, rule } = facts
  if (status === CertificationStatus.NOT_CERTIFIED) return { kind: 'nothing' }
  const [deciding] = reasons
  const expired = reasons.find((reason) => reason.kind === 'expired')
  if (deciding?.kind === 'ended-by-rule') return { kind: 'enter-printed-day', endsOn: deciding.endedOn }
  if (deciding?.kind === 'status-recorded' && status !== CertificationStatus.LAPSED) {
    const isInGrace = status === CertificationStatus.GRACE && expired !== undefined
    return isInGrace ? afterTheEnd(expired, gaps, rule) : { kind: 'ask-board' }
  }
  if (expired) return afterTheEnd(expired, gaps, rule)
  return status === CertificationStatus.LAPSED
    ? { kind: 'reinstate', again: [], byOn: null, feeUsd: null }
    : null
}

/** A course on a topic counts toward the total too, so topics come first, then service and supervision. */
const TURNS = ['minimum', 'sponsor', 'total', 'practice'] as const

function missing(
  { status, forecast, expiresOn, rule }: StepFacts,
  { short }: Gaps,
  submission: SubmissionDay,
  today: PlainDate,
): NextStep | null {
  // Hours have no due date while the expiration date is unknown, so that is asked first unless it is already at risk.
  const hasNoEnd = expiresOn === null && rule.expiry.shape !== 'none'
  if (hasNoEnd && status !== CertificationStatus.AT_RISK) return null
  const turnOf = ({ requirement }: RequirementForecast): number => TURNS.indexOf(requirement.kind)
  const gaps = forecast
    .filter((line) => short.some(({ requirement, window }) => isSameLine(line, { requirement, window })))
    .toSorted((one, other) => turnOf(one) - turnOf(other))
  const due = gaps.find(({ openNow, dueBy }) => openNow > 0 && today <= dueBy)
  if (due)
    return { kind: 'earn', gap: due, byOn: submission.isOver ? null : dayFor(due, submission), submission }
  const missed = gaps.find((gap) => gap.missed > 0 || gap.dueBy < today)
  return missed ? { kind: 'missed', gap: missed } : null
}

const isSameLine = (
  line: RequirementForecast,
  { requirement, window }: Pick<RequirementForecast, 'requirement' | 'window'>,
): boolean =>
  line.window.startsOn === window.startsOn &&
  line.window.endsOn === window.endsOn &&
  JSON.stringify(line.requirement) === JSON.stringify(requirement)

/** Each year of the cycle has its own end, and nothing may be due after the board's submission deadline. */
const dayFor = ({ dueBy }: RequirementForecast, { byOn }: SubmissionDay): PlainDate =>
  byOn === null ? dueBy : minDate(dueBy, byOn)

function unknownEnd({ expiresOn, rule, cycle }: StepFacts): NextStep | null {
  if (expiresOn !== null || rule.expiry.shape === 'none') return null
  return { kind: 'enter-printed-day', endsOn: cycle.kind === 'known' ? cycle.endsOn : null }
}

function open({ unknown, unconfirmed }: Gaps, submission: SubmissionDay): NextStep | null {
  const condition = unknown.find(({ condition }) => condition !== null)?.condition
  if (condition) return { kind: 'answer', condition, submission }
  const [about] = unknown.toSorted(
    (one, other) => TURNS.indexOf(other.requirement.kind) - TURNS.indexOf(one.requirement.kind),
  )
  const total = unknown.find(({ requirement }) => requirement.kind === 'total')
  if (about) return { kind: 'find-out', about: total ?? about, submission }
  return unconfirmed > 0 ? { kind: 'confirm-courses', hours: unconfirmed, submission } : null
}

function sendIn(
  { reasons, expiresOn }: StepFacts,
  { state }: Gaps,
  submission: SubmissionDay,
  today: PlainDate,
): NextStep | null {
  // A requirement that only a later month can meet is not complete either.
  const isComplete = state === GapState.MET || state === GapState.NOTHING_OWED
  if (expiresOn === null || !isComplete) return null
  const onlyFee = state === GapState.NOTHING_OWED
  const until = reasons.find(({ kind }) => kind === 'extended')
  const byOn = submission.byOn ?? (until?.kind === 'extended' ? until.extendedUntil : expiresOn)
  const isOpen = reasons.some(({ kind }) => kind === 'renewal-open' || kind === 'extended')
  if (isOpen || submission.isOver) return { kind: 'submit', byOn, onlyFee, submission }
  const maybe = reasons.find(({ kind }) => kind === 'renewal-may-be-open')
  return maybe?.kind === 'renewal-may-be-open' && maybe.opensOn <= today
    ? { kind: 'check-opening', opensOn: maybe.opensOn }
    : null
}
