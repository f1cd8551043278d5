import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

describe('views and calendar of the renewals in the browser', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let manager: Member
  let supervisor: Member
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    manager = await journey.build.member(organization, ['MANAGER'])
    supervisor = await journey.build.supervisor(organization)
    const arrange = new CertificationBuilders(journey.build)
    const ana = await named('Ana Núñez')
    await arrange.certification(ana, CREDENTIAL.california)
    await journey.build.relationship(supervisor, ana, 'EDUCATIONAL')
    const ben = await named('Ben Okafor')
    await arrange.certification(ben, CREDENTIAL.georgia, { issuedOn: '2024-01-01', expiresOn: '2026-12-31' })
    await arrange.certification(await named('Cleo Park'), CREDENTIAL.alaska, { expiresOn: '2026-03-01' })
  })
  afterAll(() => journey.close())

  async function named(displayName: string): Promise<Member> {
    const peer = await journey.build.peer(organization)
    const rename = 'update membership set display_name = $1 where id = $2'
    await journey.api.superuser.query(rename, [displayName, peer.id])
    return peer
  }
  const listed = async (page: Page) =>
    (await page.getByRole('rowheader').allTextContents()).map((name) => name.trim())
  const search = (page: Page): string => new URL(page.url()).search

  it('puts several states and statuses into the address, and takes each off again', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/renewals')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByLabel('State', { exact: true }).selectOption('CA')
    await expect.poll(() => listed(page)).toEqual(['Ana Núñez'])
    await page.getByLabel('State', { exact: true }).selectOption('AK')
    await expect.poll(() => listed(page)).toEqual(['Cleo Park', 'Ana Núñez'])
    expect(search(page)).toBe('?state=CA,AK')
    await page.getByLabel('CE hours', { exact: true }).selectOption('yes')
    await expect.poll(() => listed(page)).toEqual(['Cleo Park'])
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('button', { name: 'CE hours: Hours not verified' }).click()
    await page.getByRole('button', { name: 'State: AK' }).click()
    await expect.poll(() => listed(page)).toEqual(['Ana Núñez'])
    expect(search(page)).toBe('?state=CA')
    await page.getByRole('button', { name: 'State: CA' }).click()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByLabel('Peer', { exact: true }).fill('okaf')
    await page.getByRole('button', { name: 'Ben Okafor', exact: true }).click()
    await expect.poll(() => listed(page)).toEqual(['Ben Okafor'])
    expect(search(page)).toMatch(/^\?peer=[0-9a-f-]{36}$/)
    await page.getByRole('button', { name: 'Ben Okafor' }).first().click()
    await expect.poll(() => search(page)).toBe('')
  })

  it('saves a view, opens the page with it, and brings it back when it was taken out by mistake', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/renewals?state=GA')
    await page.getByRole('button', { name: 'Saved views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view' }).click()
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Georgia')
    await page.getByRole('button', { name: 'Save view' }).click()
    await page.getByText('View saved.').waitFor()
    await page.getByRole('button', { name: 'Georgia' }).click()
    await page.getByRole('menuitem', { name: 'Manage saved views' }).click()
    await page.getByLabel('Open the page with this view').check()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.goto('/renewals')
    await expect.poll(() => search(page)).toBe('?state=GA')
    await expect.poll(() => listed(page)).toEqual(['Ben Okafor'])
    await page.getByRole('button', { name: 'Georgia' }).click()
    await page.getByRole('menuitem', { name: 'Manage saved views' }).click()
    await page.getByRole('button', { name: 'Remove Georgia' }).click()
    await page.getByText('No saved views.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByLabel('Open the page with this view').waitFor()
  })

  it('shows the months ahead with what each holds, with the same filters', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/renewals?state=CA,GA')
    await page.getByRole('link', { name: 'Calendar' }).click()
    await page.getByRole('heading', { level: 2, name: 'August 2026' }).waitFor()
    expect(search(page)).toBe('?state=CA,GA')
    const august = page.getByRole('region', { name: 'August 2026' })
    expect(await august.innerText()).toContain('1 expires')
    expect(await august.innerText()).toContain('Ana Núñez')
    await page.emulateMedia({ media: 'print' })
    await page.getByText('Filter: CA, GA').waitFor()
    await page.emulateMedia({ media: 'screen' })
    await august.getByRole('link', { name: 'Ana Núñez' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ana Núñez' }).waitFor()
  })

  it('shows a supervisor the status of their peer and nothing else of the certificate', async () => {
    const page = await journey.open(supervisor)
    await page.goto('/team')
    await page.getByText('Certification:').waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('At risk')
    expect(text).not.toContain('CMPSS')
  })

  it.each([
    [390, 'en-US', true],
    [1280, 'es-US', false],
  ] as const)('leaves axe nothing to find at %i pixels in %s', async (width, locale, dark) => {
    const page = await journey.open(manager, { width, locale, dark })
    for (const path of ['/renewals?state=CA&hours=yes', '/renewals', '/renewals/calendar']) {
      await page.goto(path)
      await page.getByRole('button', { name: /^(Filter|Filtrar)$/ }).click()
      await page.locator('main select').first().waitFor()
      expect(await axeFindings(page), path).toEqual([])
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(sideways), path).toBe(0)
      const shots = process.env['SHOTS']
      if (shots)
        await page.screenshot({ path: `${shots}/${width}${path.replaceAll(/\W/g, '-')}.png`, fullPage: true })
    }
  })
})
