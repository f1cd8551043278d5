import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

const DESK = 1280

describe('who is without supervision', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let manager: Member
  let auditor: Member
  let supervisor: Member
  let next: Member
  let covered: Member
  let uncovered: Member
  beforeAll(async () => {
    journey = await startJourney()
    const { build, api } = journey
    organization = await build.organization()
    manager = await build.member(organization, ['MANAGER'])
    auditor = await build.member(organization, ['AUDITOR'])
    supervisor = await build.supervisor(organization)
    next = await build.supervisor(organization)
    covered = await build.peer(organization)
    uncovered = await build.peer(organization)
    await build.relationship(supervisor, covered, 'SUPPORTIVE', { startsOn: '2026-05-01' })
    await build.agreement(covered, { SUPPORTIVE: 14 })
    await aSession(api, supervisor, [covered], { heldOn: '2026-05-25' })
  })
  afterAll(() => journey.close())

  it('is seen and settled by a manager: nobody for supportive → assign', async () => {
    const page = await journey.open(manager, { width: DESK })
    await page.goto('/supervision')
    await page.getByText('Supportive: 0 of 2 on time').waitFor()
    expect(await axeFindings(page)).toEqual([])
    let interactions = 0
    const touch = async (act: Promise<void>): Promise<void> => {
      await act
      interactions += 1
    }
    const supportive = page.locator('section').filter({ hasText: 'Supportive: 0 of 2 on time' }).last()
    await touch(supportive.getByRole('button', { name: 'Nobody assigned 1' }).last().click())
    await page.waitForURL(/state=NOT_ASSIGNED/)
    const assign = page.getByRole('button', {
      name: `(Supportive supervision for ${uncovered.displayName})`,
    })
    await touch(assign.click())
    await touch(page.getByRole('dialog').getByRole('radio', { name: next.displayName }).click())
    await touch(page.getByRole('button', { name: 'Ask the peer' }).click())
    await page.getByText('The peer can say yes or no now.').waitFor()
    expect(interactions).toBeLessThanOrEqual(4)
    await page.goto('/supervision')
    await page.getByText('Waiting for the peer').waitFor()
  })

  it('hands over everybody of a supervisor who leaves, after showing what will change', async () => {
    const page = await journey.open(manager, { width: DESK })
    await page.goto('/supervision')
    await page.getByRole('button', { name: `Reassign all from ${supervisor.displayName}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(covered.displayName, { exact: true }).waitFor()
    await dialog.getByText('0 will change.').waitFor()
    await dialog.getByLabel('New supervisor for everyone').selectOption({ label: next.displayName })
    await dialog.getByText('1 will change.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Reassign 1' }).click()
    await page.getByText('1 reassigned. Everyone affected is told.').waitFor()
  })

  it('is read by an auditor on a phone, with the sessions, in dates and minutes', async () => {
    const page = await journey.open(auditor)
    await page.goto('/supervision')
    await page.getByText('Overdue by 9 days').waitFor()
    expect(await page.getByRole('button', { name: /Assign/ }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'Sessions', exact: true }).click()
    await page.getByText('1 session, 45 minutes').waitFor()
    expect(await axeFindings(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })

  it('leaves a supervisor their own check-in and their own skills', async () => {
    const page = await journey.open(next)
    await page.goto('/my-competencies')
    await page.getByLabel('I show respect and care in how I work').selectOption({ label: 'Steady' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved. Only you can read it.').waitFor()
    await page.getByText('Jun 17, 2026').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.goto('/check-in')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
})
