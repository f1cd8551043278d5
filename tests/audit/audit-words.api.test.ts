import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnKey, recordKey, valueKey } from '../../shared/src/audit/fact-labels.ts'
import { labelUnder } from '../../shared/src/labels/labels.ts'
import { TestApi } from '../support/test-api.ts'

interface Audited {
  table: string
  columns: string
}
/** Each audited table with the columns whose values its entries keep, read from the triggers themselves. */
const AUDITED = /* sql */ `
  select t.tgrelid::regclass::text as table,
         split_part(encode(t.tgargs, 'escape'), '\\000', 3) as columns
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid where p.proname = 'audit_change'`

/** Each column that a constraint holds to a list of codes, with the constraint as the database has it. */
const CLOSED_LISTS = /* sql */ `
  select c.conrelid::regclass::text as table, a.attname as column, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
   where c.contype = 'c' and cardinality(c.conkey) = 1`

/** Ids are shown by a name, or not at all. */
const SHOWN_ID = /^(supervisor|member|team|host_agency|credential)_id$/
/** States are written by their letters, as people write them. */
const WITHOUT_NAMES = /^(organization\.home_state|host_agency\.state|custom_credential\.state)$/

describe.each(['en', 'es'] as const)('the trail in words of %s', (language) => {
  let api: TestApi
  let audited: Audited[]
  beforeAll(async () => {
    api = await TestApi.start()
    audited = (await api.superuser.query<Audited>(AUDITED)).rows
  })
  afterAll(() => api.close())

  it('names every audited table and every fact that is kept of it', () => {
    expect(audited.length).toBeGreaterThan(20)
    const unnamed = audited.filter(({ table }) => labelUnder(recordKey(table), language) === undefined)
    expect(unnamed.map(({ table }) => table)).toEqual([])
    const columns = new Set(audited.flatMap((row) => row.columns.split(',')))
    const shown = [...columns].filter((name) => !name.endsWith('_id') || SHOWN_ID.test(name))
    expect(shown.filter((name) => labelUnder(columnKey(name), language) === undefined)).toEqual([])
  })

  it('names every code that an audited column may hold', async () => {
    const columns = new Set(
      audited.flatMap((row) => row.columns.split(',').map((name) => `${row.table}.${name}`)),
    )
    const { rows } = await api.superuser.query<{ table: string; column: string; definition: string }>(
      CLOSED_LISTS,
    )
    const codes = rows
      .filter(
        ({ table, column }) => columns.has(`${table}.${column}`) && !WITHOUT_NAMES.test(`${table}.${column}`),
      )
      .flatMap(({ table, column, definition }) =>
        [...definition.matchAll(/'([\w-]+)'::text/g)].map(([, code = '']) => ({ table, column, code })),
      )
    expect(codes.length).toBeGreaterThan(60)
    const unnamed = codes.filter(({ table, column, code }) => {
      const key = valueKey(table, column, code)
      return key === undefined || labelUnder(key, language) === undefined
    })
    expect(unnamed).toEqual([])
  })
})
