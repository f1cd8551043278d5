import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

const ADD = `mutation ($input: CreateCustomCredentialInput!) {
  createCustomCredential(input: $input) { credential { id } } }`
const CORRECT = `mutation ($input: CorrectCustomCredentialInput!) { correctCustomCredential(input: $input) {
  ... on CustomCredentialCorrected { credential { name } customCredential { revision } }
  ... on StaleRevision { currentRevision } } }`
const ARCHIVE = `mutation ($input: ArchiveCustomCredentialInput!) { archiveCustomCredential(input: $input) {
  ... on CustomCredentialArchived { customCredential { isArchived } } ... on StaleRevision { currentRevision } } }`
const UNARCHIVE = `mutation ($input: UnarchiveCustomCredentialInput!) { unarchiveCustomCredential(input: $input) {
  ... on CustomCredentialUnarchived { customCredential { isArchived } } ... on StaleRevision { currentRevision } } }`
const KEPT = `query ($id: ID!) { customCredential(credentialId: $id) { revision isArchived isHeld changes {
  before { ...Names } after { ...Names } changedBy { displayName } } } }
  fragment Names on CustomCredentialNames { name abbreviation certifyingBody state isArchived }`
const LISTED =
  'query ($filter: CredentialCatalogueFilter!) { credentialCatalogue(filter: $filter) { edges { node { id isOwn isArchived } } } }'
const RECORD =
  'mutation ($input: RecordCertificationInput!) { recordCertification(input: $input) { __typename } }'
const MINE = '{ myCertifications { edges { node { credential { id name certifyingBody } } } } }'

const WAS = { name: 'Recovery coach of Harbor', abbreviation: 'HRC', state: 'OH' }
const NOW = { ...WAS, name: 'Harbor recovery coach', certifyingBody: 'Harbor County' }
const UNCHANGED = { name: null, abbreviation: null, certifyingBody: null, state: null, isArchived: null }

describe("a correction of an organization's own credential", () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let id: string
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    id = await add(WAS)
  })
  afterAll(() => api.close())

  const add = async (input: object): Promise<string> => {
    const manager = await api.as(world.actors.manager)
    const { createCustomCredential } = await manager.data<{
      createCustomCredential: { credential: { id: string } }
    }>(ADD, { input })
    return createCustomCredential.credential.id
  }
  const input = (expectedRevision: number, names: object = {}) => ({
    input: { credentialId: id, expectedRevision, ...names },
  })
  type Actor = keyof (typeof world)['actors']
  const as = (actor: Actor) => api.as(world.actors[actor])
  const errorOf = async (actor: Actor, operation: string, variables: object) =>
    (await (await as(actor)).ask(operation, { id, ...variables })).errors?.[0]
  const kept = async () =>
    (
      await (
        await as('auditor')
      ).data<{
        customCredential: { revision: number; isArchived: boolean; isHeld: boolean; changes: object[] }
      }>(KEPT, { id })
    ).customCredential
  const listed = async (includesArchived: boolean) => {
    const { credentialCatalogue: list } = await (
      await as('peer')
    ).data<{ credentialCatalogue: { edges: { node: { isOwn: boolean; isArchived: boolean } }[] } }>(LISTED, {
      filter: { state: 'OH', includesArchived },
    })
    return list.edges.filter(({ node }) => node.isOwn).map(({ node }) => node.isArchived)
  }

  it('is kept with what it was before, by whom, for managers and auditors alone', async () => {
    const manager = await as('manager')
    expect(await manager.data(CORRECT, input(1, NOW))).toEqual({
      correctCustomCredential: { credential: { name: NOW.name }, customCredential: { revision: 2 } },
    })
    expect(await kept()).toEqual({
      revision: 2,
      isArchived: false,
      isHeld: false,
      changes: [
        {
          before: { ...UNCHANGED, name: WAS.name, certifyingBody: '' },
          after: { ...UNCHANGED, name: NOW.name, certifyingBody: 'Harbor County' },
          changedBy: { displayName: world.actors.manager.displayName },
        },
      ],
    })
    for (const actor of ['peer', 'supportive', 'admin'] as const) {
      expect((await errorOf(actor, KEPT, {}))?.extensions?.['code']).toBe('FORBIDDEN')
    }
    expect((await errorOf('strangerManager', KEPT, {}))?.extensions?.['code']).toBe('NOT_FOUND')
  })

  it('tells the second of two editors, refuses what a new one would be refused, and others altogether', async () => {
    const manager = await as('manager')
    const stale = { currentRevision: 2 }
    expect(await manager.data(CORRECT, input(1, WAS))).toEqual({ correctCustomCredential: stale })
    expect(await manager.data(ARCHIVE, input(1))).toEqual({ archiveCustomCredential: stale })
    expect(await manager.data(UNARCHIVE, input(3))).toEqual({ unarchiveCustomCredential: stale })
    expect(await kept()).toMatchObject({ revision: 2, isArchived: false })
    const nameless = input(2, { ...NOW, name: ' ' })
    expect((await errorOf('manager', CORRECT, nameless))?.message).toBe('name: required')
    await add({ ...WAS, name: 'Taken' })
    const taken = input(2, { ...NOW, name: 'TAKEN' })
    expect((await errorOf('manager', CORRECT, taken))?.message).toBe('name: already-there')
    for (const actor of ['auditor', 'peer', 'admin'] as const) {
      expect((await errorOf(actor, CORRECT, input(2, NOW)))?.extensions?.['code']).toBe('FORBIDDEN')
      for (const change of [ARCHIVE, UNARCHIVE])
        expect((await errorOf(actor, change, input(2)))?.extensions?.['code']).toBe('FORBIDDEN')
    }
    const strange = await errorOf('strangerManager', CORRECT, input(1, NOW))
    expect(strange?.extensions?.['code']).toBe('NOT_FOUND')
  })

  it('archives what nobody holds, and brings it back', async () => {
    const manager = await as('manager')
    expect(await manager.data(ARCHIVE, input(2))).toEqual({
      archiveCustomCredential: { customCredential: { isArchived: true } },
    })
    expect([await listed(false), await listed(true)]).toEqual([[false], [true, false]])
    const certification = { peerId: world.actors.peer.id, issuedOn: '2025-06-01', credentialId: id }
    expect((await errorOf('manager', RECORD, { input: certification }))?.message).toBe(
      'credentialId: unavailable',
    )
    expect(await manager.data(UNARCHIVE, input(3))).toEqual({
      unarchiveCustomCredential: { customCredential: { isArchived: false } },
    })
    expect(await listed(false)).toEqual([false, false])
    await manager.data(RECORD, { input: certification })
    const held = await errorOf('manager', ARCHIVE, input(4))
    expect(held?.extensions?.['fact']).toBe('certification.custom-rules.credential-is-held')
  })

  it('reaches those who hold it, who keep the same credential', async () => {
    const manager = await as('manager')
    await manager.data(CORRECT, input(4, { ...NOW, name: 'Harbor coach' }))
    expect(await (await as('peer')).data(MINE)).toEqual({
      myCertifications: {
        edges: [{ node: { credential: { id, name: 'Harbor coach', certifyingBody: 'Harbor County' } } }],
      },
    })
    expect((await kept()).changes).toHaveLength(4)
  })

  it('is not archived while somebody is given it at the same moment', async () => {
    const manager = await as('manager')
    const added = { ...WAS, name: 'Given at once', abbreviation: 'GIV' }
    const credentialId = await add(added)
    const peerId = world.actors.colleague.id
    await api.superuser.query('begin')
    await api.superuser.query(
      "select pg_advisory_xact_lock(hashtextextended('certifications of ' || $1, 0))",
      [peerId],
    )
    const recorded = manager.ask(RECORD, { input: { peerId, issuedOn: '2025-06-01', credentialId } })
    await vi.waitFor(async () => {
      const { rows } = await api.superuser.query(
        "select from pg_locks where locktype = 'advisory' and not granted",
      )
      expect(rows).not.toEqual([])
    })
    const archived = manager.ask(ARCHIVE, { input: { credentialId, expectedRevision: 1 } })
    await setTimeout(300)
    await api.superuser.query('commit')
    expect((await recorded).errors).toBeUndefined()
    expect((await archived).errors?.[0]?.extensions['fact']).toBe(
      'certification.custom-rules.credential-is-held',
    )
  })

  it('stands in the lists of the office from then on', async () => {
    const manager = await as('manager')
    const listed = async () => {
      const { renewals } = await manager.data<{ renewals: { facets: Record<string, object[]> } }>(
        '{ renewals { facets { states { state } credentials { label } } } }',
      )
      return renewals.facets
    }
    expect(await listed()).toEqual({
      states: [{ state: 'OH' }],
      credentials: [{ label: 'OH GIV' }, { label: 'OH HRC' }],
    })
    await manager.data(CORRECT, input(5, { ...NOW, abbreviation: 'HARBOR', state: 'GA' }))
    expect(await listed()).toEqual({
      states: [{ state: 'GA' }, { state: 'OH' }],
      credentials: [{ label: 'GA HARBOR' }, { label: 'OH GIV' }],
    })
  })
})
