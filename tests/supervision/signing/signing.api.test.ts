import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noteText, sessionRecord } from '../../../shared/src/supervision/signing/session-record.ts'
import { cast } from '../../support/builders/builders.ts'
import { aSession, sessionInput } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// T9: who signs what, and what becomes of a session then.

const SIGN = `mutation ($input: SignSupervisionSessionsInput!) { signSupervisionSessions(input: $input) { signedCount } }`
const ACKNOWLEDGE = `mutation ($input: AcknowledgeSupervisionSessionInput!) {
  acknowledgeSupervisionSession(input: $input) { signedAt } }`
const AMEND = `mutation ($input: AmendSupervisionSessionInput!) {
  amendSupervisionSession(input: $input) { session { id amendment { reason line } signatures { kind } } } }`
const CORRECT = `mutation ($input: CorrectSupervisionSessionInput!) { correctSupervisionSession(input: $input) { replayed } }`
const VOID = `mutation ($input: VoidSupervisionSessionInput!) { voidSupervisionSession(input: $input) { session { id } } }`
const RESTORE = `mutation ($input: RestoreSupervisionSessionInput!) { restoreSupervisionSession(input: $input) { session { id } } }`
const NODE = `id minutes voidedAt canCorrect canAmend awaitsMe isFullySigned amendment { reason line }
  signatures { signer { id } kind recordHash } segments { type comments { comment } notes { note } }`
const MINE = `{ mySessions { edges { node { ${NODE} versions { id minutes amendment { reason } signatures { kind } } } } } }`
const OF = `query ($peerId: UUID!) { sessionsOf(peerId: $peerId) { edges { node { ${NODE} } } } }`
const TO_SIGN = '{ sessionsToSign { totalCount edges { node { id } } } }'

interface Node {
  id: string
  minutes: number
  canCorrect: boolean
  canAmend: boolean
  awaitsMe: boolean
  isFullySigned: boolean
  signatures: { signer: { id: string }; kind: string; recordHash: string }[]
  segments: { comments: { comment: string }[] }[]
  versions: { id: string; minutes: number; amendment: object | null; signatures: object[] }[]
}
interface Nodes {
  edges: { node: Node }[]
}

describe('signing a session', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let supportive: Caller
  let peer: Caller
  let manager: Caller
  let auditor: Caller
  beforeAll(async () => void (api = await TestApi.start()))
  afterAll(() => api.close())
  beforeEach(async () => {
    people = await cast(api.build)
    const { actors } = people
    ;[supportive, peer, manager, auditor] = (await Promise.all(
      [actors.supportive, actors.peer, actors.manager, actors.auditor].map((one) => api.as(one)),
    )) as [Caller, Caller, Caller, Caller]
  })

  const held = (over = {}): Promise<string> =>
    aSession(api, people.actors.supportive, [people.actors.peer], over)
  const sign = (id: string, by = supportive) => by.ask(SIGN, { input: { sessionIds: [id] } })
  const acknowledge = (sessionId: string, comments: object[] = [], by = peer) =>
    by.ask(ACKNOWLEDGE, { input: { sessionId, comments } })
  const fact = (answer: Awaited<ReturnType<Caller['ask']>>): unknown =>
    answer.errors?.[0]?.extensions['fact'] ?? answer.errors?.[0]?.extensions['code']
  const mine = async (): Promise<Node[]> =>
    (await peer.data<{ mySessions: Nodes }>(MINE)).mySessions.edges.map(({ node }) => node)
  const of = async (reader: Caller): Promise<Node[]> => {
    const { sessionsOf } = await reader.data<{ sessionsOf: Nodes }>(OF, { peerId: people.actors.peer.id })
    return sessionsOf.edges.map(({ node }) => node)
  }
  const amendment = (sessionId: string, over: object = {}) => ({
    ...{ sessionId, reason: 'WRONG_LENGTH', line: null },
    ...sessionInput([people.actors.peer], {
      ...{ minutes: 30 },
      segments: [{ type: 'SUPPORTIVE', minutes: 30, activities: [], note: 'Shorter.' }],
    }),
    ...over,
  })

  it('waits for both, is signed and acknowledged once each, and then is complete', async () => {
    const id = await held()
    expect((await mine())[0]).toMatchObject({ awaitsMe: true, isFullySigned: false, signatures: [] })
    const waiting = await supportive.data<{ sessionsToSign: { totalCount: number } }>(TO_SIGN)
    expect(waiting.sessionsToSign.totalCount).toBe(1)
    expect((await sign(id)).data).toEqual({ signSupervisionSessions: { signedCount: 1 } })
    expect((await sign(id)).data).toEqual({ signSupervisionSessions: { signedCount: 0 } })
    const first = await acknowledge(id)
    expect(first.errors).toBeUndefined()
    expect(await acknowledge(id)).toEqual(first)
    const [session] = await of(manager)
    expect(session).toMatchObject({ isFullySigned: true, canCorrect: false, canAmend: false })
    expect(session!.signatures.map(({ signer, kind }) => [signer.id, kind])).toEqual([
      [people.actors.supportive.id, 'SIGNED'],
      [people.actors.peer.id, 'ACKNOWLEDGED'],
    ])
    expect(new Set(session!.signatures.map(({ recordHash }) => recordHash)).size).toBe(1)
    const after = await supportive.data<{ sessionsToSign: { totalCount: number } }>(TO_SIGN)
    expect(after.sessionsToSign.totalCount).toBe(0)
  })

  it('keeps the hash that docs/operating.md describes', async () => {
    const { peer: about, supportive: holder } = people.actors
    const id = await held({ notes: [{ type: 'SUPPORTIVE', aboutPeer: about, note: 'A quiet Friday: año.' }] })
    await sign(id)
    const { rows } = await api.superuser.query<{ id: string; hash: string; held: string }>(
      `select n.id, encode(x.record_hash, 'hex') as hash, s.held_on::text as held from session_signature x
         join supervision_session s on s.id = x.session_id join supportive_note n on n.session_id = s.id
        where x.session_id = $1`,
      [id],
    )
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
    const note = sha(noteText(rows[0]!.id, [], 'A quiet Friday: año.'))
    const record = sessionRecord({
      ...{ id, supervisorId: holder.id, heldOn: rows[0]!.held, minutes: 45, status: 'HELD' },
      ...{ format: 'INDIVIDUAL', modality: 'VIDEO', observed: false },
      attendees: [{ peerId: about.id, minutes: 45 }],
      segments: [{ type: 'SUPPORTIVE', minutes: 45 }],
      notes: [{ type: 'SUPPORTIVE', aboutPeerId: about.id, hash: note }],
    })
    expect(rows[0]!.hash).toBe(sha(record))
  })

  it('T2: a comment on a supportive part is for the two of them', async () => {
    const id = await held()
    expect(fact(await acknowledge(id, [{ type: 'EDUCATIONAL', comment: 'Not of this session.' }]))).toBe(
      'input.refused',
    )
    expect(
      (await acknowledge(id, [{ type: 'SUPPORTIVE', comment: ' It ran short. ' }])).errors,
    ).toBeUndefined()
    expect((await mine())[0]!.segments[0]!.comments).toEqual([{ comment: 'It ran short.' }])
    expect((await of(supportive))[0]!.segments[0]!.comments).toEqual([{ comment: 'It ran short.' }])
    for (const reader of [manager, auditor, await api.as(people.actors.educational)]) {
      const [session] = await of(reader)
      expect(session!.signatures).toMatchObject([{ kind: 'COMMENTED' }])
      expect(session!.segments[0]!.comments).toEqual([])
    }
    const { rows } = await api.superuser.query<{ recipient_id: string }>(
      "select recipient_id from notification where kind = 'SESSION_COMMENTED' and subject_id = $1",
      [id],
    )
    expect(rows).toEqual([{ recipient_id: people.actors.supportive.id }])
  })

  it('is closed to correction from the first signature on, whoever gave it; an amendment takes its place', async () => {
    const id = await held()
    expect(fact(await supportive.ask(AMEND, { input: amendment(id) }))).toBe('supervision.signing.not-signed')
    await acknowledge(id)
    const correction = { sessionId: id, ...sessionInput([people.actors.peer]) }
    expect(fact(await supportive.ask(CORRECT, { input: correction }))).toBe('supervision.sessions.signed')
    expect(fact(await supportive.ask(VOID, { input: { sessionId: id } }))).toBe('supervision.sessions.signed')
    expect(fact(await supportive.ask(AMEND, { input: amendment(id, { reason: 'OTHER' }) }))).toBe(
      'input.refused',
    )
    const { amendSupervisionSession } = await supportive.data<{
      amendSupervisionSession: { session: { id: string } }
    }>(AMEND, { input: amendment(id, { reason: 'OTHER', line: 'We stopped early.' }) })
    const amended = amendSupervisionSession.session
    expect(amended).toMatchObject({
      amendment: { reason: 'OTHER', line: 'We stopped early.' },
      signatures: [{ kind: 'SIGNED' }],
    })
    const [session] = await mine()
    expect(session).toMatchObject({ id: amended.id, minutes: 30, awaitsMe: true })
    expect(session!.versions).toMatchObject([
      { id: amended.id, minutes: 30, amendment: { reason: 'OTHER' } },
      { id, minutes: 45, amendment: null, signatures: [{ kind: 'ACKNOWLEDGED' }] },
    ])
    // Neither of the two comes into force again, and the amended one is signed no more.
    expect(fact(await supportive.ask(RESTORE, { input: { sessionId: id } }))).toBe(
      'supervision.sessions.signed',
    )
    expect(fact(await sign(id))).toBe('supervision.signing.changed-meanwhile')
    const told = await api.superuser.query<{ recipient_id: string }>(
      "select recipient_id from notification where kind = 'SESSION_AMENDED' and subject_id = $1",
      [amended.id],
    )
    expect(told.rows).toEqual([{ recipient_id: people.actors.peer.id }])
  })

  it('the database itself voids no signed session without an amendment', async () => {
    const id = await held()
    await sign(id)
    const voiding = api.superuser.query(
      'update supervision_session set voided_by = supervisor_id, voided_at = now() where id = $1',
      [id],
    )
    await expect(voiding).rejects.toMatchObject({ constraint: 'supervision_session_signed' })
    for (const table of ['session_signature', 'record_chain'])
      await expect(api.superuser.query(`delete from ${table}`)).rejects.toMatchObject({
        constraint: 'record_immutable',
      })
  })

  it('is signed by its supervisor for 14 days after the supervision ended, and then no more', async () => {
    const [first, second] = [await held(), await held()]
    const ending = (day: string) =>
      api.superuser.query(
        "update supervision_relationship set ends_on = $2::date where supervisor_id = $1 and type = 'SUPPORTIVE'",
        [people.actors.supportive.id, day],
      )
    await ending('2026-06-03')
    expect((await sign(first)).errors).toBeUndefined()
    await ending('2026-06-02')
    expect(fact(await sign(second))).toBe('supervision.signing.supervision-ended')
  })

  it('nobody signs for another, or what they may not know of: it answers like what is not there', async () => {
    const id = await held()
    const [colleague, educational] = await Promise.all([
      api.as(people.actors.colleague),
      api.as(people.actors.educational),
    ])
    const nowhere = await sign(randomUUID(), educational)
    expect(await sign(id, educational)).toEqual(nowhere)
    expect(fact(nowhere)).toBe('record.not-found')
    expect(await acknowledge(id, [], colleague)).toEqual(await acknowledge(randomUUID(), [], colleague))
    for (const reader of [manager, auditor])
      expect((await sign(id, reader)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    const both = await supportive.ask(SIGN, { input: { sessionIds: [id, randomUUID()] } })
    expect(fact(both)).toBe('record.not-found')
    expect((await mine())[0]!.signatures).toEqual([])
  })

  it('of somebody who corrects it and somebody who signs it at once, one comes first and the other is told', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await held()
      const correction = { sessionId: id, ...sessionInput([people.actors.peer]) }
      const [corrected, acknowledged] = await Promise.all([
        supportive.ask(CORRECT, { input: correction }),
        acknowledge(id),
      ])
      const refused = [corrected, acknowledged].filter(({ errors }) => errors)
      expect(refused.map(fact)).toHaveLength(1)
      expect(['supervision.sessions.signed', 'supervision.signing.changed-meanwhile']).toContain(
        fact(refused[0]!),
      )
    }
  })
})
