import fc from 'fast-check'
import { foldedForComparison } from '@alongside/shared/language/folded-text'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestApi } from '../support/test-api.ts'

/** Letters and signs that people write names with, beside anything at all. */
const SIGNS = [..."aZ ß’'ʻ‘łŁøđÐéñőệỹŌıİςΣЙё–—‐-\u00A0\u2009\u200B\u00AD\u202E\u3164\u2800ﬁＡ№①æŒÞẞ\t\n`´"]
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

describe('texts as they are compared', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  const inDatabase = async (texts: readonly string[]): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ folded: string }>(
      'select access.folded(each) as folded from unnest($1::text[]) with ordinality as t (each, place) order by place',
      [texts],
    )
    return rows.map(({ folded }) => folded)
  }

  it.each([
    ['O’Brien', "O'Brien"],
    ['Wałęsa', 'walesa'],
    ['Kapiʻolani', 'KAPIOLANI'],
    ['Ana\u00A0 Double', 'ana double'],
    ['Jean\u2011Luc', 'Jean-Luc'],
    ['Groß', 'gross'],
    ['José', 'Jose\u0301'],
    ['Nguyễn Thị Hường', 'nguyen thi huong'],
    ['\u200BRosa\u00AD', 'rosa'],
    ['ＡＢＣ', 'abc'],
  ])('finds %s by %s', (kept, typed) => {
    expect(foldedForComparison(kept)).toBe(foldedForComparison(typed))
  })

  it('keeps apart what differs', () => {
    const names = ['Ana', 'Ann', 'Ana B', 'Ana-B', '100%', '_']
    expect(new Set(names.map(foldedForComparison)).size).toBe(names.length)
  })

  it('are the same in the database, whatever is written, and folding again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 200 }), async (texts) => {
        const stored = texts.map((each) => each.replaceAll('\0', '').toWellFormed())
        const folded = stored.map(foldedForComparison)
        expect(await inDatabase(stored)).toEqual(folded)
        expect(folded.map(foldedForComparison)).toEqual(folded)
      }),
      { numRuns: 40 },
    )
  })

  it('order teams as people read them: Ávila before Zoe, in either case', async () => {
    const organization = await api.build.organization()
    const office = await api.as(await api.build.member(organization, ['MANAGER', 'ADMIN']))
    for (const name of ['Zoe', 'apple', 'Ávila', 'Beta']) {
      const { createReportingTeam } = await office.data<{
        createReportingTeam: { reportingTeam: { id: string } }
      }>(
        'mutation ($name: String!) { createReportingTeam(input: { name: $name }) { reportingTeam { id } } }',
        { name },
      )
      const peer = await api.build.peer(organization)
      await api.build.insert('employment', {
        organization_id: organization.id,
        member_id: peer.id,
        team_id: createReportingTeam.reportingTeam.id,
      })
    }
    const { peers } = await office.data<{ peers: { edges: { node: { team: { name: string } } }[] } }>(
      '{ peers(sort: { by: TEAM, descending: false }) { edges { node { team { name } } } } }',
    )
    expect(peers.edges.map(({ node }) => node.team.name)).toEqual(['apple', 'Ávila', 'Beta', 'Zoe'])
  })

  it.each([
    ['O’Brien', "o'brien"],
    ['Lech Wałęsa', 'walesa'],
    ['Kapiʻolani', 'kapiolani'],
    ['Ana\u00A0Double', 'ana  double'],
  ])('every search finds %s by %j', async (displayName, typed) => {
    const organization = await api.build.organization()
    const office = await api.build.member(organization, ['MANAGER', 'ADMIN', 'AUDITOR'])
    const peer = await api.build.member(organization, ['PEER', 'SUPERVISOR'])
    const other = await api.build.peer(organization)
    await api.superuser.query('update membership set display_name = $2 where id = $1', [peer.id, displayName])
    const caller = await api.as(office)
    const found = await caller.data<Record<string, { edges: { node: { displayName: string } }[] }>>(
      `query ($s: String!, $id: UUID!) {
        peers(filter: { search: $s }) { edges { node { displayName } } }
        members(filter: { search: $s }) { edges { node { displayName } } }
        availableSupervisors(peerId: $id, type: EDUCATIONAL, search: $s) { edges { node { displayName } } } }`,
      { s: typed, id: other.id },
    )
    for (const [list, { edges }] of Object.entries(found))
      expect([list, edges.map(({ node }) => node.displayName)]).toEqual([list, [displayName]])
    const trail = await caller.data<{ auditTrail: { totalCount: number } }>(
      'query ($s: String!) { auditTrail(filter: { name: $s }) { totalCount } }',
      { s: typed },
    )
    expect(trail.auditTrail.totalCount).toBeGreaterThan(0)
  })

  it('is found in an index of its own organization', async () => {
    const { rows } = await api.superuser.query<{ name: string }>(
      "select indexdef as name from pg_indexes where indexname = 'membership_organization_id_folded_name_idx'",
    )
    expect(rows[0]?.name).toContain('(organization_id, folded_name)')
  })
})
