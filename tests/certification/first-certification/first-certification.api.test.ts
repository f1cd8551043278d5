import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const PATH = `query ($peerId: UUID!) { firstCertification(peerId: $peerId) { hasCertification goal {
  credential { id } chosenBy { displayName } nextStep dueOn wasRead asksOwnRecovery applicationParts
  steps { step state needed recorded shortBy } trainingParts { topic hours recorded } provenance { url readOn } } } }`
const SET = `mutation ($peerId: UUID!, $credentialId: ID) {
  setCertificationGoal(input: { peerId: $peerId, credentialId: $credentialId }) {
    previousCredentialId firstCertification { goal { credential { id } } } } }`
interface Goal {
  readonly nextStep: string | null
  readonly steps: { step: string; state: string; recorded: number | null; shortBy: number | null }[]
}
interface Path {
  readonly hasCertification: boolean
  readonly goal: Goal | null
}
const INDIANA = 'us-in-cprc'

describe('the way to a first certification', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Caller
  let certifications: CertificationBuilders
  beforeAll(async () => {
    api = await TestApi.start()
    certifications = new CertificationBuilders(api.build)
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
  })
  afterAll(() => api.close())

  const pathOf = async (caller: Caller, peer: Member) =>
    (await caller.data<{ firstCertification: Path }>(PATH, { peerId: peer.id })).firstCertification
  const set = async (caller: Caller, peer: Member, credentialId: string | null) =>
    (await caller.data<{ setCertificationGoal: object }>(SET, { peerId: peer.id, credentialId }))
      .setCertificationGoal
  const codeOf = async (caller: Caller, query: string, variables: object) =>
    (await caller.ask(query, variables as Record<string, unknown>)).errors?.[0]?.extensions.code

  it('is fed from courses, sessions and service hours that are recorded anyway', async () => {
    const peer = await api.build.peer(organization)
    const supervisor = await api.build.supervisor(organization)
    expect(await set(manager, peer, INDIANA)).toEqual({
      previousCredentialId: null,
      firstCertification: { goal: { credential: { id: INDIANA } } },
    })
    const before = await pathOf(await api.as(peer), peer)
    expect(before.goal?.steps.map(({ state }) => state)).toEqual([
      ...['NOT_RECORDED', 'NOT_RECORDED', 'NOT_RECORDED', 'WITH_BOARD', 'WITH_BOARD'],
    ])
    await certifications.hours(peer, 16, ['ethics'])
    await certifications.hours(peer, 30.5, ['peer-practice'])
    await manager.data(
      `mutation ($peerId: UUID!) { recordServiceHours(input: {
        peerId: $peerId, startsOn: "2026-05-01", endsOn: "2026-05-31", hours: 120, allowsOverlap: false }) {
        serviceHours { id } } }`,
      { peerId: peer.id },
    )
    await aSession(api, supervisor, [peer], { segments: { SUPPORTIVE: 90 } })
    const after = await pathOf(manager, peer)
    expect(after).toMatchObject({
      hasCertification: false,
      goal: {
        nextStep: 'TRAINING',
        asksOwnRecovery: true,
        steps: [
          { step: 'TRAINING', state: 'SHORT', needed: 52, recorded: 46.5, shortBy: 5.5 },
          { step: 'EXPERIENCE', state: 'SHORT', recorded: 120, shortBy: 380 },
          { step: 'SUPERVISED', state: 'SHORT', recorded: 1.5, shortBy: 23.5 },
          { step: 'EXAM', state: 'WITH_BOARD' },
          { step: 'APPLICATION', state: 'WITH_BOARD' },
        ],
        trainingParts: [
          { topic: 'PEER_SUPPORT', hours: 30, recorded: 30.5 },
          { topic: 'ETHICS', hours: 16, recorded: 16 },
          { topic: 'HIV', hours: 6, recorded: null },
        ],
        provenance: { readOn: '2026-11-21' },
      },
    })
  })

  it('is chosen by managers and by the peer, replaced, taken off, and in the log each time', async () => {
    const peer = await api.build.peer(organization)
    const self = await api.as(peer)
    await set(manager, peer, INDIANA)
    expect(await set(self, peer, 'us-oh-cprs')).toMatchObject({ previousCredentialId: INDIANA })
    expect(await set(self, peer, null)).toMatchObject({
      previousCredentialId: 'us-oh-cprs',
      firstCertification: { goal: null },
    })
    const { rows } = await api.superuser.query<{ to: string | null }>(
      `select facts #>> '{credential_id,to}' as to from audit_entry
        where person_id = $1 and subject = 'certification_goal' order by entry_number`,
      [peer.id],
    )
    expect(rows).toHaveLength(3)
    expect(rows[1]?.to).toBe('us-oh-cprs')
  })

  it('is over once a certification of that credential is on file', async () => {
    const peer = await api.build.peer(organization)
    await set(manager, peer, CREDENTIAL.california)
    await certifications.certification(peer, CREDENTIAL.california)
    expect(await pathOf(manager, peer)).toEqual({ hasCertification: true, goal: null })
  })

  it('refuses what the catalogue does not have, and says of the unread only that it is unread', async () => {
    const peer = await api.build.peer(organization)
    const { errors } = await manager.ask(SET, { peerId: peer.id, credentialId: 'us-zz-none' })
    expect(errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'credentialId', problem: 'not-found' },
    ])
    await set(manager, peer, CREDENTIAL.alaska)
    expect((await pathOf(manager, peer)).goal).toMatchObject({
      ...{ nextStep: null, wasRead: false, asksOwnRecovery: false, provenance: null, dueOn: null },
    })
  })

  it('answers for peers of others, for supervisors and elsewhere like for nobody', async () => {
    const peer = await api.build.peer(organization)
    const colleague = await api.as(await api.build.peer(organization))
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const foreign = await api.as(await api.build.member(elsewhere, ['MANAGER']))
    const supervisor = await api.as(await api.build.supervisor(organization))
    const wish = { peerId: peer.id, credentialId: INDIANA }
    for (const caller of [colleague, foreign]) {
      expect(await codeOf(caller, PATH, wish)).toBe('NOT_FOUND')
      expect(await codeOf(caller, SET, wish)).toBe('NOT_FOUND')
    }
    expect(await codeOf(supervisor, PATH, wish)).toBe('FORBIDDEN')
    const auditor = await api.as(await api.build.member(organization, ['AUDITOR']))
    expect(await codeOf(auditor, SET, wish)).toBe('FORBIDDEN')
    expect(await pathOf(auditor, peer)).toEqual({ hasCertification: false, goal: null })
  })
})
