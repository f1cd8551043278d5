import { describe, expect, it } from 'vitest'
import { nextExpiry } from '@alongside/shared/certification/cycle/next-expiry'
import { certifiedOn } from '@alongside/shared/certification/as-of/day-of-service'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { course } from '../status/any-case.ts'
import { assess, linesOf, recordFor } from '../status/real-credential.ts'

const expiryAfter = (credentialId: string, issuedOn: string, expiresOn: string | null = null) => {
  const suggestion = nextExpiry(renewalRuleOf(credentialId), { issuedOn, expiresOn, birthday: null })
  return suggestion.kind === 'suggested' ? suggestion.expiresOn : suggestion.reason
}

describe('29 February', () => {
  it('is 28 February in a common year, and comes back in a leap year', () => {
    expect(expiryAfter('us-ca-cmpss', '2028-02-29')).toBe('2030-02-28')
    expect(expiryAfter('us-ca-cmpss', '2028-02-29', '2030-02-28')).toBe('2032-02-29')
    expect(expiryAfter('us-ny-crpa', '2028-02-29')).toBe('2031-02-28')
  })

  it('begins and ends a cycle, and no day is left out between two', () => {
    const first = assess(
      recordFor('us-de-cprs', { issuedOn: '2028-02-29', expiresOn: '2030-02-28' }),
      '2029-01-01',
    )
    const second = assess(
      recordFor('us-de-cprs', { issuedOn: '2028-02-29', expiresOn: '2032-02-29' }),
      '2031-01-01',
    )
    expect(first.cycle).toMatchObject({ startsOn: '2028-02-29', endsOn: '2030-02-28', isFirstTerm: true })
    expect(second.cycle).toMatchObject({ startsOn: '2030-03-01', endsOn: '2032-02-29', isFirstTerm: false })
  })
})

describe('the end of a month', () => {
  it('clamps, and is kept where the rule asks for it', () => {
    expect(expiryAfter('us-id-cpss', '2027-08-31')).toBe('2028-02-29')
    expect(expiryAfter('us-nc-nccpss', '2026-02-10')).toBe('2028-02-29')
    expect(expiryAfter('us-nc-nccpss', '2026-02-10', '2028-02-29')).toBe('2030-02-28')
    expect(expiryAfter('us-mi-cpss', '2026-05-31')).toBe('2028-05-01')
  })
})

describe('a common date', () => {
  it('moves off a weekend in Mississippi, every fourth year, and stays on it in Nebraska', () => {
    // 30 September 2023 is a Saturday, 2027 a Thursday, 2035 a Sunday; 1 September 2029 is a Saturday.
    expect(expiryAfter('us-ms-cpssp', '2020-03-01')).toBe('2023-09-29')
    expect(expiryAfter('us-ms-cpssp', '2020-03-01', '2023-09-29')).toBe('2027-09-30')
    expect(expiryAfter('us-ms-cpssp', '2033-01-01')).toBe('2035-09-28')
    expect(expiryAfter('us-ne-cpss', '2028-01-15')).toBe('2029-09-01')
  })

  it('goes by the years of the holder in Wisconsin', () => {
    const suggest = (examYear: number) =>
      nextExpiry(renewalRuleOf('us-wi-cps'), {
        issuedOn: '2027-02-01',
        expiresOn: null,
        birthday: null,
        examYear,
      })
    expect(suggest(2026)).toEqual({ kind: 'suggested', expiresOn: '2028-10-31' })
    expect(suggest(2027)).toEqual({ kind: 'suggested', expiresOn: '2027-10-31' })
  })
})

describe('a first term', () => {
  it('in Washington is short, ends on the birthday, and owes nothing; the next owes thirty hours', () => {
    const born = { issuedOn: '2026-01-10', birthday: '06-15' }
    const short = recordFor('us-wa-cpss', { ...born, expiresOn: '2027-06-15' })
    expect(linesOf(short, '2026-06-01')[0]).toEqual(['total', 'not-owed: new-holder'])
    expect(expiryAfter('us-wa-cpss', '2026-01-10', '2027-06-15')).toBe('birthday-not-known')
    const full = recordFor('us-wa-cpss', { ...born, expiresOn: '2029-06-15' })
    expect(assess(full, '2028-01-01').cycle).toMatchObject({ startsOn: '2027-06-16' })
    expect(linesOf(full, '2028-01-01')[0]).toEqual(['total', 30, 0])
  })

  it('in Texas lasts six months, or twelve when extended, and says nothing of hours that nobody has read', () => {
    expect(expiryAfter('us-tx-mhps', '2026-08-31')).toBe('2027-02-28')
    const extended = recordFor('us-tx-mhps', { issuedOn: '2026-08-31', expiresOn: '2027-08-31' })
    expect(linesOf(extended, '2027-01-01')[0]).toEqual(['total', 'unknown: first-term-not-read'])
    const full = recordFor('us-tx-mhps', { issuedOn: '2026-08-31', expiresOn: '2029-02-28' })
    expect(linesOf(full, '2028-01-01')[0]).toEqual(['total', 20, 0])
  })

  it('in Minnesota asks for a fee only, and hours begin with the two years after it', () => {
    expect(expiryAfter('us-mn-cprs', '2026-03-15')).toBe('2027-03-15')
    const first = recordFor('us-mn-cprs', { issuedOn: '2026-03-15', expiresOn: '2027-03-15' })
    expect(linesOf(first, '2026-10-01')).toEqual([
      ['total', 'not-owed: new-holder'],
      ['ethics', 'not-owed: new-holder'],
    ])
    const next = recordFor('us-mn-cprs', { issuedOn: '2026-03-15', expiresOn: '2029-03-15' })
    expect(linesOf(next, '2027-10-01')).toContainEqual(['ethics', 6, 0])
  })

  it('in Nebraska owes nothing when it began in the last year, unless the holder is grandfathered', () => {
    const issued = (issuedOn: string, conditions = {}) =>
      linesOf(recordFor('us-ne-cpss', { issuedOn, expiresOn: '2027-09-01', conditions }), '2027-01-15')[0]
    expect(issued('2026-09-01')).toEqual(['total', 20, 0])
    expect(issued('2026-09-02')).toEqual(['total', 'not-owed: new-holder'])
    expect(issued('2026-09-02', { grandfathered: true })).toEqual(['total', 20, 0])
    expect(issued('2024-01-01', { 'active-military-service': true })).toEqual(['total', 'not-owed: waived'])
  })
})

describe('a rule that changed', () => {
  it('leaves alone the cycle in which it changed: Utah asked twelve general hours before', () => {
    const general = (expiresOn: string) =>
      linesOf(recordFor('us-ut-cpss', { issuedOn: '2015-06-01', expiresOn }), expiresOn).at(-1)
    expect(general('2017-06-01')).toEqual(['general-behavioral-health', 12, 0])
    expect(general('2019-06-01')).toEqual(['general-behavioral-health', 11, 0])
  })

  it('opens California’s renewal 60 days before for cycles that began before the newer page was read', () => {
    const opening = (issuedOn: string, expiresOn: string, day: string) =>
      assess(
        recordFor('us-ca-cmpss', { issuedOn, expiresOn }, [
          course(issuedOn, 20, { categories: ['law-and-ethics'] }),
        ]),
        day,
      ).status
    expect(opening('2026-11-21', '2028-11-21', '2028-09-21')).toBe(CertificationStatus.CURRENT)
    expect(opening('2026-11-21', '2028-11-21', '2028-09-22')).toBe(CertificationStatus.RENEWAL_OPEN)
    expect(opening('2026-11-22', '2028-11-22', '2028-08-23')).toBe(CertificationStatus.CURRENT)
    expect(opening('2026-11-22', '2028-11-22', '2028-08-24')).toBe(CertificationStatus.RENEWAL_OPEN)
  })

  it('assesses Tennessee by the year before, and by two years afterwards', () => {
    const before = recordFor('us-tn-cprs', { issuedOn: '2024-03-01', expiresOn: '2027-03-01' })
    expect(linesOf(before, '2026-06-01')).toContainEqual(['total', 10, 0])
    const after = recordFor('us-tn-cprs', { issuedOn: '2026-12-01', expiresOn: '2028-12-01' })
    expect(linesOf(after, '2027-06-01')).toContainEqual(['total', 'unknown: total-not-read'])
  })

  it('assesses two years that Tennessee has printed already by the rule of two years', () => {
    const printed = recordFor('us-tn-cprs', { issuedOn: '2026-06-01', expiresOn: '2028-06-01' })
    const { rule, cycle } = assess(printed, '2026-11-21')
    expect([rule.version, cycle]).toMatchObject([2, { startsOn: '2026-06-01', endsOn: '2028-06-01' }])
  })
})

describe('two cycles back', () => {
  it('is assessed by the certificate and the hours of that day', () => {
    const earlierTerms = [
      { startsOn: '2022-05-10', expiresOn: '2024-05-10' },
      { startsOn: '2024-05-11', expiresOn: '2026-05-10' },
    ]
    const credits = [course('2023-01-01', 12), course('2025-01-01', 20), course('2027-01-01', 7)]
    const facts = {
      issuedOn: '2022-05-10',
      expiresOn: '2028-05-10',
      termStartsOn: '2026-05-11',
      earlierTerms,
    }
    const record = recordFor('us-de-cprs', facts, credits)
    const earned = ['2024-05-10', '2026-05-10', '2027-06-01'].map((day) => linesOf(record, day)[0]?.[2])
    expect(earned).toEqual([12, 20, 7])
  })
})

describe('several certifications', () => {
  it('in Michigan follow the latest date, and one set of hours serves both', () => {
    const specialist = { issuedOn: '2024-05-20', expiresOn: '2026-05-01', birthday: null }
    const coach = { issuedOn: '2026-03-10', expiresOn: '2028-03-01', birthday: null }
    const other = (title: string, certification: CertificationFacts) => [
      { credentialId: 'us-mi-cpss', title, certification },
    ]
    const hours = [course('2026-02-01', 10), course('2026-04-01', 32)]
    const held = [
      { ...recordFor('us-mi-cpss', specialist, hours), title: 'CPSS', heldTogether: other('CPRC', coach) },
      { ...recordFor('us-mi-cpss', coach, hours), title: 'CPRC', heldTogether: other('CPSS', specialist) },
    ]
    const on = (day: string) =>
      held.map((record) => [assess(record, day).status, assess(record, day).expiresOn])
    expect(on('2026-06-01')).toEqual([
      ['CURRENT', '2028-03-01'],
      ['CURRENT', '2028-03-01'],
    ])
    expect(held.map((record) => linesOf(record, '2026-06-01'))).toEqual([
      [['total', 32, 32]],
      [['total', 32, 32]],
    ])
    expect(on('2028-03-02').map(([status]) => status)).toEqual(['LAPSED', 'LAPSED'])
    // Before the second was issued the first stood by its own day.
    expect(on('2026-03-09')[0]).toEqual(['AT_RISK', '2026-05-01'])
    expect(linesOf(held[0]!, '2026-03-09')).toEqual([['total', 32, 10]])
  })

  it('in Virginia are not enough with a lapsed registration and a valid certificate', () => {
    const held = (credentialId: string, expiresOn: string) => ({
      ...recordFor(credentialId, { issuedOn: '2024-01-15', expiresOn }),
      certificationId: credentialId,
      credentialId,
    })
    const certificate = held('us-va-cprs', '2027-12-31')
    const both = certifiedOn([certificate, held('us-va-rprs', '2027-01-15')], '2026-12-01')
    expect(both.answer).toBe('yes')
    const lapsed = certifiedOn([certificate, held('us-va-rprs', '2026-01-15')], '2026-12-01')
    expect(lapsed).toMatchObject({
      answer: 'no',
      certifications: [{ lacksOneOf: ['us-va-rprs'] }, { answer: 'no' }],
    })
  })
})

describe('what nobody has read', () => {
  it('is unknown, not zero, and the expired certificate has lapsed all the same', () => {
    const record = recordFor('us-al-crss', { issuedOn: '2024-01-15', expiresOn: '2026-01-15' })
    expect(linesOf(record, '2025-06-01')).toEqual([['total', 'unknown: total-not-read']])
    expect(assess(record, '2026-01-15').status).toBe(CertificationStatus.RENEWAL_OPEN)
    expect(assess(record, '2026-01-16')).toMatchObject({
      status: CertificationStatus.LAPSED,
      unknowns: expect.arrayContaining([{ kind: 'late-rule-unknown' }]) as unknown,
    })
  })

  it('lapses nothing where a certificate has no end', () => {
    const record = recordFor('us-ma-cps', { issuedOn: '2015-01-15' })
    expect(assess(record, '2040-01-01')).toMatchObject({
      status: CertificationStatus.CURRENT,
      nextChangeOn: null,
    })
  })
})
