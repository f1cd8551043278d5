import { describe, expect, it } from 'vitest'
import { CREDENTIALS } from '../../../shared/src/certification/catalogue/credential-catalogue.ts'
import { renewalRulesOf } from '../../../shared/src/certification/rule-authoring/author-renewal-rule.ts'
import { ROW_SENTENCES } from '../../../shared/src/certification/rule-authoring/for-readers.ts'
import { inSpanish, ruleWordsIn } from '../../../shared/src/certification/rule-authoring/in-spanish.ts'

/** Boards and sponsors: they are called the same in every language. */
const NAMES: readonly string[] = [
  'Addiction Professionals Certification Board of New Jersey',
  'CARES',
  'CARES Academy Connect',
  'FCB',
  'GMHCN',
  'GMHCN CPS project',
  'IBADCC, IC&RC, NAADAC, NASW, NBCC',
  'IBC',
  'ICB',
  'NMCBBHP',
  'OMH',
  'SC SHARE',
  'ABCAC',
  'TCB, PeerForce',
  'VCB, IC&RC',
  'WVCBAPP',
]

const rules = CREDENTIALS.flatMap(({ id }) => renewalRulesOf(id))
/** Who sponsors, who approves, and how is checked: words that stand inside our sentences. */
const ours = rules.flatMap((rule) => [
  ...rule.limits.flatMap((limit) => ('sponsor' in limit ? [limit.sponsor] : [])),
  ...rule.limits.flatMap((limit) => (limit.kind === 'approved-only' ? [limit.by] : [])),
  ...(rule.proof.audit === null ? [] : [rule.proof.audit]),
])

const said = rules.flatMap(({ exceptions, late, unread }) =>
  [...exceptions, ...late, ...unread].flatMap(({ text }) => text ?? []),
)

describe('the parts of a rule in Spanish', () => {
  it('carry no English words of our own: each is a name, or has its Spanish', () => {
    expect(ours.length).toBeGreaterThan(20)
    expect([...new Set(ours)].filter((words) => !NAMES.includes(words) && inSpanish(words) === null)).toEqual(
      [],
    )
  })

  it('keep names as they are, and no name is kept that no rule names', () => {
    expect(NAMES.filter((name) => inSpanish(name) !== null || !ours.includes(name))).toEqual([])
  })

  it('are in English for those who read English, and as they were written where they are not ours', () => {
    expect(ruleWordsIn('en', 'Drawn every January and July.')).toBe('Drawn every January and July.')
    expect(ruleWordsIn('es', 'Drawn every January and July.')).toBe('Se sortea cada enero y cada julio.')
    expect(ruleWordsIn('es', 'One in ten.')).toBe('One in ten.')
  })

  it('are sentences beside these, each with its Spanish, and none that no rule says', () => {
    expect(said.length).toBeGreaterThan(100)
    expect([...new Set(said)].filter((text) => inSpanish(text) === null)).toEqual([])
    expect(Object.values(ROW_SENTENCES).filter((text) => !said.includes(text))).toEqual([])
  })

  it('are written for readers, without a word of how pages were read', () => {
    const NOTES = /not read|not stored|cut off|visible|recheck|this row|\bus-[a-z]{2}-|expiry|Shape/
    expect(said.filter((text) => NOTES.test(text) || !/^[A-Z0-9].*\.$/.test(text))).toEqual([])
  })

  it('keep every number of the row that they say in words, in both languages', () => {
    const numbersIn = (text: string) => (text.replaceAll(',', '').match(/\d+/g) ?? []).map(Number).sort()
    const facts = Object.entries(ROW_SENTENCES).map(([row, text]) => [row, text, inSpanish(text) ?? ''])
    for (const [row = '', text = '', spanish = ''] of facts) {
      expect([text, numbersIn(text)]).toEqual([text, numbersIn(row)])
      expect([spanish, numbersIn(spanish)]).toEqual([spanish, numbersIn(row)])
    }
  })
})
