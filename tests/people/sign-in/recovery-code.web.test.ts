import { expect, it } from 'vitest'
import RecoveryCode from '../../../web/src/people/sign-in/RecoveryCode.vue'
import { mountInPage } from '../../app/mount.ts'

it('offers three ways to keep the code before it is said to be kept, and says what losing it means', async () => {
  const page = mountInPage(RecoveryCode, { code: 'KELP-4TRQ-9WXA' })
  const buttons = page.findAll('button').map((button) => button.text())
  expect(buttons).toEqual(['Save as a text file', 'Copy the code', 'Print it', 'I saved it'])
  const text = page.text()
  expect(text.indexOf('Without it, your past check-ins stay locked')).toBeGreaterThan(0)
  expect(text.indexOf('Without it')).toBeLessThan(text.indexOf('I saved it'))
  expect(page.emitted('kept')).toBeUndefined()
  await page.findAll('button').at(-1)?.trigger('click')
  expect(page.emitted('kept')).toHaveLength(1)
})
