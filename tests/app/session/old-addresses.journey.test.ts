import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { type Journey, startJourney, MY_NOTE, openPart } from '../../support/journey.ts'
import { settled } from '../../support/services/browser.ts'

describe('an address or a tab that is not what it was', () => {
  let journey: Journey
  let manager: Member
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    const organization = await journey.build.organization()
    manager = await journey.build.member(organization, ['MANAGER'])
    peer = await journey.build.peer(organization)
  })
  afterAll(() => journey.close())

  const heading = (page: Page, level: number, name: string) => page.getByRole('heading', { level, name })

  it('says of a cut-off id what it says of an unknown one', async () => {
    const page = await journey.open(manager, { width: 1280 })
    for (const path of [
      '/people/aafbefd1',
      '/renewals/8fde1471-',
      '/people/import/x',
      `/people/${manager.id}`,
    ]) {
      await page.goto(path)
      await heading(page, 2, "We can't find this").waitFor()
      expect(await page.getByText('Something went wrong').count(), path).toBe(0)
    }
  })

  it('loads the page that is asked for in a tab from before a deployment', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/renewals')
    await heading(page, 1, 'Certifications').waitFor()
    await settled(page)
    let isOld = true
    await page.route('**/assets/PeoplePage-*.js', (route) =>
      isOld ? route.fulfill({ status: 404, body: '' }) : route.continue(),
    )
    page.on('framenavigated', () => (isOld = false))
    await page.getByRole('link', { name: 'People', exact: true }).first().click()
    await heading(page, 1, 'People').waitFor()
    expect(new URL(page.url()).pathname).toBe('/people')
  })

  it('keeps what was typed where the server has no such operation any more, and says that there is a newer version', async () => {
    const page = await journey.open(peer)
    await page.goto('/check-in')
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill('Typed before the deployment')
    await page.route('**/graphql', (route) =>
      route.fulfill({
        status: 400,
        json: { errors: [{ message: 'x', extensions: { code: 'OPERATION_NOT_KNOWN' } }] },
      }),
    )
    await page.getByRole('button', { name: 'Save my check-in' }).click()
    await page.getByText("it can't be saved from this old page").waitFor()
    expect(await page.getByLabel('A note to yourself').inputValue()).toBe('Typed before the deployment')
  })
})
