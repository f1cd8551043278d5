import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { counting } from '../../support/counting.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'

/** From the team to a saved session, as the interface promises. */
const MAX_INTERACTIONS = 5
const MAX_SECONDS = 60
const DESK = 1280

describe('the team and logging a session', () => {
  let journey: Journey
  let supervisor: Member
  let peers: Member[]
  beforeAll(async () => {
    journey = await startJourney()
    const { build, api } = journey
    const organization = await build.organization()
    supervisor = await build.supervisor(organization)
    peers = [await build.peer(organization), await build.peer(organization), await build.peer(organization)]
    for (const peer of peers) {
      await build.relationship(supervisor, peer, 'SUPPORTIVE', { startsOn: '2026-05-01' })
      await build.agreement(peer, { SUPPORTIVE: 14, EDUCATIONAL: 30 })
    }
    const [late, soon, fine] = peers as [Member, Member, Member]
    await build.relationship(supervisor, late, 'EDUCATIONAL', { startsOn: '2026-05-20' })
    await aSession(api, supervisor, [late], {
      heldOn: '2026-05-25',
      notes: [{ type: 'SUPPORTIVE', aboutPeer: late, note: 'We looked at how rest could come back.' }],
    })
    await aSession(api, supervisor, [soon], { heldOn: '2026-06-05' })
    await aSession(api, supervisor, [fine], { heldOn: '2026-06-16' })
    await build.relationship(await build.supervisor(organization), late, 'SUPPORTIVE', { accepted: false })
  })
  afterAll(() => journey.close())

  const late = (): Member => peers[0] as Member
  const logLink = (page: Page, peer: Member) =>
    page.getByRole('link', { name: `Log session: ${peer.displayName}, Supportive` })
  const kept = async (): Promise<number> => {
    const { rows } = await journey.api.superuser.query('select from supervision_session')
    return rows.length
  }

  it('shows who is overdue at once, with the rule', async () => {
    const page = await journey.open(supervisor)
    await page.goto('/')
    await page.getByText('person is overdue').waitFor()
    await page.getByRole('link', { name: `See ${late().displayName} first` }).waitFor()
    await page.getByText('Supportive: Overdue by 9 days').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.goto('/team')
    await page.getByText('Overdue by 9 days').waitFor()
    await page.getByText('1 overdue · 1 due in the next 7 days · 3 people').waitFor()
    const rows = await page.locator('main tbody tr').allInnerTexts()
    expect(rows[0]).toContain('Overdue')
    expect(rows[1]).toContain(late().displayName)
    expect(await axeFindings(page)).toEqual([])
  })

  it('logs a typical session in at most five interactions, and says so', async () => {
    const page = await journey.open(supervisor)
    await page.goto('/team')
    const before = await kept()
    const { touch, report } = counting('log what just ended')
    await touch(logLink(page, late()))
    await touch(page.getByRole('radio', { name: '45' }))
    await touch(page.getByRole('checkbox', { name: 'How the work is going' }))
    await touch(page.getByLabel('Note (optional)'), (each) => each.fill('A good talk about rest.'))
    await page.getByText(`Who can read this: ${late().displayName} and you. No one else.`).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await touch(page.getByRole('button', { name: 'Save session' }))
    await page.getByText('Session saved.').waitFor()
    const { interactions, seconds } = report()
    expect(interactions).toBeLessThanOrEqual(MAX_INTERACTIONS)
    expect(seconds).toBeLessThan(MAX_SECONDS)
    expect(await kept()).toBe(before + 1)
    await page.getByText('Overdue by 9 days').waitFor({ state: 'detached' })
    await page.goto(`/team/${late().id}`)
    await page.getByText('A good talk about rest.').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('can be done with the keyboard alone, in Spanish', async () => {
    const page = await journey.open(supervisor, { width: DESK, locale: 'es-US' })
    await page.goto('/team')
    const peer = peers[1] as Member
    await page.getByRole('link', { name: `Registrar sesión: ${peer.displayName}, De apoyo` }).focus()
    await page.keyboard.press('Enter')
    const first = page.getByRole('radio', { name: '30' })
    await first.waitFor()
    for (
      let step = 0;
      step < 12 && !(await first.evaluate((each) => each === document.activeElement));
      step++
    ) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    const save = page.getByRole('button', { name: 'Guardar sesión' })
    for (
      let step = 0;
      step < 30 && !(await save.evaluate((each) => each === document.activeElement));
      step++
    ) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByText('Sesión guardada.').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('gives the other of two types the rest of the minutes, and says what does not add up', async () => {
    const page = await journey.open(supervisor, { width: DESK })
    await page.goto(`/sessions/log?peer=${late().id}&type=SUPPORTIVE`)
    await page.getByRole('radio', { name: '60' }).click()
    await page.getByRole('checkbox', { name: 'Educational' }).click()
    const minutes = page.getByLabel('Minutes', { exact: true })
    await minutes.first().fill('20')
    await expect.poll(() => minutes.last().inputValue()).toBe('40')
    await page.getByRole('radio', { name: '45' }).click()
    await page.getByText('Educational 20 + Supportive 40 = 60. The session was 45 minutes.').waitFor()
    await page.getByRole('radio', { name: '60' }).click()
    await minutes.first().fill('70')
    await page.getByText('Educational 70 + Supportive 40 = 110. The session was 60 minutes.').waitFor()
    await page.getByRole('button', { name: 'Save session' }).click()
    await page.getByRole('alert').getByText("The parts don't add up to 60.").waitFor()
  })

  it('says what a group note means, and keeps the form when the connection is lost', async () => {
    const page = await journey.open(supervisor)
    await page.goto(`/sessions/log?peer=${late().id}&type=SUPPORTIVE`)
    await page.getByRole('radio', { name: '30' }).click()
    await page.getByLabel('Add a peer').selectOption({ label: (peers[2] as Member).displayName })
    await page.getByText('Who can read this: everyone in this session and you. No one else.').waitFor()
    await page.getByLabel('Note about the group (optional)').fill('His SSN is 123-45-6789.')
    await page.getByText('a Social Security number').waitFor()
    await page.context().setOffline(true)
    const before = await kept()
    await page.getByRole('button', { name: 'Save session' }).click()
    await page.getByText('Nothing is lost.').first().waitFor()
    await page.getByLabel('Note about the group (optional)').fill('We shared what helps.')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Save session' }).click()
    // One like it was logged before, for the same day.
    await page.getByRole('group', { name: 'Save it anyway?' }).waitFor()
    await page.getByRole('button', { name: 'Save anyway' }).click()
    await page.getByText('Session saved.').waitFor()
    expect(await kept()).toBe(before + 1)
  })

  it('shows the peer their supervisors, what is due and every note, and lets them answer a proposal', async () => {
    const page = await journey.open(late())
    await page.goto('/supervision')
    await page.getByRole('button', { name: /^May 25, 2026/ }).click()
    await page.getByText('We looked at how rest could come back.').waitFor()
    // What is searched for opens by itself.
    await page.getByRole('searchbox', { name: 'Find by word or name' }).fill('what helps')
    await page.getByText('We shared what helps.').waitFor()
    await page.getByText('1 session', { exact: true }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: "Yes, I'd like that" }).click()
    await page.getByText('You have a supportive supervisor now.').waitFor()
    await page.goto('/today')
    await page.getByRole('heading', { name: 'Supervision' }).waitFor()
  })
})
