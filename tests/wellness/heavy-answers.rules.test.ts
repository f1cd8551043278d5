import { describe, expect, it } from 'vitest'
import { isHeavy } from '../../shared/src/wellness/heavy-answers.ts'
import { FATIGUE_SIGNS } from '../../shared/src/wellness/fatigue-signs.ts'

describe('a heavy answer', () => {
  it.each([
    [{ signs: ['HOPELESSNESS'], weekFelt: 5 }, true],
    [{ signs: ['FEELING_LOW', 'ANGER'], weekFelt: null }, true],
    [{ signs: [], weekFelt: 1 }, true],
    [{ signs: [], weekFelt: 2 }, false],
    [{ signs: null, weekFelt: null }, false],
    [{ signs: FATIGUE_SIGNS.filter((sign) => !/HOPELESS|LOW$/.test(sign)), weekFelt: 3 }, false],
  ])('is one of few, so that the offer is heard: %o is %s', (answers, expected) => {
    expect(isHeavy(answers)).toBe(expected)
  })
})
