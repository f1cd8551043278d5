import { describe, expect, it } from 'vitest'
import { firstLines, isSettled, orderOfRows } from '../../../web/src/drift/role-proposal/proposal-rows.ts'

// A version that is proposed: what it begins with, and in which order it is talked about.

const KEYS = ['SOCIALIZING', 'FINDING_HOUSING', 'GOING_TO_COURT', 'GIVING_DRUG_TEST', 'ANSWERING_PHONES']
const line = (activity: string, answer = 'PART_OF_ROLE') => ({ activity, answer })

describe('the rows of a proposed role agreement', () => {
  it('begin with what differs and what a job description names, then what is open, then the rest', () => {
    const ranks = {
      differing: new Set(['ANSWERING_PHONES']),
      described: ['GIVING_DRUG_TEST', 'ANSWERING_PHONES'],
      settled: new Set(['SOCIALIZING', 'GIVING_DRUG_TEST']),
    }
    expect(orderOfRows(KEYS, ranks)).toEqual([
      ...['ANSWERING_PHONES', 'GIVING_DRUG_TEST', 'FINDING_HOUSING', 'GOING_TO_COURT', 'SOCIALIZING'],
    ])
    // What is settled is folded: a posting that names it brings it back to be talked about.
    expect(KEYS.filter((key) => isSettled(key, ranks))).toEqual(['SOCIALIZING'])
  })

  it('are answered as the version in force has them, without what was retired since or never answered', () => {
    const retired = 'custom-00000000-0000-4000-8000-000000000002'
    const begun = [line('GOING_TO_COURT', 'OUTSIDE_ROLE'), line(retired), line('SOCIALIZING', 'NOT_ANSWERED')]
    expect(firstLines(begun, new Set(KEYS))).toEqual([
      { activity: 'GOING_TO_COURT', answer: 'OUTSIDE_ROLE', doneBy: null },
    ])
  })
})
