import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { aCheckIn, mondayBefore } from '../support/builders/wellness-builders.ts'
import { axeFindings, type Journey, startJourney } from '../support/journey.ts'

describe('the pages of one’s own', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
  })
  beforeEach(async () => {
    peer = await journey.build.peer(organization)
  })
  afterAll(() => journey.close())

  const kept = async (table: string, owner: string): Promise<number> =>
    (await journey.api.superuser.query(`select from ${table} where ${owner} = $1`, [peer.id])).rows.length
  const fileOf = async (page: Page, button: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ])
    return download.suggestedFilename()
  }

  it('give the weeks along as files, delete one for good, and then all', async () => {
    for (const back of [0, 1, 2]) await aCheckIn(journey.build, peer, { weekStart: mondayBefore(back) })
    const page = await journey.open(peer)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/trends')
    await page.getByText('Show my 3 check-ins').click()
    expect(await fileOf(page, 'Export (PDF)')).toBe('alongside-my-weeks.pdf')
    await page.getByText('Your file is saved.').waitFor()
    expect(await fileOf(page, 'Export data file (JSON)')).toBe('alongside-my-weeks.json')

    await page.locator('summary', { hasText: 'Last week' }).click()
    await page.getByRole('button', { name: 'Delete: Last week' }).click()
    await page.getByRole('button', { name: 'Delete for good' }).click()
    await page.getByText('Show my 2 check-ins').waitFor()
    expect(await kept('weekly_check_in', 'peer_id')).toBe(2)

    await page.getByRole('button', { name: 'Delete all my check-ins' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await kept('weekly_check_in', 'peer_id')).toBe(2)
    await page.getByRole('button', { name: 'Delete all my check-ins' }).click()
    await page.getByRole('button', { name: 'Delete for good' }).click()
    await page.getByText('Your weeks will show up here').waitFor()
    expect(await kept('weekly_check_in', 'peer_id')).toBe(0)
  })

  it('hold the plan without a connection on an own device, and never on a shared one', async () => {
    await journey.build.insert('self_care_plan_line', {
      ...{ organization_id: peer.organizationId, id: randomUUID(), owner_id: peer.id, part: 'HELPS' },
      ...{ text: 'A walk by the river', added_at: journey.api.now, saved_at: journey.api.now },
    })
    const line = 'A walk by the river'
    const own = await journey.open(peer)
    await own.goto('/plan')
    await own.getByText(line).waitFor()
    const isKept = (page: Page) =>
      page.evaluate((text) => Object.values(localStorage).some((value) => String(value).includes(text)), line)
    expect(await isKept(own)).toBe(true)
    await own.goto('/today')
    await own.getByRole('heading', { name: 'Weekly check-in' }).waitFor()
    // Only the API is out of reach: the files of the pages are the service worker's matter.
    await own.route('**/graphql', (route) => route.abort())
    await own.goto('/plan')
    await own.getByText(line).waitFor()

    const shared = await journey.open(null)
    const value = await journey.api.session(peer, { shared: true })
    await shared
      .context()
      .addCookies([{ name: 'alongside-sid', value, url: journey.origin, httpOnly: true, sameSite: 'Strict' }])
    await shared.goto('/plan')
    await shared.getByText(line).waitFor()
    expect(await isKept(shared)).toBe(false)
  })

  it('greet a new peer in three steps that can each be left', async () => {
    const supporter = await journey.build.supervisor(organization)
    await journey.build.relationship(supporter, peer, 'SUPPORTIVE')
    const page = await journey.open(peer)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/today')
    await page.getByRole('heading', { name: 'This is yours' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Your people' }).waitFor()
    await page.getByText(supporter.displayName).waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Keep your key' }).waitFor()
    await page.getByText('Without it, no one can open them, not even us.').waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('heading', { name: 'Keep your key' }).waitFor({ state: 'detached' })
  })

  it('offer somebody else where nobody answered a request to talk for two working days', async () => {
    const [asked, other] = await Promise.all([
      journey.build.supervisor(organization),
      journey.build.supervisor(organization),
    ])
    const relationship_id = await journey.build.relationship(asked, peer, 'SUPPORTIVE')
    await journey.build.relationship(other, peer, 'SUPPORTIVE')
    await journey.build.insert('talk_request', {
      ...{ organization_id: peer.organizationId, id: randomUUID(), peer_id: peer.id, relationship_id },
      asked_at: '2026-06-11T12:00:00Z',
    })
    const mine = await journey.open(peer)
    await mine.goto('/supervision')
    await mine.getByText("It's been two working days without a time. That's on us.").waitFor()
    const theirs = await journey.open(asked)
    await theirs.goto(`/team/${peer.id}`)
    await theirs.getByRole('button', { name: 'Offer a time' }).waitFor()
    expect(await theirs.getByText(/two working days|someone else/i).count()).toBe(0)
  })
})
