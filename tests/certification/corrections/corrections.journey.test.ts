import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

// A slip of the hand, put right in the browser: hours for two people, a certification, and a session.

describe('putting a slip of the hand right in the browser', () => {
  let journey: Journey
  let people: Awaited<ReturnType<typeof cast>>
  let certification: string
  beforeAll(async () => {
    journey = await startJourney()
    people = await cast(journey.build)
    const { peer, colleague } = people.actors
    for (const [id, name] of [
      [peer.id, 'June Ash'],
      [colleague.id, 'Ray Birch'],
    ])
      await journey.api.superuser.query('update membership set display_name = $2 where id = $1', [id, name])
    const build = new CertificationBuilders(journey.build)
    certification = await build.certification(peer, CREDENTIAL.california, { number: 'DE-1' })
    await build.certification(colleague, CREDENTIAL.california)
  })
  afterAll(() => journey.close())

  const toast = (page: Page, text: string) => page.getByRole('status').getByText(text)
  const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).click()

  it('takes hours back in the toast, corrects them for one person, and shows both versions', async () => {
    const page = await journey.open(people.actors.manager, { width: 1280 })
    await page.goto(`/renewals/${certification}`)
    await page.getByRole('button', { name: 'Add CE hours' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Course').fill('Ethics for peers')
    await dialog.getByLabel('CE hours per person').fill('30')
    await dialog.getByLabel('Ray Birch').check()
    await dialog.getByLabel('Ethics', { exact: true }).check()
    await dialog.getByRole('button', { name: 'Save CE hours' }).click()
    const table = page.getByRole('table')
    await table.getByText('Ethics for peers').waitFor()
    await undo(page)
    await page.getByText('Corrected and voided CE hours (1)').click()
    await page.getByText(/^Voided by/).waitFor()
    await page.getByRole('button', { name: 'Restore: Ethics for peers' }).click()
    await toast(page, 'Restored for 1 person.').waitFor()

    await table.getByRole('button', { name: 'Change: Ethics for peers' }).click()
    await page.getByRole('menuitem', { name: 'Correct' }).click()
    await page.getByRole('dialog').getByLabel('CE hours per person').fill('3')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Save correction' }).click()
    await toast(page, 'Corrected for 1 person.').waitFor()
    await page.getByText('Corrected and voided CE hours (1)').click()
    await page.getByText('Hours: 30 → 3').waitFor()
    await page.getByText(/^Corrected by/).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('voids a certification of the wrong person, and undoes it', async () => {
    const page = await journey.open(people.actors.manager, { width: 1280 })
    await page.goto(`/renewals/${certification}`)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Correct number' }).click()
    await page.getByRole('dialog').getByLabel('Number').fill('DE-2')
    await page.getByRole('button', { name: 'Save correction' }).click()
    await page.getByText('Number: was DE-1, now DE-2').waitFor()
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: /^Void certification/ }).click()
    await page.getByRole('heading', { name: 'Voided certifications' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await undo(page)
    await page.getByRole('heading', { name: 'Voided certifications' }).waitFor({ state: 'detached' })
  })

  it('undoes a session that was just logged, and corrects one; the peer reads both versions', async () => {
    const { supportive, peer } = people.actors
    const page = await journey.open(supportive, { width: 390 })
    await page.goto(`/sessions/log?peer=${peer.id}&type=SUPPORTIVE`)
    await page.getByLabel('60').check()
    await page.getByRole('button', { name: 'Save session' }).click()
    await toast(page, 'Session saved.').waitFor()
    await undo(page)
    await toast(page, 'Undone.').waitFor()
    await page.goto(`/team/${peer.id}`)
    await page.getByText('Voided: not counted').waitFor()
    await page.getByRole('button', { name: /^Change the session of/ }).click()
    await page.getByRole('menuitem', { name: 'Restore' }).click()
    // The message stays; the menu and the dialog that open now are in front of it.
    await toast(page, 'Restored. It counts again.').waitFor()
    await page.getByRole('button', { name: /^Change the session of/ }).click()
    await page.getByRole('menuitem', { name: 'Correct' }).click()
    await page.getByRole('dialog').getByLabel('45').check()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Save correction' }).click()
    await toast(page, 'Correction saved.').waitFor()
    await page.getByRole('button', { name: 'Close this message' }).click()
    await page.getByText('History: 2 versions').click()
    await page.getByText('Length: 60 min → 45 min').waitFor()
    expect(await axeFindings(page)).toEqual([])

    const own = await journey.open(peer, { width: 390 })
    await own.goto('/supervision')
    await own.locator('button[aria-expanded]').filter({ hasText: '45 min' }).first().click()
    await own.getByText('History: 2 versions').click()
    await own.getByText('Length: 60 min → 45 min').waitFor()
  })
})
