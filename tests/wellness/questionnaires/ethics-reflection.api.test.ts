import { scoreProqol } from '@alongside/shared/wellness/questionnaires/proqol'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const MINE = `{ myOpenEthicsReflection { version answers }
  myEthicsReflections { totalCount edges { node { id finishedOn answers } } } }`
const SUBMIT = `mutation ($answers: [EthicsAnswerInput!]!, $isFinished: Boolean!) {
  submitEthicsAnswers(input: { answers: $answers, isFinished: $isFinished }) { reflection { id answers finishedOn } } }`
const PROQOL = `mutation ($answers: [ProqolAnswerInput!]!, $isFinished: Boolean!) {
  submitProqolAnswers(input: { answers: $answers, isFinished: $isFinished }) { response { id } } }`
const SAVE_VALUES = `mutation ($answers: [CoreValueAnswerInput!]!) {
  submitCoreValues(input: { answers: $answers }) { coreValues { isSaved } } }`
const SHARE = `mutation ($input: CreateShareInput!) { createShare(input: $input) { share { id } } }`
const OPEN = `mutation ($input: OpenShareInput!) { openShare(input: $input) { opened { checkIn { line } planLine { text }
  proqol { finishedOn answers items credit results { scale score answered band } }
  ethicsReflection { version finishedOn answers } } } }`
const WITHDRAW = `mutation ($input: WithdrawShareInput!) { withdrawShare(input: $input) { share { state } } }`
const SHARES = '{ myShares { edges { node { kind lookCount } } } }'

interface Mine {
  myOpenEthicsReflection: { answers: (number | null)[] } | null
  myEthicsReflections: { totalCount: number; edges: { node: { id: string; answers: (number | null)[] } }[] }
}
const some = (from: number, to: number, answer: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ item: from + index, answer }))
/** A run of answers that nothing else has. */
const patterned = (items: number) =>
  Array.from({ length: items }, (_, index) => ({ item: index + 1, answer: index % 3 === 0 ? 5 : 2 }))

describe('T1 what a peer reflects on is theirs', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let peer: Member
  let supporter: Member
  let [owner, supportive] = [] as unknown as [Caller, Caller]
  let relationshipId: string
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    people = await cast(api.build)
    peer = people.actors.peer
    supporter = await api.build.supervisor(people.organization)
    relationshipId = await api.build.relationship(supporter, peer, 'SUPPORTIVE')
    owner = await api.as(peer)
    supportive = await api.as(supporter)
  })

  const reflect = async (): Promise<string> => {
    const input = { answers: patterned(27), isFinished: true }
    const { submitEthicsAnswers } = await owner.data<{ submitEthicsAnswers: { reflection: { id: string } } }>(
      SUBMIT,
      input,
    )
    return submitEthicsAnswers.reflection.id
  }
  const share = (kind: string, artefactId: string, scope = 'EVERYTHING') =>
    owner.ask(SHARE, { input: { kind, artefactId, relationshipId, scope, days: 30 } })
  const shareId = ({ data }: Awaited<ReturnType<typeof share>>) =>
    (data as unknown as { createShare: { share: { id: string } } }).createShare.share.id
  const problems = ({ errors }: Awaited<ReturnType<typeof share>>) => errors?.[0]?.extensions.validationErrors

  it('is kept five at a time, on two devices, and begun once by both', async () => {
    const phone = await api.as(peer)
    await Promise.all([
      owner.data(SUBMIT, { answers: some(1, 5, 3), isFinished: false }),
      phone.data(SUBMIT, { answers: some(6, 10, 4), isFinished: false }),
    ])
    const { myOpenEthicsReflection } = await phone.data<Mine>(MINE)
    expect(myOpenEthicsReflection?.answers.slice(0, 11)).toEqual([3, 3, 3, 3, 3, 4, 4, 4, 4, 4, null])
    await owner.data(SUBMIT, { answers: [{ item: 1, answer: null }], isFinished: true })
    const after = await phone.data<Mine>(MINE)
    expect(after.myOpenEthicsReflection).toBeNull()
    expect(after.myEthicsReflections.edges[0]?.node.answers.slice(0, 2)).toEqual([null, 3])
    // There is no pause between two, and the earlier one stays as it was.
    await reflect()
    expect((await owner.data<Mine>(MINE)).myEthicsReflections.totalCount).toBe(2)
  })

  it('is refused off the scale, and where it ends without any answer', async () => {
    const refused = async (answers: object[], isFinished = false) =>
      problems(await owner.ask(SUBMIT, { answers, isFinished }))
    expect(await refused([{ item: 2, answer: 6 }])).toMatchObject([{ field: 'item2', limit: 5 }])
    expect(await refused([{ item: 28, answer: 1 }])).toMatchObject([{ field: 'answers', limit: 27 }])
    expect(await refused([], true)).toMatchObject([{ field: 'answers', problem: 'required' }])
    for (const other of [supporter, people.actors.manager, people.actors.admin, people.actors.auditor])
      expect((await (await api.as(other)).ask(MINE)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('stays locked after a password reset by somebody else, with what was begun before', async () => {
    await owner.data(SUBMIT, { answers: some(1, 5, 3), isFinished: false })
    api.at('2026-06-17T15:00:00Z')
    await api.build.insert('check_in_lock', {
      account_id: peer.accountId,
      locked_before: '2026-06-17T14:00:00Z',
    })
    const later = await api.as(peer)
    expect((await later.data<Mine>(MINE)).myOpenEthicsReflection).toBeNull()
    const again = await later.ask(SUBMIT, { answers: some(6, 10, 3), isFinished: false })
    api.at('2026-06-17T13:00:00Z')
    expect(again.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      fact: 'wellness.questionnaires.locked',
    })
  })

  it('like the core values, which say so instead of losing what is sent', async () => {
    const answers = [{ value: 'HOPEFUL', answer: 4 }]
    await owner.data(SAVE_VALUES, { answers })
    api.at('2026-06-17T15:00:00Z')
    await api.build.insert('check_in_lock', {
      account_id: peer.accountId,
      locked_before: '2026-06-17T14:00:00Z',
    })
    const later = await api.as(peer)
    const found = await later.data<{ myCoreValues: { isSaved: boolean; answers: { answer: null }[] } }>(
      '{ myCoreValues { isSaved answers { answer } } }',
    )
    const again = await later.ask(SAVE_VALUES, { answers })
    api.at('2026-06-17T13:00:00Z')
    expect(found.myCoreValues.isSaved).toBe(false)
    expect(found.myCoreValues.answers.every(({ answer }) => answer === null)).toBe(true)
    expect(again.errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'CONFLICT', fact: 'wellness.core-values.locked' },
    })
  })

  it('is shared finished, as a whole, looked at with a trace, and gone once it is withdrawn', async () => {
    await owner.data(SUBMIT, { answers: some(1, 5, 3), isFinished: false })
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from ethics_reflection where member_id = $1',
      [peer.id],
    )
    const notFound = [{ field: 'artefactId', problem: 'not-found' }]
    expect(problems(await share('ETHICS_REFLECTION', rows[0]?.id ?? ''))).toMatchObject(notFound)
    const id = await reflect()
    expect(problems(await share('ETHICS_REFLECTION', id, 'SCORES'))).toMatchObject([{ field: 'scope' }])
    expect(problems(await share('PROQOL', id))).toMatchObject(notFound)
    const ticket = shareId(await share('ETHICS_REFLECTION', id))
    const { openShare } = await supportive.data<{ openShare: { opened: object } }>(OPEN, {
      input: { shareId: ticket },
    })
    expect(openShare.opened).toMatchObject({
      ...{ checkIn: null, planLine: null, proqol: null },
      ethicsReflection: {
        version: 1,
        finishedOn: '2026-06-17',
        answers: patterned(27).map(({ answer }) => answer),
      },
    })
    expect(await owner.data(SHARES)).toMatchObject({
      myShares: { edges: [{ node: { kind: 'ETHICS_REFLECTION', lookCount: 1 } }] },
    })
    await owner.data(WITHDRAW, { input: { shareId: ticket } })
    const gone = await supportive.ask(OPEN, { input: { shareId: ticket } })
    expect(gone.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('of ProQOL gives the three results alone unless everything is shared', async () => {
    const { submitProqolAnswers } = await owner.data<{ submitProqolAnswers: { response: { id: string } } }>(
      PROQOL,
      { answers: patterned(30).slice(0, 29), isFinished: true },
    )
    const { id } = submitProqolAnswers.response
    const answers = [...patterned(29).map(({ answer }) => answer), null]
    const seen = async (scope: string) => {
      const ticket = shareId(await share('PROQOL', id, scope))
      const { openShare } = await supportive.data<{ openShare: { opened: { proqol: object } } }>(OPEN, {
        input: { shareId: ticket },
      })
      return openShare.opened.proqol
    }
    const results = scoreProqol(answers)
    expect(results.map(({ score }) => score)).toContain(null)
    expect(await seen('SCORES')).toMatchObject({ results, answers: null, items: null })
    expect(await seen('EVERYTHING')).toMatchObject({ results, answers })
  })

  it('is scored in the database as it is in the program', async () => {
    const cases = Array.from({ length: 200 }, (_, seed) =>
      Array.from({ length: 30 }, (_each, item) => {
        const value = ((seed + 3) * (item + 7) * 31) % 41
        return value % 17 === 0 ? null : (value % 5) + 1
      }),
    )
    const { rows } = await api.superuser.query<{ answered: number[]; scores: (number | null)[] }>(
      `select s.answered, s.scores from jsonb_array_elements($1::jsonb) with ordinality c (answers, place),
              lateral (select array_agg(case jsonb_typeof(a) when 'null' then null else (a #>> '{}')::smallint end
                         order by n) as given from jsonb_array_elements(c.answers) with ordinality e (a, n)) g,
              lateral access.proqol_scales(g.given) s order by c.place`,
      [JSON.stringify(cases)],
    )
    const expected = cases.map((answers) => {
      const results = scoreProqol(answers)
      return {
        answered: results.map(({ answered }) => answered),
        scores: results.map(({ score }) => score),
      }
    })
    expect(rows).toEqual(expected)
    expect(expected.some(({ scores }) => scores.every((score) => score !== null))).toBe(true)
  })

  it('is in the own data by its words, and erased with its shares when its peer has left', async () => {
    await share('ETHICS_REFLECTION', await reflect())
    const file = await api.raw
      .post('/my-data')
      .set(await api.pageOf(peer))
      .send({ format: 'json', language: 'en' })
    const text = JSON.stringify(file.body as unknown)
    expect(text).toContain('"ethicsReflections"')
    expect(text).toContain('"statement":"KNOW_MY_NEEDS"')
    await api.build.insert('erasure', {
      ...{ organization_id: peer.organizationId, member_id: peer.id, left_on: '2026-05-01' },
      erased_at: api.now,
    })
    for (const [table, column] of [
      ['ethics_reflection', 'member_id'],
      ['share_ticket', 'owner_id'],
    ] as const) {
      const { rows } = await api.superuser.query(`select from ${table} where ${column} = $1`, [peer.id])
      expect([table, rows.length]).toEqual([table, 0])
    }
  })
})
