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
    expect(await text()).toContain("These columns aren't used: Apodo")
    expect(await text()).toContain('Email: this does not look like name@example.org')
    expect(await text()).toContain('Start date: which number is the month?')
    await page.getByText('Some dates can be read two ways.').waitFor()
    await page.getByRole('button', { name: /^Needs a fix/ }).click()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(2)

    const add = page.getByRole('button', { name: 'Add 2 people' })
    expect(await add.isDisabled()).toBe(true)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download rows with reasons' }).click()
    expect((await saved).suggestedFilename()).toBe('rows-with-reasons.csv')
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
    await page
      .locator('input[type=file]')
      .setInputFiles(file('Ana,ana@example.org\nBen,b@b.org\n', 'not this.csv'))
    await page.getByText("We couldn't use not this.csv.").waitFor()
    await page.getByText('The first line holds a person.').waitFor()
    await page
      .locator('input[type=file]')
      .setInputFiles(file('Name,Email\nA,a@b.org\n"B,b@b.org\n', 'not this.csv'))
    await page.getByText('Look at line 3').waitFor()
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

  it('takes an HR export as it comes, people and then their certifications', async () => {
    await office()
    const organization = { id: manager.organizationId, name: '' }
    for (const name of ['Harlan County Jail', 'Tri-County Drug Court'])
      await journey.build.hostAgency(organization, { name })
    const export_ = [
      '\uFEFFLast Name,First Name,Work Email,Title,Agency,Start Date,FTE,Credential,Expires',
      'Delgado,Rosa,rosa@hr.example,Peer Recovery Coach,Harlan Co. Jail,1/6/2025,1.0,CPRS,2/11/2027',
      'O’Brien,Maeve,maeve@hr.example,Peer Recovery Coach,Tri County,3/15/2024,.5,CPRS,6/30/2027',
      'Núñez,Ana,ana@hr.example,Recovery coach,County Jail,12/1/2025,Full time,,',
    ]
    const page = await journey.open(manager, { width: 1280 })
    await page.goto('/people/import')
    let interactions = 0
    const act = async (what: Promise<unknown>): Promise<void> => {
      interactions += 1
      await what
    }
    await act(page.locator('input[type=file]').setInputFiles(file(export_.join('\r\n'), 'hr.csv')))
    await page.getByRole('heading', { level: 1, name: 'Review import' }).waitFor()
    await page.getByText('1 new person').waitFor()
    await act(page.getByRole('button', { name: 'Use these 3 matches' }).click())
    await page.getByText('3 new people').waitFor()
    await act(page.getByRole('button', { name: 'Add 3 people' }).click())
    await page.getByRole('heading', { level: 1, name: '3 people added' }).waitFor()
    console.log(`an HR export from upload to people: ${interactions} interactions`)
    expect(interactions).toBe(3)

    // The file does not say when each was first issued: that is asked in place, and never guessed.
    await act(page.getByRole('button', { name: 'Add their certifications' }).click())
    await page.getByText('Words we don').waitFor()
    await act(page.getByRole('button', { name: 'Use this match' }).click())
    for (const [line, day] of [
      [2, '2/12/2025'],
      [3, '2025-07-01'],
    ] as const) {
      const cell = page.getByLabel(`Issue date, line ${line}`)
      await act(cell.fill(day))
      await act(cell.press('Enter'))
      await cell.waitFor({ state: 'detached' })
    }
    await act(page.getByRole('button', { name: 'Add 2 certifications' }).click())
    await page.getByRole('heading', { level: 1, name: '2 certifications added' }).waitFor()
    console.log(`and on to their certifications: ${interactions} interactions`)
    const { rows } = await journey.api.superuser.query(
      `select m.display_name, c.credential_id, c.issued_on::text, c.expires_on::text from certification c
         join membership m on m.id = c.peer_id where c.organization_id = $1 order by 1`,
      [manager.organizationId],
    )
    expect(rows).toEqual([
      {
        display_name: 'Maeve O’Brien',
        credential_id: 'us-oh-cprs',
        issued_on: '2025-07-01',
        expires_on: '2027-06-30',
      },
      {
        display_name: 'Rosa Delgado',
        credential_id: 'us-oh-cprs',
        issued_on: '2025-02-12',
        expires_on: '2027-02-11',
      },
    ])
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
