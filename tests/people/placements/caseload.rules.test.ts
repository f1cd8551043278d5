import { caseloadFinding } from '@alongside/shared/people/placements/caseload'
import { describe, expect, it } from 'vitest'

describe('a caseload', () => {
  it.each([
    [0, 'below-usual-range'],
    [19, 'below-usual-range'],
    [20, 'within-usual-range'],
    [30, 'within-usual-range'],
    [31, 'above-usual-range'],
  ])('of %i is %s, with the range it is held against', (size, kind) => {
    expect(caseloadFinding(size)).toEqual({ kind, size, usualFrom: 20, usualTo: 30 })
  })

  it('that nobody entered is unknown, never zero', () => {
    expect(caseloadFinding(null)).toEqual({ kind: 'unknown' })
  })
})
