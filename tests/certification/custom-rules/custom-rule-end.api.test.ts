import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TestApi } from '../../support/test-api.ts'

const PREVIEW =
  'query ($input: RuleChangeInput!) { previewRuleChange(input: $input) { stamp certificationCount } }'
const PUBLISH =
  'mutation ($input: RuleChangeInput!, $stamp: String!) { publishRuleVersion(input: $input, stamp: $stamp) }'
const PREVIEW_END = `query ($input: WithdrawRuleVersionInput!) { previewRuleWithdrawal(input: $input) {
  stamp counts { effect count } } }`
const END =
  'mutation ($input: WithdrawRuleVersionInput!, $stamp: String!) { withdrawRuleVersion(input: $input, stamp: $stamp) }'
const VERSIONS = `query ($id: String!) { customRuleVersions(credentialId: $id) {
  id withdrawal { countsUntil } ends { countsUntil isTakenBack reason } } }`
const MINE = '{ myCertifications { edges { node { rule { origin } } } } }'

interface Version {
  id: string
  withdrawal: { countsUntil: string | null } | null
  ends: { countsUntil: string | null; isTakenBack: boolean; reason: string }[]
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
    ).data<{ previewRuleChange: { stamp: string } }>(PREVIEW, { input })
    const made = await (
      await manager()
    ).data<{ publishRuleVersion: string }>(PUBLISH, { input, stamp: shown.stamp })
    return made.publishRuleVersion
  }
  const look = async (end: object) => {
    const input = { versionId: id, reason: 'The payer said so', ...end }
    const { data, errors } = await (
      await manager()
    ).ask<{ previewRuleWithdrawal: { stamp: string } }>(PREVIEW_END, { input })
    return { input, error: errors?.[0], shown: data?.previewRuleWithdrawal }
  }
  const end = async (what: object) => {
    const { input, shown, error } = await look(what)
    if (error) throw new Error(error.message)
    await (await manager()).data(END, { input, stamp: shown!.stamp })
  }
  const version = async () => {
    const { customRuleVersions } = await (
      await api.as(world.actors.auditor)
    ).data<{ customRuleVersions: Version[] }>(VERSIONS, { id: CREDENTIAL.california })
    return customRuleVersions.find((each) => each.id === id)!
  }
  const assessedBy = async () => {
    const { myCertifications } = await (
      await api.as(world.actors.peer)
    ).data<{ myCertifications: { edges: { node: { rule: { origin: string } } }[] } }>(MINE)
    return myCertifications.edges[0]!.node.rule.origin
  }

  it('is set for a day to come, then for another one, then taken back, and every record stays', async () => {
    await end({ countsUntil: '2026-12-31' })
    await end({ countsUntil: '2026-09-30', seenEnds: 1, reason: 'Sooner than we thought' })
    expect((await version()).withdrawal).toEqual({ countsUntil: '2026-09-30' })
    await end({ isTakenBack: true, seenEnds: 2, reason: 'It goes on after all' })
    expect(await version()).toMatchObject({
      withdrawal: null,
      ends: [
        { countsUntil: '2026-12-31', isTakenBack: false },
        { countsUntil: '2026-09-30', isTakenBack: false, reason: 'Sooner than we thought' },
        { countsUntil: null, isTakenBack: true, reason: 'It goes on after all' },
      ],
    })
    expect(await assessedBy()).toBe('ORGANIZATION')
  })

  it('is changed by one of two editors; the other one hears of it and finds what stands', async () => {
    const one = await look({ countsUntil: '2027-01-31', seenEnds: 3 })
    const other = await look({ countsUntil: '2027-02-28', seenEnds: 3 })
    const asked = [one, other].map(async ({ input, shown }) =>
      (await manager()).ask(END, { input, stamp: shown!.stamp }),
    )
    const errors = (await Promise.all(asked)).flatMap((answer) => answer.errors ?? [])
    expect(errors.map(({ extensions }) => [extensions?.['code'], extensions?.['fact']])).toEqual([
      ['CONFLICT', 'certification.custom-rules.end-is-old'],
    ])
    expect((await version()).ends).toHaveLength(4)
    expect((await look({ seenEnds: 3 })).error?.extensions?.['fact']).toBe(
      'certification.custom-rules.end-is-old',
    )
  })

  it('gives no day back that another version has by now, in the API and in the database', async () => {
    id = await publish({ effectiveFrom: '2020-01-01', effectiveTo: '2023-12-31' })
    expect((await look({ isTakenBack: true })).error?.message).toBe('countsUntil: does-not-add-up')
    const far = await publish({ effectiveFrom: '2035-01-01', effectiveTo: '2035-12-31' })
    const other = id
    id = far
    await end({ countsUntil: '2035-03-31' })
    await publish({ effectiveFrom: '2035-04-01', effectiveTo: '2035-06-30' })
    const back = await look({ isTakenBack: true, seenEnds: 1 })
    expect(back.error?.message).toBe('countsUntil: overlaps (2035-04-01)')
    const later = await look({ countsUntil: '2035-04-01', seenEnds: 1 })
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
      [{ countsUntil: '2022-06-30' }, { isTakenBack: true }].map((what) => look({ ...what, seenEnds: 1 })),
    )
    expect(facts.map(({ error }) => error?.extensions?.['fact'])).toEqual([
      'certification.custom-rules.end-has-come',
      'certification.custom-rules.end-has-come',
    ])
  })

  it('assesses nobody any more whose cycle began after it', async () => {
    const { customRuleVersions } = await (
      await manager()
    ).data<{ customRuleVersions: Version[] }>(VERSIONS, { id: CREDENTIAL.california })
    const running = customRuleVersions.find(({ ends }) => ends.length === 4)!
    id = running.id
    // The cycle of the peer began on 1 September 2024.
    await end({ countsUntil: '2024-06-30', seenEnds: 4 })
    expect(await assessedBy()).toBe('CATALOGUE')
  })
})
