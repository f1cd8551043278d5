import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { PeopleBuilders } from '../../support/builders/people-builders.ts'

const PASSWORD = 'a river runs past the mill'

describe('people and host agencies in the browser', () => {
  let journey: Journey
  let people: PeopleBuilders
  let organization: BuiltOrganization
  let manager: Member
  let supervisor: Member
  let ana: Member
  let jail: string
  beforeAll(async () => {
    journey = await startJourney()
    const { build } = journey
    people = new PeopleBuilders(build)
    organization = await build.organization()
    manager = await build.member(organization, ['MANAGER'], { passwordHash: await hashPassword(PASSWORD) })
    supervisor = await build.supervisor(organization)
    jail = await build.hostAgency(organization)
    await build.hostAgency(organization, { name: 'Drug Court' })
    ana = await named('Ana Núñez')
    await build.relationship(supervisor, ana, 'SUPPORTIVE', { startsOn: '2026-05-20' })
    await build.agreement(ana, { SUPPORTIVE: 14 })
    const ben = await named('Ben Okafor')
    const placementId = await build.placement(ben, jail, { startsOn: '2025-01-01' })
    for (const [day, count] of [
      ['2025-03-01', 18],
      ['2025-09-01', 27],
      ['2026-02-01', 34],
      ['2026-06-01', 36],
    ] as const)
      await people.count(ben, placementId, day, count)
    await people.leave(await named('Cleo Park'), '2026-06-10', '2026-06-30')
  })
  afterAll(() => journey.close())

  async function named(displayName: string): Promise<Member> {
    const peer = await journey.build.peer(organization)
    await journey.api.superuser.query('update membership set display_name = $1 where id = $2', [
      displayName,
      peer.id,
    ])
    return peer
  }
  const listed = async (page: Page) => {
    await page.getByRole('rowheader').first().waitFor()
    return page.getByRole('rowheader').allInnerTexts()
  }
  const toast = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor()
  const card = (page: Page, title: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

  it('finds by state, by a large caseload and by name; the choice stands in the address', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/people')
    await expect
      .poll(() => listed(page), { timeout: 15_000 })
      .toEqual(['Ana Núñez', 'Ben Okafor', 'Cleo Park'])
    await page.getByRole('button', { name: 'Caseload above 30' }).click()
    await expect.poll(() => listed(page), { timeout: 15_000 }).toEqual(['Ben Okafor'])
    expect(new URL(page.url()).search).toBe('?caseload=above')
    expect(await page.getByRole('row').filter({ hasText: 'Ben' }).innerText()).toContain('Above 20-30')
    await page.reload()
    await expect.poll(() => listed(page), { timeout: 15_000 }).toEqual(['Ben Okafor'])
    await page.getByRole('button', { name: 'Caseload above 30' }).click()
    await page.getByRole('button', { name: 'On leave' }).click()
    await expect.poll(() => listed(page), { timeout: 15_000 }).toEqual(['Cleo Park'])
    await page.getByRole('button', { name: 'On leave' }).click()
    await page.getByRole('searchbox', { name: 'Find a name' }).fill('nunez')
    await expect.poll(() => listed(page), { timeout: 15_000 }).toEqual(['Ana Núñez'])
    // A name never stands in the address.
    expect(new URL(page.url()).search).not.toContain('nunez')
  })

  it('exports after the password', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await journey.api.superuser.query(
      "update sign_in_session set confirmed_at = confirmed_at - interval '1 hour' where membership_id = $1",
      [manager.id],
    )
    await page.goto('/people')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    const download = page.waitForEvent('download')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Continue' }).click()
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file).toContain('Ben Okafor,Active,')
  })

  it('places a peer, gives leave so that nothing is due, and records the last day', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/people')
    let interactions = 0
    const act = async (work: Promise<unknown>) => {
      await work
      interactions += 1
    }
    const dialog = page.getByRole('dialog')
    const choose = async (label: string, option: string) =>
      void (await dialog.getByLabel(label).selectOption(option))
    await act(page.getByRole('link', { name: 'Ana Núñez' }).click())
    await act(page.getByRole('button', { name: 'Add placement' }).click())
    await act(choose('Host agency', 'County Jail'))
    await act(choose('Job title', 'Peer bridger'))
    await act(dialog.getByLabel('First day').fill('2026-06-01'))
    await act(dialog.getByRole('button', { name: 'Save placement' }).click())
    await toast(page, 'Placement saved.')
    expect(interactions).toBe(6)
    await card(page, 'Placements').getByText('County Jail').waitFor()

    const team = await journey.open(supervisor, { width: 1280 })
    await team.goto('/team')
    await team.getByText('Overdue by 14 days').waitFor()
    interactions = 0
    await act(page.getByRole('button', { name: 'Add leave' }).click())
    await act(dialog.getByLabel('Last day away').fill('2026-06-30'))
    await act(dialog.getByRole('button', { name: 'Save leave' }).click())
    await toast(page, 'Leave saved.')
    expect(interactions).toBe(3)
    await team.reload()
    await team.getByText('On leave until Jun 30: no supervision due').waitFor()
    await team.goto(`/team/${ana.id}`)
    await team.getByText('Leave: Jun 17, 2026 to Jun 30, 2026').waitFor()
    expect(await axeFindings(team)).toEqual([])

    interactions = 0
    await act(page.getByRole('button', { name: 'End employment' }).click())
    await act(dialog.getByLabel('Last day').fill('2026-07-31'))
    await act(dialog.getByRole('button', { name: 'Save last day' }).click())
    await toast(page, 'Last day saved.')
    expect(interactions).toBe(3)
    await card(page, 'Placements').getByText('Jun 1, 2026 to Jul 31, 2026').waitFor()
    await page.getByRole('button', { name: 'Cancel departure' }).click()
    await card(page, 'Placements').getByText('From Jun 1, 2026').waitFor()
    await page.getByRole('button', { name: 'Change or end: County Jail' }).click()
    await dialog.getByRole('button', { name: 'Void (entered by mistake)' }).click()
    await card(page, 'Placements').getByText('Not counted.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Restore: County Jail' }).click()
    await toast(page, 'Placement restored.')
  })

  it('says what does not fit beside the field, and tells the second of two managers', async () => {
    const [page, other] = [await journey.open(manager), await journey.open(manager)]
    for (const tab of [page, other]) {
      await tab.goto('/people')
      await tab.getByRole('link', { name: 'Ben Okafor' }).click()
      await tab.getByRole('heading', { level: 1, name: 'Ben Okafor' }).waitFor()
    }
    await page.getByRole('button', { name: 'Add placement' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Host agency').selectOption('Drug Court')
    await dialog.getByLabel('Job title').selectOption('Peer advocate')
    await dialog.getByLabel('First day').fill('2026-06-01')
    await dialog.getByLabel('Last day').fill('2026-05-31')
    await dialog.getByRole('button', { name: 'Save placement' }).click()
    await dialog
      .getByText('This date is before the start. Please check both dates.', { exact: true })
      .waitFor()
    await dialog.getByLabel('Last day').fill('')
    await dialog.getByRole('button', { name: 'Save placement' }).click()
    await dialog.getByText('Please use 0 or less.', { exact: true }).waitFor()
    await page.keyboard.press('Escape')

    for (const [tab, share] of [
      [page, '0.8'],
      [other, '0.6'],
    ] as const) {
      await tab.getByRole('button', { name: 'Change or end: County Jail' }).click()
      await tab.getByRole('dialog').getByLabel('FTE').fill(share)
      await tab.getByRole('dialog').getByRole('button', { name: 'Save placement' }).click()
      if (tab === page) await toast(page, 'Placement saved.')
    }
    await other.getByText('Someone else changed this. Reload the page').waitFor()
  })

  it('lets a peer enter their own count and days away, in Spanish, on a phone', async () => {
    const ben = (
      await journey.api.superuser.query<Member>(
        `select id, organization_id as "organizationId", account_id as "accountId" from membership where display_name = 'Ben Okafor'`,
      )
    ).rows[0]
    const page = await journey.open(ben ?? null, { locale: 'es-US' })
    await page.goto('/caseload')
    await page.getByRole('button', { name: 'Actualizar personas a cargo' }).click()
    await page.getByRole('dialog').getByLabel('¿Cuántas personas ahora?').fill('29')
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar conteo' }).click()
    await toast(page, 'Conteo guardado.')
    await page.getByText('Dentro de 20-30').waitFor()
  })

  it.each([
    [390, 'en-US', false],
    [390, 'es-US', true],
    [1280, 'en-US', true],
    [1280, 'es-US', false],
  ] as const)(
    'leaves axe nothing at %i pixels in %s, dark: %s, and nothing sideways',
    async (width, locale, dark) => {
      const page = await journey.open(manager, { width, locale, dark })
      for (const [path, shown] of [
        ['/people', 'Cleo Park'],
        ['person', 'County Jail'],
        ['/host-agencies', 'County Jail'],
      ] as const) {
        if (path === 'person') await page.getByRole('link', { name: 'Ben Okafor' }).click()
        else await page.goto(path)
        await page.locator('main').getByText(shown).first().waitFor()
        await page.waitForTimeout(300)
        expect(await axeFindings(page), path).toEqual([])
        const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
        expect(await page.evaluate(sideways), path).toBe(0)
      }
    },
  )

  it('keeps an agency with a contact and an agreement that ends soon', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/host-agencies')
    const agency = page.getByRole('article').filter({ hasText: 'Drug Court' })
    await agency.getByText('No active agreement').waitFor()
    await agency.getByRole('button', { name: 'Add agreement' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Reference').fill('DC-1')
    await dialog.getByLabel('First day').fill('2026-01-01')
    await dialog.getByLabel('Last day').fill('2026-08-01')
    await dialog.getByRole('button', { name: 'Save agreement' }).click()
    await agency.getByText('Ends soon: Aug 1, 2026').waitFor()
    await agency.getByRole('button', { name: 'Add contact' }).click()
    await dialog.getByLabel('Name').fill('Records desk')
    await dialog.getByLabel('What to call about').fill('Copies')
    await dialog.getByRole('button', { name: 'Save contact' }).click()
    await dialog.getByText('Phone: Please fill this in.').waitFor()
    await dialog.getByLabel('Phone').fill('555-0118')
    await dialog.getByRole('button', { name: 'Save contact' }).click()
    await agency.getByText('Records desk').waitFor()
    await agency.getByRole('button', { name: 'Invite from Drug Court' }).click()
    await dialog.getByLabel('Name').fill('Sgt. Ortiz')
    await dialog.getByLabel('Email').fill('ortiz@example.org')
    await dialog.getByRole('button', { name: 'Send invitation' }).click()
    await dialog.getByText('It works once, for 72 hours.').waitFor()
  })
})
