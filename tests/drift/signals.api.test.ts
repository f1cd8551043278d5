import { beforeAll, afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// The two structural signals, looked for as the peer and in front of the peer.

const CHECK = 'mutation { checkDriftSignals { unopened } }'
const MINE = `{ myDriftFlags { edges { node { id origin signal ruleVersion evidence cause status raisedAt openedAt
  figure { figure threshold entries { label } } } } } }`
const NOT_DRIFT = `mutation ($flagId: UUID!) { addDriftFlagStep(input: {
  driftFlagId: $flagId, expectedRevision: 0, to: NOT_DRIFT, reason: "It is only for this month." }) { __typename } }`
const DAY = 86_400_000

interface Mine {
  myDriftFlags: { edges: { node: { id: string; evidence: string; figure: { figure: number } } }[] }
}

describe('looking for drift signals', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let jail: string
  let member: Member
  let peer: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    jail = await api.build.hostAgency(organization, { name: 'Larch County Jail' })
  })
  beforeEach(async () => {
    api.at(NOW)
    member = await api.build.peer(organization)
    peer = await api.as(member)
  })
  afterAll(() => api.close())

  const look = async () =>
    (await peer.data<{ checkDriftSignals: { unopened: number } }>(CHECK)).checkDriftSignals.unopened
  const flags = async () => (await peer.data<Mine>(MINE)).myDriftFlags.edges.map(({ node }) => node)

  it('finds a caseload above the range, with figure, threshold and the placements behind it', async () => {
    await api.build.placement(member, jail, { caseloadSize: 31 })
    expect(await look()).toBe(1)
    expect(await flags()).toMatchObject([
      {
        origin: 'SIGNAL',
        signal: 'CASELOAD_ABOVE_RANGE',
        ruleVersion: 1,
        cause: 'ASSIGNED_WORK',
        status: 'OPEN',
        raisedAt: NOW.toISOString(),
        openedAt: null,
        figure: { figure: 31, threshold: 30, entries: [{ label: 'Larch County Jail' }] },
      },
    ])
    expect((await flags())[0]?.evidence).not.toMatch(/\d/)
  })

  it('is silent at thirty', async () => {
    await api.build.placement(member, jail, { caseloadSize: 30 })
    expect(await look()).toBe(0)
    expect(await flags()).toEqual([])
  })

  it('finds that a peer is supervised administratively only, and counts no support they have not accepted', async () => {
    const officer = await api.build.member(organization, ['SUPERVISOR'], { hostAgencyId: jail })
    const other = await api.build.supervisor(organization)
    await api.build.relationship(officer, member, 'ADMINISTRATIVE')
    await api.build.relationship(other, member, 'SUPPORTIVE', { accepted: false })
    expect(await look()).toBe(1)
    expect(await flags()).toMatchObject([
      {
        signal: 'SUPERVISED_ADMINISTRATIVELY_ONLY',
        cause: 'STRUCTURE',
        figure: { threshold: 28, entries: [{ label: officer.displayName }] },
      },
    ])
  })

  it('raises each signal once, however often and however many at once one looks', async () => {
    await api.build.placement(member, jail, { caseloadSize: 45 })
    await Promise.all([look(), look(), look()])
    expect(await look()).toBe(1)
    expect(await flags()).toHaveLength(1)
  })

  it('stays silent for a quarter after the flag was answered, then asks once more', async () => {
    await api.build.placement(member, jail, { caseloadSize: 45 })
    await look()
    const [flag] = await flags()
    await peer.data(NOT_DRIFT, { flagId: flag?.id })
    expect(await look()).toBe(0)
    api.at(new Date(NOW.getTime() + 90 * DAY - 1000))
    await look()
    expect(await flags()).toHaveLength(1)
    api.at(new Date(NOW.getTime() + 90 * DAY))
    await look()
    expect(await flags()).toHaveLength(2)
  })

  it('takes the same few statements for one placement or for twenty', async () => {
    const quiet = await api.statementsOf(look)
    expect(quiet.map((batch) => batch.length)).toEqual([2, 8, 1])
    for (let count = 0; count < 20; count += 1) {
      const agency = await api.build.hostAgency(organization)
      await api.build.placement(member, agency, { caseloadSize: 2, fullTimeShare: 0.05 })
    }
    const raising = await api.statementsOf(look)
    expect(raising.map((batch) => batch.length)).toEqual([2, 8, 1, 1])
    expect((await flags())[0]?.figure.figure).toBe(40)
  })

  it('lists five flags or fifty in one write of three statements', async () => {
    const count = async () => (await api.statementsOf(flags)).map((batch) => batch.length)
    const raise = `mutation { raiseDriftFlag(input: { evidence: "x", cause: STRUCTURE, response: "y" }) { driftFlag { id } } }`
    for (let made = 0; made < 5; made += 1) await peer.data(raise)
    expect(await count()).toEqual([3])
    for (let made = 0; made < 20; made += 1) await peer.data(raise)
    expect(await count()).toEqual([3])
  })
})
