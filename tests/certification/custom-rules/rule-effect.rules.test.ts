import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import { ruleSide } from '@alongside/shared/certification/custom-rules/rule-effect'
import type { PracticeRequirement } from '@alongside/shared/certification/rules/asked'
import { expect, it } from 'vitest'
import { recordOf, ruleWith } from '../status/any-case.ts'

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
    const record = { ...recordOf(ruleWith({ practice })), practice: { sessions, serviceHours: null } }
    return ruleSide(assessCertification(record, '2025-01-10'))
  }
  expect(sideOf([monthly], 2)).toMatchObject({ shortBy: 46, unit: 'sessions' })
  expect(sideOf([{ ...monthly, per: 'cycle' }], 2)).toMatchObject({ shortBy: 0, unit: null })
})
