import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MY_DATA_PARTS } from '../../api/src/my-data/parts/all-parts.ts'
import { english } from '../../api/src/my-data/words/words.en.ts'
import { spanish } from '../../api/src/my-data/words/words.es.ts'
import { LABELS } from '../../shared/src/labels/labels.ts'
import { cast } from '../support/builders/builders.ts'
import { TestApi } from '../support/test-api.ts'
import { LEFT_OUT } from './left-out.ts'

/** Columns with a foreign key to a membership, and those that sound as if they named a person. */
const NAMING_A_PERSON = /* sql */ `
  select distinct c.relname || '.' || a.attname as name
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype
     and (a.attname ~ '(^|_)(peer|member|membership|supervisor|recipient|person|actor|owner|author|excluded)_id$'
       or a.attname ~ '_by(_id)?$'
       or exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
                    and f.confrelid = 'membership'::regclass and a.attnum = any (f.conkey)
                    and a.attname <> 'organization_id'))
   order by 1`

describe('everything of mine', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  it('takes every column that names a person, or the reason stands why not', async () => {
    const { rows } = await api.superuser.query<{ name: string }>(NAMING_A_PERSON)
    const claimed = new Set(MY_DATA_PARTS.flatMap(({ of }) => of))
    const columns = rows.map(({ name }) => name)
    expect(columns.length).toBeGreaterThan(30)
    expect(columns.filter((name) => !claimed.has(name) && !(name in LEFT_OUT))).toEqual([])
    expect([...claimed, ...Object.keys(LEFT_OUT)].filter((name) => !columns.includes(name))).toEqual([])
    expect([...claimed].filter((name) => name in LEFT_OUT)).toEqual([])
  })

  it('reads in each part the tables whose columns it claims', () => {
    const wrong = MY_DATA_PARTS.flatMap(({ of, sql }) =>
      of.filter(
        (column) => column !== 'sign_in_session.membership_id' && !sql.includes(column.split('.')[0] ?? ''),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('has words in both languages for each part and each field', async () => {
    const { actors } = await cast(api.build)
    await api.as(actors.peer)
    const names = new Set<string>()
    for (const { sql } of MY_DATA_PARTS) {
      const { fields } = await api.superuser.query(`select * from (${sql}) mine limit 0`)
      for (const { name } of fields) names.add(name)
    }
    for (const words of [english, spanish])
      expect(MY_DATA_PARTS.map(({ key }) => key).filter((key) => !words.parts[key])).toEqual([])
    expect([...names].filter((name) => !(name in LABELS.en.records.Column))).toEqual([])
  })
})
