import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { closeBrowser, openPage, type PageOptions } from './services/browser.ts'
import type { Builders, Member } from './builders/builders.ts'
import { TestApi } from './test-api.ts'

/** The whole stack for a real browser: the built web app and the API on one port, on a database of its own. */
export interface Journey {
  readonly api: TestApi
  readonly build: Builders
  readonly origin: string
  /** A fresh browser profile, at the API's day, signed in as that member (or signed out). */
  open(member: Member | null, options?: PageOptions): Promise<Page>
  close(): Promise<void>
}

/** The web app as it was built. */
export const WEB_APP = process.env['ALONGSIDE_WEB_DIST'] ?? join(import.meta.dirname, '../../web/dist')

interface JourneyOptions {
  /** Another build of the web app. */
  readonly webDirectory?: string
  /** The API takes it that email is set up; a test sends the rounds itself. */
  readonly sendsMail?: boolean
}

export async function startJourney({
  webDirectory = WEB_APP,
  sendsMail = false,
}: JourneyOptions = {}): Promise<Journey> {
  const mailer = sendsMail ? { mailer: () => Promise.resolve() } : {}
  const api = await TestApi.start({ environment: { webDirectory }, ...mailer })
  const origin = await api.listen()
  return {
    api,
    build: api.build,
    origin,
    open: async (member, options = {}) => {
      const page = await openPage({ baseUrl: origin, ...options })
      await page.clock.setFixedTime(api.now)
      if (member) {
        const value = await api.session(member)
        await page
          .context()
          .addCookies([{ name: 'alongside-sid', value, url: origin, httpOnly: true, sameSite: 'Strict' }])
      }
      return page
    },
    close: async () => {
      await closeBrowser()
      await api.close()
    },
  }
}

/** What axe finds on the page as it is: rule ids with the elements concerned; empty is the floor, not the goal. */
export async function axeFindings(page: Page): Promise<string[]> {
  // In one go on the page itself, which has no frames: else every look opens a second page to put parts together.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** Opens a folded part of the check-in, and leaves it open. */
export async function openPart(page: Page, title: string): Promise<void> {
  const part = page.locator('details', { has: page.getByRole('heading', { name: title }) })
  if (!(await part.evaluate((details: HTMLDetailsElement) => details.open)))
    await part.locator('summary').click()
}
export const MY_NOTE = 'A note to myself'
