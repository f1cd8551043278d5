import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { type Journey, startJourney } from '../../support/journey.ts'

// Two peers, one supervisor and one jail: from worksheets that nobody else reads to two signed agreements.

let journey: Journey
let people: Awaited<ReturnType<typeof cast>>
beforeAll(async () => {
  journey = await startJourney()
  people = await cast(journey.build)
})
afterAll(() => journey.close())

const answer = async (page: Page, activity: string, yes: 'Yes' | 'No', question = 0) => {
  const row = page.locator(`[data-activity="${activity}"]`)
  await row.getByRole('group').nth(question).getByRole('radio', { name: yes }).check()
}
const fillIn = async (as: Member, placementId: string, drugTest: 'Yes' | 'No'): Promise<Page> => {
  const page = await journey.open(as, { width: 390 })
  await page.goto(`/role-agreement/${placementId}/worksheet`)
  await answer(page, 'SOCIALIZING', 'Yes')
  await page.getByRole('button', { name: /Getting things done/ }).click()
  await answer(page, 'GIVING_DRUG_TEST', drugTest)
  await page.getByText('2 of 54 answered').waitFor()
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('heading', { name: 'Compare answers' }).waitFor()
  return page
}

it('takes two peers, one supervisor and a jail from their own worksheets to signed agreements', async () => {
  const { peer, colleague, educational, administrative } = people.actors
  await journey.build.relationship(educational, colleague, 'EDUCATIONAL')
  await journey.build.relationship(administrative, colleague, 'ADMINISTRATIVE')
  const second = await journey.build.placement(colleague, people.hostAgencyId)
  const { rows } = await journey.api.superuser.query<{ id: string }>(
    'select id from placement where peer_id = $1',
    [peer.id],
  )
  const first = rows[0]?.id ?? ''

  const ofPeer = await fillIn(peer, first, 'No')
  await ofPeer.getByText('You handed yours in. No one else has yet.').waitFor()
  const ofColleague = await fillIn(colleague, second, 'No')
  // Who supervises both, and the jail, answer once for the two.
  const ofSupervisor = await fillIn(educational, first, 'No')
  const ofJail = await fillIn(administrative, first, 'Yes')
  await ofJail.getByText('You see 1 activity differently').waitFor()
  expect(await ofJail.locator('main').textContent()).toContain('Giving a drug test')

  for (const [placementId, page] of [
    [first, ofPeer],
    [second, ofColleague],
  ] as const) {
    await ofSupervisor.goto(`/role-agreement/${placementId}/propose`)
    await ofSupervisor.getByText('1 of 54 chosen').waitFor()
    await ofSupervisor
      .locator('[data-activity="GIVING_DRUG_TEST"]')
      .getByRole('radio', { name: 'Not part of the role' })
      .check()
    await ofSupervisor.getByLabel('Who does it instead?').fill('Probation officer')
    await ofSupervisor.getByRole('button', { name: 'Send to everyone' }).click()
    await ofSupervisor.getByRole('heading', { name: 'Proposed' }).waitFor()
    for (const side of [ofJail, page]) {
      await side.goto(`/role-agreement/${placementId}`)
      await side.getByRole('button', { name: 'Accept' }).click()
      await side.getByText('You accepted.').waitFor()
    }
    await page.getByRole('heading', { name: 'Agreed' }).waitFor()
    await page.getByText('Instead: Probation officer').waitFor()
    expect(await page.getByText('Not yet').count()).toBe(0)
  }
})
