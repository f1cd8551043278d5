/** What speaks for each standing on a day: recorded statuses, the printed expiry, the late rule, hours at pace, the opening. */
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { CertificationStatus, type CertificationFacts, type StatusPeriod } from './certification-facts.ts'
import type { RequirementForecast } from '../forecast/forecast.ts'
import type { RenewalCycle } from '../cycle/renewal-cycle.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { Standing, type Finding, type StandingReason } from './status.ts'
import { afterExpiry } from './after-expiry.ts'
import { expiryInForce } from './expiry-in-force.ts'

/**
 * Where a board's opening day was not read, renewal counts as open so many days before the expiry.
 * Source: Alongside's own choice; five of the six openings in the catalogue are 90 days. The reason says so.
 */
export const RENEWAL_OPENS_DAYS_BEFORE = 90

export interface StandingInput {
  readonly certification: CertificationFacts | null
  readonly statusPeriods: readonly StatusPeriod[]
  readonly rule: RenewalRule
  readonly cycle: RenewalCycle
  readonly forecast: readonly RequirementForecast[]
  /** From `atRiskFrom`: the first day at risk if nothing is added. */
  readonly atRiskFrom: PlainDate | null
}

const PRECEDENCE: readonly Standing[] = Object.values(Standing)

const RECORDED: Readonly<Record<CertificationStatus, Standing | null>> = {
  [CertificationStatus.ACTIVE]: null,
  [CertificationStatus.INACTIVE]: Standing.INACTIVE,
  [CertificationStatus.IN_GRACE]: Standing.GRACE,
  [CertificationStatus.LAPSED]: Standing.LAPSED,
  [CertificationStatus.SUSPENDED]: Standing.SUSPENDED,
  [CertificationStatus.REVOKED]: Standing.REVOKED,
}

/** The findings of a day, the strongest standing first; never empty. */
export function findingsOn(input: StandingInput, day: PlainDate): Finding[] {
  const { certification } = input
  if (certification === null) return notCertified({ kind: 'no-certification' })
  const { issuedOn, expiresOn } = certification
  const endsOn = expiryInForce(input.rule, certification)
  if (issuedOn > day) return notCertified({ kind: 'not-issued-yet', issuedOn })
  const recorded = recordedOn(input.statusPeriods, day)
  const inRecordedGrace = recorded.some(({ standing }) => standing === Standing.GRACE)
  const hasExpired = endsOn !== null && endsOn < day
  const findings = [
    ...recorded,
    ...(hasExpired
      ? [afterExpiry(input.rule, endsOn, inRecordedGrace, day)]
      : [...shortOn(input, day), ...openOn(input, day), ...extendedOn(expiresOn, endsOn, day)]),
  ]
  if (findings.length === 0) return [{ standing: Standing.CURRENT, reason: { kind: 'in-force', expiresOn } }]
  return findings.sort((one, other) => PRECEDENCE.indexOf(one.standing) - PRECEDENCE.indexOf(other.standing))
}

const notCertified = (reason: StandingReason): Finding[] => [{ standing: Standing.NOT_CERTIFIED, reason }]

export function renewalOpening(
  { submission }: RenewalRule,
  expiresOn: PlainDate,
): Pick<Extract<StandingReason, { kind: 'renewal-open' }>, 'opensOn' | 'basis' | 'sendByOn'> {
  const { opensDaysBefore, dueDaysBefore } = submission
  return {
    opensOn: addDays(expiresOn, -(opensDaysBefore ?? RENEWAL_OPENS_DAYS_BEFORE)),
    basis: opensDaysBefore === null ? 'alongside' : 'rule',
    sendByOn: dueDaysBefore === null ? null : addDays(expiresOn, -dueDaysBefore),
  }
}

/** Between the printed day and the day that the board put in its place renewal is open. */
function extendedOn(expiresOn: PlainDate | null, endsOn: PlainDate | null, day: PlainDate): Finding[] {
  if (expiresOn === null || endsOn === null || day <= expiresOn || endsOn < day) return []
  return [{ standing: Standing.RENEWAL_OPEN, reason: { kind: 'extended', expiresOn, untilOn: endsOn } }]
}

function recordedOn(periods: readonly StatusPeriod[], day: PlainDate): Finding[] {
  return periods.flatMap(({ status, startsOn, endsOn }): Finding[] => {
    const standing = RECORDED[status]
    if (standing === null || day < startsOn || (endsOn !== null && endsOn < day)) return []
    return [{ standing, reason: { kind: 'status-recorded', status, startsOn, endsOn } }]
  })
}

function shortOn({ cycle, forecast, atRiskFrom }: StandingInput, day: PlainDate): Finding[] {
  if (cycle.kind === 'unknown' || atRiskFrom === null || day < atRiskFrom || cycle.endsOn < day) return []
  const short = forecast.filter(({ shortBy }) => shortBy > 0)
  const atRisk = short.filter(({ isAtRisk }) => isAtRisk)
  return (atRisk.length > 0 ? atRisk : short).map((shortfall) => ({
    standing: Standing.AT_RISK,
    reason: { kind: 'short-at-this-pace', shortfall, endsOn: cycle.endsOn },
  }))
}

function openOn({ certification, rule }: StandingInput, day: PlainDate): Finding[] {
  const expiresOn = certification?.expiresOn ?? null
  if (expiresOn === null || expiresOn < day) return []
  const opening = renewalOpening(rule, expiresOn)
  if (day < opening.opensOn) return []
  return [
    { standing: Standing.RENEWAL_OPEN, reason: { kind: 'renewal-open', ...opening, closesOn: expiresOn } },
  ]
}
