import { describe, expect, it } from 'vitest'
import { validateCaseloadCount } from '../../../shared/src/people/placements/caseload.ts'
import { dataSharingFinding } from '../../../shared/src/people/data-sharing/data-sharing.ts'
import {
  validateHostAgencyContact,
  validateHostAgency,
} from '../../../shared/src/people/host-agencies/host-agency-input.ts'
import { validateLeave } from '../../../shared/src/people/employment/leave-input.ts'
import { validateLeaving, validateReturn } from '../../../shared/src/people/employment/leaving-input.ts'

const TODAY = '2026-06-17'

describe('a leave', () => {
  const other = { startsOn: '2026-07-01', endsOn: '2026-07-14' }
  it.each([
    ['2026-06-17', null, [], []],
    ['2026-06-17', '2026-06-16', [], [{ field: 'endsOn', problem: 'before-its-start', limit: '2026-06-17' }]],
    ['2026-06-17', '2026-06-30', [other], []],
    ['2026-06-17', '2026-07-01', [other], [{ field: 'startsOn', problem: 'overlaps', limit: '2026-07-14' }]],
    ['2026-06-17', null, [other], [{ field: 'startsOn', problem: 'overlaps', limit: '2026-07-14' }]],
    ['2026-07-15', null, [other], []],
    ['2025-06-16', null, [], [{ field: 'startsOn', problem: 'too-long-ago', limit: '2025-06-17' }]],
    ['2028-06-18', null, [], [{ field: 'startsOn', problem: 'too-far-ahead', limit: '2028-06-17' }]],
    ['2026-07-01', '2028-06-18', [], [{ field: 'endsOn', problem: 'too-far-ahead', limit: '2028-06-17' }]],
  ])('%s to %s beside %j: %j', (startsOn, endsOn, others, validationErrors) => {
    expect(validateLeave({ startsOn, endsOn }, others, TODAY)).toEqual(validationErrors)
  })
})

describe('a last day', () => {
  it.each([
    ['2026-06-17', []],
    ['2026-03-17', []],
    ['2026-03-16', [{ field: 'leavesOn', problem: 'too-long-ago', limit: '2026-03-17' }]],
    ['2023-12-31', [{ field: 'leavesOn', problem: 'before-its-start', limit: '2024-01-01' }]],
    ['2028-06-18', [{ field: 'leavesOn', problem: 'too-far-ahead', limit: '2028-06-17' }]],
    ['', [{ field: 'leavesOn', problem: 'required' }]],
  ])('%s: %j', (leavesOn, validationErrors) => {
    expect(validateLeaving(leavesOn, '2024-01-01', TODAY)).toEqual(validationErrors)
  })
})

describe('a first day back', () => {
  it.each([
    ['', [{ field: 'returnsOn', problem: 'required' }]],
    ['2026-02-30', [{ field: 'returnsOn', problem: 'not-a-date' }]],
    ['2026-05-31', [{ field: 'returnsOn', problem: 'before-its-start', limit: '2026-06-01' }]],
    ['2026-06-01', []],
    ['2028-06-17', []],
    ['2028-06-18', [{ field: 'returnsOn', problem: 'too-far-ahead', limit: '2028-06-17' }]],
  ])('%s after a last day on 31 May: %j', (returnsOn, validationErrors) => {
    expect(validateReturn(returnsOn, '2026-05-31', TODAY)).toEqual(validationErrors)
  })

  it('is entered at most 92 days late', () => {
    expect(validateReturn('2026-03-17', '2025-12-31', TODAY)).toEqual([])
    expect(validateReturn('2026-03-16', '2025-12-31', TODAY)).toEqual([
      { field: 'returnsOn', problem: 'too-long-ago', limit: '2026-03-17' },
    ])
  })
})

describe('a caseload count', () => {
  const placement = { startsOn: '2026-01-01', endsOn: '2026-05-31' }
  it.each([
    [24, '2026-05-31', []],
    [null, '2026-05-31', [{ field: 'people', problem: 'required' }]],
    [501, '2026-05-31', [{ field: 'people', problem: 'too-large', limit: 500 }]],
    [24.5, '2026-05-31', [{ field: 'people', problem: 'not-a-number' }]],
    [24, '2025-12-31', [{ field: 'countedOn', problem: 'too-long-ago', limit: '2026-01-01' }]],
    [24, '2026-06-01', [{ field: 'countedOn', problem: 'too-far-ahead', limit: '2026-05-31' }]],
  ])('%s on %s: %j', (people, countedOn, validationErrors) => {
    expect(validateCaseloadCount({ people, countedOn }, placement, TODAY)).toEqual(validationErrors)
  })
})

describe('sharing data with an agency', () => {
  const until = (endsOn: string | null, startsOn = '2026-01-01') => ({ startsOn, endsOn })
  it.each([
    [[], 'NONE', null],
    [[until('2026-06-16')], 'NONE', null],
    [[until(null, '2026-06-18')], 'NONE', null],
    [[until('2026-09-15')], 'EXPIRES_SOON', '2026-09-15'],
    [[until('2026-09-16')], 'IN_FORCE', '2026-09-16'],
    [[until(null)], 'IN_FORCE', null],
    // The next one is signed: nothing is to be done.
    [[until('2027-06-30', '2026-07-01'), until('2026-06-30')], 'IN_FORCE', '2027-06-30'],
    // With a gap between them the first one's end is what matters.
    [[until('2027-06-30', '2026-07-02'), until('2026-06-30')], 'EXPIRES_SOON', '2026-06-30'],
  ])('%j: %s until %s', (agreements, state, day) => {
    expect(dataSharingFinding(agreements, TODAY)).toEqual({ state, until: day })
  })
})

describe('a host agency', () => {
  const whole = { name: 'Fire', kind: 'OTHER', state: 'OH', sequentialIntercept: 1 }
  it.each([
    [{}, []],
    [{ name: ' ' }, [{ field: 'name', problem: 'required' }]],
    [{ state: 'XX' }, [{ field: 'state', problem: 'not-an-option' }]],
    [{ sequentialIntercept: 6 }, [{ field: 'sequentialIntercept', problem: 'not-an-option' }]],
    [{ deflectionPathway: 'NALOXONE_PLUS' }, []],
    [
      { sequentialIntercept: 3, deflectionPathway: 'NALOXONE_PLUS' },
      [{ field: 'deflectionPathway', problem: 'not-an-option' }],
    ],
  ])('%j', (change, validationErrors) => {
    expect(validateHostAgency({ ...whole, ...change })).toEqual(validationErrors)
  })

  it('has contacts that can be reached', () => {
    const contact = { name: 'Records', purpose: 'Copies' }
    expect(validateHostAgencyContact(contact)).toEqual([{ field: 'phone', problem: 'required' }])
    expect(validateHostAgencyContact({ ...contact, email: 'records@example.org' })).toEqual([])
    expect(validateHostAgencyContact({ ...contact, email: 'records' })).toEqual([
      { field: 'email', problem: 'not-an-address' },
    ])
  })
})
