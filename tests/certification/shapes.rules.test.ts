import { describe, expect, it } from 'vitest'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { RENEWING } from './shapes-of-renewing.ts'
import { TERMS_AND_HOURS } from './shapes-of-terms-and-hours.ts'

const SHAPES = [...TERMS_AND_HOURS, ...RENEWING]

describe('every shape of rule', () => {
  it('is in the table', () => {
    const numbers = Array.from({ length: 45 }, (_, place) => `${place + 1}`)
    expect(SHAPES.map(({ number }) => number)).toEqual([...numbers.slice(0, 16), '16b', ...numbers.slice(16)])
  })

  it.each(SHAPES.map(({ number, is, rows }) => [number, is, rows] as const))(
    '%s: %s',
    (_number, _is, rows) => {
      for (const [credentialId, field, holds, version] of rows) {
        const rule = renewalRulesOf(credentialId).at(version === 'was' ? -2 : -1)
        expect(rule?.[field], `${credentialId} ${field}`).toEqual(holds)
      }
    },
  )
})
