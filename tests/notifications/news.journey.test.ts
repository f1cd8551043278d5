import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { axeFindings, type Journey, startJourney } from '../support/journey.ts'
import { aNotification } from '../support/builders/notification-builders.ts'

// One's news in a real browser: the bell, the list, and how mail is to come.

describe('news', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    peer = await journey.build.peer(organization)
    for (let told = 0; told < 27; told++)
      await aNotification(journey.build, peer, {
        kind: told % 2 ? 'SESSION_LOGGED' : 'ROLES_CHANGED',
        createdAt: new Date(NOW.getTime() - told * 3_600_000),
      })
  })
  afterAll(() => journey.close())

  const heading = (page: Page, name: string, level = 1) =>
    page.getByRole('heading', { level, name, exact: true }).waitFor()
  /** On a phone the bell stands in the account panel. */
  const openPanel = async (page: Page): Promise<void> => {
    // The panel closes when a page opens: first the page, then the panel.
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Account and settings' }).click()
  }
  const picture = async (page: Page, name: string): Promise<void> => {
    const folder = process.env['ALONGSIDE_PICTURES']
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
  }
  const isTooWide = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

  it('is counted at the bell, read page by page, followed, and seen', async () => {
    const page = await journey.open(peer)
    await page.goto('/today')
    await openPanel(page)
    await page.getByRole('link', { name: 'Notifications: 27 new' }).click()
    await heading(page, 'Notifications')
    const rows = page.locator('main').getByRole('listitem')
    await rows.nth(24).waitFor()
    expect(await rows.filter({ hasText: 'New' }).count()).toBe(25)
    await picture(page, 'news-390')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('26 to 27 of 27').waitFor()
    await page.getByRole('button', { name: 'Previous', exact: true }).click()
    await page.getByRole('link', { name: 'Someone logged a session with you.' }).first().click()
    await page.waitForURL('**/supervision')
    await openPanel(page)
    await page.getByRole('link', { name: 'Notifications: 26 new' }).click()
    await page.getByRole('button', { name: 'Mark all as seen' }).click()
    await page.getByRole('button', { name: 'Mark all as seen' }).waitFor({ state: 'detached' })
    await page.getByText('New', { exact: true }).first().waitFor({ state: 'detached' })
    await openPanel(page)
    await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor()
  })

  it('says in both languages that there is none yet', async () => {
    const page = await journey.open(await journey.build.peer(organization), { width: 1280 })
    await page.goto('/notifications')
    await heading(page, 'Nothing new yet', 2)
    await page.getByRole('button', { name: 'Español' }).click()
    await heading(page, 'Todavía no hay nada nuevo', 2)
  })

  it('lets a person choose on the account page when mail comes', async () => {
    const page = await journey.open(peer)
    await page.goto('/account')
    await page.getByLabel('When do you want email?').selectOption({ label: 'Once a day' })
    await page.getByLabel('Time of your daily email').selectOption('18:00')
    await page.getByLabel('Quiet hours start').selectOption('20:30')
    const card = page.locator('section').filter({ hasText: 'Email notifications' })
    await card.scrollIntoViewIfNeeded()
    await picture(page, 'choice-390')
    await card.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Your choice is saved.').waitFor()
    const { rows } = await journey.api.superuser.query(
      'select mail, digest_hour, quiet_from, quiet_until from notification_choice where member_id = $1',
      [peer.id],
    )
    expect(rows).toEqual([
      { mail: 'DIGEST', digest_hour: 18, quiet_from: '20:30:00', quiet_until: '07:00:00' },
    ])
    await card.getByLabel('No quiet hours').check()
    await card.getByLabel('Quiet hours start').waitFor({ state: 'detached' })
    await card.getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(async () => {
        const kept = await journey.api.superuser.query(
          'select quiet_from = quiet_until as none from notification_choice where member_id = $1',
          [peer.id],
        )
        return kept.rows as object[]
      })
      .toEqual([{ none: true }])
  })

  it('has nothing for axe to find, wide or narrow, light or dark, in English or Spanish', async () => {
    const looks = [
      { width: 390, dark: false, locale: 'en-US' },
      { width: 390, dark: true, locale: 'es-US' },
      { width: 1280, dark: true, locale: 'en-US' },
      { width: 1280, dark: false, locale: 'es-US' },
    ] as const
    for (const look of looks) {
      const page = await journey.open(peer, look)
      await page.goto('/notifications')
      await page.locator('main').getByRole('listitem').nth(24).waitFor()
      await picture(page, `news-${look.width}-${look.dark ? 'dark' : 'light'}-${look.locale}`)
      expect(await axeFindings(page)).toEqual([])
      expect(await isTooWide(page)).toBe(false)
    }
    const page = await journey.open(peer, { width: 390, dark: true, locale: 'es-US' })
    await page.goto('/account')
    await page.getByLabel('¿Cuándo quiere recibir correos?').scrollIntoViewIfNeeded()
    await picture(page, 'choice-390-dark-es-US')
    expect(await axeFindings(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })
})
