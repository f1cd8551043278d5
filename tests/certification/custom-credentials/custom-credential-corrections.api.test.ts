import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

const ADD = 'mutation ($input: AddCustomCredentialInput!) { addCustomCredential(input: $input) }'
const CORRECT = `mutation ($id: String!, $input: CorrectCustomCredentialInput!) {
  correctCustomCredential(credentialId: $id, input: $input) }`
const RETIRE = `mutation ($id: String!, $revision: Int!, $retired: Boolean!) {
  retireCustomCredential(credentialId: $id, revision: $revision, retired: $retired) }`
const KEPT = `query ($id: String!) { customCredential(credentialId: $id) { revision isRetired isHeld changes {
  before { ...Names } after { ...Names } changedBy } } }
  fragment Names on CustomCredentialNames { name abbreviation certifyingBody state isRetired }`
const LISTED =
  'query ($withRetired: Boolean!) { credentialCatalogue(state: "OH", withRetired: $withRetired) { id isOwn isRetired } }'
const RECORD =
  'mutation ($input: RecordCertificationInput!) { recordCertification(input: $input) { certificationId } }'
const MINE = '{ myCertifications { edges { node { credential { id name certifyingBody } } } } }'

const WAS = { name: 'Recovery coach of Harbor', abbreviation: 'HRC', state: 'OH' }
const NOW = { ...WAS, name: 'Harbor recovery coach', certifyingBody: 'Harbor County' }
const UNCHANGED = { name: null, abbreviation: null, certifyingBody: null, state: null, isRetired: null }

describe("a correction of an organization's own credential", () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let id: string
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    const manager = await api.as(world.actors.manager)
    id = (await manager.data<{ addCustomCredential: string }>(ADD, { input: WAS })).addCustomCredential
  })
  afterAll(() => api.close())

  type Actor = keyof (typeof world)['actors']
  const as = (actor: Actor) => api.as(world.actors[actor])
  const errorOf = async (actor: Actor, operation: string, variables: object) =>
    (await (await as(actor)).ask(operation, { id, ...variables })).errors?.[0]
  const kept = async () =>
    (
      await (
        await as('auditor')
      ).data<{
        customCredential: { revision: number; isRetired: boolean; isHeld: boolean; changes: object[] }
      }>(KEPT, { id })
    ).customCredential
  const listed = async (withRetired: boolean) => {
    const { credentialCatalogue: rows } = await (
      await as('peer')
    ).data<{ credentialCatalogue: { isOwn: boolean; isRetired: boolean }[] }>(LISTED, { withRetired })
    return rows.filter(({ isOwn }) => isOwn).map(({ isRetired }) => isRetired)
  }

  it('is kept with what it was before, by whom, for managers and auditors alone', async () => {
    const manager = await as('manager')
    const { correctCustomCredential } = await manager.data<{ correctCustomCredential: number }>(CORRECT, {
      id,
      input: { ...NOW, revision: 1 },
    })
    expect(correctCustomCredential).toBe(2)
    expect(await kept()).toEqual({
      revision: 2,
      isRetired: false,
      isHeld: false,
      changes: [
        {
          before: { ...UNCHANGED, name: WAS.name, certifyingBody: '' },
          after: { ...UNCHANGED, name: NOW.name, certifyingBody: 'Harbor County' },
          changedBy: world.actors.manager.displayName,
        },
      ],
    })
    for (const actor of ['peer', 'supportive', 'admin'] as const) {
      expect((await errorOf(actor, KEPT, {}))?.extensions?.['code']).toBe('FORBIDDEN')
    }
    expect((await errorOf('strangerManager', KEPT, {}))?.extensions?.['code']).toBe('NOT_FOUND')
  })

  it('tells the second of two editors, refuses what a new one would be refused, and others altogether', async () => {
    const input = { ...NOW, revision: 1 }
    expect((await errorOf('manager', CORRECT, { input }))?.extensions?.['fact']).toBe(
      'certification.custom-rules.credential-changed-meanwhile',
    )
    const nameless = { ...NOW, name: ' ', revision: 2 }
    expect((await errorOf('manager', CORRECT, { input: nameless }))?.message).toBe('name: required')
    const manager = await as('manager')
    await manager.data(ADD, { input: { ...WAS, name: 'Taken' } })
    const taken = { ...NOW, name: 'TAKEN', revision: 2 }
    expect((await errorOf('manager', CORRECT, { input: taken }))?.message).toBe('name: already-there')
    for (const actor of ['auditor', 'peer', 'admin'] as const) {
      expect((await errorOf(actor, CORRECT, { input }))?.extensions?.['code']).toBe('FORBIDDEN')
      const retiring = await errorOf(actor, RETIRE, { revision: 2, retired: true })
      expect(retiring?.extensions?.['code']).toBe('FORBIDDEN')
    }
    const strange = await errorOf('strangerManager', CORRECT, { input })
    expect(strange?.extensions?.['code']).toBe('NOT_FOUND')
  })

  it('puts away what nobody holds, and brings it back', async () => {
    const manager = await as('manager')
    await manager.data(RETIRE, { id, revision: 2, retired: true })
    expect([await listed(false), await listed(true)]).toEqual([[false], [true, false]])
    const certification = { peerId: world.actors.peer.id, issuedOn: '2025-06-01', credentialId: id }
    expect((await errorOf('manager', RECORD, { input: certification }))?.message).toBe(
      'credentialId: unavailable',
    )
    await manager.data(RETIRE, { id, revision: 3, retired: false })
    expect(await listed(false)).toEqual([false, false])
    await manager.data(RECORD, { input: certification })
    const held = await errorOf('manager', RETIRE, { revision: 4, retired: true })
    expect(held?.extensions?.['fact']).toBe('certification.custom-rules.credential-is-held')
  })

  it('reaches those who hold it, who keep the same credential', async () => {
    const manager = await as('manager')
    await manager.data(CORRECT, { id, input: { ...NOW, name: 'Harbor coach', revision: 4 } })
    expect(await (await as('peer')).data(MINE)).toEqual({
      myCertifications: {
        edges: [{ node: { credential: { id, name: 'Harbor coach', certifyingBody: 'Harbor County' } } }],
      },
    })
    expect((await kept()).changes).toHaveLength(4)
  })

  it('is not put away while somebody is given it at the same moment', async () => {
    const manager = await as('manager')
    const added = { ...WAS, name: 'Given at once', abbreviation: 'GIV' }
    const { addCustomCredential: credentialId } = await manager.data<{ addCustomCredential: string }>(ADD, {
      input: added,
    })
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
    const retired = manager.ask(RETIRE, { id: credentialId, revision: 1, retired: true })
    await setTimeout(300)
    await api.superuser.query('commit')
    expect((await recorded).errors).toBeUndefined()
    expect((await retired).errors?.[0]?.extensions['fact']).toBe(
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
    await manager.data(CORRECT, { id, input: { ...NOW, abbreviation: 'HARBOR', state: 'GA', revision: 5 } })
    expect(await listed()).toEqual({
      states: [{ state: 'GA' }, { state: 'OH' }],
      credentials: [{ label: 'GA HARBOR' }, { label: 'OH GIV' }],
    })
  })
})
