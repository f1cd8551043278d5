import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { settled } from '../../support/services/browser.ts'
import { placeWaitingMembers } from '../../support/builders/member-builders.ts'

describe('the members, in a browser', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let admin: Member
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    admin = await journey.build.member(organization, ['ADMIN'])
    await placeWaitingMembers(journey.api, organization, 30)
  })
  afterAll(() => journey.close())

  const press = (page: Page, name: string | RegExp, role: 'button' | 'link' | 'menuitem' = 'button') =>
    page.getByRole(role, { name, exact: typeof name === 'string' }).click()
  const openList = async (path = '/settings/members', by = admin): Promise<Page> => {
    const page = await journey.open(by, { width: 1280, height: 900 })
    await page.goto(path)
    await page.getByRole('table', { name: 'Members' }).waitFor()
    return page
  }
  const change = async (page: Page, name: string, action: string): Promise<void> => {
    await press(page, `Actions for ${name}`)
    await press(page, action, 'menuitem')
  }
  const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

  it('keeps filters and order in the address, and the search out of it', async () => {
    const page = await openList()
    await press(page, /^Invited 30/)
    await page.getByText('1 to 25 of 30').waitFor()
    await press(page, 'Next')
    await page.getByText('26 to 30 of 30').waitFor()
    await press(page, 'Name')
    await page.getByText('1 to 25 of 30').waitFor()
    expect(new URL(page.url()).search).toBe('?state=INVITED&sort=NAME&down=1')
    await page.getByLabel('Find by name or email').fill('waiting-017@')
    await page.getByText('1 to 1 of 1').waitFor()
    expect(new URL(page.url()).search).not.toContain('017')
    await page.reload()
    await page.getByText('1 to 25 of 30').waitFor()
    await rowOf(page, 'Waiting 030').waitFor()
  })

  it('disables somebody in two presses and takes it back in one', async () => {
    const peer = await journey.build.peer(organization)
    const page = await openList('/settings/members?state=JOINED')
    await change(page, peer.displayName, 'Deactivate')
    await page.getByText(`${peer.displayName} can no longer sign in.`).waitFor()
    await press(page, 'Undo')
    await page.getByText(`${peer.displayName} can sign in again.`).waitFor()
    await rowOf(page, peer.displayName).getByText('Active', { exact: true }).waitFor()
  })

  it('tells the second of two admins who edit one member what the first made of it', async () => {
    const peer = await journey.build.peer(organization)
    const second = await journey.build.member(organization, ['ADMIN'])
    const [one, other] = [await openList(), await openList('/settings/members', second)]
    for (const page of [one, other]) {
      await page.getByLabel('Find by name or email').fill(peer.email)
      await page.getByText('1 to 1 of 1').waitFor()
      await change(page, peer.displayName, 'Change roles')
    }
    await one.getByRole('checkbox', { name: /^Supervisor/ }).check()
    await press(one, 'Save roles')
    await one.getByText(`Roles saved for ${peer.displayName}.`).waitFor()
    await other.getByRole('checkbox', { name: /^Manager/ }).check()
    await press(other, 'Save roles')
    await other
      .getByText(
        `Someone else just changed ${peer.displayName}. Please check again: Peer, Supervisor, Active.`,
      )
      .waitFor()
    await rowOf(other, peer.displayName).getByText('Peer, Supervisor').waitFor()
  })

  it('says why the last admin keeps the office', async () => {
    const alone = await journey.build.organization({ name: 'One Admin' })
    const page = await openList('/settings/members', await journey.build.member(alone, ['ADMIN']))
    await press(page, /^Actions for ADMIN/)
    await press(page, 'Change roles', 'menuitem')
    await page.getByRole('checkbox', { name: /^Admin/ }).uncheck()
    await page.getByRole('checkbox', { name: /^Peer/ }).check()
    await press(page, 'Save roles')
    await page.getByText('This is your last admin. Give someone else the role first.').waitFor()
  })

  it('makes a new link to a corrected address, and shows it where no mail is set up', async () => {
    const page = await openList()
    await change(page, 'Waiting 002', 'Correct the email')
    await page.getByLabel('Email of Waiting 002').fill('better@example.org')
    await press(page, 'Create link')
    await page.getByText('/invitation#').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await press(page, 'Done')
    await rowOf(page, 'better@example.org').getByText('Invited').waitFor()
  })

  it('names the 40 bad ones of 5,000 pasted, and looks at all of them before anything is done', async () => {
    const page = await journey.open(admin, { width: 1280, height: 900 })
    await page.goto('/settings/members/invite-list')
    const list = Array.from({ length: 5_000 }, (_, n) =>
      n % 125 === 0 ? `broken-${n}@` : `p${n}@example.org`,
    )
    // Pasted in one go: typing 5,000 lines is what a person would not do.
    await page.getByLabel('Email addresses').evaluate((field, text) => {
      ;(field as HTMLTextAreaElement).value = text
      field.dispatchEvent(new Event('input'))
    }, list.join('\n'))
    await page.getByRole('checkbox', { name: /^Peer/ }).check()
    await press(page, 'Invite everyone')
    await page.getByText('This list has 5000 email addresses. The limit is 1000 at a time.').waitFor()
    await page.getByRole('table', { name: /^40 lines need a fix/ }).waitFor()
    expect(await page.getByRole('row').count()).toBe(41)
    await page.getByRole('row').filter({ hasText: 'broken-125@' }).getByText('126').waitFor()
    await press(page, 'Review all of them')
    await page.waitForURL(/\/people\/import\/.+/, { timeout: 60_000 })
    await page
      .getByText(/4,?960/)
      .first()
      .waitFor()
    const { rows } = await journey.api.superuser.query(
      "select from membership where organization_id = $1 and display_name like 'P%'",
      [organization.id],
    )
    expect(rows.length).toBeLessThan(10)
  })

  it('goes to another organization in two presses, and forgets the first', async () => {
    const second = await journey.build.organization({ name: 'Second Place' })
    const both = await journey.build.peer(organization)
    await journey.build.insert('membership', {
      organization_id: second.id,
      account_id: both.accountId,
      display_name: 'Second Self',
      roles: ['MANAGER'],
      joined_on: '2026-01-01',
    })
    const page = await journey.open(both)
    await page.goto('/today')
    await page.locator('main h1').waitFor()
    await press(page, 'Account and settings')
    await press(page, 'Second Place')
    await page.waitForURL('**/renewals')
    await page.locator('main h1').waitFor()
    await press(page, 'Account and settings')
    await page.getByText('Second Self').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it.each([
    { width: 390, dark: false, locale: 'en-US' as const },
    { width: 1280, dark: true, locale: 'es-US' as const },
  ])('has no finding of axe, and nothing that is cut off: %o', async (options) => {
    const page = await journey.open(admin, options)
    const findings: Record<string, string[]> = {}
    for (const path of ['members', 'members/invite', 'members/invite-list', 'setup']) {
      await page.goto(`/settings/${path}`)
      await page.locator('main h1').waitFor()
      await settled(page)
      findings[path] = await axeFindings(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(options.width)
      const folder = process.env['ALONGSIDE_SCREENSHOTS']
      const name = `${path.replace('/', '-')}-${options.width}-${options.locale}${options.dark ? '-dark' : ''}`
      if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    }
    expect(Object.entries(findings).filter(([, found]) => found.length > 0)).toEqual([])
  })
})
