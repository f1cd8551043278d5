import { describe, expect, it } from 'vitest'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { holderFactsOn } from '@alongside/shared/certification/status/holder-facts-on'
import { endedAnswers } from '@alongside/shared/certification/history/changed-answers'
import { course } from '../status/any-case.ts'
import { assess, linesOf, recordFor } from '../status/real-credential.ts'

const ENTITY = 'alcohol-and-drug-entity'

/** Six hours in the year to May 2025; since March 2026 employed by an alcohol and drug entity. */
const holder: CertificationFacts = {
  issuedOn: '2023-05-01',
  expiresOn: '2025-05-01',
  birthday: null,
  termStartsOn: '2024-05-02',
  earlierTerms: [{ startsOn: '2023-05-01', expiresOn: '2024-05-01' }],
  conditions: { [ENTITY]: true },
  earlierAnswers: [{ question: ENTITY, answer: false, endsOn: '2026-02-28' }],
}

describe('a fact of the holder that changes', () => {
  const kentucky = recordFor('us-ky-apss', holder, [course('2024-12-01', 6)])

  it('leaves the days before it alone', () => {
    expect(linesOf(kentucky, '2025-04-30').slice(0, 2)).toEqual([
      ['total', 6, 6],
      ['substance-use', 'not-owed: does-not-apply'],
    ])
    expect(assess(kentucky, '2025-04-30').status).toBe('RENEWAL_OPEN')
  })

  it('leaves a cycle that was over before it alone, also when that is looked at today', () => {
    expect(linesOf(kentucky, '2026-06-01')[0]).toEqual(['total', 6, 6])
  })

  it('decides the cycle that runs on its day', () => {
    const renewed = {
      ...kentucky,
      certification: {
        ...holder,
        expiresOn: '2026-05-01',
        termStartsOn: '2025-05-02',
        earlierTerms: [{ startsOn: '2024-05-02', expiresOn: '2025-05-01' }],
      },
    }
    expect(linesOf(renewed, '2026-02-28')[0]).toEqual(['total', 6, 0])
    expect(linesOf(renewed, '2026-03-01')[0]).toEqual(['total', 10, 0])
  })

  it('is dated back by a further record, and takes its days from the answers before it', () => {
    const earlierAnswers = [
      { question: ENTITY, answer: false, endsOn: '2026-02-28' },
      { question: ENTITY, answer: true, endsOn: '2026-01-14' },
    ] as const
    const heldOn = (day: string) => holderFactsOn({ ...holder, earlierAnswers }, day).conditions?.[ENTITY]
    expect(['2026-01-14', '2026-01-15', '2026-02-28', '2026-03-01'].map(heldOn)).toEqual([
      false,
      true,
      true,
      true,
    ])
  })

  it('was not known on the days before it, where its first day is known', () => {
    const earlierAnswers = [{ question: ENTITY, answer: null, endsOn: '2026-02-28' }] as const
    const known = { ...holder, conditions: { [ENTITY]: true, 'supervises-others': true }, earlierAnswers }
    expect(holderFactsOn(known, '2026-02-28').conditions).toEqual({ 'supervises-others': true })
    expect(holderFactsOn(known, '2026-03-01')).toBe(known)
  })

  it('lets a past cycle keep the length that was chosen for it (New York)', () => {
    const chosen = {
      issuedOn: '2024-03-01',
      expiresOn: '2025-02-28',
      birthday: null,
      chosenCycleMonths: 24,
      earlierAnswers: [{ question: 'chosen-cycle-months', answer: 12, endsOn: '2025-02-28' }] as const,
    }
    expect(linesOf(recordFor('us-ny-nycps', chosen), '2025-02-01')[0]).toEqual(['total', 10, 0])
  })
})

describe('what ends when answers change', () => {
  const none = { conditionsHeld: [], conditionsNotHeld: [], chosenCycleMonths: null }
  const supervises = { ...none, conditionsHeld: ['supervises-others'] as const }
  const supervisesNone = { ...none, conditionsNotHeld: ['supervises-others'] as const }
  const ended = { question: 'supervises-others', answer: true }

  it('is nothing where nothing changes', () => {
    expect(endedAnswers(supervises, supervises, null, '2026-06-01')).toEqual([])
  })

  it('is the answer before, until yesterday, or until the day before the one that is named', () => {
    const on = (since: string | null) => endedAnswers(supervises, supervisesNone, since, '2026-06-01')
    expect(on(null)).toEqual([{ ...ended, endsOn: '2026-05-31' }])
    expect(on('2026-03-01')).toEqual([{ ...ended, endsOn: '2026-02-28' }])
    expect(endedAnswers(supervises, none, null, '2026-06-01')).toEqual([{ ...ended, endsOn: '2026-05-31' }])
    const chosen = [12, 24].map((chosenCycleMonths) => ({ ...none, chosenCycleMonths }))
    expect(endedAnswers(chosen[0] ?? none, chosen[1] ?? none, null, '2026-06-01')).toEqual([
      { question: 'chosen-cycle-months', answer: 12, endsOn: '2026-05-31' },
    ])
  })

  it('is no day of a question that nobody had answered, unless its first day is named', () => {
    const first = (since: string | null) => endedAnswers(none, supervises, since, '2026-06-01')
    expect(first(null)).toEqual([{ ...ended, answer: null, endsOn: null }])
    expect(first('2026-03-01')).toEqual([{ ...ended, answer: null, endsOn: '2026-02-28' }])
  })
})
