import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemoOrganizations } from '../../api/src/demo/load-demo-organizations.ts'
import { NOW } from '../support/fixed-today.ts'
import { TestApi } from '../support/test-api.ts'

describe('the trail of the demo', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
    await loadDemoOrganizations(api.urls.ownerUrl, NOW, () => undefined)
  })
  afterAll(() => api.close())

  it('shows people who changed things, newest first, about people and records that are there', async () => {
    const { rows } = await api.superuser.query<{ at: Date; actor: string; there: boolean }>(
      `select e.at, m.display_name as actor,
              e.subject_id is null or exists (select from placement p where p.id = e.subject_id)
                or exists (select from membership x where x.id = e.subject_id) as there
         from audit_entry e join membership m on m.organization_id = e.organization_id and m.id = e.actor_id
        order by e.entry_number desc`,
    )
    expect(rows.length).toBeGreaterThan(6)
    expect(new Set(rows.map(({ actor }) => actor)).size).toBeGreaterThan(4)
    expect(rows.filter(({ there }) => !there)).toEqual([])
    const times = rows.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((one, other) => other - one))
  })
})
