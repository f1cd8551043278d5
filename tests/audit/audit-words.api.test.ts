import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { english } from '../../api/src/my-data/words/words.en.ts'
import { AUDIT_AREAS } from '../../shared/src/audit/audit-filter.ts'
import {
  DEFLECTION_PATHWAYS,
  HOST_AGENCY_KINDS,
} from '../../shared/src/people/host-agencies/host-agency-kinds.ts'
import { JOB_TITLES } from '../../shared/src/people/placements/job-titles.ts'
import { ORGANIZATION_KINDS } from '../../shared/src/people/organization/organization-kinds.ts'
import { ROLES } from '../../shared/src/people/roles.ts'
import {
  SESSION_FORMATS,
  SESSION_MODALITIES,
  SESSION_STATUSES,
} from '../../shared/src/supervision/sessions/session-formats.ts'
import { SUPERVISION_TYPES } from '../../shared/src/supervision/supervision-types.ts'
import { TestApi } from '../support/test-api.ts'

interface Words {
  areas: Record<string, string>
  actions: Record<string, string>
  records: Record<string, string>
  fact: Record<string, string>
  values: Record<string, string>
}
const wordsOf = (language: string): Words =>
  JSON.parse(
    readFileSync(new URL(`../../web/src/audit/words.${language}.json`, import.meta.url), 'utf8'),
  ) as Words

const CODES: readonly string[] = [
  ...ROLES,
  ...SUPERVISION_TYPES,
  ...SESSION_FORMATS,
  ...SESSION_MODALITIES,
  ...SESSION_STATUSES,
  ...JOB_TITLES,
  ...ORGANIZATION_KINDS,
  ...HOST_AGENCY_KINDS,
  ...DEFLECTION_PATHWAYS,
]

/** Each audited table with the columns whose values its entries keep, read from the triggers themselves. */
const AUDITED = /* sql */ `
  select t.tgrelid::regclass::text as table,
         split_part(encode(t.tgargs, 'escape'), '\\000', 3) as columns
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid where p.proname = 'audit_change'`

describe.each(['en', 'es'])('the trail in words of %s', (language) => {
  const words = wordsOf(language)
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  it('names every audited table and every fact that is kept of it', async () => {
    const { rows } = await api.superuser.query<{ table: string; columns: string }>(AUDITED)
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.map(({ table }) => table).filter((table) => !words.records[table])).toEqual([])
    const columns = new Set(rows.flatMap((row) => row.columns.split(',')))
    const shown = [...columns].filter(
      (name) => !name.endsWith('_id') || /^(supervisor|member|team|host_agency|credential)_id$/.test(name),
    )
    expect(shown.filter((name) => !words.fact[name])).toEqual([])
  })

  it('knows the areas, the actions and the codes of the closed lists', () => {
    expect(AUDIT_AREAS.filter((area) => !words.areas[area])).toEqual([])
    expect(['ADDED', 'CHANGED', 'REMOVED', 'EXPORTED'].filter((code) => !words.actions[code])).toEqual([])
    expect(CODES.filter((code) => !words.values[code])).toEqual([])
  })

  it('is worded in the file of own data as well', () => {
    const codes = Object.keys(english.codes)
    const wanted = [...Object.keys(words.areas), ...Object.keys(words.actions), ...Object.keys(words.records)]
    expect(wanted.map((code) => code.toUpperCase()).filter((code) => !codes.includes(code))).toEqual([])
  })
})
