import { randomUUID } from 'node:crypto'
import { addDays } from '@alongside/shared/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDataSource } from '../../../api/src/database/data-source.ts'
import { checkDueSignals } from '../../../api/src/drift/signals/signal-jobs.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { NOW, THIS_WEEK } from '../../support/fixed-today.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Signals about the week, looked for weekly as the peer concerned: the flag is born with its peer, who alone has the figure.

const MINE = `{ myDriftFlags { edges { node { signal ruleVersion status openedAt
  figure { figure threshold entries { weekStart } } } } } }`
const TEAM = '{ teamDriftFlags { totalCount } }'
const REPORT = '{ myDriftSignals { results { signal state figure threshold missing } } }'
const LOG = `mutation ($input: LogWeekInput!) { logWeek(input: $input) { __typename } }`
const DAY = 86_400_000

describe('the weekly look for signals', () => {
  let api: TestApi
  let database: ReturnType<typeof createDataSource>
  let organization: BuiltOrganization
  let placement: string
  let peer: Member
  let supervisor: Member
  let caller: Caller
  let now = NOW
  beforeAll(async () => {
    api = await TestApi.start()
    database = createDataSource(api.urls.appUrl, { poolSize: 2 })
    await database.initialize()
    organization = await api.build.organization()
  })
  beforeEach(async () => {
    at(NOW)
    peer = await api.build.peer(organization)
    placement = await api.build.placement(peer, await api.build.hostAgency(organization), {
      caseloadSize: 20,
    })
    supervisor = await api.build.supervisor(organization)
    await api.build.relationship(supervisor, peer, 'SUPPORTIVE')
    caller = await api.as(peer)
  })
  afterAll(async () => {
    await database.destroy()
    await api.close()
  })

  const at = (time: Date) => {
    now = time
    api.at(time)
  }
  const look = () => checkDueSignals({ database, clock: () => now })
  const flags = async () =>
    (await caller.data<{ myDriftFlags: { edges: { node: object }[] } }>(MINE)).myDriftFlags.edges.map(
      ({ node }) => node,
    )
  /** Three weeks of forty hours, of which so many quarter hours went to drug tests. */
  const logThreeWeeks = async (quarterHours: number) => {
    for (const back of [0, 1, 2])
      await caller.data(LOG, {
        input: {
          ...{
            weekStart: addDays(THIS_WEEK, -7 * back),
            onlyTotals: true,
            expectedRevision: 0,
            metPeers: true,
          },
          entries: [
            { activity: 'TALKING_FAMILY', quarterHours: 160 - quarterHours },
            { activity: 'GIVING_DRUG_TEST', quarterHours },
          ],
        },
      })
  }
  const agreeOn = (answer: string, from = '2026-05-01') =>
    api.build.insert('role_agreement', {
      ...{ organization_id: organization.id, id: randomUUID(), placement_id: placement, peer_id: peer.id },
      ...{ version: 1, starts_on: from, in_force_from: from, proposed_by: peer.id, proposed_at: NOW },
      lines: JSON.stringify([{ activity: 'GIVING_DRUG_TEST', answer, doneBy: null }]),
    })

  it('raises a flag that its peer is told of first, with figure, threshold, version and weeks', async () => {
    await logThreeWeeks(16)
    await look()
    expect(await flags()).toEqual([
      {
        ...{ signal: 'CLINICAL_SUBSTITUTION', ruleVersion: 1, status: 'OPEN', openedAt: null },
        figure: {
          ...{ figure: 10, threshold: 5 },
          entries: [2, 1, 0].map((back) => ({ weekStart: addDays(THIS_WEEK, -7 * back) })),
        },
      },
    ])
    expect(await (await api.as(supervisor)).data(TEAM)).toEqual({ teamDriftFlags: { totalCount: 0 } })
    const { rows } = await api.superuser.query('select kind from notification where recipient_id = $1', [
      peer.id,
    ])
    expect(rows).toEqual([{ kind: 'FLAG_TOLD' }])
  })

  it('looks once a week at each peer, also of two nodes at once, and never raises two over the same weeks', async () => {
    await look()
    await logThreeWeeks(16)
    expect(await look()).toBe(0)
    at(new Date(NOW.getTime() + 7 * DAY))
    const looked = await Promise.all([look(), look()])
    expect(looked[0] + looked[1]).toBeGreaterThan(0)
    expect(await flags()).toHaveLength(1)
    at(new Date(NOW.getTime() + 14 * DAY))
    await look()
    expect(await flags()).toHaveLength(1)
  })

  it('enters nobody for somebody who has already entered, and names nobody to enter', async () => {
    await expect(
      api.superuser.query("select set_config('app.organization_id', $1, false)", [organization.id]),
    ).resolves.toBeDefined()
    const { rows } = await api.superuser.query('select * from access.enter_due_signal_check($1)', [NOW])
    await api.superuser.query("select set_config('app.organization_id', '', false)")
    expect(rows).toEqual([])
  })

  it('reads the role agreement that was in force: part of the role is no signal, against values is one', async () => {
    await logThreeWeeks(16)
    await agreeOn('PART_OF_ROLE')
    await look()
    expect(await flags()).toEqual([])
    await api.superuser.query(
      `update role_agreement set lines = jsonb_set(lines, '{0,answer}', '"AGAINST_VALUES"')`,
    )
    at(new Date(NOW.getTime() + 7 * DAY))
    await look()
    expect((await flags()).map((flag) => (flag as { signal: string }).signal).sort()).toEqual([
      ...['AGAINST_VALUES', 'CLINICAL_SUBSTITUTION'],
    ])
  })

  it('says what is missing to the peer, and raises nothing for it', async () => {
    const { myDriftSignals } = await caller.data<{ myDriftSignals: { results: { missing: string }[] } }>(
      REPORT,
    )
    expect(myDriftSignals.results).toHaveLength(10)
    expect(myDriftSignals.results).toContainEqual({
      ...{ signal: 'OUT_OF_ROLE', state: 'UNKNOWN', figure: null, threshold: 20, missing: 'RECENT_WEEKS' },
    })
    await look()
    expect(await flags()).toEqual([])
  })
})
