import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

describe('the catalogue in the browser', () => {
  let journey: Journey
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    journey = await startJourney()
    world = await cast(journey.build)
  })
  afterAll(() => journey.close())

  const entries = (page: Page) => page.getByRole('main').getByRole('listitem')

  it('shows all 69, finds by name, board and former title, and keeps the filter in the address', async () => {
    const page = await journey.open(world.actors.peer)
    await page.goto('/catalogue')
    await page.getByText('69 of 69 credentials').waitFor()
    await page.getByRole('searchbox', { name: 'Search name, board or state' }).fill('ohio')
    await expect.poll(() => entries(page).count()).toBe(1)
    await page.goto('/catalogue?known=NONE')
    await page.getByText('16 of 69 credentials').waitFor()
    await page.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Wyoming' })
    await page.getByText('1 of 69 credentials', { exact: true }).waitFor()
    expect(new URL(page.url()).search).toBe('?known=NONE&state=WY')
    await page.reload()
    await page.getByText('1 of 69 credentials', { exact: true }).waitFor()
  })

  it('says what is known, where it was read, and what is not', async () => {
    const page = await journey.open(world.actors.peer, { width: 1280 })
    await page.goto('/catalogue?q=ohio')
    await entries(page).getByRole('link').click()
    await page.getByRole('heading', { level: 2, name: 'Renewal requirements' }).waitFor()
    const text = await page.getByRole('main').innerText()
    expect(text).toContain('Ohio')
    expect(text).toContain('30 h')
    expect(
      await page
        .getByRole('link', { name: /OAC|5122|Ohio|mha/i })
        .first()
        .getAttribute('href'),
    ).toMatch(/^https:/)
    expect(await page.getByText('Have the requirements changed?').count()).toBe(0)
    await page.goto('/catalogue/us-az-cprs')
    await page.getByRole('heading', { level: 3, name: 'Another official page says' }).waitFor()
    expect(await page.getByRole('main').innerText()).toContain('40 hours each renewal cycle.')
    await page.goto('/catalogue/us-ok-prss')
    await page.getByRole('heading', { level: 3, name: 'Not verified: one source says' }).waitFor()
  })

  it('lets a manager note a change, an auditor read it, and the manager close it', async () => {
    const page = await journey.open(world.actors.manager, { width: 1280 })
    await page.goto('/catalogue/us-oh-cprs')
    await page.getByRole('button', { name: 'Report a change' }).click()
    await page.getByRole('button', { name: 'Save note' }).click()
    await page.getByRole('link', { name: 'What changed?: Please fill this in.' }).waitFor()
    await page.getByLabel('What changed?').fill('The fee went up.')
    await page.getByRole('button', { name: 'Save note' }).click()
    await page.getByText('The fee went up.').waitFor()
    const auditor = await journey.open(world.actors.auditor, { width: 1280 })
    await auditor.goto('/catalogue/us-oh-cprs')
    await auditor.getByText('The fee went up.').waitFor()
    expect(await auditor.getByRole('button', { name: 'Report a change' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Mark as reviewed' }).click()
    await page.getByText('Note marked as reviewed.').waitFor()
    expect(await page.getByText('The fee went up.').count()).toBe(0)
  })

  it.each([
    { width: 390, dark: false, locale: 'en-US' as const },
    { width: 1280, dark: true, locale: 'es-US' as const },
  ])('leaves axe nothing to find, and nothing to scroll sideways: %o', async (options) => {
    const page = await journey.open(world.actors.manager, options)
    for (const path of ['/catalogue', '/catalogue/us-wa-cpss']) {
      await page.goto(path)
      await page.locator('main h2').first().waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  })
})
