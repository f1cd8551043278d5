import { describe, expect, it } from 'vitest'
import { loadDemoOrganizations } from '../../../api/src/demo/load-demo-organizations.ts'
import type { Member } from '../../support/builders/builders.ts'
import { LIST, type Listed } from '../../support/builders/member-builders.ts'
import { TestApi } from '../../support/test-api.ts'

describe('the demo, as its admin finds it', () => {
  it('has members in every state, another organization to go to, and one that is not set up yet', async () => {
    const api = await TestApi.start()
    await loadDemoOrganizations(api.urls.ownerUrl, api.now, () => undefined)
    const { rows } = await api.superuser.query<Member>(
      `select m.id, m.organization_id as "organizationId", m.account_id as "accountId"
         from membership m where 'ADMIN' = any (m.roles) order by m.joined_on`,
    )
    const states: (readonly { state: string; count: number }[])[] = []
    const open: number[] = []
    for (const row of rows) {
      const caller = await api.as(row)
      states.push((await caller.data<{ members: Listed }>(LIST)).members.facets.states)
      const { steps } = await caller.data<{ steps: { state: string }[] }>(
        '{ steps: organizationSetup { state } }',
      )
      open.push(steps.filter(({ state }) => state === 'OPEN').length)
      const { mine } = await caller.data<{ mine: { totalCount: number } }>(
        '{ mine: myOrganizations { totalCount } }',
      )
      expect(mine.totalCount).toBe(2)
    }
    expect(states[0]?.every(({ count }) => count > 0)).toBe(true)
    expect(open).toEqual([0, 6])
    await api.close()
  })
})
