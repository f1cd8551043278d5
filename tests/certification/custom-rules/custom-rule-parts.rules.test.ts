import { describe, expect, it } from 'vitest'
import { CREDENTIALS } from '../../../shared/src/certification/catalogue/credential-catalogue.ts'
import type { LimitInput } from '../../../shared/src/certification/custom-rule-parts/limit-parts.ts'
import { keptRule } from '../../../shared/src/certification/custom-rules/rule-from-input.ts'
import { validateRule } from '../../../shared/src/certification/custom-rules/rule-input.ts'
import { UNKNOWN_RULE, type RenewalRule } from '../../../shared/src/certification/rules/renewal-rule.ts'
import type { CreditLimit } from '../../../shared/src/certification/rules/limits.ts'
import { renewalRulesOf } from '../../../shared/src/certification/rule-authoring/author-renewal-rule.ts'
import type { RuleInput } from '@alongside/shared/certification/custom-rule-parts/rule-input'

const plain: RuleInput = {
  cycleMonths: 24,
  expiryShape: 'rolling',
  total: { amount: 20, unit: 'hours', per: 'cycle', yearKind: 'unknown' },
  minimums: [{ category: 'ethics', amount: 6, unit: 'hours' }],
  practice: [],
  late: [],
}
const found = (changed: Partial<RuleInput>) =>
  validateRule({ ...plain, ...changed }).map(({ field, problem, limit }) =>
    [field.replace('rule.', ''), problem, limit].filter((part) => part !== undefined).join(' '),
  )
const limits = (...each: LimitInput[]) => found({ limits: each })

/** What the form sends of a rule that nobody changed. */
function asWritten({ limits, conversions, papers, proof, exceptions }: RenewalRule): Partial<RuleInput> {
  return { limits: limits.map(limitAsWritten), conversions, papers, proof, exceptions }
}

function limitAsWritten(limit: CreditLimit): LimitInput {
  switch (limit.kind) {
    case 'earned-by-share':
    case 'earned-by-most':
      return { ...limit, earnedBy: [limit.by], ...NO_NAME }
    case 'earned-by-never':
      return { kind: limit.kind, earnedBy: limit.by }
    case 'approved-only':
      return { ...limit, sponsor: limit.by, ...NO_NAME }
    default:
      return limit
  }
}
// What the rule calls `by` has two names in the input.
const NO_NAME = { by: undefined }

describe('the limits that an organization writes', () => {
  it('can say what every rule of the catalogue says', () => {
    const rules = CREDENTIALS.flatMap(({ id }) => renewalRulesOf(id))
    const said = rules.flatMap((rule) => [...rule.limits, ...rule.exceptions, ...rule.conversions])
    expect(said.length).toBeGreaterThan(40)
    for (const rule of rules) {
      const { total, minimums } = rule
      const written = { ...plain, ...asWritten(rule), total, minimums }
      // An older page of Utah names more topics than fit into its hours.
      const refused = validateRule(written).filter(({ field }) => field !== 'rule.minimums')
      expect(refused, `${rule.credentialId} ${rule.version}`).toEqual([])
      const kept = keptRule(UNKNOWN_RULE, written, null)
      expect(asWritten({ ...UNKNOWN_RULE, ...kept })).toEqual(asWritten(rule))
    }
  })

  it('stand inside the total, and not below the minimum of the same topic', () => {
    expect(limits({ kind: 'earned-by-most', earnedBy: ['TEACHING'], hours: 10 })).toEqual([])
    expect(limits({ kind: 'earned-by-most', earnedBy: ['TEACHING'], hours: 21 })).toEqual([
      'limits.0.hours too-large 20',
    ])
    expect(limits({ kind: 'category-most', category: 'ethics', hours: 4 })).toEqual([
      'limits.0.hours too-small 6',
    ])
    expect(limits({ kind: 'category-most', category: 'knitting' as 'ethics', hours: 4 })).toEqual([
      'limits.0.category not-an-option',
    ])
    const least = (sponsor: string) => ({ kind: 'sponsor-least', sponsor, hours: 12 }) as const
    expect(limits(least('SHARE'), least('CARES'))).toEqual(['limits does-not-add-up 20'])
  })

  it('have the values of their kind, all of them and no others', () => {
    expect(limits({ kind: 'delivery-most' })).toEqual(['limits.0.modes required', 'limits.0.hours required'])
    expect(limits({ kind: 'content-never', contents: ['DRIVING'], sponsor: 'CARES' })).toEqual([
      'limits.0.sponsor does-not-add-up',
    ])
    const both = { kind: 'delivery-most', modes: ['SELF_PACED'], hours: 5, percent: 50 } as const
    expect(limits(both)).toEqual(['limits.0.hours does-not-add-up'])
    expect(limits({ ...both, hours: null, percent: 101 })).toEqual(['limits.0.percent too-large 100'])
    const all = ['IN_PERSON', 'LIVE_ONLINE', 'SELF_PACED'] as const
    expect(limits({ ...both, percent: null, modes: all })).toEqual(['limits.0.modes too-many 2'])
    expect(limits({ kind: 'earned-by-share', earnedBy: ['TEACHING', 'READING'], percent: 50 })).toEqual([
      'limits.0.earnedBy too-many 1',
    ])
    expect(limits({ kind: 'approved-only', sponsor: ' '.repeat(3) })).toEqual(['limits.0.sponsor required'])
  })

  it('are about different things, and do not take back what another one gives', () => {
    const never = { kind: 'earned-by-never', earnedBy: ['TEACHING'] } as const
    expect(limits(never, never)).toEqual(['limits repeated'])
    expect(limits(never, { kind: 'earned-by-most', earnedBy: ['TEACHING'], hours: 5 })).toEqual([
      'limits.1.earnedBy does-not-add-up',
    ])
    expect(
      limits(
        { kind: 'sponsor-least', sponsor: 'CARES', hours: 6 },
        { kind: 'sponsor-most', sponsor: 'CARES', hours: 5 },
      ),
    ).toEqual(['limits.1.hours too-small 6'])
  })
})

describe('papers, proof and units that an organization writes', () => {
  it('are those that there are, each once', () => {
    expect(found({ papers: ['good-standing', 'good-standing'] })).toEqual(['papers repeated'])
    expect(found({ papers: ['a-song' as 'good-standing'] })).toEqual(['papers not-an-option'])
    expect(found({ proof: { how: 'attest', keepYears: -1, mustShow: ['date'] } })).toEqual([
      'proof.keepYears too-small 0',
    ])
    expect(found({ proof: { mustShow: [], audit: 'x'.repeat(301) } })).toEqual(['proof.audit too-long 300'])
    const unit = { from: 'CEU', hours: 10 } as const
    expect(found({ conversions: [unit, unit] })).toEqual(['conversions repeated'])
    expect(found({ conversions: [{ from: 'CONTACT_HOURS', hours: 0 }] })).toEqual([
      'conversions.0.from not-an-option',
      'conversions.0.hours too-small 0.25',
    ])
  })
})

describe('an exception that an organization writes', () => {
  const one = (changed: object) => found({ exceptions: [{ kind: 'hours-waived', ...changed }] })

  it('is for some days or for some people, its days in order', () => {
    expect(one({ dueFrom: '2026-01-01', dueTo: '2026-03-31' })).toEqual([])
    expect(one({ onlyIf: 'crisis-team' })).toEqual([])
    expect(one({})).toEqual(['exceptions.0.dueTo required'])
    expect(one({ dueFrom: '2026-04-01', dueTo: '2026-03-31' })).toEqual([
      'exceptions.0.dueTo before-its-start 2026-04-01',
    ])
    expect(one({ dueFrom: '2026-02-30' })).toEqual(['exceptions.0.dueFrom not-a-date'])
  })

  it('moves an end by a number of days, and only an end', () => {
    const days = { dueTo: '2026-03-31' }
    expect(one({ ...days, kind: 'date-extended', days: 90 })).toEqual([])
    expect(one({ ...days, kind: 'date-extended' })).toEqual(['exceptions.0.days required'])
    expect(one({ ...days, days: 90 })).toEqual(['exceptions.0.days does-not-add-up'])
  })
})
