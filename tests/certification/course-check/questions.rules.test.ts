import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@alongside/shared/calendar/plain-date'
import { recordAsOf } from '@alongside/shared/certification/as-of/as-of'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import { followed } from '@alongside/shared/certification/cycle/same-expiry'
import { certifiedOn } from '@alongside/shared/certification/as-of/day-of-service'
import { explainRequirements } from '@alongside/shared/certification/course-check/explain-requirements'
import { willItCount } from '@alongside/shared/certification/course-check/will-it-count'
import type { TogetherRule } from '@alongside/shared/certification/rules/submission'
import { course, minimum, recordOf, ruleWith, total } from '../status/any-case.ts'
import { anyCertification, anyCredits, anyRule, CASES, PROPERTY_TIMEOUT_MS } from '../rules/any-rule.ts'

const TODAY = '2026-06-01'
const ALONE: TogetherRule = {
  withCredentials: [],
  hours: 'shared',
  sameExpiry: false,
  needsOneOf: [],
  furtherFeeUsd: null,
}

describe('why a figure is what it is', () => {
  it('names each credit with what counted, and the part of the rule that took the rest', () => {
    const limit = { kind: 'earned-by-most', by: 'PREPARING', hours: 3 } as const
    const rule = ruleWith({ total: total(20), minimums: [minimum('ethics', 6)], limits: [limit] })
    const ethics = course('2026-02-01', 8, { categories: ['ethics'] })
    const prepared = course('2026-03-01', 5, { earnedBy: 'PREPARING' })
    const early = course('2024-12-31', 2)
    const [all, minimumLine] = explainRequirements(recordOf(rule, [ethics, prepared, early]), TODAY)
    expect(all?.credits.map(({ counted, reasons }) => [counted, ...reasons.map(({ kind }) => kind)])).toEqual(
      [[8], [3, 'limit'], [0, 'outside-window']],
    )
    expect(minimumLine?.credits.map(({ counted, reasons }) => [counted, reasons[0]?.kind])).toEqual([
      [6, 'not-needed'],
      [0, 'other-category'],
      [0, 'outside-window'],
    ])
  })

  it(
    'adds up to the figure, for any certification',
    () => {
      const situation = fc
        .record({ rule: anyRule, certification: anyCertification })
        .chain(({ rule, certification }) =>
          fc.record({
            record: fc.record({
              certificationId: fc.constant('this'),
              certification: fc.constant(certification),
              statusPeriods: fc.constant([]),
              rules: fc.constant([rule]),
              credits: anyCredits(certification.issuedOn, 900),
            }),
            today: fc.integer({ min: 0, max: 900 }).map((days) => addDays(certification.issuedOn, days)),
          }),
        )
      fc.assert(
        fc.property(situation, ({ record, today }) => {
          for (const { result, credits } of explainRequirements(record, today)) {
            if (result.kind !== 'measured' || result.requirement.kind === 'practice') continue
            const counted = credits.reduce((sum, each) => sum + each.counted, 0)
            expect(counted).toBe(result.earned - result.carriedOver)
            for (const each of credits) {
              if (each.counted < each.credit.hours && result.unit === 'hours')
                expect(each.reasons).not.toEqual([])
            }
          }
        }),
        { numRuns: CASES / 2 },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})

describe('will it count?', () => {
  const approvedOnly = {
    kind: 'approved-only',
    by: 'the board',
    modes: null,
    petition: false,
    feeUsdPerHour: null,
  } as const
  const never = { kind: 'content-never', contents: ['CLINICAL_TREATMENT'] } as const
  const rule = ruleWith({ total: total(20), minimums: [minimum('ethics', 6)] })
  const answer = (parts: Parameters<typeof ruleWith>[0], planned: ReturnType<typeof course>) =>
    willItCount(recordOf(ruleWith({ ...rule, ...parts })), planned, TODAY)

  it('says yes, how much, and what would still be missing', () => {
    const { answer: yes, counted, after } = answer({}, course('2026-08-01', 3, { categories: ['ethics'] }))
    expect([yes, counted]).toEqual(['yes', 3])
    expect(after.map((line) => (line.kind === 'measured' ? line.shortBy : null))).toEqual([17, 3])
  })

  it('says no with the part of the rule that refuses it', () => {
    const clinical = course('2026-08-01', 3, { contents: ['CLINICAL_TREATMENT'] })
    expect(answer({ limits: [never] }, clinical)).toMatchObject({
      answer: 'no',
      counted: 0,
      reasons: [{ kind: 'limit', limit: never }],
    })
    expect(answer({}, course('2027-01-01', 3))).toMatchObject({
      answer: 'no',
      reasons: [{ kind: 'outside-window' }],
    })
  })

  it('sends to the board what nobody knows', () => {
    expect(answer({ limits: [approvedOnly] }, course('2026-08-01', 3))).toMatchObject({
      answer: 'ask-the-board',
      counted: 3,
      reasons: [{ kind: 'limit-not-known' }],
    })
    expect(answer({ total: null, minimums: [] }, course('2026-08-01', 3)).answer).toBe('ask-the-board')
    expect(answer({}, course('2026-08-01', 1, { unit: 'SEMESTER_HOURS' })).answer).toBe('ask-the-board')
  })

  it('does not refuse for a minimum what may count for a total that was not read', () => {
    const read = { total: null, minimums: [minimum('ethics', 6)] }
    expect(answer(read, course('2026-08-01', 3))).toMatchObject({ answer: 'ask-the-board', counted: null })
    expect(answer(read, course('2026-08-01', 3, { categories: ['ethics'] })).answer).toBe('yes')
  })

  it('says which days count, where only a minimum looks back further', () => {
    const minimums = [minimum('suicide-prevention', 3, { everyMonths: 72 })]
    expect(answer({ minimums }, course('2024-08-01', 3))).toMatchObject({
      answer: 'no',
      reasons: [{ kind: 'outside-window', window: { startsOn: '2025-01-01' } }],
    })
  })

  it('asks nobody’s approval for a course of the issuer that must give some of the hours', () => {
    const limits = [{ kind: 'sponsor-least', sponsor: 'GMHCN', hours: 6 } as const, approvedOnly]
    expect(answer({ limits }, course('2026-08-01', 3, { sponsor: 'GMHCN' })).answer).toBe('yes')
    expect(answer({ limits }, course('2026-08-01', 3, { sponsor: 'Harbor' })).answer).toBe('ask-the-board')
  })

  it('leaves a petition to the board where the rule allows one', () => {
    const refused = course('2026-08-01', 3, { approvedBy: [] })
    expect(answer({ limits: [approvedOnly] }, refused).answer).toBe('no')
    expect(answer({ limits: [{ ...approvedOnly, petition: true }] }, refused).answer).toBe('ask-the-board')
  })

  it('refuses a programme that was taken already, where it counts once', () => {
    const programme = 'boundaries by harbor'
    const again = ruleWith({ total: total(20), sameProgramme: 'once-a-cycle' })
    const record = recordOf(again, [course('2026-02-01', 3, { programme })])
    expect(willItCount(record, course('2026-08-01', 3, { programme }), TODAY).answer).toBe('no')
  })

  it('counts hours for one certification only where each needs its own', () => {
    const together = { ...ALONE, withCredentials: ['other'], hours: 'separate' } as const
    const record = { ...recordOf(ruleWith({ total: total(20), together })), heldWith: ['other'] }
    expect(willItCount(record, course('2026-08-01', 3, { onlyFor: 'this' }), TODAY).answer).toBe('yes')
    expect(willItCount(record, course('2026-08-01', 3), TODAY).reasons).toEqual([{ kind: 'given-to-none' }])
    expect(willItCount(record, course('2026-08-01', 3, { onlyFor: 'that' }), TODAY).answer).toBe('no')
  })
})

describe('certified on the day of service?', () => {
  const held = (credentialId: string, expiresOn: string | null, together: TogetherRule | null = null) => ({
    ...recordOf(ruleWith({ together }), [], { expiresOn }),
    certificationId: credentialId,
    credentialId,
  })

  it('is yes up to the last day, no from the next, and not known without an expiry', () => {
    const one = [held('one', '2026-06-30')]
    expect(certifiedOn(one, '2026-06-30').answer).toBe('yes')
    expect(certifiedOn(one, '2026-07-01').answer).toBe('no')
    expect(certifiedOn(one, '2018-12-31').answer).toBe('no')
    expect(certifiedOn([held('one', null)], '2026-06-30').answer).toBe('not-known')
    expect(certifiedOn([], '2026-06-30').answer).toBe('not-known')
  })

  it('is not known for years of which no certificate is recorded, though it was first issued before', () => {
    const one = [held('one', '2026-12-31')]
    expect(certifiedOn(one, '2025-01-01').answer).toBe('yes')
    expect(certifiedOn(one, '2024-12-31').answer).toBe('not-known')
    const renewed = [
      {
        ...one[0],
        ...recordOf(ruleWith({}), [], {
          earlierTerms: [{ startsOn: '2023-01-01', expiresOn: '2024-12-31' }],
        }),
        certificationId: 'one',
        credentialId: 'one',
      },
    ]
    expect(certifiedOn(renewed, '2024-12-31').answer).toBe('yes')
  })

  it('needs both where a registration stands on a certification', () => {
    const registration = held('registration', '2026-12-31', { ...ALONE, needsOneOf: ['certification'] })
    expect(certifiedOn([registration], TODAY)).toMatchObject({
      answer: 'no',
      certifications: [{ lacksOneOf: ['certification'] }],
    })
    expect(certifiedOn([registration, held('certification', '2026-12-31')], TODAY).answer).toBe('yes')
    const lapsed = certifiedOn([registration, held('certification', '2026-05-31')], TODAY)
    expect(lapsed.certifications.map(({ answer }) => answer)).toEqual(['no', 'no'])
  })

  it('looks at the certificate of that day, and at the gap before the next', () => {
    const earlierTerms = [{ startsOn: '2022-01-01', expiresOn: '2024-05-31' }]
    const record = recordOf(ruleWith({}), [], { earlierTerms, termStartsOn: '2024-09-01' })
    const statusOn = (day: string) => assessCertification(recordAsOf(record, day), day).status
    expect(['2024-05-31', '2024-06-01', '2024-08-31', '2024-09-01'].map(statusOn)).toEqual([
      'RENEWAL_OPEN',
      'LAPSED',
      'LAPSED',
      'CURRENT',
    ])
  })
})

describe('certifications that run together', () => {
  const facts = (issuedOn: string, expiresOn: string) => ({ issuedOn, expiresOn, birthday: null })
  const held = (credentialId: string, title: string | null, issuedOn: string, expiresOn: string) => ({
    credentialId,
    title,
    certification: facts(issuedOn, expiresOn),
  })
  const rule = ruleWith({
    credentialId: 'specialist',
    together: { ...ALONE, withCredentials: ['specialist', 'coach'], sameExpiry: true },
  })
  const own = { title: 'A', certification: facts('2025-03-01', '2027-03-01') }
  const leads = (other: ReturnType<typeof held>) => followed(rule, own, [other])?.expiresOn ?? null

  it('follow the one that ends last', () => {
    expect(leads(held('coach', null, '2026-05-01', '2028-05-01'))).toBe('2028-05-01')
    expect(leads(held('coach', null, '2024-05-01', '2026-05-01'))).toBeNull()
    expect(leads(held('elsewhere', null, '2026-05-01', '2028-05-01'))).toBeNull()
    const coach = held('coach', null, '2026-05-01', '2028-05-01')
    expect(followed(ruleWith({}), own, [coach])).toBeNull()
  })

  it('follow another title of the same credential, and never the same or an unknown one', () => {
    const titles = ['B', 'A', null]
    const days = titles.map((title) => leads(held('specialist', title, '2026-05-01', '2028-05-01')))
    expect(days).toEqual(['2028-05-01', null, null])
  })

  it('do not come back to life by one that was issued after their end', () => {
    expect(leads(held('coach', null, '2027-03-01', '2029-03-01'))).toBe('2029-03-01')
    expect(leads(held('coach', null, '2027-03-02', '2029-03-01'))).toBeNull()
  })
})
