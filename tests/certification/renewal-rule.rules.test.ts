import { describe, expect, it } from 'vitest'
import { CREDENTIALS } from '@alongside/shared/certification/credential-catalogue'
import { UNKNOWN_RULE, UnreadKind } from '@alongside/shared/certification/renewal-rule'
import {
  authorRenewalRule,
  renewalRuleOf,
} from '@alongside/shared/certification/rule-authoring/author-renewal-rule'

const rules = CREDENTIALS.map(authorRenewalRule)

function unreadOf(credentialId: string, kind: UnreadKind) {
  return renewalRuleOf(credentialId).unread.filter((part) => part.kind === kind)
}

describe('the rules made from the catalogue', () => {
  it('are one for each of the 69 rows, each with where it was read', () => {
    expect(rules).toHaveLength(69)
    for (const rule of rules) {
      expect(rule.provenance?.readOn).toBe('2026-11-21')
      expect(rule.version).toBe(1)
      expect(rule.effectiveFrom).toBeNull()
    }
  })

  it('have the shapes of expiry that were read', () => {
    const counts = Map.groupBy(rules, ({ expiry }) => expiry.shape)
    const numbers = [...counts].map(([shape, those]) => [shape, those.length]).sort()
    expect(Object.fromEntries(numbers)).toEqual({
      birthday: 1,
      'fixed-date': 7,
      'month-end': 1,
      'month-start': 1,
      none: 1,
      printed: 12,
      rolling: 23,
      unknown: 23,
    })
  })

  it('lose nothing: each category of a row is counted or listed as unread', () => {
    for (const credential of CREDENTIALS) {
      const rule = authorRenewalRule(credential)
      const counted = rule.minimums.map(({ category }) => category)
      const unread = rule.unread.flatMap(({ category }) => category ?? [])
      const asked = credential.continuingEducation.categories.map(({ category }) => category)
      expect([...counted, ...unread].sort(), credential.id).toEqual(asked.sort())
    }
  })

  it('list every limit, late step, earning window and note of a row in its own words', () => {
    for (const credential of CREDENTIALS) {
      const { unread } = authorRenewalRule(credential)
      const texts = unread.map(({ text }) => text)
      const { limits, earningWindow } = credential.continuingEducation
      expect(unread.filter(({ kind }) => kind === UnreadKind.LIMIT)).toHaveLength(limits.length)
      expect(texts).toEqual(expect.arrayContaining(credential.renewal.late.map(({ effect }) => effect)))
      expect(texts).toContain(credential.notes)
      if (earningWindow) expect(texts).toContain(earningWindow)
    }
  })
})

describe('the rule of', () => {
  it('California asks for 20 hours in 24 months, 6 of them law and ethics', () => {
    expect(renewalRuleOf('us-ca-cmpss')).toMatchObject({
      cycleMonths: 24,
      expiry: { shape: 'rolling' },
      total: { amount: 20, unit: 'hours', per: 'cycle' },
      minimums: [{ category: 'law-and-ethics', amount: 6, within: null, overlaps: false }],
      submission: { opensDaysBefore: 90 },
    })
  })

  it('Washington counts three minimums and leaves the longer and conditional ones unread', () => {
    expect(renewalRuleOf('us-wa-cpss').minimums.map(({ category, amount }) => [category, amount])).toEqual([
      ['peer-practice', 14],
      ['law-and-ethics', 2],
      ['any', 14],
    ])
    expect(unreadOf('us-wa-cpss', UnreadKind.LONGER_THAN_CYCLE_MINIMUM)).toHaveLength(2)
    expect(unreadOf('us-wa-cpss', UnreadKind.CONDITIONAL_MINIMUM)).toEqual([
      expect.objectContaining({
        category: 'supervision',
        text: 'practises as approved supervisor',
        figures: [{ name: 'minHours', value: 6 }],
      }),
      expect.objectContaining({ category: 'telehealth', text: 'provides telehealth', figures: [] }),
    ])
  })

  it('Georgia counts the calendar year, and its course in ethics is unread', () => {
    expect(renewalRuleOf('us-ga-cps-mh').total).toMatchObject({
      amount: 12,
      per: 'year',
      yearKind: 'calendar',
    })
    expect(unreadOf('us-ga-cps-mh', UnreadKind.MINIMUM_IN_COURSES)).toHaveLength(1)
    expect(unreadOf('us-ga-cps-mh', UnreadKind.CARRY_OVER)[0]?.figures).toEqual([
      { name: 'maxHours', value: 0 },
    ])
  })

  it('Kentucky has the holder’s own year, South Carolina a year that was not read', () => {
    expect(renewalRuleOf('us-ky-apss').total?.yearKind).toBe('holder')
    expect(renewalRuleOf('us-sc-cpss').total?.yearKind).toBe('unknown')
    expect(unreadOf('us-sc-cpss', UnreadKind.KIND_OF_YEAR)).toHaveLength(1)
  })

  it('Maine is counted in courses, so no hours are asked', () => {
    expect(renewalRuleOf('us-me-cipss').total).toBeNull()
    expect(unreadOf('us-me-cipss', UnreadKind.COUNTED_IN_COURSES)).toHaveLength(1)
  })

  it('Illinois nests ethics inside peer practice, Oregon lets its minimums overlap', () => {
    expect(renewalRuleOf('us-il-cprs').minimums[1]).toMatchObject({
      category: 'ethics',
      within: 'peer-practice',
    })
    expect(renewalRuleOf('us-or-crm').minimums.every(({ overlaps }) => overlaps)).toBe(true)
  })

  it('New York has a one-time item and a maximum unread, and a first late step that is no grace', () => {
    expect(unreadOf('us-ny-crpa', UnreadKind.CONDITIONAL_MINIMUM)[0]?.category).toBe(
      'medication-supported-recovery',
    )
    expect(unreadOf('us-ny-crpa', UnreadKind.CATEGORY_MAXIMUM)[0]?.category).toBe('professional-development')
    expect(renewalRuleOf('us-ny-crpa').late).toEqual([])
  })

  it('Michigan keeps its probation without an end unread', () => {
    expect(renewalRuleOf('us-mi-cpss').late).toEqual([])
    expect(unreadOf('us-mi-cpss', UnreadKind.LATE_STEP)).toHaveLength(1)
  })

  it('an unknown credential is the unknown rule', () => {
    expect(renewalRuleOf('us-xx-none')).toBe(UNKNOWN_RULE)
    expect(renewalRuleOf(null)).toBe(UNKNOWN_RULE)
  })
})
