import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchNames } from '../../../shared/src/certification/recording/match-names.ts'

const PEOPLE = [
  { id: 'curtis', displayName: 'Curtis Hale' },
  { id: 'ana', displayName: 'Ana Núñez' },
  { id: 'ray-1', displayName: 'Ray Birch' },
  { id: 'ray-2', displayName: 'Ray Birch' },
]

describe('names that were pasted', () => {
  it('are found however they are written, and the others are said', () => {
    const text = '1. Hale, Curtis\n ANA  NUNEZ\tJail team\nRay Birch; Nobody Here\n\n'
    expect(matchNames(text, PEOPLE)).toEqual({
      ids: ['curtis', 'ana'],
      notFound: ['Nobody Here'],
      ambiguous: ['Ray Birch'],
    })
  })

  it('never choose anybody whose name does not stand there, and lose no line', () => {
    const line = fc.oneof(
      fc.constantFrom('Curtis Hale', 'Hale, Curtis', 'ana nunez', 'Ray Birch'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { ids, notFound, ambiguous } = matchNames(lines.join('\n'), PEOPLE)
        expect(ids).not.toContain('ray-1')
        expect(ids.includes('curtis')).toBe(
          matchNames(lines.join('\n'), PEOPLE.slice(0, 1)).ids.includes('curtis'),
        )
        const written = lines
          .join('\n')
          .split(/[\r\n;]+/)
          .filter((each) => each.trim() !== '').length
        expect(ids.length + notFound.length + ambiguous.length).toBeLessThanOrEqual(Math.max(written, 0))
      }),
    )
  })
})
