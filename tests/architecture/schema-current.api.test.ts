import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { printedSchema } from '../../api/src/app/emit-schema.ts'

it('api/schema.graphql is what the code describes (else: npm run schema)', async () => {
  const committed = readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8')
  expect(committed).toBe(await printedSchema())
})
