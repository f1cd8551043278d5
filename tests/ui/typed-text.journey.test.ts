import type { Dialog, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../support/journey.ts'

const PASSWORD = 'seven quiet herons by the river'
const NOTE = 'Rest came back a little.'

describe('what was typed', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let supervisor: Member
  let manager: Member
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    const { build } = journey
    organization = await build.organization()
    supervisor = await build.member(organization, ['SUPERVISOR'], {
      passwordHash: await hashPassword(PASSWORD),
    })
    manager = await build.member(organization, ['MANAGER', 'ADMIN'])
    peer = await build.peer(organization)
    await build.relationship(supervisor, peer, 'SUPPORTIVE', { startsOn: '2026-05-01' })
    await build.agreement(peer, { SUPPORTIVE: 14 })
  })
  afterAll(() => journey.close())

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const path = () => `/sessions/log?peer=${peer.id}&type=SUPPORTIVE`
  const note = (page: Page) => page.getByRole('dialog').getByRole('textbox').last()
  async function writeNote(page: Page): Promise<void> {
    await page.goto(path())
    await note(page).fill(NOTE)
  }
  const openAgain = (page: Page) =>
    page
      .getByRole('link', { name: /^Log session: / })
      .first()
      .click()

  it('waits after Escape and after Back, and can be thrown away', async () => {
    const page = await journey.open(supervisor)
    await page.goto('/team')
    await openAgain(page)
    await note(page).fill(NOTE)
    await page.keyboard.press('Escape')
    await page.getByText('We kept what you typed.').waitFor()
    await openAgain(page)
    expect(await note(page).inputValue()).toBe(NOTE)
    await page.getByText('We kept what you typed last time.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.goBack()
    await press(page, 'Discard')
    await openAgain(page)
    expect(await note(page).inputValue()).toBe('')
  })

  it('waits for the same person who signs in again, and for nobody else', async () => {
    const page = await journey.open(supervisor)
    await writeNote(page)
    await page.getByRole('dialog').getByText('45', { exact: true }).click()
    // Whatever is asked after the session has ended leads to signing in: here that is the press.
    await page.waitForLoadState('networkidle')
    await journey.api.superuser.query('update sign_in_session set ended_at = now() where account_id = $1', [
      supervisor.accountId,
    ])
    await press(page, 'Save session')
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await page.getByLabel('Email').fill(supervisor.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await press(page, 'Sign in')
    await page.getByRole('dialog').waitFor()
    expect(await note(page).inputValue()).toBe(NOTE)
  })

  it('is asked about before the page is loaded anew on a shared device, and not where there is nothing', async () => {
    const page = await journey.open(null)
    const value = await journey.api.session(supervisor, { shared: true })
    await page
      .context()
      .addCookies([{ name: 'alongside-sid', value, url: journey.origin, httpOnly: true, sameSite: 'Strict' }])
    const asked: string[] = []
    page.on('dialog', (dialog: Dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.goto('/team')
    await page.mouse.click(5, 5)
    await page.reload()
    expect(asked).toEqual([])
    await openAgain(page)
    await note(page).fill(NOTE)
    await page.reload({ timeout: 3_000 }).catch(() => null)
    expect(asked).toEqual(['beforeunload'])
    expect(await note(page).inputValue()).toBe(NOTE)
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('kept'))),
    ).toEqual([])
  })

  it('is no date while half of it is missing: nothing is saved', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto(`/people/${peer.id}`)
    await press(page, 'Add leave')
    const dialog = page.getByRole('dialog')
    const last = dialog.getByLabel('Last day away')
    for (const typed of ['0230', '12']) {
      await last.fill('')
      await last.focus()
      await last.pressSequentially(typed === '0230' ? '02302027' : typed)
      await dialog.getByRole('button', { name: 'Save leave' }).click()
      await dialog.getByText('Please enter a valid date.').first().waitFor()
    }
    const { rowCount } = await journey.api.superuser.query('select from leave_period where peer_id = $1', [
      peer.id,
    ])
    expect(rowCount).toBe(0)
    await last.fill('2026-07-01')
    await dialog.getByRole('button', { name: 'Save leave' }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  it('and an invitation link shown once stay where the browser refuses to copy', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      })
    })
    await page.goto('/settings/members/invite')
    await page.getByLabel('Name').fill('Copy Me')
    await page.getByLabel('Email').fill('copy.me@example.org')
    await page.getByRole('checkbox', { name: /^Peer/ }).check()
    await press(page, 'Send invitation')
    await press(page, 'Copy link')
    await page.getByText("We couldn't copy it.").waitFor()
    await page.getByText('/invitation#').waitFor()
  })
})
