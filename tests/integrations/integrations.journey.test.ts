import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization } from '../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../support/journey.ts'
import { askWithToken, makeToken } from '../support/builders/token-builders.ts'

describe('integrations, in a browser', () => {
  let journey: Journey
  let organization: BuiltOrganization
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
  })
  afterAll(() => journey.close())

  it('makes a token that works, shows it once, and ends it at once', async () => {
    const page = await journey.open(await journey.build.member(organization, ['MANAGER']), { width: 1280 })
    await page.goto('/settings/integrations')
    await page.getByRole('button', { name: 'Create token' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Create token' }).click()
    await dialog.getByText('Name: Please fill this in.').waitFor()
    await dialog.getByLabel('Name').fill('Payroll')
    await dialog.getByLabel('Certifications and renewals').check()
    expect(await dialog.getByLabel('The audit trail').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Create token' }).click()
    await dialog.getByText('Your token is ready').waitFor()
    const secret = await dialog.locator('[data-secret]').innerText()
    const ask = async () => (await askWithToken(journey.api, secret, '{ renewals { totalCount } }')).status
    expect(await ask()).toBe(200)
    await dialog.getByRole('button', { name: 'I copied it' }).click()
    await page.reload()
    await page.getByRole('rowheader', { name: 'Payroll' }).waitFor()
    expect(await page.content()).not.toContain(secret)
    await page.getByRole('button', { name: /^Revoke ?: Payroll/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
    await page.getByText('Revoked').waitFor()
    expect(await ask()).toBe(401)
  })

  it.each([
    [390, 'es-US', true],
    [1280, 'en-US', false],
  ] as const)('leaves axe nothing to find at %i pixels in %s (dark: %s)', async (width, locale, dark) => {
    const maker = await journey.build.member(await journey.build.organization(), ['MANAGER', 'AUDITOR'])
    await makeToken(await journey.api.as(maker))
    const page = await journey.open(maker, { width, locale, dark })
    const look = async (name: string, withAxe = true): Promise<void> => {
      if (withAxe) expect(await axeFindings(page), name).toEqual([])
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(sideways), name).toBe(0)
      const folder = process.env['ALONGSIDE_PICTURES']
      if (folder)
        await page.screenshot({
          path: `${folder}/tokens-${name}-${width}-${locale}-${dark}.png`,
          fullPage: true,
        })
    }
    await page.goto('/settings/integrations')
    await page.getByRole('rowheader', { name: 'Payroll' }).waitFor()
    await look('list')
    await page.getByRole('button', { name: /^(Create token|Crear token)/ }).click()
    await page.getByRole('dialog').waitFor()
    await look('make')
    await page.goto('/settings/integrations/examples')
    await page.locator('pre').nth(3).waitFor()
    expect(await page.locator('pre').nth(1).innerText()).toMatch(/^curl 'http:\/\/\S+\/graphql'/)
    await look('examples')
    await page.goto('/reference')
    await page.getByRole('heading', { level: 1, name: 'API reference' }).waitFor()
    // A long page, the same in every language: looked through once.
    await look('reference', width === 1280)
  })
})
