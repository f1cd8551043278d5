import { describe, expect, it } from 'vitest'
import { explainRequirements } from '@alongside/shared/certification/course-check/explain-requirements'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { willItCount } from '@alongside/shared/certification/course-check/will-it-count'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { APPROVING_BOARDS } from '@alongside/shared/certification/rules/approving-boards'
import { approversIn } from '@alongside/shared/certification/rules/limits'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { course, recordOf, ruleWith, total } from '../status/any-case.ts'
import { assess, linesOf, recordFor } from '../status/real-credential.ts'

const DAY = '2026-06-01'

/** Earned and unconfirmed of the total, and the reasons of each course. */
function counted(rule: RenewalRule, credits: CeCredit[]) {
  const [line] = explainRequirements(recordOf(rule, credits), DAY)
  if (line?.result.kind !== 'measured') throw new Error('the total is measured')
  const { earned, unconfirmed } = line.result
  return { earned, unconfirmed, reasons: line.credits.map(({ reasons }) => reasons.map(({ kind }) => kind)) }
}

describe('a course approved by a board', () => {
  const facts = { issuedOn: '2025-01-10', expiresOn: '2028-01-09' }
  const earnedFor = (credentialId: string, approvedBy: string[] | null) => {
    const record = recordFor(credentialId, facts, [course('2026-02-01', 5, { approvedBy })])
    return linesOf(record, DAY)[0]?.[2]
  }

  it('counts for that board only', () => {
    expect(earnedFor('us-il-cprs', ['ICB'])).toBe(5)
    expect(earnedFor('us-ny-crpa', ['ICB'])).toBe(0)
    expect(earnedFor('us-ny-crpa', [' icb ', 'asap-nycb'])).toBe(5)
    expect(earnedFor('us-il-cprs', [])).toBe(0)
  })

  it('counts where any of the boards that a rule names has approved it', () => {
    const cycle = { issuedOn: '2025-09-01', expiresOn: '2026-08-31', termStartsOn: '2025-09-01' }
    const record = recordFor('us-va-cprs', cycle)
    const va = record.rules.map((rule) => ({ ...rule, cycleMonths: 12, total: total(20) }))
    const earned = (board: string) =>
      linesOf(
        { ...record, rules: va, credits: [course('2026-02-01', 5, { approvedBy: [board] })] },
        DAY,
      )[0]?.[2]
    expect([earned('VCB'), earned('IC&RC'), earned('ICB')]).toEqual([5, 5, 0])
  })

  it('can be said to be approved by every board that a rule names', () => {
    const named = CREDENTIALS.flatMap(({ id }) => renewalRulesOf(id)).flatMap(({ limits }) =>
      limits.flatMap((limit) => (limit.kind === 'approved-only' ? approversIn(limit) : [])),
    )
    expect([...new Set(named)].sort()).toEqual([...APPROVING_BOARDS].sort())
  })

  it('is unconfirmed where nobody said which board approved it', () => {
    const line = assess(recordFor('us-il-cprs', facts, [course('2026-02-01', 5)]), DAY).requirements[0]
    expect(line).toMatchObject({ earned: 5, unconfirmed: 5 })
  })
})

describe('a course of several days', () => {
  const rule = ruleWith({ total: total(20) })
  const days = (startsOn: string, heldOn: string) => counted(rule, [course(heldOn, 20, { startsOn })])

  it('counts in the cycle that holds all of its days, and is a question to the board in two', () => {
    expect(days('2025-01-01', '2025-01-05')).toMatchObject({ earned: 20, reasons: [[]] })
    expect(days('2024-12-30', '2025-01-03')).toMatchObject({ earned: 0, reasons: [['crosses-window']] })
    const record = recordOf(rule)
    const asked = course('2027-01-02', 20, { startsOn: '2026-12-29' })
    expect(willItCount(record, asked, DAY)).toMatchObject({ answer: 'ask-the-board' })
  })
})

describe('a course that may be there twice', () => {
  const rule = ruleWith({ total: total(20) })
  const listening = (parts: Partial<CeCredit>) => course('2026-02-01', 5, parts)

  it('is one course whatever blanks and capitals its title has', () => {
    const twice = [
      listening({ programme: 'listening / harbor' }),
      listening({ programme: 'Listening  / Harbor' }),
    ]
    expect(counted(rule, twice)).toMatchObject({ earned: 5, unconfirmed: 0 })
  })

  it('is likely one where only the provider differs on the same day: it counts, unconfirmed', () => {
    const twice = [
      listening({ id: 'a', programme: 'listening / harbor' }),
      listening({ id: 'b', programme: 'listening' }),
    ]
    expect(counted(rule, twice)).toEqual({
      earned: 10,
      unconfirmed: 5,
      reasons: [[], ['maybe-same-course']],
    })
  })

  it('says that the rule on repeated courses was not read, and asks the board', () => {
    const programme = 'listening / harbor'
    const again = course('2026-03-01', 5, { id: 'z', programme })
    const first = listening({ id: 'a', programme })
    expect(counted(rule, [first, again])).toEqual({
      earned: 10,
      unconfirmed: 5,
      reasons: [[], ['repeat-not-read']],
    })
    expect(willItCount(recordOf(rule, [first]), again, DAY)).toMatchObject({ answer: 'ask-the-board' })
    const once = { ...rule, sameProgramme: 'once-a-cycle' } as const
    expect(counted(once, [first, again])).toMatchObject({ earned: 5, reasons: [[], ['same-course']] })
  })
})

describe('continuing education units', () => {
  it('are turned into whole quarter hours, tenths of them too', () => {
    const rule = ruleWith({ total: total(20), conversions: [{ from: 'CEU', hours: 10 }] })
    const earned = (hours: number) => counted(rule, [course('2026-02-01', hours, { unit: 'CEU' })]).earned
    expect([0.6, 0.3, 0.15, 0.7, 1.15, 0.35].map(earned)).toEqual([6, 3, 1.5, 7, 11.5, 3.5])
  })
})
