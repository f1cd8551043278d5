import { describe, expect, it } from 'vitest'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { course, minimum, recordOf, ruleWith, total } from '../status/any-case.ts'

const TODAY = '2026-06-01'

/** Each line as [needed, earned], or why it has no figures. */
function lines(rule: RenewalRule, credits: CeCredit[] = [], facts: Partial<CertificationFacts> = {}) {
  return assessCertification(recordOf(rule, credits, facts), TODAY).requirements.map((result) =>
    result.kind === 'measured' ? [result.needed, result.earned] : `${result.kind}: ${result.reason}`,
  )
}

describe('limits', () => {
  it('stop at a ceiling, as hours or as a share of the total', () => {
    const online = course('2026-02-01', 15, { deliveryMode: 'LIVE_ONLINE' })
    const room = course('2026-02-02', 5, { deliveryMode: 'IN_PERSON' })
    const modes = ['LIVE_ONLINE', 'SELF_PACED'] as const
    const half = { kind: 'delivery-most', modes, hours: null, percent: 50 } as const
    expect(lines(ruleWith({ total: total(20), limits: [half] }), [online, room])).toEqual([[20, 15]])
    const three = { kind: 'delivery-most', modes, hours: 3, percent: null } as const
    expect(lines(ruleWith({ total: total(20), limits: [three] }), [online, room])).toEqual([[20, 8]])
  })

  it('leave a minimum no more than the ceiling lets through', () => {
    const limits = [{ kind: 'earned-by-most', by: 'PREPARING', hours: 2 }] as const
    const rule = ruleWith({ total: total(20), minimums: [minimum('ethics', 6)], limits })
    const prepared = course('2026-02-01', 6, { earnedBy: 'PREPARING', categories: ['ethics'] })
    expect(lines(rule, [prepared])).toEqual([
      [20, 2],
      [6, 2],
    ])
  })

  it('count a share of what was taught, down to the quarter hour', () => {
    const limits = [{ kind: 'earned-by-share', by: 'TEACHING', percent: 25 }] as const
    const rule = ruleWith({ total: total(40), limits })
    expect(lines(rule, [course('2026-02-01', 6.5, { earnedBy: 'TEACHING' })])).toEqual([[40, 1.5]])
  })

  it('convert college credit, and count nothing where its worth was not read', () => {
    const semester = course('2026-02-01', 1, { unit: 'SEMESTER_HOURS' })
    const conversions = [{ from: 'SEMESTER_HOURS', hours: 15 }] as const
    expect(lines(ruleWith({ total: total(40), conversions }), [semester])).toEqual([[40, 15]])
    expect(lines(ruleWith({ total: total(40) }), [semester])).toEqual([[40, 0]])
  })

  it('ask for hours of one sponsor, and hold back those of another', () => {
    const limits = [
      { kind: 'sponsor-least', sponsor: 'Own Academy', hours: 6 },
      { kind: 'sponsor-most', sponsor: 'Other Academy', hours: 6 },
    ] as const
    const credits = [
      course('2026-02-01', 4, { sponsor: ' own academy' }),
      course('2026-02-02', 9, { sponsor: 'Other Academy' }),
    ]
    expect(lines(ruleWith({ total: total(12), limits }), credits)).toEqual([
      [12, 10],
      [6, 4],
    ])
  })

  it('keep a category for live hours only', () => {
    const limits = [
      { kind: 'delivery-only', category: 'ethics', modes: ['IN_PERSON', 'LIVE_ONLINE'] },
    ] as const
    const rule = ruleWith({ total: total(20), minimums: [minimum('ethics', 6)], limits })
    const alone = course('2026-02-01', 6, { deliveryMode: 'SELF_PACED', categories: ['ethics'] })
    expect(lines(rule, [alone])).toEqual([
      [20, 6],
      [6, 0],
    ])
  })
})

describe('years, longer times and carry-over', () => {
  const yearly = { cycleMonths: 12, total: total(20, { per: 'year', yearKind: 'holder' }) } as const

  it('asks once for each year of a longer cycle', () => {
    const rule = ruleWith({ total: total(10, { per: 'year', yearKind: 'holder' }) })
    const credits = [course('2025-12-31', 4), course('2026-01-01', 7)]
    expect(lines(rule, credits)).toEqual([
      [10, 4],
      [10, 7],
    ])
  })

  it('asks once for each year of a first term, which is longer by the day or the month of the issue', () => {
    const rule = ruleWith({ total: total(10, { per: 'year', yearKind: 'holder' }) })
    const ofTerm = (expiresOn: string) => lines(rule, [], { issuedOn: '2025-03-10', expiresOn }).length
    expect([ofTerm('2026-03-10'), ofTerm('2027-03-10'), ofTerm('2027-03-31')]).toEqual([1, 2, 2])
  })

  it('carries nothing over from the first days of a first term into the same term', () => {
    const rule = ruleWith({ expiry: { shape: 'month-end' }, total: total(20), maxCarryOver: 20 })
    const firstTerm = { issuedOn: '2025-03-10', expiresOn: '2027-03-31' }
    expect(lines(rule, [course('2025-03-20', 30)], firstTerm)).toEqual([[20, 30]])
  })

  it('carries a surplus over, up to its cap, and only from the year before', () => {
    const rule = ruleWith({ ...yearly, maxCarryOver: 8 })
    expect(lines(rule, [course('2025-05-01', 25)])).toEqual([[20, 5]])
    expect(lines(rule, [course('2025-05-01', 50)])).toEqual([[20, 8]])
    expect(lines(rule, [course('2024-05-01', 50)])).toEqual([[20, 0]])
    expect(lines(ruleWith({ ...yearly, maxCarryOver: 0 }), [course('2025-05-01', 50)])).toEqual([[20, 0]])
    expect(lines(ruleWith(yearly), [course('2025-05-01', 50)])).toEqual([[20, 0]])
  })

  it('uses what came over before what is new', () => {
    const rule = ruleWith({ ...yearly, maxCarryOver: 20 })
    expect(lines(rule, [course('2024-05-01', 30), course('2025-05-01', 20)])).toEqual([[20, 10]])
  })

  it('looks back over six years inside a cycle of two, once six years have passed', () => {
    const minimums = [minimum('suicide-prevention', 3, { everyMonths: 72 })]
    const rule = ruleWith({ total: total(30), minimums })
    const old = course('2021-02-01', 3, { categories: ['suicide-prevention'] })
    expect(lines(rule, [old])).toEqual([
      [30, 0],
      [3, 3],
    ])
    expect(lines(rule, [], { issuedOn: '2023-01-01' })[1]).toBe('not-owed: not-this-time')
  })

  it('asks once in a life', () => {
    const minimums = [minimum('medication-supported-recovery', 4, { once: true, overlaps: true })]
    const shown = course('2012-01-01', 4, { categories: ['medication-supported-recovery'] })
    expect(lines(ruleWith({ total: total(28), minimums }), [shown])[1]).toEqual([4, 4])
  })
})

describe('what depends on the holder', () => {
  const minimums = [minimum('supervision', 3, { onlyIf: 'supervises-others' })]
  const rule = ruleWith({ total: total(30), minimums })

  it.each([
    [{}, 'unknown: condition-not-known'],
    [{ 'supervises-others': false }, 'not-owed: does-not-apply'],
    [{ 'supervises-others': true }, [3, 0]],
  ])('asks supervisors only: %j', (conditions, line) => {
    expect(lines(rule, [], { conditions })[1]).toEqual(line)
  })

  it('asks another total of some', () => {
    const insteadIf = { condition: 'alcohol-and-drug-entity', amount: 10 } as const
    const kentucky = ruleWith({ total: total(6, { insteadIf }) })
    expect(lines(kentucky)).toEqual(['unknown: condition-not-known'])
    expect(lines(kentucky, [], { conditions: { 'alcohol-and-drug-entity': true } })).toEqual([[10, 0]])
    expect(lines(kentucky, [], { conditions: { 'alcohol-and-drug-entity': false } })).toEqual([[6, 0]])
  })

  it('goes by the length of the cycle that was chosen', () => {
    const cycleChoices = [
      { months: 12, amount: 10 },
      { months: 24, amount: 20 },
    ]
    const newYork = ruleWith({ total: total(20), cycleChoices })
    expect(lines(newYork)).toEqual(['unknown: choice-not-known'])
    expect(lines(newYork, [course('2025-05-01', 3)], { chosenCycleMonths: 12 })).toEqual([[10, 0]])
    expect(lines(newYork, [course('2025-05-01', 3)], { chosenCycleMonths: 24 })).toEqual([[20, 3]])
  })

  it('waives hours for renewals of some days, or for some holders', () => {
    const waiver = { kind: 'hours-waived', days: null, text: '' } as const
    const byDate = { ...waiver, dueFrom: '2026-01-01', dueTo: '2026-12-31', onlyIf: null }
    const onService = { ...waiver, dueFrom: null, dueTo: null, onlyIf: 'active-military-service' } as const
    const exceptions = [onService]
    expect(lines(ruleWith({ total: total(20), exceptions: [byDate] }))).toEqual(['not-owed: waived'])
    const serving = { conditions: { 'active-military-service': true } }
    expect(lines(ruleWith({ total: total(20), exceptions }), [], serving)).toEqual(['not-owed: waived'])
    expect(lines(ruleWith({ total: total(20), exceptions }))).toEqual([[20, 0]])
  })
})

describe('new holders', () => {
  it.each([
    ['nothing in the first term', { kind: 'none-in-first-term' }, '2025-01-01', 'not-owed: new-holder'],
    [
      'nothing in a short first term',
      { kind: 'none-in-short-first-term' },
      '2025-01-02',
      'not-owed: new-holder',
    ],
    ['all in a full first term', { kind: 'none-in-short-first-term' }, '2024-12-31', [20, 0]],
    [
      'nothing when issued late',
      { kind: 'none-if-issued-within', months: 12, unless: null },
      '2026-01-01',
      'not-owed: new-holder',
    ],
    [
      'all when issued before',
      { kind: 'none-if-issued-within', months: 12, unless: null },
      '2025-12-31',
      [20, 0],
    ],
    ['not known', { kind: 'not-read' }, '2026-01-01', 'unknown: first-term-not-read'],
    ['all in later terms', { kind: 'none-in-first-term' }, '2024-12-30', [20, 0]],
  ] as const)('owe %s', (_name, newHolder, issuedOn, line) => {
    const rule = ruleWith({ total: total(20), newHolders: [newHolder] })
    expect(lines(rule, [], { issuedOn })).toEqual([line])
  })

  it('owe less by the months that were left', () => {
    const steps = [
      { monthsLeftAtLeast: 18, amount: 40 },
      { monthsLeftAtLeast: 12, amount: 30 },
      { monthsLeftAtLeast: 6, amount: 20 },
      { monthsLeftAtLeast: 0, amount: 0 },
    ]
    const rule = ruleWith({ total: total(40), newHolders: [{ kind: 'prorated', steps }] })
    const requiredSince = (issuedOn: string) => lines(rule, [], { issuedOn })[0]
    expect(['2025-07-01', '2025-07-02', '2026-01-01', '2026-07-02'].map(requiredSince)).toEqual([
      [40, 0],
      [30, 0],
      [30, 0],
      'not-owed: new-holder',
    ])
  })
})
