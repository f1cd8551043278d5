import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney, MY_NOTE, openPart } from '../../support/journey.ts'
import { NOW } from '../../support/fixed-today.ts'

const PASSWORD = 'seven quiet herons by the river'

describe('two tabs of one browser', () => {
  let journey: Journey
  let here: BuiltOrganization
  let passwordHash: string
  beforeAll(async () => {
    journey = await startJourney()
    here = await journey.build.organization({ name: 'Riverbend' })
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(() => journey.close())

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
  const secondTab = async (page: Page): Promise<Page> => {
    const tab = await page.context().newPage()
    await tab.clock.setFixedTime(NOW)
    return tab
  }
  /** The guard is the server's: here nothing hints to the first tab that the second one signed in. */
  const withoutHints = (page: Page) =>
    page.addInitScript(() => {
      Object.defineProperty(window, 'BroadcastChannel', {
        value: class {
          addEventListener() {}
          postMessage() {}
          close() {}
        },
      })
      document.addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true)
      window.addEventListener('focus', (event) => event.stopImmediatePropagation(), true)
    })
  const checkInsOf = async ({ id }: Member): Promise<number> =>
    (await journey.api.superuser.query('select from weekly_check_in where peer_id = $1', [id])).rowCount ?? 0

  it('belong to two people: what the first had typed is not saved as the second, and is gone', async () => {
    const [first, second] = [
      await journey.build.member(here, ['PEER'], { passwordHash }),
      await journey.build.member(here, ['PEER'], { passwordHash }),
    ]
    const page = await journey.open(first)
    await withoutHints(page)
    await page.goto('/check-in')
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill('Only for the first')
    const tab = await secondTab(page)
    await tab.goto('/account')
    await press(tab, 'Sign out here')
    await heading(tab, 'Sign in').waitFor()
    await tab.getByLabel('Email').fill(second.email)
    await tab.getByLabel('Password').fill(PASSWORD)
    await press(tab, 'Sign in')
    await heading(tab, `Hello, ${second.displayName}`).waitFor()
    await press(page, 'Save my check-in')
    await heading(page, 'Someone else is signed in').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await page.content()).not.toContain('Only for the first')
    expect([await checkInsOf(first), await checkInsOf(second)]).toEqual([0, 0])
    await press(page, `Continue as ${second.displayName}, Riverbend`)
    await heading(page, `Hello, ${second.displayName}`).waitFor()
    await page.goto('/check-in')
    expect(await page.getByLabel('A note to yourself').inputValue()).toBe('')
  })

  it('are of two organizations: nothing reaches the wrong one, and the typed text waits for going back', async () => {
    const there = await journey.build.organization({ name: 'Cedar Point' })
    const admin = await journey.build.member(here, ['ADMIN'], { passwordHash })
    await journey.build.insert('membership', {
      organization_id: there.id,
      account_id: admin.accountId,
      display_name: 'Second Self',
      roles: ['ADMIN'],
      joined_on: '2026-01-01',
    })
    const page = await journey.open(admin, { width: 1280 })
    await withoutHints(page)
    await page.goto('/settings/members/invite')
    await page.getByLabel('Name').fill('Wrong House')
    await page.getByLabel('Email').fill('wrong.house@example.org')
    await page.getByRole('checkbox', { name: /^Peer/ }).check()
    const tab = await secondTab(page)
    await tab.goto('/account')
    await heading(tab, 'My account').waitFor()
    await press(tab, 'Account and settings')
    await press(tab, 'Cedar Point')
    await tab.getByRole('banner').getByText('Cedar Point').waitFor()
    await press(page, 'Send invitation')
    await heading(page, "You're in another organization now").waitFor()
    const invited = async (): Promise<unknown> => {
      const { rows } = await journey.api.superuser.query<{ organization_id: string }>(
        "select organization_id from invitation where email like 'wrong.house%'",
      )
      return rows
    }
    expect(await invited()).toEqual([])
    await press(page, 'Go back to Riverbend')
    expect(await page.getByLabel('Email').inputValue()).toBe('wrong.house@example.org')
    await press(page, 'Send invitation')
    await page.getByText('Invitation ready').waitFor()
    expect(await invited()).toEqual([{ organization_id: here.id }])
  })

  it('learn of each other at once where the browser tells them', async () => {
    const [first, second] = [
      await journey.build.member(here, ['PEER'], { passwordHash }),
      await journey.build.member(here, ['PEER'], { passwordHash }),
    ]
    const page = await journey.open(first)
    await page.goto('/today')
    await heading(page, `Hello, ${first.displayName}`).waitFor()
    // What the first tab asks after its session is gone would lead it to signing in.
    await page.waitForLoadState('networkidle')
    const tab = await secondTab(page)
    await page.context().clearCookies()
    await tab.goto('/sign-in')
    await tab.getByLabel('Email').fill(second.email)
    await tab.getByLabel('Password').fill(PASSWORD)
    await press(tab, 'Sign in')
    await heading(page, 'Someone else is signed in').waitFor()
  })
})
