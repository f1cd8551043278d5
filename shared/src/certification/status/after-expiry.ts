/** What a certification counts as once its end has passed: the printed one, or the one that the rule counts. */
import { addDays, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { LateStep } from '../rules/submission.ts'
import { CertificationStatus, type Finding } from './status.ts'

const AFTER_EXPIRY: Readonly<Record<LateStep['status'], CertificationStatus>> = {
  grace: CertificationStatus.GRACE,
  inactive: CertificationStatus.INACTIVE,
  lapsed: CertificationStatus.LAPSED,
}

/** The printed expiry decides; only a board's own late rule, or a grace that was recorded, softens it. */
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

/** Nothing is printed, so the end by the rule decides until the printed day is entered: a passing day never heals. */
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

/** The step of the late rule that holds so many days after the expiry; undefined where none was read. */
export function lateStepOn({ late }: RenewalRule, daysAfter: number): LateStep | undefined {
  return late.find(({ withinDays }) => withinDays === null || daysAfter <= withinDays)
}

/** The last day of each step of the late rule that has one. */
export function lateStepEnds({ late }: RenewalRule, expiredOn: PlainDate): PlainDate[] {
  return late.flatMap(({ withinDays }) => (withinDays === null ? [] : [addDays(expiredOn, withinDays)]))
}
