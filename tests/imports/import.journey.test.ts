import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../support/builders/builders.ts'
import { axeFindings, type Journey, startJourney } from '../support/journey.ts'

const FILE = `Nombre;Correo electrónico;Puesto;Agencia;Fecha de inicio;Equipo;Apodo
Ana Núñez;ana@example.org;Guía de recuperación;County Jail;2026-03-15;;Anita
Beto Ríos;beto@;;;;;
Cleo Díaz;cleo@example.org;;;03/04/2026;;
Dora Peña;dora@example.org;;;;;
`

describe('people from a file, in a browser', () => {
  let journey: Journey
  let manager: Member
  beforeAll(async () => {
    journey = await startJourney()
  })
  afterAll(() => journey.close())

  const office = async (roles: Member['roles'] = ['MANAGER', 'ADMIN']): Promise<void> => {
    const organization = await journey.build.organization()
    manager = await journey.build.member(organization, roles)
    await journey.build.hostAgency(organization, { name: 'County Jail' })
  }
  const file = (content: string | Buffer, name = 'gente 2026.csv') => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  })

  it('goes from a file over its reasons to people, and back again for a day', async () => {
    await office()
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/people/import')
    await page.locator('input[type=file]').setInputFiles(file(Buffer.from(FILE, 'latin1')))
    await page.getByRole('heading', { level: 1, name: 'Review import' }).waitFor()
    await page.getByRole('rowheader').first().waitFor()
    const text = () => page.locator('main').innerText()
    expect(await text()).toContain('2 new people')
    expect(await text()).toContain("We don't know these headings, so we left them out: Apodo")
    expect(await text()).toContain('Email: this does not look like name@example.org')
    expect(await text()).toContain('Start date: which number is the month? Write it like 2026-03-15')
    await page.getByRole('button', { name: /^Needs a fix/ }).click()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(2)

    const add = page.getByRole('button', { name: 'Add 2 people' })
    expect(await add.isDisabled()).toBe(true)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download rows with reasons' }).click()
    expect((await saved).suggestedFilename()).toBe('people-with-reasons.csv')
    await page.getByLabel('Leave out the 2 rows that need a fix').check()
    await add.click()
    await page.getByRole('heading', { level: 1, name: '2 people added' }).waitFor()
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByText('2 people removed').waitFor()
    const { rowCount } = await journey.api.superuser.query(
      'select 1 from membership where organization_id = $1',
      [manager.organizationId],
    )
    expect(rowCount).toBe(1)
  })

  it('takes pasted rows, keeps a file named that it cannot use, and asks for the password before it adds', async () => {
    await office()
    const page = await journey.open(manager)
    await page.goto('/people/import')
    await page.locator('input[type=file]').setInputFiles(file('Vorname;Alter\nA;3\n', 'not this.csv'))
    await page.getByText("We couldn't use not this.csv.").waitFor()
    await page.getByText('We need the headings Name and Email').waitFor()
    await page.getByText('Paste rows instead').click()
    await page.getByLabel('Your rows').fill('Name\tEmail\nAna\tana@example.org\n')
    await page.getByRole('button', { name: 'Review these rows' }).click()
    await page.getByText('1 new person').waitFor()
    await journey.api.superuser.query(
      "update sign_in_session set confirmed_at = confirmed_at - interval '1 hour' where membership_id = $1",
      [manager.id],
    )
    await page.getByRole('button', { name: 'Add 1 person' }).click()
    await page.getByLabel('Password', { exact: true }).waitFor()
  })

  it('says to an admin who is no manager what only a manager may say', async () => {
    await office(['ADMIN'])
    const page = await journey.open(manager)
    await page.goto('/people/import')
    await page.locator('input[type=file]').setInputFiles(file('Name,Email,Team\nAna,ana@example.org,Field\n'))
    await page.getByText('Team: only a manager can add placements').waitFor()
  })

  it.each([
    [390, 'es-US', true],
    [1280, 'en-US', true],
  ] as const)('leaves axe nothing to find at %i pixels in %s (dark: %s)', async (width, locale, dark) => {
    await office()
    const page = await journey.open(manager, { width, locale, dark })
    const look = async (name: string): Promise<void> => {
      expect(await axeFindings(page), name).toEqual([])
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(sideways), name).toBe(0)
      const folder = process.env['ALONGSIDE_PICTURES']
      if (folder)
        await page.screenshot({
          path: `${folder}/import-${name}-${width}-${locale}-${dark}.png`,
          fullPage: true,
        })
    }
    await page.goto('/people/import')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look('start')
    await page.locator('input[type=file]').setInputFiles(file(FILE))
    await page.getByRole('rowheader').first().waitFor()
    await look('preview')
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: /^(Add|Agregar) 2/ }).click()
    await page.getByRole('button', { name: /^(Undo this import|Deshacer esta importación)/ }).waitFor()
    await look('done')
    await page.goto('/people/import')
    await page.getByText('gente 2026.csv').waitFor()
    await look('start-with-files')
  })
})
