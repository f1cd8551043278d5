import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../support/builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { axeFindings, type Journey, startJourney } from '../support/journey.ts'
import { aNotification } from '../support/notification-builders.ts'

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
  const picture = async (page: Page, name: string): Promise<void> => {
    const folder = process.env['ALONGSIDE_PICTURES']
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
  }
  const isTooWide = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

  it('is counted at the bell, read page by page, followed, and seen', async () => {
    const page = await journey.open(peer)
    await page.goto('/today')
    await page.getByRole('link', { name: 'News: 27 new' }).click()
    await heading(page, 'News')
    expect(await page.getByRole('listitem').filter({ hasText: 'New' }).count()).toBe(25)
    await picture(page, 'news-390')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('26–27').or(page.getByText('26')).first().waitFor()
    await page.getByRole('button', { name: 'Previous' }).click()
    await page.getByRole('link', { name: 'Go there: A session of yours was logged.' }).first().click()
    await page.waitForURL('**/supervision')
    await page.getByRole('link', { name: 'News: 26 new' }).click()
    await page.getByRole('button', { name: 'Mark all as seen' }).click()
    await page.getByRole('link', { name: 'News', exact: true }).waitFor()
    expect(await page.getByText('New', { exact: true }).count()).toBe(0)
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
    await page.getByLabel('When do you want mail?').selectOption({ label: 'Once a day' })
    await page.getByLabel('At what time?').selectOption('18:00')
    await page.getByLabel('Quiet from').selectOption('20:30')
    const card = page.locator('section').filter({ hasText: 'Mail about news' })
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
  })

  it('has nothing for axe to find, wide or narrow, light or dark, in English or Spanish', async () => {
    for (const width of [390, 1280])
      for (const dark of [false, true])
        for (const locale of ['en-US', 'es-US'] as const) {
          const page = await journey.open(peer, { width, dark, locale })
          for (const [path, name] of [
            ['/notifications', locale === 'en-US' ? 'News' : 'Novedades'],
            ['/account', locale === 'en-US' ? 'My account' : 'Mi cuenta'],
          ] as const) {
            await page.goto(path)
            await page.getByRole('heading', { level: 1 }).waitFor()
            await page
              .getByText(locale === 'en-US' ? /mail/i : /correos/i)
              .first()
              .waitFor()
            await picture(page, `${name}-${width}-${dark ? 'dark' : 'light'}-${locale}`.replace(/ /g, '-'))
            expect(await axeFindings(page)).toEqual([])
            expect(await isTooWide(page)).toBe(false)
          }
          await page.context().close()
        }
  })
})
