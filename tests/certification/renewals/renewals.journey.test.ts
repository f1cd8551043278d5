import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

/** From the list to the file, the password included, as the interface promises. */
const MAX_INTERACTIONS = 4
const PASSWORD = 'a river runs past the mill'

describe('renewals in the browser', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let manager: Member
  let ana: Member
  let certificationId: string
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
    const passwordHash = await hashPassword(PASSWORD)
    manager = await journey.build.member(organization, ['MANAGER'], { passwordHash })
    const arrange = new CertificationBuilders(journey.build)
    ana = await named('Ana Núñez')
    certificationId = await arrange.certification(ana, CREDENTIAL.california)
    await arrange.hours(ana, 8, ['law-and-ethics'], { title: 'Law for peers' })
    const ben = await named('Ben Okafor')
    await arrange.certification(ben, CREDENTIAL.georgia, { issuedOn: '2024-01-01', expiresOn: '2026-12-31' })
    await arrange.hours(ben, 12, ['any'])
    await arrange.certification(await named('Cleo Park'), CREDENTIAL.alaska, { expiresOn: '2026-03-01' })
  })
  afterAll(() => journey.close())

  async function named(displayName: string): Promise<Member> {
    const peer = await journey.build.peer(organization)
    const rename = 'update membership set display_name = $1 where id = $2'
    await journey.api.superuser.query(rename, [displayName, peer.id])
    return peer
  }
  const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
  const listed = (page: Page) => page.getByRole('rowheader').allTextContents()

  it('shows a manager who is at risk without a click, with the reason, the source and what is unknown', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/')
    await rowOf(page, 'Ana').waitFor()
    expect((await listed(page)).map((name) => name.trim())).toEqual(['Cleo Park', 'Ana Núñez', 'Ben Okafor'])
    const text = await rowOf(page, 'Ana').innerText()
    expect(text).toContain('At risk')
    expect(text).toContain('12 h')
    expect(text).toContain('8/20')
    expect(await rowOf(page, 'Cleo').innerText()).toContain('Not verified')
  })

  it('has 14 rows in the first 900 pixels, under heads that stay', async () => {
    const crowded = await journey.build.organization()
    const chief = await journey.build.member(crowded, ['MANAGER'])
    const arrange = new CertificationBuilders(journey.build)
    for (let number = 0; number < 30; number += 1)
      await arrange.certification(await journey.build.peer(crowded), CREDENTIAL.california)
    const page = await journey.open(chief, { width: 1280, height: 900 })
    await page.goto('/renewals')
    await page.getByRole('rowheader').nth(24).waitFor()
    const boxes = await page
      .locator('[data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom))
    expect(boxes.filter((bottom) => bottom <= 900).length).toBeGreaterThanOrEqual(14)
    // The next page begins at its head, and its number is in the address; the way back finds the first one.
    await page.getByRole('button', { name: 'Next' }).click()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(5)
    expect(new URL(page.url()).search).toBe('?page=2')
    await page.goBack()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(25)
  })

  it('goes by keys from row to row, chooses several, and reminds them in one act', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/renewals')
    await rowOf(page, 'Ana').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('2 selected', { exact: true }).waitFor()
    await page
      .getByRole('region', { name: 'Selected certifications' })
      .getByRole('button', { name: 'Remind' })
      .click()
    await page.getByText('2 reminders sent.').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('okaf')
    await expect.poll(() => listed(page)).toEqual(['Ben Okafor'])
  })

  it('filters and exports in at most four interactions, the password included', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await journey.api.superuser.query(
      "update sign_in_session set confirmed_at = confirmed_at - interval '1 hour' where membership_id = $1",
      [manager.id],
    )
    await page.goto('/renewals')
    let interactions = 0
    const act = async (work: Promise<unknown>) => {
      await work
      interactions += 1
    }
    await act(page.getByRole('button', { name: /^At risk/ }).click())
    await expect.poll(() => listed(page)).toHaveLength(1)
    expect(new URL(page.url()).search).toBe('?status=AT_RISK')
    await act(page.getByRole('button', { name: 'Export CSV' }).click())
    const download = page.waitForEvent('download')
    await act(page.getByLabel('Password', { exact: true }).fill(PASSWORD))
    await act(page.getByRole('button', { name: 'Continue' }).click())
    expect(interactions).toBeLessThanOrEqual(MAX_INTERACTIONS)
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file.trimEnd().split('\r\n')).toHaveLength(2)
    expect(file).toContain('Ana Núñez,CA,CMPSS,')
    expect((await download).suggestedFilename()).toBe('renewals-2026-06-17.csv')
  })

  it('adds the hours of one course for everybody, and says what is missing before it sends', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/renewals')
    await page.getByRole('button', { name: 'Add CE hours' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Save CE hours' }).click()
    await dialog.getByText('Course: Please fill this in.').waitFor()
    await dialog.getByLabel('Course', { exact: true }).fill('Ethics, with care')
    await dialog.getByLabel('CE hours per person').fill('1.3')
    await dialog.getByText('Please round to the nearest 0.25.', { exact: true }).waitFor()
    await dialog.getByLabel('CE hours per person').fill('2.5')
    await dialog.getByRole('button', { name: 'Select all 3' }).click()
    await dialog.getByLabel('Law and ethics').check()
    await dialog.getByRole('button', { name: 'Save CE hours' }).click()
    await page.getByText('CE hours added for 3 people.').waitFor()
    await expect.poll(() => rowOf(page, 'Ana').innerText()).toContain('10.5/20')
  })

  it('keeps what was typed when the connection is lost, and saves it once when it is back', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto(`/renewals/${certificationId}`)
    await page.getByRole('button', { name: 'Add CE hours' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('1 selected').waitFor()
    await dialog.getByLabel('Course', { exact: true }).fill('Boundaries')
    await dialog.getByLabel('CE hours per person').fill('1')
    await dialog.getByLabel('Boundaries').check()
    await page.context().setOffline(true)
    await dialog.getByRole('button', { name: 'Save CE hours' }).click()
    await dialog.getByText('Nothing is lost.').waitFor()
    await page.context().setOffline(false)
    await dialog.getByRole('button', { name: 'Save CE hours' }).click()
    await page.getByText('CE hours added for 1 person.').waitFor()
    const kept = await journey.api.superuser.query("select 1 from ce_activity where title = 'Boundaries'")
    expect(kept.rowCount).toBe(1)
  })

  it('shows one renewal with how it stands first, then what is missing, its rule, and where it was read', async () => {
    const page = await journey.open(manager)
    await page.goto(`/renewals/${certificationId}`)
    await page.getByRole('heading', { level: 1, name: 'Ana Núñez' }).waitFor()
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
    expect(headings.slice(0, 2)).toEqual(['Status', 'Requirements'])
    await page.getByText('Renewal requirements', { exact: true }).click()
    await page.getByText('Valid for 24 months from the start date.').waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('20 hours each renewal cycle.')
    expect(text).toContain('Official board page, older.')
    expect(text).toContain('Checked Nov 21, 2026.')
  })

  it('has what a manager does in the header of one certification, on a page of at most 1,500 pixels', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto(`/renewals/${certificationId}`)
    await page.getByRole('heading', { level: 2, name: 'History' }).waitFor()
    const acts = () => page.locator('main header').getByRole('button').allInnerTexts()
    await expect
      .poll(async () => (await acts()).filter((text) => text !== '').sort())
      .toEqual(['Add CE hours', 'Record renewal', 'Remind'])
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(1500)
    await page.getByRole('button', { name: 'Remind' }).click()
    // Once a day: the list above may have reminded her already.
    await page.getByText(/1 reminder sent\.|1 was reminded today already\./).waitFor()
  })

  it('fills the sheet of service hours by keyboard and from a spreadsheet, and undoes it at once', async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/renewals/service-hours')
    const first = page.locator('[data-cell="0 4"]')
    await first.click()
    await page.keyboard.type('120')
    await page.keyboard.press('Enter')
    await page.keyboard.type('800')
    await page
      .getByText(/Must be 744 or less|744/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowUp')
    expect(await first.evaluate('document.activeElement.dataset.cell')).toBe('0 4')
    await page.evaluate(`(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '100\\t60.5\\n80\\t')
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })()`)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Save 3 changes' }).click()
    await page.getByText('3 months saved.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => first.inputValue()).toBe('')
    const kept = await journey.api.superuser.query(
      'select hours::float as hours, voided_at is not null as voided from service_hours order by hours',
    )
    expect(kept.rows).toEqual([60.5, 80, 100].map((hours) => ({ hours, voided: true })))
  })

  it('tells a peer what is missing and what comes next, in Spanish too', async () => {
    const page = await journey.open(ana, { locale: 'es-US' })
    await page.goto('/certifications')
    await page.getByText('Próximo paso').waitFor()
    await page
      .getByText(/Tome cursos que sumen/)
      .first()
      .waitFor()
    await page.getByText(/\d+(\.\d+)? horas más/).waitFor()
  })

  it.each([
    [390, 'en-US'],
    [390, 'es-US'],
    [1280, 'en-US'],
    [1280, 'es-US'],
  ] as const)(
    'leaves axe nothing to find at %i pixels in %s, and nothing to scroll sideways',
    async (width, locale) => {
      const page = await journey.open(manager, { width, locale })
      const own = await journey.open(ana, { width, locale })
      for (const [tab, path] of [
        [page, '/renewals'],
        [page, `/renewals/${certificationId}`],
        [own, '/certifications'],
      ] as const) {
        await tab.goto(path)
        await tab
          .locator('main')
          .getByText(/CMPSS|Medi-Cal/)
          .first()
          .waitFor()
        expect(await axeFindings(tab), path).toEqual([])
        const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
        expect(await tab.evaluate(sideways), path).toBe(0)
      }
    },
  )
})
