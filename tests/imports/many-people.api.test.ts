import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization } from '../support/builders/builders.ts'
import {
  confirm,
  type Importer,
  importer,
  shownImport,
  shownRows,
  UNDO,
} from '../support/builders/import-builders.ts'
import { TestApi } from '../support/test-api.ts'

const PEOPLE = 5_000
const BAD = 40

/** Windows-1252, semicolons, Spanish headings: as an old spreadsheet saves it. */
function oldSpreadsheet(people: number, isBad: (row: number) => boolean): Buffer {
  const lines = Array.from({ length: people }, (_, row) =>
    [
      `Núñez ${row}`,
      isBad(row) ? `nobody-${row}` : `persona-${row}@example.org`,
      'Par',
      'Guía de recuperación',
      'Cárcel del condado',
      '2026-03-15',
      '0,5',
      'Equipo de campo',
    ].join(';'),
  )
  const headings = 'Nombre;Correo electrónico;Rol;Puesto;Agencia;Fecha de inicio;Jornada;Equipo'
  return Buffer.from(`${headings}\r\n${lines.join('\r\n')}\r\n`, 'latin1')
}

describe('5,000 people in one file', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let office: Importer
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    await api.build.hostAgency(organization, { name: 'Cárcel del Condado' })
    await api.build.insert('reporting_team', { organization_id: organization.id, name: 'Equipo de campo' })
    office = await importer(api, await api.build.member(organization, ['MANAGER', 'ADMIN']))
  })
  afterAll(() => api.close())

  const members = async (): Promise<number> => {
    const { rows } = await api.superuser.query<{ count: number }>(
      'select count(*)::int as count from membership where organization_id = $1',
      [organization.id],
    )
    return rows[0]?.count ?? -1
  }

  it('has 40 bad ones: each is named, nobody is made', async () => {
    const id = await office.preview(oldSpreadsheet(PEOPLE, (row) => row % 125 === 7))
    expect(await shownImport(office.caller, id)).toMatchObject({
      encoding: 'WINDOWS_1252',
      rowCount: PEOPLE,
      newCount: PEOPLE - BAD,
      problemCount: BAD,
    })
    const bad = await shownRows(office.caller, id, ['PROBLEM'])
    expect(bad.map(({ line }) => line)).toEqual(Array.from({ length: BAD }, (_, index) => index * 125 + 9))
    expect(bad[0]?.problems).toEqual([{ column: 'EMAIL', problem: 'not-an-address', otherLine: null }])
    expect(bad[0]?.cells.find(({ column }) => column === 'NAME')?.text).toBe('Núñez 7')
    expect(await confirm(office.caller, id)).toMatchObject({ __typename: 'ImportStopped' })
    expect(await members()).toBe(1)
  })

  it('is previewed, confirmed and taken back with as many statements as a file of five', async () => {
    const work = async (people: number) => {
      const started = performance.now()
      const memory = process.memoryUsage.rss()
      const seconds: number[] = []
      const statements: number[] = []
      let id = ''
      const step = async (what: () => Promise<unknown>) => {
        const before = performance.now()
        statements.push((await api.statementsOf(what)).flat().length)
        seconds.push(Math.round(performance.now() - before) / 1000)
      }
      await step(async () => (id = await office.preview(oldSpreadsheet(people, () => false))))
      const grown = process.memoryUsage.rss() - memory
      await step(() => confirm(office.caller, id))
      expect(await members()).toBe(people + 1)
      await step(() => office.caller.data(UNDO, { id }))
      expect(await members()).toBe(1)
      const [preview, confirmed, undone] = seconds
      console.log(
        `${people} people: preview ${preview} s, confirm ${confirmed} s, undo ${undone} s; resident memory ` +
          `${Math.round(memory / 1e6)} MB, +${Math.round(grown / 1e6)} MB after the preview, ` +
          `+${Math.round((process.memoryUsage.rss() - memory) / 1e6)} MB at the end; statements ${statements.join(', ')}`,
      )
      return { statements, took: performance.now() - started }
    }
    const few = await work(5)
    const many = await work(PEOPLE)
    expect(many.statements).toEqual(few.statements)
    expect(Math.max(...few.statements)).toBeLessThanOrEqual(25)
  }, 120_000)
})
