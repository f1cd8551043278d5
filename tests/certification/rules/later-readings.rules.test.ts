import { describe, expect, it } from 'vitest'
import { hintsOf, SECONDARY_HINTS } from '@alongside/shared/certification/authored-rules/secondary-hints'
import { LATER_READINGS } from '@alongside/shared/certification/authored-rules/later-readings'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { gapsOf } from '@alongside/shared/certification/next-step/gaps'
import {
  renewalRuleOf,
  renewalRulesOf,
} from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { course } from '../status/any-case.ts'
import { assess, linesOf, recordFor } from '../status/real-credential.ts'

const IDS = CREDENTIALS.map(({ id }) => id)

describe('what was read on an official page after the catalogue', () => {
  it('is a dated version of its own, with its own source, beside the one that was read before', () => {
    expect(Object.keys(LATER_READINGS).filter((id) => !IDS.includes(id))).toEqual([])
    for (const [id, { from, source }] of Object.entries(LATER_READINGS)) {
      const [before, later] = renewalRulesOf(id).slice(-2)
      expect(later, id).toMatchObject({ effectiveFrom: from, effectiveTo: null })
      expect(later?.provenance).toMatchObject({ url: source.url, readOn: '2026-11-29' })
      expect(later?.provenance?.confidence).toMatch(/^official/)
      expect(later?.provenance?.otherUrls).toContain(before?.provenance?.url)
      expect(before?.provenance?.readOn).toBe('2026-11-21')
    }
  })

  it('assesses the cycles that ran on its day, and leaves those before alone', () => {
    const arizona = (startsOn: string, expiresOn: string) =>
      linesOf(recordFor('us-az-cprs', { issuedOn: startsOn, expiresOn }), expiresOn)[0]
    expect(arizona('2025-01-10', '2027-01-10')).toEqual(['total', 40, 0])
    expect(arizona('2022-01-10', '2024-01-10')).toEqual(['total', 'unknown: total-not-read'])
  })

  it('counts the year of South Carolina as the holder’s own', () => {
    const record = recordFor('us-sc-cpss', { issuedOn: '2025-03-10', expiresOn: '2026-03-10' }, [
      course('2025-06-01', 12, { approvedBy: ['SC SHARE'] }),
    ])
    expect(linesOf(record, '2026-01-01')[0]).toEqual(['total', 20, 12])
  })
})

describe('two official pages that disagree', () => {
  const arizona = (hours: number) => {
    const categories = ['ethics', 'cultural-competence'] as const
    const record = recordFor('us-az-cprs', { issuedOn: '2024-12-20', expiresOn: '2026-12-20' }, [
      course('2025-06-01', hours, { categories: [...categories], approvedBy: ['ABCAC'] }),
    ])
    const { status, requirements } = assess(record, '2026-11-28')
    return [status, gapsOf(requirements).state]
  }

  it('let the stricter one decide at risk: the smaller amount is never called met', () => {
    expect(arizona(20)).toEqual(['AT_RISK', 'SHORT'])
    expect(arizona(39)).toEqual(['AT_RISK', 'SHORT'])
    expect(arizona(40)).toEqual(['RENEWAL_OPEN', 'MET'])
  })

  it('stand both on the rule, and what only one of them asks is asked', () => {
    expect(renewalRuleOf('us-az-cprs').total?.amount).toBe(20)
    expect(renewalRuleOf('us-az-cprs').otherReadings?.flatMap(({ says }) => says)).toContainEqual({
      kind: 'total',
      amount: 40,
      unit: 'hours',
      per: 'cycle',
    })
    const indiana = recordFor('us-in-cprc', { issuedOn: '2024-12-20', expiresOn: '2026-12-20' })
    expect(linesOf(indiana, '2026-06-01')).toEqual([
      ['total', 40, 0],
      ['ethics', 6, 0],
      ['substance-use', 20, 0],
    ])
  })
})

describe('a hint of a secondary source', () => {
  it('is one, with its source and never an official one', () => {
    expect(Object.keys(SECONDARY_HINTS).filter((id) => !IDS.includes(id))).toEqual([])
    for (const { says, source } of Object.values(SECONDARY_HINTS).flat()) {
      expect(says.length).toBeGreaterThan(0)
      expect(source).toMatchObject({ confidence: 'secondary', readOn: '2026-11-29' })
      expect(source.url).toMatch(/^https:\/\/[^ ]+[^/ ]\/?$/)
    }
    expect(hintsOf('us-ca-cmpss')).toEqual([])
  })

  it('decides nothing: no total that only a hint has is measured', () => {
    const unread = Object.entries(SECONDARY_HINTS).flatMap(([id, hints]) =>
      hints.some(({ says }) => says.some(({ kind }) => kind === 'total')) ? [id] : [],
    )
    expect(unread).toContain('us-tn-cprs')
    for (const id of unread) expect(renewalRuleOf(id).total, id).toBeNull()
    const tennessee = recordFor('us-tn-cprs', { issuedOn: '2024-12-20', expiresOn: '2026-12-20' })
    expect(linesOf(tennessee, '2026-06-01')[0]).toEqual(['total', 'unknown: total-not-read'])
  })
})
