import { describe, expect, it } from 'vitest'
import type { CeCategory } from '../../../shared/src/certification/catalogue/ce-category.ts'
import { validateCustomCredential } from '../../../shared/src/certification/custom-credentials/custom-credential.ts'
import { keptRule, customRule } from '../../../shared/src/certification/custom-rules/rule-from-input.ts'
import { validateRule } from '../../../shared/src/certification/custom-rules/rule-input.ts'
import { validateRuleVersion } from '../../../shared/src/certification/custom-rules/rule-version-input.ts'
import { UNKNOWN_RULE } from '../../../shared/src/certification/rules/renewal-rule.ts'
import { UnreadKind } from '../../../shared/src/certification/rules/unread-part.ts'
import type { RuleInput } from '@alongside/shared/certification/custom-rule-parts/rule-input'

const TODAY = '2026-06-17'
const plain: RuleInput = {
  cycleMonths: 24,
  expiryShape: 'rolling',
  total: { amount: 20, unit: 'hours', per: 'cycle', yearKind: 'unknown' },
  minimums: [],
  practice: [],
  late: [],
}
const hours = (category: CeCategory, amount: number, more: object = {}) =>
  ({ category, amount, unit: 'hours', ...more }) as const
const found = (changed: Partial<RuleInput>) =>
  validateRule({ ...plain, ...changed }).map(({ field, problem }) => `${field} ${problem}`)

describe('a rule that an organization writes', () => {
  it('may say little, and much', () => {
    expect(found({})).toEqual([])
    expect(found({ expiryShape: 'unknown', cycleMonths: null, total: null })).toEqual([])
    expect(found({ minimums: [hours('peer-practice', 14), hours('law-and-ethics', 6)] })).toEqual([])
  })

  it('cannot ask for more in its parts than in all', () => {
    const minimums = [hours('ethics', 6), hours('trauma', 15)]
    expect(validateRule({ ...plain, minimums })).toEqual([
      { field: 'rule.minimums', problem: 'does-not-add-up', limit: 20 },
    ])
    expect(found({ minimums: [hours('ethics', 21, { overlaps: true })] })).toEqual([
      'rule.minimums.0.amount too-large',
    ])
  })

  it('can share hours between parts, as Oregon does: 28 inside 20', () => {
    const minimums = [
      hours('substance-use', 20, { overlaps: true }),
      hours('ethics', 6, { overlaps: true }),
      hours('suicide-prevention', 2, { overlaps: true }),
    ]
    expect(found({ minimums })).toEqual([])
  })

  it('counts a yearly total over the years of a term, and only some holders or a longer time apart', () => {
    const total = { amount: 10, unit: 'hours', per: 'year', yearKind: 'holder' } as const
    expect(found({ total, minimums: [hours('ethics', 20)] })).toEqual([])
    expect(found({ total, minimums: [hours('ethics', 21)] })).toEqual(['rule.minimums does-not-add-up'])
    expect(found({ minimums: [hours('ethics', 30, { onlyIf: 'supervises-others' })] })).toEqual([])
    expect(found({ minimums: [hours('ethics', 30, { everyMonths: 72 })] })).toEqual([])
    expect(found({ total, cycleMonths: 6 })).toEqual(['rule.total.per does-not-add-up'])
  })

  it('nests parts in parts that it names, never in themselves, and never a larger one in a smaller', () => {
    const inside = (within: CeCategory, amount: number) => [
      hours('peer-practice', 10),
      hours('ethics', amount, { within }),
    ]
    expect(found({ minimums: inside('peer-practice', 6) })).toEqual([])
    expect(found({ minimums: inside('trauma', 6) })).toEqual(['rule.minimums.1.within not-an-option'])
    expect(found({ minimums: inside('ethics', 6) })).toEqual(['rule.minimums.1.within not-an-option'])
    expect(found({ minimums: inside('peer-practice', 11) })).toEqual(['rule.minimums.1.amount too-large'])
    const ring = [hours('trauma', 6, { within: 'ethics' }), hours('ethics', 6, { within: 'trauma' })]
    expect(found({ minimums: ring })).toHaveLength(2)
  })

  it('names each topic once, and knows it', () => {
    expect(found({ minimums: [hours('ethics', 2), hours('ethics', 3)] })).toEqual(['rule.minimums repeated'])
    expect(found({ minimums: [hours('knitting' as CeCategory, 2)] })).toEqual([
      'rule.minimums.0.category not-an-option',
    ])
    expect(found({ minimums: [hours('ethics', 2, { once: true, everyMonths: 12 })] })).toEqual([
      'rule.minimums.0.once does-not-add-up',
    ])
  })

  it('has the figures that its end asks for', () => {
    expect(found({ cycleMonths: null })).toEqual(['rule.cycleMonths required'])
    expect(found({ expiryShape: 'fixed-date' })).toEqual(['rule.commonDate required'])
    const date = { month: 2, day: 30, everyYears: 2 }
    expect(found({ expiryShape: 'fixed-date', commonDate: date })).toEqual(['rule.commonDate.day too-large'])
    expect(found({ expiryShape: 'fixed-date', commonDate: { ...date, day: 29 } })).toEqual([])
    expect(found({ commonDate: date })).toEqual(['rule.commonDate does-not-add-up'])
  })

  it('keeps amounts in steps, days and steps in order', () => {
    expect(found({ total: { ...plain.total!, amount: 20.1 } })).toEqual(['rule.total.amount not-in-steps'])
    expect(found({ total: { ...plain.total!, unit: 'courses', amount: 2.5 } })).toEqual([
      'rule.total.amount not-in-steps',
    ])
    expect(found({ maxCarryOver: 21 })).toEqual(['rule.maxCarryOver too-large'])
    expect(found({ opensDaysBefore: 30, dueDaysBefore: 60 })).toEqual(['rule.dueDaysBefore too-large'])
    const late = [{ withinDays: 90, status: 'grace' } as const, { withinDays: 30, status: 'lapsed' } as const]
    expect(found({ late })).toEqual(['rule.late does-not-add-up'])
  })
})

describe('a version that an organization publishes', () => {
  const version = { effectiveFrom: '2026-07-01', effectiveTo: null, reason: 'Our payer asks it', rule: plain }
  const refused = (changed: object, others: { effectiveFrom?: string; effectiveTo?: string }[] = []) =>
    validateRuleVersion({ ...version, ...changed }, others, TODAY)

  it('gives a reason, real days in order, and a page where it names one', () => {
    expect(refused({})).toEqual([])
    expect(refused({ reason: ' ' })).toEqual([{ field: 'reason', problem: 'required' }])
    expect(refused({ effectiveFrom: '2027-02-29' })).toEqual([
      { field: 'effectiveFrom', problem: 'not-a-date' },
    ])
    expect(refused({ effectiveTo: '2026-06-30' })).toEqual([
      { field: 'effectiveTo', problem: 'before-its-start', limit: '2026-07-01' },
    ])
    expect(refused({ sourceUrl: 'the handbook' })).toEqual([{ field: 'sourceUrl', problem: 'not-a-page' }])
  })

  it('shares no day with another version', () => {
    const overlaps = [{ field: 'effectiveFrom', problem: 'overlaps', limit: '2027-01-01' }]
    expect(refused({}, [{ effectiveFrom: '2027-01-01' }])).toEqual(overlaps)
    expect(refused({ effectiveTo: '2027-01-01' }, [{ effectiveFrom: '2027-01-01' }])).toEqual(overlaps)
    expect(refused({ effectiveTo: '2026-12-31' }, [{ effectiveFrom: '2027-01-01' }])).toEqual([])
    expect(refused({}, [{ effectiveTo: '2026-06-30' }])).toEqual([])
    expect(refused({}, [{}])).toHaveLength(1)
  })

  it('keeps what was not written as it stood, and answers what it wrote', () => {
    const before = {
      ...UNKNOWN_RULE,
      limits: [{ kind: 'content-never', contents: ['DRIVING'] }] as const,
      unread: [
        { kind: UnreadKind.TOTAL, category: null, text: null, figures: [] },
        { kind: UnreadKind.NOTES, category: null, text: 'More', figures: [] },
      ],
    }
    const rule = customRule(keptRule(before, plain, null), {
      credentialId: 'us-xx-a',
      version: 3,
      reason: 'Because',
      effectiveFrom: '2026-07-01',
    })
    expect(rule.limits).toEqual(before.limits)
    expect(rule.total?.amount).toBe(20)
    expect(rule.unread.map(({ kind }) => kind)).toEqual([UnreadKind.NOTES])
    expect(rule.origin).toEqual({ kind: 'organization', reason: 'Because' })
    expect([rule.version, rule.effectiveFrom, rule.effectiveTo]).toEqual([3, '2026-07-01', null])
  })
})

describe('a credential of its own', () => {
  it('has a name, a short one, and a state', () => {
    const whole = { name: 'Recovery coach', abbreviation: 'RC', state: 'OH' }
    expect(validateCustomCredential(whole, ['OH'])).toEqual([])
    expect(validateCustomCredential({ ...whole, name: '', state: 'XX' }, ['OH'])).toEqual([
      { field: 'name', problem: 'required' },
      { field: 'state', problem: 'not-an-option' },
    ])
  })
})
