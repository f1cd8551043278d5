import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../shared/src/people/roles.ts'
import { type BuiltOrganization, cast, type Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { settled } from '../../support/services/browser.ts'
import { type Journey, startJourney } from '../../support/journey.ts'

const FIRST_PAGES: Record<Role, string> = {
  PEER: '/today',
  SUPERVISOR: '/today',
  MANAGER: '/renewals',
  ADMIN: '/settings/members',
  AUDITOR: '/renewals',
}
const ROLES = Object.keys(FIRST_PAGES) as Role[]

/** Pages that are not open to a role, with a page of one record among them. */
const NOT_OPEN: Record<Role, string[]> = {
  PEER: ['/team', '/team/1', '/renewals', '/settings/members', '/flags'],
  SUPERVISOR: ['/my-role', '/certifications', '/renewals', '/settings/members'],
  MANAGER: ['/team', '/check-in', '/my-role', '/settings/members', '/sessions/log'],
  ADMIN: ['/today', '/team', '/renewals', '/flags/released'],
  AUDITOR: ['/today', '/team', '/settings/members', '/flags'],
}

describe('the first page of each activeRole, and what stays closed', () => {
  let journey: Journey
  let world: Awaited<ReturnType<typeof cast>>
  let helpful: BuiltOrganization
  let certification: string
  beforeAll(async () => {
    journey = await startJourney()
    world = await cast(journey.build)
    await journey.build.agreement(world.actors.peer, { SUPPORTIVE: 14, EDUCATIONAL: 30 })
    certification = await new CertificationBuilders(journey.build).certification(
      world.actors.peer,
      CREDENTIAL.california,
    )
    helpful = await journey.build.organization({ name: 'Lantern House' })
    const contact = { organization_id: helpful.id, label: 'Warm Voices', phone: '614-555-0123' }
    await journey.build.insert('help_contact', { ...contact, url: 'https://voices.example.org' })
  })
  afterAll(() => journey.close())

  const pathOf = (page: Page) => new URL(page.url()).pathname
  const main = async (page: Page): Promise<string> => {
    await page.locator('main h1').waitFor()
    await settled(page)
    return page.locator('body').innerText()
  }

  it.each(ROLES)(
    '%s lands on the first page of the activeRole; other pages say that they are not there',
    async (role) => {
      const page = await journey.open(await journey.build.member(world.organization, [role]))
      await page.goto('/')
      await page.waitForURL(`**${FIRST_PAGES[role]}`)
      expect(await main(page)).not.toContain('Page not found')
      for (const path of [...NOT_OPEN[role], '/nowhere']) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor()
        expect(pathOf(page)).toBe(path)
      }
    },
  )

  it('changes the role in one menu, and the pages with it', async () => {
    const page = await journey.open(await journey.build.member(world.organization, ['PEER', 'MANAGER']))
    await page.goto('/')
    await page.waitForURL('**/today')
    await page.getByRole('button', { name: 'Account and settings' }).click()
    await page.getByRole('button', { name: 'Manager', exact: true }).click()
    await page.waitForURL('**/renewals')
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Check-in' }).count()).toBe(0)
    await page.goto('/')
    await page.waitForURL('**/renewals')
  })

  it('T1: shows somebody of another organization no name of the first one', async () => {
    const { organization, actors } = world
    const { stranger, strangerManager, ...own } = actors
    const names = [organization.name, ...Object.values(own).map(({ displayName }) => displayName)]
    const namesOn = async (page: Page, path: string): Promise<string[]> => {
      await page.goto(path)
      const text = await main(page)
      return names.filter((name) => new RegExp(`${name}\\b`).test(text))
    }
    const records = [`/team/${own.peer.id}`, `/renewals/${certification}`]
    const office = await journey.open(strangerManager, { width: 1280 })
    const peer = await journey.open(stranger)
    for (const path of ['/team', '/renewals', '/flags', '/settings/members', '/account', ...records])
      expect(await namesOn(office, path), path).toEqual([])
    for (const path of ['/today', '/supervision', '/certifications', '/my-role', '/help'])
      expect(await namesOn(peer, path), path).toEqual([])
    // The same pages are full of names for those who belong there.
    const seen = async (member: Member, path: string) => namesOn(await journey.open(member), path)
    const team = await journey.open(own.supportive)
    await team.goto('/team')
    await team.getByRole('link', { name: own.peer.displayName, exact: true }).first().waitFor()
    expect(await seen(own.manager, `/renewals/${certification}`)).toContain(own.peer.displayName)
  })

  it('offers help signed out, and neither opening it nor reaching for somebody leaves a trace', async () => {
    const page = await journey.open(null)
    await page.goto('/sign-in')
    await main(page)
    await reachesOutUnseen(page, ['Call 988', 'Text 988', 'warmline.org'])
  })

  it('offers the contacts of the organization, and calling one leaves no trace', async () => {
    const page = await journey.open(await journey.build.peer(helpful))
    await page.goto('/today')
    await main(page)
    await reachesOutUnseen(page, ['Call 988', '614-555-0123', 'Website'])
  })

  /** Follows each link from the open page on and counts what our server hears of it: nothing. */
  async function reachesOutUnseen(page: Page, links: string[]): Promise<void> {
    // What the page itself still loads is no trace of reaching out.
    await settled(page)
    const asked: string[] = []
    const elsewhere: (string | null)[] = []
    await page.route(/example\.org|warmline\.org/, async (route) => {
      elsewhere.push(await route.request().headerValue('referer'))
      await route.fulfill({ status: 204 })
    })
    page.on('request', (request) => {
      if (request.url().startsWith(journey.origin) && !/\/assets\/|icon\.svg/.test(request.url()))
        asked.push(request.url())
    })
    const logged = journey.api.logLines.filter((line) => line.includes('graphql')).length
    await page.getByRole('link', { name: 'Help now' }).click()
    await page.getByRole('heading', { level: 1, name: 'Help now' }).waitFor()
    // The page elsewhere first: a call that is being handed over can take the place of what is followed after it.
    for (const name of links.toReversed()) {
      await page.getByRole('link', { name }).click()
      await expect.poll(() => elsewhere.length).toBe(1)
    }
    expect(asked).toEqual([])
    expect(elsewhere).toEqual([null])
    expect(journey.api.logLines.filter((line) => line.includes('graphql'))).toHaveLength(logged)
  }
})
