import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
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
