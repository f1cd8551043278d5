import {
  CrowdSubject,
  freezeDay,
  periodEnd,
  periodStart,
} from '@alongside/shared/wellness/crowd-figures/crowd-periods'
import { previewRollUp } from '@alongside/shared/wellness/climate/roll-up-preview'
import { validateClimateStep, validateSmallestGroup } from '@alongside/shared/wellness/climate/climate-input'
import { describe, expect, it } from 'vitest'

const team = (name: string, size: number) => ({ id: name.toLowerCase(), name, size })

describe('the preview before figures are switched on', () => {
  it('says that a house below the smallest group will never see one', () => {
    expect(previewRollUp([team('Jail', 4)], 2, 7)).toEqual({
      peers: 6,
      blocks: [],
      advice: 'HOUSE_TOO_SMALL',
      smallTeams: ['Jail'],
    })
  })

  it('names small teams that could be merged, and blocks that need everyone to answer', () => {
    expect(previewRollUp([team('Jail', 12), team('Court', 4), team('Street', 4)], 0, 7)).toEqual({
      peers: 20,
      blocks: [
        { kind: 'TEAM', teams: ['Jail'], size: 12, needsEveryone: false },
        { kind: 'POOL', teams: ['Court', 'Street'], size: 8, needsEveryone: true },
      ],
      advice: 'MERGE_TEAMS',
      smallTeams: ['Court', 'Street'],
    })
  })

  it('says when everyone is one group', () => {
    expect(previewRollUp([], 9, 7)).toMatchObject({
      advice: 'ONE_GROUP',
      blocks: [{ kind: 'POOL', teams: [], size: 9 }],
    })
  })

  it('has no advice where each team is large enough', () => {
    expect(previewRollUp([team('Jail', 12), team('Court', 9)], 0, 7).advice).toBeNull()
  })
})

describe('the periods', () => {
  it('closes a month with three days of grace, over the end of a year', () => {
    expect(periodStart(CrowdSubject.CHECK_IN, '2026-12-31')).toBe('2026-12-01')
    expect(periodEnd(CrowdSubject.CHECK_IN, '2026-12-01')).toBe('2026-12-31')
    expect(freezeDay(CrowdSubject.CHECK_IN, '2026-12-01')).toBe('2027-01-04')
    expect(freezeDay(CrowdSubject.CHECK_IN, '2028-02-01')).toBe('2028-03-04')
  })

  it('asks about the core values in halves of a year', () => {
    expect(periodStart(CrowdSubject.CORE_VALUES, '2026-06-30')).toBe('2026-01-01')
    expect(periodStart(CrowdSubject.CORE_VALUES, '2026-07-01')).toBe('2026-07-01')
    expect(periodEnd(CrowdSubject.CORE_VALUES, '2026-07-01')).toBe('2026-12-31')
  })
})

describe('what is refused', () => {
  it('a smaller group than five, or than the one in use', () => {
    expect(validateSmallestGroup(5, null)).toEqual([])
    expect(validateSmallestGroup(4, null)).toMatchObject([{ field: 'smallestGroup', limit: 5 }])
    expect(validateSmallestGroup(7, 8)).toMatchObject([{ field: 'smallestGroup', limit: 8 }])
    expect(validateSmallestGroup(51, 7)).toMatchObject([{ field: 'smallestGroup', limit: 50 }])
  })

  it('a step without words, or of another list', () => {
    expect(validateClimateStep({ step: 'ACT', line: ' ' })).toEqual([{ field: 'line', problem: 'required' }])
    expect(validateClimateStep({ step: 'ACT', line: 'x'.repeat(301) })).toMatchObject([
      { field: 'line', limit: 300 },
    ])
    expect(validateClimateStep({ step: 'RANK', line: 'We look.' })).toMatchObject([{ field: 'step' }])
  })
})
