import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TODAY } from '../../support/fixed-today.ts'
import { type Answer, type Caller, TestApi } from '../../support/test-api.ts'

const PATH =
  'renewalPath { state lapseCause steps { kind state on } submission { id submittedOn receiptNumber outcome returnReason } }'
const READ = `query ($id: UUID!) { certification(certificationId: $id) { expiresOn cycle { startsOn } ${PATH} } }`
const OWN = `{ myCertifications { edges { node { id ${PATH} } } } }`
const SUBMIT = `mutation ($input: RecordRenewalSubmissionInput!) {
  recordRenewalSubmission(input: $input) { renewalSubmissionId certification { ${PATH} } } }`
const DECIDE = `mutation ($input: RecordRenewalDecisionInput!) {
  recordRenewalDecision(input: $input) { certification { expiresOn ${PATH} } } }`
const VOID = `mutation ($input: VoidRenewalSubmissionInput!) {
  voidRenewalSubmission(input: $input) { certification { ${PATH} } } }`
const ATTEST = `mutation ($input: SignRenewalAttestationInput!) {
  signRenewalAttestation(input: $input) { certification { ${PATH} } } }`
const CAUSE = `mutation ($input: RecordLapseCauseInput!) {
  recordLapseCause(input: $input) { certification { ${PATH} } } }`

interface Path {
  state: string
  lapseCause: string | null
  steps: { kind: string; state: string; on: string | null }[]
  submission: { id: string; outcome: string | null; returnReason: string | null } | null
}
interface Certification {
  expiresOn: string | null
  renewalPath: Path
}

describe('a renewal on its way to the board, on June 17, 2026', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let manager: Caller
  let peer: Caller
  let id: string
  let lapsed: string
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    const arrange = new CertificationBuilders(api.build)
    // California's own rule opens it 60 days before: on June 11.
    id = await arrange.certification(world.actors.peer, CREDENTIAL.california, { expiresOn: '2026-08-10' })
    lapsed = await arrange.certification(world.actors.colleague, CREDENTIAL.california, {
      expiresOn: '2026-03-01',
    })
    manager = await api.as(world.actors.manager)
    peer = await api.as(world.actors.peer)
  })
  afterAll(() => api.close())

  const wrong = ({ errors }: Answer) => errors?.[0]?.extensions.validationErrors
  const fact = ({ errors }: Answer) => errors?.[0]?.extensions.fact
  const read = async (of = id) =>
    (await manager.data<{ certification: Certification }>(READ, { id: of })).certification
  const submit = (caller: Caller, input: object = {}) =>
    caller.ask<{ recordRenewalSubmission: { renewalSubmissionId: string } }>(SUBMIT, {
      input: { certificationId: id, submittedOn: TODAY, ...input },
    })

  it('refuses a receipt from before the opening, by its field', async () => {
    expect(wrong(await submit(manager, { submittedOn: '2026-06-10' }))).toEqual([
      { field: 'submittedOn', problem: 'before-its-start', limit: '2026-06-11' },
    ])
    expect((await read()).renewalPath.state).toBe('GATHERING')
  })

  it('is attested by the holder alone, and a second time changes nothing', async () => {
    const attest = (caller: Caller) => caller.ask(ATTEST, { input: { certificationId: id } })
    expect((await attest(await api.as(world.actors.colleague))).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    )
    for (let time = 0; time < 2; time += 1) expect((await attest(peer)).errors).toBeUndefined()
    const { steps } = (await read()).renewalPath
    expect(steps.find(({ kind }) => kind === 'ATTEST')).toEqual({ kind: 'ATTEST', state: 'DONE', on: TODAY })
  })

  it('is sent once a cycle, also by two at once; the board sends it back, and it is sent again', async () => {
    const answers = await Promise.all([submit(peer), submit(manager)])
    expect(answers.map(fact).sort()).toEqual(['certification.renewal-path.sent-already', undefined])
    const { submission, state } = (await read()).renewalPath
    expect(state).toBe('SUBMITTED')
    const own = await peer.data<{ myCertifications: { edges: { node: { renewalPath: Path } }[] } }>(OWN)
    expect(own.myCertifications.edges[0]?.node.renewalPath.state).toBe('SUBMITTED')
    const decide = (input: object) =>
      manager.ask(DECIDE, { input: { renewalSubmissionId: submission?.id, decidedOn: TODAY, ...input } })
    expect(wrong(await decide({ outcome: 'RETURNED' }))).toEqual([
      { field: 'returnReason', problem: 'required' },
    ])
    expect((await decide({ outcome: 'RETURNED', returnReason: 'PROOF_MISSING' })).errors).toBeUndefined()
    expect((await read()).renewalPath).toMatchObject({
      state: 'RETURNED',
      submission: { returnReason: 'PROOF_MISSING' },
    })
    expect(fact(await decide({ outcome: 'RETURNED', returnReason: 'OTHER' }))).toBe(
      'certification.renewal-path.decided-already',
    )
    expect((await submit(manager)).errors).toBeUndefined()
  })

  it('begins the next cycle with the approval, which records the new certificate', async () => {
    const { submission } = (await read()).renewalPath
    const decide = (expiresOn: string | null) =>
      manager.ask(DECIDE, {
        input: {
          ...{ renewalSubmissionId: submission?.id, outcome: 'APPROVED', decidedOn: TODAY },
          ...{ startsOn: '2026-08-11', expiresOn },
        },
      })
    expect(wrong(await decide(null))).toEqual([{ field: 'expiresOn', problem: 'required' }])
    expect((await decide('2028-08-10')).errors).toBeUndefined()
    const { expiresOn, renewalPath } = await read()
    expect(expiresOn).toBe('2028-08-10')
    expect(renewalPath).toMatchObject({ state: 'NOT_OPEN', submission: null })
  })

  it('is voided by a manager where it was a mistake', async () => {
    const sent = await submit(manager, { certificationId: lapsed })
    const renewalSubmissionId = sent.data?.recordRenewalSubmission.renewalSubmissionId
    const voiding = () => manager.ask(VOID, { input: { renewalSubmissionId } })
    expect((await voiding()).errors).toBeUndefined()
    expect((await voiding()).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await read(lapsed)).renewalPath).toMatchObject({ state: 'EXPIRED', submission: null })
  })

  it('keeps why it lapsed; the latest record counts, and what has not lapsed has no cause', async () => {
    const say = (certificationId: string, cause: string) =>
      manager.ask(CAUSE, { input: { certificationId, cause } })
    expect(fact(await say(id, 'OTHER'))).toBe('certification.renewal-path.not-lapsed')
    for (const cause of ['OTHER', 'ON_LEAVE']) {
      api.at(new Date(api.now.getTime() + 1000))
      expect((await say(lapsed, cause)).errors).toBeUndefined()
    }
    expect((await read(lapsed)).renewalPath.lapseCause).toBe('ON_LEAVE')
  })

  describe('where the board wants a supervisor to confirm it', () => {
    const ASK = `mutation ($input: RequestSupervisorAttestationInput!) {
      requestSupervisorAttestation(input: $input) { certification { renewalPath { isSupervisorAsked
        supervisorAttestation { outcome declineReason supervisor { id } } } } } }`
    const ASKED = `{ askedAttestations { totalCount edges { node { id credential cycleEndsOn peer { id } } } } }`
    const ANSWER = `mutation ($input: SettleSupervisorAttestationInput!) {
      settleSupervisorAttestation(input: $input) { attestationId } }`
    const OWN_ATTESTATION = `{ myCertifications { edges { node { id renewalPath { isSupervisorAsked
      steps { kind state } supervisorAttestation { outcome declineReason supervisor { id } } } } } } }`
    interface Own {
      myCertifications: {
        edges: { node: { id: string; renewalPath: Path & { supervisorAttestation: object | null } } }[]
      }
    }
    interface Asked {
      askedAttestations: { totalCount: number; edges: { node: { id: string; credential: string } }[] }
    }
    let tennessee: string
    beforeAll(async () => {
      const arrange = new CertificationBuilders(api.build)
      const days = { issuedOn: '2024-10-16', expiresOn: '2026-10-15' }
      tennessee = await arrange.certification(world.actors.peer, 'us-tn-cprs', days)
    })
    const ask = (supervisorId: string, certificationId = tennessee, caller = peer) =>
      caller.ask(ASK, { input: { certificationId, supervisorId } })
    const asked = async (of: 'supportive' | 'educational') =>
      (await (await api.as(world.actors[of])).data<Asked>(ASKED)).askedAttestations
    const answer = async (of: 'supportive' | 'educational', input: object) =>
      (await api.as(world.actors[of])).ask(ANSWER, { input })
    const own = async () => {
      const { myCertifications } = await peer.data<Own>(OWN_ATTESTATION)
      return myCertifications.edges.find(({ node }) => node.id === tennessee)?.node.renewalPath
    }
    const told = async (kind: string) => {
      const { rows } = await api.superuser.query<{ recipient_id: string; subject_id: string | null }>(
        'select recipient_id, subject_id from notification where kind = $1 order by created_at, id',
        [kind],
      )
      return rows
    }

    it('is asked of an own supervisor only, by the peer, and only where the rule asks for it', async () => {
      const { supportive, manager: office, peer: self } = world.actors
      expect((await own())?.steps.map(({ kind }) => kind)).toContain('SUPERVISOR')
      for (const stranger of [office.id, self.id, world.actors.stranger.id])
        expect(wrong(await ask(stranger))).toEqual([{ field: 'supervisorId', problem: 'not-an-option' }])
      expect(fact(await ask(supportive.id, id))).toBe('certification.renewal-path.no-supervisor-asked')
      const colleague = await api.as(world.actors.colleague)
      expect((await ask(supportive.id, tennessee, colleague)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
      for (let time = 0; time < 2; time += 1) expect((await ask(supportive.id)).errors).toBeUndefined()
      const { totalCount, edges } = await asked('supportive')
      expect([totalCount, edges[0]?.node]).toMatchObject([
        1,
        { credential: 'CPRS, TN', cycleEndsOn: '2026-10-15', peer: { id: self.id } },
      ])
      expect((await asked('educational')).totalCount).toBe(0)
      expect(await told('ATTESTATION_ASKED')).toEqual([{ recipient_id: supportive.id, subject_id: self.id }])
    })

    it('T3: is declined for a reason that the peer reads, and then asked of another', async () => {
      const { supportive, educational, peer: self } = world.actors
      const attestationId = (await asked('supportive')).edges[0]?.node.id
      expect(wrong(await answer('supportive', { attestationId, outcome: 'DECLINED' }))).toEqual([
        { field: 'declineReason', problem: 'required' },
      ])
      const declined = { attestationId, outcome: 'DECLINED', declineReason: 'TALK_FIRST' }
      expect((await answer('educational', declined)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
      expect((await answer('supportive', declined)).errors).toBeUndefined()
      expect((await answer('supportive', declined)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
      expect((await own())?.supervisorAttestation).toEqual({
        ...{ outcome: 'DECLINED', declineReason: 'TALK_FIRST', supervisor: { id: supportive.id } },
      })
      expect(await told('ATTESTATION_ANSWERED')).toEqual([{ recipient_id: self.id, subject_id: null }])
      expect((await ask(educational.id)).errors).toBeUndefined()
      expect((await asked('educational')).totalCount).toBe(1)
    })

    it('is asked no more of one once another is asked, and confirmed once', async () => {
      const { supportive } = world.actors
      expect((await ask(supportive.id)).errors).toBeUndefined()
      expect((await asked('educational')).totalCount).toBe(0)
      const attestationId = (await asked('supportive')).edges[0]?.node.id
      expect((await answer('supportive', { attestationId, outcome: 'ATTESTED' })).errors).toBeUndefined()
      const path = await own()
      expect(path?.steps.find(({ kind }) => kind === 'SUPERVISOR')?.state).toBe('DONE')
      expect(path?.supervisorAttestation).toMatchObject({ outcome: 'ATTESTED' })
      // What was confirmed is not asked of another.
      expect((await ask(world.actors.educational.id)).errors).toBeUndefined()
      expect((await asked('educational')).totalCount).toBe(0)
    })
  })

  it('answers others as if there were nothing', async () => {
    const stranger = await api.as(world.actors.strangerManager)
    expect((await submit(stranger)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const supervisor = await api.as(world.actors.supportive)
    expect((await submit(supervisor)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const colleague = await api.as(world.actors.colleague)
    expect((await submit(colleague)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('refuses two renewals of one cycle, and a receipt before the opening, in the database itself', async () => {
    const insert = (values: string) =>
      api.superuser.query(
        `insert into renewal_submission (organization_id, certification_id, peer_id, cycle_ends_on, opened_on,
           submitted_on, recorded_by, recorded_at)
         select organization_id, id, peer_id, ${values}, peer_id, now() from certification where id = $1`,
        [lapsed],
      )
    await expect(insert("'2027-01-01', '2026-06-02', '2026-06-01'")).rejects.toThrow(
      'renewal_submission_after_opening',
    )
    await insert("'2027-01-01', null, '2026-06-01'")
    await expect(insert("'2027-01-01', null, '2026-06-02'")).rejects.toThrow('renewal_submission_one_a_cycle')
  })
})
