import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { counting } from '../../support/counting.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

/** From a peer's page to a planned session, as the interface promises. */
const MAX_INTERACTIONS = 4
const DESK = 1280

describe('planning a session, asking for a time, and holding it', () => {
  let journey: Journey
  let supervisor: Member
  let peer: Member
  let manager: Member
  beforeAll(async () => {
    journey = await startJourney()
    const { build, api } = journey
    const organization = await build.organization()
    supervisor = await build.supervisor(organization)
    peer = await build.peer(organization)
    manager = await build.member(organization, ['MANAGER'])
    await build.relationship(supervisor, peer, 'SUPPORTIVE', { startsOn: '2026-05-01' })
    await build.agreement(peer, { SUPPORTIVE: 14 })
    await aSession(api, supervisor, [peer], { heldOn: '2026-06-11', modality: 'PHONE' })
  })
  afterAll(() => journey.close())

  const planned = async () => {
    const { rows } = await journey.api.superuser.query<{
      starts_on: string
      start_time: string
      status: string
    }>('select starts_on::text, start_time::text, status from planned_session order by starts_on')
    return rows.map((row) => [row.starts_on, row.start_time.slice(0, 5), row.status])
  }
  it('plans the next session as the last one was, in at most four interactions', async () => {
    const page = await journey.open(supervisor)
    await page.goto(`/team/${peer.id}`)
    await page.getByText('No session is planned.').waitFor()
    const { touch, report } = counting('plan')
    await touch(page.getByRole('button', { name: 'Plan a session' }))
    const way = page.getByRole('radio', { name: 'Phone' })
    await way.waitFor()
    // The same weekday as the last one, and the same way.
    expect(await page.getByLabel('Date').inputValue()).toBe('2026-06-18')
    expect(await way.isChecked()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await touch(page.getByRole('button', { name: 'Plan it' }))
    await page.getByText('Session planned.').waitFor()
    expect(report().interactions).toBeLessThanOrEqual(MAX_INTERACTIONS)
    await page.getByText('Thu, Jun 18, 10:00 AM').waitFor()
    expect(await planned()).toEqual([['2026-06-18', '10:00', 'SCHEDULED']])
    expect(await axeFindings(page)).toEqual([])
  })

  it('shows the peer what comes, and lets them move it and cancel it with an undo', async () => {
    const page = await journey.open(peer)
    await page.goto('/today')
    await page.getByText(`Your next session with ${supervisor.displayName}: Thu, Jun 18, 10:00 AM.`).waitFor()
    await page.goto('/supervision')
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByLabel('Time').fill('15:30')
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
    await page.getByText('Thu, Jun 18, 3:30 PM').waitFor()
    await page.getByRole('button', { name: 'Cancel session' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Cancel session' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByText('The facility was closed').click()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Cancel session' }).click()
    await page.getByText('Session canceled.').waitFor()
    expect(await planned()).toEqual([['2026-06-18', '15:30', 'CANCELLED']])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone.').waitFor()
    expect(await planned()).toEqual([['2026-06-18', '15:30', 'SCHEDULED']])
  })

  it('asks for a time, which the supervisor answers by planning one', async () => {
    const page = await journey.open(peer)
    await page.goto('/supervision')
    await page.getByRole('button', { name: 'Ask for a time' }).click()
    await page.getByRole('checkbox', { name: 'Tuesday' }).click()
    await page.getByRole('checkbox', { name: 'Afternoon' }).click()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Waiting for an answer').waitFor()
    expect(await axeFindings(page)).toEqual([])

    const theirs = await journey.open(supervisor, { width: DESK })
    await theirs.goto('/team')
    await theirs.getByText('Planned: Thu, Jun 18, 3:30 PM.').waitFor()
    await theirs.getByRole('button', { name: 'Someone asked for a time 1' }).click()
    await theirs.getByText(`${peer.displayName} asks for a time · Supportive`).waitFor()
    await theirs.getByText('Tuesday · Afternoon').waitFor()
    expect(await axeFindings(theirs)).toEqual([])
    await theirs.getByRole('button', { name: 'Plan a session' }).click()
    await theirs.getByRole('button', { name: 'Plan it' }).waitFor()
    expect(await theirs.getByLabel('Date').inputValue()).toBe('2026-06-23')
    await theirs.getByRole('button', { name: 'Plan it' }).click()
    await theirs.getByText('Session planned.').waitFor()
    await page.reload()
    await page.getByText('Session planned', { exact: true }).waitFor()
  })

  it('asks for other supervision; a manager answers without learning which', async () => {
    const page = await journey.open(peer)
    await page.goto('/supervision')
    await page.getByRole('button', { name: 'Ask for more, or other, supervision' }).click()
    await page.getByRole('dialog').getByText('Educational').click()
    await page.getByText('Something different').click()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Educational: Something different').waitFor()

    const office = await journey.open(manager, { width: DESK })
    await office.goto('/people')
    await office.getByText('asked today').waitFor()
    const card = office.locator('section').filter({ hasText: 'More or other supervision' })
    expect(await card.innerText()).not.toMatch(/educational|different/i)
    expect(await axeFindings(office)).toEqual([])
    await office.getByRole('button', { name: 'Answer' }).click()
    await office.getByRole('menuitem', { name: "I'll talk with you soon" }).click()
    await card.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText("Answered: I'll talk with you soon").waitFor()
  })

  it('plans a series, warns where it ends, and moves it from one session on', async () => {
    const page = await journey.open(supervisor, { width: DESK })
    await page.goto(`/team/${peer.id}`)
    await page.getByRole('button', { name: 'Plan a session' }).click()
    await page.getByLabel('Date').fill('2026-06-19')
    await page.getByLabel('Repeat').selectOption({ label: 'Every week' })
    await page.getByLabel('How many sessions?').fill('2')
    await page.getByText('The last one is on Fri, Jun 26.').waitFor()
    await page.getByRole('button', { name: 'Plan it' }).click()
    await page.getByText('2 sessions planned.').waitFor()
    await page.getByText('Last one of the series').waitFor()
    await page.getByRole('button', { name: 'Change session: Fri, Jun 19', exact: false }).click()
    await page.getByRole('menuitem', { name: 'Move' }).click()
    await page.getByText('This one and all after it').click()
    await page.getByLabel('Time').fill('08:00')
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
    await page.getByText('Fri, Jun 26, 8:00 AM').waitFor()
    expect((await planned()).filter(([, time]) => time === '08:00')).toHaveLength(2)
  })

  it('logs the session of the day from what was planned', async () => {
    await journey.api.superuser.query(
      "update planned_session set starts_on = '2026-06-17' where starts_on = '2026-06-18'",
    )
    const page = await journey.open(supervisor)
    await page.goto(`/sessions/log?peer=${peer.id}&type=SUPPORTIVE`)
    const usual = page.getByRole('radio', { name: '45' })
    await usual.waitFor()
    expect(await usual.isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: 'Phone' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Save session' }).click()
    await page.getByText('Session saved.').waitFor()
    expect((await planned())[0]).toEqual(['2026-06-17', '15:30', 'HELD'])
  })

  it('asks whether an old session was held, and takes no for an answer', async () => {
    await journey.api.superuser.query(
      `update planned_session set starts_on = '2026-06-01' where starts_on = '2026-06-23'`,
    )
    const page = await journey.open(supervisor, { locale: 'es-US' })
    await page.goto('/team')
    await page.getByRole('button', { name: '¿Se hicieron estas sesiones? 1' }).click()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: /^Cambiar la sesión: lun, 1 de jun/ }).click()
    await page.getByRole('menuitem', { name: 'No se hizo' }).click()
    await page.getByText('Algo urgente en el trabajo').click()
    await page.getByRole('button', { name: 'Guardar' }).click()
    await page.getByText('¿Se hicieron estas sesiones?').first().waitFor({ state: 'detached' })
    expect((await planned())[0]).toEqual(['2026-06-01', '14:00', 'MISSED'])
  })
})
