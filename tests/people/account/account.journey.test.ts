import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import { textOfPdf } from '../../support/pdf-text.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { settled } from '../../support/services/browser.ts'

const PASSWORD = 'seven quiet herons by the river'
const NEW_PASSWORD = 'nine loud herons at the lake'
const ANDROID = 'Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0'

describe('the own account in a browser', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let passwordHash: string
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(() => journey.close())

  const aPeer = (): Promise<Member> => journey.build.member(organization, ['PEER'], { passwordHash })
  const account = async (page: Page): Promise<Page> => {
    await page.goto('/account')
    await page.locator('main h1').waitFor()
    await settled(page)
    return page
  }
  const said = (page: Page, text: string) => page.getByText(text).first().waitFor()

  it.each([
    [390, false, 'en-US'],
    [1280, true, 'es-US'],
  ] as const)('has nothing for axe to find at %i, dark %s, %s', async (width, dark, locale) => {
    const peer = await aPeer()
    const page = await journey.open(peer, { width, dark, locale })
    await account(page)
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.goto('/account/trail')
    await page.getByRole('table').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('changes the name, and the menu knows it at once', async () => {
    const page = await account(await journey.open(await aPeer()))
    await page.getByLabel('Name', { exact: true }).fill('Ines Ortega')
    await page.getByRole('button', { name: 'Save my name' }).click()
    await said(page, 'Your name is saved.')
    await page.getByRole('button', { name: 'Account and settings' }).click()
    await said(page, 'Ines Ortega')
    await page.goto('/account/trail')
    await said(page, 'Member: changed')
    await said(page, '→ Ines Ortega')
  })

  it('changes the language with one tap, keeps what is being written, and knows it on the next device', async () => {
    const peer = await aPeer()
    const page = await account(await journey.open(peer))
    await page.getByLabel('Name', { exact: true }).fill('Half a na')
    await page.getByRole('button', { name: 'Español' }).click()
    await page.getByRole('heading', { name: 'Mi cuenta' }).waitFor()
    expect(await page.getByLabel('Nombre', { exact: true }).inputValue()).toBe('Half a na')
    await page.getByLabel('Oscuro').check()
    await settled(page)

    const next = await journey.open(null)
    await next.goto('/sign-in')
    await next.getByLabel('Email').fill(peer.email)
    await next.getByLabel('Password').fill(PASSWORD)
    await next.getByRole('button', { name: 'Sign in', exact: true }).click()
    await next.waitForURL('**/today')
    await next.waitForFunction(() => document.documentElement.lang === 'es')
    expect(await next.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  })

  it('lists the devices, ends one, and a new password ends the rest', async () => {
    const peer = await aPeer()
    const page = await journey.open(peer)
    await account(page)
    await journey.api.session(peer)
    await journey.api.session(peer)
    await journey.api.superuser.query(
      `update sign_in_session set user_agent = $2, last_address = '203.0.113.7'
        where membership_id = $1 and user_agent is null`,
      [peer.id, ANDROID],
    )
    await account(page)
    await page.getByRole('button', { name: 'Sign out: Firefox on Android' }).first().click()
    await said(page, 'Firefox on Android is signed out.')
    await page.getByRole('button', { name: 'Change my password' }).click()
    await page.getByLabel('Current password').fill('not this one at all')
    await page.getByLabel('New password').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Save new password' }).click()
    await said(page, "That isn't your current password. Please try again.")
    await page.getByLabel('Current password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Save new password' }).click()
    await said(page, '1 other device is signed out.')
    await page.reload()
    await page.getByRole('heading', { name: "Where I'm signed in" }).waitFor()
    await settled(page)
    expect(await page.getByRole('button', { name: /^Sign out:/ }).count()).toBe(0)
  })

  it('makes a recovery code, shown once', async () => {
    const page = await account(await journey.open(await aPeer()))
    await page.getByRole('button', { name: 'Get a new recovery code' }).click()
    await page.getByRole('heading', { name: 'Your recovery code' }).waitFor()
    expect(await page.locator('main p.font-mono').innerText()).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{1,5})+$/)
    await page.getByRole('button', { name: 'I saved it' }).click()
    await page.getByRole('heading', { name: 'My account' }).waitFor()
  })

  it('takes everything along, after the password, as a file to read and one for programs', async () => {
    const peer = await aPeer()
    const page = await journey.open(peer)
    await account(page)
    await journey.api.superuser.query(
      "update sign_in_session set confirmed_at = confirmed_at - interval '1 hour' where membership_id = $1",
      [peer.id],
    )
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PDF' }).click()
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Continue' }).click()
    const pdf = await saved
    expect(pdf.suggestedFilename()).toBe('alongside-my-data-2026-06-17.pdf')
    expect(textOfPdf(await readFile(await pdf.path()))).toContain(peer.email)
    const second = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Data file (JSON)' }).click()
    const json = await second
    expect(JSON.parse(await readFile(await json.path(), 'utf8'))).toMatchObject({ person: peer.displayName })
  })
})
