import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// What an auditor is given of one peer and a period, and who else may ask.

const RECORD = `query ($peerId: UUID!, $from: LocalDate!, $to: LocalDate!) {
  supervisionRecord(peerId: $peerId, from: $from, to: $to) {
    sessionCount states
    agreements { agreedOn endsOn }
    sessions { session { id minutes voidedAt signatures { kind } segments { notes { note } } } supervisorQualified { answer course } }
    requirements { requirement { id source } results { measure state unknown } }
    daysToSign { sessions signedByAll medianDays longestDays } } }`
const SIGN = `mutation ($input: SignSupervisionSessionsInput!) { signSupervisionSessions(input: $input) { signedCount } }`
const ACKNOWLEDGE = `mutation ($input: AcknowledgeSupervisionSessionInput!) {
  acknowledgeSupervisionSession(input: $input) { signedAt } }`
const SUPERVISOR = 'supervisor { supervisor { id } qualifications { id course validUntil voidedAt } }'
const QUALIFY = `mutation ($input: RecordSupervisorQualificationInput!) {
  recordSupervisorQualification(input: $input) { ${SUPERVISOR} } }`
const CORRECT = `mutation ($input: CorrectSupervisorQualificationInput!) {
  correctSupervisorQualification(input: $input) { ${SUPERVISOR} } }`
const VOID = `mutation ($input: VoidSupervisorQualificationInput!) {
  voidSupervisorQualification(input: $input) { ${SUPERVISOR} } }`

interface Record_ {
  sessionCount: number
  sessions: {
    session: { id: string; segments: { notes: { note: string }[] }[] }
    supervisorQualified: { answer: string; course: string | null } | null
  }[]
  requirements: { requirement: { id: string }; results: { measure: string; state: string }[] }[]
  daysToSign: object
  agreements: { agreedOn: string; endsOn: string | null }[]
}
interface Qualified {
  supervisor: { qualifications: { id: string; course: string; voidedAt: string | null }[] }
}

describe('the supervision record of a peer', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  const as = (name: keyof typeof people.actors): Promise<Caller> => api.as(people.actors[name])
  beforeAll(async () => void (api = await TestApi.start()))
  afterAll(() => api.close())
  beforeEach(async () => void (people = await cast(api.build)))

  const variables = (over: object = {}) => ({
    ...{ peerId: people.actors.peer.id, from: '2026-05-01', to: '2026-06-17' },
    ...over,
  })
  const record = async (by: Caller): Promise<Record_> =>
    (await by.data<{ supervisionRecord: Record_ }>(RECORD, variables())).supervisionRecord
  const note = { type: 'SUPPORTIVE', note: 'Between us.' } as const
  const held = (heldOn: string): Promise<string> =>
    aSession(api, people.actors.supportive, [people.actors.peer], {
      heldOn,
      notes: [{ ...note, aboutPeer: people.actors.peer }],
    })
  const qualify = async (by: Caller, over: object = {}) =>
    by.ask(QUALIFY, {
      input: {
        ...{
          supervisorId: people.actors.supportive.id,
          course: 'Supervising peers',
          validFrom: '2026-06-01',
        },
        ...over,
      },
    })

  it('holds the sessions of the period with their signatures, and the days that signing took', async () => {
    const [early, late] = [await held('2026-06-10'), await held('2026-06-16')]
    await held('2026-04-30')
    await (await as('supportive')).data(SIGN, { input: { sessionIds: [early, late] } })
    await (await as('peer')).data(ACKNOWLEDGE, { input: { sessionId: early } })
    await api.build.agreement(people.actors.peer, { SUPPORTIVE: 14 }, { agreedOn: '2026-05-20' })
    const found = await record(await as('auditor'))
    expect(found.sessionCount).toBe(2)
    expect(found.sessions.map(({ session }) => session.id)).toEqual([early, late])
    expect(found.daysToSign).toEqual({ sessions: 2, signedByAll: 1, medianDays: 7, longestDays: 7 })
    expect(found.agreements).toEqual([{ agreedOn: '2026-05-20', endsOn: null }])
    // Ohio has no rule that was read; what is asked everywhere is there, with its results.
    expect(
      found.requirements.find(({ requirement }) => requirement.id === 'lappa-practice')?.results,
    ).toMatchObject([{ measure: 'DAYS_BETWEEN_SESSIONS', state: 'MET' }])
  })

  it('T2: shows no note to manager and auditor; the peer finds their own in it', async () => {
    await held('2026-06-10')
    for (const name of ['manager', 'auditor'] as const)
      expect(JSON.stringify(await record(await as(name)))).not.toContain('Between us')
    const own = await record(await as('peer'))
    expect(own.sessions[0]!.session.segments[0]!.notes).toEqual([{ note: 'Between us.' }])
    // Whether a supervisor is qualified is not for the peer: neither yes nor no.
    expect(own.sessions[0]!.supervisorQualified).toBeNull()
  })

  it('T8: answers anybody else like somebody who is not there', async () => {
    const nobody = await (await as('colleague')).ask(RECORD, variables({ peerId: randomUUID() }))
    expect(nobody.errors?.[0]?.extensions['code']).toBe('NOT_FOUND')
    expect(await (await as('colleague')).ask(RECORD, variables())).toEqual(nobody)
    expect(await (await as('strangerManager')).ask(RECORD, variables())).toEqual(nobody)
    expect(await (await as('supportive')).ask(RECORD, variables())).toEqual(nobody)
    const answer = await (await as('admin')).ask(RECORD, variables())
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  })

  it('refuses a period that ends before it begins, or is too long', async () => {
    const auditor = await as('auditor')
    const backward = await auditor.ask(RECORD, variables({ from: '2026-06-18' }))
    expect(backward.errors?.[0]?.extensions['validationErrors']).toMatchObject([
      { field: 'to', problem: 'before-its-start' },
    ])
    const long = await auditor.ask(RECORD, variables({ from: '2020-01-01' }))
    expect(long.errors?.[0]?.extensions['validationErrors']).toMatchObject([{ problem: 'too-far-ahead' }])
  })

  it('says of each session whether its supervisor was qualified on that day', async () => {
    await held('2026-05-31')
    await held('2026-06-01')
    const manager = await as('manager')
    const answers = async () =>
      (await record(manager)).sessions.map(({ supervisorQualified: one }) => one?.answer)
    expect(await answers()).toEqual(['UNKNOWN', 'UNKNOWN'])
    const { errors } = await qualify(manager)
    expect(errors).toBeUndefined()
    expect(await answers()).toEqual(['NO', 'YES'])
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from supervisor_qualification where organization_id = $1',
      [people.organization.id],
    )
    const qualificationId = rows[0]?.id
    const input = {
      qualificationId,
      course: 'Supervising peers',
      validFrom: '2026-05-01',
      validUntil: '2026-05-31',
    }
    const { correctSupervisorQualification: corrected } = await manager.data<{
      correctSupervisorQualification: Qualified
    }>(CORRECT, { input })
    expect(corrected.supervisor.qualifications).toHaveLength(2)
    expect(await answers()).toEqual(['YES', 'NO'])
    const again = await manager.ask(CORRECT, { input })
    expect(again.errors?.[0]?.extensions['code']).toBe('NOT_FOUND')
    const valid = corrected.supervisor.qualifications.find(({ voidedAt }) => voidedAt === null)!
    await manager.data(VOID, { input: { qualificationId: valid.id } })
    expect(await answers()).toEqual(['UNKNOWN', 'UNKNOWN'])
  })

  it('nobody attests to themselves, and a peer has no such record', async () => {
    const manager = await as('manager')
    for (const [supervisorId, problem] of [
      [people.actors.manager.id, 'not-an-option'],
      [people.actors.peer.id, 'not-found'],
      [randomUUID(), 'not-found'],
    ]) {
      const refused = await qualify(manager, { supervisorId })
      expect(refused.errors?.[0]?.extensions['validationErrors']).toEqual([
        { field: 'supervisorId', problem },
      ])
    }
    for (const name of ['supportive', 'peer', 'auditor', 'admin'] as const)
      expect((await qualify(await as(name))).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  })
})
