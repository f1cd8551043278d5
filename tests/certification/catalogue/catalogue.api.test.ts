import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

const CATALOGUE = '{ credentialCatalogue { id knowledge provenance { confidence readOn } unread { kind } } }'
const CREDENTIAL = 'query ($id: String!) { credential(credentialId: $id) { name } }'
const REPORTS = 'query ($id: String!) { catalogueReports(credentialId: $id) { id whatChanged reportedBy } }'
const REPORT = 'mutation ($input: ReportCatalogueChangeInput!) { reportCatalogueChange(input: $input) }'
const SETTLE = 'mutation ($id: UUID!) { settleCatalogueReport(id: $id) }'

interface Listed {
  id: string
  knowledge: string
  provenance: { confidence: string; readOn: string } | null
}
interface Report {
  id: string
  whatChanged: string
  reportedBy: string
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
  const reports = async (actor: keyof (typeof world)['actors']) =>
    (await (await as(actor)).data<{ catalogueReports: Report[] }>(REPORTS, ohio)).catalogueReports
  const codeOf = async (actor: keyof (typeof world)['actors'], operation: string, variables: object) =>
    (await (await as(actor)).ask(operation, { ...variables })).errors?.[0]?.extensions?.['code']

  it('is open to everybody who is signed in, all 69 with their source', async () => {
    const peer = await as('peer')
    const { credentialCatalogue: rows } = await peer.data<{ credentialCatalogue: Listed[] }>(CATALOGUE)
    expect(rows).toHaveLength(69)
    expect(rows.every(({ provenance }) => provenance !== null)).toBe(true)
    expect(rows.find(({ id }) => id === ohio.id)?.knowledge).toBe('COMPLETE')
  })

  it('answers one by its id, and an unknown id like any other', async () => {
    expect(await codeOf('auditor', CREDENTIAL, { id: 'us-xx-none' })).toBe('NOT_FOUND')
    expect(await codeOf('auditor', CREDENTIAL, ohio)).toBeUndefined()
  })

  it('keeps what a manager noticed, for the office of the same organization, until it is settled', async () => {
    const manager = await as('manager')
    const { reportCatalogueChange: id } = await manager.data<{ reportCatalogueChange: string }>(REPORT, {
      input,
    })
    const shown = { id, whatChanged: input.whatChanged, reportedBy: world.actors.manager.displayName }
    expect(await reports('auditor')).toEqual([shown])
    expect(await reports('strangerManager')).toEqual([])
    expect(await codeOf('strangerManager', SETTLE, { id })).toBe('NOT_FOUND')
    await manager.data(SETTLE, { id })
    expect(await reports('manager')).toEqual([])
    expect(await codeOf('manager', SETTLE, { id })).toBe('NOT_FOUND')
  })

  it('names what is wrong with a report', async () => {
    const manager = await as('manager')
    const answer = await manager.ask(REPORT, { input: { ...input, whatChanged: ' ', sourceUrl: 'nowhere' } })
    expect(answer.errors?.[0]?.message).toBe('whatChanged: required; sourceUrl: not-a-page')
  })

  it('takes one write for each operation', async () => {
    const manager = await as('manager')
    const writes = async (operation: string, variables?: Record<string, unknown>) =>
      (await api.statementsOf(() => manager.data(operation, variables))).map((write) => write.length)
    expect(await writes(CATALOGUE)).toEqual([2])
    expect(await writes(REPORTS, ohio)).toEqual([2])
    expect(await writes(REPORT, { input })).toEqual([2])
  })
})
