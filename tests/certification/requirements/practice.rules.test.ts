import { describe, expect, it } from 'vitest'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import type { PracticeRecord } from '@alongside/shared/certification/hours/ce-credit'
import type { PracticeRequirement } from '@alongside/shared/certification/rules/asked'
import { recordOf, ruleWith } from '../status/any-case.ts'
import { linesOf, recordFor } from '../status/real-credential.ts'

/** What a cycle of 2025 and 2026 asks in practice, on the last day of February 2026. */
function practiceLine(asked: Partial<PracticeRequirement>, practice: PracticeRecord | null) {
  const requirement: PracticeRequirement = {
    kind: 'supervision',
    amount: 2,
    unit: 'hours',
    per: 'cycle',
    longSessions: null,
    ...asked,
  }
  const record = { ...recordOf(ruleWith({ practice: [requirement] })), practice }
  const line = assessCertification(record, '2026-02-28').requirements.at(-1)
  return line?.kind === 'measured' ? [line.needed, line.earned, line.shortBy] : line?.reason
}

const held = (heldOn: string, minutes: number, isCoReflection = false) => ({
  heldOn,
  minutes,
  isCoReflection,
})
const sessions = (...list: ReturnType<typeof held>[]): PracticeRecord => ({
  sessions: list,
  serviceHours: null,
})

describe('supervision that a renewal asks for', () => {
  it('is fed by the sessions of the cycle that were held', () => {
    const record = sessions(held('2024-12-31', 60), held('2025-01-01', 45), held('2026-02-28', 45))
    expect(practiceLine({ amount: 2 }, record)).toEqual([2, 1.5, 0.5])
    expect(practiceLine({ amount: 2 }, sessions(held('2026-03-01', 60)))).toEqual([2, 0, 2])
  })

  it('asks each month for itself: four sessions in one month do not stand for two', () => {
    const january = ['2026-01-02', '2026-01-09', '2026-01-16', '2026-01-23'].map((day) => held(day, 30))
    expect(practiceLine({ unit: 'sessions', per: 'month' }, sessions(...january))).toEqual([48, 2, 46])
  })

  it('wants one of them to be long where the rule says so', () => {
    const asked = { unit: 'sessions', per: 'month', longSessions: { count: 1, minutes: 30 } } as const
    expect(practiceLine(asked, sessions(held('2026-01-02', 15), held('2026-01-09', 15)))?.[1]).toBe(1)
    expect(practiceLine(asked, sessions(held('2026-01-02', 30), held('2026-01-09', 15)))?.[1]).toBe(2)
    expect(practiceLine(asked, sessions(held('2026-01-02', 30), held('2026-01-09', 45)))?.[1]).toBe(2)
  })

  it('asks nothing more for the day of the issue, by which a first term is longer than a year', () => {
    const practice = { sessions: [], serviceHours: [] }
    const asked = (credentialId: string, expiresOn: string) =>
      linesOf({ ...recordFor(credentialId, { issuedOn: '2025-03-15', expiresOn }), practice }, '2025-06-01')
        .filter(([name]) => name === 'practice')
        .map(([, needed]) => needed)
    expect(asked('us-me-cipss', '2026-03-15')).toEqual([75, 'unknown: kind-of-period-not-read'])
    expect(asked('us-me-cipss', '2027-03-15')).toEqual([75, 'unknown: kind-of-period-not-read'])
    expect(asked('us-ky-apss', '2026-03-15')).toEqual([24])
  })

  it('counts co-reflections by the quarter', () => {
    const asked = { kind: 'co-reflection', amount: 1, unit: 'sessions', per: 'quarter' } as const
    const record = sessions(
      held('2025-03-31', 60, true),
      held('2025-04-01', 60, true),
      held('2025-07-01', 60),
    )
    expect(practiceLine(asked, record)).toEqual([8, 2, 6])
  })

  it('is not known where it was not read which months a quarter holds', () => {
    const days = ['2025-03-01', '2025-06-30', '2025-07-01', '2025-12-30']
    const practice = sessions(...days.map((day) => held(day, 60, true)))
    const maine = recordFor('us-me-cipss', { issuedOn: '2023-02-15', expiresOn: '2026-02-15' })
    const { requirements, status } = assessCertification({ ...maine, practice }, '2026-02-01')
    expect(requirements.at(-1)).toMatchObject({
      reason: 'kind-of-period-not-read',
      asked: { amount: 1, unit: 'sessions', per: 'quarter' },
    })
    expect(status).toBe('RENEWAL_OPEN')
  })

  it('is not known where one sum was entered for days of two cycles and decides', () => {
    const asked = { kind: 'service', amount: 50 } as const
    const month = (from: string, on: string, hours: number) => ({ from, on, hours })
    const worked = (...serviceHours: ReturnType<typeof month>[]) =>
      practiceLine(asked, { sessions: null, serviceHours })
    const crossing = month('2024-12-15', '2025-01-15', 60)
    expect(worked(crossing)).toBe('entry-crosses-period')
    expect(worked(crossing, month('2025-02-01', '2025-02-28', 50))).toEqual([50, 50, 0])
    expect(worked(month('2025-01-01', '2025-01-31', 30))).toEqual([50, 30, 20])
    expect(worked(month('2024-12-01', '2024-12-31', 60))).toEqual([50, 0, 50])
  })

  it('is not known, never zero, where nothing is recorded', () => {
    expect(practiceLine({}, null)).toBe('practice-not-recorded')
    expect(practiceLine({ kind: 'service', amount: 50 }, sessions())).toBe('practice-not-recorded')
    const serviceHours = [{ on: '2025-06-01', hours: 30 }]
    expect(practiceLine({ kind: 'service', amount: 50 }, { sessions: [], serviceHours })).toEqual([
      50, 30, 20,
    ])
  })
})
