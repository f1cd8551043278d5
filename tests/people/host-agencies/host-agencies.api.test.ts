import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { changed } from '../../support/changes.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Host agencies: what the office keeps of them, and their own staff with one thing to do.

const AGENCY = `id name kind sequentialIntercept deflectionPathway revision peersToday
  dataSharing { state until agreements { id reference endsOn } } contacts { id name } staff { displayName hasJoined }`
const LIST = `query ($first: Int! = 25, $after: String) { hostAgencies(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { ${AGENCY} } } } }`
const ADD = `mutation ($input: CreateHostAgencyInput!) { createHostAgency(input: $input) { hostAgency { id name } } }`
const UPDATE = `mutation ($input: UpdateHostAgencyInput!) { updateHostAgency(input: $input) { __typename
  ... on HostAgencyUpdated { hostAgency { name revision } } ... on StaleRevision { currentRevision } } }`
const CONTACT = `mutation ($input: CreateHostAgencyContactInput!) { createHostAgencyContact(input: $input) {
  contact { id name } hostAgency { contacts { id name } } } }`
const REMOVE = `mutation ($id: UUID!) { removeHostAgencyContact(input: { contactId: $id }) {
  hostAgency { id contacts { id } } } }`
const SHARE = `mutation ($input: CreateDataSharingAgreementInput!) { createDataSharingAgreement(input: $input) {
  agreement { id reference } hostAgency { dataSharing { state until } } } }`
const INVITE = `mutation ($id: UUID!, $email: String!) {
  inviteHostAgencyStaff(input: { hostAgencyId: $id, email: $email, displayName: "Sgt. Ortiz" }) {
    invitation { link email } } }`

interface Listed {
  hostAgencies: {
    totalCount: number
    pageInfo: { hasNextPage: boolean; endCursor: string }
    edges: { node: Record<string, unknown> }[]
  }
}

describe('host agencies', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let managing: Member
  let manager: Caller
  let admin: Caller
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    managing = await api.build.member(organization, ['MANAGER'])
    manager = await api.as(managing)
    admin = await api.as(await api.build.member(organization, ['ADMIN']))
  })
  const fire = {
    name: 'Fire and Rescue',
    kind: 'FIRE_AND_EMERGENCY_MEDICAL',
    state: 'OH',
    sequentialIntercept: 0,
    deflectionPathway: 'NALOXONE_PLUS',
  }
  const add = async (input: object = fire): Promise<string> =>
    (await changed<{ hostAgency: { id: string } }>(manager, ADD, { input })).hostAgency.id
  const firstFor = async (caller: Caller) => (await caller.data<Listed>(LIST)).hostAgencies.edges[0]?.node

  it('are kept with contacts and data sharing; a manager sees how many work there, an admin does not', async () => {
    const id = await add()
    await api.build.placement(await api.build.peer(organization), id)
    await api.build.placement(await api.build.peer(organization), id, { endsOn: '2026-06-16' })
    const { contact } = await changed<{ contact: { id: string } }>(admin, CONTACT, {
      input: { hostAgencyId: id, name: 'Capt. Ito', purpose: 'Ride-along days', phone: '555-0131' },
    })
    expect(
      await changed(admin, SHARE, {
        input: { hostAgencyId: id, reference: 'F-1', startsOn: '2026-01-01', endsOn: '2026-08-31' },
      }),
    ).toMatchObject({
      agreement: { reference: 'F-1' },
      hostAgency: { dataSharing: { state: 'EXPIRES_SOON', until: '2026-08-31' } },
    })
    expect(await firstFor(manager)).toMatchObject({
      ...{ name: 'Fire and Rescue', deflectionPathway: 'NALOXONE_PLUS', revision: 1, peersToday: 1 },
      dataSharing: { state: 'EXPIRES_SOON', until: '2026-08-31', agreements: [{ reference: 'F-1' }] },
      contacts: [{ name: 'Capt. Ito' }],
    })
    expect(await firstFor(admin)).toMatchObject({ peersToday: null })
    expect(await changed(manager, REMOVE, { id: contact.id })).toEqual({ hostAgency: { id, contacts: [] } })
    expect(await firstFor(manager)).toMatchObject({ contacts: [] })
    const kept = await api.superuser.query('select 1 from host_agency_contact where removed_at is not null')
    expect(kept.rowCount).toBe(1)
  })

  it('refuse what cannot be, with the field; and tell the second of two that change the same', async () => {
    const id = await add()
    const refused = await manager.ask(ADD, { input: { ...fire, name: ' ', sequentialIntercept: 3 } })
    expect(refused.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'name', problem: 'required' },
      { field: 'deflectionPathway', problem: 'not-an-option' },
    ])
    const first = { hostAgencyId: id, expectedRevision: 1, ...fire }
    expect(await changed(manager, UPDATE, { input: { ...first, name: 'Rescue' } })).toMatchObject({
      hostAgency: { name: 'Rescue', revision: 2 },
    })
    expect(await admin.data(UPDATE, { input: first })).toEqual({
      updateHostAgency: { __typename: 'StaleRevision', currentRevision: 2 },
    })
    const backwards = { hostAgencyId: id, reference: 'F-1', startsOn: '2026-02-01', endsOn: '2026-01-31' }
    const sharing = await manager.ask(SHARE, { input: backwards })
    expect(sharing.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'endsOn', problem: 'before-its-start', limit: '2026-02-01' },
    ])
  })

  it('T8: answer another organization’s agency like one that does not exist', async () => {
    const elsewhere = await api.build.organization()
    const theirs = await api.build.hostAgency(elsewhere)
    for (const id of [theirs, randomUUID()]) {
      for (const [query, input] of [
        [CONTACT, { name: 'A', purpose: 'B', phone: '555' }],
        [SHARE, { reference: 'F', startsOn: '2026-01-01' }],
        [UPDATE, { ...fire, expectedRevision: 1 }],
      ] as const) {
        const { errors } = await manager.ask(query, { input: { hostAgencyId: id, ...input } })
        expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
      }
      const { errors } = await manager.ask(INVITE, { id, email: 'ortiz@example.org' })
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
  })

  it('invite their own staff to supervise administratively, by a manager or an admin, and to nothing else', async () => {
    const id = await add()
    const unconfirmed = await api.as(managing, { confirmed: false })
    const { errors } = await unconfirmed.ask(INVITE, { id, email: 'ortiz@example.org' })
    expect(errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
    const { invitation: sent } = await changed<{ invitation: { link: string } }>(manager, INVITE, {
      id,
      email: 'Ortiz@Example.org',
    })
    await admin.data(INVITE, { id, email: 'second@example.org' })
    const again = await manager.ask(INVITE, { id, email: 'ortiz@example.org' })
    expect(again.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'email', problem: 'already-there' },
    ])
    const accept = `mutation ($token: String!) { acceptInvitation(input: {
      token: $token, displayName: "Sgt. Ortiz", password: "a river runs past the mill" }) { __typename } }`
    const token = sent.link.split('#')[1]
    expect(await api.signedOut().data(accept, { token })).toEqual({
      acceptInvitation: { __typename: 'SignedIn' },
    })
    const staff = (await firstFor(manager))?.['staff'] as { displayName: string; hasJoined: boolean }[]
    expect(staff.map(({ hasJoined }) => hasJoined).sort()).toEqual([false, true])
    const { rows } = await api.superuser.query(
      'select distinct roles, host_agency_id from membership where host_agency_id is not null',
    )
    expect(rows).toEqual([{ roles: ['SUPERVISOR'], host_agency_id: id }])
  })

  it('ask one write of three statements, for one agency or for twenty', async () => {
    const sent = async () => (await api.statementsOf(() => manager.data(LIST))).map((batch) => batch.length)
    await add()
    const one = await sent()
    for (let count = 0; count < 19; count++) await add({ ...fire, name: `Agency ${count}` })
    expect(await sent()).toEqual(one)
    expect(one).toEqual([3])
  })

  it('come page by page, by name', async () => {
    for (const name of ['Court', 'Adult Probation', 'Jail']) await add({ ...fire, name })
    const names: unknown[] = []
    let after: string | null = null
    do {
      const { hostAgencies }: Listed = await manager.data<Listed>(LIST, { first: 2, after })
      names.push(...hostAgencies.edges.map(({ node }) => node['name']))
      expect(hostAgencies.totalCount).toBe(3)
      after = hostAgencies.pageInfo.hasNextPage ? hostAgencies.pageInfo.endCursor : null
    } while (after !== null)
    expect(names).toEqual(['Adult Probation', 'Court', 'Jail'])
  })
})
