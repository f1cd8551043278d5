import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const ANSWER = /* GraphQL */ `
  {
    certification {
      credential {
        state
      }
    }
    answer
    counted
    reasons {
      kind
      ... on OutsideWindowReason {
        window {
          startsOn
        }
      }
      ... on LimitReason {
        limit {
          kind
          ... on ContentLimit {
            contents
          }
        }
      }
    }
    after {
      requirement {
        kind
      }
      ... on MeasuredRequirement {
        shortBy
      }
    }
    rule {
      version
      provenance {
        url
      }
    }
  }
`
const OWN = `query ($course: CourseInput!) { willItCount(course: $course) ${ANSWER} }`
const FOR = `query ($peerId: UUID!, $course: CourseInput!) { willItCountFor(peerId: $peerId, course: $course) ${ANSWER} }`
/** Clinical-treatment courses do not count. */
const TENNESSEE = 'us-tn-cprs'

interface Answer {
  certification: { credential: { state: string } }
  answer: string
  counted: number | null
  reasons: { kind: string; limit?: object }[]
  after: { requirement: { kind: string }; shortBy?: number }[]
  rule: { provenance: { url: string } | null }
}
const stateOf = ({ certification }: Answer) => certification.credential.state

describe('will it count', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let arrange: CertificationBuilders
  let manager: Caller
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    arrange = new CertificationBuilders(api.build)
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    peer = await api.build.peer(organization)
    await arrange.certification(peer, CREDENTIAL.california)
    await arrange.hours(peer, 8, ['trauma'])
  })

  const course = (change: object = {}) => ({
    title: 'Ethics for peers',
    heldOn: '2026-07-01',
    hours: 3,
    categories: ['LAW_AND_ETHICS'],
    deliveryMode: 'LIVE_ONLINE',
    ...change,
  })
  const ask = async (change: object = {}) => {
    const own = await (await api.as(peer)).data<{ willItCount: Answer[] }>(OWN, { course: course(change) })
    return own.willItCount
  }

  it('says yes, how much, what would still be missing, and where the rule was read', async () => {
    const [california] = await ask()
    expect(california).toMatchObject({ answer: 'YES', counted: 3, reasons: [] })
    expect(california?.after.map(({ requirement, shortBy }) => [requirement.kind, shortBy])).toEqual([
      ['TOTAL', 9],
      ['MINIMUM', 3],
    ])
    expect(california?.rule.provenance?.url).toMatch(/^https:/)
  })

  it('says no for a day outside the term, with the days that count', async () => {
    const [california] = await ask({ heldOn: '2024-08-31' })
    expect(california).toMatchObject({
      answer: 'NO',
      counted: 0,
      reasons: [{ kind: 'OUTSIDE_WINDOW', window: { startsOn: '2024-09-01' } }],
    })
  })

  it('quotes the part of the rule that refuses, for that certification only', async () => {
    await arrange.certification(peer, TENNESSEE, { expiresOn: '2027-03-31' })
    const answers = await ask({ contents: ['CLINICAL_TREATMENT'] })
    expect(answers.map((each) => [stateOf(each), each.answer]).sort()).toEqual([
      ['CA', 'YES'],
      ['TN', 'NO'],
    ])
    const refused = answers.find((each) => stateOf(each) === 'TN')
    expect(refused?.reasons[0]?.limit).toMatchObject({
      kind: 'CONTENT_NEVER',
      contents: expect.arrayContaining(['CLINICAL_TREATMENT']) as string[],
    })
  })

  it('sends to the board where no rule was read', async () => {
    await arrange.certification(peer, CREDENTIAL.alaska, { expiresOn: '2027-03-31' })
    const alaska = (await ask()).find((each) => stateOf(each) === 'AK')
    expect(alaska).toMatchObject({ answer: 'ASK_THE_BOARD', counted: null })
    expect(alaska?.reasons.map(({ kind }) => kind)).toContain('RULE_NOT_READ')
  })

  it('knows a course that was taken already', async () => {
    await arrange.hours(peer, 3, ['law-and-ethics'], { title: 'Ethics for peers', heldOn: '2026-06-01' })
    const [again] = await ask({ provider: 'A college', heldOn: '2026-06-01' })
    expect(again).toMatchObject({ answer: 'NO', reasons: [{ kind: 'SAME_COURSE' }] })
  })

  it('answers a manager as it answers the peer, and keeps nothing', async () => {
    const before = await rows()
    const { willItCountFor } = await manager.data<{ willItCountFor: Answer[] }>(FOR, {
      peerId: peer.id,
      course: course(),
    })
    expect(willItCountFor).toEqual(await ask())
    expect(await rows()).toEqual(before)
  })
  async function rows() {
    const count = 'select count(*)::int as count from ce_activity where organization_id = $1'
    return (await api.superuser.query<{ count: number }>(count, [organization.id])).rows
  }

  it.each([
    [{ hours: 0.3 }, 'hours', 'not-in-steps'],
    [{ categories: [] }, 'categories', 'too-few'],
    [{ contents: ['DRIVING', 'DRIVING'] }, 'contents', 'repeated'],
    [{ heldOn: '2031-06-18' }, 'heldOn', 'too-far-ahead'],
    [{ heldOn: '2016-06-16' }, 'heldOn', 'too-long-ago'],
    [{ title: 'x'.repeat(201) }, 'title', 'too-long'],
  ])('refuses %o with its field', async (change, field, problem) => {
    const { errors } = await (await api.as(peer)).ask(OWN, { course: course(change) })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      validationErrors: [{ field, problem }],
    })
  })

  it('T8: an unknown peer, another organization’s, and somebody who is no peer are not found alike', async () => {
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const ids = [
      randomUUID(),
      (await api.build.peer(elsewhere)).id,
      (await api.build.supervisor(organization)).id,
    ]
    const answers = await Promise.all(ids.map((peerId) => manager.ask(FOR, { peerId, course: course() })))
    expect(answers[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(ids.map(() => 'NOT_FOUND'))
  })

  it('is for the peer and for managers: nobody else may ask', async () => {
    for (const role of ['SUPERVISOR', 'ADMIN', 'AUDITOR'] as const) {
      const caller = await api.as(await api.build.member(organization, [role]))
      for (const [query, more] of [
        [OWN, {}],
        [FOR, { peerId: peer.id }],
      ] as const) {
        const { errors } = await caller.ask(query, { course: course(), ...more })
        expect(errors?.[0]?.extensions.code, role).toBe('FORBIDDEN')
      }
    }
    const other = await api.as(await api.build.peer(organization))
    expect((await other.data<{ willItCount: Answer[] }>(OWN, { course: course() })).willItCount).toEqual([])
    const { errors } = await other.ask(FOR, { peerId: peer.id, course: course() })
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('asks the database as often for ten certifications as for one', async () => {
    const ask = () => manager.data(FOR, { peerId: peer.id, course: course() })
    const one = await api.statementsOf(ask)
    for (const id of ['us-tx-mhps', 'us-or-crm', 'us-oh-cprs', 'us-pa-cps', 'us-ut-cpss', 'us-de-cprs']) {
      await arrange.certification(peer, id, { expiresOn: '2027-03-31' })
    }
    expect((await api.statementsOf(ask)).map((batch) => batch.length)).toEqual(
      one.map((batch) => batch.length),
    )
  })
})
