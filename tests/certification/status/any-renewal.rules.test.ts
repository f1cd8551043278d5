import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, yearOf } from '@alongside/shared/calendar/plain-date'
import {
  assessCertification,
  type CertificationRecord,
} from '@alongside/shared/certification/status/assess-certification'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { birthdayIn, nextExpiry } from '@alongside/shared/certification/cycle/next-expiry'
import { isCommonDate } from '../../../shared/src/certification/cycle/printed-length.ts'
import { renewalCycle } from '@alongside/shared/certification/cycle/renewal-cycle'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { isMeasured } from '@alongside/shared/certification/requirements/requirement-result'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { recordOf, ruleWith } from './any-case.ts'
import { anyDay, anySituation, CASES, PROPERTY_TIMEOUT_MS } from '../rules/any-rule.ts'

/** Where a course counts once ever, taking it in an earlier period takes it away from this one: the rule says so. */
function usesUpLaterCourses(record: CertificationRecord, today: string): boolean {
  const { rule, cycle } = assessCertification(record, today)
  const [added] = record.credits
  if (added === undefined || cycle.kind === 'unknown') return false
  return rule.sameProgramme === 'once-ever' && added.heldOn < cycle.startsOn
}

/** The earliest stays: nothing is said of the time before it, so one that is earlier still says more. */
function withoutOne<Entry>(entries: readonly Entry[], dayOf: (entry: Entry) => string): Entry[] {
  const byDay = entries.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))
  return [...byDay.slice(0, 1), ...byDay.slice(2)]
}

/**
 * 13 hours of service a year, and 13.25 entered in the first year: pace is that of the last 365 days, and the hours
 * entered for the day before them once filled the year, so that they slowed it.
 */
const YEAR_FULL_BEFORE_PACE = {
  record: {
    ...recordOf(
      ruleWith({
        practice: [{ kind: 'service', amount: 13, unit: 'hours', per: 'year', longSessions: null }],
      }),
    ),
    certification: { issuedOn: '2026-07-20', expiresOn: '2030-07-19', birthday: null },
    practice: {
      sessions: null,
      serviceHours: [
        { on: '2025-06-15', hours: 0.25 },
        { on: '2028-07-20', hours: 0.25 },
        { on: '2028-07-20', hours: 2.75 },
        { on: '2028-07-21', hours: 10.25 },
      ],
    },
  },
  today: '2029-07-20',
}

describe('any renewal, by all versions of any of the 69 rules', () => {
  it(
    'never leaves more open because a credit was added',
    () => {
      fc.assert(
        fc.property(anySituation, ({ record, today }) => {
          if (usesUpLaterCourses(record, today)) return
          const before = assessCertification(
            { ...record, credits: record.credits.slice(1) },
            today,
          ).requirements
          const after = assessCertification(record, today).requirements
          expect(after).toHaveLength(before.length)
          after.forEach((result, place) => {
            const was = before[place]
            expect(result.kind).toBe(was?.kind)
            if (!isMeasured(result) || !was || !isMeasured(was)) return
            expect(result.shortBy).toBeLessThanOrEqual(was.shortBy)
            expect(result.earned + result.planned).toBeGreaterThanOrEqual(was.earned + was.planned)
          })
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'never leaves more open because a session was held or hours of service were entered',
    () => {
      fc.assert(
        fc.property(anySituation, ({ record, today }) => {
          const { practice = null } = record
          if (practice === null) return
          const { sessions, serviceHours } = practice
          const fewer = {
            sessions: sessions && withoutOne(sessions, ({ heldOn }) => heldOn),
            serviceHours: serviceHours && withoutOne(serviceHours, ({ on }) => on),
          }
          const before = assessCertification({ ...record, practice: fewer }, today).forecast
          const after = assessCertification(record, today).forecast
          expect(after).toHaveLength(before.length)
          after.forEach((each, place) => {
            const was = before[place]
            if (was === undefined) return
            expect(each.shortBy).toBeLessThanOrEqual(was.shortBy)
            expect(each.missed).toBeLessThanOrEqual(was.missed)
            expect(each.openNow).toBeLessThanOrEqual(was.openNow)
            expect(each.projectedShortBy).toBeLessThanOrEqual(was.projectedShortBy)
          })
        }),
        { numRuns: CASES, examples: [[YEAR_FULL_BEFORE_PACE]] },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'does not depend on the order in which hours, sessions and versions stand',
    () => {
      fc.assert(
        fc.property(anySituation, ({ record, today }) => {
          const { credits, rules, practice = null } = record
          const reversed = {
            ...record,
            credits: credits.toReversed(),
            rules: rules.toReversed(),
            practice: practice && {
              sessions: practice.sessions?.toReversed() ?? null,
              serviceHours: practice.serviceHours?.toReversed() ?? null,
            },
          }
          expect(assessCertification(reversed, today)).toEqual(assessCertification(record, today))
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'is assessed by a version that was in force when its cycle began, wherever one was',
    () => {
      fc.assert(
        fc.property(anySituation, ({ record, today }) => {
          const { rule, cycle } = assessCertification(record, today)
          if (cycle.kind === 'unknown') return
          const covers = ({ effectiveFrom, effectiveTo }: RenewalRule, day: string) =>
            (effectiveFrom ?? day) <= day && day <= (effectiveTo ?? day)
          const candidates = record.rules.filter((each) => {
            const own = renewalCycle(each, record.certification)
            return own.kind === 'known' && covers(each, own.startsOn)
          })
          // Unless what is printed runs as long as another version says, and not as long as these.
          const { issuedOn, expiresOn } = record.certification
          const months = expiresOn === null ? null : daysBetween(issuedOn, expiresOn) / 30.44
          const off = (each: RenewalRule) => Math.abs((each.cycleMonths ?? months ?? 0) - (months ?? 0))
          // Or ends on the common date of another version, and of none of these.
          const isItsDay = (each: RenewalRule) => expiresOn !== null && isCommonDate(each, { expiresOn })
          if (isItsDay(rule) && !candidates.some(isItsDay)) return
          if (candidates.length > 0 && !candidates.includes(rule)) {
            expect(months).not.toBeNull()
            expect(Math.min(...candidates.map(off))).toBeGreaterThan(off(rule))
          }
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'asks no number that was not read, and no more than nothing of what is not owed',
    () => {
      fc.assert(
        fc.property(anySituation, ({ record, today }) => {
          const { rule, requirements } = assessCertification(record, today)
          const total = requirements[0]
          expect(total?.requirement.kind).toBe('total')
          if (rule.total === null) expect(['unknown', 'not-owed']).toContain(total?.kind)
          for (const result of requirements.filter(isMeasured)) {
            expect(result.needed).toBeGreaterThan(0)
            expect(result.shortBy).toBe(Math.max(0, result.needed - result.earned))
            expect(result.carriedOver).toBeLessThanOrEqual(rule.maxCarryOver ?? 0)
            expect(result.window.startsOn <= result.window.endsOn).toBe(true)
          }
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})

describe('one certificate after another, to 2040', () => {
  /** Those whose next expiry can be counted, once the first is printed where it has to be. */
  const counted = CREDENTIALS.map(({ id }) => renewalRulesOf(id)).filter(
    (rules) => !['unknown', 'none', 'printed'].includes(rules.at(-1)?.expiry.shape ?? 'unknown'),
  )

  it.each(counted.map((rules) => [rules[0]?.credentialId, rules.at(-1)] as const))(
    '%s leaves no day out, and counts none twice',
    (_id, rule) => {
      if (rule === undefined) throw new Error('every credential has a rule')
      fc.assert(
        fc.property(anyDay, fc.integer({ min: 2_020, max: 2_040 }), (issuedOn, examYear) => {
          const facts = { birthday: '02-29', chosenCycleMonths: 24, examYear }
          const firstEnd = rule.expiry.shape === 'birthday' ? birthdayIn(yearOf(issuedOn) + 1, '02-29') : null
          let held: CertificationFacts = { ...facts, issuedOn, expiresOn: firstEnd }
          let ended: string | null = null
          while ((held.expiresOn ?? '') < '2040-12-31') {
            if (held.expiresOn === null || ended !== null) {
              const next = nextExpiry(rule, held)
              if (next.kind === 'unknown') throw new Error(next.reason)
              expect(next.expiresOn > (held.expiresOn ?? '')).toBe(true)
              held = { ...held, expiresOn: next.expiresOn }
            }
            const cycle = renewalCycle(rule, held)
            if (cycle.kind === 'unknown') throw new Error(cycle.reason)
            if (ended !== null) expect(cycle.startsOn).toBe(addDays(ended, 1))
            ended = cycle.endsOn
          }
        }),
        { numRuns: CASES / 20 },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})
