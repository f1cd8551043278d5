/** What a certification counts as once its printed expiry has passed. */
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
  const daysAfter = daysBetween(expiredOn, day)
  const step = lateStepOn(rule, daysAfter)
  const untilOn = step?.withinDays == null ? null : addDays(expiredOn, step.withinDays)
  return {
    status: inRecordedGrace ? CertificationStatus.GRACE : AFTER_EXPIRY[step?.status ?? 'lapsed'],
    reason: { kind: 'expired', expiredOn, late: step ?? null, untilOn },
  }
}

/** The step of the late rule that holds so many days after the expiry; undefined where none was read. */
export function lateStepOn({ late }: RenewalRule, daysAfter: number): LateStep | undefined {
  return late.find(({ withinDays }) => withinDays === null || daysAfter <= withinDays)
}

/** The last day of each step of the late rule that has one. */
export function lateStepEnds({ late }: RenewalRule, expiredOn: PlainDate): PlainDate[] {
  return late.flatMap(({ withinDays }) => (withinDays === null ? [] : [addDays(expiredOn, withinDays)]))
}
