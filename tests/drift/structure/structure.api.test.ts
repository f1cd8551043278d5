import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataSource } from '../../../api/src/database/data-source.ts'
import { runUnauthenticated } from '../../../api/src/database/unit-of-work.ts'
import { DRIFT_CAUSES } from '../../../shared/src/drift/drift-causes.ts'
import { publish, type Respondent } from '../../../shared/src/wellness/crowd-figures/crowd-figures.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aFlag } from '../../support/builders/drift-builders.ts'
import { TestApi } from '../../support/test-api.ts'
import { ClimateHouse } from '../../wellness/crowd-figures/climate-house.ts'

// What the organization learns and plans about agencies, and where flags come from, without a name.

const CONCERNS = `{ agencyConcerns { totalCount edges { node {
  hostAgencyId concern isPresent plan { id plan endedOn outcome owner { id } } } } } }`
const PLAN = `mutation ($input: CreateStructuralPlanInput!) { createStructuralPlan(input: $input) { plan { id } } }`
const END = `mutation ($input: EndStructuralPlanInput!) { endStructuralPlan(input: $input) { plan { endedOn outcome } } }`
const MINE = '{ plansOfMyAgencies { totalCount edges { node { plan concern } } } }'
const CAUSES = `{ crowdReports(subject: FLAG_CAUSES) { edges { node { startsOn endsOn organization { countBand causes {
  cause share } } blocks { teamName countBand causes { cause share } } } } } }`
type Concern = { hostAgencyId: string; concern: string; isPresent: boolean; plan: { id: string } | null }

describe('the structure of peer work', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
  })
  afterAll(() => api.close())

  const concerns = async (): Promise<Concern[]> => {
    const { agencyConcerns } = await (
      await api.as(people.actors.manager)
    ).data<{ agencyConcerns: { edges: { node: Concern }[] } }>(CONCERNS)
    return agencyConcerns.edges.map(({ node }) => node)
  }
  const plan = async (as: Member, over: object = {}) =>
    (await api.as(as)).ask<{ createStructuralPlan: { plan: { id: string } } }>(PLAN, {
      input: {
        ...{ hostAgencyId: people.hostAgencyId, concern: 'ONLY_PEER_IN_AGENCY' },
        ...{ plan: 'Hire a second peer.', ownerId: people.actors.manager.id, dueOn: '2026-09-30' },
        ...over,
      },
    })
  const codeOf = ({ errors }: Awaited<ReturnType<typeof plan>>) =>
    errors?.[0]?.extensions.fact ?? errors?.[0]?.extensions.code

  it('tells managers of the only peer in an agency, with a plan, an owner and an end; the peer there reads it', async () => {
    const { manager, peer, colleague } = people.actors
    expect(await concerns()).toEqual([
      {
        hostAgencyId: people.hostAgencyId,
        concern: 'ONLY_PEER_IN_AGENCY',
        isPresent: true,
        plan: null,
      },
    ])
    const planned = await plan(manager)
    const id = planned.data?.createStructuralPlan.plan.id ?? ''
    expect(codeOf(await plan(manager))).toBe('drift.structure.planned-already')
    expect(await concerns()).toMatchObject([{ plan: { id, endedOn: null, owner: { id: manager.id } } }])
    const read = async (as: Member) =>
      (await (await api.as(as)).data<{ plansOfMyAgencies: object }>(MINE)).plansOfMyAgencies
    expect(await read(peer)).toMatchObject({
      totalCount: 1,
      edges: [{ node: { plan: 'Hire a second peer.' } }],
    })
    expect(await read(colleague)).toMatchObject({ totalCount: 0 })
    // Somebody else begins: nothing is found any more, and the plan waits for its end.
    const placement = await api.build.placement(colleague, people.hostAgencyId)
    expect(await concerns()).toMatchObject([{ isPresent: false, plan: { id } }])
    const end = async (as: Member, outcome: string) =>
      (await api.as(as)).ask(END, { input: { planId: id, outcome } })
    expect((await end(manager, ' ')).errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'outcome', problem: 'required' },
    ])
    expect((await end(people.actors.strangerManager, 'Done')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await end(manager, 'Two peers now.')).data).toEqual({
      endStructuralPlan: { plan: { endedOn: '2026-06-17', outcome: 'Two peers now.' } },
    })
    expect((await end(manager, 'Again')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await concerns()).toEqual([])
    await api.superuser.query('delete from placement where id = $1', [placement])
  })

  it('refuses an owner who is no manager, an agency elsewhere, and everybody who is no manager', async () => {
    const { manager, supportive, peer, strangerManager } = people.actors
    const elsewhere = await api.build.hostAgency(people.elsewhere)
    const other = { concern: 'ORDERED_PARTICIPATION' }
    for (const over of [
      { ownerId: supportive.id },
      { ownerId: strangerManager.id },
      { hostAgencyId: elsewhere },
    ])
      expect(codeOf(await plan(manager, { ...other, ...over }))).toBe('record.not-found')
    for (const each of [supportive, peer]) expect(codeOf(await plan(each, other))).toBe('FORBIDDEN')
  })

  it('tells another owner of a plan, and once more when its day has come', async () => {
    const { manager } = people.actors
    const owner = await api.build.member(people.organization, ['MANAGER'])
    const kinds = async (of: Member): Promise<string[]> => {
      const { rows } = await api.superuser.query<{ kind: string }>(
        "select kind from notification where recipient_id = $1 and kind like 'PLAN_%' order by created_at",
        [of.id],
      )
      return rows.map(({ kind }) => kind)
    }
    const database = createDataSource(api.urls.appUrl, { poolSize: 1 })
    await database.initialize()
    const remind = (now: string) => runUnauthenticated(database, 'select access.remind_of_plans($1)', [now])
    const over = { concern: 'SUPERVISED_ADMINISTRATIVELY_ONLY', ownerId: owner.id, dueOn: '2026-07-01' }
    expect((await plan(manager, over)).errors).toBeUndefined()
    expect([await kinds(owner), await kinds(manager)]).toEqual([['PLAN_OWNED'], []])
    // The evening before, in New York.
    await remind('2026-07-01T03:30:00Z')
    expect(await kinds(owner)).toEqual(['PLAN_OWNED'])
    for (const now of ['2026-07-01T04:30:00Z', '2026-07-02T04:30:00Z']) await remind(now)
    expect([await kinds(owner), await kinds(manager)]).toEqual([['PLAN_OWNED', 'PLAN_DUE'], []])
    await database.destroy()
    await api.superuser.query(
      "delete from structural_plan where concern = 'SUPERVISED_ADMINISTRATIVELY_ONLY'",
    )
  })

  it('names ordered participation once somebody said so', async () => {
    await api.superuser.query('update placement set is_participation_ordered = true where peer_id = $1', [
      people.actors.peer.id,
    ])
    const found = (await concerns()).map(({ concern }) => concern)
    await api.superuser.query('update placement set is_participation_ordered = null where peer_id = $1', [
      people.actors.peer.id,
    ])
    expect(found).toEqual(['ONLY_PEER_IN_AGENCY', 'ORDERED_PARTICIPATION'])
  })

  it('T4: a flag that its peer did not release is not there for a manager', async () => {
    const { peer, manager } = people.actors
    const id = await aFlag(api.build, peer, { openedAt: api.now, raisedBy: peer })
    const caller = await api.as(manager)
    const released = await caller.data<{ releasedDriftFlags: object }>(
      '{ releasedDriftFlags { totalCount } }',
    )
    expect(released).toEqual({ releasedDriftFlags: { totalCount: 0 } })
    const open = 'mutation ($input: OpenDriftFlagInput!) { openDriftFlag(input: $input) { __typename } }'
    expect((await caller.ask(open, { input: { driftFlagId: id } })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    )
    const lead = await api.build.member(people.organization, ['MANAGER', 'SUPERVISOR'])
    const step = `mutation ($input: AddDriftFlagStepInput!) { addDriftFlagStep(input: $input) { __typename } }`
    const asLead = await api.as(lead)
    const tried = (driftFlagId: string) =>
      asLead.ask(step, { input: { driftFlagId, expectedRevision: 0, to: 'DISCUSSED' } })
    const [known, unknown] = [await tried(id), await tried(peer.id)]
    expect(known.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(known.errors?.[0]?.message).toBe(unknown.errors?.[0]?.message)
  })

  it('T5: publishes causes by quarter as the rule does, of peers with a flag, and nothing of fewer than k', async () => {
    const house = await ClimateHouse.build(api)
    const [court, jail] = [await house.team('Court'), await house.team('Jail')]
    const members = [...(await house.peers(9, court)), ...(await house.peers(8, jail))]
    await house.switchOn('2026-06-20')
    await house.freeze('2026-07-01T12:00:00Z')
    const respondents: Respondent[] = []
    for (const [index, member] of members.entries()) {
      const cause = DRIFT_CAUSES[index % 3] ?? 'STRUCTURE'
      await flag(member, cause)
      const teamId = index < 9 ? court : jail
      const answers = DRIFT_CAUSES.map((measure) => ({
        measure,
        isShare: true,
        values: [Number(measure === cause)],
      }))
      respondents.push({ id: member.id, teamId, answers })
    }
    await house.freeze('2026-10-03T12:00:00Z')
    expect(await causes(house.manager)).toEqual([])
    await house.freeze('2026-10-04T12:00:00Z')
    const expected = publish(respondents, 7)
    const shown = (block: { countBand: string; figures: readonly object[] } | null) =>
      block && {
        countBand: block.countBand,
        causes: block.figures.map((each) => Object.values<unknown>({ ...each })).sort(),
      }
    const [report] = await causes(house.manager)
    expect([report?.startsOn, report?.endsOn]).toEqual(['2026-07-01', '2026-09-30'])
    expect(report?.blocks.map((block) => ({ ...block, teamName: undefined })).map(sorted)).toEqual(
      expected.blocks.map(shown),
    )
    expect(report?.organization && sorted(report.organization)).toEqual(shown(expected.organization))
    await expect(
      api.superuser.query("update crowd_figure set share = 'MANY' where measure = 'STRUCTURE'"),
    ).rejects.toMatchObject({ constraint: 'published_figures_immutable' })
    // Everyone in the organization is shown the same.
    expect(await causes(members[0] as Member)).toEqual([report])
  })

  it('T5: counts six peers as too few, however many flags they have, and no flag that is unseen or part of the role', async () => {
    const house = await ClimateHouse.build(api)
    const members = await house.peers(9, null)
    await house.switchOn('2026-06-20')
    await house.freeze('2026-07-01T12:00:00Z')
    for (const member of members.slice(0, 6)) for (const cause of DRIFT_CAUSES) await flag(member, cause)
    const [unseen, role, late] = members.slice(6)
    if (unseen) await flag(unseen, 'STRUCTURE', { openedAt: null })
    if (role) await flag(role, 'STRUCTURE', { status: 'NOT_DRIFT' })
    if (late) await flag(late, 'STRUCTURE', { raisedAt: new Date('2026-10-01T12:00:00Z') })
    await house.freeze('2026-10-04T12:00:00Z')
    expect(await causes(house.manager)).toMatchObject([{ organization: null, blocks: [] }])
  })

  const causes = async (as: Member): Promise<CauseReport[]> => {
    const { crowdReports } = await (
      await api.as(as)
    ).data<{ crowdReports: { edges: { node: CauseReport }[] } }>(CAUSES)
    return crowdReports.edges.map(({ node }) => node)
  }
  const flag = (member: Member, cause: string, over: Parameters<typeof aFlag>[2] = {}) => {
    const raisedAt = new Date('2026-08-10T12:00:00Z')
    return aFlag(api.build, member, { cause, raisedBy: member, raisedAt, openedAt: raisedAt, ...over })
  }
})

interface CauseBlock {
  readonly countBand: string
  readonly causes: { cause: string; share: string }[]
}
interface CauseReport {
  readonly startsOn: string
  readonly endsOn: string
  readonly organization: CauseBlock | null
  readonly blocks: CauseBlock[]
}
const sorted = ({ countBand, causes }: CauseBlock) => ({
  countBand,
  causes: causes.map((each) => Object.values(each)).sort(),
})
