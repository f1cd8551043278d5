import { describe, expect, it } from 'vitest'
import { gapsOf } from '@alongside/shared/certification/next-step/gaps'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import { course, minimum, recordOf, ruleWith, total } from '../status/any-case.ts'

function missing(rule: Partial<RenewalRule>, credits: CeCredit[] = [], conditions = {}) {
  const record = recordOf(ruleWith(rule), credits, { conditions })
  const { state, hours, courses, unconfirmed } = gapsOf(
    assessCertification(record, '2026-06-01').requirements,
  )
  return { state, hours, courses, unconfirmed }
}

describe('the hours that close every gap', () => {
  it('are those of the minimums, where the total is there', () => {
    const minimums = [minimum('coaching', 2), minimum('human-trafficking', 1), minimum('trauma', 2)]
    const credits = [course('2025-03-01', 30, { categories: ['trauma'] })]
    expect(missing({ total: total(30), minimums }, credits)).toMatchObject({ state: 'SHORT', hours: 3 })
    expect(missing({ total: total(30), minimums })).toMatchObject({ hours: 30 })
  })

  it('are counted once for what is nested or overlaps, and for a sponsor beside a topic', () => {
    const nested = [minimum('peer-practice', 20), minimum('ethics', 6, { within: 'peer-practice' })]
    const practice = course('2025-03-01', 19, { categories: ['peer-practice'] })
    expect(missing({ total: total(20), minimums: nested }, [practice]).hours).toBe(6)
    const overlapping = [
      minimum('substance-use', 20, { overlaps: true }),
      minimum('ethics', 6, { overlaps: true }),
    ]
    expect(missing({ total: total(20), minimums: overlapping }).hours).toBe(20)
    const limits = [{ kind: 'sponsor-least', sponsor: 'GMHCN', hours: 6 }] as const
    const other = course('2025-03-01', 12, { sponsor: 'Harbor' })
    expect(missing({ total: total(12), limits }, [other]).hours).toBe(6)
  })

  it('are added over the years of a cycle, each of which asks for itself', () => {
    const yearly = { total: total(12, { per: 'year', yearKind: 'holder' }) } as const
    expect(missing(yearly, [course('2025-03-01', 24)]).hours).toBe(12)
    expect(missing(yearly).hours).toBe(24)
  })

  it('are courses where the board counts courses', () => {
    expect(missing({ total: total(2, { unit: 'courses' }) })).toMatchObject({ hours: 0, courses: 2 })
  })
})

describe('the state of all gaps together', () => {
  it('is met only where nothing is short, unknown or unconfirmed', () => {
    const enough = [course('2025-03-01', 20)]
    const supervision = [minimum('supervision', 3, { onlyIf: 'supervises-others' })]
    expect(missing({ total: total(20) }, enough).state).toBe('MET')
    expect(missing({ total: total(20), minimums: supervision }, enough).state).toBe('UNKNOWN')
    expect(missing({ total: total(20), minimums: supervision }).state).toBe('SHORT')
    const not = { 'supervises-others': false }
    expect(missing({ total: total(20), minimums: supervision }, enough, not).state).toBe('MET')
    const limits = [
      { kind: 'approved-only', by: 'ICB', modes: null, petition: false, feeUsdPerHour: null },
    ] as const
    const approved = course('2025-03-02', 20, { approvedBy: ['ICB'] })
    expect(missing({ total: total(20), limits }, enough)).toMatchObject({
      state: 'UNCONFIRMED',
      unconfirmed: 20,
    })
    expect(missing({ total: total(20), limits }, [...enough, approved])).toMatchObject({ state: 'MET' })
  })

  it('is that nothing is owed where a first renewal asks for nothing', () => {
    const facts = { issuedOn: '2025-01-01' }
    const rule = ruleWith({ total: total(20), newHolders: [{ kind: 'none-in-first-term' }] })
    const assessment = assessCertification(recordOf(rule, [], facts), '2026-06-01')
    expect(gapsOf(assessment.requirements).state).toBe('NOTHING_OWED')
  })
})
