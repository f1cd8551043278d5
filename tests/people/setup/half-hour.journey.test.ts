import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOrganization } from '../../../api/src/people/organization/create-organization.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { TEST_ENVIRONMENT } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
const FIRST = {
  name: 'First Light Recovery',
  kind: 'OTHER',
  homeState: 'OH',
  timeZone: 'America/New_York',
  locale: 'en',
  email: 'first.admin@example.org',
  displayName: 'Fay Admin',
}

/** A person's hands: each press, choice and filled field is one interaction; a step is a page or a step of the guide. */
class Hands {
  interactions = 0
  steps: string[] = []

  constructor(readonly page: Page) {}

  step(name: string): void {
    this.steps.push(name)
  }
  async press(name: string | RegExp, role: 'button' | 'link' | 'menuitem' = 'button'): Promise<void> {
    this.interactions++
    await this.page.getByRole(role, { name, exact: typeof name === 'string' }).click()
  }
  async fill(label: string, text: string): Promise<void> {
    this.interactions++
    await this.page.getByLabel(label, { exact: true }).fill(text)
  }
  async choose(label: string, option: string): Promise<void> {
    this.interactions++
    await this.page.getByLabel(label, { exact: true }).selectOption(option)
  }
  async tick(name: RegExp): Promise<void> {
    this.interactions++
    await this.page.getByRole('checkbox', { name }).check()
  }
  heading(name: string): Promise<void> {
    return this.page.getByRole('heading', { name }).first().waitFor()
  }
}

describe('the half hour', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney()
    // The command line works by the real clock.
    journey.api.at(new Date())
  })
  afterAll(() => journey.close())

  const hashOf = (link: string | null): string => new URL(link?.trim() ?? '').hash

  async function join(hands: Hands, link: string): Promise<void> {
    await hands.page.goto(`/invitation${link}`)
    await hands.fill('Password', PASSWORD)
    await hands.press('Join')
    await hands.press('I saved it')
  }

  async function inviteOne(hands: Hands): Promise<string> {
    hands.step('invite one person')
    await hands.press('Invite someone', 'link')
    await hands.fill('Name', 'Moe Manager')
    await hands.fill('Email', 'moe@example.org')
    await hands.tick(/^Manager/)
    await hands.press('Send invitation')
    const link = await hands.page.getByText('/invitation#').textContent()
    await hands.page.goBack()
    return hashOf(link)
  }

  async function inviteTwoMore(hands: Hands): Promise<void> {
    hands.step('invite a list')
    await hands.press('Invite a list', 'link')
    await hands.fill('Email addresses', 'Ana Reyes <ana@example.org>\nnot an address\nbo@example.org')
    await hands.tick(/^Peer/)
    await hands.press('Invite everyone')
    await hands.page.getByText('1 line needs a fix. No one is invited yet.').first().waitFor()
    expect(await axeFindings(hands.page)).toEqual([])
    await hands.press('Invite the 2 others')
    await hands.page.getByText('2 people invited.').waitFor()
    await hands.page.goBack()
  }

  it('takes a new organization from the command line to its first colleague', async () => {
    const started = performance.now()
    const link = await createOrganization(TEST_ENVIRONMENT, journey.api.urls.ownerUrl, FIRST)
    const hands = new Hands(await journey.open(null, { width: 1280, height: 900 }))
    hands.step('accept the link')
    await join(hands, hashOf(link))
    await hands.heading('Members')
    await hands.press('Set up', 'link')

    hands.step('the organization')
    await hands.heading('Set up your organization')
    await hands.choose('Kind of organization', 'RECOVERY_COMMUNITY_ORGANIZATION')
    await hands.choose('Time zone', 'America/Detroit')
    await hands.press('Save and continue')

    hands.step('help contacts')
    await hands.press('Add a contact')
    await hands.fill('Name', 'Our warmline')
    await hands.fill('Phone', '614-555-0100')
    await hands.press('Save contact')
    await hands.page.getByText('614-555-0100').waitFor()
    await hands.press('Done, continue')

    hands.step('host agencies: later')
    await hands.page.getByText('courts, jails and other places').waitFor()
    await hands.press('Skip for now')

    hands.step('teams')
    for (const team of ['Day team', 'Court team']) {
      await hands.fill('Team name', team)
      await hands.press('Add team')
      await hands.page.getByRole('listitem').filter({ hasText: team }).waitFor()
    }
    await hands.press('Done, continue')

    const colleague = await inviteOne(hands)
    await hands.heading('Set up your organization')
    await inviteTwoMore(hands)
    await hands.heading('Set up your organization')
    await hands.press('Done, continue')

    hands.step('own roles')
    await hands.tick(/^Manager/)
    await hands.press('Save and continue')
    hands.step('supervisors and certifications: later')
    for (const link of ['Go to supervision', 'Import certifications']) {
      await hands.page.getByRole('link', { name: link }).waitFor()
      await hands.press('Skip for now')
    }
    await hands.heading('Setup complete')
    await hands.page.getByText('3 steps skipped.').waitFor()
    expect(await axeFindings(hands.page)).toEqual([])
    await hands.press('Go to members', 'link')
    await hands.page.getByText('1 to 4 of 4').waitFor()
    expect(await hands.page.getByRole('heading', { name: 'Continue setup' }).count()).toBe(0)

    const other = new Hands(await journey.open(null))
    other.step('a colleague accepts')
    await join(other, colleague)
    await other.page.waitForURL('**/renewals')
    await hands.page.reload()
    await hands.page.getByRole('button', { name: /^Active 2/ }).waitFor()
    const took = Math.round((performance.now() - started) / 1000)
    console.log(
      `the half hour: ${hands.steps.length} steps, ${hands.interactions} interactions (and ${other.interactions} of a colleague who joins), ${took} s by machine: ${hands.steps.join(' → ')}`,
    )
    expect(hands.interactions).toBeLessThanOrEqual(45)
  })

  it('is taken up where it was left, and says so on the start page', async () => {
    const organization = await journey.build.organization({ name: 'Later On' })
    const admin = await journey.build.member(organization, ['ADMIN'])
    const hands = new Hands(await journey.open(admin))
    await hands.page.goto('/settings/setup')
    await hands.press('Skip for now')
    await hands.page.getByText('Shown on the Help page').waitFor()
    await hands.page.goto('/settings/members')
    await hands.heading('Continue setup')
    await hands.page.getByText('0 of 8 steps done').waitFor()
    await hands.press('Set up', 'link')
    await hands.page.getByText('Shown on the Help page').waitFor()
    await hands.press(/^Organization .*min/)
    await hands.press('Save and continue')
    await hands.page.getByRole('button', { name: /^Organization .*Done/ }).waitFor()
  })
})
