import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const RECORD = `mutation ($input: RecordCertificationInput!) { recordCertification(input: $input) { __typename } }`
const CHANGE = `mutation ($input: UpdateHolderFactsInput!) { updateHolderFacts(input: $input) { __typename } }`
const HOLDER = `query ($id: UUID!) { certificationHistory(certificationId: $id) {
  holder { revision title asked { titles { abbreviation name } } } } }`
const SHOWN = `title credential { abbreviation name } status expiresOn endsAloneOn cycle { startsOn endsOn }
  requirements { requirement { kind } ... on MeasuredRequirement { needed earned } }`

const SPECIALIST = { title: 'CPSS', issuedOn: '2024-07-10', expiresOn: '2026-07-01' }
const COACH = { title: 'CPRC', issuedOn: '2026-03-10', expiresOn: '2028-03-01' }

interface Shown {
  readonly title: string
  readonly status: string
}

describe('two titles of one credential', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let arrange: CertificationBuilders
  let manager: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    arrange = new CertificationBuilders(api.build)
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
  })
  afterAll(() => api.close())

  const record = (peer: Member, certificate: object) =>
    manager.ask(RECORD, { input: { peerId: peer.id, credentialId: CREDENTIAL.michigan, ...certificate } })
  const ownOf = async (peer: Member): Promise<Shown[]> => {
    const { myCertifications } = await (
      await api.as(peer)
    ).data<{ myCertifications: { edges: { node: Shown }[] } }>(
      `{ myCertifications { edges { node { ${SHOWN} } } } }`,
    )
    return myCertifications.edges.map(({ node }) => node)
  }
  const validationErrorsOf = async (asked: ReturnType<Caller['ask']>): Promise<unknown> =>
    (await asked).errors?.[0]?.extensions.validationErrors

  it('are held side by side, and the same title only once', async () => {
    const peer = await api.build.peer(organization)
    expect((await record(peer, SPECIALIST)).errors).toBeUndefined()
    expect((await record(peer, { ...COACH, issuedOn: SPECIALIST.issuedOn })).errors).toBeUndefined()
    expect(await validationErrorsOf(record(peer, { ...COACH, title: 'CPSS' }))).toEqual([
      { field: 'issuedOn', problem: 'overlaps', limit: SPECIALIST.expiresOn },
    ])
    expect(await validationErrorsOf(record(peer, SPECIALIST))).toEqual([
      { field: 'issuedOn', problem: 'already-there' },
    ])
  })

  it.each([
    [{ title: null }, 'required'],
    [{ title: 'CPS' }, 'not-an-option'],
    [{ title: 'CPSS', credentialId: CREDENTIAL.california }, 'not-an-option'],
  ])('are refused as %o with the field', async (change, problem) => {
    const peer = await api.build.peer(organization)
    const validationErrors = await validationErrorsOf(record(peer, { ...SPECIALIST, ...change }))
    expect(validationErrors).toEqual([{ field: 'title', problem }])
  })

  it('are refused by the database as well, when two managers record the same one at once', async () => {
    const peer = await api.build.peer(organization)
    const answers = await Promise.all([
      record(peer, SPECIALIST),
      record(peer, { ...SPECIALIST, issuedOn: '2025-01-10' }),
      record(peer, COACH),
    ])
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(2)
  })

  it('end together on the latest day, with one set of hours, for the manager and the peer', async () => {
    const peer = await api.build.peer(organization)
    await record(peer, SPECIALIST)
    await record(peer, COACH)
    await arrange.hours(peer, 32, [CeCategory.ANY], { heldOn: '2026-04-02' })
    const both = {
      status: 'CURRENT',
      expiresOn: '2028-03-01',
      cycle: { startsOn: '2026-03-01', endsOn: '2028-03-01' },
      requirements: [{ requirement: { kind: 'TOTAL' }, needed: 32, earned: 32 }],
    }
    const expected = [
      {
        ...both,
        title: 'CPRC',
        credential: { abbreviation: 'CPRC', name: 'Certified Peer Recovery Coach' },
        endsAloneOn: null,
      },
      {
        ...both,
        title: 'CPSS',
        credential: { abbreviation: 'CPSS', name: 'Certified Peer Support Specialist' },
        endsAloneOn: '2026-07-01',
      },
    ]
    const byTitle = (one: Shown, other: Shown) => (one.title < other.title ? -1 : 1)
    expect((await ownOf(peer)).sort(byTitle)).toEqual(expected)
    const listed = await manager.data<{ renewals: { edges: { node: Shown }[] } }>(
      `query ($id: UUID!) { renewals(filter: { peerId: $id, dueWithinDays: null }, first: 5) { edges { node { ${SHOWN} } } } }`,
      { id: peer.id },
    )
    expect(listed.renewals.edges.map(({ node }) => node).sort(byTitle)).toEqual(expected)
    const due = await manager.data(
      `query ($id: UUID!) { renewals(filter: { peerId: $id, dueWithinDays: 30 }, first: 5) { totalCount } }`,
      { id: peer.id },
    )
    expect(due).toEqual({ renewals: { totalCount: 0 } })
    // Before the second was issued the first stood alone, whatever is known of it since.
    const before = await manager.data<{ certifiedOn: { certifications: { certification: object }[] } }>(
      `query ($id: UUID!) { certifiedOn(peerId: $id, day: "2026-03-01", asKnownThen: false) {
         certifications { certification { title expiresOn } } } }`,
      { id: peer.id },
    )
    const shown = before.certifiedOn.certifications.map(({ certification }) => certification)
    expect(shown).toContainEqual({ title: 'CPSS', expiresOn: '2026-07-01' })
    const then = await manager.ask(
      `query ($id: UUID!) { certifiedOn(peerId: $id, day: "2026-06-17", asKnownThen: true) {
         certifications { certification { title expiresOn } } } }`,
      { id: peer.id },
    )
    expect(then.data).toMatchObject({
      certifiedOn: {
        certifications: expect.arrayContaining([
          { certification: { title: 'CPSS', expiresOn: '2028-03-01' } },
          { certification: { title: 'CPRC', expiresOn: '2028-03-01' } },
        ]) as unknown,
      },
    })
  })

  it('stand alone again once the other is revoked', async () => {
    const peer = await api.build.peer(organization)
    await arrange.certification(peer, CREDENTIAL.michigan, SPECIALIST)
    const coach = await arrange.certification(peer, CREDENTIAL.michigan, COACH)
    await arrange.status(peer, coach, 'REVOKED', { startsOn: '2026-05-01' })
    expect(await ownOf(peer)).toContainEqual(
      expect.objectContaining({
        title: 'CPSS',
        status: 'AT_RISK',
        expiresOn: '2026-07-01',
      }),
    )
  })

  it('can be named later where none was recorded, and not by the name of the other', async () => {
    const peer = await api.build.peer(organization)
    const id = await arrange.certification(peer, CREDENTIAL.michigan, { ...SPECIALIST, title: undefined })
    expect(await validationErrorsOf(record(peer, COACH))).toEqual([
      { field: 'issuedOn', problem: 'overlaps', limit: SPECIALIST.expiresOn },
    ])
    const update = (expectedRevision: number, title: string) =>
      manager.ask(CHANGE, {
        input: { certificationId: id, expectedRevision, title, conditionsHeld: [], conditionsNotHeld: [] },
      })
    const wrong = update(1, 'CPS')
    expect(await validationErrorsOf(wrong)).toEqual([{ field: 'title', problem: 'not-an-option' }])
    expect((await update(1, 'CPSS')).errors).toBeUndefined()
    expect((await record(peer, COACH)).errors).toBeUndefined()
    const taken = update(2, 'CPRC')
    expect(await validationErrorsOf(taken)).toEqual([{ field: 'title', problem: 'already-there' }])
    expect(await manager.data(HOLDER, { id })).toEqual({
      certificationHistory: {
        holder: {
          revision: 2,
          title: 'CPSS',
          asked: {
            titles: [
              { abbreviation: 'CPSS', name: 'Certified Peer Support Specialist' },
              { abbreviation: 'CPRC', name: 'Certified Peer Recovery Coach' },
            ],
          },
        },
      },
    })
  })
})
