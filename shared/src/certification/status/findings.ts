/** Finds the evidence for each status: board statuses, expiration date, late-renewal rule, pace of hours, opening day. */
import { addDays, maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import { BoardStatus, type CertificationFacts, type StatusPeriod } from './certification-facts.ts'
import type { RequirementForecast } from '../forecast/forecast.ts'
import type { RenewalCycle } from '../cycle/renewal-cycle.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { CertificationStatus, type Finding, type StatusReason } from './status.ts'
import { afterEndByRule, afterExpiry } from './after-expiry.ts'
import { endByRule, expiryInForce } from './expiry-in-force.ts'

/**
 * If the board's opening day is not known, renewal counts as open this many days before expiration.
 * Source: Alongside's own choice; five of the six openings in the catalogue are 90 days. The reason says so.
 */
export const RENEWAL_OPENS_DAYS_BEFORE = 90

export interface StatusInput {
  readonly certification: CertificationFacts | null
  readonly statusPeriods: readonly StatusPeriod[]
  readonly rule: RenewalRule
  /** A newer version whose start date is not known; null if there is none. */
  readonly later: RenewalRule | null
  readonly cycle: RenewalCycle
  readonly forecast: readonly RequirementForecast[]
  /** The result of `atRiskFrom`: the first day at risk if nothing is added. */
  readonly atRiskFrom: PlainDate | null
}

const PRECEDENCE: readonly CertificationStatus[] = Object.values(CertificationStatus)

const RECORDED: Readonly<Record<BoardStatus, CertificationStatus | null>> = {
  [BoardStatus.ACTIVE]: null,
  [BoardStatus.INACTIVE]: CertificationStatus.INACTIVE,
  [BoardStatus.IN_GRACE]: CertificationStatus.GRACE,
  [BoardStatus.LAPSED]: CertificationStatus.LAPSED,
  [BoardStatus.SUSPENDED]: CertificationStatus.SUSPENDED,
  [BoardStatus.REVOKED]: CertificationStatus.REVOKED,
}

/** Returns the findings for a day, strongest status first. The list is never empty. */
export function findingsOn(input: StatusInput, day: PlainDate): Finding[] {
  const { certification } = input
  if (certification === null) return notCertified({ kind: 'no-certification' })
  const { issuedOn, expiresOn } = certification
  if (issuedOn > day) return notCertified({ kind: 'not-issued-yet', issuedOn })
  const recorded = recordedOn(input.statusPeriods, day)
  const inRecordedGrace = recorded.some(({ status }) => status === CertificationStatus.GRACE)
  const endsOn = expiryInForce(input.rule, certification)
  const ended = endedOn(input, certification, inRecordedGrace, day)
  const findings = [
    ...recorded,
    ...(ended ?? [...shortOn(input, day), ...openOn(input, day), ...extendedOn(expiresOn, endsOn, day)]),
  ]
  const maybe = ended === null ? mayBeOpenOn(input, day) : []
  if (findings.length === 0) {
    return [{ status: CertificationStatus.CURRENT, reason: inForce(input, certification) }, ...maybe]
  }
  return [...findings, ...maybe].sort(
    (one, other) => PRECEDENCE.indexOf(one.status) - PRECEDENCE.indexOf(other.status),
  )
}

/** Returns null until the certification expires, on the printed date or on the one that the rule computes. */
function endedOn(
  { rule, cycle }: StatusInput,
  certification: CertificationFacts,
  inRecordedGrace: boolean,
  day: PlainDate,
): Finding[] | null {
  const printed = expiryInForce(rule, certification)
  if (printed !== null && printed < day) return [afterExpiry(rule, printed, inRecordedGrace, day)]
  const byRule = endByRule(certification, cycle)
  return byRule !== null && byRule < day ? [afterEndByRule(rule, byRule, inRecordedGrace, day)] : null
}

function inForce({ rule, cycle }: StatusInput, certification: CertificationFacts): StatusReason {
  const { expiresOn } = certification
  return expiresOn !== null || rule.expiry.shape === 'none'
    ? { kind: 'in-force', expiresOn }
    : { kind: 'end-not-known', endsOn: endByRule(certification, cycle) }
}

const notCertified = (reason: StatusReason): Finding[] => [
  { status: CertificationStatus.NOT_CERTIFIED, reason },
]

export function renewalOpening(
  { submission }: RenewalRule,
  expiresOn: PlainDate,
  cycle: RenewalCycle,
): Pick<Extract<StatusReason, { kind: 'renewal-open' }>, 'opensOn' | 'basis' | 'sendByOn'> {
  const { opensDaysBefore, dueDaysBefore } = submission
  const opensOn = addDays(expiresOn, -(opensDaysBefore ?? RENEWAL_OPENS_DAYS_BEFORE))
  return {
    // A renewal never opens before its cycle has begun, however short the cycle is.
    opensOn: cycle.kind === 'known' ? maxDate(opensOn, cycle.startsOn) : opensOn,
    basis: opensDaysBefore === null ? 'alongside' : 'rule',
    sendByOn: dueDaysBefore === null ? null : addDays(expiresOn, -dueDaysBefore),
  }
}

/** The newer page says open, the rule in force does not: only the board knows which one applies. */
function mayBeOpenOn({ certification, rule, later, cycle }: StatusInput, day: PlainDate): Finding[] {
  const opensOn = mayOpenOn({ certification, later, cycle })
  const expiresOn = certification?.expiresOn ?? null
  if (opensOn === null || expiresOn === null || day < opensOn) return []
  if (renewalOpening(rule, expiresOn, cycle).opensOn <= day) return []
  return [{ status: CertificationStatus.CURRENT, reason: { kind: 'renewal-may-be-open', opensOn } }]
}

export function mayOpenOn({
  certification,
  later,
  cycle,
}: Pick<StatusInput, 'certification' | 'later' | 'cycle'>): PlainDate | null {
  const expiresOn = certification?.expiresOn ?? null
  if (expiresOn === null || later === null || later.submission.opensDaysBefore === null) return null
  return renewalOpening(later, expiresOn, cycle).opensOn
}

/** Renewal is open between the printed date and the date to which the board extended it. */
function extendedOn(expiresOn: PlainDate | null, endsOn: PlainDate | null, day: PlainDate): Finding[] {
  if (expiresOn === null || endsOn === null || day <= expiresOn || endsOn < day) return []
  return [
    {
      status: CertificationStatus.RENEWAL_OPEN,
      reason: { kind: 'extended', printedOn: expiresOn, extendedUntil: endsOn },
    },
  ]
}

function recordedOn(periods: readonly StatusPeriod[], day: PlainDate): Finding[] {
  return periods.flatMap(({ status: boardStatus, startsOn, endsOn }): Finding[] => {
    const status = RECORDED[boardStatus]
    if (status === null || day < startsOn || (endsOn !== null && endsOn < day)) return []
    return [{ status, reason: { kind: 'status-recorded', status: boardStatus, startsOn, endsOn } }]
  })
}

/** It stays at risk until it expires, even during an extension: a later date alone adds no hours. */
function shortOn({ cycle, forecast, atRiskFrom }: StatusInput, day: PlainDate): Finding[] {
  if (cycle.kind === 'unknown' || atRiskFrom === null || day < atRiskFrom) return []
  const short = forecast.filter(({ shortBy }) => shortBy > 0)
  const atRisk = short.filter(({ isAtRisk }) => isAtRisk)
  return (atRisk.length > 0 ? atRisk : short).map((shortfall) => ({
    status: CertificationStatus.AT_RISK,
    reason: { kind: 'short-at-this-pace', shortfall, cycleEndsOn: cycle.endsOn },
  }))
}

function openOn({ certification, rule, cycle }: StatusInput, day: PlainDate): Finding[] {
  const expiresOn = certification?.expiresOn ?? null
  if (expiresOn === null || expiresOn < day) return []
  const opening = renewalOpening(rule, expiresOn, cycle)
  if (day < opening.opensOn) return []
  return [
    {
      status: CertificationStatus.RENEWAL_OPEN,
      reason: { kind: 'renewal-open', ...opening, closesOn: expiresOn },
    },
  ]
}
