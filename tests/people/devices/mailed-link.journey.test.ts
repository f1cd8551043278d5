import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { settled } from '../../support/services/browser.ts'

describe('a link from a mail about one of several organizations', () => {
  let journey: Journey
  let here: BuiltOrganization
  let there: BuiltOrganization
  let elsewhere: BuiltOrganization
  let person: Member
  beforeAll(async () => {
    journey = await startJourney()
    here = await journey.build.organization({ name: 'Cedar Point' })
    there = await journey.build.organization({ name: 'Riverbend' })
    elsewhere = await journey.build.organization({ name: 'Not Theirs' })
    person = await journey.build.member(here, ['ADMIN'])
    await journey.build.insert('membership', {
      organization_id: there.id,
      account_id: person.accountId,
      display_name: 'Second Self',
      roles: ['PEER'],
      joined_on: '2026-01-01',
    })
  })
  afterAll(() => journey.close())

  it('offers to go there, one press away, to the page that the link names', async () => {
    const page = await journey.open(person)
    // Only a peer has this page, and here this person is none: the offer is there all the same.
    await page.goto(`/supervision?organization=${there.id}`)
    await page.getByText("This link is for Riverbend. You're working in Cedar Point.").waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Go to Riverbend' }).click()
    await page.getByRole('banner').getByText('Riverbend').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Supervision' }).waitFor()
    expect(page.url()).toBe(`${journey.origin}/supervision`)
  })

  it('says nothing of the organization that is open, of a foreign one, or of one that is not there', async () => {
    for (const id of [here.id, elsewhere.id, randomUUID(), 'x']) {
      const page = await journey.open(person)
      await page.goto(`/notifications?organization=${id}`)
      await page.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor()
      await settled(page)
      expect(await page.getByText('This link is for').count()).toBe(0)
      expect(page.url()).toBe(`${journey.origin}/notifications`)
      await page.close()
    }
  })
})
