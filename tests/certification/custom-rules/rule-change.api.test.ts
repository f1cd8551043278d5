import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TestApi } from '../../support/test-api.ts'

const FIGURES = `revision certificationCount counts { effect count } nextAffectedCount nextAffected { peerName renewsOn }
  effects { peerName effect before { status shortBy unit needed } after { status shortBy unit needed } }`
const PREVIEW = `query ($input: RuleChangeInput!) { previewRuleChange(input: $input) { ${FIGURES} } }`
const PREVIEW_END = `query ($input: RuleWithdrawalInput!) { previewRuleWithdrawal(input: $input) { ${FIGURES} } }`
const PUBLISH = `mutation ($input: PublishRuleVersionInput!) { publishRuleVersion(input: $input) {
  __typename ... on RuleVersionPublished { ruleVersion { id } } ... on StaleRevision { currentRevision } } }`
const END = `mutation ($input: WithdrawRuleVersionInput!) { withdrawRuleVersion(input: $input) {
  __typename ... on RuleVersionWithdrawn { ruleVersion { revision } credential { isOverridden } }
  ... on StaleRevision { currentRevision } } }`
const VERSIONS = `query ($id: ID!, $first: Int, $after: String) {
  customRuleVersions(credentialId: $id, first: $first, after: $after) {
    totalCount pageInfo { endCursor }
    edges { node { id publishedBy { displayName } rule { version reason effectiveFrom total { amount } }
      withdrawal { countsUntil reason } } } } }`
const RULES = `query ($id: ID!) { credential(credentialId: $id) {
  isOverridden totalHours rule { version origin reason } rules { version origin } } }`
const RENEWALS = '{ renewals(first: 10) { edges { node { peer { displayName } status } } } }'

interface Preview {
  revision: number
  certificationCount: number
  counts: { effect: string; count: number }[]
  effects: { peerName: string; effect: string; after: { shortBy: number } }[]
  nextAffectedCount: number
  nextAffected: { peerName: string; renewsOn: string }[]
}
interface ByBoard {
  renewals: { edges: { node: { byBoardRule: { status: string; shortBy: number; sourceUrl: string } } }[] }
}
interface Version {
  id: string
  rule: { version: number; reason: string; total: { amount: number } }
  withdrawal: { countsUntil: string | null; reason: string } | null
}
interface Versions {
  readonly totalCount: number
  readonly pageInfo: { readonly endCursor: string }
  readonly edges: { readonly node: Version }[]
}

const rule = (amount: number) => ({
  cycleMonths: 24,
  expiryShape: 'ROLLING',
  total: { amount, unit: 'HOURS', per: 'CYCLE', yearKind: 'UNKNOWN' },
  minimums: [{ category: 'LAW_AND_ETHICS', amount: 6, unit: 'HOURS' }],
  practice: [],
  opensDaysBefore: 90,
  late: [],
})
const change = (amount: number, more: object = {}) => ({
  credentialId: CREDENTIAL.california,
  effectiveFrom: '2024-01-01',
  reason: 'Our payer asks for more',
  rule: rule(amount),
  ...more,
})

describe("a change of the organization's own rule", () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    const build = new CertificationBuilders(api.build)
    const { peer, colleague } = world.actors
    await build.certification(peer, CREDENTIAL.california)
    await build.hours(peer, 20, ['law-and-ethics'], { heldOn: '2026-02-10' })
    await build.certification(colleague, CREDENTIAL.california)
    await build.hours(colleague, 16, ['law-and-ethics'], { heldOn: '2025-01-10' })
  })
  afterAll(() => api.close())

  const as = (actor: keyof (typeof world)['actors'], options = {}) => api.as(world.actors[actor], options)
  const preview = async (input: object) =>
    (await (await as('manager')).data<{ previewRuleChange: Preview }>(PREVIEW, { input })).previewRuleChange
  const problem = async (
    operation: string,
    variables: object,
    who: Member = world.actors.manager,
    o = {},
  ) => {
    const { errors } = await (await api.as(who, o)).ask(operation, { ...variables })
    return errors?.[0]
  }
  const versionPage = async (page: object = {}) =>
    (
      await (
        await as('auditor')
      ).data<{ customRuleVersions: Versions }>(VERSIONS, { id: CREDENTIAL.california, ...page })
    ).customRuleVersions
  const versions = async () => (await versionPage()).edges.map(({ node }) => node)
  const publish = async (input: object) => {
    const { revision: expectedRevision } = await preview(input)
    await (await as('manager')).data(PUBLISH, { input: { ...input, expectedRevision } })
  }
  const statuses = async () => {
    const { renewals } = await (
      await as('manager')
    ).data<{ renewals: { edges: { node: { peer: { displayName: string }; status: string } }[] } }>(RENEWALS)
    return Object.fromEntries(renewals.edges.map(({ node }) => [node.peer.displayName, node.status]))
  }

  it('shows who becomes short before anything is kept', async () => {
    const { peer, colleague } = world.actors
    const shown = await preview(change(30))
    expect(shown.certificationCount).toBe(2)
    expect(shown.effects.map(({ peerName, effect }) => [peerName, effect])).toEqual([
      [peer.displayName, 'BECOMES_SHORT'],
      [colleague.displayName, 'SHORT_OF_MORE'],
    ])
    expect(shown.effects[0]).toMatchObject({
      before: { shortBy: 0, unit: null, needed: 20 },
      after: { shortBy: 10, unit: 'HOURS', needed: 30, status: 'AT_RISK' },
    })
    expect(await versions()).toEqual([])
    const relieving = await preview(change(10))
    expect(relieving.counts).toContainEqual({ effect: 'RELIEVED', count: 1 })
  })

  it('names the first people and days where it begins with the next renewal', async () => {
    const { peer, colleague } = world.actors
    const shown = await preview(change(30, { effectiveFrom: '2026-06-17' }))
    expect(shown.effects).toEqual([])
    expect(shown.nextAffectedCount).toBe(2)
    expect(shown.nextAffected.map(({ peerName }) => peerName).toSorted()).toEqual(
      [peer.displayName, colleague.displayName].toSorted(),
    )
    expect(shown.nextAffected.every(({ renewsOn }) => renewsOn > '2026-06-17')).toBe(true)
    const far = await preview(change(30, { effectiveFrom: '2036-01-01' }))
    expect([far.nextAffectedCount, far.nextAffected]).toEqual([0, []])
  })

  it('refuses a rule that contradicts itself, by the same reasons before and at publishing', async () => {
    const input = change(5)
    const words = 'rule.minimums: does-not-add-up (5)'
    expect((await problem(PREVIEW, { input }))?.message).toBe(words)
    expect((await problem(PUBLISH, { input: { ...input, expectedRevision: 1 } }))?.message).toBe(words)
    expect((await problem(PREVIEW, { input: change(20, { reason: ' ' }) }))?.message).toBe('reason: required')
    const own = change(20, { credentialId: 'custom-00000000-0000-4000-8000-000000000000' })
    expect((await problem(PREVIEW, { input: own }))?.message).toBe('credentialId: not-found')
  })

  it('is published by a manager who gave the password, and only with the figures that were shown', async () => {
    const input = change(30)
    const { revision: expectedRevision } = await preview(input)
    const seen = { ...input, expectedRevision }
    const late = await problem(PUBLISH, { input: seen }, world.actors.manager, { confirmed: false })
    expect(late?.extensions?.['code']).toBe('CONFIRM_PASSWORD')
    for (const other of ['peer', 'educational', 'admin', 'auditor'] as const) {
      const refused = await problem(PUBLISH, { input: seen }, world.actors[other])
      expect(refused?.extensions?.['code']).toBe('FORBIDDEN')
    }
    const manager = await as('manager')
    const otherInput = { ...change(31), expectedRevision }
    expect(await manager.data(PUBLISH, { input: otherInput })).toEqual({
      publishRuleVersion: {
        __typename: 'StaleRevision',
        currentRevision: (await preview(change(31))).revision,
      },
    })
    expect(await versions()).toEqual([])
    await publish(input)
    expect(await versions()).toMatchObject([
      { rule: { reason: input.reason, total: { amount: 30 } }, withdrawal: null },
    ])
    expect((await problem(PUBLISH, { input: seen }))?.message).toBe('effectiveFrom: overlaps (2024-01-01)')
  })

  it('assesses from then on, shown as the decision of the organization with its reason', async () => {
    expect(Object.values(await statuses())).toEqual(['AT_RISK', 'AT_RISK'])
    const { credential } = await (
      await as('peer')
    ).data<{ credential: Record<string, unknown> & { rules: { version: number; origin: string }[] } }>(
      RULES,
      {
        id: CREDENTIAL.california,
      },
    )
    expect(credential).toMatchObject({
      isOverridden: true,
      totalHours: 30,
      rule: { origin: 'ORGANIZATION', reason: 'Our payer asks for more' },
    })
    const [newest, ...older] = credential.rules
    expect(newest?.origin).toBe('ORGANIZATION')
    expect(older.every(({ origin, version }) => origin === 'CATALOGUE' && version < newest!.version)).toBe(
      true,
    )
  })

  it('stands beside what the board itself would say, with its page, in the list and in the file', async () => {
    const manager = await as('manager')
    const asked =
      '{ renewals(first: 10) { edges { node { byBoardRule { status shortBy needed sourceUrl } } } } }'
    const { renewals } = await manager.data<ByBoard>(asked)
    const [board] = renewals.edges.map(({ node }) => node.byBoardRule).filter(({ shortBy }) => shortBy === 0)
    expect(board).toMatchObject({ shortBy: 0, needed: 20 })
    expect(board?.status).not.toBe('AT_RISK')
    expect(board?.sourceUrl).toMatch(/^https:/)
    const { text } = await manager.file('renewals', {})
    const [head = '', row = ''] = text.split('\r\n')
    expect(head).toContain(",Board's status,CE hours the board needs,Source,")
    expect(row).toMatch(/,20,https:/)
  })

  it('stops nowhere but here: another organization keeps the rule of the catalogue', async () => {
    const stranger = await as('strangerManager')
    expect(await stranger.data(RULES, { id: CREDENTIAL.california })).toMatchObject({
      credential: { isOverridden: false, totalHours: 20 },
    })
    expect(await stranger.data(VERSIONS, { id: CREDENTIAL.california })).toMatchObject({
      customRuleVersions: { totalCount: 0, edges: [] },
    })
  })

  it('gives its place to a further version, and keeps the days before', async () => {
    const [first] = await versions()
    const input = change(20, {
      effectiveFrom: '2024-06-01',
      replacesVersionId: first!.id,
      reason: 'The payer took it back',
    })
    await publish(input)
    const [second, replaced] = await versions()
    const newest = await versionPage({ first: 1 })
    expect(newest.edges.map(({ node }) => node)).toEqual([second])
    const older = await versionPage({ first: 1, after: newest.pageInfo.endCursor })
    expect([older.totalCount, older.edges.map(({ node }) => node)]).toEqual([2, [replaced]])
    expect(second).toMatchObject({ rule: { version: first!.rule.version + 1, total: { amount: 20 } } })
    expect(replaced).toMatchObject({
      id: first!.id,
      withdrawal: { countsUntil: '2024-05-31', reason: 'The payer took it back' },
    })
    expect(Object.values(await statuses()).sort()).toEqual(['AT_RISK', 'RENEWAL_OPEN'])
  })

  it('can be ended with a reason after a look at what that does, and never twice', async () => {
    const [second] = await versions()
    const input = { versionId: second!.id, reason: 'A slip of the pen' }
    const manager = await as('manager')
    const { previewRuleWithdrawal: shown } = await manager.data<{ previewRuleWithdrawal: Preview }>(
      PREVIEW_END,
      { input },
    )
    const slip = await problem(PREVIEW_END, { input: { ...input, countsUntil: '2036-06-18' } })
    expect(slip?.extensions?.['validationErrors']).toEqual([
      { field: 'countsUntil', problem: 'too-far-ahead', limit: '2036-06-17' },
    ])
    const seen = { ...input, expectedRevision: shown.revision }
    expect(await manager.data(END, { input: seen })).toMatchObject({
      withdrawRuleVersion: { ruleVersion: { revision: 1 }, credential: { isOverridden: false } },
    })
    expect((await versions())[0]?.withdrawal).toEqual({ countsUntil: null, reason: 'A slip of the pen' })
    const again = await problem(END, { input: seen })
    expect(again?.extensions?.['fact']).toBe('certification.custom-rules.end-has-come')
    const foreign = await problem(PREVIEW_END, { input }, world.actors.strangerManager)
    expect(foreign?.extensions?.['code']).toBe('NOT_FOUND')
  })

  it('lets one of two editors through, and shows the other new figures', async () => {
    const input = change(24, { effectiveFrom: '2025-01-01' })
    const { revision: expectedRevision } = await preview(input)
    const manager = await as('manager')
    const seen = { ...input, expectedRevision }
    const both = await Promise.all([1, 2].map(() => manager.ask(PUBLISH, { input: seen })))
    expect(both.filter(({ errors }) => !errors)).toHaveLength(1)
    expect(both.find(({ errors }) => errors)?.errors?.[0]?.message).toBe(
      'effectiveFrom: overlaps (2025-01-01)',
    )
    expect((await versions()).filter(({ withdrawal }) => withdrawal === null)).toHaveLength(1)
  })

  it('takes the same statements for few and many', async () => {
    const manager = await as('manager')
    const writes = async (operation: string, variables: Record<string, unknown>) =>
      (await api.statementsOf(() => manager.data(operation, variables))).map((write) => write.length)
    const input = change(30, { effectiveFrom: '2024-06-01', effectiveTo: '2024-12-31' })
    expect(await writes(PREVIEW, { input })).toEqual([3])
    expect(await writes(VERSIONS, { id: CREDENTIAL.california })).toEqual([2])
  })
})
