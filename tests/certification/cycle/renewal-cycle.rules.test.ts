import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, endOfMonth, startOfMonth } from '@alongside/shared/calendar/plain-date'
import { daysOf } from '@alongside/shared/calendar/period'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { nextExpiry } from '@alongside/shared/certification/cycle/next-expiry'
import { renewalCycle } from '@alongside/shared/certification/cycle/renewal-cycle'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { anyCertification, anyDay, anyRule, CASES, PROPERTY_TIMEOUT_MS } from '../rules/any-rule.ts'

function held(
  issuedOn: string,
  expiresOn: string | null = null,
  birthday: string | null = null,
): CertificationFacts {
  return { issuedOn, expiresOn, birthday }
}

function cycleOf(credentialId: string, certification: CertificationFacts) {
  return renewalCycle(renewalRuleOf(credentialId), certification)
}

describe('the expiry that is suggested', () => {
  it.each([
    ['California, 24 months from the issue', 'us-ca-cmpss', held('2026-05-10'), '2028-05-10'],
    ['Connecticut, 36 months', 'us-ct-rss', held('2026-05-10'), '2029-05-10'],
    ['California from a leap day', 'us-ca-cmpss', held('2028-02-29'), '2030-02-28'],
    ['the leap day back after four years', 'us-ca-cmpss', held('2028-02-29', '2030-02-28'), '2032-02-29'],
    ['the one after a printed day of its own', 'us-ca-cmpss', held('2024-05-10', '2026-05-31'), '2028-05-31'],
    ['North Carolina, end of the month', 'us-nc-nccpss', held('2026-02-10'), '2028-02-29'],
    ['North Carolina, from a short month', 'us-nc-nccpss', held('2024-02-05', '2028-02-29'), '2030-02-28'],
    ['Michigan, first of the month', 'us-mi-cpss', held('2026-05-31'), '2028-05-01'],
    ['Mississippi, every fourth year', 'us-ms-cpssp', held('2024-03-01'), '2027-09-30'],
    ['Mississippi, after a Saturday in 2023', 'us-ms-cpssp', held('2020-03-01', '2023-09-29'), '2027-09-30'],
    ['Nebraska, first of September of odd years', 'us-ne-cpss', held('2026-10-02'), '2027-09-01'],
    ['Nebraska on the day itself', 'us-ne-cpss', held('2027-09-01'), '2029-09-01'],
    ['Georgia, every 31 December', 'us-ga-cps-mh', held('2026-03-01', '2026-12-31'), '2027-12-31'],
    ['Wisconsin, in the holder’s years', 'us-wi-cps', held('2023-04-01', '2026-10-31'), '2028-10-31'],
    ['Washington, on the birthday', 'us-wa-cpss', held('2025-08-01', '2027-02-28', '02-29'), '2029-02-28'],
    [
      'Washington, a leap-day birthday',
      'us-wa-cpss',
      held('2025-08-01', '2026-02-28', '02-29'),
      '2028-02-29',
    ],
  ])('is for %s', (_name, credentialId, certification, expiresOn) => {
    expect(nextExpiry(renewalRuleOf(credentialId), certification)).toEqual({ kind: 'suggested', expiresOn })
  })

  it.each([
    ['us-ma-cps', held('2026-05-10'), 'never-expires'],
    ['us-al-crss', held('2026-05-10'), 'expiry-not-read'],
    ['us-nd-cpss', held('2026-05-10'), 'expiry-not-read'],
    ['us-wi-cps', held('2026-05-10'), 'year-of-holder-not-known'],
    ['us-wa-cpss', held('2026-05-10', null, '07-04'), 'first-term-not-read'],
    ['us-wa-cpss', held('2026-05-10', '2027-07-04'), 'birthday-not-known'],
  ])('is unknown rather than guessed for %s', (credentialId, certification, reason) => {
    expect(nextExpiry(renewalRuleOf(credentialId), certification)).toEqual({ kind: 'unknown', reason })
  })

  it(
    'is a day after the issue and after the printed expiry, on the edge that the shape asks for',
    () => {
      fc.assert(
        fc.property(anyRule, anyCertification, (rule, certification) => {
          const suggestion = nextExpiry(rule, certification)
          if (suggestion.kind === 'unknown') return
          const { expiresOn } = suggestion
          const { shape } = rule.expiry
          if (shape !== 'month-start') expect(expiresOn > certification.issuedOn).toBe(true)
          if (certification.expiresOn !== null) expect(expiresOn > certification.expiresOn).toBe(true)
          if (shape === 'month-end') expect(expiresOn).toBe(endOfMonth(expiresOn))
          if (shape === 'month-start') expect(expiresOn).toBe(startOfMonth(expiresOn))
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})

describe('the cycle', () => {
  it('ends on the day printed on the certificate, whatever the rule would make of it', () => {
    expect(cycleOf('us-ca-cmpss', held('2022-05-10', '2026-06-30'))).toEqual({
      kind: 'known',
      startsOn: '2024-07-01',
      endsOn: '2026-06-30',
      source: 'printed',
      isFirstTerm: false,
    })
  })

  it('is counted by the rule where nothing is printed', () => {
    expect(cycleOf('us-ca-cmpss', held('2026-05-10'))).toMatchObject({
      startsOn: '2026-05-10',
      endsOn: '2028-05-10',
      source: 'rule',
      isFirstTerm: true,
    })
  })

  it.each([
    ['California from its issue', 'us-ca-cmpss', held('2024-05-10', '2026-05-10'), '2024-05-10'],
    ['California, the second term', 'us-ca-cmpss', held('2022-05-10', '2026-05-10'), '2024-05-11'],
    ['a leap-day anchor', 'us-ca-cmpss', held('2024-02-29', '2030-02-28'), '2028-03-01'],
    ['North Carolina, first term', 'us-nc-nccpss', held('2024-05-17', '2026-05-31'), '2024-05-17'],
    ['North Carolina, later term', 'us-nc-nccpss', held('2020-05-17', '2026-02-28'), '2024-03-01'],
    ['Michigan, from the first of the month', 'us-mi-cpss', held('2024-05-17', '2026-05-01'), '2024-05-01'],
    ['Nebraska', 'us-ne-cpss', held('2020-05-17', '2027-09-01'), '2025-09-02'],
    ['Mississippi', 'us-ms-cpssp', held('2018-05-17', '2027-09-30'), '2023-09-30'],
    ['Georgia, one calendar year', 'us-ga-cps-mh', held('2020-05-17', '2026-12-31'), '2026-01-01'],
    [
      'Washington, birthday to birthday',
      'us-wa-cpss',
      held('2020-05-17', '2030-02-28', '02-29'),
      '2028-03-01',
    ],
    ['Virginia registration, as printed', 'us-va-rprs', held('2020-05-17', '2026-05-17'), '2025-05-18'],
  ])('begins for %s', (_name, credentialId, certification, startsOn) => {
    expect(cycleOf(credentialId, certification)).toMatchObject({ kind: 'known', startsOn })
  })

  it.each([
    ['us-al-crss', held('2024-05-10', '2026-05-10'), 'cycle-length-not-read'],
    ['us-nd-cpss', held('2024-05-10'), 'expiry-not-known'],
    ['us-ma-cps', held('2024-05-10'), 'never-expires'],
    ['us-ca-cmpss', held('2024-05-10', '2024-05-09'), 'dates-out-of-order'],
  ])('is unknown for %s', (credentialId, certification, reason) => {
    expect(cycleOf(credentialId, certification)).toEqual({ kind: 'unknown', reason })
  })

  it(
    'never begins before the month of the issue nor after its end, and is at most one cycle long',
    () => {
      fc.assert(
        fc.property(anyRule, anyCertification, (rule, certification) => {
          const cycle = renewalCycle(rule, certification)
          if (cycle.kind === 'unknown') return
          expect(cycle.startsOn >= startOfMonth(certification.issuedOn)).toBe(true)
          expect(cycle.startsOn <= cycle.endsOn).toBe(true)
          if (certification.expiresOn !== null) expect(cycle.endsOn).toBe(certification.expiresOn)
          expect(daysOf(cycle)).toBeLessThanOrEqual(((rule.cycleMonths ?? 0) / 12) * 366 + 31)
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'leaves no day out and counts none twice from one rolling term to the next',
    () => {
      const rolling = renewalRuleOf('us-ca-cmpss')
      fc.assert(
        fc.property(anyDay, fc.integer({ min: 1, max: 4 }), (issuedOn, renewals) => {
          let certification = held(issuedOn)
          let ended: string | null = null
          for (let term = 0; term <= renewals; term++) {
            const next = nextExpiry(rolling, certification)
            if (next.kind === 'unknown') throw new Error('a rolling expiry is always known')
            certification = { ...certification, expiresOn: next.expiresOn }
            const cycle = renewalCycle(rolling, certification)
            if (cycle.kind === 'unknown') throw new Error('a rolling cycle is always known')
            expect(cycle.startsOn).toBe(ended === null ? issuedOn : addDays(ended, 1))
            ended = cycle.endsOn
          }
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})
