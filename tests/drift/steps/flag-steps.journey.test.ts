import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { aFlag } from '../../support/builders/drift-builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

// A flag from the signal to its end between two people, and what the organization plans about an agency.

describe('the way of a flag', () => {
  let journey: Journey
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    journey = await startJourney()
  })
  beforeEach(async () => {
    people = await cast(journey.build)
  })
  afterAll(() => journey.close())

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
  const save = async (page: Page): Promise<void> => {
    await press(page, 'Save')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  it("goes from the signal over the peer's view, a session and a follow-up to what both agree is done", async () => {
    const { peer, supportive } = people.actors
    await journey.api.superuser.query('update placement set caseload_size = 73 where peer_id = $1', [peer.id])
    await aSession(journey.api, supportive, [peer], { heldOn: '2026-06-15' })
    const page = await journey.open(peer)
    await page.goto('/my-role')
    await press(page, 'Open it')
    await press(page, 'Add my view')
    await page.getByLabel('How do you see it?').fill('The jail gave me two more pods in May.')
    await press(page, 'Add my view')
    await page.locator('ol').getByText('two more pods').waitFor()

    const other = await journey.open(supportive, { width: 1280 })
    await other.goto(`/team/${peer.id}`)
    await press(other, 'We talked about it')
    await other.getByLabel('In which session?').selectOption({ index: 1 })
    await save(other)
    await other.getByText('In the session of Jun 15').waitFor()
    // The session names the flag, for both.
    await other.getByText('Flags we talked about').first().click()
    await other.getByRole('button', { name: 'Plan a follow-up' }).waitFor()
    await page.goto('/supervision')
    await page.getByRole('button', { name: /Jun 15, 2026/ }).click()
    await page.getByText('Flags we talked about').click()
    await page.getByRole('link', { name: 'Open the flag' }).waitFor()
    await press(other, 'Write a plan')
    await other.getByLabel('What will change?').fill('I ask the jail to take back one pod.')
    await other.getByLabel('Whose task is it?').selectOption('SUPERVISOR')
    await save(other)
    await other.getByText(/Task for You, due Jul 1/).waitFor()
    // The task is on the lists of both.
    expect(await other.getByText('I ask the jail to take back one pod.').count()).toBeGreaterThan(1)
    await page.goto('/supervision')
    await page.getByRole('button', { name: /^Follow-ups/ }).click()
    await page.getByText('I ask the jail to take back one pod.').waitFor()

    await press(other, "Suggest that it's done")
    await save(other)
    await page.goto('/my-role')
    await page.getByText('Someone suggests closing one of your flags. You decide.').waitFor()
    await press(page, 'I agree')
    await save(page)
    await page.getByRole('button', { name: 'Open it again' }).waitFor()
    await page.getByText('What happened so far').click()
    await page.getByText(`${supportive.displayName}, due Jul 1`).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('stays open where the peer sees it differently, who brings it to somebody else', async () => {
    const { peer, supportive } = people.actors
    const later = await journey.build.supervisor(people.organization)
    await journey.build.relationship(later, peer, 'EDUCATIONAL', { startsOn: '2026-06-16' })
    const raisedAt = new Date('2026-06-10T12:00:00Z')
    await aFlag(journey.build, peer, {
      ...{ raisedBy: peer, raisedAt, openedAt: raisedAt },
      evidence: 'I watch the urine tests.',
    })
    const other = await journey.open(supportive, { width: 1280 })
    await other.goto('/flags')
    await press(other, "Suggest: it's part of the role")
    await press(other, 'Save')
    await other.getByRole('alert').getByText('Why does this belong to the role?').waitFor()
    await other.getByLabel('Why does this belong to the role?').fill('It happens twice a month.')
    await save(other)
    await other.getByText('The peer decides.').waitFor()

    const page = await journey.open(peer)
    await page.goto('/my-role')
    await press(page, 'I see it differently')
    await page.getByLabel('How do you see it?').fill('Tests are the work of the nurse.')
    await save(page)
    await page.getByText('You can bring it to someone else.').waitFor()
    await press(page, `Share with ${later.displayName}`)
    await page.getByText(`${later.displayName} can see this flag now.`).waitFor()

    const third = await journey.open(later, { width: 1280 })
    await third.goto('/flags')
    await third.getByText('Tests are the work of the nurse.').waitFor()
    await third.getByText('Not agreed, still open').first().waitFor()
  })

  it('shows managers what to change about an agency, whose plan the peer there reads, and no figure of a few', async () => {
    const { peer, manager } = people.actors
    const office = await journey.open(manager, { width: 1280 })
    await office.goto('/flags/released')
    await office.getByText('One peer works here without another.').waitFor()
    await office.getByText('Your organization has fewer than 7 peers').waitFor()
    expect(await office.locator('main').textContent()).not.toContain(peer.displayName)
    await office.getByRole('button', { name: /^Write a plan/ }).click()
    await office.getByLabel('What will you change?').fill('We post a second job.')
    await save(office)
    await office.getByText('Plan open').waitFor()
    expect(await axeFindings(office)).toEqual([])
    const page = await journey.open(peer, { locale: 'es-US' })
    await page.goto('/my-role')
    await page.getByText('We post a second job.').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
})
