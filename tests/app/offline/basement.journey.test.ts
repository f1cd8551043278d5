import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney, MY_NOTE, openPart } from '../../support/journey.ts'
import { settled } from '../../support/services/browser.ts'

describe('a phone of one person, in a basement', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    await journey.build.insert('help_contact', {
      organization_id: organization.id,
      label: 'Riverbend warmline',
      phone: '555-010-0199 ext. 12',
    })
  })
  beforeEach(async () => {
    peer = await journey.build.peer(organization)
  })
  afterAll(() => journey.close())

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const seconds = (from: number) => ((Date.now() - from) / 1000).toFixed(1)
  async function openOnce(): Promise<Page> {
    const page = await journey.open(peer, { serviceWorkers: 'allow' })
    await page.goto('/today')
    await page.evaluate(() => navigator.serviceWorker.ready)
    return page
  }

  it('opens the check-in, keeps it, and sends it when there is a signal', async () => {
    const first = await openOnce()
    const context = first.context()
    await first.close()
    await context.setOffline(true)
    const from = Date.now()
    const page = await context.newPage()
    await page.goto('/check-in')
    await page.getByRole('group', { name: 'How did your week feel?' }).locator('input[value="2"]').check()
    const opened = seconds(from)
    await page.getByText("You're offline. You can still check in.").waitFor()
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill('Written in a basement')
    const saving = Date.now()
    await page.getByRole('button', { name: 'Save my check-in' }).click()
    await heading(page, 'Saved on this phone')
    const saved = seconds(saving)
    await page.getByText('Written in a basement').waitFor()
    await page.getByText('Waiting since 9:00 AM today.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.reload()
    await heading(page, 'Saved on this phone')
    await page.goto('/help')
    expect(await page.getByRole('link', { name: 'Call 988' }).getAttribute('href')).toBe('tel:988')
    expect(await page.getByRole('link', { name: '555-010-0199' }).getAttribute('href')).toBe(
      'tel:5550100199;ext=12',
    )
    await page.goto('/check-in')
    await heading(page, 'Saved on this phone')
    const sending = Date.now()
    await context.setOffline(false)
    await heading(page, 'Thank you for taking a minute')
    console.log(`In a basement: usable in ${opened} s, saved in ${saved} s, sent in ${seconds(sending)} s.`)
    const { rows } = await journey.api.superuser.query(
      'select line, week_felt from weekly_check_in where peer_id = $1',
      [peer.id],
    )
    expect(rows).toEqual([{ line: 'Written in a basement', week_felt: 2 }])
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  })

  it('shows the numbers to call wherever a page cannot be fetched', async () => {
    const page = await journey.open(peer)
    await page.goto('/today')
    await settled(page)
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'My weeks' }).first().click()
    await heading(page, "This page didn't load")
    expect(await page.getByRole('link', { name: 'Call 988' }).getAttribute('href')).toBe('tel:988')
    expect(await page.getByRole('link', { name: 'Text 988' }).getAttribute('href')).toBe('sms:988')
    await page.getByRole('link', { name: '555-010-0199' }).waitFor()
    await page.getByRole('link', { name: 'Help now' }).click()
    await heading(page, 'Help now')
    await page.getByRole('link', { name: 'Call 988' }).waitFor()
  })
})
