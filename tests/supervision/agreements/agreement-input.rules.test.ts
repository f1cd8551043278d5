import {
  validateAgreement,
  type AgreementTermInput,
  GOOD_PRACTICE,
  requirementsNotMet,
} from '@alongside/shared/supervision/agreements/agreement-input'
import { requirementsThatApply } from '@alongside/shared/supervision/agreements/requirements-that-apply'
import {
  longestCadenceDays,
  SUPERVISION_REQUIREMENTS,
} from '@alongside/shared/supervision/agreements/supervision-requirements'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const TODAY = '2026-06-17'
const term = (type: string, cadenceDays: number | null = 14, over: Partial<AgreementTermInput> = {}) => ({
  type,
  cadenceDays,
  groupSessionsCount: false,
  sessionMinutes: 45,
  confidence: 'Stays between us.',
  ...over,
})
const problems = (agreedOn: string, ...terms: ReturnType<typeof term>[]): string[] =>
  validateAgreement({ agreedOn, terms }, TODAY).map(({ field, problem }) => `${field} ${problem}`)

describe('an agreement as entered', () => {
  it.each([
    [{ sessionMinutes: null }, 'terms.0.sessionMinutes required'],
    [{ sessionMinutes: 4 }, 'terms.0.sessionMinutes too-small'],
    [{ sessionMinutes: 481 }, 'terms.0.sessionMinutes too-large'],
    [{ sessionMinutes: 7.5 }, 'terms.0.sessionMinutes not-a-number'],
    [{ confidence: ' \n' }, 'terms.0.confidence required'],
    [{ confidence: 'x'.repeat(501) }, 'terms.0.confidence too-long'],
    [{ confidence: 'half \ud800' }, 'terms.0.confidence not-text'],
  ])('with a term of %j is refused: %s', (over, problem) => {
    expect(problems(TODAY, term('SUPPORTIVE', 7, over))).toEqual([problem])
  })

  it('says how long and in what confidence, up to both limits', () => {
    for (const sessionMinutes of [5, 480])
      expect(problems(TODAY, term('SUPPORTIVE', 7, { sessionMinutes }))).toEqual([])
    expect(problems(TODAY, term('SUPPORTIVE', 7, { confidence: '🌱'.repeat(500) }))).toEqual([])
  })

  it('passes with one term a type and a rhythm for each', () => {
    expect(problems(TODAY, term('ADMINISTRATIVE', 1), term('EDUCATIONAL'), term('SUPPORTIVE', 366))).toEqual(
      [],
    )
    expect(problems('2025-06-17', term('SUPPORTIVE'))).toEqual([])
  })

  it.each([
    ['2026-06-18', [term('SUPPORTIVE')], 'agreedOn in-the-future'],
    ['2025-06-16', [term('SUPPORTIVE')], 'agreedOn too-long-ago'],
    ['', [term('SUPPORTIVE')], 'agreedOn not-a-date'],
    [TODAY, [], 'terms too-few'],
    [TODAY, [term('SUPPORTIVE'), term('SUPPORTIVE')], 'terms repeated'],
    [TODAY, [term('PASTORAL')], 'terms not-an-option'],
    [TODAY, [term('SUPPORTIVE', null)], 'terms.0.cadenceDays required'],
    [TODAY, [term('SUPPORTIVE'), term('EDUCATIONAL', 0)], 'terms.1.cadenceDays too-small'],
    [TODAY, [term('SUPPORTIVE', 367)], 'terms.0.cadenceDays too-large'],
    [TODAY, [term('SUPPORTIVE', 7.5)], 'terms.0.cadenceDays not-a-number'],
  ])('of %j with %j is refused: %s', (agreedOn, terms, problem) => {
    expect(problems(agreedOn, ...terms)).toEqual([problem])
  })
})

describe('what is known to be asked', () => {
  const jurisdictions = (...states: string[]) => [
    ...new Set(requirementsThatApply(states).map(({ jurisdiction }) => jurisdiction)),
  ]

  it("puts the state's own rule first, then what is asked everywhere", () => {
    expect(jurisdictions('DC')).toEqual(['DC', 'US Medicaid', GOOD_PRACTICE])
  })

  it('knows no rule of a state that was not read, and does not call that none', () => {
    expect(jurisdictions('OH', 'WV')).toEqual(['US Medicaid', GOOD_PRACTICE])
  })

  it('leaves out what is asked of supervisors themselves', () => {
    expect(requirementsThatApply(['TX']).map(({ id }) => id)).not.toContain('us-tx-354-3105-second-tier')
    expect(jurisdictions('PA')).not.toContain('PA')
  })
})

describe('the rules that a rhythm does not meet', () => {
  const rules = SUPERVISION_REQUIREMENTS.map((requirement) => ({
    id: requirement.id,
    longestCadenceDays: longestCadenceDays(requirement),
  }))

  it('are the ones with a shorter rhythm, the strictest first; one without a figure is never among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 }), (cadenceDays) => {
        const found = requirementsNotMet(cadenceDays, rules).map(
          ({ longestCadenceDays }) => longestCadenceDays ?? 0,
        )
        expect(found.every((days) => days > 0 && days < cadenceDays)).toBe(true)
        expect(found).toEqual([...found].sort((one, other) => one - other))
        expect(found.length).toBe(
          rules.filter(({ longestCadenceDays: days }) => days !== null && days < cadenceDays).length,
        )
      }),
      cases,
    )
  })

  it('are none while no rhythm was entered', () => {
    expect(requirementsNotMet(null, rules)).toEqual([])
  })
})
