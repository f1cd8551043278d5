import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TestApi } from '../../support/test-api.ts'

const PREVIEW =
  'query ($input: RuleChangeInput!) { previewRuleChange(input: $input) { revision certificationCount } }'
const PUBLISH = `mutation ($input: PublishRuleVersionInput!) { publishRuleVersion(input: $input) {
  ... on RuleVersionPublished { ruleVersion { id } } } }`
const PREVIEW_END = `query ($input: RuleWithdrawalInput!) { previewRuleWithdrawal(input: $input) {
  revision counts { effect count } } }`
const END = `mutation ($input: WithdrawRuleVersionInput!) { withdrawRuleVersion(input: $input) {
  __typename ... on RuleVersionWithdrawn { ruleVersion { revision } } } }`
const VERSIONS = `query ($id: ID!) { customRuleVersions(credentialId: $id) { edges { node {
  id revision withdrawal { countsUntil } ends { countsUntil isUndone reason } } } } }`
const MINE = '{ myCertifications { edges { node { rule { origin } } } } }'

interface Version {
  id: string
  revision: number
  withdrawal: { countsUntil: string | null } | null
  ends: { countsUntil: string | null; isUndone: boolean; reason: string }[]
}

describe("the end of an organization's version", () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let id: string
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    await new CertificationBuilders(api.build).certification(world.actors.peer, CREDENTIAL.california)
    id = await publish({ effectiveFrom: '2024-01-01' })
  })
  afterAll(() => api.close())

  const manager = () => api.as(world.actors.manager)
  const change = (days: object) => ({
    credentialId: CREDENTIAL.california,
    reason: 'Our payer asks for more',
    rule: {
      cycleMonths: 24,
      expiryShape: 'ROLLING',
      total: { amount: 30, unit: 'HOURS', per: 'CYCLE', yearKind: 'UNKNOWN' },
      minimums: [],
      practice: [],
      late: [],
    },
    ...days,
  })
  async function publish(days: object): Promise<string> {
    const input = change(days)
    const { previewRuleChange: shown } = await (
      await manager()
    ).data<{ previewRuleChange: { revision: number } }>(PREVIEW, { input })
    const made = await (
      await manager()
    ).data<{ publishRuleVersion: { ruleVersion: { id: string } } }>(PUBLISH, {
      input: { ...input, expectedRevision: shown.revision },
    })
    return made.publishRuleVersion.ruleVersion.id
  }
  const look = async (end: object, expectedRevision = 0) => {
    const wanted = { versionId: id, reason: 'The payer said so', ...end }
    const input = { ...wanted, expectedRevision }
    const { data, errors } = await (
      await manager()
    ).ask<{ previewRuleWithdrawal: { revision: number } }>(PREVIEW_END, { input })
    const seen = { ...wanted, expectedRevision: data?.previewRuleWithdrawal.revision }
    return { input: seen, error: errors?.[0] }
  }
  const end = async (what: object, expectedRevision = 0) => {
    const { input, error } = await look(what, expectedRevision)
    if (error) throw new Error(error.message)
    expect(await (await manager()).data(END, { input })).toMatchObject({
      withdrawRuleVersion: { ruleVersion: { revision: expectedRevision + 1 } },
    })
  }
  const versions = async () => {
    const { customRuleVersions } = await (
      await api.as(world.actors.auditor)
    ).data<{ customRuleVersions: { edges: { node: Version }[] } }>(VERSIONS, { id: CREDENTIAL.california })
    return customRuleVersions.edges.map(({ node }) => node)
  }
  const version = async () => {
    return (await versions()).find((each) => each.id === id)!
  }
  const assessedBy = async () => {
    const { myCertifications } = await (
      await api.as(world.actors.peer)
    ).data<{ myCertifications: { edges: { node: { rule: { origin: string } } }[] } }>(MINE)
    return myCertifications.edges[0]!.node.rule.origin
  }

  it('is set for a day to come, then for another one, then undone, and every record stays', async () => {
    await end({ countsUntil: '2026-12-31' })
    await end({ countsUntil: '2026-09-30', reason: 'Sooner than we thought' }, 1)
    expect((await version()).withdrawal).toEqual({ countsUntil: '2026-09-30' })
    await end({ isUndone: true, reason: 'It goes on after all' }, 2)
    expect(await version()).toMatchObject({
      revision: 3,
      withdrawal: null,
      ends: [
        { countsUntil: '2026-12-31', isUndone: false },
        { countsUntil: '2026-09-30', isUndone: false, reason: 'Sooner than we thought' },
        { countsUntil: null, isUndone: true, reason: 'It goes on after all' },
      ],
    })
    expect(await assessedBy()).toBe('ORGANIZATION')
  })

  it('is changed by one of two editors; the other one hears of it and finds what stands', async () => {
    const one = await look({ countsUntil: '2027-01-31' }, 3)
    const other = await look({ countsUntil: '2027-02-28' }, 3)
    const asked = [one, other].map(async ({ input }) =>
      (await manager()).data<{ withdrawRuleVersion: { __typename: string } }>(END, { input }),
    )
    const answers = (await Promise.all(asked)).map((answer) => answer.withdrawRuleVersion.__typename)
    expect(answers.sort()).toEqual(['RuleVersionWithdrawn', 'StaleRevision'])
    expect((await version()).ends).toHaveLength(4)
    expect((await look({}, 3)).error?.extensions?.['fact']).toBe('certification.custom-rules.end-is-old')
  })

  it('gives no day back that another version has by now, in the API and in the database', async () => {
    id = await publish({ effectiveFrom: '2020-01-01', effectiveTo: '2023-12-31' })
    expect((await look({ isUndone: true })).error?.message).toBe('countsUntil: does-not-add-up')
    const far = await publish({ effectiveFrom: '2035-01-01', effectiveTo: '2035-12-31' })
    const other = id
    id = far
    await end({ countsUntil: '2035-03-31' })
    await publish({ effectiveFrom: '2035-04-01', effectiveTo: '2035-06-30' })
    const back = await look({ isUndone: true }, 1)
    expect(back.error?.message).toBe('countsUntil: overlaps (2035-04-01)')
    const later = await look({ countsUntil: '2035-04-01' }, 1)
    expect(later.error?.message).toBe('countsUntil: overlaps (2035-04-01)')
    const writing = api.build.insert('renewal_rule_end', {
      organization_id: world.actors.manager.organizationId,
      version_id: far,
      number: 2,
      is_undone: true,
      reason: 'Round the service',
      recorded_by: world.actors.manager.id,
      recorded_at: new Date(),
    })
    await expect(writing).rejects.toMatchObject({ constraint: 'renewal_rule_version_overlaps' })
    id = other
  })

  it('stands for good once its day is over', async () => {
    await end({ countsUntil: '2022-12-31' })
    const facts = await Promise.all(
      [{ countsUntil: '2022-06-30' }, { isUndone: true }].map((what) => look(what, 1)),
    )
    expect(facts.map(({ error }) => error?.extensions?.['fact'])).toEqual([
      'certification.custom-rules.end-has-come',
      'certification.custom-rules.end-has-come',
    ])
  })

  it('assesses nobody any more whose cycle began after it', async () => {
    const running = (await versions()).find(({ revision }) => revision === 4)!
    id = running.id
    // The cycle of the peer began on 1 September 2024.
    await end({ countsUntil: '2024-06-30' }, 4)
    expect(await assessedBy()).toBe('CATALOGUE')
  })
})
