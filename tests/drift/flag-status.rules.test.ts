import { TODAY } from '../support/fixed-today.ts'
import { validateRaiseFlag } from '@alongside/shared/drift/flag-input'
import {
  FLAG_STATUSES,
  validateFlagStep,
  nextStatuses,
  type FlagStatus,
  type StepTaker,
} from '@alongside/shared/drift/flag-status'
import { describe, expect, it } from 'vitest'

const written = {
  plan: 'The court asks the case manager for reports.',
  reason: 'It is in the role agreement.',
}

describe('a drift flag', () => {
  const allowed = (by: StepTaker) =>
    FLAG_STATUSES.flatMap((from) => nextStatuses(from, by).map((to) => `${from} ${to}`))

  it('is taken by a supervisor as far as a proposal, and no step of theirs leads out of one or closes it', () => {
    expect(allowed('SUPERVISOR')).toEqual([
      'OPEN DISCUSSED',
      'OPEN PROPOSED_NOT_DRIFT',
      'DISCUSSED PLANNED',
      'DISCUSSED PROPOSED_NOT_DRIFT',
      'PLANNED PROPOSED_RESOLVED',
      'PLANNED PROPOSED_NOT_DRIFT',
      'NOT_AGREED DISCUSSED',
      'NOT_AGREED PLANNED',
    ])
  })

  it('is closed, kept open and opened again by the peer', () => {
    expect(allowed('PEER')).toEqual([
      'OPEN DISCUSSED',
      'OPEN NOT_DRIFT',
      'DISCUSSED PLANNED',
      'DISCUSSED NOT_DRIFT',
      'PLANNED RESOLVED',
      'PLANNED NOT_DRIFT',
      'PROPOSED_RESOLVED RESOLVED',
      'PROPOSED_RESOLVED NOT_AGREED',
      'PROPOSED_NOT_DRIFT NOT_DRIFT',
      'PROPOSED_NOT_DRIFT NOT_AGREED',
      'NOT_AGREED DISCUSSED',
      'NOT_AGREED PLANNED',
      'NOT_AGREED NOT_DRIFT',
      'RESOLVED OPEN',
      'NOT_DRIFT OPEN',
    ])
  })

  it('refuses every other step, whatever is written beside it', () => {
    for (const by of ['PEER', 'SUPERVISOR'] as const)
      for (const from of FLAG_STATUSES)
        for (const to of FLAG_STATUSES) {
          const refused = nextStatuses(from, by).includes(to)
            ? []
            : [{ field: 'to', problem: 'not-an-option' }]
          expect([from, to, validateFlagStep(from, to, by, written, TODAY)]).toEqual([from, to, refused])
        }
  })

  it('takes the reason of the proposal where the peer agrees to it', () => {
    expect(validateFlagStep('PROPOSED_NOT_DRIFT', 'NOT_DRIFT', 'PEER', {}, TODAY)).toEqual([])
    expect(validateFlagStep('PROPOSED_NOT_DRIFT', 'NOT_AGREED', 'PEER', {}, TODAY)).toEqual([])
    expect(validateFlagStep('OPEN', 'PROPOSED_NOT_DRIFT', 'SUPERVISOR', {}, TODAY)).toEqual([
      { field: 'reason', problem: 'required' },
    ])
  })

  it.each([
    ['OPEN', 'NOT_DRIFT', { reason: ' ' }, { field: 'reason', problem: 'required' }],
    ['OPEN', 'NOT_DRIFT', {}, { field: 'reason', problem: 'required' }],
    [
      'OPEN',
      'NOT_DRIFT',
      { reason: 'x'.repeat(1001) },
      { field: 'reason', problem: 'too-long', limit: 1000 },
    ],
    ['DISCUSSED', 'PLANNED', { plan: null }, { field: 'plan', problem: 'required' }],
    ['DISCUSSED', 'PLANNED', { plan: 'x'.repeat(2001) }, { field: 'plan', problem: 'too-long', limit: 2000 }],
  ] as [FlagStatus, FlagStatus, object, object][])(
    'from %s to %s needs its words (%o)',
    (from, to, input, validationError) => {
      expect(validateFlagStep(from, to, 'PEER', input, TODAY)).toEqual([validationError])
    },
  )
})

describe('raising a flag', () => {
  it('needs evidence and a cause of the list; the response can come later', () => {
    expect(validateRaiseFlag({ evidence: 'Asked to report test results.', cause: 'ASSIGNED_WORK' })).toEqual(
      [],
    )
    expect(validateRaiseFlag({ evidence: ' ', cause: 'PERSON', response: 'x'.repeat(2001) })).toEqual([
      { field: 'evidence', problem: 'required' },
      { field: 'cause', problem: 'not-an-option' },
      { field: 'response', problem: 'too-long', limit: 2000 },
    ])
    expect(validateRaiseFlag({ evidence: 'x'.repeat(2001), cause: 'STRUCTURE' })).toEqual([
      { field: 'evidence', problem: 'too-long', limit: 2000 },
    ])
  })
})
