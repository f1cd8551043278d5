import { describe, expect, it } from 'vitest'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { course, minimum, recordOf, ruleWith, total } from '../status/any-case.ts'

// What the counting does where two ceilings meet, or two minimums share one: by rules that are made up, since no rule
// that was read asks for either. One that does needs another counting first; an organization's own rule may ask for it.

const earnedBy = (rule: RenewalRule, ...credits: CeCredit[]) =>
  assessCertification(recordOf(rule, credits), '2026-06-17').requirements.map((result) =>
    result.kind === 'measured' ? result.earned : result.kind,
  )

const online = { kind: 'delivery-most', modes: ['SELF_PACED'], hours: 6, percent: null } as const
const reading = { kind: 'earned-by-most', by: 'READING', hours: 4 } as const

describe('the limits of the counting', () => {
  it('a credit under two ceilings fills the lower one only, so the higher one may let more through', () => {
    const rule = ruleWith({ total: total(20), limits: [online, reading] })
    const read = course('2026-01-10', 4, { deliveryMode: 'SELF_PACED', earnedBy: 'READING' })
    const attended = course('2026-01-11', 6, { deliveryMode: 'SELF_PACED' })
    expect(earnedBy(rule, read)).toEqual([4])
    // At most 6 hours at one's own pace would be 6 in all.
    expect(earnedBy(rule, read, attended)).toEqual([10])
  })

  it('two minimums under one ceiling may trade its hours when a credit is added; their sum never gets worse', () => {
    const limits = [{ ...online, hours: 3 }]
    const rule = ruleWith({
      total: total(20),
      minimums: [minimum('trauma', 3), minimum('ethics', 3)],
      limits,
    })
    const own = { deliveryMode: 'SELF_PACED' } as const
    const ethics = course('2026-01-10', 3, { ...own, categories: ['ethics'] })
    const trauma = course('2026-01-11', 3, { ...own, categories: ['trauma'] })
    expect(earnedBy(rule, ethics)).toEqual([3, 0, 3])
    expect(earnedBy(rule, ethics, trauma)).toEqual([3, 3, 0])
  })

  it('are met by no rule that was read: each has one ceiling at most', () => {
    const ceilings = ['delivery-most', 'earned-by-most', 'sponsor-most', 'category-most']
    const counts = CREDENTIALS.flatMap(({ id }) =>
      renewalRulesOf(id).map(({ limits }) => limits.filter(({ kind }) => ceilings.includes(kind)).length),
    )
    expect(Math.max(...counts)).toBe(1)
  })
})
