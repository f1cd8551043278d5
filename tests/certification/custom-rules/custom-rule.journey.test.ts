import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

/** Somebody else ends the newest version for a day to come. */
async function endedByAnother({ api }: Journey, manager: Member): Promise<void> {
  const other = await api.as(manager)
  const { customRuleVersions } = await other.data<{
    customRuleVersions: { edges: { node: { id: string } }[] }
  }>('query ($id: ID!) { customRuleVersions(credentialId: $id, first: 1) { edges { node { id } } } }', {
    id: CREDENTIAL.california,
  })
  const input = {
    versionId: customRuleVersions.edges[0]!.node.id,
    countsUntil: '2026-12-31',
    reason: 'Our payer changes it',
  }
  const { previewRuleWithdrawal: shown } = await other.data<{ previewRuleWithdrawal: { revision: number } }>(
    'query ($input: RuleWithdrawalInput!) { previewRuleWithdrawal(input: $input) { revision } }',
    { input },
  )
  await other.data(
    'mutation ($input: WithdrawRuleVersionInput!) { withdrawRuleVersion(input: $input) { __typename } }',
    { input: { ...input, expectedRevision: shown.revision } },
  )
}

describe("an organization's own rule in the browser", () => {
  let journey: Journey
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    journey = await startJourney()
    world = await cast(journey.build)
    const build = new CertificationBuilders(journey.build)
    await build.certification(world.actors.peer, CREDENTIAL.california)
    await build.hours(world.actors.peer, 20, ['law-and-ethics'])
  })
  afterAll(() => journey.close())

  const change = async (page: Page, total: string): Promise<void> => {
    await page.getByLabel('Total required').fill(total)
    await page.getByLabel('From', { exact: false }).first().fill('2024-01-01')
    await page.getByLabel('Reason', { exact: true }).fill('Our payer asks for more')
    await page.getByRole('button', { name: 'See who is affected' }).click()
  }

  it('is written, refused where it contradicts itself, shown with who becomes short, and published', async () => {
    const page = await journey.open(world.actors.manager, { width: 1280 })
    await page.goto(`/catalogue/${CREDENTIAL.california}`)
    await page.getByRole('link', { name: 'Set our own requirements' }).click()
    await page.getByRole('heading', { level: 1, name: 'Organization requirements' }).waitFor()
    await change(page, '5')
    await page.getByRole('link', { name: "Topics: The parts don't add up to 5." }).waitFor()
    await page.getByLabel('Total required').fill('30')
    await page.getByText('What counts', { exact: true }).click()
    const add = page.getByRole('button', { name: 'Add a limit' })
    await add.click()
    await page.getByLabel('Type of limit').selectOption({ label: 'Some topics never count' })
    await page.getByLabel('driving').check()
    await add.click()
    await page.getByRole('button', { name: 'Remove: Maximum hours in some formats' }).click()
    expect(await add.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: 'See who is affected' }).click()
    await page.getByText('1 person will be short.').waitFor()
    const row = page.getByRole('row', { name: world.actors.peer.displayName })
    expect(await row.innerText()).toContain('10 h short')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Publish requirements' }).click()
    await page.getByText('Set by your organization', { exact: true }).first().waitFor()
    await page.getByText('30 hours each renewal cycle.').first().waitFor()
    await page.getByText("These topics don't count: driving.").first().waitFor()
    await page.getByText('Requirements set by your organization').waitFor()
  })

  it('reads as such to a peer, on a phone and in Spanish, the versions of the catalogue beside it', async () => {
    const page = await journey.open(world.actors.peer, { width: 390, locale: 'es-US' })
    await page.goto(`/catalogue/${CREDENTIAL.california}`)
    await page.getByText('Definidos por su organización').first().waitFor()
    await page.getByText('Motivo: Our payer asks for more').first().waitFor()
    await page.getByText('30 horas por ciclo de renovación.').first().waitFor()
    await page.getByRole('heading', { name: 'Otras versiones' }).waitFor()
    expect(await page.getByText('Definir nuestros requisitos').count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await page.goto('/catalogue/us-de-cprs')
    await page.getByText('Se sortea cada enero y cada julio.').first().waitFor()
  })

  it('is ended by the keyboard alone, after a look at what that does', async () => {
    const page = await journey.open(world.actors.manager)
    await page.goto(`/catalogue/${CREDENTIAL.california}`)
    await page.getByRole('button', { name: 'End this version' }).press('Enter')
    await page.getByLabel('Reason').fill('A slip of the pen')
    await page.getByRole('button', { name: 'See who is affected' }).press('Enter')
    await page.getByText('1 person will have all hours.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await endedByAnother(journey, world.actors.manager)
    await page.getByRole('button', { name: 'End version' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Ends Dec 31, 2026. Renewal cycles that start by then keep it.').waitFor()
    await dialog.getByRole('button', { name: 'See who is affected' }).press('Enter')
    await page.getByRole('button', { name: 'End version' }).press('Enter')
    await page.getByText('Voided. It applies to no renewal cycle.').waitFor()
    expect(await page.getByText('Set by your organization', { exact: true }).count()).toBe(0)
  })

  it('can be the rule of a credential that the catalogue does not hold', async () => {
    const page = await journey.open(world.actors.manager)
    await page.goto('/catalogue')
    await page.getByRole('button', { name: 'Add your own credential' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Harbor recovery coach')
    await page.getByLabel('Abbreviation').fill('HRC')
    await page.getByRole('dialog').getByLabel('State').selectOption({ label: 'Ohio' })
    await page.getByRole('button', { name: 'Save credential' }).click()
    await page.getByRole('heading', { level: 1, name: 'Harbor recovery coach' }).waitFor()
    await page.getByText('added by your organization').waitFor()
    await page.getByRole('button', { name: 'Correct details' }).click()
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Harbor coach')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByText('Name: Harbor recovery coach → Harbor coach').waitFor()
    await page.getByRole('button', { name: 'Archive' }).click()
    await page.getByText("Archived. It can't be added for anyone.").waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Archive' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.goto('/catalogue?q=harbor')
    await page.getByText('1 of 70 credentials', { exact: true }).waitFor()
  })
})
