import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { aCheckIn } from '../../support/builders/wellness-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

describe('a peer and their supportive supervisor', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let peer: Member
  let supporter: Member
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    peer = await journey.build.peer(organization)
    supporter = await journey.build.supervisor(organization)
    await journey.build.relationship(supporter, peer, 'SUPPORTIVE')
    await aCheckIn(journey.build, peer, { weekFelt: 2, energy: 1, rest: 4, line: 'A hard one' })
  })
  afterAll(() => journey.close())

  const open = async (member: Member, path: string): Promise<Page> => {
    const page = await journey.open(member)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    return page
  }

  it('share one check-in, look at it, and stop: with what they will see first, and who looked after', async () => {
    const mine = await open(peer, '/check-in')
    await mine.getByRole('button', { name: 'Share this with someone' }).click()
    const dialog = mine.getByRole('dialog')
    await dialog.getByRole('radio', { name: supporter.displayName }).waitFor()
    const preview = dialog.getByRole('region', { name: "This is what they'll see" })
    await preview.getByText('rough (2 of 5)').waitFor()
    expect(await preview.getByText('A hard one').count()).toBe(0)
    await dialog.getByLabel('Everything in it').check()
    await preview.getByText('A hard one').waitFor()
    await dialog.getByLabel('Week, energy, and rest only').check()
    expect(await axeFindings(mine)).toEqual([])
    await dialog.getByRole('button', { name: 'Share' }).click()
    await mine.getByText(`Shared with ${supporter.displayName}.`).waitFor()

    const theirs = await open(supporter, `/team/${peer.id}`)
    await theirs.getByRole('heading', { name: 'Shared with you' }).waitFor()
    expect(await theirs.getByText('rough (2 of 5)').count()).toBe(0)
    await theirs.getByRole('button', { name: /^Open: A check-in/ }).click()
    await theirs.getByText('rough (2 of 5)').waitFor()
    expect(await theirs.getByText('A hard one').count()).toBe(0)
    expect(await theirs.getByRole('button', { name: /export|print|download/i }).count()).toBe(0)
    expect(await axeFindings(theirs)).toEqual([])

    await mine.goto('/sharing')
    await mine.getByText('Looked at 1 time').click()
    await mine.getByRole('listitem').getByText(supporter.displayName, { exact: false }).first().waitFor()
    expect(await axeFindings(mine)).toEqual([])
    await mine.getByRole('button', { name: /^Stop sharing/ }).click()
    await mine.getByText(`${supporter.displayName} can't see it anymore.`).waitFor()

    await theirs.getByRole('button', { name: 'Close' }).click()
    await theirs.getByRole('button', { name: /^Open: A check-in/ }).click()
    await theirs.getByText("This isn't shared anymore.").waitFor()
    await theirs.reload()
    await theirs.getByRole('heading', { level: 1, name: peer.displayName }).waitFor()
    await theirs.getByRole('heading', { name: 'Sessions', exact: true }).waitFor()
    expect(await theirs.getByRole('heading', { name: 'Shared with you' }).count()).toBe(0)
  })

  it('find a time to talk, and nobody asks why', async () => {
    const mine = await open(peer, '/supervision')
    await mine.getByRole('button', { name: 'Want to talk?' }).click()
    await mine.getByRole('button', { name: `Ask ${supporter.displayName} to talk` }).click()
    await mine.getByText(`You asked ${supporter.displayName} to talk.`).waitFor()

    const theirs = await open(supporter, '/team')
    await theirs.getByText('Asked to talk').waitFor()
    await theirs.getByRole('link', { name: peer.displayName }).first().click()
    await theirs.getByRole('button', { name: 'Offer a time' }).click()
    const dialog = theirs.getByRole('dialog')
    await dialog.getByLabel('Time').fill('15:30')
    await dialog.getByLabel('Phone').check()
    expect(await axeFindings(theirs)).toEqual([])
    await dialog.getByRole('button', { name: 'Send time' }).click()
    await theirs.getByText(`Time sent to ${peer.displayName}.`).waitFor()

    await mine.reload()
    await mine.getByText(/3:30 PM · Phone/).waitFor()
    await mine.getByRole('button', { name: 'That works' }).click()
    await mine.getByText(`You'll talk with ${supporter.displayName}:`).waitFor()
    expect(await axeFindings(mine)).toEqual([])
    await theirs.reload()
    await theirs.getByText('Time set:').waitFor()
  })

  it('keep a plan that opens without a connection on an own device, and two lines of it on help', async () => {
    const mine = await open(peer, '/plan')
    await mine.getByRole('button', { name: 'Add a line: What helps' }).click()
    await mine.getByLabel('What helps?').fill('Ten minutes by the river')
    await mine.getByRole('button', { name: 'Save line' }).click()
    await mine.getByText('Ten minutes by the river').waitFor()
    expect(await axeFindings(mine)).toEqual([])
    await mine.getByRole('button', { name: /^Remove:/ }).click()
    await mine.getByRole('button', { name: 'Undo' }).click()
    await mine.getByText('Ten minutes by the river').waitFor()
    const sent: string[] = []
    mine.on('request', (request) => request.url().endsWith('/graphql') && sent.push(request.postData() ?? ''))
    await mine.locator('main').getByRole('link', { name: 'Talk with someone now' }).click()
    await mine.getByRole('link', { name: /988/ }).first().waitFor()
    await mine.getByText('Ten minutes by the river').waitFor()
    expect(sent.filter((body) => body.includes('SelfCarePlan'))).toEqual([])
  })
})
