import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

/** The page's button, the state, the credential, and the press that sets it. */
const MAX_TO_CHOOSE = 4
/** The list, and the press that verifies it. */
const MAX_TO_VERIFY = 2

describe('before the first certification, and when claims are checked', () => {
  let journey: Journey
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    journey = await startJourney()
    people = await cast(journey.build)
    const { peer, colleague } = people.actors
    const arrange = new CertificationBuilders(journey.build)
    await arrange.hours(peer, 16, ['ethics'])
    await arrange.certification(colleague, CREDENTIAL.california, { number: 'P-40217' })
    const name = 'update membership set display_name = $1 where id = $2'
    await journey.api.superuser.query(name, ['Maeve O’Brien', colleague.id])
  })
  afterAll(() => journey.close())

  it('shows a peer on a phone one number and one next step, after four taps', async () => {
    const page = await journey.open(people.actors.peer, { width: 390 })
    await page.goto('/certifications')
    let taps = 0
    const tap = async (work: Promise<unknown>) => {
      await work
      taps += 1
    }
    await tap(page.getByRole('button', { name: 'Choose a credential' }).click())
    await tap(page.getByLabel('State', { exact: false }).first().selectOption('IN'))
    await tap(page.getByLabel('Credential', { exact: true }).selectOption('us-in-cprc'))
    await tap(page.getByRole('button', { name: 'Set goal' }).click())
    await page.getByText('Training: 36 h needed').waitFor()
    await page.getByText('Goal set.').waitFor()
    expect(taps).toBeLessThanOrEqual(MAX_TO_CHOOSE)
    await page.getByText('All steps').click()
    await page.getByText('Ethics 16 of 16 h').waitFor()
    await page.getByText('We never keep recovery dates').waitFor()
    expect(await axeFindings(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
  })

  it('shows the manager the same on the page of the person, and lets them take the goal back', async () => {
    const page = await journey.open(people.actors.manager, { width: 1280, height: 900 })
    await page.goto(`/people/${people.actors.peer.id}`)
    await page.getByText('Training: 36 h needed').waitFor()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('Goal removed.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Training: 36 h needed').waitFor()
    await page.goto('/renewals/service-dates')
    let interactions = 0
    await page.getByLabel('Names and service dates').fill("Maeve O'Brien, 6/1/2026\nNobody, 6/1/2026")
    interactions += 1
    await page.getByRole('button', { name: 'Verify', exact: true }).click()
    interactions += 1
    await page.getByRole('heading', { name: '1 of 2 certified' }).waitFor()
    await page.getByText('No peer has this name').waitFor()
    await page.getByText('P-40217').waitFor()
    expect(interactions).toBeLessThanOrEqual(MAX_TO_VERIFY)
    expect(await axeFindings(page)).toEqual([])
  })
})
