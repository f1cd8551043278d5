import { describe, expect, it } from 'vitest'
import { CREDENTIALS } from '../../../shared/src/certification/catalogue/credential-catalogue.ts'
import { renewalRulesOf } from '../../../shared/src/certification/rule-authoring/author-renewal-rule.ts'
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
  'TCB, PeerForce',
  'VCB, IC&RC',
  'WVCBAPP',
]

const rules = CREDENTIALS.flatMap((credential) =>
  renewalRulesOf(credential.id).map((rule) => ({ rule, row: JSON.stringify(credential) })),
)
/** Who sponsors, who approves, and how is checked: words that stand inside our sentences. */
const ours = rules.flatMap(({ rule }) => [
  ...rule.limits.flatMap((limit) => ('sponsor' in limit ? [limit.sponsor] : [])),
  ...rule.limits.flatMap((limit) => (limit.kind === 'approved-only' ? [limit.by] : [])),
  ...(rule.proof.audit === null ? [] : [rule.proof.audit]),
])

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

  it('beside these quote the page, in its own words, marked as English on the screen', () => {
    const quoted = rules.flatMap(({ rule, row }) =>
      [...rule.exceptions, ...rule.late, ...rule.unread].map(({ text }) => ({ text: text ?? '', row })),
    )
    expect(quoted.length).toBeGreaterThan(100)
    const made = quoted.filter(({ text, row }) => !row.includes(JSON.stringify(text).slice(1, -1)))
    expect(made.map(({ text }) => text)).toEqual([])
  })
})
