import { describe, expect, it } from 'vitest'
import { findsEntry } from '../../../shared/src/certification/catalogue/catalogue-search.ts'
import { validateCatalogueReport } from '../../../shared/src/certification/catalogue/report-input.ts'
import { renewalRuleOf } from '../../../shared/src/certification/rule-authoring/author-renewal-rule.ts'
import { ruleKnowledge } from '../../../shared/src/certification/catalogue/rule-knowledge.ts'
import {
  credentialById,
  CREDENTIALS,
} from '../../../shared/src/certification/catalogue/credential-catalogue.ts'

describe('how much of a rule is known', () => {
  it('agrees with the counts that came with the catalogue, and with what was read since (Arizona, New Jersey)', () => {
    const levels = CREDENTIALS.map((each) => ruleKnowledge(each, renewalRuleOf(each.id)))
    const count = (level: string) => levels.filter((one) => one === level).length
    expect([count('COMPLETE'), count('PARTIAL'), count('NONE')]).toEqual([38, 15, 16])
  })

  it.each([
    ['us-oh-cprs', 'COMPLETE'],
    ['us-me-cipss', 'COMPLETE'],
    ['us-dc-cps', 'PARTIAL'],
    ['us-ma-cps', 'PARTIAL'],
    ['us-wy-cps', 'NONE'],
  ])('%s is %s', (id, level) => {
    const credential = credentialById(id)
    expect(credential && ruleKnowledge(credential, renewalRuleOf(id))).toBe(level)
  })
})

describe('the search of the catalogue', () => {
  const ohio = {
    state: 'OH',
    stateName: 'Ohio',
    name: 'Certified Peer Recovery Supporter',
    abbreviation: 'CPRS',
    certifyingBody: 'OhioMHAS',
    alsoKnownAs: ['Peer Supporter'],
  }

  it.each([
    ['', true],
    ['ohio', true],
    ['cprs oh', true],
    ['PEER supp', true],
    ['ohíomhas', true],
    ['eer', false],
    ['cprs iowa', false],
  ])('%j finds it: %s', (typed, found) => {
    expect(findsEntry(ohio, typed)).toBe(found)
  })
})

describe('a report of a change', () => {
  const report = { credentialId: 'us-oh-cprs', whatChanged: 'The fee went up.', sourceUrl: null }

  it('is taken with and without a page', () => {
    expect(validateCatalogueReport(report)).toEqual([])
    expect(validateCatalogueReport({ ...report, sourceUrl: 'https://board.example.org/fees' })).toEqual([])
  })

  it.each([
    [{ credentialId: 'us-xx-none' }, { field: 'credentialId', problem: 'not-found' }],
    [{ whatChanged: '  ' }, { field: 'whatChanged', problem: 'required' }],
    [{ whatChanged: 'x'.repeat(1_001) }, { field: 'whatChanged', problem: 'too-long', limit: 1_000 }],
    [{ sourceUrl: 'javascript:alert(1)' }, { field: 'sourceUrl', problem: 'not-a-page' }],
    [{ sourceUrl: 'http://board.example.org' }, { field: 'sourceUrl', problem: 'not-a-page' }],
  ])('%j is refused', (change, validationError) => {
    expect(validateCatalogueReport({ ...report, ...change })).toEqual([validationError])
  })
})
