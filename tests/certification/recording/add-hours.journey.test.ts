import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Journey, startJourney } from '../../support/journey.ts'

/** A class of twelve among all the people of an organization; before, it took 21. */
const MAX_INTERACTIONS = 9
const PEOPLE = 218

describe('the hours of one class, for 12 of 218 people', () => {
  let journey: Journey
  let manager: Member
  let grace: string
  beforeAll(async () => {
    journey = await startJourney()
    const organization = await journey.build.organization()
    manager = await journey.build.member(organization, ['MANAGER'])
    const arrange = new CertificationBuilders(journey.build)
    for (let number = 1; number <= PEOPLE; number += 1) {
      const peer = await journey.build.peer(organization)
      const name = `Reader ${String(number).padStart(3, '0')}`
      await journey.api.superuser.query('update membership set display_name = $1 where id = $2', [
        name,
        peer.id,
      ])
      // Two of them lack six hours and nothing else; two are in the class whose certification is over.
      const expiresOn = number > 12 || number % 6 !== 0 ? '2026-08-31' : '2026-03-01'
      const id = await arrange.certification(peer, CREDENTIAL.california, { expiresOn })
      if (number <= 2) await arrange.hours(peer, 14, ['law-and-ethics'])
      if (number === 6) grace = id
    }
  }, 120_000)
  afterAll(() => journey.close())

  it('takes nine interactions at most, says who will not profit, and who is no longer at risk', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/renewals')
    await page.getByRole('row').nth(1).waitFor()
    let interactions = 0
    const act = async (work: Promise<unknown>) => {
      await work
      interactions += 1
    }
    const dialog = page.getByRole('dialog')
    await act(page.getByRole('button', { name: 'Add CE hours' }).click())
    await act(dialog.getByLabel('Course', { exact: true }).fill('Ethics day'))
    await act(dialog.getByLabel('CE hours per person').fill('6'))
    await act(dialog.getByRole('button', { name: 'Paste names' }).click())
    const names = Array.from({ length: 12 }, (_, at) => `Reader ${String(at + 1).padStart(3, '0')}`)
    await act(dialog.getByRole('textbox', { name: 'Paste names' }).fill([...names, 'Nobody Here'].join('\n')))
    await dialog.getByText('12 people found.').waitFor()
    await dialog.getByText('Not found: Nobody Here.').waitFor()
    await act(dialog.getByLabel('Ethics', { exact: true }).check())
    await act(dialog.getByRole('button', { name: 'Save CE hours' }).click())
    // Whose certification is over gains nothing: asked once, and meant.
    await dialog
      .getByText(/Reader 006/)
      .first()
      .waitFor()
    await act(dialog.getByRole('button', { name: 'Save anyway' }).click())
    await page.getByText('CE hours added for 12 people. 2 are no longer at risk.').waitFor()
    console.log(`12 of ${PEOPLE} people: ${interactions} interactions`)
    expect(interactions).toBeLessThanOrEqual(MAX_INTERACTIONS)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText('Undone.').waitFor()
    expect(grace).toBeTruthy()
  })

  it('shows one person who is at risk why, and is repaired there', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/renewals?status=AT_RISK&sort=NAME')
    await page.getByRole('row').filter({ hasText: 'Reader 001' }).waitFor()
    let interactions = 0
    const act = async (work: Promise<unknown>) => {
      await work
      interactions += 1
    }
    // What is missing stands in the row: nothing has to be opened to find out.
    expect(await page.getByRole('row').filter({ hasText: 'Reader 001' }).innerText()).toContain('6 h')
    await act(page.getByRole('button', { name: 'Actions for Reader 001' }).click())
    await act(page.getByRole('menuitem', { name: 'Add hours' }).click())
    const dialog = page.getByRole('dialog')
    await act(dialog.getByLabel('Course', { exact: true }).fill('Law day'))
    await act(dialog.getByLabel('CE hours per person').fill('6'))
    await act(dialog.getByLabel('Law and ethics').check())
    await act(dialog.getByRole('button', { name: 'Save CE hours' }).click())
    await page.getByText('CE hours added for 1 person. 1 is no longer at risk.').waitFor()
    console.log(`one person at risk: ${interactions} interactions to the end, 0 to find out why`)
    expect(interactions).toBeLessThanOrEqual(6)
  })
})
