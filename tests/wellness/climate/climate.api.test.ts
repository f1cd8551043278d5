import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'
import { ClimateHouse } from '../crowd-figures/climate-house.ts'

// Switching group figures on, what they would show, what the organization says about them, and the core values.

const SETTINGS = '{ climateSettings { onSince smallestGroup revision } }'
const UPDATE = `mutation ($input: UpdateClimateSettingsInput!) { updateClimateSettings(input: $input) {
  ... on ClimateSettingsUpdated { settings { onSince smallestGroup revision } } ... on StaleRevision { currentRevision } } }`
const PREVIEW = `query ($k: Int) { climatePreview(smallestGroup: $k) {
  peers smallestGroup advice smallTeams blocks { teams size needsEveryone } } }`
const STEP = `mutation ($input: CreateClimateStepInput!) { createClimateStep(input: $input) {
  crowdReport { steps { id step line takenOn } } } }`
const VOID = `mutation ($id: UUID!) { voidClimateStep(input: { climateStepId: $id }) { crowdReport { steps { id } } } }`
const REPORTS = '{ crowdReports(subject: CHECK_IN) { edges { node { id steps { id line } } } } }'
const VALUES = '{ myCoreValues { startsOn endsOn isSaved answers { value answer } } }'
const SAVE = `mutation ($answers: [CoreValueAnswerInput!]!) {
  submitCoreValues(input: { answers: $answers }) { coreValues { isSaved answers { value answer } } } }`
interface Refused {
  code: string | undefined
  errors: unknown
}

describe('group figures', () => {
  let api: TestApi
  let house: ClimateHouse
  let peers: Member[]
  let others: Record<'supervisor' | 'admin' | 'auditor', Member>
  beforeAll(async () => {
    api = await TestApi.start()
    house = await ClimateHouse.build(api)
    peers = await house.peers(9, await house.team('Jail'))
    await house.peers(4, await house.team('Court'))
    const [supervisor, admin, auditor] = [
      await api.build.supervisor(house.organization),
      await api.build.member(house.organization, ['ADMIN']),
      await api.build.member(house.organization, ['AUDITOR']),
    ]
    others = { supervisor, admin, auditor }
  })
  afterAll(() => api.close())

  const as = (member: Member) => api.as(member)
  const refused = async (
    member: Member,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Refused> => {
    const { errors } = await (await as(member)).ask(query, variables)
    return { code: errors?.[0]?.extensions.code, errors: errors?.[0]?.extensions.validationErrors }
  }
  const peer = (): Member => peers[0] ?? house.manager
  const update = (input: Record<string, unknown>) => ({ input: { isOn: true, ...input } })

  it('are off until a manager switches them on; the smallest group only grows', async () => {
    const manager = await as(house.manager)
    expect(await manager.data(SETTINGS)).toEqual({
      climateSettings: { onSince: null, smallestGroup: 7, revision: 0 },
    })
    expect(
      await refused(house.manager, UPDATE, update({ expectedRevision: 0, smallestGroup: 4 })),
    ).toMatchObject({
      code: 'BAD_INPUT',
      errors: [{ field: 'smallestGroup', limit: 5 }],
    })
    const on = await manager.data(UPDATE, update({ expectedRevision: 0, smallestGroup: 7 }))
    expect(on).toEqual({
      updateClimateSettings: { settings: { onSince: '2026-06-17', smallestGroup: 7, revision: 1 } },
    })
    expect(await manager.data(UPDATE, update({ expectedRevision: 0, smallestGroup: 9 }))).toEqual({
      updateClimateSettings: { currentRevision: 1 },
    })
    expect(
      await refused(house.manager, UPDATE, update({ expectedRevision: 1, smallestGroup: 6 })),
    ).toMatchObject({
      errors: [{ field: 'smallestGroup', limit: 7 }],
    })
    // The day stays when only the group is raised.
    api.at('2026-06-20T13:00:00Z')
    const raised = await (
      await as(house.manager)
    ).data(UPDATE, update({ expectedRevision: 1, smallestGroup: 8 }))
    expect(raised).toEqual({
      updateClimateSettings: { settings: { onSince: '2026-06-17', smallestGroup: 8, revision: 2 } },
    })
    await expect(
      api.superuser.query('update climate_setting set smallest_group = 7 where organization_id = $1', [
        house.organization.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'climate_setting_smallest_group_raised' })
    await expect(
      api.superuser.query('update climate_setting set smallest_group = 4 where organization_id = $1', [
        house.organization.id,
      ]),
    ).rejects.toThrow()
  })

  it('show before that which groups could be seen, and count nobody who answered', async () => {
    const manager = await as(house.manager)
    expect(await manager.data(PREVIEW, { k: 7 })).toEqual({
      climatePreview: {
        peers: 13,
        smallestGroup: 7,
        advice: 'ONE_GROUP',
        smallTeams: ['Court'],
        blocks: [{ teams: ['Jail', 'Court'].toSorted(), size: 13, needsEveryone: false }],
      },
    })
    expect(await refused(house.manager, PREVIEW, { k: 4 })).toMatchObject({ code: 'BAD_INPUT' })
    expect(await manager.data(PREVIEW, { k: 14 })).toMatchObject({
      climatePreview: { blocks: [], advice: 'HOUSE_TOO_SMALL' },
    })
  })

  it('belong to managers to switch, preview and answer, and to nobody else', async () => {
    const id = '00000000-0000-4000-8000-000000000000'
    const step = { input: { crowdReportId: id, step: 'ACT', line: 'We talk.' } }
    for (const member of [peer(), others.supervisor, others.admin, others.auditor]) {
      expect((await refused(member, UPDATE, update({ expectedRevision: 2, smallestGroup: 9 }))).code).toBe(
        'FORBIDDEN',
      )
      expect((await refused(member, PREVIEW, {})).code).toBe('FORBIDDEN')
      expect((await refused(member, STEP, step)).code).toBe('FORBIDDEN')
      expect((await refused(member, VOID, { id })).code).toBe('FORBIDDEN')
    }
    expect((await refused(house.manager, STEP, step)).code).toBe('NOT_FOUND')
    expect((await refused(house.manager, VOID, { id })).code).toBe('NOT_FOUND')
  })

  it('carry the dated lines of the organization, for everyone to read', async () => {
    await house.freeze('2026-07-01T12:00:00Z')
    for (const member of peers) await house.checkIn(member, { weekStart: '2026-07-06', felt: 3 })
    await house.freeze('2026-08-05T12:00:00Z')
    api.at('2026-08-06T13:00:00Z')
    const manager = await as(house.manager)
    const list = await manager.data<{ crowdReports: { edges: { node: { id: string } }[] } }>(REPORTS)
    const crowdReportId = list.crowdReports.edges[0]?.node.id
    const input = { crowdReportId, step: 'ACT', line: 'Fridays without visits from September on.' }
    const made = await manager.data<{ createClimateStep: { crowdReport: { steps: { id: string }[] } } }>(
      STEP,
      { input },
    )
    expect(made.createClimateStep.crowdReport.steps).toMatchObject([
      { line: input.line, takenOn: '2026-08-06' },
    ])
    expect(await refused(house.manager, STEP, { input: { ...input, line: 'x'.repeat(301) } })).toMatchObject({
      errors: [{ field: 'line', limit: 300 }],
    })
    expect(JSON.stringify(await (await as(peer())).data(REPORTS))).toContain('Fridays')
    const id = made.createClimateStep.crowdReport.steps[0]?.id
    expect(await manager.data(VOID, { id })).toMatchObject({
      voidClimateStep: { crowdReport: { steps: [] } },
    })
    const elsewhere = await api.build.member(await api.build.organization(), ['MANAGER'])
    expect((await refused(elsewhere, STEP, { input })).code).toBe('NOT_FOUND')
    expect((await refused(elsewhere, VOID, { id })).code).toBe('NOT_FOUND')
  })
})

describe('the core values', () => {
  let api: TestApi
  let house: ClimateHouse
  beforeAll(async () => {
    api = await TestApi.start()
    house = await ClimateHouse.build(api)
  })
  afterAll(() => api.close())

  it('are a peer’s own, once in half a year, and the later answer counts', async () => {
    const [peer, colleague] = await house.peers(2, null)
    if (!peer || !colleague) throw new Error('there is no peer')
    const own = await api.as(peer)
    expect(await own.data(VALUES)).toMatchObject({
      myCoreValues: { startsOn: '2026-01-01', endsOn: '2026-06-30', isSaved: false },
    })
    await own.data(SAVE, { answers: [{ value: 'MUTUAL', answer: 2 }] })
    const again = await own.data(SAVE, {
      answers: [
        { value: 'MUTUAL', answer: 4 },
        { value: 'HOPEFUL', answer: null },
      ],
    })
    expect(JSON.stringify(again)).toContain('{"value":"MUTUAL","answer":4}')
    expect(await (await api.as(colleague)).data(VALUES)).toMatchObject({ myCoreValues: { isSaved: false } })
    const { errors } = await (await api.as(house.manager)).ask(VALUES)
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('refuse an answer off the scale, a value twice, and a page without an answer', async () => {
    const [peer] = await house.peers(1, null)
    if (!peer) throw new Error('there is no peer')
    const own = await api.as(peer)
    const problems = async (answers: unknown) => {
      const { errors } = await own.ask(SAVE, { answers })
      return errors?.[0]?.extensions.validationErrors
    }
    expect(await problems([{ value: 'MUTUAL', answer: 6 }])).toMatchObject([{ field: 'MUTUAL', limit: 5 }])
    expect(await problems([{ value: 'MUTUAL', answer: null }])).toMatchObject([
      { field: 'answers', problem: 'required' },
    ])
    expect(
      await problems([
        { value: 'MUTUAL', answer: 1 },
        { value: 'MUTUAL', answer: 2 },
      ]),
    ).toMatchObject([{ problem: 'already-there' }])
  })

  it('are published by the same blocks as the check-ins', async () => {
    const one = await ClimateHouse.build(api)
    const members = await one.peers(7, null)
    await one.switchOn('2025-12-01')
    await one.freeze('2026-01-01T12:00:00Z')
    for (const member of members)
      await (await api.as(member)).data(SAVE, { answers: [{ value: 'MUTUAL', answer: 5 }] })
    await one.freeze('2026-07-04T12:00:00Z')
    const { crowdReports } = await (
      await api.as(one.manager)
    ).data<{ crowdReports: { edges: unknown[] } }>(
      '{ crowdReports(subject: CORE_VALUES) { edges { node { startsOn endsOn organization { means { measure mean } } } } } }',
    )
    expect(crowdReports.edges).toEqual([
      {
        node: {
          startsOn: '2026-01-01',
          endsOn: '2026-06-30',
          organization: { means: [{ measure: 'MUTUAL', mean: 4.5 }] },
        },
      },
    ])
  })
})
