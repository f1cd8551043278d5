import { validateRaiseFlag } from '@alongside/shared/drift/flag-input'
import {
  FLAG_STATUSES,
  validateFlagStep,
  nextStatuses,
  statusAfter,
  type FlagStatus,
} from '@alongside/shared/drift/flag-status'
import { describe, expect, it } from 'vitest'

const written = {
  plan: 'The court asks the case manager for reports.',
  reason: 'It is in the role agreement.',
}

describe('a drift flag', () => {
  it('goes step by step, and can be found not to be drift until it is resolved', () => {
    const allowed = FLAG_STATUSES.flatMap((from) => nextStatuses(from).map((to) => `${from} ${to}`))
    expect(allowed).toEqual([
      'OPEN DISCUSSED',
      'OPEN NOT_DRIFT',
      'DISCUSSED PLANNED',
      'DISCUSSED NOT_DRIFT',
      'PLANNED RESOLVED',
      'PLANNED NOT_DRIFT',
    ])
  })

  it('has the status that as many steps lead to, as long as it has not come to its end', () => {
    expect([0, 1, 2, 3, -1].map(statusAfter)).toEqual(['OPEN', 'DISCUSSED', 'PLANNED', undefined, undefined])
  })

  it('refuses every other step, whatever is written beside it', () => {
    for (const from of FLAG_STATUSES) {
      for (const to of FLAG_STATUSES) {
        const refused = nextStatuses(from).includes(to) ? [] : [{ field: 'to', problem: 'not-an-option' }]
        expect([from, to, validateFlagStep(from, to, written)]).toEqual([from, to, refused])
      }
    }
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
      expect(validateFlagStep(from, to, input)).toEqual([validationError])
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
