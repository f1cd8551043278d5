import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// The access matrix of the people feature: actors × operations.

const INVITE = `mutation { inviteMember(input: { email: "someone@example.org", displayName: "Someone", roles: [PEER] }) { invitation { email } } }`

describe('who may do what with people', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  beforeAll(async () => {
    api = await TestApi.start()
    actors = (await cast(api.build)).actors
  })
  afterAll(() => api.close())

  const outcome = async (caller: Caller, query: string): Promise<string> => {
    const { errors } = await caller.ask(query)
    return errors?.[0]?.extensions.code ?? 'allowed'
  }

  it('lets only an admin invite', async () => {
    const outcomes: Record<string, string> = { signedOut: await outcome(api.signedOut(), INVITE) }
    for (const [name, member] of Object.entries(actors))
      outcomes[name] = await outcome(await api.as(member), INVITE)
    expect(outcomes).toEqual({
      signedOut: 'UNAUTHENTICATED',
      peer: 'FORBIDDEN',
      colleague: 'FORBIDDEN',
      administrative: 'FORBIDDEN',
      educational: 'FORBIDDEN',
      supportive: 'FORBIDDEN',
      manager: 'FORBIDDEN',
      admin: 'allowed',
      auditor: 'FORBIDDEN',
      stranger: 'FORBIDDEN',
      strangerManager: 'allowed',
    })
  })

  it('T8: shows each only their own organization', async () => {
    const { me } = await (
      await api.as(actors.strangerManager)
    ).data<{ me: { organization: { name: string } } }>(
      '{ me { organization { name helpContacts { label } } } }',
    )
    expect(me.organization.name).toBe('Somewhere Else')
  })

  it('answers `me` in one write of two statements', async () => {
    const caller = await api.as(actors.peer)
    const batches = await api.statementsOf(() => caller.data('{ me { displayName } }'))
    expect(batches.map((batch) => batch.length)).toEqual([2])
  })
})
