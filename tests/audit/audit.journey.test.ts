import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../support/builders/builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { axeFindings, type Journey, startJourney } from '../support/journey.ts'

describe('the audit trail in a browser', () => {
  let journey: Journey
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    journey = await startJourney()
    world = await cast(journey.build)
    const { admin, peer } = world.actors
    for (let day = 1; day <= 30; day++)
      await journey.build.insert('audit_entry', {
        organization_id: world.organization.id,
        at: new Date(NOW.getTime() - day * 86_400_000),
        area: 'ACCOUNT',
        action: 'CHANGED',
        subject: 'membership',
        actor_id: admin.id,
        person_id: peer.id,
        facts: { roles: { from: ['PEER'], to: ['PEER', 'SUPERVISOR'] } },
      })
  })
  afterAll(() => journey.close())

  it.each([
    [1280, false, 'en-US', 'Audit trail'],
    [390, true, 'es-US', 'Registro de auditoría'],
  ] as const)('has nothing for axe to find at %i, dark %s, %s', async (width, dark, locale, title) => {
    const page = await journey.open(world.actors.auditor, { width, dark, locale })
    await page.goto('/audit')
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByRole('table').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  it('says each change in plain words, narrows in the address, and pages', async () => {
    const { auditor, peer } = world.actors
    const page = await journey.open(auditor, { width: 1280 })
    await page.goto('/audit')
    await page.getByText('Member: changed').first().waitFor()
    expect(await page.getByRole('table').innerText()).toContain('Peer → Peer, Supervisor')
    await page.getByRole('button', { name: peer.displayName, exact: true }).first().click()
    await page.getByRole('button', { name: `About ${peer.displayName}` }).waitFor()
    await page.getByLabel('All areas').selectOption('RELATIONSHIP')
    await page.waitForURL(/area=RELATIONSHIP/)
    await page.getByText('1 to 3 of 3').waitFor()
    const link = page.url()
    await page.goto('/audit')
    await page.goto(link)
    await page.getByText('1 to 3 of 3').waitFor()
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText(/^26 to /).waitFor()
  })

  it('shows an admin accounts and settings only', async () => {
    const page = await journey.open(world.actors.admin, { width: 1280 })
    await page.goto('/audit')
    await page.getByText('Accounts, settings and tokens').waitFor()
    await page.getByLabel('All areas').waitFor()
    expect(await page.getByLabel('All areas').locator('option').allInnerTexts()).toEqual([
      'All areas',
      'Accounts',
      'Settings',
      'API tokens',
    ])
    expect(await page.getByRole('table').innerText()).not.toContain('Supervision')
  })

  it('saves what is shown as a file', async () => {
    const page = await journey.open(world.actors.auditor, { width: 1280 })
    await page.goto('/audit?area=RELATIONSHIP')
    await page.getByRole('table').waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('audit-2026-06-17.csv')
    expect((await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')).toHaveLength(4)
  })
})
