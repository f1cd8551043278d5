import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { type Journey, startJourney } from '../../support/journey.ts'

/** "3G slow" of WebPageTest: 400 kbit/s, 400 ms there and back. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const SLOWDOWN = 4
/** As the interface promises, on a machine that does nothing else; a busy one takes its share. */
const [USEFUL_MS, USABLE_MS, FEEDBACK_MS] = [2_000, 5_000, 150]
const BUSY = 2.5

describe('a first visit on a slow phone with slow 3G', () => {
  let journey: Journey
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    peer = await journey.build.peer(await journey.build.organization())
  })
  afterAll(() => journey.close())

  async function slowed(page: Page): Promise<void> {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', SLOW_3G)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  }

  it('shows help first, is usable soon, and answers a tap at once', async () => {
    const page = await journey.open(peer)
    await slowed(page)
    // By the page's own clock, which no waiting of the test can change.
    await page.addInitScript(() => {
      const at: Record<string, number> = {}
      Object.assign(window, { at })
      const look = (): void => {
        const help = document.querySelector('a[href="tel:988"], a[href="/help"]')
        if (help && !at['useful'] && getComputedStyle(help).minHeight !== '0px')
          at['useful'] = performance.now()
        const question = document.querySelector('input[type=radio]')
        if (question) at['usable'] ??= performance.now()
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.goto('/check-in', { waitUntil: 'commit' })
    await page.locator('input[type=radio]').first().waitFor()
    const { useful, usable } = await page.evaluate(
      () => (window as unknown as { at: { useful: number; usable: number } }).at,
    )
    const feedback = await page.evaluate(async () => {
      const link = [...document.querySelectorAll('a')].find((each) => each.getAttribute('href') === '/trends')
      const from = performance.now()
      link?.click()
      while (!document.querySelector('[role=progressbar]')) await new Promise(requestAnimationFrame)
      return performance.now() - from
    })
    console.log(
      `Slow 3G, 4 × CPU: help after ${(useful / 1000).toFixed(1)} s, check-in after ${(usable / 1000).toFixed(1)} s, feedback after ${feedback.toFixed(0)} ms.`,
    )
    expect(useful).toBeLessThan(USEFUL_MS * BUSY)
    expect(usable).toBeLessThan(USABLE_MS * BUSY)
    expect(feedback).toBeLessThan(FEEDBACK_MS * BUSY)
  })
})
