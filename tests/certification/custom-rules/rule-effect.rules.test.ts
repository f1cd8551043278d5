import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import { boardSide } from '@alongside/shared/certification/custom-rules/board-side'
import { affectedFrom } from '@alongside/shared/certification/custom-rules/next-affected'
import { ruleSide } from '@alongside/shared/certification/custom-rules/rule-effect'
import type { PracticeRequirement } from '@alongside/shared/certification/rules/asked'
import { expect, it } from 'vitest'
import { course, minimum, recordOf, ruleWith, total } from '../status/any-case.ts'

it('says what is missing in the unit of the line that misses most', () => {
  const monthly: PracticeRequirement = {
    kind: 'supervision',
    amount: 2,
    unit: 'sessions',
    per: 'month',
    longSessions: null,
  }
  const sideOf = (practice: PracticeRequirement[], held: number) => {
    const session = { heldOn: '2025-01-05', minutes: 45, isCoReflection: false }
    const sessions = Array.from({ length: held }, () => session)
    const record = {
      ...recordOf(ruleWith({ total: total(1), practice }), [course('2025-01-02', 1)]),
      practice: { sessions, serviceHours: null },
    }
    return ruleSide(assessCertification(record, '2025-01-10'))
  }
  expect(sideOf([monthly], 2)).toMatchObject({ shortBy: 46, unit: 'sessions' })
  expect(sideOf([{ ...monthly, per: 'cycle' }], 2)).toMatchObject({ shortBy: 0, unit: null })
})

it('says nothing where nothing that is known is missing and a part is not known', () => {
  expect(ruleSide(assessCertification(recordOf(ruleWith({})), '2025-01-10')).shortBy).toBeNull()
})

it('counts what is missing in one sum: topics that the total does not lack', () => {
  const rule = ruleWith({ total: total(3), minimums: [minimum('ethics', 2), minimum('trauma', 1)] })
  const side = ruleSide(assessCertification(recordOf(rule, [course('2025-01-02', 3)]), '2025-01-10'))
  expect(side).toMatchObject({ shortBy: 3, unit: 'hours' })
})

const board = ruleWith({ total: total(3) })
const ours = ruleWith({
  ...{ version: 2, total: total(10), effectiveFrom: '2026-01-01' },
  origin: { kind: 'organization', reason: 'Our payer asks for more' },
})

it('keeps what the board itself would say beside a rule of the organization', () => {
  const credits = [course('2025-01-02', 3)]
  const record = { ...recordOf(board, credits), rules: [board, ours] }
  expect(boardSide(record, ours, '2025-01-10')).toMatchObject({ shortBy: 0, needed: 3, sourceUrl: null })
  expect(boardSide(record, board, '2025-01-10')).toBeNull()
  // A credential of the organization's own has no board's rule.
  expect(boardSide({ ...record, rules: [ours] }, ours, '2025-01-10')).toBeNull()
})

it('begins for a person with the first cycle that another rule speaks for', () => {
  const [before, after] = [[board], [board, ours]]
  expect(affectedFrom('2026-03-01', before, after, '2025-06-17')).toBe('2026-03-01')
  expect(affectedFrom('2025-12-31', before, after, '2025-06-17')).toBe('2025-12-31')
  expect(affectedFrom('2025-12-30', before, after, '2025-06-17')).toBeNull()
  expect(affectedFrom('2025-06-16', before, after, '2025-06-17')).toBeNull()
  expect(affectedFrom(null, before, after, '2025-06-17')).toBeNull()
  expect(affectedFrom('2026-03-01', before, before, '2025-06-17')).toBeNull()
})
