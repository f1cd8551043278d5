import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// The access matrix of members and setting up: actors × operations. Each asks about the peer's organization.

const SOMEBODY = '00000000-0000-4000-8000-000000000000'
const AS_READ = (id: string) => `memberId: "${id}", expectedRevision: 0`
const PAYLOAD = '{ __typename }'

describe('who may do what with members and settings', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  const callers: Record<string, Caller> = {}
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    callers['signedOut'] = api.signedOut()
    for (const [name, member] of Object.entries(world.actors)) callers[name] = await api.as(member)
  })
  afterAll(() => api.close())

  const outcomes = async (operation: string): Promise<Record<string, string>> => {
    const found: Record<string, string> = {}
    for (const [name, caller] of Object.entries(callers)) {
      const { errors } = await caller.ask(operation)
      found[name] = errors?.[0]?.extensions.code ?? 'allowed'
    }
    return found
  }
  /** Signed out is asked to sign in; whoever is not named is told that it is not theirs. */
  const only = (allowed: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.keys(callers).map((name) => [
        name,
        allowed[name] ?? (name === 'signedOut' ? 'UNAUTHENTICATED' : 'FORBIDDEN'),
      ]),
    )
  const ADMINS = { admin: 'allowed', strangerManager: 'allowed' }
  const OFFICE = { ...ADMINS, manager: 'allowed' }

  it.each([
    ['list the members', '{ members { totalCount } }'],
    [
      'invite a list',
      'mutation { inviteMembers(input: { list: "a@example.org", roles: [PEER] }) { __typename } }',
    ],
    ['read the settings', '{ organizationSettings { name } }'],
    ['read the contacts to edit', '{ organizationHelpContacts { id } }'],
    ['add a contact', `mutation { createHelpContact(input: { label: "A", phone: "988" }) ${PAYLOAD} }`],
    ['order contacts', `mutation { reorderHelpContacts(input: { helpContactIds: [] }) ${PAYLOAD} }`],
    ['see how far setting up is', '{ organizationSetup { step } }'],
    ['decide a step', `mutation { updateSetupStep(input: { step: TEAMS, state: DONE }) ${PAYLOAD} }`],
  ])('lets only admins %s', async (what, operation) => {
    // With two contacts added before, an empty order is refused as input: past the door all the same.
    const past = what === 'order contacts' ? { admin: 'BAD_INPUT', strangerManager: 'BAD_INPUT' } : ADMINS
    expect(await outcomes(operation)).toEqual(only(past))
  })

  it.each([
    [
      'update',
      `updateHelpContact(input: { helpContactId: "${SOMEBODY}", label: "A", phone: "988" }) ${PAYLOAD}`,
    ],
    ['remove', `removeHelpContact(input: { helpContactId: "${SOMEBODY}" }) ${PAYLOAD}`],
    ['restore', `restoreHelpContact(input: { helpContactId: "${SOMEBODY}" }) ${PAYLOAD}`],
  ])('tells only an admin that there is no such contact: %s', async (_name, operation) => {
    const missing = { admin: 'NOT_FOUND', strangerManager: 'NOT_FOUND' }
    expect(await outcomes(`mutation { ${operation} }`)).toEqual(only(missing))
  })

  it.each([
    ['updateMemberRoles', ', roles: [PEER]'],
    ['disableMember', ''],
    ['enableMember', ''],
    ['resendInvitation', ''],
    ['revokeInvitation', ''],
  ])(
    'lets only the own admin change a member; another organization finds nobody: %s',
    async (mutation, more) => {
      const input = `${AS_READ(world.actors.colleague.id)}${more}`
      const operation = `mutation { ${mutation}(input: { ${input} }) ${PAYLOAD} }`
      expect(await outcomes(operation)).toEqual(only({ admin: 'allowed', strangerManager: 'NOT_FOUND' }))
    },
  )

  it.each([
    ['list teams', '{ reportingTeams { totalCount } }', 'allowed'],
    [
      'rename a team',
      `mutation { updateReportingTeam(input: { reportingTeamId: "${SOMEBODY}", name: "A" }) ${PAYLOAD} }`,
      'NOT_FOUND',
    ],
    [
      'archive a team',
      `mutation { archiveReportingTeam(input: { reportingTeamId: "${SOMEBODY}" }) ${PAYLOAD} }`,
      'NOT_FOUND',
    ],
    [
      'take a team into use again',
      `mutation { unarchiveReportingTeam(input: { reportingTeamId: "${SOMEBODY}" }) ${PAYLOAD} }`,
      'NOT_FOUND',
    ],
  ])('lets the office %s', async (_what, operation, past) => {
    const office = Object.fromEntries(Object.keys(OFFICE).map((name) => [name, past]))
    expect(await outcomes(operation)).toEqual(only(office))
  })

  it('lets everybody see where they belong, and go nowhere else', async () => {
    const everybody = (past: string) =>
      Object.fromEntries(Object.keys(world.actors).map((name) => [name, past]))
    expect(await outcomes('{ myOrganizations { totalCount } }')).toEqual(only(everybody('allowed')))
    const elsewhere = await api.build.organization({ name: 'Nobody here' })
    const go = `mutation { switchOrganization(input: { organizationId: "${elsewhere.id}" }) ${PAYLOAD} }`
    expect(await outcomes(go)).toEqual(only(everybody('NOT_FOUND')))
  })

  it('shows an admin who people are, and no content of any kind', async () => {
    const { errors } = await callers['admin']!.ask('{ mySessions { totalCount } }')
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const { data } = await callers['admin']!.ask<{ __type: { fields: { name: string }[] } }>(
      '{ __type(name: "Member") { fields { name } } }',
    )
    expect(data?.__type.fields.map(({ name }) => name).sort()).toEqual(
      'displayName email hasJoined hostAgencyName id lastSeenMonth linkEndsAt mailProblem revision roles state'.split(
        ' ',
      ),
    )
  })
})
