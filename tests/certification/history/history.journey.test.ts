import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

describe('the history of a certification in the browser', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let manager: Member
  let auditor: Member
  let ana: Member
  let id: string
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    manager = await journey.build.member(organization, ['MANAGER'])
    auditor = await journey.build.member(organization, ['AUDITOR'])
    ana = await journey.build.peer(organization)
    await journey.api.superuser.query("update membership set display_name = 'Ana Núñez' where id = $1", [
      ana.id,
    ])
    const certifications = new CertificationBuilders(journey.build)
    id = await certifications.certification(ana, CREDENTIAL.washington, {
      issuedOn: '2024-09-01',
      expiresOn: '2026-08-31',
      birthday: '08-31',
    })
    await certifications.status(ana, id, 'SUSPENDED', { startsOn: '2026-02-01', endsOn: '2026-02-28' })
  })
  afterAll(() => journey.close())

  const card = (page: Page, title: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

  it('takes a renewed certificate, undoes it, and keeps both to be seen', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto(`/renewals/${id}`)
    const history = card(page, 'History')
    await history.getByText('Original certificate: Sep 1, 2024 to Aug 31, 2026').waitFor()
    await history.getByRole('button', { name: 'Record' }).click()
    await page.getByRole('menuitem', { name: 'Renewal' }).click()
    await page.getByLabel('Valid through').fill('2028-08-31')
    await page.getByRole('button', { name: 'Save' }).click()
    await history.getByText('Renewed: Sep 1, 2026 to Aug 31, 2028').waitFor()
    await page.getByRole('definition').getByText('Aug 31, 2028 (').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await history.getByText(/Voided by/).waitFor()
    await page.getByRole('definition').getByText('Aug 31, 2026 (').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('takes a check at the register and what the rule asks of the holder', async () => {
    const page = await journey.open(manager, { width: 390 })
    await page.goto(`/renewals/${id}`)
    await card(page, 'History').getByRole('button', { name: 'Record' }).click()
    await page.getByRole('menuitem', { name: 'Board verification' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Source')
    await page.getByLabel('Source').fill('State register')
    await page.getByLabel('Note').fill('SSN 123-45-6789')
    await page.getByText(/This looks like/).waitFor()
    await page.getByLabel('Note').fill('Shown with the middle name.')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await card(page, 'History').getByText('State register: matches').waitFor()

    await card(page, 'History').getByRole('button', { name: 'Record' }).click()
    await page.getByRole('menuitem', { name: 'Original issue date' }).click()
    await page.getByLabel('Correct date').fill('2024-08-20')
    await page.getByRole('button', { name: 'Save' }).click()
    await card(page, 'History').getByText('Original issue date: was Sep 1, 2024, now Aug 20, 2024').waitFor()

    const holder = card(page, 'Renewal questions')
    await holder.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel('Supervises other peers').selectOption({ label: 'Yes' })
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await holder.getByText('Yes').waitFor()
  })

  it.each([
    [
      'en-US',
      1280,
      false,
      'Yes: Ana Núñez was certified on Mar 1, 2026.',
      /Short on Mar 1, 2026: Total hours/,
    ],
    [
      'es-US',
      390,
      true,
      'Sí: Ana Núñez tenía certificación válida el 1 mar 2026.',
      /Por completar el 1 mar 2026: Total de horas/,
    ],
  ] as const)('answers an auditor in %s at %i, dark: %s', async (locale, width, dark, sentence, hours) => {
    const page = await journey.open(auditor, { width, locale, dark })
    await page.goto(`/renewals/on-a-day?peer=${ana.id}&day=2026-03-01`)
    await page.getByRole('heading', { name: sentence }).waitFor()
    await page.getByText(hours).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.goto(`/renewals/on-a-day?peer=${ana.id}&day=2026-02-10`)
    await page.getByRole('heading', { name: /^No: .*/ }).waitFor()
    await page.goto(`/renewals/${id}?on=2026-02-10`)
    const beside = page.locator('section', { hasText: /Feb 10, 2026|10 feb 2026/ }).last()
    await beside.getByText(/Suspended|Suspendid/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.getByText(/No records entered by|No hay registros anotados/).waitFor()
    expect(new URL(page.url()).search).toBe('?on=2026-02-10&then=yes')
  })

  it('is asked by keyboard alone, and by what was saved then', async () => {
    const page = await journey.open(auditor, { width: 1280 })
    await page.goto('/renewals/on-a-day')
    await page.getByRole('radio', { name: 'Ana Núñez' }).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Service date').focus()
    await page.keyboard.type('03012026')
    await page.getByRole('heading', { name: /^Yes: Ana/ }).waitFor()
    await page.getByRole('checkbox', { name: /entered by that date/ }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('heading', { name: /^Not known: the records don't show it for Ana/ }).waitFor()
    expect(await page.getByRole('radio', { name: 'Ana Núñez' }).isVisible()).toBe(true)
    expect(new URL(page.url()).search).toBe(`?peer=${ana.id}&day=2026-03-01&then=yes`)
  })

  it('is read by the peer', async () => {
    const page = await journey.open(ana, { width: 390, dark: true })
    await page.goto('/certifications')
    await page.getByText('See the requirements and your hours').click()
    await page.getByText('History', { exact: true }).click()
    await page.getByText('Board status: Suspended, Feb 1, 2026 to Feb 28, 2026').waitFor()
    expect(await page.getByRole('button', { name: /^Change:/ }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
  })

  it('stands on the page of the person, with hours of work', async () => {
    const page = await journey.open(manager, { width: 390 })
    await page.goto(`/people/${ana.id}`)
    await card(page, 'Certifications')
      .getByRole('link', { name: /Certified Peer/ })
      .waitFor()
    const work = card(page, 'Service hours')
    await work.getByRole('button', { name: 'Add service hours' }).click()
    await page.getByLabel('First day').fill('2026-05-01')
    await page.getByLabel('Last day').fill('2026-05-31')
    await page.getByLabel('Total hours').fill('120.5')
    await page.getByRole('button', { name: 'Save' }).click()
    await work.getByText('120.5 h').waitFor()
    await work.getByRole('button', { name: 'Add service hours' }).click()
    await page.getByLabel('First day').fill('2026-05-04')
    await page.getByLabel('Last day').fill('2026-05-04')
    await page.getByLabel('Total hours').fill('4')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('checkbox', { name: /^These are other hours/ }).check()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await work.getByText('4 h', { exact: true }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
