import { visibleToSupervisorsAt } from '@alongside/shared/drift/flag-visibility'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }
const told = new Date('2026-03-05T15:00:00Z')

describe('when supervisors see a flag (T4: the peer sees it first)', () => {
  it('is when the peer opened it', () => {
    const openedAt = new Date('2026-03-06T08:00:00Z')
    expect(visibleToSupervisorsAt({ raisedAt: told, openedAt })).toEqual(openedAt)
  })

  it('is seven days after the peer was told, if the peer does not open it', () => {
    const latest = new Date('2026-03-12T15:00:00Z')
    expect(visibleToSupervisorsAt({ raisedAt: told, openedAt: null })).toEqual(latest)
    expect(visibleToSupervisorsAt({ raisedAt: told, openedAt: new Date('2026-04-01T00:00:00Z') })).toEqual(
      latest,
    )
  })

  it('is never while the peer does not know of it', () => {
    expect(visibleToSupervisorsAt({ raisedAt: null, openedAt: null })).toBeNull()
  })

  it('never lies before the notice nor more than seven days after it', patience, () => {
    const after = fc.option(fc.integer({ min: 0, max: 40 * 86_400_000 }))
    fc.assert(
      fc.property(after, (delay) => {
        const openedAt = delay === null ? null : new Date(told.getTime() + delay)
        const waited =
          (visibleToSupervisorsAt({ raisedAt: told, openedAt })?.getTime() ?? NaN) - told.getTime()
        expect(waited).toBe(Math.min(delay ?? Infinity, 7 * 86_400_000))
      }),
      cases,
    )
  })
})
