import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TestApi } from '../../support/test-api.ts'

const PREVIEW = `query ($input: RuleChangeInput!) { previewRuleChange(input: $input) {
  revision effects { effect after { shortBy } } } }`
const PUBLISH = `mutation ($input: PublishRuleVersionInput!) { publishRuleVersion(input: $input) {
  ... on RuleVersionPublished { ruleVersion { id } } } }`
const RULE = `query ($id: ID!) { credential(credentialId: $id) { rule {
  limits { kind ... on DeliveryHoursLimit { modes hours } ... on ApprovedOnlyLimit { sponsor modes petition } }
  conversions { from hours } papers proof { how keepYears mustShow audit }
  exceptions { kind due { from to } ... on DateExtension { days } } } } }`

const WRITTEN = {
  limits: [
    { kind: 'DELIVERY_MOST', modes: ['IN_PERSON'], hours: 12 },
    { kind: 'APPROVED_ONLY', sponsor: 'Harbor County', modes: ['SELF_PACED'], petition: true },
  ],
  conversions: [{ from: 'CEU', hours: 10 }],
  papers: ['ETHICS_SIGNED', 'BACKGROUND_CHECK'],
  proof: { how: 'ATTEST', keepYears: 4, mustShow: ['DATE', 'HOURS'], audit: 'One in ten.' },
  exceptions: [{ kind: 'DATE_EXTENDED', dueFrom: '2026-08-01', dueTo: '2026-08-31', days: 30 }],
}

const SHOWN = {
  ...WRITTEN,
  exceptions: [{ kind: 'DATE_EXTENDED', due: { from: '2026-08-01', to: '2026-08-31' }, days: 30 }],
}

describe('limits, papers and exceptions of an own rule', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    const build = new CertificationBuilders(api.build)
    await build.certification(world.actors.peer, CREDENTIAL.california)
    await build.hours(world.actors.peer, 20, ['law-and-ethics'])
  })
  afterAll(() => api.close())

  const change = (parts: object, more: object = {}) => ({
    credentialId: CREDENTIAL.california,
    effectiveFrom: '2024-01-01',
    reason: 'Our payer asks for it',
    rule: {
      cycleMonths: 24,
      expiryShape: 'ROLLING',
      total: { amount: 20, unit: 'HOURS', per: 'CYCLE', yearKind: 'UNKNOWN' },
      minimums: [{ category: 'LAW_AND_ETHICS', amount: 6, unit: 'HOURS' }],
      practice: [],
      late: [],
      ...parts,
    },
    ...more,
  })
  const preview = async (input: object) => {
    const manager = await api.as(world.actors.manager)
    return manager.data<{
      previewRuleChange: { revision: number; effects: { effect: string; after: { shortBy: number } }[] }
    }>(PREVIEW, { input })
  }
  const publish = async (input: object) => {
    const { revision: expectedRevision } = (await preview(input)).previewRuleChange
    const manager = await api.as(world.actors.manager)
    const { publishRuleVersion } = await manager.data<{
      publishRuleVersion: { ruleVersion: { id: string } }
    }>(PUBLISH, { input: { ...input, expectedRevision } })
    return publishRuleVersion.ruleVersion.id
  }
  const shown = async () => {
    const peer = await api.as(world.actors.peer)
    return (await peer.data<{ credential: { rule: object } }>(RULE, { id: CREDENTIAL.california })).credential
      .rule
  }

  it('are assessed in the preview, published, and shown to everybody', async () => {
    const input = change(WRITTEN)
    expect((await preview(input)).previewRuleChange.effects).toEqual([
      { effect: 'BECOMES_SHORT', after: { shortBy: 8 } },
    ])
    const first = await publish(input)
    expect(await shown()).toMatchObject(SHOWN)
    // What a further version leaves out stays as this one wrote it; an empty list takes it away.
    const next = { effectiveFrom: '2024-02-01', replacesVersionId: first }
    await publish(change({ limits: [], papers: [] }, next))
    expect(await shown()).toMatchObject({ ...SHOWN, limits: [], papers: [] })
  })

  it('are refused where they contradict the rule, each beside its field', async () => {
    const manager = await api.as(world.actors.manager)
    const parts = {
      limits: [{ kind: 'CATEGORY_MOST', category: 'ETHICS', hours: 21 }],
      proof: { keepYears: -1, mustShow: [] },
      exceptions: [{ kind: 'FEE_WAIVED', dueFrom: '2026-02-01', dueTo: '2026-01-31' }],
    }
    const input = change(parts, { effectiveFrom: '2023-01-01', effectiveTo: '2023-12-31' })
    const { errors } = await manager.ask(PREVIEW, { input })
    expect(errors?.[0]?.extensions?.['validationErrors']).toEqual([
      { field: 'rule.limits.0.hours', problem: 'too-large', limit: 20 },
      { field: 'rule.proof.keepYears', problem: 'too-small', limit: 0 },
      { field: 'rule.exceptions.0.dueTo', problem: 'before-its-start', limit: '2026-02-01' },
    ])
  })
})
