import type { Dialog, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { type Journey, startJourney } from '../support/journey.ts'

// What was typed on an own device outlives a reload, with the key under which it may have been sent already.

const NOTE = 'Rest came back a little.'

describe('a form on an own device', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let supervisor: Member
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
  })
  const arrange = async (): Promise<Page> => {
    supervisor = await journey.build.supervisor(organization)
    peer = await journey.build.peer(organization)
    await journey.build.relationship(supervisor, peer, 'SUPPORTIVE', { startsOn: '2026-05-01' })
    return journey.open(supervisor)
  }
  afterAll(() => journey.close())

  const note = (page: Page) => page.getByRole('dialog').getByRole('textbox').last()
  const save = (page: Page) => page.getByRole('button', { name: 'Save session' }).click()
  async function write(page: Page): Promise<void> {
    await page.goto(`/sessions/log?peer=${peer.id}&type=SUPPORTIVE`)
    await note(page).fill(NOTE)
    await page.getByRole('dialog').getByText('45', { exact: true }).click()
  }
  const flags = async () =>
    (await journey.api.superuser.query('select from drift_flag where peer_id = $1', [peer.id])).rowCount
  const keptIn = (page: Page) =>
    page.evaluate(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith('alongside.kept.'))
        .map((key) => localStorage.getItem(key) ?? ''),
    )
  const isSubmission = (route: Route) => (route.request().postData() ?? '').includes('"idempotencyKey"')

  it('is sent once where the answer was lost and the page loaded anew', async () => {
    await arrange()
    const page = await journey.open(peer)
    const asked: string[] = []
    page.on('dialog', (dialog: Dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    const open = () => page.getByRole('button', { name: 'Raise a flag' }).click()
    const send = () => page.getByRole('button', { name: 'Send flag' }).click()
    await page.goto('/my-role')
    await open()
    await page.getByLabel('What are you being asked to do').fill(NOTE)
    await page.getByLabel('Work that was assigned').check()
    await page.context().route('**/graphql', async (route) => {
      if (!isSubmission(route)) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await send()
    await page.getByRole('alert').waitFor()
    expect(await flags()).toBe(1)
    await page.context().unrouteAll({ behavior: 'wait' })
    await page.reload()
    await open()
    await page.getByText('We kept what you typed last time.').waitFor()
    expect(await page.getByLabel('What are you being asked to do').inputValue()).toBe(NOTE)
    await send()
    await page.getByText(/^Flag sent\./).waitFor()
    expect(await flags()).toBe(1)
    // It went through: neither the words nor the key stay.
    expect(await keptIn(page)).toEqual([])
    expect(asked).toEqual([])
  })

  it('is there after a reload for the same person only, keeps no key by its content, and goes with signing out', async () => {
    const page = await arrange()
    await write(page)
    await page
      .context()
      .route('**/graphql', (route) => (isSubmission(route) ? route.abort() : route.continue()))
    await save(page)
    await page.getByRole('alert').waitFor()
    await page.reload()
    await page.getByText('We kept what you typed last time.').waitFor()
    const kept = await keptIn(page)
    expect(kept).toHaveLength(2)
    expect(kept.filter((each) => each.includes(NOTE))).toHaveLength(1)

    const colleague = await journey.build.supervisor(organization)
    await journey.build.relationship(colleague, peer, 'SUPPORTIVE', { startsOn: '2026-05-01' })
    const own = await page.context().cookies()
    const value = await journey.api.session(colleague)
    const cookie = { name: 'alongside-sid', url: journey.origin, httpOnly: true, sameSite: 'Strict' } as const
    await page.context().addCookies([{ ...cookie, value }])
    await page.goto(`/sessions/log?peer=${peer.id}&type=SUPPORTIVE`)
    await note(page).waitFor()
    expect(await note(page).inputValue()).toBe('')
    expect(await keptIn(page)).toEqual([])

    await page.context().addCookies(own)
    await page.context().unrouteAll({ behavior: 'wait' })
    await write(page)
    await page.reload()
    await page.getByText('We kept what you typed last time.').waitFor()
    expect(await keptIn(page)).toHaveLength(1)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Account and settings' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    expect(await keptIn(page)).toEqual([])
  })
})
