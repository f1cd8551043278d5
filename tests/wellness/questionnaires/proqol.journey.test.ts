import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

describe('the longer check-in', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney()
  })
  afterAll(() => journey.close())

  const part = (page: Page, number: number) =>
    page.getByRole('heading', { name: `Part ${number} of 6` }).waitFor()
  const answer = async (page: Page, from: number, value: number) => {
    for (let item = from; item < from + 5; item++)
      await page
        .getByRole('group', { name: `${item}. Question ${item}`, exact: true })
        .locator(`input[value="${value}"]`)
        .check()
  }

  it('is begun on a phone, paused, finished at a desk, and names its author on every screen', async () => {
    const peer = await journey.build.peer(await journey.build.organization())
    const phone = await journey.open(peer)
    await phone.goto('/check-in/full')
    await phone.getByText('Stamm, B. H.').waitFor()
    await phone.getByRole('button', { name: 'Start' }).click()
    await part(phone, 1)
    await answer(phone, 1, 3)
    expect(await axeFindings(phone)).toEqual([])
    await phone.getByRole('button', { name: 'Save and continue' }).click()
    await part(phone, 2)
    await phone.getByText('Stamm, B. H.').waitFor()
    await phone.getByRole('button', { name: 'Stop for now' }).click()
    await phone.getByText('5 of 30 answered').waitFor()

    const desk = await journey.open(peer)
    await desk.goto('/check-in/full')
    await desk.getByRole('button', { name: 'Continue where I stopped' }).click()
    for (let number = 2; number <= 6; number++) {
      await part(desk, number)
      await answer(desk, (number - 1) * 5 + 1, 3)
      await desk.getByRole('button', { name: number < 6 ? 'Save and continue' : 'Finish' }).click()
    }
    await desk.getByRole('heading', { name: 'Your answers of Jun 17' }).waitFor()
    expect(await desk.getByText('30 of 50').count()).toBe(3)
    await desk.getByText('You can take it again from Jul 17.').waitFor()
    expect(await axeFindings(desk)).toEqual([])
  })

  it('the ethics reflection resumes where it was left, ends in something to talk about, and is shared', async () => {
    const organization = await journey.build.organization()
    const peer = await journey.build.peer(organization)
    const supporter = await journey.build.supervisor(organization)
    await journey.build.relationship(supporter, peer, 'SUPPORTIVE')
    const mine = await journey.open(peer)
    await mine.setViewportSize({ width: 390, height: 844 })
    await mine.goto('/ethics')
    await mine.getByRole('button', { name: 'Start' }).click()
    await part(mine, 1)
    await mine.getByRole('group', { name: /^2\. / }).locator('input[value="1"]').check()
    // Left by a link instead of a button: what was answered is there.
    await mine.getByRole('link', { name: /help/i }).first().click()
    await mine.waitForURL('**/help')
    await mine.goBack()
    await mine.getByText('1 of 27 answered').waitFor()
    await mine.getByRole('button', { name: 'Continue where I stopped' }).click()
    for (let number = 1; number <= 6; number++) {
      await part(mine, number)
      if (number === 1) expect(await axeFindings(mine)).toEqual([])
      await mine.getByRole('button', { name: number < 6 ? 'Save and continue' : 'Finish' }).click()
    }
    await mine.getByRole('heading', { name: 'Something to think or talk about' }).waitFor()
    await mine.getByText('What do you need more of right now?').waitFor()
    expect(await mine.getByText(/ of 50|%/).count()).toBe(0)
    expect(await axeFindings(mine)).toEqual([])
    await mine.getByRole('button', { name: 'Share with someone' }).click()
    const preview = mine.getByRole('region', { name: "This is what they'll see" })
    await preview.getByText('hardly ever').waitFor()
    await mine.getByRole('dialog').getByRole('button', { name: 'Share' }).click()
    await mine.getByText(`Shared with ${supporter.displayName}.`).waitFor()

    const theirs = await journey.open(supporter)
    await theirs.goto(`/team/${peer.id}`)
    await theirs.getByRole('button', { name: /^Open: An ethics reflection/ }).click()
    await theirs.getByText('I live in a way that shows recovery is possible.').waitFor()
    expect(await theirs.getByText('What do you need more of right now?').count()).toBe(0)
    expect(await axeFindings(theirs)).toEqual([])
  })
})
