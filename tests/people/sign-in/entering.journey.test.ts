import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { settled } from '../../support/services/browser.ts'

const PASSWORD = 'seven quiet herons by the river'
const OTHER_PASSWORD = 'nine slow barges on the canal'
const TRIES = 5

describe('coming in', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let admin: Member
  let passwordHash: string
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    admin = await journey.build.member(organization, ['ADMIN'])
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(() => journey.close())

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const aPeer = () => journey.build.member(organization, ['PEER'], { passwordHash })

  async function signIn(page: Page, { email }: { email: string }, password: string): Promise<void> {
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill(password)
    await press(page, 'Sign in')
  }

  /** Invited on the admin's own page; answers the path that the link leads to. */
  async function invite(displayName: string, email: string): Promise<string> {
    const page = await journey.open(admin, { width: 1280 })
    await page.goto('/settings/members/invite')
    await page.getByLabel('Name').fill(displayName)
    await page.getByLabel('Email').fill(email)
    await page.getByRole('checkbox', { name: /^Peer/ }).check()
    await press(page, 'Send invitation')
    // It stands above the form: without the focus a phone would not show it.
    await page.locator(':focus').getByText('Invitation ready').waitFor()
    const link = await page.getByText('/invitation#').textContent()
    await page.close()
    return new URL(link?.trim() ?? '').hash.replace('#', '/invitation#')
  }

  const shownCode = async (page: Page): Promise<string> => {
    await heading(page, 'Your recovery code')
    return (await page.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]+)+$/).textContent())?.trim() ?? ''
  }

  it('takes an address and a password, and leads back to the page one came for', async () => {
    const page = await journey.open(null)
    await page.goto('/trends')
    await heading(page, 'Sign in')
    await page.getByText('Sign in to go back to where you were.').waitFor()
    await signIn(page, await aPeer(), PASSWORD)
    await heading(page, 'My weeks')
    expect(new URL(page.url()).pathname).toBe('/trends')
  })

  it('says what is missing before anything is sent', async () => {
    const page = await journey.open(null)
    await page.goto('/sign-in')
    await press(page, 'Sign in')
    await page.getByRole('link', { name: 'Password: Please fill this in.' }).click()
    expect(await page.getByLabel('Password').evaluate((field) => field === document.activeElement)).toBe(true)
  })

  it('says the same of a wrong password and of an unknown address', async () => {
    const page = await journey.open(null)
    await page.goto('/sign-in')
    const notice = page.getByRole('alert').getByText("This email and password don't match.")
    await signIn(page, await aPeer(), OTHER_PASSWORD)
    await notice.waitFor()
    await page.reload()
    await signIn(page, { email: 'nobody@example.org' }, PASSWORD)
    await notice.waitFor()
    expect(await page.context().cookies()).toEqual([])
  })

  it('asks for a break after five tries on a new device, even with the right password', async () => {
    const peer = await aPeer()
    const page = await journey.open(null)
    await page.goto('/sign-in')
    for (let tries = 0; tries < TRIES; tries++) {
      const answered = page.waitForResponse('**/graphql')
      await signIn(page, peer, OTHER_PASSWORD)
      await answered
    }
    await signIn(page, peer, PASSWORD)
    await page.getByRole('alert').getByText('Too many tries. Please wait 5 min').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('accepts an invitation, shows the recovery code once, and takes the link once', async () => {
    const path = await invite('Ana Reyes', 'ana@example.org')
    const page = await journey.open(null)
    await page.goto(path)
    await page.getByText('Harbor Peers invited you.').waitFor()
    await page.getByText('ana@example.org').waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Ana Reyes')
    await page.getByLabel('Password').fill(PASSWORD)
    await press(page, 'Join')
    const code = await shownCode(page)
    expect(await axeFindings(page)).toEqual([])
    await press(page, 'I saved it')
    await heading(page, 'Hello, Ana Reyes')
    await page.goBack().catch(() => null)
    expect(await page.content()).not.toContain(code)
    const again = await journey.open(null)
    await again.goto(path)
    await again.getByText('This invitation link no longer works').waitFor()
    expect(await again.content()).not.toContain('Ana')
  })

  it('lets a person back in by the recovery code, once, and gives a new one', async () => {
    const email = 'bo@example.org'
    const page = await journey.open(null)
    await page.goto(await invite('Bo Lind', email))
    await page.getByLabel('Password').fill(PASSWORD)
    await press(page, 'Join')
    const code = await shownCode(page)
    const recover = async (phone: Page): Promise<void> => {
      await phone.goto('/sign-in')
      await phone.getByRole('link', { name: 'I forgot my password' }).click()
      await heading(phone, 'Choose a new password')
      await phone.getByLabel('Email').fill(email)
      await phone.getByLabel('Recovery code').fill(code.toLowerCase().replaceAll('-', ' '))
      await phone.getByLabel('New password').fill(OTHER_PASSWORD)
      await press(phone, 'Save and sign in')
    }
    const phone = await journey.open(null)
    await recover(phone)
    expect(await shownCode(phone)).not.toBe(code)
    await press(phone, 'I saved it')
    await heading(phone, 'Hello, Bo Lind')
    // The first device was signed out with the old password, and the old code is used up.
    await page.goto('/today')
    await heading(page, 'Sign in')
    await recover(page)
    await page.getByRole('alert').getByText("This email and code don't match.").waitFor()
    await page.goto('/sign-in')
    await signIn(page, { email }, OTHER_PASSWORD)
    await heading(page, 'Hello, Bo Lind')
  })

  it('changes the language in one tap, keeps what was typed, and remembers', async () => {
    const page = await journey.open(null)
    await page.goto('/sign-in')
    await page.getByLabel('Email').fill('ana@example.org')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Español' }).click()
    await heading(page, 'Iniciar sesión')
    expect(await page.getByLabel('Correo electrónico').inputValue()).toBe('ana@example.org')
    expect(await page.getByLabel('Contraseña').inputValue()).toBe(PASSWORD)
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    await page.reload()
    await heading(page, 'Iniciar sesión')
  })

  it('signs out here, or everywhere', async () => {
    const peer = await aPeer()
    const [page, other] = [await journey.open(peer), await journey.open(peer)]
    await other.goto('/today')
    // All but the first answer come when the sessions have ended, and say so.
    const ended = Promise.withResolvers<void>()
    let waiting = 0
    let pressed = false
    await page.route('**/graphql', async (route) => {
      if (!pressed && ++waiting > 1) await ended.promise
      await route.continue()
    })
    await page.goto('/account')
    const everywhere = page.getByRole('button', { name: 'Sign out everywhere', exact: true })
    await everywhere.waitFor()
    pressed = true
    await everywhere.click()
    const notice = page.getByText("You're signed out on 2 devices.")
    await notice.waitFor()
    const refused = page.waitForResponse('**/graphql')
    ended.resolve()
    await refused
    await page.waitForTimeout(200)
    await notice.waitFor()
    await press(page, 'Sign in again')
    await heading(page, 'Sign in')
    await other.getByRole('link', { name: 'My weeks' }).click()
    await heading(other, 'Sign in')
    await signIn(page, peer, PASSWORD)
    await heading(page, `Hello, ${peer.displayName}`)
    await page.getByRole('button', { name: 'Account and settings' }).click()
    await press(page, 'Sign out')
    await heading(page, 'Sign in')
    await page.goto('/account')
    await heading(page, 'Sign in')
  })

  it.each([
    { width: 390, dark: false, locale: 'en-US' as const },
    { width: 1280, dark: true, locale: 'es-US' as const },
  ])('has no finding of axe: %o', async (options) => {
    const invitation = await invite('Cy Moss', `cy-${options.width}@example.org`)
    const signedOut = await journey.open(null, options)
    const signedIn = await journey.open(admin, options)
    const findings: Record<string, string[]> = {}
    const look = async (page: Page, path: string) => {
      await page.goto(path)
      await page.locator('main h1').waitFor()
      await settled(page)
      findings[path] = await axeFindings(page)
    }
    for (const path of ['/sign-in', '/recover', invitation, '/help']) await look(signedOut, path)
    for (const path of ['/account', '/settings/members', '/help', '/nowhere']) await look(signedIn, path)
    expect(Object.entries(findings).filter(([, found]) => found.length > 0)).toEqual([])
  })
})
