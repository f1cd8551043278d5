import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_LIMIT, LIST_EXPORTS } from '../../api/src/app/file-endpoints.ts'
import { labels } from '../../shared/src/labels/en/records.ts'
import { type BuiltOrganization, cast, type Member } from '../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../support/builders/certification-builders.ts'
import { importer } from '../support/builders/import-builders.ts'
import { aSession } from '../support/builders/supervision-builders.ts'
import { makeToken } from '../support/builders/token-builders.ts'
import { aPublishedMonth } from '../support/builders/wellness-builders.ts'
import { receivedFile, TestApi } from '../support/test-api.ts'

// A list as a file: what holds for every one of them, whatever is in it.

const NAMES = LIST_EXPORTS.map(({ name }) => name)
/** What the trade abbreviates, states and credentials, is no code. */
const A_CODE = /\b(?!(?:API|CE|CSV|FTE|OH|CA|CMPSS)\b)[A-Z]{2,}(?:_[A-Z]+)*\b/
/** As the tests name a member: `ADMIN and MANAGER 7`. */
const A_NAME = /[A-Z]+(?: and [A-Z]+)* \d+/g
/** No name is in it, and everyone in the organization sees the same. */
const WITHOUT_PASSWORD: readonly string[] = ['crowd-reports']

/** A cell in quotes may hold commas. */
const cellsOf = (line: string): string[] => line.match(/"(?:[^"]|"")*"|[^,]+|(?<=^|,)(?=,|$)/g) ?? []

describe('POST /exports/<list>', () => {
  let api: TestApi
  let everybody: Member
  let organization: BuiltOrganization
  let importId: string
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    const world = await cast(api.build)
    organization = world.organization
    await new CertificationBuilders(api.build).certification(world.actors.peer, CREDENTIAL.california)
    everybody = await api.build.member(organization, ['MANAGER', 'ADMIN', 'AUDITOR', 'SUPERVISOR'])
    peer = world.actors.peer
    await api.build.insert('service_hours', {
      ...{
        organization_id: organization.id,
        peer_id: peer.id,
        starts_on: '2026-06-01',
        ends_on: '2026-06-05',
      },
      ...{ hours: 40, recorded_by: everybody.id, recorded_at: '2026-06-06T12:00:00Z' },
    })
    await aSession(api, everybody, [peer])
    await aPublishedMonth(api.build, organization.id)
    importId = await (await importer(api, everybody)).preview('Name,Email\nAna,ana@example.org\n')
  })
  afterAll(() => api.close())

  const bodyOf = (name: string): Record<string, unknown> =>
    ({
      'crowd-reports': { subject: 'CHECK_IN' },
      'import-rows': { importId },
      'renewal-calendar': { from: '2026-06-01', to: '2026-12-31' },
      'service-hours': { from: '2026-06-01', monthCount: 6 },
      'supervision-record': { peerId: peer.id, from: '2026-06-01', to: '2026-06-30' },
    })[name] ?? {}
  const exported = async () => {
    const { rows } = await api.superuser.query<{ subject: string; facts: unknown }>(
      "select subject, facts from audit_entry where area = 'EXPORT' and actor_id = $1 order by entry_number",
      [everybody.id],
    )
    return rows
  }

  it.each(NAMES)('gives %s as a download that nothing keeps, and one entry in the trail', async (name) => {
    const before = (await exported()).length
    const { status, headers, text } = await (await api.as(everybody)).file(name, bodyOf(name))
    expect([status, headers]).toMatchObject([
      200,
      {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}-2026-06-17.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    ])
    const { subject = '' } = LIST_EXPORTS.find((list) => list.name === name) ?? {}
    expect(labels.RecordKind).toHaveProperty(subject)
    const rows = text.trimEnd().split('\r\n').length - 1
    expect((await exported()).slice(before)).toEqual([{ subject, facts: { rows } }])
  })

  it.each(NAMES)('asks for a recent password before %s leaves', async (name) => {
    const before = (await exported()).length
    const stale = await (await api.as(everybody, { confirmed: false })).file(name, bodyOf(name))
    const leaves = WITHOUT_PASSWORD.includes(name)
    expect(stale.code).toBe(leaves ? undefined : 'CONFIRM_PASSWORD')
    expect((await exported()).length - before).toBe(leaves ? 1 : 0)
  })

  it('takes the arguments of the query, checked as GraphQL checks them, and names each that is wrong', async () => {
    const caller = await api.as(everybody)
    const problems = async (name: string, body: Record<string, unknown>) =>
      [...((await caller.file(name, body)).body.errors?.[0]?.extensions.validationErrors ?? [])].sort(
        (one, other) => one.field.localeCompare(other.field),
      )
    const notAnOption = (field: string) => ({ field, problem: 'not-an-option' })
    expect(await problems('peers', { filter: { state: 'NOWHERE' }, sort: { by: 'CASELOAD' } })).toEqual([
      notAnOption('filter.state'),
      notAnOption('sort.by'),
    ])
    expect(await problems('peers', { first: 1, everything: true, language: 'fr' })).toEqual([
      notAnOption('everything'),
      notAnOption('first'),
      notAnOption('language'),
    ])
    expect(await problems('import-rows', {})).toEqual([{ field: 'importId', problem: 'required' }])
    expect(await problems('members', { filter: { search: 'x'.repeat(101) } })).toMatchObject([
      { field: 'filter.search', problem: 'too-long' },
    ])
  })

  it('answers our own pages only, to POST, with JSON; and no token', async () => {
    const page = await api.pageOf(everybody)
    const post = (headers: Record<string, string>, body = '{}') => {
      const sent = api.raw.post('/exports/peers').set('content-type', 'application/json')
      for (const [name, value] of Object.entries(headers)) void sent.set(name, value)
      return receivedFile(sent.send(body))
    }
    expect((await post({ ...page, origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post({ ...page, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post(page, '[]')).status).toBe(400)
    expect((await post({ ...page, 'content-type': 'text/csv' }, 'x')).status).toBe(400)
    expect((await api.raw.get('/exports/peers').set(page)).status).toBe(405)
    const { secret } = await makeToken(await api.as(everybody))
    expect((await post({ authorization: `Bearer ${secret}` })).code).toBe('FORBIDDEN')
  })

  it.each(NAMES)(
    'says in %s in words what a code means, and has the code in a column of its own',
    async (name) => {
      const caller = await api.as(everybody)
      for (const language of ['en', 'es']) {
        const { text } = await caller.file(name, { ...bodyOf(name), language })
        const [titles = [], ...rows] = text.trimEnd().split('\r\n').map(cellsOf)
        expect(rows.length).toBeGreaterThan(0)
        const inWords = rows.flatMap((row) =>
          row.filter((_cell, place) => !titles[place]?.endsWith('(code)')),
        )
        expect(inWords.filter((cell) => A_CODE.test(cell.replace(A_NAME, '')))).toEqual([])
      }
    },
  )

  it('gives the words of the file in the language that is asked for', async () => {
    const caller = await api.as(everybody)
    const first = async (language: string) =>
      (await caller.file('import-rows', { importId, language })).text.split('\r\n')[0]
    expect([await first('en'), await first('es')]).toEqual([
      expect.stringMatching(/Line,Result,Reasons$/),
      expect.stringMatching(/Línea,Resultado,Motivos$/),
    ])
  })
  it('gives one person sixty files an hour, and everybody else theirs', async () => {
    const [busy, other] = [
      await api.build.member(organization, ['ADMIN']),
      await api.build.member(organization, ['ADMIN']),
    ]
    const caller = await api.as(busy)
    for (let file = 0; file < EXPORT_LIMIT.allowed; file++)
      expect((await caller.file('members')).status).toBe(200)
    const refused = await caller.file('members')
    expect([refused.status, refused.code]).toEqual([429, 'TOO_MANY_ATTEMPTS'])
    expect((await (await api.as(other)).file('members')).status).toBe(200)
  })
})
