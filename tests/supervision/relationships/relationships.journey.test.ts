import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'

const DESK = 1280
/** Three supervisors and an agreement for a new peer. */
const MAX_INTERACTIONS = 17

describe('who supervises a peer', () => {
  let journey: Journey
  let organization: BuiltOrganization
  let manager: Member
  let peer: Member
  let supervisors: Record<'ADMINISTRATIVE' | 'EDUCATIONAL' | 'SUPPORTIVE', Member>
  beforeAll(async () => {
    journey = await startJourney()
    const { build } = journey
    organization = await build.organization()
    manager = await build.member(organization, ['MANAGER'])
    peer = await build.peer(organization)
    supervisors = {
      ADMINISTRATIVE: await build.supervisor(organization),
      EDUCATIONAL: await build.supervisor(organization),
      SUPPORTIVE: await build.supervisor(organization),
    }
  })
  afterAll(() => journey.close())

  const personOf = (page: Page, name: string) => page.getByRole('dialog').getByRole('radio', { name })
  const menuOf = async (page: Page, label: string, item: string): Promise<void> => {
    await page.getByRole('button', { name: label }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }

  it('is settled by a manager for a new peer: all three types and an agreement, on a phone', async () => {
    const page = await journey.open(manager)
    await page.goto(`/people/${peer.id}`)
    expect(await page.getByText('No supervisor assigned.').count()).toBe(0)
    await page.getByRole('heading', { name: 'Supervision', exact: true }).waitFor()
    await page.getByText('No supervisor assigned.').nth(2).waitFor()
    expect(await axeFindings(page)).toEqual([])
    let interactions = 0
    const touch = async (target: Locator, value?: string): Promise<void> => {
      await (value === undefined ? target.click() : target.fill(value))
      interactions++
    }
    for (const [type, label] of [
      ['ADMINISTRATIVE', 'Administrative'],
      ['EDUCATIONAL', 'Educational'],
      ['SUPPORTIVE', 'Supportive'],
    ] as const) {
      await touch(page.getByRole('button', { name: `Assign supervisor: ${label}` }))
      await touch(personOf(page, supervisors[type].displayName))
      if (type === 'SUPPORTIVE') expect(await axeFindings(page)).toEqual([])
      const send = type === 'SUPPORTIVE' ? 'Ask the peer' : 'Assign'
      await touch(page.getByRole('button', { name: send }))
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.getByText('Waiting for the peer').waitFor()
    await touch(page.getByRole('button', { name: 'Record an agreement' }))
    await page.getByText('No state frequency rule found for OH. Ask your state or payer.').waitFor()
    await touch(page.getByLabel('A session at least every').nth(0), '30')
    await page.getByText('Good practice asks for one at least every 14 days.').waitFor()
    await touch(page.getByLabel('A session at least every').nth(1), '14')
    await touch(page.getByLabel('A session at least every').nth(2), '7')
    for (const at of [0, 1, 2]) await touch(page.getByLabel('Session length').nth(at), '60')
    expect(await axeFindings(page)).toEqual([])
    await touch(page.getByRole('button', { name: 'Save agreement' }))
    await page.getByText(`Waiting for ${peer.displayName}`).waitFor()
    expect(interactions).toBeLessThanOrEqual(MAX_INTERACTIONS)
    expect(await axeFindings(page)).toEqual([])
  })

  it('begins with the yes of the peer, and everybody named signs with one tap', async () => {
    const page = await journey.open(peer)
    await page.goto('/supervision')
    await page.getByRole('button', { name: "Yes, I'd like that" }).click()
    await page.getByText('You have a supportive supervisor now.').waitFor()
    await page.getByText('What we talk about stays here.').waitFor()
    await page.getByRole('button', { name: 'I agree and sign' }).click()
    await page.getByText(`Signed by ${peer.displayName}`).waitFor()
    expect(await axeFindings(page)).toEqual([])
    // The two who were assigned begin tomorrow: then the agreement is theirs to read.
    journey.api.at('2026-06-18T13:00:00Z')
    for (const supervisor of Object.values(supervisors)) {
      const theirs = await journey.open(supervisor)
      await theirs.goto('/team')
      await theirs.getByRole('button', { name: '1 agreement to sign' }).click()
      await theirs.getByRole('button', { name: `I agree and sign: ${peer.displayName}` }).click()
      await theirs.getByText("Thank you. You've signed.").waitFor()
    }
    const office = await journey.open(manager)
    await office.goto(`/people/${peer.id}`)
    await office.getByText('Everyone signed').waitFor()
  })

  it('lets a manager assign a substitute, reassign and end, at a desk, in the dark, in Spanish', async () => {
    const { build } = journey
    const [stands, next] = [await build.supervisor(organization), await build.supervisor(organization)]
    const { displayName } = supervisors.EDUCATIONAL
    const page = await journey.open(manager, { width: DESK, dark: true, locale: 'es-US' })
    await page.goto(`/people/${peer.id}`)
    await menuOf(page, `Acciones: ${displayName}`, 'Asignar suplente')
    await personOf(page, stands.displayName).click()
    await page.getByRole('button', { name: 'Asignar' }).click()
    await page.getByRole('alert').getByText('Fecha de fin').waitFor()
    await page.getByLabel('Fecha de fin').fill('2026-07-10')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Asignar' }).click()
    await page.getByText(`Cubre a ${displayName}.`).waitFor()
    await menuOf(page, `Acciones: ${displayName}`, 'Reasignar')
    await personOf(page, next.displayName).click()
    await page.getByText('La nueva persona empieza el 19 jun 2026.').waitFor()
    await page.getByRole('button', { name: 'Asignar' }).click()
    await page
      .getByText(/^Empieza el 19 jun/)
      .last()
      .waitFor()
    await menuOf(page, `Acciones: ${supervisors.ADMINISTRATIVE.displayName}`, 'Terminar ahora')
    await page.getByText('Termina ahora mismo').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Terminar ahora' }).click()
    await page.getByText('No hay nadie asignado.').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('keeps a person away whom the peer names, and offers the manager nothing but others', async () => {
    const away = await journey.build.supervisor(organization)
    const page = await journey.open(peer)
    await page.goto('/supervision')
    await page.getByRole('button', { name: "People I don't want as supervisors" }).click()
    await page.getByText('Only you can see this list. No one is told.').waitFor()
    await page.getByRole('button', { name: 'Choose a person' }).click()
    await page.getByRole('searchbox', { name: 'Find by name' }).fill(away.displayName)
    await personOf(page, away.displayName).click()
    await page.getByRole('button', { name: "Don't assign this person" }).click()
    await page.getByRole('button', { name: `Remove ${away.displayName}` }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const office = await journey.open(manager, { width: DESK })
    await office.goto(`/people/${peer.id}`)
    await office.getByRole('button', { name: 'Assign supervisor: Supportive' }).click()
    await personOf(office, supervisors.ADMINISTRATIVE.displayName).waitFor()
    expect(await personOf(office, away.displayName).count()).toBe(0)
  })

  it('takes the same wish from a supervisor and from the manager, each in a list that only they see', async () => {
    const unwilling = await journey.build.supervisor(organization)
    const page = await journey.open(unwilling)
    await page.goto('/team')
    await page.getByRole('heading', { name: "Peers I can't supervise" }).waitFor()
    await page.getByRole('button', { name: 'Choose a peer' }).click()
    await personOf(page, peer.displayName).click()
    await page.getByRole('button', { name: 'Mark as unavailable' }).click()
    await page.getByRole('button', { name: `Remove ${peer.displayName}` }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const office = await journey.open(manager, { width: DESK })
    await office.goto(`/people/${peer.id}`)
    await office.getByRole('button', { name: 'Choose a supervisor' }).click()
    const other = supervisors.EDUCATIONAL
    await personOf(office, other.displayName).click()
    expect(await personOf(office, unwilling.displayName).count()).toBe(0)
    await office.getByRole('button', { name: 'Mark as unavailable' }).click()
    await office.getByRole('button', { name: `Remove ${other.displayName}` }).click()
    await office.getByText('The mark is removed.').waitFor()
    expect(await office.getByRole('button', { name: `Remove ${unwilling.displayName}` }).count()).toBe(0)
  })

  it('lets the peer end their support, which is said to be for good', async () => {
    const page = await journey.open(peer, { locale: 'es-US', dark: true })
    await page.goto('/supervision')
    await page.getByRole('button', { name: 'Quienes le supervisan' }).click()
    await page.getByRole('button', { name: 'Terminar esta supervisión' }).click()
    await page.getByText('Termina ahora. No tiene que decir por qué.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Terminar ahora' }).click()
    await page
      .getByText(`Terminó. ${supervisors.SUPPORTIVE.displayName} ya no puede ver sus notas.`)
      .waitFor()
  })

  it('is read by the auditor, who can change nothing', async () => {
    const auditor = await journey.build.member(organization, ['AUDITOR'])
    const page = await journey.open(auditor, { width: DESK })
    await page.goto(`/people/${peer.id}`)
    await page.getByText('Agreed on Jun 17, 2026.').waitFor()
    expect(await page.getByRole('button', { name: /Assign supervisor|Actions|Record/ }).count()).toBe(0)
  })
})
