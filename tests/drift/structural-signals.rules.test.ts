import { addDays, type PlainDate } from '@alongside/shared/calendar/plain-date'
import {
  caseloadAboveRange,
  supervisedAdministrativelyOnly,
  type PlacementFact,
  type RelationshipFact,
} from '@alongside/shared/drift/structural-signals'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }
const TODAY = '2026-03-05'

describe('a caseload above the usual range', () => {
  const placed = (
    id: string,
    caseloadSize: number | null,
    parts: Partial<PlacementFact> = {},
  ): PlacementFact => ({
    id,
    startedOn: '2025-01-01',
    endedOn: null,
    caseloadSize,
    ...parts,
  })

  it('gives the figure, the threshold and the placements it rests on', () => {
    expect(caseloadAboveRange([placed('probation', 18), placed('jail', 13)], TODAY)).toEqual({
      signal: 'CASELOAD_ABOVE_RANGE',
      version: 1,
      figure: 31,
      threshold: 30,
      entries: ['jail', 'probation'],
      suggestedCause: 'ASSIGNED_WORK',
    })
  })

  it('is silent at thirty', () => {
    expect(caseloadAboveRange([placed('jail', 30)], TODAY)).toBeNull()
  })

  it('counts only what is held today and was entered', () => {
    const others = [
      placed('over', 40, { endedOn: '2026-03-04' }),
      placed('coming', 40, { startedOn: '2026-03-06' }),
      placed('unknown', null),
    ]
    expect(caseloadAboveRange(others, TODAY)).toBeNull()
    expect(caseloadAboveRange([...others, placed('now', 31, { endedOn: TODAY })], TODAY)).toMatchObject({
      figure: 31,
      entries: ['now'],
    })
  })

  it('fires exactly when the sum passes thirty, in any order', patience, () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(25)), { maxLength: 4 }), (sizes) => {
        const placements = sizes.map((size, at) => placed(`p${at}`, size))
        const sum = sizes.reduce<number>((total, size) => total + (size ?? 0), 0)
        const finding = caseloadAboveRange(placements, TODAY)
        expect(finding?.figure ?? null).toBe(sum > 30 ? sum : null)
        expect(caseloadAboveRange([...placements].reverse(), TODAY)).toEqual(finding)
      }),
      cases,
    )
  })
})

describe('supervised administratively only', () => {
  const since = '2025-06-01'
  const by = (
    type: RelationshipFact['type'],
    startedOn: PlainDate | null = since,
    endedOn: PlainDate | null = null,
  ): RelationshipFact => ({ id: `${type} ${String(endedOn)}`, type, startedOn, endedOn })
  const officer = by('ADMINISTRATIVE')
  const ended = (daysAgo: number): RelationshipFact => by('SUPPORTIVE', since, addDays(TODAY, -daysAgo))
  const signal = (others: RelationshipFact[], from = since): number | null =>
    supervisedAdministrativelyOnly(others, TODAY, { since: from })?.figure ?? null

  it('gives the days, the threshold and the relationships it rests on', () => {
    expect(supervisedAdministrativelyOnly([officer, ended(40)], TODAY, { since })).toEqual({
      signal: 'SUPERVISED_ADMINISTRATIVELY_ONLY',
      version: 1,
      figure: 40,
      threshold: 28,
      entries: ['ADMINISTRATIVE null'],
      suggestedCause: 'STRUCTURE',
    })
  })

  it('waits four weeks after the last one who taught or supported', () => {
    expect(signal([officer, ended(28)])).toBeNull()
    expect(signal([officer, ended(29)])).toBe(29)
    expect(signal([officer, by('EDUCATIONAL', since, addDays(TODAY, -10)), ended(60)])).toBeNull()
  })

  it('waits four weeks after the first day of work', () => {
    expect(signal([officer], addDays(TODAY, -28))).toBeNull()
    expect(signal([officer], addDays(TODAY, -29))).toBe(29)
    expect(signal([officer, ended(60)], addDays(TODAY, -29))).toBe(29)
  })

  it('does not start anew when one administrative supervisor follows another', () => {
    expect(signal([officer, by('ADMINISTRATIVE', since, addDays(TODAY, -5)), ended(40)])).toBe(40)
  })

  it('is silent while somebody teaches or supports, and where nobody supervises at all', () => {
    expect(signal([officer, by('EDUCATIONAL')])).toBeNull()
    expect(signal([officer, by('SUPPORTIVE')])).toBeNull()
    expect(signal([ended(40)])).toBeNull()
    expect(signal([])).toBeNull()
  })

  it('does not count support that the peer has not accepted, or that is still to come', () => {
    expect(signal([officer, by('SUPPORTIVE', null), by('EDUCATIONAL', '2026-03-06')])).toBe(277)
  })
})
