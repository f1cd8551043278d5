import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../support/builders/builders.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// T1 for supervisors: their check-in is theirs alone, and no figure about peers can ever hold it.

const SUBMIT = `mutation ($input: SubmitWeeklyCheckInInput!) {
  submitWeeklyCheckIn(input: $input) { __typename ... on WeeklyCheckInSaved { checkIn { line } } } }`
const WEEK = '{ myWeek { checkIn { line } } }'
const answers = (line: string) => ({ weekStart: '2026-06-15', energy: 3, line, idempotencyKey: randomUUID() })

describe("a supervisor's check-in", () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors'] & Record<string, Member>
  let both: Member
  beforeAll(async () => {
    api = await TestApi.start()
    const people = await cast(api.build)
    actors = people.actors
    both = await api.build.member(people.organization, ['PEER', 'SUPERVISOR'])
    for (const [member, line] of [
      [actors.supportive, 'Mine as a supervisor'],
      [actors.peer, 'Mine as a peer'],
      [both, 'Mine as both'],
    ] as const)
      await (await api.as(member)).data(SUBMIT, { input: answers(line) })
  })
  afterAll(() => api.close())

  const lineOf = async (caller: Caller): Promise<string | undefined> =>
    (await caller.data<{ myWeek: { checkIn: { line: string } | null } }>(WEEK)).myWeek.checkIn?.line

  it('is read by nobody but the supervisor who wrote it', async () => {
    expect(await lineOf(await api.as(actors.supportive))).toBe('Mine as a supervisor')
    expect(await lineOf(await api.as(actors.educational))).toBeUndefined()
    expect(await lineOf(await api.as(actors.peer))).toBe('Mine as a peer')
    for (const name of ['manager', 'admin', 'auditor'] as const) {
      const { errors } = await (await api.as(actors[name])).ask(WEEK)
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
  })

  it('says for good whether it was a peer who wrote it', async () => {
    const { rows } = await api.superuser.query<{ line: string; as_peer: boolean }>(
      'select line, as_peer from weekly_check_in order by line',
    )
    expect(rows).toEqual([
      { line: 'Mine as a peer', as_peer: true },
      { line: 'Mine as a supervisor', as_peer: false },
      { line: 'Mine as both', as_peer: true },
    ])
  })

  it('asks for the password on a shared device, as for a peer', async () => {
    const caller = await api.as(actors.supportive, { confirmed: false, shared: true })
    expect((await caller.ask(WEEK)).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
  })
})
