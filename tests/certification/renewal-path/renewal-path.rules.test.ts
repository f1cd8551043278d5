import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/src/calendar/plain-date.ts'
import { GapState } from '../../../shared/src/certification/next-step/gaps.ts'
import { type PathFacts, renewalPath } from '../../../shared/src/certification/renewal-path/renewal-path.ts'
import {
  RenewalDecision,
  ReturnReason,
  validateDecision,
  validateSubmission,
} from '../../../shared/src/certification/renewal-path/submission-input.ts'
import { TODAY } from '../../support/fixed-today.ts'

const FACTS: PathFacts = {
  expiresOn: '2026-08-31',
  opensOn: '2026-06-02',
  dueOn: '2026-08-31',
  gaps: GapState.SHORT,
  attestedOn: null,
  supervisor: null,
  submission: null,
}
const sent = (outcome: 'APPROVED' | 'RETURNED' | null) => ({
  submittedOn: '2026-06-10',
  outcome,
  decidedOn: outcome && '2026-06-15',
})

const asked = (outcome: 'ATTESTED' | 'DECLINED' | null) => ({
  outcome,
  answeredOn: outcome && '2026-06-16',
})

describe('the way of a renewal', () => {
  it.each<[string, Partial<PathFacts>, string, string | undefined]>([
    ['is not open before its day', { opensOn: '2026-07-01' }, 'NOT_OPEN', 'OPENS'],
    ['gathers while something is short', {}, 'GATHERING', 'GATHER'],
    ['is ready once all is met', { gaps: GapState.MET }, 'READY', 'ATTEST'],
    ['is ready to be sent once attested', { gaps: GapState.MET, attestedOn: TODAY }, 'READY', 'SUBMIT'],
    [
      'waits for the supervisor where the board wants one',
      { gaps: GapState.MET, attestedOn: TODAY, supervisor: asked(null) },
      'READY',
      'SUPERVISOR',
    ],
    [
      'still waits after a no',
      { gaps: GapState.MET, attestedOn: TODAY, supervisor: asked('DECLINED') },
      'READY',
      'SUPERVISOR',
    ],
    [
      'is ready to be sent once the supervisor confirms',
      { gaps: GapState.MET, attestedOn: TODAY, supervisor: asked('ATTESTED') },
      'READY',
      'SUBMIT',
    ],
    ['waits for the board once sent', { submission: sent(null) }, 'SUBMITTED', 'DECIDE'],
    ['comes back', { submission: sent('RETURNED') }, 'RETURNED', 'GATHER'],
    [
      'is over once it expired unsent',
      { expiresOn: '2026-06-01', opensOn: '2026-03-01' },
      'EXPIRED',
      'GATHER',
    ],
    [
      'still waits for the board after the expiry',
      { expiresOn: '2026-06-12', submission: sent(null) },
      'SUBMITTED',
      'DECIDE',
    ],
    ['has no way without an expiry', { expiresOn: null }, 'UNKNOWN', undefined],
  ])('%s', (_label, facts, state, next) => {
    const path = renewalPath({ ...FACTS, ...facts }, TODAY)
    expect(path.state).toBe(state)
    expect(path.steps.find((step) => step.state === 'NOW')?.kind).toBe(next)
  })

  it('never has two next steps, and what is done comes before it only where it is so', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days))
    const facts = fc.record({
      expiresOn: fc.option(day),
      opensOn: fc.option(day),
      dueOn: fc.option(day),
      gaps: fc.constantFrom(...Object.values(GapState)),
      attestedOn: fc.option(day),
      supervisor: fc.option(
        fc.record({
          outcome: fc.constantFrom('ATTESTED' as const, 'DECLINED' as const, null),
          answeredOn: fc.option(day),
        }),
      ),
      submission: fc.option(
        fc.record({
          submittedOn: day,
          outcome: fc.constantFrom('APPROVED' as const, 'RETURNED' as const, null),
          decidedOn: fc.option(day),
        }),
      ),
    })
    fc.assert(
      fc.property(facts, (of) => {
        const { steps, state } = renewalPath(of, TODAY)
        expect(steps.filter((step) => step.state === 'NOW').length).toBeLessThanOrEqual(1)
        expect(steps.length).toBe(state === 'UNKNOWN' ? 0 : of.supervisor ? 6 : 5)
        const isSent = steps.some(({ kind, state: how }) => kind === 'SUBMIT' && how === 'DONE')
        expect(isSent).toBe(state === 'SUBMITTED')
      }),
    )
  })
})

describe('what was sent in', () => {
  const wrong = (input: Parameters<typeof validateSubmission>[0], opensOn: string | null = '2026-06-02') =>
    validateSubmission(input, opensOn, TODAY)
  it('is refused before the opening that the board names, and in the future', () => {
    expect(wrong({ submittedOn: '2026-06-01' })).toEqual([
      { field: 'submittedOn', problem: 'before-its-start', limit: '2026-06-02' },
    ])
    expect(wrong({ submittedOn: '2026-06-01' }, null)).toEqual([])
    expect(wrong({ submittedOn: addDays(TODAY, 1) })[0]?.problem).toBe('in-the-future')
    expect(wrong({ submittedOn: TODAY, feeUsd: 10_001 })).toEqual([
      { field: 'feeUsd', problem: 'too-large', limit: 10_000 },
    ])
    expect(wrong({ submittedOn: TODAY, receiptNumber: 'x'.repeat(61) })).toEqual([
      { field: 'receiptNumber', problem: 'too-long', limit: 60 },
    ])
  })

  it('is sent back for a reason, and approved without one', () => {
    const decided = (outcome: RenewalDecision, returnReason: ReturnReason | null, decidedOn = TODAY) =>
      validateDecision({ outcome, decidedOn, returnReason }, '2026-06-10', TODAY).map(
        ({ problem }) => problem,
      )
    expect(decided(RenewalDecision.RETURNED, null)).toEqual(['required'])
    expect(decided(RenewalDecision.RETURNED, ReturnReason.OTHER)).toEqual([])
    expect(decided(RenewalDecision.APPROVED, ReturnReason.OTHER)).toEqual(['not-an-option'])
    expect(decided(RenewalDecision.APPROVED, null, '2026-06-09')).toEqual(['before-its-start'])
  })
})
