import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aSession, inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { TestApi } from '../../support/test-api.ts'

// What was agreed on: recorded by the manager, signed by the peer and whom it names, replaced and never edited.

const AGREE = `mutation ($input: CreateSupervisionAgreementInput!) {
  createSupervisionAgreement(input: $input) { agreement { id } } }`
const SIGN = `mutation ($id: UUID!) {
  signSupervisionAgreement(input: { agreementId: $id }) { agreement { id } } }`
const MINE = `{ mySupervisionAgreements { totalCount edges { node {
  id agreedOn signers { member { id } signedAt } } } } }`
const OF = `query ($peerId: UUID!) { supervisionOf(peerId: $peerId) {
  peer { id } states requirements { id jurisdiction longestCadenceDays source date } balance { type minutes percent agreedPercent }
  relationships { type supervisor { id } }
  agreement { id agreedOn terms { type cadenceDays groupSessionsCount sessionMinutes confidence supervisor { id } } signers { member { id } signedAt } }
} }`
interface Mine {
  mySupervisionAgreements: {
    edges: { node: { id: string; signers: { member: { id: string }; signedAt: string | null }[] } }[]
  }
}
interface Changed {
  agreement?: { id: string }
}
const TODAY = '2026-06-17'

describe('a supervision agreement', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    actors = world.actors
  })
  afterAll(() => api.close())

  const term = (type: string, cadenceDays: number, over: Record<string, unknown> = {}) => ({
    ...{ type, cadenceDays, sessionMinutes: 60, confidence: `Between us: ${type}.` },
    ...over,
  })
  const terms = () => [
    term('ADMINISTRATIVE', 30, { supervisorId: actors.administrative.id }),
    term('EDUCATIONAL', 15, { groupSessionsCount: true, supervisorId: actors.educational.id }),
    term('SUPPORTIVE', 10, { supervisorId: actors.supportive.id }),
  ]
  const ask = async (member: Member, query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await (await api.as(member)).ask(query, variables)
    const [error] = errors ?? []
    return {
      id: (Object.values(data ?? {}) as Changed[])[0]?.agreement?.id ?? '',
      code: error?.extensions.code,
      validationErrors: error?.extensions.validationErrors,
    }
  }
  const agree = (over: Record<string, unknown> = {}) =>
    ask(actors.manager, AGREE, {
      input: { peerId: actors.peer.id, agreedOn: TODAY, terms: terms(), ...over },
    })
  const agreements = async () => {
    const { rows } = await api.superuser.query<{ agreed_on: string; ends_on: string | null }>(
      'select agreed_on::text, ends_on::text from supervision_agreement where peer_id = $1 order by agreed_on, ends_on',
      [actors.peer.id],
    )
    return rows
  }
  const signersSeenBy = async (member: Member) => {
    const { mySupervisionAgreements: mine } = await (await api.as(member)).data<Mine>(MINE)
    return mine.edges.flatMap(({ node }) =>
      node.signers.map(({ member: { id }, signedAt }) => [id, signedAt !== null]),
    )
  }

  it('closes the one in force and begins the new one, each named and told', async () => {
    expect((await agree({ agreedOn: '2026-03-01' })).id).not.toBe('')
    expect((await agree({ agreedOn: '2026-06-10' })).id).not.toBe('')
    expect((await agree()).id).not.toBe('')
    expect((await agree()).id).not.toBe('')
    expect(await agreements()).toEqual([
      { agreed_on: '2026-03-01', ends_on: '2026-06-09' },
      { agreed_on: '2026-06-10', ends_on: '2026-06-16' },
      { agreed_on: TODAY, ends_on: '2026-06-16' },
      { agreed_on: TODAY, ends_on: null },
    ])
    const { rows } = await api.superuser.query<{ recipient_id: string }>(
      "select distinct recipient_id from notification where kind = 'AGREEMENT_TO_SIGN'",
    )
    const named = [actors.peer, actors.administrative, actors.educational, actors.supportive]
    expect(rows.map((row) => row.recipient_id).sort()).toEqual(named.map(({ id }) => id).sort())
  })

  it('tells a supervisor whom it named before they began on the day they begin, once', async () => {
    const [later, peer] = [
      await api.build.supervisor(world.organization),
      await api.build.peer(world.organization),
    ]
    await api.build.relationship(later, peer, 'EDUCATIONAL', { startsOn: '2026-06-18' })
    const { id } = await agree({
      peerId: peer.id,
      terms: [term('ADMINISTRATIVE', 30), term('EDUCATIONAL', 15, { supervisorId: later.id })],
    })
    const told = async ({ id: who }: Member) =>
      (
        await api.superuser.query(
          "select from notification where recipient_id = $1 and key = 'agreement:' || $2",
          [who, id],
        )
      ).rows.length
    const round = (at: string) => api.superuser.query('select access.tell_of_agreements_to_sign($1)', [at])
    await round('2026-06-18T03:59:00Z')
    expect([await told(later), await told(peer)]).toEqual([0, 1])
    expect(await signersSeenBy(later)).toEqual([])
    await round('2026-06-18T04:00:00Z')
    await round('2026-06-18T12:00:00Z')
    expect([await told(later), await told(peer)]).toEqual([1, 1])
    api.at('2026-06-18T12:00:00Z')
    expect(await signersSeenBy(later)).toHaveLength(2)
    expect((await ask(later, SIGN, { id })).id).toBe(id)
    // Who has signed is not told again, also when the notification is gone.
    await api.superuser.query('delete from notification where recipient_id = $1', [later.id])
    await round('2026-06-19T12:00:00Z')
    expect(await told(later)).toBe(0)
    api.at(NOW)
  })

  it('waits for the peer and each supervisor it names; each signs once, for themselves', async () => {
    const { id } = await agree()
    const { peer, administrative, educational, supportive, manager, colleague } = actors
    expect(await signersSeenBy(peer)).toHaveLength(4)
    for (const signer of [peer, administrative, educational, supportive]) {
      expect((await ask(signer, SIGN, { id })).id).toBe(id)
      expect((await ask(signer, SIGN, { id })).id).toBe(id)
    }
    expect((await signersSeenBy(supportive)).every(([, signed]) => signed)).toBe(true)
    expect((await ask(manager, SIGN, { id })).code).toBe('NOT_FOUND')
    for (const other of [colleague, actors.stranger, actors.strangerManager])
      expect((await ask(other, SIGN, { id })).code).toBe('NOT_FOUND')
    const { rows } = await api.superuser.query(
      "select from audit_entry where subject = 'supervision_agreement_signature' and person_id = $1",
      [peer.id],
    )
    expect(rows.length).toBe(4)
  })

  it('is signed with minutes and confidence, which those may read who may read the agreement', async () => {
    await agree()
    const read = 'select session_minutes as minutes, confidence from supervision_agreement_term order by type'
    const readers: Record<string, number> = {}
    for (const [name, member] of Object.entries(actors))
      readers[name] = (await inDatabaseAs(api, member, `${read} limit 3`)).length
    const several = { peer: 3, administrative: 3, educational: 3, supportive: 3, manager: 3, auditor: 3 }
    expect(readers).toEqual({
      ...Object.fromEntries(Object.keys(actors).map((name) => [name, 0])),
      ...several,
    })
    expect((await inDatabaseAs(api, actors.supportive, read)).at(-1)).toEqual({
      minutes: 60,
      confidence: 'Between us: SUPPORTIVE.',
    })
    const { rows } = await api.superuser.query<{ facts: Record<string, unknown> }>(
      "select facts from audit_entry where subject = 'supervision_agreement_term'",
    )
    expect(rows.every(({ facts }) => facts['session_minutes'] === 60 && !('confidence' in facts))).toBe(true)
  })

  it('cannot be signed once it is replaced, nor by a supervisor whom no term names', async () => {
    const { id: before } = await agree()
    const { id } = await agree({ terms: terms().slice(0, 2) })
    expect((await ask(actors.peer, SIGN, { id: before })).code).toBe('NOT_FOUND')
    expect((await ask(actors.supportive, SIGN, { id })).code).toBe('NOT_FOUND')
    expect((await ask(actors.peer, SIGN, { id: randomUUID() })).code).toBe('NOT_FOUND')
  })

  it('is seen by a supervisor only while the relationship is in force', async () => {
    const peer = await api.build.peer(world.organization)
    const supervisor = await api.build.supervisor(world.organization)
    const relationship = await api.build.relationship(supervisor, peer, 'SUPPORTIVE', { accepted: false })
    const { id } = await agree({
      peerId: peer.id,
      terms: [term('SUPPORTIVE', 7, { supervisorId: supervisor.id })],
    })
    expect([await signersSeenBy(supervisor), (await ask(supervisor, SIGN, { id })).code]).toEqual([
      [],
      'NOT_FOUND',
    ])
    await api.superuser.query('update supervision_relationship set accepted_at = now() where id = $1', [
      relationship,
    ])
    expect((await ask(supervisor, SIGN, { id })).id).toBe(id)
    await api.superuser.query("update supervision_relationship set ends_on = '2026-06-16' where id = $1", [
      relationship,
    ])
    expect(await signersSeenBy(supervisor)).toEqual([])
  })

  it('refuses a day before the one in force, somebody who does not give that type, and no peer', async () => {
    expect((await agree({ agreedOn: '2026-06-16' })).validationErrors).toEqual([
      { field: 'agreedOn', problem: 'too-long-ago', limit: TODAY },
    ])
    const [first, ...rest] = terms()
    expect(
      (await agree({ terms: [{ ...first, supervisorId: actors.supportive.id }, ...rest] })).validationErrors,
    ).toEqual([{ field: 'terms.0.supervisorId', problem: 'not-found' }])
    for (const peerId of [randomUUID(), actors.stranger.id, actors.auditor.id])
      expect((await agree({ peerId, terms: [term('SUPPORTIVE', 7)] })).validationErrors).toEqual([
        { field: 'peerId', problem: 'not-found' },
      ])
  })

  it('becomes one where two managers record at the same moment', async () => {
    const peer = await api.build.peer(world.organization)
    const input = { peerId: peer.id, terms: [term('EDUCATIONAL', 14)] }
    const answers = await Promise.all([1, 2, 3].map(() => agree(input)))
    const made = answers.filter(({ id }) => id !== '').length
    expect(answers.every(({ id, code }) => id !== '' || code === 'CONFLICT')).toBe(true)
    const { rows } = await api.superuser.query(
      'select from supervision_agreement where peer_id = $1 and ends_on is null',
      [peer.id],
    )
    expect([made > 0, rows.length]).toEqual([true, 1])
  })

  it('cannot be changed or opened again in the database', async () => {
    const change = (sql: string) => inDatabaseAs(api, actors.manager, sql)
    await expect(change('update supervision_agreement set agreed_on = current_date')).rejects.toThrow(
      /permission/,
    )
    for (const what of ['cadence_days = 90', 'session_minutes = 5', "confidence = 'Other'"])
      await expect(change(`update supervision_agreement_term set ${what}`)).rejects.toThrow(/permission/)
    await expect(change('delete from supervision_agreement_signature')).rejects.toThrow(/permission/)
    expect(
      await change('update supervision_agreement set ends_on = null where ends_on is not null returning id'),
    ).toEqual([])
  })

  it('comes with who gives what, the known requirements and the balance, in one write', async () => {
    await aSession(api, actors.supportive, [actors.peer], {
      heldOn: '2026-06-10',
      segments: { SUPPORTIVE: 45 },
    })
    await aSession(api, actors.educational, [actors.peer], {
      heldOn: '2026-01-10',
      segments: { EDUCATIONAL: 60 },
    })
    const auditor = await api.as(actors.auditor)
    const variables = { peerId: actors.peer.id }
    await agree()
    const { supervisionOf } = await auditor.data<{ supervisionOf: Record<string, unknown> }>(OF, variables)
    expect(supervisionOf).toMatchObject({ peer: { id: actors.peer.id }, states: ['OH'] })
    expect(supervisionOf['balance']).toEqual([
      { type: 'ADMINISTRATIVE', minutes: 0, percent: 0, agreedPercent: 17 },
      { type: 'EDUCATIONAL', minutes: 0, percent: 0, agreedPercent: 33 },
      { type: 'SUPPORTIVE', minutes: 45, percent: 100, agreedPercent: 50 },
    ])
    expect(supervisionOf['requirements']).toContainEqual(
      expect.objectContaining({ jurisdiction: 'good practice', longestCadenceDays: 14 }),
    )
    const batches = await api.statementsOf(() => auditor.data(OF, variables))
    expect(batches.map((batch) => batch.length)).toEqual([5])
    for (const peerId of [randomUUID(), actors.stranger.id, actors.auditor.id])
      expect((await ask(actors.auditor, OF, { peerId })).code).toBe('NOT_FOUND')
  })
})
