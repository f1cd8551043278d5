import {
  ETHICS_PARTS,
  ETHICS_REFLECTION,
  ethicsStatements,
  statementsToTalkAbout,
} from '@alongside/shared/wellness/questionnaires/ethics-reflection'
import {
  mergeAnswers,
  validateNumberedAnswers,
} from '@alongside/shared/wellness/questionnaires/numbered-answers'
import { proqolResults, scoreProqol } from '@alongside/shared/wellness/questionnaires/proqol'
import { LABELS } from '@alongside/shared/labels/labels'
import { describe, expect, it } from 'vitest'

const all = (answer: number | null) => Array<number | null>(ETHICS_REFLECTION.items).fill(answer)

describe('the ethics reflection', () => {
  it('has the 27 statements of its source, 7, 8 and 12, each named in both languages', () => {
    const statements = ethicsStatements(ETHICS_REFLECTION.version)
    expect(statements.map(({ item }) => item)).toEqual(Array.from({ length: 27 }, (_, index) => index + 1))
    const sizes = ETHICS_PARTS.map((part) => statements.filter((each) => each.part === part).length)
    expect(sizes).toEqual([7, 8, 12])
    expect(statements).toHaveLength(ETHICS_REFLECTION.items)
    const names = statements.map(({ statement }) => statement)
    for (const language of ['en', 'es'] as const) {
      const texts = LABELS[language].wellness.questionnaires.EthicsStatement
      expect(Object.keys(texts).sort()).toEqual([...names].sort())
      expect(new Set(Object.values(texts)).size).toBe(27)
    }
    expect(() => ethicsStatements(2)).toThrow('no version 2')
  })

  it('invites to talk about what was answered low, three at most, and never about a blank', () => {
    expect(statementsToTalkAbout(1, all(null))).toEqual([])
    expect(statementsToTalkAbout(1, all(3))).toEqual([])
    const answers = all(4)
    for (const [item, answer] of [
      [2, 2],
      [9, 1],
      [15, 2],
      [27, 2],
    ] as const)
      answers[item - 1] = answer
    expect(statementsToTalkAbout(1, answers)).toEqual([
      { part: 'SELF', statements: ['MODEL_RECOVERY'] },
      { part: 'OTHERS', statements: ['HONOR_TRUST', 'STEP_BACK'] },
    ])
  })

  it('has nothing that could be a score', () => {
    const names = Object.keys({ ...ETHICS_REFLECTION, ...ethicsStatements(1)[0] })
    expect(names.filter((name) => /score|sum|band|total/i.test(name))).toEqual([])
  })

  it('keeps the answer that came last, and leaves what is not named', () => {
    expect(mergeAnswers([1, null, 3], [{ item: 2, answer: 5 }, { item: 3 }])).toEqual([1, 5, null])
  })

  it('refuses an answer off the scale, a statement beyond the last, and one named twice', () => {
    const refused = (answers: { item: number; answer: number }[]) =>
      validateNumberedAnswers(ETHICS_REFLECTION, answers)
    expect(refused([{ item: 27, answer: 5 }])).toEqual([])
    expect(refused([{ item: 3, answer: 0 }])).toMatchObject([{ field: 'item3', limit: 1 }])
    expect(refused([{ item: 28, answer: 1 }])).toMatchObject([{ field: 'answers', limit: 27 }])
    const twice = [1, 2].map((answer) => ({ item: 1, answer }))
    expect(refused(twice)).toMatchObject([{ field: 'answers', problem: 'already-there' }])
  })
})

describe('the results of ProQOL without its answers', () => {
  it('are those with them', () => {
    for (const seed of [1, 7, 11, 23]) {
      const answers = Array.from({ length: 30 }, (_, index) =>
        (index * seed) % 13 === 12 ? null : ((index * seed) % 5) + 1,
      )
      const whole = scoreProqol(answers)
      const alone = proqolResults(
        whole.map(({ answered }) => answered),
        whole.map(({ score }) => score),
      )
      expect(alone).toEqual(whole)
    }
  })
})
