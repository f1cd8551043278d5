import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { type Answer, TestApi } from '../../support/test-api.ts'

// T3: what is written about a peer's work, that peer can read. A text is kept only when somebody says so.

const RECORD = `mutation ($input: RecordJobDescriptionInput!) { recordJobDescription(input: $input) {
  jobDescription { version text savedBy { id } } } }`
const OF_PLACEMENT = `query ($placementId: UUID!) { jobDescriptions(placementId: $placementId) {
  totalCount edges { node { version } } } }`
const MINE = '{ myJobDescriptions { totalCount edges { node { version text savedBy { id } } } } }'

describe('the job description of a placement', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  let placementId: string
  beforeAll(async () => {
    api = await TestApi.start()
  })
  beforeEach(async () => {
    ;({ actors } = await cast(api.build))
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from placement where peer_id = $1',
      [actors.peer.id],
    )
    placementId = rows[0]!.id
  })
  afterAll(() => api.close())

  const save = async (by: Member, text: string, placement = placementId) =>
    (await api.as(by)).ask(RECORD, { input: { placementId: placement, text } })
  const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code

  it('is kept by version, with who and when, and the peer reads all of them', async () => {
    expect((await save(actors.manager, ' Lead groups. ')).data).toEqual({
      recordJobDescription: {
        jobDescription: { version: 1, text: 'Lead groups.', savedBy: { id: actors.manager.id } },
      },
    })
    await Promise.all([save(actors.manager, 'Lead more groups.'), save(actors.manager, 'Lead all groups.')])
    const manager = await api.as(actors.manager)
    expect(await manager.data(OF_PLACEMENT, { placementId })).toMatchObject({
      jobDescriptions: { totalCount: 3 },
    })
    const mine = await (
      await api.as(actors.peer)
    ).data<{
      myJobDescriptions: { edges: { node: { version: number } }[] }
    }>(MINE)
    expect(mine.myJobDescriptions.edges.map(({ node }) => node.version).sort()).toEqual([1, 2, 3])
  })

  it('is read by nobody else, and kept by managers alone', async () => {
    await save(actors.manager, 'Lead groups.')
    expect(await (await api.as(actors.colleague)).data(MINE)).toMatchObject({
      myJobDescriptions: { totalCount: 0 },
    })
    for (const member of [
      actors.peer,
      actors.administrative,
      actors.supportive,
      actors.admin,
      actors.auditor,
    ]) {
      expect(codeOf(await (await api.as(member)).ask(OF_PLACEMENT, { placementId }))).toBe('FORBIDDEN')
      expect(codeOf(await save(member, 'Something else'))).toBe('FORBIDDEN')
    }
    const elsewhere = await (await api.as(actors.strangerManager)).data(OF_PLACEMENT, { placementId })
    expect(elsewhere).toMatchObject({ jobDescriptions: { totalCount: 0 } })
    expect(codeOf(await save(actors.strangerManager, 'Something else'))).toBe('NOT_FOUND')
    expect(codeOf(await save(actors.manager, 'Something else', randomUUID()))).toBe('NOT_FOUND')
  })

  it('names field and limit of bad input', async () => {
    const { errors } = await save(actors.manager, 'x'.repeat(20_001))
    expect(errors?.[0]?.extensions).toMatchObject({
      validationErrors: [{ field: 'text', problem: 'too-long', limit: 20_000 }],
    })
    expect(codeOf(await save(actors.manager, ' '))).toBe('BAD_INPUT')
  })
})
