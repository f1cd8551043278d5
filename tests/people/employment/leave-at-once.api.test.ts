import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

// What only one at a time may pass holds for twenty at the same moment.

const RECORD = `mutation ($input: RecordLeaveInput!) { recordLeave(input: $input) { leavePeriod { id } } }`
const UPDATE = `mutation ($input: UpdateLeaveInput!) { updateLeave(input: $input) { leavePeriod { id } } }`
const TOKEN = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }`
const TWENTY = Array.from({ length: 20 }, (_, at) => at)

describe('twenty at once', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    peer = await api.build.peer(organization)
  })
  afterAll(() => api.close())

  it('record leave: one is kept, and the others are told that it overlaps', async () => {
    const [own, office] = [
      await api.as(peer),
      await api.as(await api.build.member(organization, ['MANAGER'])),
    ]
    const input = { peerId: peer.id, startsOn: '2026-07-01', endsOn: '2026-07-05' }
    const answers = await Promise.all(TWENTY.map((at) => (at % 2 ? own : office).ask(RECORD, { input })))
    const problems = answers.flatMap(({ errors }) => errors?.[0]?.extensions.validationErrors ?? [])
    expect(answers.filter(({ errors }) => !errors).length).toBe(1)
    expect(problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual(
      Array.from({ length: 19 }, () => 'startsOn overlaps'),
    )
  })

  it('move leave onto the same days: one is moved', async () => {
    const own = await api.as(peer)
    const made = []
    for (const month of ['09', '10', '11']) {
      const input = { peerId: peer.id, startsOn: `2026-${month}-01`, endsOn: `2026-${month}-02` }
      const { recordLeave } = await own.data<{ recordLeave: { leavePeriod: { id: string } } }>(RECORD, {
        input,
      })
      made.push(recordLeave.leavePeriod.id)
    }
    const days = { startsOn: '2026-12-01', endsOn: '2026-12-05' }
    const moved = await Promise.all(
      made.map((leavePeriodId) => own.ask(UPDATE, { input: { leavePeriodId, ...days } })),
    )
    expect(moved.filter(({ errors }) => !errors).length).toBe(1)
  })

  it('make a token: twenty are open, never more', async () => {
    const manager = await api.build.member(organization, ['MANAGER'])
    const caller = await api.as(manager)
    const input = { name: 'A program', capabilities: ['people.read'], days: 30 }
    for (let open = 0; open < 15; open++) await caller.data(TOKEN, { input })
    const answers = await Promise.all(TWENTY.map(() => caller.ask(TOKEN, { input })))
    expect(answers.filter(({ errors }) => !errors).length).toBe(5)
    expect(new Set(answers.flatMap(({ errors }) => errors?.[0]?.extensions.fact ?? []))).toEqual(
      new Set(['integrations.many-tokens']),
    )
  })
})
