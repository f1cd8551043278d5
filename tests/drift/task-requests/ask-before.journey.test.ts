import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { aRoleAgreement } from '../../support/builders/drift-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { SAMPLE_DESCRIPTIONS } from '../job-description/sample-descriptions.ts'

// Asked, answered by the agreement, declined with a ready sentence; and a job description that is checked and kept.

describe('ask before', () => {
  let journey: Journey
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    journey = await startJourney()
    people = await cast(journey.build)
    const { peer } = people.actors
    const { rows } = await journey.api.superuser.query<{ id: string }>(
      'select id from placement where peer_id = $1',
      [peer.id],
    )
    await aRoleAgreement(journey.build, peer, rows[0]!.id, [
      { activity: 'GIVING_DRUG_TEST', answer: 'OUTSIDE_ROLE', doneBy: 'nurse' },
    ])
  })
  afterAll(() => journey.close())

  it('answers before a task is sent; the peer declines in two taps, and the supervisor reads why', async () => {
    const { peer, educational } = people.actors
    const desk = await journey.open(educational, { width: 1280 })
    await desk.goto(`/team/${peer.id}`)
    await desk.getByRole('button', { name: 'Ask about a task' }).click()
    await desk.getByLabel('What kind of work is it?').selectOption('GIVING_DRUG_TEST')
    await desk.getByText('Outside this role').waitFor()
    await desk.getByText('The agreement names: nurse.').waitFor()
    await desk.getByLabel('What is the task?').fill('Watch the tests on Thursday.')
    await desk.getByRole('button', { name: 'Send anyway' }).click()
    await desk.getByText(`Sent to ${peer.displayName}.`).waitFor()

    const phone = await journey.open(peer, { width: 390 })
    await phone.goto('/my-role')
    await phone.getByText('Watch the tests on Thursday.').waitFor()
    expect(await axeFindings(phone)).toEqual([])
    await phone.getByRole('button', { name: 'Say no' }).click()
    await phone.getByLabel("That's outside my role. Our agreement names the nurse.").waitFor()
    await phone.getByRole('button', { name: 'Send' }).click()
    await phone.getByText('Your answer was sent.').waitFor()
    await phone.getByText('Declined').waitFor()

    await desk.reload()
    await desk.getByText("That's outside my role. Our agreement names the nurse.").waitFor()
  })

  it('checks a job description on the device, keeps it when it is saved, and shows it to the peer', async () => {
    const { peer, manager } = people.actors
    const desk = await journey.open(manager, { width: 1280 })
    await desk.goto(`/people/job-description?peer=${peer.id}`)
    await desk.getByLabel('Paste the job description').fill(SAMPLE_DESCRIPTIONS.jail)
    await desk.getByText('4 phrases to look at.').waitFor()
    expect(await desk.locator('mark').count()).toBe(4)
    await desk.getByText('How much time goes to each part of the work.').waitFor()
    expect(await axeFindings(desk)).toEqual([])
    const kept = () =>
      journey.api.superuser.query('select from job_description where peer_id = $1', [peer.id])
    expect((await kept()).rowCount).toBe(0)
    await desk.getByRole('button', { name: 'Save with this placement' }).click()
    await desk.getByText('Saved as version 1.').waitFor()
    expect((await kept()).rowCount).toBe(1)

    const phone = await journey.open(peer, { width: 390 })
    await phone.goto('/my-role')
    await phone.getByText(/^Version 1, /).click()
    await phone.getByText(/You plan the way home with residents/).waitFor()
  })
})
