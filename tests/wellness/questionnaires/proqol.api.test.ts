import { PROQOL } from '@alongside/shared/wellness/questionnaires/proqol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

const MINE = `{ myProqol { items credit nextFrom open { answers } }
  myProqolResponses { totalCount edges { node { finishedOn results { scale score answered band } } } } }`
const SUBMIT = `mutation ($answers: [ProqolAnswerInput!]!, $isFinished: Boolean!) {
  submitProqolAnswers(input: { answers: $answers, isFinished: $isFinished }) { response { answers finishedOn } } }`
const IMPORT = `mutation ($items: [String!]!, $credit: String!) {
  replaceProqolItems(input: { items: $items, credit: $credit }) { proqolItems { count credit } } }`
interface Mine {
  myProqol: { items: string[] | null; nextFrom: string | null; open: { answers: (number | null)[] } | null }
  myProqolResponses: { totalCount: number; edges: { node: { finishedOn: string; results: unknown[] } }[] }
}
const some = (from: number, to: number, answer: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ item: from + index, answer }))

describe('T1 ProQOL is the peer’s', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  beforeAll(async () => {
    api = await TestApi.start()
    actors = (await cast(api.build)).actors
  })
  afterAll(() => api.close())

  const refusal = async (member: Member, query: string, variables: Record<string, unknown> = {}) => {
    const { errors } = await (await api.as(member)).ask(query, variables)
    return errors?.[0]?.extensions
  }

  it('is kept five at a time, on two devices, finished once, and not asked again for 30 days', async () => {
    const [phone, desk] = [await api.as(actors.peer), await api.as(actors.peer)]
    await phone.data(SUBMIT, { answers: some(1, 5, 3), isFinished: false })
    await desk.data(SUBMIT, { answers: some(4, 10, 4), isFinished: false })
    const { myProqol } = await phone.data<Mine>(MINE)
    expect(myProqol.open?.answers.slice(0, 11)).toEqual([3, 3, 3, 4, 4, 4, 4, 4, 4, 4, null])
    await Promise.all([
      phone.data(SUBMIT, { answers: some(11, 20, 3), isFinished: false }),
      desk.data(SUBMIT, { answers: some(21, 29, 3), isFinished: false }),
    ])
    await phone.data(SUBMIT, { answers: [], isFinished: true })
    const after = await desk.data<Mine>(MINE)
    expect(after.myProqol).toMatchObject({ open: null, nextFrom: '2026-07-17' })
    const [finished] = after.myProqolResponses.edges
    expect(finished?.node.results).toEqual([
      { scale: 'COMPASSION_SATISFACTION', score: null, answered: 9, band: null },
      expect.objectContaining({ scale: 'BURNOUT', answered: 10 }),
      expect.objectContaining({ scale: 'SECONDARY_TRAUMATIC_STRESS', answered: 10 }),
    ])
    expect(await refusal(actors.peer, SUBMIT, { answers: some(1, 1, 3), isFinished: false })).toMatchObject({
      code: 'CONFLICT',
      fact: 'wellness.questionnaires.too-soon',
    })
    api.at('2026-07-17T13:00:00Z')
    expect(await refusal(actors.peer, SUBMIT, { answers: some(1, 1, 3), isFinished: false })).toBeUndefined()
    api.at('2026-06-17T13:00:00Z')
  })

  it('is begun once, also by two devices at once', async () => {
    const other = await api.build.peer((await cast(api.build)).organization)
    const devices = await Promise.all([1, 2, 3].map(() => api.as(other)))
    await Promise.all(
      devices.map((device, index) =>
        device.data(SUBMIT, { answers: some(index + 1, index + 1, 2), isFinished: false }),
      ),
    )
    const { myProqol } = await (await api.as(other)).data<Mine>(MINE)
    expect(myProqol.open?.answers.slice(0, 4)).toEqual([2, 2, 2, null])
  })

  it('refuses what is no answer, and a finish without any', async () => {
    const problems = async (answers: unknown, isFinished = false) =>
      (await refusal(actors.colleague, SUBMIT, { answers, isFinished }))?.validationErrors
    expect(await problems([{ item: 1, answer: 6 }])).toMatchObject([{ field: 'item1', limit: 5 }])
    expect(await problems([{ item: 31, answer: 1 }])).toMatchObject([{ field: 'answers' }])
    expect(await problems([], true)).toMatchObject([{ field: 'answers', problem: 'required' }])
  })

  it('is nobody else’s to read, and the sentences are an admin’s to bring', async () => {
    for (const other of [actors.supportive, actors.manager, actors.admin, actors.auditor])
      expect(await refusal(other, MINE)).toMatchObject({ code: 'FORBIDDEN' })
    expect((await (await api.as(actors.colleague)).data<Mine>(MINE)).myProqolResponses.totalCount).toBe(0)
    const items = Array.from({ length: 30 }, (_, index) => `Sentence ${index + 1}`)
    expect(await refusal(actors.manager, IMPORT, { items, credit: PROQOL.credit })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(
      await refusal(actors.admin, IMPORT, { items: items.slice(1), credit: PROQOL.credit }),
    ).toMatchObject({
      validationErrors: [{ field: 'items', limit: 30 }],
    })
    expect(await refusal(actors.admin, IMPORT, { items, credit: 'nobody' })).toMatchObject({
      validationErrors: [{ field: 'credit' }],
    })
    expect(await refusal(actors.admin, IMPORT, { items, credit: PROQOL.credit })).toBeUndefined()
    const { myProqol } = await (await api.as(actors.colleague)).data<Mine>(MINE)
    expect(myProqol.items?.[29]).toBe('Sentence 30')
  })
})
