import {
  agreementSays,
  DeclineSentence,
  isOutside,
  readySentences,
  AGREEMENT_SAYS,
  validateDecline,
  validateRecordedTask,
  validateReturn,
  validateTask,
} from '@alongside/shared/drift/task-requests/task-request'
import { describe, expect, it } from 'vitest'

const AGREEMENT = {
  lines: [
    { activity: 'GIVING_DRUG_TEST', answer: 'OUTSIDE_ROLE', doneBy: 'case manager' },
    { activity: 'READING_CLIENT_FILES', answer: 'AGAINST_VALUES', doneBy: null },
    { activity: 'LEADING_PEER_GROUP', answer: 'PART_OF_ROLE', doneBy: null },
  ],
} as const

describe('what the agreement says of a task, before it is sent', () => {
  it.each([
    ['GIVING_DRUG_TEST', { says: 'OUTSIDE_ROLE', doneBy: 'case manager' }],
    ['READING_CLIENT_FILES', { says: 'AGAINST_VALUES', doneBy: null }],
    ['LEADING_PEER_GROUP', { says: 'PART_OF_ROLE', doneBy: null }],
    ['JOB_SEARCH', { says: 'NOT_ANSWERED', doneBy: null }],
    [null, { says: 'NOT_ANSWERED', doneBy: null }],
  ] as const)('of %s', (activity, verdict) => {
    expect(agreementSays(AGREEMENT, activity)).toEqual(verdict)
  })

  it('is never "outside the role" without an agreement', () => {
    expect(agreementSays(null, 'GIVING_DRUG_TEST')).toEqual({ says: 'NO_AGREEMENT', doneBy: null })
    expect(AGREEMENT_SAYS.filter(isOutside)).toEqual(['OUTSIDE_ROLE', 'AGAINST_VALUES'])
  })
})

describe('the sentences that are ready', () => {
  it('say "outside my role" only where the agreement does, and first there', () => {
    for (const says of AGREEMENT_SAYS) {
      const [first] = readySentences(says)
      expect([says, first]).toEqual([says, isOutside(says) ? says : DeclineSentence.TALK_FIRST])
      expect(readySentences(says).length).toBe(isOutside(says) ? 3 : 2)
    }
  })
})

describe('bad input', () => {
  const field = (errors: readonly { field: string; problem: string }[]) =>
    errors.map((one) => `${one.field} ${one.problem}`)

  it.each([
    ['a blank task', validateTask({ task: ' \u200B' }, []), ['task required']],
    ['301 characters', validateTask({ task: '🦋'.repeat(301) }, []), ['task too-long']],
    ['300 characters', validateTask({ task: '🦋'.repeat(300) }, []), []],
    ['an unknown activity', validateTask({ task: 'x', activity: 'FLYING' }, []), ['activity not-an-option']],
    ["the organization's own activity", validateTask({ task: 'x', activity: 'custom-1' }, ['custom-1']), []],
    ['an unknown side', validateRecordedTask({ task: 'x', asker: 'MOON' }, []), ['asker not-an-option']],
    ['no sentence', validateDecline({ sentence: '' }), ['sentence required']],
    ['a long sentence', validateDecline({ sentence: 'x'.repeat(301) }), ['sentence too-long']],
    ['nobody', validateReturn({ returnedTo: ' ' }), ['returnedTo required']],
    ['a number as a job', validateReturn({ returnedTo: '12' }), ['returnedTo no-letters']],
    ['a long job', validateReturn({ returnedTo: 'x'.repeat(81) }), ['returnedTo too-long']],
  ])('%s', (_what, errors, expected) => {
    expect(field(errors)).toEqual(expected)
  })
})
