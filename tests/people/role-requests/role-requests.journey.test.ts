import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { memberNamed } from '../../support/builders/member-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

// A role for oneself, in a browser: it is found in the navigation by whoever has to answer.

describe('role requests, in a browser', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney()
  })
  afterAll(() => journey.close())

  const press = (page: Page, name: string | RegExp, role: 'button' | 'menuitem' = 'button') =>
    page.getByRole(role, { name, exact: typeof name === 'string' }).click()
  const entry = (page: Page) =>
    page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: /Role requests/ })

  const asksForManager = async (member: Member) => {
    const caller = await journey.api.as(member)
    const { id: memberId, revision: expectedRevision } = await memberNamed(caller, member.email)
    const input = { memberId, expectedRevision, roles: ['ADMIN', 'MANAGER'] }
    await caller.data(
      'mutation ($input: UpdateMemberRolesInput!) { updateMemberRoles(input: $input) { __typename } }',
      { input },
    )
  }

  it('waits with a count for a second person only, who confirms it', async () => {
    const organization = await journey.build.organization()
    const admin = await journey.build.member(organization, ['ADMIN'])
    const auditor = await journey.build.member(organization, ['AUDITOR'])
    const office = await journey.open(admin, { width: 1280 })
    await office.goto('/settings/members')
    await press(office, `Actions for ${admin.displayName}`)
    await press(office, 'Change roles', 'menuitem')
    await office.getByLabel('Manager').check()
    await press(office, 'Save roles')
    await entry(office).click()
    await office.getByText('Someone else has to confirm this.').waitFor()
    // One's own is not counted: once somebody else asks too, it is one that waits, and not two.
    const other = await journey.build.member(organization, ['ADMIN'])
    await asksForManager(other)
    await office.reload()
    await entry(office).getByText('1 request waits for an answer').waitFor({ state: 'attached' })
    const theirs = office.getByRole('article').filter({ hasText: other.displayName })
    await theirs.getByRole('button', { name: 'Decline' }).click()
    await entry(office).getByText('waits for an answer').waitFor({ state: 'detached' })

    const page = await journey.open(auditor, { width: 1280 })
    await page.goto('/role-requests')
    await page.getByRole('heading', { name: admin.displayName }).waitFor()
    await page.getByText('Asks for: Manager.').waitFor()
    await entry(page).getByText('1 request waits for an answer').waitFor({ state: 'attached' })
    expect(await axeFindings(page)).toEqual([])
    await press(page, 'Confirm')
    await page.getByText('No requests').waitFor()
    await entry(page).getByText('1 request waits for an answer').waitFor({ state: 'detached' })
    const { rows } = await journey.api.superuser.query('select roles from membership where id = $1', [
      admin.id,
    ])
    expect(rows).toEqual([{ roles: ['ADMIN', 'MANAGER'] }])
  })
})
