import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate } from '../../../shared/src/calendar/plain-date.ts'
import {
  type OtherPlacement,
  validatePlacementFit,
  validatePlacement,
} from '../../../shared/src/people/placements/placement-input.ts'

// A short stretch of days and few agencies, so that placements meet often.
const FIRST = '2026-01-01'
const DAYS = 40
const day = fc.nat({ max: DAYS }).map((days) => addDays(FIRST, days))
const share = fc.integer({ min: 1, max: 20 }).map((steps) => steps / 20)
const placement = fc
  .record({
    hostAgencyId: fc.constantFrom('jail', 'court', 'probation'),
    one: day,
    other: fc.option(day, { nil: null, freq: 3 }),
    fullTimeShare: share,
  })
  .map(({ hostAgencyId, one, other, fullTimeShare }) => ({
    hostAgencyId,
    jobTitle: 'PEER_BRIDGER',
    startsOn: other !== null && other < one ? other : one,
    endsOn: other !== null && other < one ? one : other,
    fullTimeShare,
  }))

const runs = ({ startsOn, endsOn }: OtherPlacement, on: PlainDate): boolean =>
  startsOn <= on && (endsOn === null || on <= endsOn)
/** The same question asked day by day, in whole hundredths. */
function dayByDay(input: OtherPlacement, others: readonly OtherPlacement[]) {
  const days = Array.from({ length: DAYS + 2 }, (_, count) => addDays(FIRST, count)).filter((on) =>
    runs(input, on),
  )
  const hundredths = (one: OtherPlacement) => Math.round(one.fullTimeShare * 100)
  const sums = days.map((on) =>
    others.filter((other) => runs(other, on)).reduce((sum, other) => sum + hundredths(other), 0),
  )
  return {
    overlaps: days.some((on) =>
      others.some((other) => other.hostAgencyId === input.hostAgencyId && runs(other, on)),
    ),
    left: 100 - Math.max(0, ...sums),
    tooMuch: Math.max(0, ...sums) + hundredths(input) > 100,
  }
}

describe('whether a placement fits beside the others', () => {
  it('is refused exactly where a day has the same agency twice or more than full time, with what is left', () => {
    fc.assert(
      fc.property(placement, fc.array(placement, { maxLength: 5 }), (input, others) => {
        const found = validatePlacementFit(input, others)
        const expected = dayByDay(input, others)
        expect(found.some(({ problem }) => problem === 'overlaps')).toBe(expected.overlaps)
        const share = found.find(({ field }) => field === 'fullTimeShare')
        expect(share !== undefined).toBe(expected.tooMuch)
        if (share) expect(share.limit).toBe(Math.max(0, expected.left) / 100)
      }),
      { numRuns: 10_000 },
    )
  })

  it('does not depend on the order of the others', () => {
    fc.assert(
      fc.property(placement, fc.array(placement, { maxLength: 5 }), (input, others) => {
        const kinds = (list: readonly OtherPlacement[]) =>
          validatePlacementFit(input, list).map(({ field, problem }) => `${field} ${problem}`)
        expect(kinds([...others].reverse())).toEqual(kinds(others))
      }),
    )
  })

  it('takes no notice of one that never took place', () => {
    const input = { hostAgencyId: 'jail', startsOn: '2026-01-01', endsOn: null, fullTimeShare: 1 }
    const never = { hostAgencyId: 'jail', startsOn: '2026-02-01', endsOn: '2026-01-31', fullTimeShare: 1 }
    expect(validatePlacementFit({ ...input, jobTitle: 'PEER_BRIDGER' }, [never])).toEqual([])
  })

  it('says how much is left, and 0.7 and 0.3 make exactly full time', () => {
    const other = { hostAgencyId: 'court', startsOn: '2026-01-01', endsOn: null, fullTimeShare: 0.7 }
    const input = { hostAgencyId: 'jail', jobTitle: 'PEER_BRIDGER', startsOn: '2026-03-01', endsOn: null }
    expect(validatePlacementFit({ ...input, fullTimeShare: 0.3 }, [other])).toEqual([])
    expect(validatePlacementFit({ ...input, fullTimeShare: 0.35 }, [other])).toEqual([
      { field: 'fullTimeShare', problem: 'too-large', limit: 0.3 },
    ])
  })
})

describe('a placement by itself', () => {
  const whole = { hostAgencyId: 'a', jobTitle: 'PEER_BRIDGER', startsOn: '2026-01-01', fullTimeShare: 1 }
  it.each([
    [{}, []],
    [{ hostAgencyId: '' }, [{ field: 'hostAgencyId', problem: 'required' }]],
    [{ jobTitle: '' }, [{ field: 'jobTitle', problem: 'required' }]],
    [{ jobTitle: 'OFFICER' }, [{ field: 'jobTitle', problem: 'not-an-option' }]],
    [{ startsOn: '' }, [{ field: 'startsOn', problem: 'required' }]],
    [{ startsOn: '2026-02-30' }, [{ field: 'startsOn', problem: 'not-a-date' }]],
    [{ endsOn: '2026-01-01' }, []],
    [{ endsOn: '2025-12-31' }, [{ field: 'endsOn', problem: 'before-its-start', limit: '2026-01-01' }]],
    [{ fullTimeShare: 0 }, [{ field: 'fullTimeShare', problem: 'too-small', limit: 0.05 }]],
    [{ fullTimeShare: 1.05 }, [{ field: 'fullTimeShare', problem: 'too-large', limit: 1 }]],
    [{ fullTimeShare: 0.33 }, [{ field: 'fullTimeShare', problem: 'not-in-steps', limit: 0.05 }]],
    [{ fullTimeShare: Number.NaN }, [{ field: 'fullTimeShare', problem: 'not-a-number' }]],
  ])('%j', (change, validationErrors) => {
    expect(validatePlacement({ ...whole, ...change })).toEqual(validationErrors)
  })

  it('may have any share in steps of a twentieth', () => {
    for (let steps = 1; steps <= 20; steps++)
      expect(validatePlacement({ ...whole, fullTimeShare: steps / 20 })).toEqual([])
  })
})
