import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../support/builders/builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { TestApi } from '../support/test-api.ts'

interface Entry {
  number: number
  area: string
  action: string
  subject: string
  actor: { displayName: string | null } | null
  person: { displayName: string | null } | null
  facts: { name: string; before: string[] | null; after: string[] | null }[]
}
interface Trail {
  auditTrail: {
    totalCount: number
    edges: { node: Entry; cursor: string }[]
    pageInfo: { hasNextPage: boolean }
  }
}
interface MyTrail {
  myTrail: Trail['auditTrail']
}

const SHAPE = `totalCount pageInfo { hasNextPage } edges { cursor node {
  number area action subject actor { displayName } person { displayName } facts { name before after } } }`
const TRAIL = `query ($filter: AuditTrailFilter, $first: Int! = 100, $after: String) {
  auditTrail(filter: $filter, first: $first, after: $after) { ${SHAPE} } }`
const MINE = `query ($first: Int! = 100) { myTrail(first: $first) { ${SHAPE} } }`

describe('who reads the audit trail', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  const subject = 'placement'
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    const { peer, manager, admin } = world.actors
    const row = { organization_id: world.organization.id, at: NOW, action: 'CHANGED' }
    await api.build.insert('audit_entry', {
      ...row,
      area: 'ACCOUNT',
      subject: 'membership',
      actor_id: admin.id,
      person_id: peer.id,
      facts: { roles: { from: ['PEER'], to: ['PEER', 'SUPERVISOR'] } },
    })
    await api.build.insert('audit_entry', {
      ...row,
      at: '2026-06-10T03:30:00Z',
      area: 'PEOPLE',
      subject,
      actor_id: manager.id,
      person_id: peer.id,
      facts: { host_agency_id: { from: world.hostAgencyId, to: null }, agreement_id: world.hostAgencyId },
    })
  })
  afterAll(() => api.close())

  const nodes = (trail: { edges: { node: Entry }[] }): Entry[] => trail.edges.map(({ node }) => node)

  it('opens it to the auditor, to the admin for accounts and settings, and to nobody else', async () => {
    const seen: Record<string, string> = {}
    for (const [name, member] of Object.entries(world.actors)) {
      const { data, errors } = await (await api.as(member)).ask<Trail>(TRAIL)
      const areas = data && [...new Set(nodes(data.auditTrail).map(({ area }) => area))].sort().join(' ')
      seen[name] = areas ?? errors?.[0]?.extensions.code ?? ''
    }
    expect(seen).toEqual({
      peer: 'FORBIDDEN',
      colleague: 'FORBIDDEN',
      administrative: 'FORBIDDEN',
      educational: 'FORBIDDEN',
      supportive: 'FORBIDDEN',
      manager: 'FORBIDDEN',
      admin: 'ACCOUNT SETTINGS',
      auditor: 'ACCOUNT PEOPLE RELATIONSHIP SETTINGS',
      stranger: 'FORBIDDEN',
      strangerManager: 'ACCOUNT SETTINGS',
    })
  })

  it('shows everybody what was recorded about them and what they did, and nothing more', async () => {
    for (const member of Object.values(world.actors)) {
      const { myTrail } = await (await api.as(member)).data<MyTrail>(MINE)
      expect(nodes(myTrail).length).toBeGreaterThan(0)
      const others = nodes(myTrail).filter(
        ({ actor, person }) =>
          actor?.displayName !== member.displayName && person?.displayName !== member.displayName,
      )
      expect(others).toEqual([])
    }
  })

  it('words each fact: names for ids, before and after, other ids left out', async () => {
    const auditor = await api.as(world.actors.auditor)
    const { auditTrail } = await auditor.data<Trail>(TRAIL, { filter: { personId: world.actors.peer.id } })
    const changed = nodes(auditTrail).filter(({ action }) => action === 'CHANGED')
    expect(changed.map(({ facts }) => facts)).toEqual([
      [{ name: 'host_agency_id', before: ['County Jail'], after: null }],
      [{ name: 'roles', before: ['PEER'], after: ['PEER', 'SUPERVISOR'] }],
    ])
  })

  it.each([
    ['area', () => ({ area: 'PEOPLE' }), ({ area }: Entry) => area === 'PEOPLE'],
    ['subject', () => ({ subject }), (entry: Entry) => entry.subject === subject],
    [
      'actor',
      () => ({ actorId: world.actors.admin.id }),
      ({ actor }: Entry) => actor?.displayName?.startsWith('ADMIN'),
    ],
    [
      'name',
      () => ({ name: 'manager 6' }),
      ({ actor, person }: Entry) => `${actor?.displayName} ${person?.displayName}`.includes('MANAGER 6'),
    ],
  ])('narrows to one %s', async (_name, filter, fits) => {
    const auditor = await api.as(world.actors.auditor)
    const { auditTrail } = await auditor.data<Trail>(TRAIL, { filter: filter() })
    expect(auditTrail.totalCount).toBeGreaterThan(0)
    expect(nodes(auditTrail)).toHaveLength(auditTrail.totalCount)
    expect(nodes(auditTrail).filter((entry) => !fits(entry))).toEqual([])
  })

  it("takes days where the organization is: 03:30 in London's summer is still the ninth in New York", async () => {
    const auditor = await api.as(world.actors.auditor)
    const on = async (day: string): Promise<number> =>
      (await auditor.data<Trail>(TRAIL, { filter: { from: day, to: day, subject } })).auditTrail.totalCount
    expect([await on('2026-06-09'), await on('2026-06-10')]).toEqual([1, 0])
  })

  it('refuses what narrows to nothing that can be', async () => {
    const auditor = await api.as(world.actors.auditor)
    const fieldOf = async (filter: object): Promise<string | undefined> =>
      (await auditor.ask(TRAIL, { filter })).errors?.[0]?.extensions.validationErrors?.[0]?.field
    expect(await fieldOf({ from: '2026-06-10', to: '2026-06-09' })).toBe('to')
    expect(await fieldOf({ subject: "x'; drop table" })).toBe('subject')
    expect(await fieldOf({ name: 'x'.repeat(81) })).toBe('name')
  })

  it('pages by the number of the entry, so that new entries move nothing', async () => {
    const auditor = await api.as(world.actors.auditor)
    const whole = (await auditor.data<Trail>(TRAIL)).auditTrail
    const seen: number[] = []
    let after: string | null = null
    for (let more = true; more;) {
      const { auditTrail }: Trail = await auditor.data<Trail>(TRAIL, { first: 5, after })
      seen.push(...nodes(auditTrail).map(({ number }) => number))
      await api.build.insert('audit_entry', {
        organization_id: world.organization.id,
        at: NOW,
        area: 'EXPORT',
        action: 'DOWNLOADED',
        subject: 'meanwhile',
      })
      after = auditTrail.edges.at(-1)?.cursor ?? null
      more = auditTrail.pageInfo.hasNextPage
    }
    expect(seen).toEqual(nodes(whole).map(({ number }) => number))
  })

  it('numbers the entries of each reader without a gap, whatever happens elsewhere', async () => {
    const { peer, auditor, admin, strangerManager } = world.actors
    const entry = { at: NOW, area: 'PEOPLE', action: 'CHANGED', subject }
    const [ours, theirs] = [world.organization.id, strangerManager.organizationId]
    const about = (organization_id: string, person_id: string) =>
      api.build.insert('audit_entry', { ...entry, organization_id, person_id })
    for (let round = 0; round < 3; round++) {
      await about(theirs, strangerManager.id)
      await about(ours, world.actors.colleague.id)
      await about(ours, peer.id)
    }
    const numbers = (trail: Trail['auditTrail']) => nodes(trail).map(({ number }) => number)
    const downTo1 = (trail: Trail['auditTrail']) =>
      Array.from({ length: trail.totalCount }, (_, place) => trail.totalCount - place)
    const { myTrail } = await (await api.as(peer)).data<MyTrail>(MINE)
    expect(myTrail.totalCount).toBeGreaterThan(4)
    expect(numbers(myTrail)).toEqual(downTo1(myTrail))
    for (const reader of [auditor, admin]) {
      const { auditTrail } = await (await api.as(reader)).data<Trail>(TRAIL)
      expect(numbers(auditTrail)).toEqual(downTo1(auditTrail))
    }
    // A filter leaves out entries and changes no number.
    const { auditTrail: whole } = await (await api.as(auditor)).data<Trail>(TRAIL)
    const filter = { personId: peer.id }
    const { auditTrail: some } = await (await api.as(auditor)).data<Trail>(TRAIL, { filter })
    expect(numbers(some)).toEqual(
      nodes(whole)
        .filter(({ person }) => person?.displayName === peer.displayName)
        .map(({ number }) => number),
    )
  })

  it('gives the file after the password only, says so in the trail, and disarms formulas', async () => {
    const { auditor, peer } = world.actors
    await api.superuser.query("update membership set display_name = '=1+1' where id = $1", [peer.id])
    const stale = await (await api.as(auditor, { confirmed: false })).file('audit-trail')
    expect(stale.code).toBe('CONFIRM_PASSWORD')
    const caller = await api.as(auditor)
    const { text } = await caller.file('audit-trail', { filter: { personId: peer.id, area: 'ACCOUNT' } })
    const lines = text.trimEnd().split('\r\n')
    expect(lines[0]).toBe(
      'Number,Date,Area,Action,Record,By,About,Details,Area (code),Action (code),Record (code)',
    )
    expect(lines.find((line) => line.includes('Roles: Peer → Peer, Supervisor'))).toMatch(
      /,ADMIN \d+,'=1\+1,/,
    )
    const { auditTrail } = await caller.data<Trail>(TRAIL, { filter: { subject: 'audit_entry' } })
    expect(nodes(auditTrail)[0]).toMatchObject({
      area: 'EXPORT',
      action: 'EXPORTED',
      actor: { displayName: auditor.displayName },
      facts: [{ name: 'rows', after: [String(lines.length - 1)] }],
    })
  })

  it('asks the database as often for fifty entries as for one', async () => {
    const auditor = await api.as(world.actors.auditor)
    const sent = async (work: () => Promise<unknown>): Promise<number[]> =>
      (await api.statementsOf(work)).map((batch) => batch.length)
    const counts = (query: string, variables?: Record<string, unknown>): Promise<number[]> =>
      sent(() => auditor.data(query, variables))
    expect(await counts(TRAIL, { first: 1 })).toEqual([3, 2])
    expect(await counts(TRAIL, { first: 50 })).toEqual([3, 2])
    expect(await counts(MINE)).toEqual([3, 2])
    expect(await sent(() => auditor.file('audit-trail'))).toEqual([2, 1, 2, 2, 2])
  })
})
