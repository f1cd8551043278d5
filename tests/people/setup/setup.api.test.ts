import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization } from '../../support/builders/builders.ts'
import { changed } from '../../support/changes.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const UPDATE = `mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) {
  __typename ... on OrganizationUpdated { settings { name kind homeState timeZone locale } }
  ... on StaleRevision { currentRevision } } }`
const WANTED = {
  name: 'Second Chances',
  kind: 'COURT',
  homeState: 'CA',
  timeZone: 'America/Los_Angeles',
  locale: 'es',
}
const first = (wanted: object) => ({ input: { expectedRevision: 1, ...wanted } })
const DECIDE = `mutation ($step: SetupStep!, $state: SetupStepState!) {
  updateSetupStep(input: { step: $step, state: $state }) { steps { step state decidedBy { displayName } } } }`
interface Contact {
  readonly id: string
  readonly label: string
}
interface Team {
  readonly id: string
  readonly name: string
  readonly archivedAt: string | null
}
interface Teams {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  readonly edges: readonly { readonly node: Team }[]
}
const REMOVE =
  'mutation ($id: UUID!) { removeHelpContact(input: { helpContactId: $id }) { helpContacts { label } } }'
const TEAMS = `query ($first: Int!, $after: String) { reportingTeams(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { name memberCount } } } }`
const team = (mutation: string, input: string, fields: string) => {
  const declared = ['$id: UUID!', '$name: String!'].filter((one) => input.includes(one.slice(0, 3)))
  return `mutation (${declared.join(', ')}) { ${mutation}(input: { ${input} }) { reportingTeam { ${fields} } } }`
}

describe('setting up an organization', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let caller: Caller
  beforeAll(async () => {
    api = await TestApi.start()
  })
  beforeEach(async () => {
    organization = await api.build.organization()
    caller = await api.as(await api.build.member(organization, ['ADMIN']))
  })
  afterAll(() => api.close())

  const validationErrors = async (query: string, variables: Record<string, unknown>) => {
    const { errors } = await caller.ask(query, variables)
    return errors?.[0]?.extensions.validationErrors ?? errors?.[0]?.extensions.code
  }
  const contact = async (query: string, variables: Record<string, unknown> = {}) =>
    Object.values(await caller.data<Record<string, { helpContacts: Contact[] }>>(query, variables))[0]
      ?.helpContacts ?? []
  const add = (label: string) =>
    contact(
      'mutation ($l: String!) { createHelpContact(input: { label: $l, phone: "988" }) { helpContacts { id label } } }',
      { l: label },
    )

  it('changes what the organization states, for everybody at the next request', async () => {
    const peer = await api.as(await api.build.peer(organization))
    api.at('2026-06-17T05:30:00Z')
    expect(await peer.data('{ me { today } }')).toEqual({ me: { today: '2026-06-17' } })
    expect(await caller.data(UPDATE, first(WANTED))).toEqual({
      updateOrganization: { __typename: 'OrganizationUpdated', settings: WANTED },
    })
    expect(await peer.data('{ me { today organization { name } } }')).toEqual({
      me: { today: '2026-06-16', organization: { name: 'Second Chances' } },
    })
    api.at('2026-06-17T13:00:00Z')
    const { rows } = await api.superuser.query<{ facts: Record<string, unknown> }>(
      "select facts from audit_entry where organization_id = $1 and area = 'SETTINGS' and subject = 'organization' and action = 'CHANGED'",
      [organization.id],
    )
    expect(rows[0]?.facts['time_zone']).toEqual({ from: 'America/New_York', to: 'America/Los_Angeles' })
  })

  it('tells the second of two admins, whose own change can follow once they have looked', async () => {
    await changed(caller, UPDATE, first({ ...WANTED, timeZone: 'America/New_York' }))
    const second = await api.as(await api.build.member(organization, ['ADMIN']))
    expect(await second.data(UPDATE, first({ ...WANTED, name: 'Third Chances' }))).toEqual({
      updateOrganization: { __typename: 'StaleRevision', currentRevision: 2 },
    })
    const stands = { name: 'Second Chances', revision: 2 }
    expect(await second.data('{ organizationSettings { name revision } }')).toEqual({
      organizationSettings: stands,
    })
    await changed(second, UPDATE, { input: { ...WANTED, name: 'Third Chances', expectedRevision: 2 } })
    expect(await caller.data('{ organizationSettings { name revision } }')).toEqual({
      organizationSettings: { name: 'Third Chances', revision: 3 },
    })
  })

  it('keeps ended what has ended, when moving the clock to the west makes it yesterday again', async () => {
    const [peer, gone] = [await api.build.peer(organization), await api.build.peer(organization)]
    const supervisor = await api.build.supervisor(organization)
    const ended = await api.build.relationship(supervisor, peer, 'SUPPORTIVE', { endsOn: '2026-06-16' })
    const running = await api.build.relationship(supervisor, peer, 'EDUCATIONAL', { endsOn: '2026-06-17' })
    await api.build.insert('employment', {
      organization_id: organization.id,
      member_id: gone.id,
      leaves_on: '2026-06-16',
    })
    api.at('2026-06-17T05:30:00Z')
    const types = async () => {
      const mine = '{ mySupervisors { edges { node { type } } } }'
      return (await api.as(peer)).data<{ mySupervisors: { edges: { node: { type: string } }[] } }>(mine)
    }
    const before = await types()
    expect(before.mySupervisors.edges.map(({ node }) => node.type)).toEqual(['EDUCATIONAL'])
    await changed(caller, UPDATE, first(WANTED))
    expect(await types()).toEqual(before)
    expect(
      (await (await api.as(gone)).ask('{ mySupervisors { totalCount } }')).errors?.[0]?.extensions.code,
    ).toBe('UNAUTHENTICATED')
    const { rows } = await api.superuser.query<{ ends: string }>(
      'select ends_on::text as ends from supervision_relationship where id = any ($1) order by 1',
      [[ended, running]],
    )
    expect(rows.map(({ ends }) => ends)).toEqual(['2026-06-15', '2026-06-17'])
    api.at('2026-06-17T13:00:00Z')
  })

  it.each([
    ['name', { name: '  ' }, 'required'],
    ['name', { name: 'x'.repeat(121) }, 'too-long'],
    ['homeState', { homeState: 'XX' }, 'not-an-option'],
    ['timeZone', { timeZone: 'Mars/Olympus' }, 'not-an-option'],
    ['locale', { locale: 'fr' }, 'not-an-option'],
  ])('refuses a wrong %s: %o', async (field, wrong, problem) => {
    const found = await validationErrors(UPDATE, first({ ...WANTED, ...wrong }))
    expect(found).toMatchObject([{ field, problem }])
  })

  it('adds, orders, removes and puts back help contacts; everybody sees what stands', async () => {
    await add('First')
    await add('Second')
    const [one, two, three] = await add('Third')
    const order = `mutation ($ids: [UUID!]!) {
      reorderHelpContacts(input: { helpContactIds: $ids }) { helpContacts { id label } } }`
    const turned = await contact(order, { ids: [three?.id, one?.id, two?.id] })
    expect(turned.map(({ label }) => label)).toEqual(['Third', 'First', 'Second'])
    expect(await validationErrors(order, { ids: [one?.id, one?.id, two?.id] })).toMatchObject([
      { field: 'helpContactIds' },
    ])
    expect(await contact(REMOVE, { id: one?.id })).toHaveLength(2)
    const seen = async () =>
      (
        await (
          await api.as(await api.build.peer(organization))
        ).data<{ me: { organization: { helpContacts: Contact[] } } }>(
          '{ me { organization { helpContacts { label } } } }',
        )
      ).me.organization.helpContacts.map(({ label }) => label)
    expect(await seen()).toEqual(['Third', 'Second'])
    await contact(
      'mutation ($id: UUID!) { restoreHelpContact(input: { helpContactId: $id }) { helpContacts { label } } }',
      { id: one?.id },
    )
    expect(await seen()).toEqual(['Third', 'First', 'Second'])
    const change =
      'mutation ($input: UpdateHelpContactInput!) { updateHelpContact(input: $input) { helpContacts { label url openHours } } }'
    const last = { label: 'Last', url: 'https://help.example.org/talk' }
    const input = { helpContactId: two?.id, ...last, openHours: ' Monday to Friday,  9 to 5 ' }
    const [, , changed] = await contact(change, { input })
    expect(changed).toEqual({ ...last, openHours: 'Monday to Friday, 9 to 5' })
    expect(await seen()).toEqual(['Third', 'First', 'Last'])
  })

  it.each([
    [{ label: '', phone: '988' }, 'label', 'required'],
    [{ label: 'A' }, 'phone', 'required'],
    [{ label: 'A', phone: 'call me' }, 'phone', 'not-a-phone'],
    [{ label: 'A', phone: '988', openHours: 'x'.repeat(81) }, 'openHours', 'too-long'],
    [{ label: 'A', url: 'http://help.example.org' }, 'url', 'not-a-page'],
    [{ label: 'A', url: 'javascript:alert(1)' }, 'url', 'not-a-page'],
  ])('refuses a contact nobody could use: %o', async (input, field, problem) => {
    const query =
      'mutation ($input: CreateHelpContactInput!) { createHelpContact(input: $input) { helpContacts { id } } }'
    expect(await validationErrors(query, { input })).toMatchObject([{ field, problem }])
  })

  it('keeps at most 20 contacts, also when many are added at once', async () => {
    const tries = Array.from({ length: 24 }, (_, n) =>
      add(`Line ${n}`).then(
        () => true,
        () => false,
      ),
    )
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(20)
  })

  it('adds, renames and archives teams; a name stands once', async () => {
    const made = team('createReportingTeam', 'name: $name', 'id name archivedAt')
    const { reportingTeam } = await changed<{ reportingTeam: Team }>(caller, made, { name: ' Field team ' })
    const { id } = reportingTeam
    expect(reportingTeam.name).toBe('Field team')
    expect(await validationErrors(made, { name: 'FIELD TEAM' })).toMatchObject([
      { field: 'name', problem: 'already-there' },
    ])
    expect(await validationErrors(made, { name: ' ' })).toMatchObject([
      { field: 'name', problem: 'required' },
    ])
    const archived = await changed<{ reportingTeam: Team }>(
      caller,
      team('archiveReportingTeam', 'reportingTeamId: $id', 'archivedAt'),
      { id },
    )
    expect(archived.reportingTeam.archivedAt).not.toBeNull()
    const unarchive = team('unarchiveReportingTeam', 'reportingTeamId: $id', 'archivedAt')
    await changed(caller, unarchive, { id })
    await changed(caller, team('archiveReportingTeam', 'reportingTeamId: $id', 'archivedAt'), { id })
    await changed(caller, made, { name: 'Field team' })
    expect(await validationErrors(unarchive, { id })).toMatchObject([
      { field: 'name', problem: 'already-there' },
    ])
    const rename = team('updateReportingTeam', 'reportingTeamId: $id, name: $name', 'name')
    expect(await changed(caller, rename, { id, name: 'Old field team' })).toEqual({
      reportingTeam: { name: 'Old field team' },
    })
    const { reportingTeams } = await caller.data<{ reportingTeams: Teams }>(TEAMS, { first: 1 })
    expect(reportingTeams).toMatchObject({ totalCount: 2, edges: [{ node: { name: 'Field team' } }] })
    const rest = await caller.data<{ reportingTeams: Teams }>(TEAMS, {
      first: 1,
      after: reportingTeams.pageInfo.endCursor,
    })
    expect(rest.reportingTeams).toMatchObject({
      pageInfo: { hasNextPage: false },
      edges: [{ node: { name: 'Old field team' } }],
    })
  })

  it('remembers each step as done or skipped, and lets it be taken up again', async () => {
    const setup = '{ steps: organizationSetup { step state decidedBy { displayName } } }'
    const before = await caller.data<{ steps: { step: string; state: string }[] }>(setup)
    expect(before.steps.map(({ step, state }) => [step, state])).toEqual([
      ['ORGANIZATION', 'OPEN'],
      ['HELP_CONTACTS', 'OPEN'],
      ['HOST_AGENCIES', 'OPEN'],
      ['TEAMS', 'OPEN'],
      ['PEOPLE', 'OPEN'],
      ['OWN_ROLES', 'OPEN'],
      ['SUPERVISORS', 'OPEN'],
      ['CERTIFICATIONS', 'OPEN'],
    ])
    await caller.data(DECIDE, { step: 'TEAMS', state: 'SKIPPED' })
    const other = await api.as(await api.build.member(organization, ['ADMIN']))
    const { steps } = await other.data<{ steps: { step: string; state: string }[] }>(setup)
    expect(steps.find(({ step }) => step === 'TEAMS')?.state).toBe('SKIPPED')
    interface Decided {
      readonly updateSetupStep: { steps: { state: string; decidedBy: { displayName: string } | null }[] }
    }
    const { updateSetupStep } = await other.data<Decided>(DECIDE, { step: 'TEAMS', state: 'DONE' })
    expect(updateSetupStep.steps[3]?.state).toBe('DONE')
    expect(updateSetupStep.steps[3]?.decidedBy?.displayName).toBeTypeOf('string')
    await other.data(DECIDE, { step: 'TEAMS', state: 'OPEN' })
  })

  it('answers a contact and a team of another organization like ones that are not there', async () => {
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const office = await api.as(await api.build.member(elsewhere, ['ADMIN']))
    const made = team('createReportingTeam', 'name: $name', 'id')
    const { reportingTeam } = await changed<{ reportingTeam: Team }>(office, made, { name: 'Theirs' })
    const rename = team('updateReportingTeam', 'reportingTeamId: $id, name: $name', 'name')
    expect(await validationErrors(rename, { id: reportingTeam.id, name: 'Mine' })).toBe('NOT_FOUND')
    expect(await validationErrors(REMOVE, { id: reportingTeam.id })).toBe('NOT_FOUND')
  })
})
