import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { Member } from '../../support/builders/builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { axeFindings, type Journey, startJourney, MY_NOTE, openPart } from '../../support/journey.ts'

const PASSWORD = 'seven quiet herons by the river'
const MINUTE_MS = 60_000

describe('a computer that several people use', () => {
  let journey: Journey
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    const organization = await journey.build.organization()
    peer = await journey.build.member(organization, ['PEER'], { passwordHash: await hashPassword(PASSWORD) })
  })
  beforeEach(() => journey.api.at(NOW))
  afterAll(() => journey.close())

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
  const choice = (page: Page, name: RegExp) => page.getByRole('radio', { name })
  const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).sort())
  async function signIn(page: Page): Promise<void> {
    await page.goto('/sign-in')
    await signInHere(page)
  }
  async function signInHere(page: Page): Promise<void> {
    await page.getByLabel('Email').fill(peer.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await press(page, 'Sign in')
    await heading(page, `Hello, ${peer.displayName}`).waitFor()
  }
  /** The page's clock and the server's, which are one in life. */
  async function pass(page: Page, minutes: number): Promise<void> {
    journey.api.at(new Date(journey.api.now.getTime() + minutes * MINUTE_MS))
    await page.clock.runFor(minutes * MINUTE_MS)
  }

  it('is taken for shared; nothing stays in it, and it goes dark after a quarter of an hour', async () => {
    const page = await journey.open(null, { width: 1280 })
    await page.clock.install({ time: NOW })
    await page.goto('/sign-in')
    expect(await choice(page, /^A shared one/).isChecked()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await signIn(page)
    const [cookie] = await page.context().cookies()
    expect(cookie?.expires).toBe(-1)
    expect(await stored(page)).toEqual([])
    await page.goto('/check-in')
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill('Nobody else reads this')
    await pass(page, 14)
    await page.getByLabel('A note to yourself').press('End')
    await pass(page, 2)
    expect(await page.getByLabel('A note to yourself').inputValue()).toBe('Nobody else reads this')
    await pass(page, 16)
    await heading(page, 'Sign in').waitFor()
    await page.goBack().catch(() => null)
    await heading(page, 'Sign in').waitFor()
    expect(await page.content()).not.toContain('Nobody else reads this')
    expect(await page.getByLabel('Email').inputValue()).toBe('')
    expect(await page.context().cookies()).toEqual([])
  })

  it('asks for the password again before this week and flags', async () => {
    const page = await journey.open(null, { width: 1280 })
    await page.clock.install({ time: NOW })
    await signIn(page)
    await pass(page, 8)
    await page.mouse.click(600, 600)
    await pass(page, 4)
    await page.goto('/my-role')
    const question = page.getByRole('dialog')
    await question.getByLabel('Password').fill(PASSWORD)
    await question.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'No flags' }).waitFor()
  })

  it('is one of their own for whoever says so: the address waits there after signing out', async () => {
    const page = await journey.open(null, { width: 1280 })
    await page.goto('/sign-in')
    await choice(page, /^My own/).check()
    await page.getByLabel('Email').fill(peer.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await press(page, 'Sign in')
    await heading(page, `Hello, ${peer.displayName}`).waitFor()
    await page.goto('/account')
    expect(await page.getByText('Shared device').count()).toBe(0)
    await press(page, 'Sign out here')
    await heading(page, 'Sign in').waitFor()
    expect(await page.getByLabel('Email').inputValue()).toBe(peer.email)
    expect(await choice(page, /^My own/).isChecked()).toBe(true)
    // And of nobody once it is called shared.
    await choice(page, /^A shared one/).check()
    await page.getByLabel('Password').fill(PASSWORD)
    await press(page, 'Sign in')
    await heading(page, `Hello, ${peer.displayName}`).waitFor()
    expect(await stored(page)).toEqual([])
    await page.goto('/account')
    await page.getByText('Shared device').first().waitFor()
  })

  it('keeps nothing of a check-in that could not be sent, and nothing of what an own device keeps', async () => {
    const page = await journey.open(null, { width: 1280, serviceWorkers: 'allow' })
    const kept = () =>
      page.evaluate(async () => ({
        files: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        databases: await indexedDB.databases(),
        stored: Object.keys(localStorage),
      }))
    await page.goto('/sign-in')
    await choice(page, /^My own/).check()
    await signInHere(page)
    await page.evaluate(() => navigator.serviceWorker.ready)
    expect(await kept()).toMatchObject({ workers: 1 })
    await page.goto('/account')
    await press(page, 'Sign out here')
    await heading(page, 'Sign in').waitFor()
    await choice(page, /^A shared one/).check()
    await signInHere(page)
    await page.goto('/check-in')
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill('Nobody else reads this')
    await page.context().setOffline(true)
    await press(page, 'Save my check-in')
    await page.getByText('Nothing is lost.').waitFor()
    expect(await page.getByLabel('A note to yourself').inputValue()).toBe('Nobody else reads this')
    expect(await kept()).toEqual({ files: [], workers: 0, databases: [], stored: [] })
  })
})
