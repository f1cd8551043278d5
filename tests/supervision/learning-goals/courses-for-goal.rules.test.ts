import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CE_CATEGORIES } from '../../../shared/src/certification/catalogue/ce-category.ts'
import { coursesForGoal } from '../../../shared/src/certification/course-check/courses-for-goal.ts'
import { validateLearningGoal } from '../../../shared/src/supervision/learning-goals/learning-goal-input.ts'
import { PEER_COMPETENCIES } from '../../../shared/src/supervision/learning-goals/peer-competencies.ts'
import { givesAllTypes } from '../../../shared/src/supervision/relationships/one-for-all.ts'
import { debriefPromptsFor } from '../../../shared/src/supervision/sessions/debrief-prompts.ts'

describe('courses for a learning goal', () => {
  const short = fc.array(
    fc.record({ category: fc.constantFrom(...CE_CATEGORIES), shortBy: fc.integer({ min: -5, max: 20 }) }),
  )

  it('are what the renewal lacks, the most first, and nothing that is not short', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PEER_COMPETENCIES), short, (competency, gaps) => {
        const found = coursesForGoal(competency, gaps)
        expect(found.every((gap) => gaps.includes(gap) && gap.shortBy > 0)).toBe(true)
        expect(found).toEqual(found.toSorted((one, other) => other.shortBy - one.shortBy))
      }),
    )
  })

  it('are there for each competency, in some topic', () => {
    const everything = CE_CATEGORIES.map((category) => ({ category, shortBy: 1 }))
    expect(PEER_COMPETENCIES.filter((one) => coursesForGoal(one, everything).length === 0)).toEqual([])
  })

  it('are not guessed from a topic that any course serves', () => {
    const any = [{ category: 'any', shortBy: 10 }] as const
    expect(PEER_COMPETENCIES.flatMap((one) => coursesForGoal(one, any))).toEqual([])
  })
})

describe('a learning goal as it is entered', () => {
  const goal = { text: 'Open questions', competency: 'COMMUNICATES', targetOn: '2026-12-31' }

  it.each([
    [{}, []],
    [{ competency: '' }, [{ field: 'competency', problem: 'required' }]],
    [{ competency: 'CHARM' }, [{ field: 'competency', problem: 'not-an-option' }]],
    [{ targetOn: '2026-06-16' }, [{ field: 'targetOn', problem: 'too-long-ago', limit: '2026-06-17' }]],
    [{ targetOn: '2028-06-18' }, [{ field: 'targetOn', problem: 'too-far-ahead', limit: '2028-06-17' }]],
    [{ text: '' }, [{ field: 'text', problem: 'required' }]],
  ])('with %o', (over, problems) => {
    expect(validateLearningGoal({ ...goal, ...over }, '2026-06-17')).toEqual(problems)
  })
})

describe('one person for all three types', () => {
  const given = (...by: [string, string][]) => by.map(([type, supervisorId]) => ({ type, supervisorId }))

  it('is found only where one and the same gives each', () => {
    expect(givesAllTypes(given(['ADMINISTRATIVE', 'a'], ['EDUCATIONAL', 'a'], ['SUPPORTIVE', 'a']))).toBe('a')
    expect(
      givesAllTypes(given(['ADMINISTRATIVE', 'a'], ['EDUCATIONAL', 'a'], ['SUPPORTIVE', 'b'])),
    ).toBeNull()
    expect(givesAllTypes(given(['ADMINISTRATIVE', 'a'], ['EDUCATIONAL', 'a']))).toBeNull()
    expect(givesAllTypes([])).toBeNull()
  })
})

describe('debrief prompts', () => {
  it('are for who works in a justice setting, and for nobody else', () => {
    expect(debriefPromptsFor(['JAIL'])).toHaveLength(4)
    expect(debriefPromptsFor(['OTHER', 'PROBATION'])).toHaveLength(4)
    expect(debriefPromptsFor(['OTHER', 'FIRE_AND_EMERGENCY_MEDICAL'])).toEqual([])
    expect(debriefPromptsFor([])).toEqual([])
  })
})
