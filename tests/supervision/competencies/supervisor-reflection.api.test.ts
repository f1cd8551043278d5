import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A supervisor's view of their own skills: theirs alone, like a check-in.

const SAVE = `mutation ($input: RecordSupervisorReflectionInput!) {
  recordSupervisorReflection(input: $input) { reflection { answeredOn ratings { skill rating } } } }`
const MINE =
  '{ mySupervisorReflections { totalCount edges { node { answeredOn ratings { skill rating } } } } }'

describe('own skills as a supervisor', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors'] & Record<string, Member>
  beforeAll(async () => {
    api = await TestApi.start()
    actors = (await cast(api.build)).actors
  })
  afterAll(() => api.close())

  const rated = (rating: string) => ({ ratings: [{ skill: 'WELLNESS', rating }] })
  const mine = async (caller: Caller) =>
    (await caller.data<{ mySupervisorReflections: { totalCount: number; edges: object[] } }>(MINE))
      .mySupervisorReflections

  it('are kept by day: the same day replaces, the latest comes first', async () => {
    const caller = await api.as(actors.supportive)
    await caller.data(SAVE, { input: rated('LEARNING') })
    await caller.data(SAVE, { input: rated('GROWING') })
    api.at('2026-06-20T13:00:00Z')
    const later = await api.as(actors.supportive)
    await later.data(SAVE, { input: rated('STEADY') })
    expect(await mine(later)).toEqual({
      totalCount: 2,
      edges: [
        { node: { answeredOn: '2026-06-20', ratings: [{ skill: 'WELLNESS', rating: 'STEADY' }] } },
        { node: { answeredOn: '2026-06-17', ratings: [{ skill: 'WELLNESS', rating: 'GROWING' }] } },
      ],
    })
    expect(await mine(await api.as(actors.educational))).toEqual({ totalCount: 0, edges: [] })
    api.at('2026-06-17T13:00:00Z')
  })

  it('are locked with what was kept before, after a password reset by somebody else', async () => {
    const { educational } = actors
    await (await api.as(educational)).data(SAVE, { input: rated('LEARNING') })
    api.at('2026-06-17T15:00:00Z')
    await api.build.insert('check_in_lock', {
      account_id: educational.accountId,
      locked_before: '2026-06-17T14:00:00Z',
    })
    const later = await api.as(educational)
    expect(await mine(later)).toEqual({ totalCount: 0, edges: [] })
    const again = await later.ask(SAVE, { input: rated('STEADY') })
    expect(again.errors?.[0]?.extensions).toMatchObject({ fact: 'supervision.competencies.locked' })
    await api.superuser.query('delete from check_in_lock where account_id = $1', [educational.accountId])
    expect((await mine(later)).edges).toMatchObject([{ node: { ratings: [{ rating: 'LEARNING' }] } }])
    api.at('2026-06-17T13:00:00Z')
  })

  it('open to supervisors, and to nobody else', async () => {
    const outcome = async (caller: Caller, query: string, variables = {}): Promise<string> =>
      (await caller.ask(query, variables)).errors?.[0]?.extensions.code ?? 'allowed'
    const allowed: string[] = []
    for (const [name, member] of Object.entries(actors)) {
      const caller = await api.as(member)
      const outcomes = [await outcome(caller, MINE), await outcome(caller, SAVE, { input: rated('STEADY') })]
      expect(outcomes[0]).toBe(outcomes[1])
      if (outcomes[0] === 'allowed') allowed.push(name)
      else expect(outcomes[0]).toBe('FORBIDDEN')
    }
    expect(allowed).toEqual(['administrative', 'educational', 'supportive', 'strangerManager'])
    expect(await outcome(api.signedOut(), MINE)).toBe('UNAUTHENTICATED')
  })

  it('stay closed on a shared device until the password is given again', async () => {
    const caller = await api.as(actors.supportive, { confirmed: false, shared: true })
    expect((await caller.ask(MINE)).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
  })

  it.each([
    [[], [{ field: 'ratings', problem: 'required' }]],
    [
      [
        { skill: 'WELLNESS', rating: 'STEADY' },
        { skill: 'WELLNESS', rating: 'GROWING' },
      ],
      [{ field: 'ratings.1.skill', problem: 'repeated' }],
    ],
  ])('refuse %j', async (ratings, errors) => {
    const answer = await (await api.as(actors.supportive)).ask(SAVE, { input: { ratings } })
    expect(answer.errors?.[0]?.extensions.validationErrors).toEqual(errors)
  })

  it('are erased with everything else that is private, once somebody has left', async () => {
    const { supportive } = actors
    await (await api.as(supportive)).data(SAVE, { input: rated('STEADY') })
    await api.build.insert('employment', {
      organization_id: supportive.organizationId,
      member_id: supportive.id,
      leaves_on: '2026-06-18',
    })
    const kept = async (): Promise<number | null> =>
      (await api.superuser.query('select from supervisor_reflection where member_id = $1', [supportive.id]))
        .rowCount
    expect(await kept()).toBeGreaterThan(0)
    await api.superuser.query("select access.erase_private_data('2028-01-01T00:00:00Z', 100)")
    expect(await kept()).toBe(0)
  })
})
