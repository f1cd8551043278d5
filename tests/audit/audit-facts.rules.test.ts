import { describe, expect, it } from 'vitest'
import { toGraphqlFacts, idsIn } from '../../api/src/audit/audit-facts.ts'

const [ANA, TEAM, AGREEMENT] = ['a', 'b', 'c'].map(
  (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`,
)

describe('the facts of an entry', () => {
  const facts = {
    roles: { from: ['PEER'], to: ['PEER', 'MANAGER'] },
    supervisor_id: { from: ANA, to: null },
    team_id: TEAM,
    agreement_id: AGREEMENT,
    is_substitute: false,
    hours: 1.5,
    credential_id: 'us-oh-cprs',
  }

  it('need the names of people, teams and agencies, each once', () => {
    expect(idsIn([{ facts }, { facts }])).toEqual([ANA, TEAM])
  })

  it('say names for ids, an empty text for a name that is not known, and leave other ids out', () => {
    expect(toGraphqlFacts(facts, new Map([[ANA ?? '', 'Ana']]))).toEqual([
      { name: 'roles', before: ['PEER'], after: ['PEER', 'MANAGER'] },
      { name: 'supervisor_id', before: ['Ana'], after: null },
      { name: 'team_id', before: null, after: [''] },
      { name: 'is_substitute', before: null, after: ['false'] },
      { name: 'hours', before: null, after: ['1.5'] },
      { name: 'credential_id', before: null, after: ['us-oh-cprs'] },
    ])
  })

  it('ask for nothing that is no id, whatever an entry holds', () => {
    expect(idsIn([{ facts: { supervisor_id: "x'; drop table", team_id: { from: 1, to: {} } } }])).toEqual([])
  })
})
