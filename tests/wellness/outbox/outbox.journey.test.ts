import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { aCheckIn } from '../../support/builders/wellness-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { type Journey, startJourney, MY_NOTE, openPart } from '../../support/journey.ts'

describe('a check-in that could not be sent', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let peer: Member
  let page: Page
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
  })
  beforeEach(async () => {
    journey.api.at(NOW)
    peer = await journey.build.peer(organization)
    page = await journey.open(peer)
  })
  afterAll(() => journey.close())

  const heading = (on: Page, name: string) => on.getByRole('heading', { level: 1, name }).waitFor()
  const signal = (on: Page) => on.evaluate(() => window.dispatchEvent(new Event('online')))
  const isSubmission = (route: Route) => (route.request().postData() ?? '').includes('"idempotencyKey"')
  /** What becomes of the check-ins that the page sends; everything else goes through. */
  const onSubmission = (handle: (route: Route) => Promise<void>) =>
    page.context().route('**/graphql', (route) => (isSubmission(route) ? handle(route) : route.continue()))
  const through = () => page.context().unrouteAll({ behavior: 'wait' })
  async function write(line: string): Promise<void> {
    await page.goto('/check-in')
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill(line)
    await page.getByRole('button', { name: 'Save my check-in' }).click()
  }
  const kept = async (of = peer) =>
    (
      await journey.api.superuser.query<{ line: string }>(
        'select line from weekly_check_in where peer_id = $1',
        [of.id],
      )
    ).rows
  const waiting = (on: Page) =>
    on.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'alongside-outbox'))
  async function signInAs(member: Member, session: { shared?: boolean } = {}): Promise<void> {
    const value = await journey.api.session(member, session)
    await page
      .context()
      .addCookies([{ name: 'alongside-sid', value, url: journey.origin, httpOnly: true, sameSite: 'Strict' }])
  }

  it('is there after a reload, and is one record where the reply was lost', async () => {
    await onSubmission(async (route) => {
      await route.fetch()
      await route.abort()
    })
    await write('The reply was lost')
    await heading(page, 'Saved on this phone')
    await through()
    await page
      .context()
      .route('**/graphql', (route) => (isSubmission(route) ? route.abort() : route.continue()))
    await page.reload()
    // The server has it: the phone does not know that yet, and says what it knows.
    await page.getByText('The reply was lost').waitFor()
    await through()
    await signal(page)
    await heading(page, 'Thank you for taking a minute')
    expect(await kept()).toEqual([{ line: 'The reply was lost' }])
    expect(await waiting(page)).toBe(false)
  })

  it('is sent once by two tabs, and both know', async () => {
    await onSubmission((route) => route.abort())
    await write('From two tabs')
    await heading(page, 'Saved on this phone')
    const other = await page.context().newPage()
    await other.goto('/check-in')
    await heading(other, 'Saved on this phone')
    await through()
    let sent = 0
    await onSubmission((route) => {
      sent += 1
      return route.continue()
    })
    await Promise.all([signal(page), signal(other)])
    await Promise.all([page, other].map((tab) => heading(tab, 'Thank you for taking a minute')))
    expect(sent).toBe(1)
    expect(await kept()).toEqual([{ line: 'From two tabs' }])
  })

  it('is neither shown to another account on the phone nor sent by it, and waits for its person', async () => {
    await onSubmission((route) => route.abort())
    await write('Only for Wren')
    await heading(page, 'Saved on this phone')
    await through()
    const other = await journey.build.peer(organization)
    await signInAs(other)
    await page.goto('/check-in')
    await heading(page, 'Weekly check-in')
    await signal(page)
    await page.goto('/today')
    await page.getByRole('link', { name: 'Start my check-in' }).waitFor()
    expect(await page.getByText('Only for Wren').count()).toBe(0)
    expect(await kept(other)).toEqual([])
    await signInAs(peer)
    await page.goto('/today')
    await page.getByText('You checked in this week').waitFor()
    expect(await kept()).toEqual([{ line: 'Only for Wren' }])
    expect(await kept(other)).toEqual([])
  })

  it('shows both where the week was answered elsewhere meanwhile, and loses neither', async () => {
    await onSubmission((route) => route.abort())
    await write('From the phone')
    await heading(page, 'Saved on this phone')
    await through()
    await aCheckIn(journey.build, peer, { line: 'From the desk' })
    await page.goto('/today')
    await page.getByText('Your check-in needs your help').waitFor()
    expect(await kept()).toEqual([{ line: 'From the desk' }])
    await page.getByRole('link', { name: 'See my answers' }).click()
    await page.getByText('From the phone').waitFor()
    await page.getByRole('button', { name: 'See both' }).click()
    await heading(page, 'You have two versions of this week')
    await page.getByText('From the desk').waitFor()
    await page.getByRole('button', { name: 'Use these instead' }).click()
    await heading(page, 'Thank you for taking a minute')
    expect(await kept()).toEqual([{ line: 'From the phone' }])
    expect(await waiting(page)).toBe(false)
  })

  it('waits through an error of the server, and is sent again by itself', async () => {
    let answers = 0
    const seen = Promise.withResolvers<void>()
    await onSubmission(async (route) => {
      answers += 1
      if (answers === 1) return route.fulfill({ status: 503, body: 'busy' })
      await seen.promise
      return route.continue()
    })
    await write('Through an error')
    await heading(page, 'Saved on this phone')
    seen.resolve()
    await heading(page, 'Thank you for taking a minute')
    expect(answers).toBe(2)
    expect(await kept()).toEqual([{ line: 'Through an error' }])
  })

  it('waits for its person to sign in again, where the sign-in has expired', async () => {
    await page.goto('/check-in')
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill('After the sign-in')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Save my check-in' }).click()
    await heading(page, 'Sign in')
    expect(await page.getByText('After the sign-in').count()).toBe(0)
    expect(await waiting(page)).toBe(true)
    await signInAs(peer)
    await page.goto('/today')
    await page.getByText('You checked in this week').waitFor()
    expect(await kept()).toEqual([{ line: 'After the sign-in' }])
  })

  it('is asked about before signing out, and is erased with it', async () => {
    await onSubmission((route) => route.fulfill({ status: 503, body: 'busy' }))
    await write('Not sent at sign-out')
    await heading(page, 'Saved on this phone')
    const leave = async () => {
      // The panel closes when the page that follows a check-in takes the focus: then it is opened once more.
      const signOut = page.getByRole('button', { name: 'Sign out' })
      await expect
        .poll(
          async () => {
            if (!(await signOut.isVisible()))
              await page.getByRole('button', { name: 'Account and settings' }).click()
            return signOut.isVisible()
          },
          { timeout: 20_000, interval: 1_000 },
        )
        .toBe(true)
      await signOut.click()
    }
    await leave()
    await page.getByRole('dialog').getByText("Your check-in isn't sent yet").waitFor()
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    expect(await waiting(page)).toBe(true)
    await leave()
    await page.getByRole('button', { name: 'Sign out and erase it' }).click()
    await heading(page, 'Sign in')
    expect(await waiting(page)).toBe(false)
    expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual([])
  })

  it('says that a week has closed, and lets its person read and erase the answers', async () => {
    await onSubmission((route) => route.abort())
    await write('Too late to save')
    await heading(page, 'Saved on this phone')
    const later = '2026-07-08T15:00:00Z'
    journey.api.at(later)
    await page.clock.setFixedTime(later)
    await through()
    await signInAs(peer)
    await page.goto('/check-in')
    await page.getByText('This week is closed now').waitFor()
    await page.getByText('Too late to save').waitFor()
    await page.getByRole('button', { name: 'Erase these answers' }).click()
    await page.getByText('Too late to save').waitFor({ state: 'detached' })
    expect(await waiting(page)).toBe(false)
    expect(await kept()).toEqual([])
  })
})
