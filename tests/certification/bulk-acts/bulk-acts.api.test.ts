import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TODAY } from '../../support/fixed-today.ts'
import { type Answer, type Caller, TestApi } from '../../support/test-api.ts'

const OHIO = 'us-oh-cprs'
const QUESTIONS = `{ renewalQuestions { condition certificationCount unanswered { certification { id } } } }`
const ANSWER = `mutation ($input: SetRenewalAnswersInput!) { setRenewalAnswers(input: $input) { changedCount } }`
const CHECK = `mutation ($input: RecordVerificationsInput!) { recordVerifications(input: $input) { verificationIds } }`
const VOID = `mutation ($input: VoidVerificationsInput!) { voidVerifications(input: $input) { voidedCount } }`
const REMIND = `mutation ($input: AddRenewalRemindersInput!) {
  addRenewalReminders(input: $input) { remindedCount alreadyRemindedCount }
}`
const LIST = `query ($filter: RenewalsFilter, $first: Int! = 25, $skip: Int) {
  renewals(filter: $filter, first: $first, skip: $skip) {
    totalCount facets { withoutCertification } edges { node { id verifiedOn teamName } } } }`

interface Question {
  condition: string
  certificationCount: number
  unanswered: { certification: { id: string } }[]
}
interface Listed {
  renewals: {
    totalCount: number
    facets: { withoutCertification: number }
    edges: { node: { id: string; verifiedOn: string | null; teamName: string | null } }[]
  }
}

describe('one act for many certifications', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let manager: Caller
  let ids: string[]
  let peers: Member[]
  let foreign: string
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    const arrange = new CertificationBuilders(api.build)
    peers = []
    ids = []
    for (let place = 0; place < 3; place += 1) {
      const peer = await api.build.peer(world.organization)
      peers.push(peer)
      ids.push(await arrange.certification(peer, OHIO, { expiresOn: '2027-06-30', issuedOn: '2025-07-01' }))
    }
    foreign = await arrange.certification(world.actors.stranger, CREDENTIAL.california)
    manager = await api.as(world.actors.manager)
  })
  afterAll(() => api.close())

  const wrong = ({ errors }: Answer) => errors?.[0]?.extensions.validationErrors
  const questions = async () =>
    (await manager.data<{ renewalQuestions: Question[] }>(QUESTIONS)).renewalQuestions
  const listed = async (variables: object = {}) =>
    (await manager.data<Listed>(LIST, { ...variables })).renewals

  it('answers a question for everybody at once, and takes the answers back', async () => {
    const [open] = await questions()
    expect(open).toMatchObject({ condition: 'SUPERVISES_OTHERS', certificationCount: 3 })
    const answersOf = (holds: boolean | null) =>
      ids.map((certificationId, place) => ({ certificationId, holds: holds === null ? null : place === 0 }))
    const send = async (holds: boolean | null) =>
      (
        await manager.data<{ setRenewalAnswers: { changedCount: number } }>(ANSWER, {
          input: { condition: 'SUPERVISES_OTHERS', answers: answersOf(holds) },
        })
      ).setRenewalAnswers.changedCount
    expect(await send(true)).toBe(3)
    expect(await send(true)).toBe(0)
    expect((await questions()).map(({ condition }) => condition)).not.toContain('SUPERVISES_OTHERS')
    expect(await send(null)).toBe(3)
    expect((await questions())[0]).toMatchObject({ certificationCount: 3 })
  })

  it('records a board check for all, says when each was verified, and voids all again', async () => {
    const input = {
      certificationIds: ids,
      checkedOn: TODAY,
      source: 'Ohio register',
      result: 'AS_RECORDED',
      idempotencyKey: randomUUID(),
    }
    const record = async () =>
      (await manager.data<{ recordVerifications: { verificationIds: string[] } }>(CHECK, { input }))
        .recordVerifications.verificationIds
    const verificationIds = await record()
    expect(await record()).toEqual(verificationIds)
    expect(new Set(verificationIds).size).toBe(3)
    const verified = async () =>
      (await listed({ filter: { certificationIds: ids } })).edges.map(({ node }) => node.verifiedOn)
    expect(await verified()).toEqual([TODAY, TODAY, TODAY])
    await manager.data(VOID, { input: { verificationIds } })
    expect(await verified()).toEqual([null, null, null])
    const again = await manager.ask(VOID, { input: { verificationIds } })
    expect(again.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('reminds each holder once a day, and tells nobody else', async () => {
    const remind = () => manager.data(REMIND, { input: { certificationIds: ids } })
    expect(await remind()).toEqual({ addRenewalReminders: { remindedCount: 3, alreadyRemindedCount: 0 } })
    expect(await remind()).toEqual({ addRenewalReminders: { remindedCount: 0, alreadyRemindedCount: 3 } })
    const { rows } = await api.superuser.query<{ recipient_id: string }>(
      "select recipient_id from notification where kind = 'CERTIFICATION_REMINDER'",
    )
    expect(rows.map((row) => row.recipient_id).sort()).toEqual(peers.map(({ id }) => id).sort())
  })

  it.each([
    ['an unknown one', () => [ids[0], randomUUID()], { field: 'certificationIds.1', problem: 'not-found' }],
    ['one of another organization', () => [foreign], { field: 'certificationIds.0', problem: 'not-found' }],
    ['none', () => [], { field: 'certificationIds', problem: 'too-few', limit: 1 }],
    ['one twice', () => [ids[0], ids[0]], { field: 'certificationIds', problem: 'repeated' }],
    [
      '501',
      () => Array.from({ length: 501 }, () => randomUUID()),
      { field: 'certificationIds', problem: 'too-many', limit: 500 },
    ],
  ] as const)('refuses %s, and writes nothing', async (_label, certificationIds, expected) => {
    const seen = { checkedOn: TODAY, source: 'Register', result: 'AS_RECORDED' }
    const before = await api.superuser.query('select 1 from certification_verification')
    for (const [mutation, input] of [
      [CHECK, { certificationIds: certificationIds(), ...seen }],
      [REMIND, { certificationIds: certificationIds() }],
    ] as const) {
      const [found] = wrong(await manager.ask(mutation, { input })) ?? []
      expect({ ...found, field: found?.field.replace(/^input\./, '') }).toEqual(expected)
    }
    const after = await api.superuser.query('select 1 from certification_verification')
    expect(after.rowCount).toBe(before.rowCount)
  })

  it('is for managers alone', async () => {
    const inputs = {
      [ANSWER]: { condition: 'SUPERVISES_OTHERS', answers: [{ certificationId: ids[0], holds: true }] },
      [CHECK]: { certificationIds: ids, checkedOn: TODAY, source: 'Register', result: 'AS_RECORDED' },
      [VOID]: { verificationIds: [randomUUID()] },
      [REMIND]: { certificationIds: ids },
    }
    for (const actor of ['peer', 'administrative', 'supportive', 'admin', 'auditor'] as const) {
      const caller = await api.as(world.actors[actor])
      for (const [mutation, input] of Object.entries(inputs))
        expect((await caller.ask(mutation, { input })).errors?.[0]?.extensions.code, actor).toBe('FORBIDDEN')
      expect((await caller.ask(QUESTIONS)).errors?.[0]?.extensions.code, actor).toBe('FORBIDDEN')
    }
  })

  it('lists peers who hold nothing, and a page by its number', async () => {
    const { totalCount, facets } = await listed()
    expect(totalCount).toBe(3)
    const { peersWithoutCertification: without } = await manager.data<{
      peersWithoutCertification: { totalCount: number; edges: { node: { id: string } }[] }
    }>('{ peersWithoutCertification(first: 100) { totalCount edges { node { id } } } }')
    expect(without.totalCount).toBe(facets.withoutCertification)
    const uncertified = without.edges.map(({ node }) => node.id)
    expect(uncertified).toContain(world.actors.peer.id)
    expect(uncertified).not.toContain(peers[0]?.id)
    const [second] = (await listed({ first: 1, skip: 1 })).edges
    expect(second?.node.id).toBe((await listed()).edges[1]?.node.id)
    expect(wrong(await manager.ask(LIST, { skip: -1 }))).toEqual([
      { field: 'skip', problem: 'too-small', limit: 0 },
    ])
  })
})
