import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Host agencies: what the office keeps of them, and their own staff with one thing to do.

const LIST = `{ hostAgencies { id name kind sequentialIntercept deflectionPathway revision peersToday dataSharing
  dataSharingUntil contacts { id name } agreements { id reference endsOn } staff { displayName hasJoined } } }`
const ADD = 'mutation ($input: HostAgencyDetails!) { addHostAgency(input: $input) }'
const CHANGE = `mutation ($id: UUID!, $revision: Int!, $input: HostAgencyDetails!) {
  changeHostAgency(hostAgencyId: $id, revision: $revision, input: $input) }`
const CONTACT = `mutation ($id: UUID!, $input: HostAgencyContactDetails!) {
  addHostAgencyContact(hostAgencyId: $id, input: $input) }`
const SHARE = `mutation ($id: UUID!, $input: DataSharingDetails!) { recordDataSharing(hostAgencyId: $id, input: $input) }`
const INVITE = `mutation ($id: UUID!, $email: String!) {
  inviteHostAgencyStaff(hostAgencyId: $id, email: $email, displayName: "Sgt. Ortiz") { link email } }`

interface Listed {
  hostAgencies: Record<string, unknown>[]
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
    (await manager.data<{ addHostAgency: string }>(ADD, { input })).addHostAgency

  it('are kept with contacts and data sharing; a manager sees how many work there, an admin does not', async () => {
    const id = await add()
    await api.build.placement(await api.build.peer(organization), id)
    await api.build.placement(await api.build.peer(organization), id, { endsOn: '2026-06-16' })
    const contact = { name: 'Capt. Ito', purpose: 'Ride-along days', phone: '555-0131' }
    const { addHostAgencyContact } = await admin.data<{ addHostAgencyContact: string }>(CONTACT, {
      id,
      input: contact,
    })
    await admin.data(SHARE, { id, input: { reference: 'F-1', startsOn: '2026-01-01', endsOn: '2026-08-31' } })
    const [agency] = (await manager.data<Listed>(LIST)).hostAgencies
    expect(agency).toMatchObject({
      ...{ name: 'Fire and Rescue', deflectionPathway: 'NALOXONE_PLUS', revision: 1, peersToday: 1 },
      ...{ dataSharing: 'EXPIRES_SOON', dataSharingUntil: '2026-08-31' },
      contacts: [{ name: 'Capt. Ito' }],
      agreements: [{ reference: 'F-1' }],
    })
    expect((await admin.data<Listed>(LIST)).hostAgencies[0]).toMatchObject({ peersToday: null })
    await manager.data('mutation ($id: UUID!) { removeHostAgencyContact(contactId: $id) }', {
      id: addHostAgencyContact,
    })
    expect((await manager.data<Listed>(LIST)).hostAgencies[0]).toMatchObject({ contacts: [] })
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
    await manager.data(CHANGE, { id, revision: 1, input: { ...fire, name: 'Rescue' } })
    const late = await admin.ask(CHANGE, { id, revision: 1, input: fire })
    expect(late.errors?.[0]?.extensions).toMatchObject({ fact: 'people.host-agencies.changed-meanwhile' })
    const backwards = { reference: 'F-1', startsOn: '2026-02-01', endsOn: '2026-01-31' }
    const sharing = await manager.ask(SHARE, { id, input: backwards })
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
        [CHANGE, fire],
      ] as const) {
        const { errors } = await manager.ask(query, { id, input, revision: 1 })
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
    const { inviteHostAgencyStaff: sent } = await manager.data<{ inviteHostAgencyStaff: { link: string } }>(
      INVITE,
      { id, email: 'Ortiz@Example.org' },
    )
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
    const [agency] = (await manager.data<Listed>(LIST)).hostAgencies
    const staff = agency?.['staff'] as { displayName: string; hasJoined: boolean }[]
    expect(staff.map(({ hasJoined }) => hasJoined).sort()).toEqual([false, true])
    const { rows } = await api.superuser.query(
      'select distinct roles, host_agency_id from membership where host_agency_id is not null',
    )
    expect(rows).toEqual([{ roles: ['SUPERVISOR'], host_agency_id: id }])
  })

  it('ask one write of two statements, for one agency or for twenty', async () => {
    const sent = async () => (await api.statementsOf(() => manager.data(LIST))).map((batch) => batch.length)
    await add()
    const one = await sent()
    for (let count = 0; count < 19; count++) await add({ ...fire, name: `Agency ${count}` })
    expect(await sent()).toEqual(one)
    expect(one).toEqual([2])
  })
})
