import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

const CATALOGUE = `query ($first: Int, $after: String) { credentialCatalogue(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node { id knowledge provenance { confidence readOn } unread { kind } } } } }`
const READINGS = `query ($id: ID!) { credential(credentialId: $id) {
  hints { ...reading } totalHours rule { otherReadings { ...reading } } } }
  fragment reading on OtherReading { source { confidence url }
    says { kind ... on ReadingCycle { months } ... on ReadingTotal { amount unit per } ... on ReadingFee { usd }
      ... on ReadingMinimum { category amount } ... on ReadingCommonDate { month day } } }`
const CREDENTIAL = 'query ($id: ID!) { credential(credentialId: $id) { name } }'
const REPORTS = `query ($id: ID!, $first: Int, $after: String) {
  catalogueReports(credentialId: $id, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id whatChanged reportedBy { displayName } } } } }`
const REPORT =
  'mutation ($input: ReportCatalogueChangeInput!) { reportCatalogueChange(input: $input) { __typename } }'
const REPORT_AND_SEE = `mutation ($input: ReportCatalogueChangeInput!) { reportCatalogueChange(input: $input) {
  catalogueReport { id whatChanged reportedBy { displayName } settledAt } } }`
const SETTLE = `mutation ($input: SettleCatalogueReportInput!) { settleCatalogueReport(input: $input) {
  catalogueReport { id settledAt } } }`

interface Reading {
  says: object[]
  source: { confidence: string }
}
interface Readings {
  hints: Reading[]
  totalHours: number | null
  rule: { otherReadings: Reading[] }
}
interface Listed {
  id: string
  knowledge: string
  provenance: { confidence: string; readOn: string } | null
}
interface Report {
  id: string
  whatChanged: string
  reportedBy: { displayName: string }
}
interface Page<Node> {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: Node }[]
}

describe('the catalogue of credentials', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
  })
  afterAll(() => api.close())

  const ohio = { id: 'us-oh-cprs' }
  const input = { credentialId: ohio.id, whatChanged: 'The fee went up.' }
  const as = (actor: keyof (typeof world)['actors']) => api.as(world.actors[actor])
  const reportPage = async (actor: keyof (typeof world)['actors'], page: object = {}) =>
    (await (await as(actor)).data<{ catalogueReports: Page<Report> }>(REPORTS, { ...ohio, ...page }))
      .catalogueReports
  const reports = async (actor: keyof (typeof world)['actors']) =>
    (await reportPage(actor)).edges.map(({ node }) => node)
  const codeOf = async (actor: keyof (typeof world)['actors'], operation: string, variables: object) =>
    (await (await as(actor)).ask(operation, { ...variables })).errors?.[0]?.extensions?.['code']

  it('is open to everybody who is signed in, all 69 with their source', async () => {
    const peer = await as('peer')
    const rows: Listed[] = []
    for (let after: string | null = null, more = true; more;) {
      const answer: { credentialCatalogue: Page<Listed> } = await peer.data(CATALOGUE, { first: 40, after })
      const { edges, pageInfo, totalCount } = answer.credentialCatalogue
      expect(totalCount).toBe(69)
      rows.push(...edges.map(({ node }) => node))
      ;({ endCursor: after, hasNextPage: more } = pageInfo)
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(69)
    expect(rows).toHaveLength(69)
    expect(rows.every(({ provenance }) => provenance !== null)).toBe(true)
    expect(rows.find(({ id }) => id === ohio.id)?.knowledge).toBe('COMPLETE')
  })

  it('answers one by its id, and an unknown id like any other', async () => {
    expect(await codeOf('auditor', CREDENTIAL, { id: 'us-xx-none' })).toBe('NOT_FOUND')
    expect(await codeOf('auditor', CREDENTIAL, ohio)).toBeUndefined()
  })

  it('shows what another official page says, and what one source says that is not verified', async () => {
    const peer = await as('peer')
    const { credential: arizona } = await peer.data<{ credential: Readings }>(READINGS, { id: 'us-az-cprs' })
    expect(arizona.rule.otherReadings.flatMap(({ says }) => says)).toEqual([
      { kind: 'FEE', usd: 100 },
      { kind: 'TOTAL', amount: 40, unit: 'HOURS', per: 'CYCLE' },
      { kind: 'MINIMUM', category: 'ETHICS', amount: 3 },
      { kind: 'MINIMUM', category: 'CULTURAL_COMPETENCE', amount: 3 },
    ])
    const { credential: oklahoma } = await peer.data<{ credential: Readings }>(READINGS, { id: 'us-ok-prss' })
    expect(oklahoma.totalHours).toBeNull()
    expect(oklahoma.hints.map(({ source }) => source.confidence)).toEqual(['SECONDARY'])
    expect(oklahoma.hints[0]?.says).toEqual([
      { kind: 'CYCLE', months: 12 },
      { kind: 'TOTAL', amount: 12, unit: 'HOURS', per: 'YEAR' },
      { kind: 'MINIMUM', category: 'ETHICS', amount: 3 },
      { kind: 'COMMON_DATE', month: 12, day: 31 },
      { kind: 'FEE', usd: 15 },
    ])
  })

  it('keeps what a manager noticed, for the office of the same organization, until it is settled', async () => {
    const manager = await as('manager')
    const { reportCatalogueChange: made } = await manager.data<{
      reportCatalogueChange: { catalogueReport: Report & { settledAt: null } }
    }>(REPORT_AND_SEE, { input })
    const { settledAt, ...shown } = made.catalogueReport
    expect(settledAt).toBeNull()
    const { displayName } = world.actors.manager
    expect(shown).toMatchObject({ whatChanged: input.whatChanged, reportedBy: { displayName } })
    expect(await reports('auditor')).toEqual([shown])
    expect(await reports('strangerManager')).toEqual([])
    const settling = { input: { catalogueReportId: shown.id } }
    expect(await codeOf('strangerManager', SETTLE, settling)).toBe('NOT_FOUND')
    expect(await manager.data(SETTLE, settling)).toEqual({
      settleCatalogueReport: { catalogueReport: { id: shown.id, settledAt: api.now.toISOString() } },
    })
    expect(await reports('manager')).toEqual([])
    expect(await codeOf('manager', SETTLE, settling)).toBe('NOT_FOUND')
  })

  it('lists notes page by page, each once', async () => {
    const manager = await as('manager')
    const other = { id: 'us-ca-cmpss' }
    for (const whatChanged of ['One', 'Two', 'Three'])
      await manager.data(REPORT, { input: { credentialId: other.id, whatChanged } })
    const first = await reportPage('auditor', { ...other, first: 2 })
    const second = await reportPage('auditor', { ...other, first: 2, after: first.pageInfo.endCursor })
    expect([first, second].map(({ totalCount, pageInfo }) => [totalCount, pageInfo.hasNextPage])).toEqual([
      [3, true],
      [3, false],
    ])
    const said = [...first.edges, ...second.edges].map(({ node }) => node.whatChanged)
    expect(said.sort()).toEqual(['One', 'Three', 'Two'])
  })

  it('names what is wrong with a report', async () => {
    const manager = await as('manager')
    const answer = await manager.ask(REPORT, { input: { ...input, whatChanged: ' ', sourceUrl: 'nowhere' } })
    expect(answer.errors?.[0]?.message).toBe('whatChanged: required; sourceUrl: not-a-page')
  })

  it('takes one write for each question', async () => {
    const manager = await as('manager')
    const writes = async (operation: string, variables?: Record<string, unknown>) =>
      (await api.statementsOf(() => manager.data(operation, variables))).map((write) => write.length)
    expect(await writes(CATALOGUE)).toEqual([2])
    expect(await writes(REPORTS, ohio)).toEqual([2])
    // With a key: the transaction begins with it.
    expect(await writes(REPORT, { input })).toEqual([2, 1, 1])
  })
})
