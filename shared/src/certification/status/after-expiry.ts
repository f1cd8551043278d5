/** Decides the status after expiration: after the printed date, or after the date that the rule computes. */
import { addDays, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { LateStep } from '../rules/submission.ts'
import { CertificationStatus, type Finding } from './status.ts'

const AFTER_EXPIRY: Readonly<Record<LateStep['status'], CertificationStatus>> = {
  grace: CertificationStatus.GRACE,
  inactive: CertificationStatus.INACTIVE,
  lapsed: CertificationStatus.LAPSED,
}

/** The printed date decides. Only the board's late-renewal rule or a recorded grace period can soften the result. */
export function afterExpiry(
  rule: RenewalRule,
  expiredOn: PlainDate,
  inRecordedGrace: boolean,
  day: PlainDate,
): Finding {
  const { step, status, untilOn } = lateOn(rule, expiredOn, day)
  return {
    status: inRecordedGrace ? CertificationStatus.GRACE : status,
    reason: { kind: 'expired', expiredOn, late: step ?? null, untilOn },
  }
}

/** No date is printed, so the computed date decides until someone enters one: time alone never improves a status. */
export function afterEndByRule(
  rule: RenewalRule,
  endedOn: PlainDate,
  inRecordedGrace: boolean,
  day: PlainDate,
): Finding {
  const { step, status, untilOn } = lateOn(rule, endedOn, day)
  return {
    status: inRecordedGrace ? CertificationStatus.GRACE : status,
    reason: { kind: 'ended-by-rule', endedOn, late: step ?? null, untilOn },
  }
}

function lateOn(rule: RenewalRule, endedOn: PlainDate, day: PlainDate) {
  const step = lateStepOn(rule, daysBetween(endedOn, day))
  const untilOn = step?.withinDays == null ? null : addDays(endedOn, step.withinDays)
  return { step, untilOn, status: AFTER_EXPIRY[step?.status ?? 'lapsed'] }
}

/** Returns the late-renewal step that applies this many days after expiration; undefined if none was read. */
export function lateStepOn({ late }: RenewalRule, daysAfter: number): LateStep | undefined {
  return late.find(({ withinDays }) => withinDays === null || daysAfter <= withinDays)
}

/** Returns the last day of each late-renewal step that has one. */
export function lateStepEnds({ late }: RenewalRule, expiredOn: PlainDate): PlainDate[] {
  return late.flatMap(({ withinDays }) => (withinDays === null ? [] : [addDays(expiredOn, withinDays)]))
}
