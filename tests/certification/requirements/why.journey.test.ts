import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

/** From the start page to the credits and the rule behind the missing hours. */
const MAX_INTERACTIONS = 2

describe('why one peer is at risk, in the browser', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let manager: Member
  let ana: Member
  let certificationId: string
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    manager = await journey.build.member(organization, ['MANAGER'])
    const arrange = new CertificationBuilders(journey.build)
    ana = await named('Ana Núñez')
    certificationId = await arrange.certification(ana, CREDENTIAL.california)
    await arrange.certification(ana, CREDENTIAL.alaska, { expiresOn: '2027-03-01' })
    await arrange.hours(ana, 4, ['law-and-ethics'], { title: 'Law for peers' })
    await arrange.hours(ana, 4, ['trauma'], { title: 'After the storm', heldOn: '2025-10-03' })
    await arrange.hours(ana, 5, ['trauma'], { title: 'Before this term', heldOn: '2023-10-03' })
    const ben = await named('Ben Okafor')
    await arrange.certification(ben, CREDENTIAL.georgia, { issuedOn: '2024-01-01', expiresOn: '2026-12-31' })
  })
  afterAll(() => journey.close())

  async function named(displayName: string): Promise<Member> {
    const peer = await journey.build.peer(organization)
    const rename = 'update membership set display_name = $1 where id = $2'
    await journey.api.superuser.query(rename, [displayName, peer.id])
    return peer
  }
  const main = (page: Page) => page.locator('main').innerText()

  it('is found out by a manager in two interactions, down to each course and the page of the rule', async () => {
    const page = await journey.open(manager, { width: 1280 })
    let interactions = 0
    const press = async (role: 'link' | 'button', name: string) => {
      await page.getByRole(role, { name }).first().click()
      interactions += 1
    }
    await page.goto('/')
    await page.getByRole('row').filter({ hasText: 'Ana' }).getByText('At risk').first().waitFor()
    await press('link', 'Ana Núñez')
    await page.getByText('Find 2 h of Law and ethics training.').waitFor()
    await press('button', 'Why? Total hours')
    await page.getByText('Required: 20 h each renewal cycle.').waitFor()
    const text = await main(page)
    expect(text).toContain('12 h short, due Aug 31, 2026.')
    expect(text).toContain('At the current pace, 10.5 h short at the end.')
    expect(text).toContain('Counts if taken from Sep 1, 2024 to Aug 31, 2026.')
    const row = (title: string) => page.getByRole('row').filter({ hasText: title }).first().innerText()
    expect(await row('After the storm')).toContain('4 of 4 h')
    expect(await row('Before this term')).toContain('0 of 5 h')
    expect(await row('Before this term')).toContain('Taken outside the dates that count')
    expect(text).toMatch(/Rule version 1/)
    expect(text).toContain('Checked Nov 21, 2026.')
    const source = page.getByRole('link', { name: /Certification Renewal/ }).first()
    expect(await source.getAttribute('href')).toMatch(/^https:/)
    expect(interactions).toBeLessThanOrEqual(MAX_INTERACTIONS)
  })

  it('opens and closes by keyboard alone, and the focus stays where it was', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto(`/renewals/${certificationId}`)
    const why = page.getByRole('button', { name: 'Why? Law and ethics', exact: true })
    await why.waitFor()
    await why.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Required: 6 h of Law and ethics each renewal cycle.').waitFor()
    expect(await why.evaluate('document.activeElement.getAttribute("aria-expanded")')).toBe('true')
    await page.keyboard.press('Space')
    await expect.poll(() => why.getAttribute('aria-expanded')).toBe('false')
  })

  it('answers a peer whether a course will count, for each certificate, and keeps nothing of it', async () => {
    const page = await journey.open(ana)
    await page.goto('/certifications')
    await page.getByRole('button', { name: 'Will it count?' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText("You'll see the answer here.").waitFor()
    await dialog.getByLabel('Hours', { exact: true }).fill('2')
    await dialog.getByRole('checkbox', { name: 'Law and ethics' }).check()
    await dialog.getByText('Yes, it counts').waitFor()
    const answer = await dialog.getByRole('status').innerText()
    expect(answer).toContain("2 h would count. Then you'd need 10 h more.")
    expect(answer).toContain('Ask the board')
    expect(answer).toContain("We don't know if the board counts this.")
    const { rows } = await journey.api.superuser.query(
      'select count(*)::int as kept from ce_activity where organization_id = $1',
      [organization.id],
    )
    expect(rows).toEqual([{ kept: 3 }])
  })

  it.each([
    [390, 'en-US', true],
    [1280, 'es-US', true],
    [390, 'es-US', false],
  ] as const)(
    'leaves axe nothing to find at %i pixels in %s, opened up, dark: %s',
    async (width, locale, dark) => {
      const page = await journey.open(manager, { width, locale, dark })
      await page.goto(`/renewals/${certificationId}`)
      const whys = page.getByRole('button', { name: /^(Why\?|¿Por qué\?)/ })
      await whys.first().waitFor()
      for (const why of await whys.all()) await why.click()
      expect(await axeFindings(page)).toEqual([])
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(sideways)).toBe(0)
      await page
        .getByRole('button', { name: locale === 'en-US' ? 'Will it count?' : '¿Cuenta este curso?' })
        .first()
        .click()
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
      expect(await axeFindings(page)).toEqual([])
    },
  )
})
