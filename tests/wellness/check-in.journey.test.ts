import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { THIS_WEEK } from '../support/fixed-today.ts'
import { axeFindings, type Journey, startJourney, MY_NOTE, openPart } from '../support/journey.ts'
import { aCheckIn, aHistory } from '../support/builders/wellness-builders.ts'

/** From the start page to saved, as the interface promises. */
const MAX_TAPS = 5

describe('a weekly check-in on a phone', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    organization = await journey.build.organization()
  })
  beforeEach(async () => {
    peer = await journey.build.peer(organization)
  })
  afterAll(() => journey.close())

  const box = (page: Page, question: string, step: number): Locator =>
    page.getByRole('group', { name: question }).locator(`input[value="${step}"]`)
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const answer = async (page: Page) => {
    await box(page, 'How did your week feel?', 4).check()
    await openPart(page, 'What I noticed in myself')
    await page.getByLabel('Worn out').check()
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill('A long one, with a good end.')
  }
  const kept = async () => {
    const { rows } = await journey.api.superuser.query<Record<string, unknown>>(
      `select week_start::text, week_felt, energy, rest, signs, self_care, tags, went_well
         from weekly_check_in where peer_id = $1`,
      [peer.id],
    )
    return rows
  }
  const save = (page: Page) => page.getByRole('button', { name: 'Save my check-in' }).click()

  it('takes five taps on one screen of a phone, says first who sees it, and is saved within a minute', async () => {
    const page = await journey.open(peer)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/')
    const from = Date.now()
    let taps = 0
    const tap = async (target: Locator) => {
      await target.click()
      taps++
    }
    await tap(page.getByRole('link', { name: 'Start my check-in' }))
    await heading(page, 'Weekly check-in')
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text.indexOf('Who sees this: only you.')).toBeGreaterThan(-1)
    expect(text.indexOf('Who sees this: only you.')).toBeLessThan(text.indexOf('How did your week feel?'))
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height).toBeLessThanOrEqual(844)
    await tap(box(page, 'How did your week feel?', 3))
    await tap(box(page, 'How was your energy?', 2))
    await tap(box(page, 'How was your rest?', 4))
    await tap(page.getByRole('button', { name: 'Save my check-in' }))
    await heading(page, 'Thank you for taking a minute')
    const seconds = (Date.now() - from) / 1000
    console.log(`check-in: ${taps} taps, ${height} px, ${seconds.toFixed(1)} s without a person`)
    expect(taps).toBeLessThanOrEqual(MAX_TAPS)
    expect(seconds).toBeLessThan(60)
    await page.getByRole('link', { name: 'Back to Today' }).click()
    await page.getByText('You checked in this week.').waitFor()
    expect(await kept()).toMatchObject([
      { week_start: THIS_WEEK, week_felt: 3, energy: 2, rest: 4, signs: [] },
    ])
  })

  it('opens what is folded, says how much was chosen, and clears an answer by the same tap', async () => {
    const page = await journey.open(peer)
    await page.goto('/check-in')
    await box(page, 'How did your week feel?', 3).click()
    await page.getByText('okay', { exact: true }).waitFor()
    await box(page, 'How did your week feel?', 3).click()
    expect(await box(page, 'How did your week feel?', 3).isChecked()).toBe(false)
    await openPart(page, 'What helped me')
    await page.getByLabel('Moved my body').click()
    await openPart(page, 'What I noticed in myself')
    await page.getByLabel('Worn out').click()
    await openPart(page, 'What happened this week')
    await page.getByLabel('Court').click()
    await page.getByText('1 chosen').first().waitFor()
    await openPart(page, MY_NOTE)
    await page.getByLabel('What went well?').fill('Lunch with the team')
    await save(page)
    await heading(page, 'Thank you for taking a minute')
    expect(await kept()).toEqual([
      {
        ...{
          week_start: THIS_WEEK,
          week_felt: null,
          energy: null,
          rest: null,
          went_well: 'Lunch with the team',
        },
        ...{ signs: ['EXHAUSTION'], self_care: ['MOVEMENT'], tags: ['COURT'] },
      },
    ])
    // The next time, one's own come first.
    await page.goto('/check-in?week=last')
    await openPart(page, 'What helped me')
    const first = page.getByRole('group', { name: 'What did you do for yourself?' }).locator('input').first()
    expect(await first.getAttribute('value')).toBe('MOVEMENT')
  })

  it('is not offered, even for a moment, to somebody who has checked in', async () => {
    await aCheckIn(journey.build, peer)
    const page = await journey.open(peer)
    await page.addInitScript(() => {
      const look = (): void => {
        const offered = [...document.querySelectorAll('a')].some((link) =>
          link.textContent?.includes('Start my'),
        )
        if (offered) Object.assign(window, { offered })
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.route('**/graphql', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })
    await page.goto('/today')
    await page.getByText('You checked in this week.').waitFor()
    expect(await page.evaluate(() => 'offered' in window)).toBe(false)
  })

  it('keeps every answer in the form on a shared device when the connection is lost, and saves it as one record', async () => {
    const page = await journey.open(null)
    const value = await journey.api.session(peer, { shared: true })
    await page
      .context()
      .addCookies([{ name: 'alongside-sid', value, url: journey.origin, httpOnly: true, sameSite: 'Strict' }])
    await page.goto('/check-in')
    await answer(page)
    await page.context().setOffline(true)
    await page.getByText("You're offline. Anything unsaved is only on this screen.").waitFor()
    await save(page)
    await page.getByText('Nothing is lost.').first().waitFor()
    expect(await page.getByLabel('A note to yourself').inputValue()).toBe('A long one, with a good end.')
    expect(await box(page, 'How did your week feel?', 4).isChecked()).toBe(true)
    await page.context().setOffline(false)
    await save(page)
    await heading(page, 'Thank you for taking a minute')
    const kept = await journey.api.superuser.query('select line from weekly_check_in where peer_id = $1', [
      peer.id,
    ])
    expect(kept.rows).toEqual([{ line: 'A long one, with a good end.' }])
  })

  it('keeps the answers through a change of language and a look at the help page', async () => {
    const page = await journey.open(peer)
    await page.goto('/check-in')
    await answer(page)
    await page.getByRole('button', { name: 'Español' }).click()
    await heading(page, 'Mi registro de la semana')
    expect(await page.getByLabel('Una nota para mí').inputValue()).toBe('A long one, with a good end.')
    await page.locator('main').getByRole('link', { name: 'Ayuda ahora' }).click()
    await page.getByRole('link', { name: /988/ }).first().waitFor()
    await page.goBack()
    expect(await page.getByLabel('Una nota para mí').inputValue()).toBe('A long one, with a good end.')
    expect(await page.getByLabel('Sin fuerzas').isChecked()).toBe(true)
  })

  it('shows both where another device has answered, and the person picks', async () => {
    const page = await journey.open(peer)
    await page.goto('/check-in')
    await answer(page)
    await aCheckIn(journey.build, peer, { line: 'From the desk.' })
    await save(page)
    await heading(page, 'You have two versions of this week')
    await page.getByText('From the desk.').waitFor()
    await page.getByText('A long one, with a good end.').waitFor()
    await page.getByRole('button', { name: 'Use these instead' }).click()
    await heading(page, 'Thank you for taking a minute')
    await page.goto('/check-in')
    await page.getByText('A long one, with a good end.').waitFor()
  })

  it('offers help beside a heavy answer and with the thanks, tells nobody, and is quiet otherwise', async () => {
    const page = await journey.open(peer)
    const offer = page.getByText("That's a heavy thing to carry.")
    const sent: string[] = []
    await page.goto('/check-in')
    await box(page, 'How did your week feel?', 3).check()
    await openPart(page, 'What I noticed in myself')
    await page.getByLabel('Worn out').check()
    expect(await offer.count()).toBe(0)
    page.on('request', (request) => request.url().endsWith('/graphql') && sent.push(request.postData() ?? ''))
    await page.getByLabel('Feeling hopeless').check()
    await offer.waitFor()
    expect(await page.getByRole('status').getByRole('link', { name: 'Call 988' }).getAttribute('href')).toBe(
      'tel:988',
    )
    expect(await axeFindings(page)).toEqual([])
    expect(sent).toEqual([])
    // Help and saving stay in sight wherever one is on the page.
    await page.evaluate(() => window.scrollTo({ top: 0 }))
    expect(await page.locator('main').getByRole('link', { name: 'Help now' }).isVisible()).toBe(true)
    const bar = await page.getByRole('button', { name: 'Save my check-in' }).boundingBox()
    expect((bar?.y ?? 9999) + (bar?.height ?? 0)).toBeLessThan(844)
    await save(page)
    await heading(page, 'Thank you for taking a minute')
    await offer.waitFor()
  })

  it('warns of an identifier and offers words, and blocks neither', async () => {
    const page = await journey.open(peer)
    await page.goto('/check-in')
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill('Met an addict, call 212-555-0147')
    await page.getByText('a phone number').waitFor()
    await page.getByText('You wrote “addict”.').waitFor()
    await save(page)
    await heading(page, 'Thank you for taking a minute')
  })

  it('asks for the password before past weeks, then speaks first and draws second', async () => {
    const password = 'seven quiet herons by the river'
    peer = await journey.build.member(organization, ['PEER'], { passwordHash: await hashPassword(password) })
    await aHistory(journey.build, peer, [4, 4, null, 4, 5, 4, 2])
    const page = await journey.open(null)
    const value = await journey.api.session(peer, { confirmed: false })
    await page
      .context()
      .addCookies([{ name: 'alongside-sid', value, url: journey.origin, httpOnly: true, sameSite: 'Strict' }])
    await page.goto('/trends')
    const question = page.getByRole('dialog')
    await question.waitFor()
    expect(await page.locator('main svg[role=img]').count()).toBe(0)
    await question.getByLabel('Password').fill(password)
    await question.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('This week looks lower than most weeks for you.').waitFor()
    await page.getByRole('link', { name: 'Would you like to talk with someone?' }).waitFor()
    await page.getByRole('button', { name: 'Show as a table' }).click()
    const rows = await page.getByRole('row').allTextContents()
    expect(rows.slice(-5)).toEqual(['May 18No answer', 'May 254', 'Jun 15', 'Jun 84', 'Jun 152'])
  })

  it('shows under the check-in what other features have due', async () => {
    const supervisor = await journey.build.supervisor(organization)
    await journey.build.relationship(supervisor, peer, 'SUPPORTIVE')
    await journey.build.agreement(peer, { SUPPORTIVE: 14 })
    const page = await journey.open(peer)
    await page.goto('/today')
    await page.locator('main').getByText(supervisor.displayName).waitFor()
    expect(await page.locator('main section h2').first().textContent()).toBe('Weekly check-in')
  })

  it.each([
    { dark: false, locale: 'en-US' as const },
    { dark: true, locale: 'es-US' as const },
    { dark: true, locale: 'en-US' as const },
    { dark: false, locale: 'es-US' as const },
  ])('has no finding of axe: %o', async (options) => {
    await aHistory(journey.build, peer, [4, 4, null, 4, 5, 4, 2], { weeksAgo: 1 })
    const page = await journey.open(peer, options)
    for (const path of ['/today', '/check-in', '/trends']) {
      await page.goto(path)
      await page
        .locator(path === '/trends' ? 'main svg[role=img]' : 'main .rounded-lg')
        .first()
        .waitFor()
      expect(await axeFindings(page), path).toEqual([])
    }
  })
})
