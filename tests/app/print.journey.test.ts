import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../support/builders/builders.ts'
import { CertificationBuilders } from '../support/builders/certification-builders.ts'
import { type Journey, startJourney } from '../support/journey.ts'
import { pagesOfPdf } from '../support/pdf-text.ts'

const PEOPLE = 60

describe('a list on paper', () => {
  let journey: Journey
  let manager: Member
  beforeAll(async () => {
    journey = await startJourney()
    const organization = await journey.build.organization({ name: 'River "End" Peers' })
    manager = await journey.build.member(organization, ['MANAGER', 'ADMIN', 'AUDITOR'])
    const certifications = new CertificationBuilders(journey.build)
    for (let number = 1; number <= PEOPLE; number += 1) {
      const peer = await journey.build.peer(organization)
      await journey.api.superuser.query('update membership set display_name = $2 where id = $1', [
        peer.id,
        `Reader No. ${String(number).padStart(3, '0')}`,
      ])
      await certifications.certification(peer, 'us-oh-cprs', { expiresOn: '2027-06-30' })
    }
  })
  afterAll(() => journey.close())

  /** What the browser's own print would put on paper. */
  async function printed(page: Page): Promise<string[]> {
    await page.evaluate(() => {
      window.print = () => void (document.body.dataset['printed'] = 'yes')
    })
    await page.getByRole('button', { name: 'Print', exact: true }).click()
    await page.locator('body[data-printed=yes]').waitFor({ state: 'attached' })
    const pages = pagesOfPdf(await page.pdf({ format: 'Letter', preferCSSPageSize: true }))
    await page.evaluate(() => delete document.body.dataset['printed'])
    return pages.map(asRead)
  }
  const asRead = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ')
  const readersIn = (pages: readonly string[]) => new Set(pages.join(' ').match(/Reader No\. \d{3}/g))

  it.each([
    // About 40 lines to a page: a row of people has one, so has a certification, an entry of the log its facts.
    ['/people', 'People', ['Name', 'Works as', 'Caseload'], 30],
    ['/renewals', 'Certifications', ['Expires', 'Status'], 30],
    ['/audit', 'Activity log', ['When'], 18],
  ])(
    'has all rows of %s, with heads, whose it is and page numbers on every page',
    async (path, title, heads, rowsOfAPage) => {
      const page = await journey.open(manager, { width: 1280 })
      await page.goto(path)
      await page.getByRole('rowheader').first().waitFor()
      expect(await page.getByRole('rowheader').count()).toBe(25)
      const pages = await printed(page)
      expect(pages.length).toBeGreaterThan(1)
      for (const [place, text] of pages.entries()) {
        expect(text, `page ${place + 1}`).toContain(`River "End" Peers · `)
        expect(text).toContain(`Page ${place + 1} of ${pages.length}`)
        for (const head of heads) expect(text, `${path}, page ${place + 1}`).toContain(head)
      }
      expect(pages[0]).toContain('Filter: none')
      expect(pages[0]).toMatch(/As of .* Prepared by MANAGER and ADMIN/)
      const [, shown, total] = /(\d+) of (\d+) rows/.exec(pages[0] ?? '') ?? []
      expect(shown).toBe(total)
      expect(Number(total) / pages.length, path).toBeGreaterThanOrEqual(rowsOfAPage)
      if (path !== '/audit') expect(readersIn(pages).size).toBe(PEOPLE)
      console.log(`${title}: ${total} rows on ${pages.length} pages`)
      // On screen, the page is there again.
      await expect.poll(() => page.getByRole('rowheader').count()).toBe(25)
      await page.context().close()
    },
  )

  it("says what it is narrowed to, and how much of it the browser's own menu prints", async () => {
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/people')
    await page.getByRole('rowheader').first().waitFor()
    const [whole] = pagesOfPdf(await page.pdf({ format: 'Letter' }))
    expect(asRead(whole ?? '')).toContain(`25 of ${PEOPLE} rows`)
    await page.getByRole('searchbox').fill('No. 05')
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(10)
    const pages = await printed(page)
    expect(pages[0]).toContain('10 of 10 rows')
    expect(pages[0]).toMatch(/Filter: .*No\. 05/)
  })
})
