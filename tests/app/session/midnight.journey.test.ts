import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Member } from '../../support/builders/builders.ts'
import { type Journey, startJourney } from '../../support/journey.ts'
import { NOW } from '../../support/fixed-today.ts'

/** Two minutes after midnight in New York. */
const NEXT_DAY = '2026-06-18T04:02:00Z'

describe('a tab that was opened before midnight', () => {
  let journey: Journey
  let supervisor: Member
  beforeAll(async () => {
    journey = await startJourney()
    const organization = await journey.build.organization()
    supervisor = await journey.build.supervisor(organization)
    const peer = await journey.build.peer(organization)
    await journey.build.relationship(supervisor, peer, 'EDUCATIONAL')
    await journey.build.agreement(peer, { EDUCATIONAL: 14 })
  })
  afterAll(() => journey.close())

  async function openForm(): Promise<Page> {
    journey.api.at(NOW)
    const page = await journey.open(supervisor)
    await page.clock.install({ time: NOW })
    await page.goto('/sessions/log')
    await page.getByRole('button', { name: /^Today ·/ }).click()
    journey.api.at(NEXT_DAY)
    return page
  }
  /** The day that was chosen keeps its name, and the new one can be chosen. */
  async function hasMovedOn(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^Jun 17, 2026 ·|^Wednesday, June 17/ }).waitFor()
    const day = page.getByLabel('Date', { exact: true }).or(page.locator('input[type=date]')).first()
    expect(await day.getAttribute('max')).toBe('2026-06-18')
  }

  it('knows the new day by itself', async () => {
    const page = await openForm()
    await page.clock.runFor('15:03:00')
    await hasMovedOn(page)
  })

  it('knows it when one comes back to it', async () => {
    const page = await openForm()
    await page.clock.setSystemTime(NEXT_DAY)
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await hasMovedOn(page)
  })
})
