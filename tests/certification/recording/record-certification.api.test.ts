import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TODAY } from '../../support/fixed-today.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const RECORD = `mutation ($input: RecordCertificationInput!) { recordCertification(input: $input) {
  certification { id number issuedOn expiresOn status credential { id } } } }`
const SUGGEST = `query ($id: ID!, $issuedOn: LocalDate!, $birthday: String) {
  suggestedExpiry(credentialId: $id, issuedOn: $issuedOn, birthday: $birthday)
}`

describe('recording a certification', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Caller
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    peer = await api.build.peer(organization)
  })
  afterAll(() => api.close())

  const certificate = (change: object = {}) => ({
    peerId: peer.id,
    credentialId: CREDENTIAL.california,
    number: 'CA-1',
    issuedOn: '2025-03-01',
    expiresOn: '2027-03-01',
    ...change,
  })

  it('shows it to the manager and to the peer', async () => {
    const recorded = await manager.data<{
      recordCertification: { certification: { id: string } }
    }>(RECORD, {
      input: certificate({
        number: ' CA-9 ',
        issuedOn: '2026-03-01',
        expiresOn: '2028-03-01',
        birthday: '02-29',
      }),
    })
    const { id, ...payload } = recorded.recordCertification.certification
    const { certification } = await manager.data<{ certification: object }>(
      `query ($id: UUID!) { certification(certificationId: $id) { number issuedOn expiresOn status credential { id } } }`,
      { id },
    )
    expect(certification).toEqual({
      number: 'CA-9',
      issuedOn: '2026-03-01',
      expiresOn: '2028-03-01',
      status: 'CURRENT',
      credential: { id: CREDENTIAL.california },
    })
    expect(payload).toEqual(certification)
    const own = await (await api.as(peer)).data('{ myCertifications { edges { node { id number } } } }')
    expect(own).toEqual({
      myCertifications: { edges: [{ node: { id, number: 'CA-9' } }] },
    })
  })

  it.each([
    [{ credentialId: 'us-zz-none' }, 'credentialId', 'not-found', undefined],
    [{ number: 'x'.repeat(61) }, 'number', 'too-long', 60],
    [{ issuedOn: '2026-06-18', expiresOn: null }, 'issuedOn', 'in-the-future', TODAY],
    [{ issuedOn: '1966-06-16' }, 'issuedOn', 'too-long-ago', '1966-06-17'],
    [{ expiresOn: '2025-03-01' }, 'expiresOn', 'before-its-start', '2025-03-01'],
    [{ expiresOn: '2046-06-18' }, 'expiresOn', 'too-large', '2046-06-17'],
    [{ birthday: '02-30' }, 'birthday', 'not-a-date', undefined],
    [{ peerId: randomUUID() }, 'peerId', 'not-found', undefined],
  ])('refuses %o with field and limit', async (change, field, problem, limit) => {
    const { errors } = await manager.ask(RECORD, { input: certificate(change) })
    const validationError = limit === undefined ? { field, problem } : { field, problem, limit }
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', validationErrors: [validationError] })
  })

  it('T8: takes another organization’s peer for an unknown one', async () => {
    const stranger = await api.build.peer(await api.build.organization({ name: 'Elsewhere' }))
    const unknown = await manager.ask(RECORD, { input: certificate({ peerId: randomUUID() }) })
    expect(await manager.ask(RECORD, { input: certificate({ peerId: stranger.id }) })).toEqual(unknown)
  })

  it('refuses a number that is there already, and the same certificate or credential twice', async () => {
    const peerId = (await api.build.peer(organization)).id
    await manager.data(RECORD, { input: certificate({ peerId, number: 'CA-2', issuedOn: '2024-05-01' }) })
    const sameNumber = await manager.ask(RECORD, {
      input: certificate({ peerId, number: 'CA-2', issuedOn: '2024-06-01' }),
    })
    const sameDay = await manager.ask(RECORD, {
      input: certificate({ peerId, number: null, issuedOn: '2024-05-01' }),
    })
    const overlapping = await manager.ask(RECORD, {
      input: certificate({ peerId, number: null, issuedOn: '2024-06-01' }),
    })
    expect(sameNumber.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'number', problem: 'already-there' },
    ])
    expect(sameDay.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'issuedOn', problem: 'already-there' },
    ])
    expect(overlapping.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'issuedOn', problem: 'overlaps', limit: '2027-03-01' },
    ])
  })

  it.each([
    [CREDENTIAL.california, null, '2027-03-01'],
    [CREDENTIAL.georgia, null, '2025-12-31'],
    [CREDENTIAL.alaska, null, null],
    [CREDENTIAL.washington, '05-20', null],
  ])('suggests for %s what the rule makes of the day of issue', async (id, birthday, expected) => {
    const answer = await manager.data(SUGGEST, { id, issuedOn: '2025-03-01', birthday })
    expect(answer).toEqual({ suggestedExpiry: expected })
  })

  it('offers the catalogue by state, with the source of each rule and what is not counted', async () => {
    const { credentialCatalogue } = await manager.data<{ credentialCatalogue: object }>(
      `{ credentialCatalogue(filter: { state: "CA" }) { totalCount edges { node {
           id totalHours minimums { category amount } provenance { url readOn confidence } } } } }`,
    )
    expect(credentialCatalogue).toMatchObject({
      totalCount: 1,
      edges: [
        {
          node: {
            id: CREDENTIAL.california,
            totalHours: 20,
            minimums: [{ category: 'LAW_AND_ETHICS', amount: 6 }],
            // A cycle that begins today is assessed by the older page.
            provenance: { confidence: 'OFFICIAL_OLDER' },
          },
        },
      ],
    })
    const all = await manager.data<{
      credentialCatalogue: { edges: { node: { id: string; unread: object[] } }[] }
    }>('{ credentialCatalogue(first: 100) { edges { node { id unread { kind text } } } } }')
    expect(all.credentialCatalogue.edges).toHaveLength(69)
    const alaska = all.credentialCatalogue.edges.find(({ node }) => node.id === CREDENTIAL.alaska)
    expect(alaska?.node.unread).toContainEqual({ kind: 'TOTAL', text: null })
    const elsewhere = await manager.ask('{ credentialCatalogue(filter: { state: "ZZ" }) { totalCount } }')
    expect(elsewhere.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'filter.state', problem: 'not-an-option' },
    ])
  })
})
