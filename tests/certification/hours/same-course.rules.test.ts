import { describe, expect, it } from 'vitest'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { course, recordOf, ruleWith, total } from '../status/any-case.ts'

/** Each line as [needed, earned]. */
function lines(rule: RenewalRule, credits: CeCredit[]) {
  return assessCertification(recordOf(rule, credits), '2026-06-01').requirements.map((result) =>
    result.kind === 'measured' ? [result.needed, result.earned] : result.reason,
  )
}

describe('the same course entered twice', () => {
  const twice = (heldOn: string) => [
    course('2026-02-01', 3, { programme: 'boundaries by harbor' }),
    course(heldOn, 4, { programme: 'boundaries by harbor' }),
  ]

  it('counts once, with the longer of the two', () => {
    expect(lines(ruleWith({ total: total(20) }), twice('2026-02-01'))).toEqual([[20, 4]])
  })

  it('counts as it is worth most: a longer video takes nothing away where videos count for nothing', () => {
    const limit = { kind: 'delivery-most', modes: ['SELF_PACED'], hours: 0, percent: null } as const
    const rule = ruleWith({ total: total(20), limits: [limit] })
    const programme = 'boundaries by harbor'
    const inPerson = course('2026-02-01', 3, { programme, deliveryMode: 'IN_PERSON' })
    const video = course('2026-02-01', 4, { programme, deliveryMode: 'SELF_PACED' })
    expect(lines(rule, [inPerson, video])).toEqual([[20, 3]])
    expect(lines(rule, [video])).toEqual([[20, 0]])
  })

  it('counts again on another day, unless the rule forbids it in one cycle', () => {
    expect(lines(ruleWith({ total: total(20) }), twice('2026-03-01'))).toEqual([[20, 7]])
    const once = ruleWith({ total: total(20), sameProgramme: 'once-a-cycle' })
    expect(lines(once, twice('2026-03-01'))).toEqual([[20, 4]])
    expect(lines(once, twice('2023-03-01'))).toEqual([[20, 3]])
  })

  it('never counts again where the rule says once ever', () => {
    const ever = ruleWith({ total: total(20), sameProgramme: 'once-ever' })
    expect(lines(ever, twice('2023-03-01'))).toEqual([[20, 0]])
    // Before the first issue it counted for nothing, so it uses nothing up.
    expect(lines(ever, twice('2018-12-31'))).toEqual([[20, 3]])
  })

  it('counts where the first was never credited: refused, for another certificate, or worth nothing', () => {
    const limits = [{ kind: 'content-never', contents: ['FIRST_AID'] }] as const
    const ever = ruleWith({ total: total(20), sameProgramme: 'once-ever', limits })
    const programme = 'boundaries by harbor'
    const again = course('2026-02-01', 5, { programme })
    const before = (parts: Partial<CeCredit>) => course('2023-03-01', 5, { programme, ...parts })
    expect(lines(ever, [before({ contents: ['FIRST_AID'] }), again])).toEqual([[20, 5]])
    expect(lines(ever, [before({ onlyFor: 'another' }), again])).toEqual([[20, 5]])
    expect(lines(ever, [before({ unit: 'CEU' }), again])).toEqual([[20, 5]])
    expect(lines(ever, [before({ onlyFor: 'this' }), again])).toEqual([[20, 0]])
  })
})
