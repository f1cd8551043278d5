import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const UPDATE = `mutation ($input: OrganizationSettingsInput!, $revision: Int! = 1) {
  updateOrganization(input: $input, revision: $revision) { name kind homeState timeZone locale } }`
const WANTED = {
  name: 'Second Chances',
  kind: 'COURT',
  homeState: 'CA',
  timeZone: 'America/Los_Angeles',
  locale: 'es',
}
const DECIDE = `mutation ($step: SetupStep!, $decision: SetupStepState!) {
  decideSetupStep(step: $step, decision: $decision) { step state decidedByName } }`
interface Contact {
  readonly id: string
  readonly label: string
}
interface Team {
  readonly id: string
  readonly name: string
  readonly archivedAt: string | null
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
    Object.values(await caller.data<Record<string, Contact[]>>(query, variables))[0] ?? []
  const add = (label: string) =>
    contact('mutation ($l: String!) { addHelpContact(input: { label: $l, phone: "988" }) { id label } }', {
      l: label,
    })

  it('changes what the organization states, for everybody at the next request', async () => {
    const peer = await api.as(await api.build.peer(organization))
    api.at('2026-06-17T05:30:00Z')
    expect(await peer.data('{ me { today } }')).toEqual({ me: { today: '2026-06-17' } })
    expect(await caller.data(UPDATE, { input: WANTED })).toEqual({ updateOrganization: WANTED })
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
    await caller.data(UPDATE, { input: { ...WANTED, timeZone: 'America/New_York' } })
    const second = await api.as(await api.build.member(organization, ['ADMIN']))
    const { errors } = await second.ask(UPDATE, { input: { ...WANTED, name: 'Third Chances' } })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      fact: 'people.organization.changed-meanwhile',
    })
    const stands = { name: 'Second Chances', revision: 2 }
    expect(await second.data('{ organizationSettings { name revision } }')).toEqual({
      organizationSettings: stands,
    })
    await second.data(UPDATE, { input: { ...WANTED, name: 'Third Chances' }, revision: 2 })
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
    await caller.data(UPDATE, { input: WANTED })
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
    const found = await validationErrors(UPDATE, { input: { ...WANTED, ...wrong } })
    expect(found).toMatchObject([{ field, problem }])
  })

  it('adds, orders, removes and puts back help contacts; everybody sees what stands', async () => {
    await add('First')
    await add('Second')
    const [one, two, three] = await add('Third')
    const order = 'mutation ($ids: [UUID!]!) { orderHelpContacts(ids: $ids) { id label } }'
    const turned = await contact(order, { ids: [three?.id, one?.id, two?.id] })
    expect(turned.map(({ label }) => label)).toEqual(['Third', 'First', 'Second'])
    expect(await validationErrors(order, { ids: [one?.id, one?.id, two?.id] })).toMatchObject([
      { field: 'ids' },
    ])
    const remove = 'mutation ($id: UUID!) { removeHelpContact(id: $id) { label } }'
    expect(await contact(remove, { id: one?.id })).toHaveLength(2)
    const seen = async () =>
      (
        await (
          await api.as(await api.build.peer(organization))
        ).data<{ me: { organization: { helpContacts: Contact[] } } }>(
          '{ me { organization { helpContacts { label } } } }',
        )
      ).me.organization.helpContacts.map(({ label }) => label)
    expect(await seen()).toEqual(['Third', 'Second'])
    await contact('mutation ($id: UUID!) { restoreHelpContact(id: $id) { label } }', { id: one?.id })
    expect(await seen()).toEqual(['Third', 'First', 'Second'])
    const change =
      'mutation ($id: UUID!, $input: HelpContactInput!) { changeHelpContact(id: $id, input: $input) { label url } }'
    await contact(change, { id: two?.id, input: { label: 'Last', url: 'https://help.example.org/talk' } })
    expect(await seen()).toEqual(['Third', 'First', 'Last'])
  })

  it.each([
    [{ label: '', phone: '988' }, 'label', 'required'],
    [{ label: 'A' }, 'phone', 'required'],
    [{ label: 'A', phone: 'call me' }, 'phone', 'not-a-phone'],
    [{ label: 'A', url: 'http://help.example.org' }, 'url', 'not-a-page'],
    [{ label: 'A', url: 'javascript:alert(1)' }, 'url', 'not-a-page'],
  ])('refuses a contact nobody could use: %o', async (input, field, problem) => {
    const query = 'mutation ($input: HelpContactInput!) { addHelpContact(input: $input) { id } }'
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
    const made = 'mutation ($n: String!) { team: addReportingTeam(name: $n) { id name archivedAt } }'
    const { team } = await caller.data<{ team: Team }>(made, { n: ' Field team ' })
    expect(team.name).toBe('Field team')
    expect(await validationErrors(made, { n: 'FIELD TEAM' })).toMatchObject([
      { field: 'name', problem: 'already-there' },
    ])
    expect(await validationErrors(made, { n: ' ' })).toMatchObject([{ field: 'name', problem: 'required' }])
    const archive =
      'mutation ($id: UUID!, $a: Boolean!) { team: archiveReportingTeam(id: $id, archived: $a) { archivedAt } }'
    const archived = await caller.data<{ team: Team }>(archive, { id: team.id, a: true })
    expect(archived.team.archivedAt).not.toBeNull()
    await caller.data(made, { n: 'Field team' })
    expect(await validationErrors(archive, { id: team.id, a: false })).toMatchObject([
      { field: 'name', problem: 'already-there' },
    ])
    const rename =
      'mutation ($id: UUID!, $n: String!) { team: renameReportingTeam(id: $id, name: $n) { name } }'
    expect(await caller.data(rename, { id: team.id, n: 'Old field team' })).toEqual({
      team: { name: 'Old field team' },
    })
    const { reportingTeams } = await caller.data<{ reportingTeams: Team[] }>(
      '{ reportingTeams { name memberCount } }',
    )
    expect(reportingTeams.map(({ name }) => name)).toEqual(['Field team', 'Old field team'])
  })

  it('remembers each step as done or skipped, and lets it be taken up again', async () => {
    const setup = '{ steps: organizationSetup { step state decidedByName } }'
    const before = await caller.data<{ steps: { step: string; state: string }[] }>(setup)
    expect(before.steps.map(({ step, state }) => [step, state])).toEqual([
      ['ORGANIZATION', 'OPEN'],
      ['HELP_CONTACTS', 'OPEN'],
      ['HOST_AGENCIES', 'OPEN'],
      ['TEAMS', 'OPEN'],
      ['PEOPLE', 'OPEN'],
      ['OWN_ROLES', 'OPEN'],
    ])
    await caller.data(DECIDE, { step: 'TEAMS', decision: 'SKIPPED' })
    const other = await api.as(await api.build.member(organization, ['ADMIN']))
    const { steps } = await other.data<{ steps: { step: string; state: string }[] }>(setup)
    expect(steps.find(({ step }) => step === 'TEAMS')?.state).toBe('SKIPPED')
    const { decideSetupStep } = await other.data<{ decideSetupStep: object[] }>(DECIDE, {
      step: 'TEAMS',
      decision: 'DONE',
    })
    expect(decideSetupStep[3]).toMatchObject({ state: 'DONE' })
    await other.data(DECIDE, { step: 'TEAMS', decision: 'OPEN' })
  })

  it('answers a contact and a team of another organization like ones that are not there', async () => {
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const office = await api.as(await api.build.member(elsewhere, ['ADMIN']))
    const { team } = await office.data<{ team: Team }>(
      'mutation { team: addReportingTeam(name: "Theirs") { id } }',
    )
    const rename = 'mutation ($id: UUID!) { renameReportingTeam(id: $id, name: "Mine") { name } }'
    const remove = 'mutation ($id: UUID!) { removeHelpContact(id: $id) { label } }'
    expect(await validationErrors(rename, { id: team.id })).toBe('NOT_FOUND')
    expect(await validationErrors(remove, { id: team.id })).toBe('NOT_FOUND')
  })
})
