import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { ClimateHouse } from '../crowd-figures/climate-house.ts'

describe('the climate of a team', () => {
  let journey: Journey
  let house: ClimateHouse
  let peers: Member[]
  beforeAll(async () => {
    journey = await startJourney()
    house = await ClimateHouse.build(journey.api)
    peers = await house.peers(9, await house.team('Jail team'))
    await house.peers(3, await house.team('Court team'))
  })
  afterAll(() => journey.close())

  it('is switched on after a look at what it would show, and is the same page for managers and peers', async () => {
    const [peer] = peers
    if (!peer) throw new Error('there is no peer')
    const office = await journey.open(house.manager)
    await office.goto('/climate')
    await office.getByRole('heading', { name: 'Group figures are off' }).waitFor()
    await office.getByRole('heading', { name: "With today's 12 peers" }).waitFor()
    await office.getByText('Everyone counts as one group.').waitFor()
    await office.getByRole('button', { name: 'Turn on' }).click()
    await office.getByText('Nothing to show yet').waitFor()

    await house.freeze('2026-07-01T12:00:00Z')
    for (const member of peers)
      await house.checkIn(member, { weekStart: '2026-07-06', felt: 4, energy: 3, signs: ['EXHAUSTION'] })
    await house.freeze('2026-08-04T12:00:00Z')
    await office.reload()
    await office.getByText('In July 2026, most weeks felt good. 5 to 9 people answered.').waitFor()
    await office.getByRole('button', { name: 'Add a line' }).click()
    const dialog = office.getByRole('dialog')
    await dialog.getByLabel('What do you want to say?').fill('Fewer night calls from August on.')
    await dialog.getByRole('button', { name: 'Add line' }).click()
    await office.getByText('Fewer night calls from August on.').waitFor()
    expect(await axeFindings(office)).toEqual([])

    const phone = await journey.open(peer)
    await phone.goto('/climate')
    await phone.getByText('In July 2026, most weeks felt good. 5 to 9 people answered.').waitFor()
    await phone.getByText('Fewer night calls from August on.').waitFor()
    expect(await phone.getByRole('button', { name: 'Add a line' }).count()).toBe(0)
    expect(await phone.getByRole('button', { name: 'Turn off' }).count()).toBe(0)
    expect(await axeFindings(phone)).toEqual([])

    await phone.getByRole('link', { name: 'Answer for myself' }).click()
    await phone.getByRole('heading', { level: 1, name: 'My core values' }).waitFor()
    await phone
      .getByRole('group', { name: 'We learn from each other, both ways.' })
      .locator('input[value="4"]')
      .check()
    await phone.getByRole('button', { name: 'Save my answers' }).click()
    await phone.getByText('Your answers are saved.').waitFor()
    expect(await axeFindings(phone)).toEqual([])
  })
})
