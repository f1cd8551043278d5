import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

const ADD = `mutation ($input: CreateCustomCredentialInput!) { createCustomCredential(input: $input) {
  credential { id name isOwn } customCredential { revision isHeld } } }`
const CATALOGUE =
  '{ credentialCatalogue(filter: { state: "OH" }) { edges { node { id name isOwn knowledge } } } }'
const RECORD =
  'mutation ($input: RecordCertificationInput!) { recordCertification(input: $input) { __typename } }'
const PREVIEW =
  'query ($input: RuleChangeInput!) { previewRuleChange(input: $input) { revision certificationCount } }'
const PUBLISH = `mutation ($input: PublishRuleVersionInput!) { publishRuleVersion(input: $input) {
  ... on RuleVersionPublished { credential { knowledge } } } }`
const MINE =
  '{ myCertifications { edges { node { status credential { name isOwn rule { origin version } } } } } }'

interface Listed {
  id: string
  name: string
  isOwn: boolean
  knowledge: string
}

describe('a credential that the catalogue does not hold', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let id: string
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    const manager = await api.as(world.actors.manager)
    const { createCustomCredential: made } = await manager.data<{
      createCustomCredential: { credential: { id: string; name: string } }
    }>(ADD, { input })
    expect(made).toMatchObject({
      credential: { name: input.name, isOwn: true },
      customCredential: { revision: 1, isHeld: false },
    })
    id = made.credential.id
  })
  afterAll(() => api.close())

  const input = { name: 'Recovery coach of Harbor County', abbreviation: 'HRC', state: 'OH' }
  const as = (actor: keyof (typeof world)['actors']) => api.as(world.actors[actor])
  const own = async (actor: keyof (typeof world)['actors']) => {
    const listed = await (
      await as(actor)
    ).data<{ credentialCatalogue: { edges: { node: Listed }[] } }>(CATALOGUE)
    return listed.credentialCatalogue.edges.map(({ node }) => node).filter(({ isOwn }) => isOwn)
  }

  it('stands in the catalogue of its organization, for everybody there, and nowhere else', async () => {
    expect(await own('peer')).toEqual([{ id, name: input.name, isOwn: true, knowledge: 'NONE' }])
    expect(await own('strangerManager')).toEqual([])
  })

  it('is made once by a manager, with a state that there is', async () => {
    const asked = async (actor: keyof (typeof world)['actors'], changed: object) =>
      (await (await as(actor)).ask(ADD, { input: { ...input, ...changed } })).errors?.[0]?.message
    expect(await asked('manager', {})).toBe('name: already-there')
    expect(await asked('manager', { name: 'RECOVERY COACH of Harbor County' })).toBe('name: already-there')
    expect(await asked('manager', { name: 'Another', state: 'XX' })).toBe('state: not-an-option')
    expect(await asked('auditor', { name: 'Another' })).toBeDefined()
  })

  it('can be held, and is assessed by the rule that the organization writes for it', async () => {
    const manager = await as('manager')
    const certification = { peerId: world.actors.peer.id, issuedOn: '2025-06-01', expiresOn: '2026-07-31' }
    const unknown = { ...certification, credentialId: `custom-${world.actors.peer.id}` }
    const refused = await manager.ask(RECORD, { input: unknown })
    expect(refused.errors?.[0]?.message).toBe('credentialId: not-found')
    await manager.data(RECORD, { input: { ...certification, credentialId: id } })
    const rule = {
      cycleMonths: 12,
      expiryShape: 'PRINTED',
      total: { amount: 8, unit: 'HOURS', per: 'CYCLE', yearKind: 'UNKNOWN' },
      minimums: [],
      practice: [],
      late: [],
    }
    const change = { credentialId: id, reason: 'What our county asks', rule }
    const { previewRuleChange: shown } = await manager.data<{
      previewRuleChange: { revision: number; certificationCount: number }
    }>(PREVIEW, { input: change })
    expect(shown.certificationCount).toBe(1)
    const seen = { ...change, expectedRevision: shown.revision }
    expect(await manager.data(PUBLISH, { input: seen })).toEqual({
      publishRuleVersion: { credential: { knowledge: 'COMPLETE' } },
    })
    expect(await (await as('peer')).data(MINE)).toEqual({
      myCertifications: {
        edges: [
          {
            node: {
              status: 'AT_RISK',
              credential: { name: input.name, isOwn: true, rule: { origin: 'ORGANIZATION', version: 1 } },
            },
          },
        ],
      },
    })
    expect((await own('supportive'))[0]?.knowledge).toBe('COMPLETE')
  })
})
