import { describe, expect, it } from 'vitest'
import type { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type { CertificationRecord } from '@alongside/shared/certification/status/assess-certification'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { course } from '../status/any-case.ts'
import { assess, linesOf, recordFor } from '../status/real-credential.ts'

const shortOf = (record: CertificationRecord, day: string): unknown[] =>
  assess(record, day).requirements.flatMap((result) =>
    result.kind === 'measured' && result.shortBy > 0
      ? [
          [
            result.requirement.kind === 'minimum' ? result.requirement.category : result.requirement.kind,
            result.shortBy,
          ],
        ]
      : [],
  )

describe('hours of the first and the last day', () => {
  const days = ['2026-12-01', '2026-12-02', '2028-12-01', '2028-12-02']
  it('count, and those of the days around do not', () => {
    const facts = { issuedOn: '2024-12-01', expiresOn: '2028-12-01' }
    const earned = days.map(
      (heldOn) => linesOf(recordFor('us-de-cprs', facts, [course(heldOn, 3)]), '2028-12-01')[0]?.[2],
    )
    expect(earned).toEqual([0, 3, 3, 0])
  })

  it('end on the day before the deadline in Kentucky', () => {
    const facts = {
      issuedOn: '2024-12-01',
      expiresOn: '2027-12-01',
      conditions: { 'alcohol-and-drug-entity': false },
    }
    const earned = ['2027-11-30', '2027-12-01'].map(
      (heldOn) => linesOf(recordFor('us-ky-apss', facts, [course(heldOn, 3)]), '2027-12-01')[0]?.[2],
    )
    expect(earned).toEqual([3, 0])
  })

  it('begin two years before the expiry in Pennsylvania, however long the certificate ran', () => {
    const facts = {
      issuedOn: '2020-01-01',
      expiresOn: '2028-06-30',
      earlierTerms: [{ startsOn: '2024-01-01', expiresOn: '2026-01-01' }],
    }
    const earned = ['2026-06-29', '2026-06-30'].map(
      (heldOn) => linesOf(recordFor('us-pa-crs', facts, [course(heldOn, 3)]), '2028-06-30')[0]?.[2],
    )
    expect(earned).toEqual([0, 3])
  })
})

describe('the calendar year of Georgia', () => {
  const facts = { issuedOn: '2025-12-10', expiresOn: '2026-12-31' }
  const given = (heldOn: string, hours: number) =>
    course(heldOn, hours, { sponsor: 'GMHCN', categories: ['ethics'] })

  it('is not owed for the year of the issue, even in December', () => {
    const issued = recordFor('us-ga-cps-mh', { issuedOn: '2025-12-10', expiresOn: '2025-12-31' })
    expect(linesOf(issued, '2025-12-20')).toContainEqual(['total', 'not-owed: new-holder'])
  })

  it('is owed from the next January, for the total, the sponsor and the course in ethics', () => {
    expect(shortOf(recordFor('us-ga-cps-mh', facts), '2026-06-01')).toEqual([
      ['total', 12],
      ['ethics', 1],
      ['sponsor', 6],
    ])
    expect(shortOf(recordFor('us-ga-cps-mh', facts, [given('2026-02-01', 12)]), '2026-06-01')).toEqual([])
  })

  it('carries nothing over', () => {
    const later = { issuedOn: '2024-03-01', expiresOn: '2027-12-31' }
    expect(linesOf(recordFor('us-ga-cps-mh', later, [given('2026-05-01', 40)]), '2027-06-01')[0]).toEqual([
      'total',
      12,
      0,
    ])
  })

  it('takes no hours of the grace time, only papers', () => {
    const late = recordFor('us-ga-cps-mh', facts, [given('2027-01-10', 12)])
    expect(assess(late, '2027-01-11').status).toBe(CertificationStatus.GRACE)
    expect(linesOf(late, '2027-01-11')[0]).toEqual(['total', 12, 0])
  })
})

describe('hours of the grace time', () => {
  it('do not complete the old cycle in West Virginia', () => {
    const facts = { issuedOn: '2022-09-01', expiresOn: '2026-08-30' }
    const record = recordFor('us-wv-prss', facts, [course('2026-09-10', 20, { categories: ['ethics'] })])
    expect(assess(record, '2026-09-15').status).toBe(CertificationStatus.LAPSED)
    expect(shortOf(record, '2026-09-15')).toEqual([
      ['total', 20],
      ['ethics', 6],
    ])
  })
})

describe('the same course', () => {
  const programme = 'listening by harbor'
  const facts = { issuedOn: '2019-09-02', expiresOn: '2027-09-01' }
  const earned = (credentialId: string, days: string[]) => {
    const credits = days.map((heldOn) => course(heldOn, 5, { programme, approvedBy: ['ICB'] }))
    return linesOf(recordFor(credentialId, facts, credits), '2027-08-01')[0]?.[2]
  }

  it('entered twice for one day counts once, everywhere', () => {
    expect(earned('us-de-cprs', ['2026-05-01', '2026-05-01'])).toBe(5)
    expect(earned('us-de-cprs', ['2026-05-01', '2026-06-01'])).toBe(10)
  })

  it('counts once in two years in Nebraska, and once in a life in Illinois', () => {
    expect(earned('us-ne-cpss', ['2026-05-01', '2026-06-01'])).toBe(5)
    expect(earned('us-ne-cpss', ['2024-05-01', '2026-06-01'])).toBe(5)
    expect(earned('us-il-cprs', ['2024-05-01', '2026-06-01'])).toBe(0)
  })
})

describe('carry-over in Montana', () => {
  const montana = renewalRuleOf('us-mt-cbhpss')
  const facts = { issuedOn: '2022-01-01', expiresOn: '2027-12-31' }
  /** As an organization would write it that knows the year to be the holder's own. */
  const known = montana.total && { ...montana, total: { ...montana.total, yearKind: 'holder' as const } }
  const carried = (hours: number) => {
    const record = recordFor('us-mt-cbhpss', facts, [course('2026-05-01', hours)])
    return linesOf({ ...record, rules: known ? [known] : [] }, '2027-06-01')[0]
  }

  it('stops at its cap of twenty hours', () => {
    expect([39.75, 40, 41, 80].map((hours) => carried(hours)?.[2])).toEqual([19.75, 20, 20, 20])
  })

  it('is not guessed as long as nobody has read which year counts', () => {
    expect(linesOf(recordFor('us-mt-cbhpss', facts), '2027-06-01')[0]).toEqual([
      'total',
      'unknown: kind-of-year-not-read',
    ])
  })
})

describe('minimums', () => {
  it('overlap in Oregon: 28 hours asked inside 20', () => {
    const facts = { issuedOn: '2024-12-01', expiresOn: '2028-12-01' }
    const each = (hours: number, ...categories: CeCategory[]) => course('2027-02-01', hours, { categories })
    const credits = [
      each(6, 'ethics', 'substance-use'),
      each(2, 'suicide-prevention', 'substance-use'),
      each(12, 'substance-use'),
    ]
    expect(shortOf(recordFor('us-or-crm', facts, credits), '2028-06-01')).toEqual([])
    const apart = [each(12, 'substance-use'), each(6, 'ethics'), each(2, 'suicide-prevention')]
    expect(shortOf(recordFor('us-or-crm', facts, apart), '2028-06-01')).toEqual([['substance-use', 8]])
  })

  it('of Ohio are not met at thirty hours with one topic hour missing', () => {
    const facts = {
      issuedOn: '2024-12-01',
      expiresOn: '2028-12-01',
      conditions: { 'supervises-others': false },
    }
    const topics: [CeCategory, number][] = [
      ['ethics', 3],
      ['boundaries', 3],
      ['cultural-competence', 2],
      ['system-navigation', 1],
      ['trauma', 2],
      ['general-behavioral-health', 1],
      ['health-and-wellness', 1],
      ['coaching', 2],
      ['any', 15],
    ]
    const credits = topics.map(([category, hours]) => course('2027-02-01', hours, { categories: [category] }))
    const record = recordFor('us-oh-cprs', facts, credits)
    expect(linesOf(record, '2028-10-01')[0]).toEqual(['total', 30, 30])
    expect(shortOf(record, '2028-10-01')).toEqual([['human-trafficking', 1]])
    expect(assess(record, '2028-10-01').status).toBe(CertificationStatus.AT_RISK)
  })

  it('of Washington look back six years from a cycle of two', () => {
    const facts = {
      issuedOn: '2020-06-15',
      expiresOn: '2028-06-15',
      birthday: '06-15',
      conditions: { 'supervises-others': false },
    }
    const lineFor = (heldOn: string) =>
      linesOf(
        recordFor('us-wa-cpss', facts, [course(heldOn, 3, { categories: ['suicide-prevention'] })]),
        '2028-01-01',
      )
    expect(lineFor('2022-06-16')).toContainEqual(['suicide-prevention', 3, 3])
    expect(lineFor('2022-06-15')).toContainEqual(['suicide-prevention', 3, 0])
    const young = recordFor('us-wa-cpss', { ...facts, issuedOn: '2024-06-15' })
    expect(linesOf(young, '2028-01-01')).toContainEqual(['suicide-prevention', 'not-owed: not-this-time'])
  })

  it('of New York’s endorsements stand on top of the 28 hours', () => {
    const facts = {
      issuedOn: '2023-12-01',
      expiresOn: '2029-12-01',
      conditions: { 'veteran-endorsement': true, 'family-endorsement': false },
    }
    const credits = [
      course('2027-02-01', 24, { approvedBy: ['ASAP-NYCB'] }),
      course('2027-02-02', 4, { approvedBy: ['ASAP-NYCB'], categories: ['ethics'] }),
      course('2020-02-02', 4, { approvedBy: ['ASAP-NYCB'], categories: ['medication-supported-recovery'] }),
    ]
    expect(shortOf(recordFor('us-ny-crpa', facts, credits), '2029-06-01')).toEqual([
      ['total', 3],
      ['military-content', 3],
    ])
  })
})
