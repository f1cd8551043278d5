import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// "Not like this": a line that everybody reads whom the agreement names, and the office.

const DECLINE = `mutation ($input: DeclineSupervisionAgreementInput!) {
  declineSupervisionAgreement(input: $input) { agreement { signers { member { id } objection { line } } } } }`
const SIGN = `mutation ($input: SignSupervisionAgreementInput!) {
  signSupervisionAgreement(input: $input) { agreement { id } } }`
const OF = `query ($peerId: UUID!) { supervisionOf(peerId: $peerId) {
  agreement { signers { member { id } objection { type line } } } } }`
const MINE = `{ mySupervisionAgreements { edges { node { id signers { objection { type line } } } } } }`

interface Signers {
  signers: { objection: { type: string | null; line: string } | null }[]
}

describe('an answer to an agreement', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let agreementId: string
  const as = (name: keyof typeof people.actors): Promise<Caller> => api.as(people.actors[name])
  beforeAll(async () => void (api = await TestApi.start()))
  afterAll(() => api.close())
  beforeEach(async () => {
    people = await cast(api.build)
    const { organization, actors } = people
    agreementId = randomUUID()
    const of = { organization_id: organization.id, peer_id: actors.peer.id }
    await api.build.insert('supervision_agreement', { ...of, id: agreementId, agreed_on: '2026-05-01' })
    for (const name of ['administrative', 'educational', 'supportive'] as const)
      await api.build.insert('supervision_agreement_term', {
        ...{ ...of, agreement_id: agreementId, type: name.toUpperCase(), cadence_days: 14 },
        supervisor_id: actors[name].id,
      })
  })
  const decline = (by: Caller, over: object = {}) =>
    by.ask(DECLINE, { input: { agreementId, line: 'Every week is too often.', ...over } })
  const lines = ({ signers }: Signers) => signers.flatMap(({ objection }) => objection?.line ?? [])
  const readBy = async (caller: Caller): Promise<string[]> => {
    const { mySupervisionAgreements } = await caller.data<{
      mySupervisionAgreements: { edges: { node: Signers }[] }
    }>(MINE)
    return mySupervisionAgreements.edges.flatMap(({ node }) => lines(node))
  }

  it('is read by all whom it names and the office, who are told once', async () => {
    const peer = await as('peer')
    const first = await decline(peer, { type: 'SUPPORTIVE' })
    expect(first.errors).toBeUndefined()
    // Sent again, it is the first that stays.
    expect(await decline(peer, { line: 'Another line.' })).toEqual(first)
    for (const name of ['peer', 'educational', 'supportive'] as const)
      expect(await readBy(await as(name))).toEqual(['Every week is too often.'])
    const { supervisionOf } = await (
      await as('manager')
    ).data<{ supervisionOf: { agreement: Signers } }>(OF, { peerId: people.actors.peer.id })
    expect(lines(supervisionOf.agreement)).toEqual(['Every week is too often.'])
    const { rows } = await api.superuser.query<{ recipient_id: string }>(
      "select recipient_id from notification where kind = 'AGREEMENT_DECLINED' and organization_id = $1",
      [people.organization.id],
    )
    const { manager, educational, supportive } = people.actors
    expect(rows.map((row) => row.recipient_id).sort()).toEqual(
      [manager.id, educational.id, supportive.id].sort(),
    )
  })

  it("a host agency's staff read what is about their own type, and nothing else", async () => {
    await decline(await as('peer'), { type: 'SUPPORTIVE', line: 'About the supportive part.' })
    await decline(await as('educational'), { line: 'About all of it.' })
    await decline(await as('supportive'), { type: 'ADMINISTRATIVE', line: 'About the office part.' })
    expect(await readBy(await as('administrative'))).toEqual(['About the office part.'])
  })

  it('says what, of a type that the agreement has, and comes from whom it names', async () => {
    const peer = await as('peer')
    const refused = await decline(peer, { line: '  ' })
    expect(refused.errors?.[0]?.extensions['validationErrors']).toEqual([
      { field: 'line', problem: 'required' },
    ])
    const long = await decline(peer, { line: 'x'.repeat(301) })
    expect(long.errors?.[0]?.extensions['validationErrors']).toMatchObject([
      { problem: 'too-long', limit: 300 },
    ])
    const colleague = await as('colleague')
    expect(await decline(colleague)).toEqual(await decline(colleague, { agreementId: randomUUID() }))
    expect(await decline(await as('manager'))).toEqual(await decline(colleague))
  })

  it('leaves the way open to sign after all', async () => {
    const peer = await as('peer')
    await decline(peer)
    expect((await peer.ask(SIGN, { input: { agreementId } })).errors).toBeUndefined()
  })
})
