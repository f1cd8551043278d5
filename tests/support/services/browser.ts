// A real browser for the journeys: one process for a test file, one fresh profile for a page.
import { chromium, type Browser, type Page, type Request } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { CHROMIUM_FLAGS } from './find-chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string
  }
}

export interface PageOptions {
  width?: number
  height?: number
  dark?: boolean
  locale?: 'en-US' | 'es-US'
  baseUrl?: string
  /** Only where a test is about them: requests that a service worker answers pass by `page.route`. */
  serviceWorkers?: 'allow' | 'block'
}

const PHONE = 390
const HEIGHT = 844

let browser: Promise<Browser> | undefined

/** A page with its own cookies; call `closeBrowser` in `afterAll`. */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  browser ??= chromium.launch({ executablePath: inject('chromium'), args: [...CHROMIUM_FLAGS] })
  const context = await (
    await browser
  ).newContext({
    viewport: { width: options.width ?? PHONE, height: options.height ?? HEIGHT },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.locale ?? 'en-US',
    reducedMotion: 'reduce',
    serviceWorkers: options.serviceWorkers ?? 'block',
    ...(options.baseUrl ? { baseURL: options.baseUrl } : {}),
  })
  // There to end what waits in vain: a busy machine takes several times as long as an idle one.
  context.setDefaultTimeout(45_000)
  // What a test opened is closed with it: a browser full of old pages gets slower with each of them.
  if (expect.getState().currentTestName) onTestFinished(() => context.close())
  const page = await context.newPage()
  traffic.set(page, watchTraffic(page))
  return page
}

/** What a page is waiting for, and when anything last began or ended. */
interface Traffic {
  readonly underWay: Set<Request>
  lastAt: number
}
const traffic = new WeakMap<Page, Traffic>()
const QUIET_MS = 400

function watchTraffic(page: Page): Traffic {
  const seen: Traffic = { underWay: new Set(), lastAt: Date.now() }
  const ends = (request: Request): void => {
    seen.underWay.delete(request)
    seen.lastAt = Date.now()
  }
  page.on('request', (request) => {
    seen.underWay.add(request)
    seen.lastAt = Date.now()
  })
  page.on('requestfinished', ends).on('requestfailed', ends)
  return seen
}

/**
 * Waits until a page has loaded all of itself: for a while nothing is on its way and the page has nothing to do.
 * The browser's own "network idle" may be over before late parts begin, on a busy machine.
 */
export async function settled(page: Page): Promise<void> {
  const seen = traffic.get(page)
  if (!seen) throw new Error('Only a page of openPage is watched')
  while (seen.underWay.size > 0 || Date.now() - seen.lastAt < QUIET_MS) {
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
    await page.waitForTimeout(50)
  }
}

export async function closeBrowser(): Promise<void> {
  const open = browser
  browser = undefined
  await (await open)?.close()
}
