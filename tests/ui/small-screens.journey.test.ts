import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../support/builders/builders.ts'
import { type Journey, startJourney } from '../support/journey.ts'

// A phone on its side, and text at twice its size: nothing is cut off, and help stays in sight.

const PATHS = ['/today', '/check-in', '/trends', '/help', '/my-role'] as const

describe('a small screen', () => {
  let journey: Journey
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    peer = await journey.build.peer(await journey.build.organization())
  })
  afterAll(() => journey.close())

  it('on its side leaves its height to the page: no bar stands over it, and help begins with a number to call', async () => {
    const page = await journey.open(peer)
    await page.setViewportSize({ width: 568, height: 320 })
    for (const path of PATHS) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      const bar = page.getByRole('navigation', { name: 'Main pages' }).filter({ visible: true })
      await bar.first().waitFor()
      expect([path, await bar.first().evaluate((nav) => getComputedStyle(nav).position)]).toEqual([
        path,
        'static',
      ])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    }
    await page.goto('/help')
    const call = await page.locator('a[href^="tel:988"]').first().boundingBox()
    expect((call?.y ?? 999) + (call?.height ?? 0)).toBeLessThanOrEqual(320)
  })

  it('with text at 200 % is neither scrolled sideways nor cut off', async () => {
    const page = await journey.open(peer)
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of PATHS) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      const { over, cut } = await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
        const words = document.querySelectorAll<HTMLElement>(
          'main :is(button, label, a, h1, h2, h3, p, legend), nav :is(a, button)',
        )
        return {
          over: document.documentElement.scrollWidth - innerWidth,
          cut: [...words]
            .filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 2)
            .map((each) => each.textContent?.trim().slice(0, 40)),
        }
      })
      expect([path, over, cut]).toEqual([path, 0, []])
    }
  })
})
