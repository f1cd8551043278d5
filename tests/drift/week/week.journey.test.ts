import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { type Journey, startJourney } from '../../support/journey.ts'

// A peer logs a week on a phone in a few taps, the next one in two, and their supervisor sees the totals only.

/** Two minutes are meant for a person; a script that needs half of them needs too many taps. */
const SECONDS = 60

describe('a week in chips', () => {
  let journey: Journey
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    journey = await startJourney()
    people = await cast(journey.build)
  })
  afterAll(() => journey.close())

  it('takes few taps, the second week two, and shows the supervisor totals only', async () => {
    const page: Page = await journey.open(people.actors.peer, { width: 390 })
    let taps = 0
    const tap = async (role: 'button' | 'checkbox', name: string | RegExp) => {
      await page.getByRole(role, { name }).first().click()
      taps += 1
    }
    await page.goto('/my-role/week')
    await page.getByText('can read this week.').waitFor()
    const started = Date.now()
    await page.getByLabel('Which week?').selectOption({ label: 'Last week' })
    await page.getByRole('checkbox', { name: 'Show them only totals' }).check()
    await page.getByText('can see only hours by kind of work.').waitFor()
    await tap('button', /^Talking one-on-one about stigma/)
    await tap('button', /^Talking one-on-one about stigma/)
    await tap('button', /^Running a peer support group/)
    await page.getByText('Total: 3 h').waitFor()
    await page.getByLabel('Did you spend time with other peers?').selectOption('YES')
    await tap('button', 'Save my week')
    await page.getByText('Week saved.').waitFor()
    // With the choice of the week, the box and the question: three more.
    expect(taps + 3).toBeLessThanOrEqual(8)
    expect((Date.now() - started) / 1000).toBeLessThan(SECONDS)

    await page.getByLabel('Which week?').selectOption({ label: 'This week' })
    taps = 0
    await tap('button', 'Same as last week')
    await page.getByText('Total: 3 h').waitFor()
    await tap('button', 'Save my week')
    await page.getByText('This week (saved)').waitFor({ state: 'attached' })
    expect(taps).toBe(2)

    const desk = await journey.open(people.actors.supportive, { width: 1280 })
    await desk.goto(`/team/${people.actors.peer.id}`)
    await desk.getByText(/This week ·/).click()
    await desk.getByText('shows totals only.').first().waitFor()
    const seen = (await desk.locator('main').textContent()) ?? ''
    expect(seen).toContain('3 h')
    expect(seen).not.toContain('Running a peer support group')
  })
})
