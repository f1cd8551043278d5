import { describe, expect, it } from 'vitest'
import { recordAsOf } from '@alongside/shared/certification/as-of/as-of'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { ruleInForce } from '@alongside/shared/certification/rules/rule-in-force'
import { course } from '../status/any-case.ts'
import { assess, linesOf, recordFor } from '../status/real-credential.ts'

/** Renewed before the first certificate had ended. */
function renewedEarly(
  first: { startsOn: string; expiresOn: string },
  termStartsOn: string,
  expiresOn: string,
): CertificationFacts {
  return { issuedOn: first.startsOn, birthday: null, earlierTerms: [first], termStartsOn, expiresOn }
}

describe('an early renewal', () => {
  const california = renewedEarly(
    { startsOn: '2024-02-29', expiresOn: '2026-02-28' },
    '2025-12-10',
    '2027-12-10',
  )
  const northCarolina = renewedEarly(
    { startsOn: '2024-02-10', expiresOn: '2026-02-28' },
    '2026-01-15',
    '2028-02-29',
  )

  it('begins the next cycle on its own day, where the print runs a whole cycle from there', () => {
    const record = recordFor('us-ca-cmpss', california, [course('2026-01-20', 6, { categories: ['ethics'] })])
    expect(assess(record, '2026-02-01').cycle).toMatchObject({
      startsOn: '2025-12-10',
      endsOn: '2027-12-10',
      isFirstTerm: false,
    })
    expect(linesOf(record, '2026-02-01')[0]).toEqual(['total', 20, 6])
  })

  it('begins it where the board counts hours after the last recertification', () => {
    const record = recordFor('us-nc-nccpss', northCarolina, [course('2026-02-01', 5)])
    expect(assess(record, '2026-02-15').cycle).toMatchObject({ startsOn: '2026-01-15', endsOn: '2028-02-29' })
    expect(linesOf(record, '2026-02-15')[0]).toEqual(['total', 20, 5])
  })

  it('leaves the days before it to the certificate before', () => {
    const { certification } = recordAsOf(recordFor('us-ca-cmpss', california), '2025-12-09')
    expect(certification).toMatchObject({ expiresOn: '2026-02-28', termStartsOn: '2024-02-29' })
  })

  it('waits for the end of the certificate before, where the print keeps the old day', () => {
    const kept = { ...california, expiresOn: '2028-02-28' }
    expect(assess(recordFor('us-ca-cmpss', kept), '2026-04-01').cycle).toMatchObject({
      startsOn: '2026-03-01',
    })
    expect(recordAsOf(recordFor('us-ca-cmpss', kept), '2026-02-01').certification?.expiresOn).toBe(
      '2026-02-28',
    )
    const georgia = renewedEarly(
      { startsOn: '2025-01-01', expiresOn: '2025-12-31' },
      '2025-12-01',
      '2026-12-31',
    )
    expect(assess(recordFor('us-ga-cps-mh', georgia), '2026-02-01').cycle).toMatchObject({
      startsOn: '2026-01-01',
    })
  })
})

describe('a certificate is assessed by the version that fits what is printed on it', () => {
  const tennessee = renewalRulesOf('us-tn-cprs')
  const monthsFor = (facts: Partial<CertificationFacts> & { issuedOn: string }) => {
    const { rule, cycle } = ruleInForce(tennessee, { expiresOn: null, birthday: null, ...facts })
    return [rule.cycleMonths, cycle.kind === 'known' && cycle.startsOn]
  }

  it('by the two-year rule where it runs two years, whenever it began', () => {
    const first = { startsOn: '2024-10-15', expiresOn: '2026-10-15' }
    expect(monthsFor({ issuedOn: '2024-10-15', expiresOn: '2026-10-15' })).toEqual([24, '2024-10-15'])
    const next = {
      issuedOn: '2024-10-15',
      expiresOn: '2028-10-15',
      termStartsOn: '2026-10-16',
      earlierTerms: [first],
    }
    expect(monthsFor(next)).toEqual([24, '2026-10-16'])
  })

  it('by the yearly rule where it runs one year, also when the newer rule had been read', () => {
    expect(monthsFor({ issuedOn: '2026-12-01', expiresOn: '2027-12-01' })).toEqual([12, '2026-12-01'])
    // Where nothing is printed, or the first day is not known, the day of the change decides.
    expect(monthsFor({ issuedOn: '2025-10-15' })).toEqual([12, '2025-10-15'])
  })

  it('with none of the amounts of another length', () => {
    const record = {
      ...recordFor('us-tn-cprs', { issuedOn: '2024-10-15', expiresOn: '2026-10-15' }),
      practice: { sessions: null, serviceHours: [{ on: '2025-06-30', hours: 30 }] },
    }
    expect(linesOf(record, '2026-10-01')).toEqual([
      ['total', 'unknown: total-not-read'],
      ['practice', 50, 30],
      ['practice', 'unknown: practice-not-recorded'],
    ])
  })

  it('by the common date that is printed (Wisconsin: Aug 30 before, Oct 31 now)', () => {
    const dayOf = (expiresOn: string) => {
      const facts = { issuedOn: '2023-03-01', expiresOn, birthday: null }
      const { expiry } = ruleInForce(renewalRulesOf('us-wi-cps'), facts).rule
      return expiry.shape === 'fixed-date' && [expiry.month, expiry.day]
    }
    expect(dayOf('2025-10-31')).toEqual([10, 31])
    expect(dayOf('2025-08-30')).toEqual([8, 30])
  })
})
