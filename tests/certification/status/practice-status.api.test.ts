import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders } from '../../support/builders/certification-builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const WORK = 'requirement { kind ... on WorkRequirement { practice } }'
const SHOWN = `{ status reasons { kind
    ... on ShortAtThisPaceReason { cycleEndsOn shortfall { ${WORK} unit openNow missed dueBy } } }
  explained { result { kind ${WORK} ... on UnknownRequirement { why } } outlook { openNow dueBy perYearAtPace } } }`
const ONE = `query ($id: UUID!) { certification(certificationId: $id) ${SHOWN} }`
const OWN = `{ myCertifications { edges { node ${SHOWN} } } }`
const LIST = '{ renewals(filter: { atRisk: true }, first: 20) { totalCount } }'
interface Shown {
  status: string
  reasons: { kind: string; shortfall?: { requirement: { kind: string } } }[]
  explained: { result: object }[]
}

/** 20 hours of supervision and 20 of courses in two years. */
const VERMONT = 'us-vt-crc'
/** Two sessions in each month. */
const KENTUCKY = 'us-ky-apss'

describe('work and supervision that a renewal asks for', () => {
  let api: TestApi
  let arrange: CertificationBuilders
  let organization: BuiltOrganization
  let manager: Caller
  let supervisor: Member
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    arrange = new CertificationBuilders(api.build)
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    supervisor = await api.build.member(organization, ['SUPERVISOR'])
    peer = await api.build.peer(organization)
  })
  const one = async (id: string) => (await manager.data<{ certification: Shown }>(ONE, { id })).certification
  const atRisk = async () =>
    (await manager.data<{ renewals: { totalCount: number } }>(LIST)).renewals.totalCount
  const practiceOf = ({ reasons }: Shown) =>
    reasons.filter(({ shortfall }) => shortfall?.requirement.kind === 'PRACTICE')

  it('put it at risk, with the pace and what is open, for the manager and the peer alike', async () => {
    const id = await arrange.certification(peer, VERMONT, { issuedOn: '2022-09-01' })
    await arrange.hours(peer, 20, ['ethics', 'any'])
    await aSession(api, supervisor, [peer], { heldOn: '2026-01-20', segments: { SUPPORTIVE: 90 } })
    const shown = await one(id)
    expect(shown.status).toBe('AT_RISK')
    expect(practiceOf(shown)).toEqual([
      {
        kind: 'SHORT_AT_THIS_PACE',
        cycleEndsOn: '2026-08-31',
        shortfall: {
          requirement: { kind: 'PRACTICE', practice: 'SUPERVISION' },
          unit: 'HOURS',
          dueBy: '2026-08-31',
          openNow: 18.5,
          missed: 0,
        },
      },
    ])
    expect(shown.explained.at(-1)).toMatchObject({
      outlook: { openNow: 18.5, dueBy: '2026-08-31', perYearAtPace: 1.5 },
    })
    const own = await (await api.as(peer)).data(OWN)
    expect(own).toEqual({ myCertifications: { edges: [{ node: shown }] } })
    expect(await atRisk()).toBe(1)
    for (const heldOn of ['2026-06-12', '2026-06-13', '2026-06-14', '2026-06-15', '2026-06-16'])
      await aSession(api, supervisor, [peer], { heldOn, segments: { EDUCATIONAL: 222 } })
    expect((await one(id)).status).toBe('RENEWAL_OPEN')
    expect(await atRisk()).toBe(0)
  })

  it('say what months that are over lack for good, beside what this month still asks', async () => {
    const id = await arrange.certification(peer, KENTUCKY, {
      issuedOn: '2026-04-01',
      expiresOn: '2027-04-01',
    })
    await arrange.hours(peer, 6, ['any'], { heldOn: '2026-05-01' })
    for (const heldOn of ['2026-04-08', '2026-04-22', '2026-05-06', '2026-06-03', '2026-06-15'])
      await aSession(api, supervisor, [peer], { heldOn })
    const shown = await one(id)
    expect(shown.status).toBe('AT_RISK')
    expect(practiceOf(shown)).toMatchObject([
      {
        shortfall: {
          requirement: { practice: 'SUPERVISION' },
          unit: 'SESSIONS',
          openNow: 0,
          missed: 1,
        },
      },
    ])
  })

  it('are not known, and put nothing at risk, where none was ever kept here', async () => {
    const id = await arrange.certification(peer, KENTUCKY, {
      issuedOn: '2026-01-01',
      expiresOn: '2027-01-01',
    })
    await arrange.hours(peer, 6, ['any'])
    const { status, explained } = await one(id)
    expect(status).toBe('CURRENT')
    expect(explained.at(-1)?.result).toMatchObject({
      kind: 'UNKNOWN',
      requirement: { kind: 'PRACTICE' },
      why: 'PRACTICE_NOT_RECORDED',
    })
  })
})
