import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// A password manager saves a new password under the account that the form names, also where nobody types it.

const source = new URL('../../../web/src/', import.meta.url).pathname
const asksForAPassword = /(new|current)-password/
const namesTheAccount = /<UsernameHint|autocomplete="(username|email)/
const forms = globSync('**/*.vue', { cwd: source })
  .map((file) => ({ file, text: readFileSync(source + file, 'utf8') }))
  .filter(({ text }) => asksForAPassword.test(text))

it('every form with a password names its account for password managers', () => {
  expect(forms.length).toBeGreaterThan(4)
  expect(forms.filter(({ text }) => !namesTheAccount.test(text)).map(({ file }) => file)).toEqual([])
})
