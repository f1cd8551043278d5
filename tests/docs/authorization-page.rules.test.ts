import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { AUTHORIZATION_PAGE, authorizationPage } from './authorization-page.ts'

it('docs/authorization.md says what the tests expect (else: npm run schema)', () => {
  expect(readFileSync(AUTHORIZATION_PAGE, 'utf8')).toBe(authorizationPage())
})
