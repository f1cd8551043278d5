import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LATER_READINGS } from '@alongside/shared/certification/authored-rules/later-readings'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { RENEWING } from './shapes-of-renewing.ts'
import { TERMS_AND_HOURS } from './shapes-of-terms-and-hours.ts'
import { PROVED_BY } from './shapes-proved-by.ts'
import type { Shape } from './shape.ts'

const SHAPES = [...TERMS_AND_HOURS, ...RENEWING]

/** The shapes are those of the catalogue's rows; what was read on a later page has its own tests. */
const ofCatalogue = (id: string) => renewalRulesOf(id).slice(0, id in LATER_READINGS ? -1 : undefined)

const PAGE = join(import.meta.dirname, '../../../docs/renewal-rules.md')
const RULES_TESTS = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })

/** A shape as the page lists it: where it was read, which field says it, and which test proves that it is counted. */
function lineOf({ number, is, rows }: Shape): string {
  const once = (values: readonly string[]): string => [...new Set(values)].join(', ')
  const credentials = once(rows.map(([credential]) => credential.replace(/^us-/, '')))
  const fields = once(rows.map(([, field]) => `\`${field}\``))
  const proof = PROVED_BY[number]
  return `| ${number} | ${is} | ${credentials} | ${fields} | ${proof ? linkTo(proof) : 'shown'} |`
}

function linkTo(proof: string): string {
  const path = RULES_TESTS.find((found) => basename(found) === `${proof}.rules.test.ts`)
  return `[${proof}](../tests/certification/${path ?? 'nowhere'})`
}

describe('every shape of rule', () => {
  it('is in the table', () => {
    const numbers = Array.from({ length: 45 }, (_, place) => `${place + 1}`)
    expect(SHAPES.map(({ number }) => number)).toEqual([...numbers.slice(0, 16), '16b', ...numbers.slice(16)])
  })

  it.each(SHAPES.map(({ number, is, rows }) => [number, is, rows] as const))(
    '%s: %s',
    (_number, _is, rows) => {
      for (const [credentialId, field, holds, version] of rows) {
        const rule = ofCatalogue(credentialId).at(version === 'was' ? -2 : -1)
        expect(rule?.[field], `${credentialId} ${field}`).toEqual(holds)
      }
    },
  )

  it('is in docs/renewal-rules.md with its credentials, its field and its test', () => {
    const rows = readFileSync(PAGE, 'utf8')
      .split('\n')
      .map((row) => row.replace(/ +\|/g, ' |'))
    expect(rows.filter((row) => /^\| \d+b? \|/.test(row))).toEqual(SHAPES.map(lineOf))
  })

  it.each(Object.entries(PROVED_BY))('%s is proved by a test that exists: %s', (_number, file) => {
    expect(RULES_TESTS.map((path) => basename(path))).toContain(`${file}.rules.test.ts`)
  })
})
