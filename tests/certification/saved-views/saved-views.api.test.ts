import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

interface View {
  id: string
  name: string
  query: string
  isDefault: boolean
}
const FIELDS = 'id name query isDefault'
const PAYLOAD = `{ savedView { ${FIELDS} } savedViews { ${FIELDS} } }`
const SAVE = `mutation ($input: CreateSavedViewInput!) { done: createSavedView(input: $input) ${PAYLOAD} }`
const CHANGE = `mutation ($input: UpdateSavedViewInput!) { done: updateSavedView(input: $input) ${PAYLOAD} }`
const REMOVE = `mutation ($input: RemoveSavedViewInput!) { done: removeSavedView(input: $input) ${PAYLOAD} }`
const RESTORE = `mutation ($input: RestoreSavedViewInput!) { done: restoreSavedView(input: $input) ${PAYLOAD} }`
const LIST = `query ($first: Int, $after: String) { savedViews(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { ${FIELDS} } } } }`

interface Listed {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: View }[]
}

describe('saved views of the renewals', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let member: Member
  let manager: Caller
  beforeAll(async () => void (api = await TestApi.start()))
  beforeEach(async () => {
    organization = await api.build.organization()
    member = await api.build.member(organization, ['MANAGER'])
    manager = await api.as(member)
  })
  afterAll(() => api.close())

  const page = async (variables: object = {}, caller = manager): Promise<Listed> =>
    (await caller.data<{ savedViews: Listed }>(LIST, { ...variables })).savedViews
  const list = async (caller = manager): Promise<View[]> =>
    (await page({}, caller)).edges.map(({ node }) => node)
  /** What was changed is on the list as it is, unless it was removed. */
  const views = async (query: string, input: object): Promise<View[]> => {
    const { done } = await manager.data<{ done: { savedView: View; savedViews: View[] } }>(query, { input })
    if (query !== REMOVE) expect(done.savedViews).toContainEqual(done.savedView)
    return done.savedViews
  }
  const save = (name: string, query = 'due=90') => views(SAVE, { name, query })
  const validationErrors = async (query: string, variables: object) =>
    (await manager.ask(query, { ...variables })).errors?.[0]?.extensions
  const idOf = (list: View[], name: string): string => list.find((view) => view.name === name)?.id ?? ''

  it('are kept under a name, in the order in which they were saved, and are nobody else’s', async () => {
    await save('Ohio, soon', 'due=30&state=OH,KY')
    expect(await save(' At risk ', 'risk=1')).toMatchObject([
      { name: 'Ohio, soon', query: 'due=30&state=OH,KY', isDefault: false },
      { name: 'At risk', query: 'risk=1' },
    ])
    const other = await api.as(await api.build.member(organization, ['MANAGER']))
    expect(await list(other)).toEqual([])
    const auditor = await api.as(await api.build.member(organization, ['AUDITOR']))
    expect(await list(auditor)).toEqual([])
    const peer = await api.as(await api.build.peer(organization))
    expect((await peer.ask(LIST)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('get another name, other filters, and one of them opens the page', async () => {
    await save('One')
    const both = await save('Two')
    await views(CHANGE, { savedViewId: idOf(both, 'One'), isDefault: true })
    await views(CHANGE, {
      savedViewId: idOf(both, 'Two'),
      name: 'Second',
      query: 'risk=1',
      isDefault: true,
    })
    expect(await list()).toMatchObject([
      { name: 'One', query: 'due=90', isDefault: false },
      { name: 'Second', query: 'risk=1', isDefault: true },
    ])
    await views(CHANGE, { savedViewId: idOf(both, 'Two'), isDefault: false })
    expect((await list()).some(({ isDefault }) => isDefault)).toBe(false)
  })

  it('come back when they were removed by mistake, also twice', async () => {
    await save('One')
    const id = idOf(await save('Two'), 'One')
    expect((await views(REMOVE, { savedViewId: id })).map(({ name }) => name)).toEqual(['Two'])
    expect((await views(RESTORE, { savedViewId: id })).map(({ name }) => name).sort()).toEqual(['One', 'Two'])
    expect(await views(RESTORE, { savedViewId: id })).toHaveLength(2)
    await views(REMOVE, { savedViewId: id })
    await save('one')
    expect(await validationErrors(RESTORE, { input: { savedViewId: id } })).toMatchObject({
      validationErrors: [{ field: 'name', problem: 'already-there' }],
    })
  })

  it('are listed page by page in their order', async () => {
    for (const name of ['One', 'Two', 'Three']) await save(name)
    const first = await page({ first: 2 })
    const second = await page({ first: 2, after: first.pageInfo.endCursor })
    const names = [first, second].map(({ edges }) => edges.map(({ node }) => node.name))
    expect(names).toEqual([['One', 'Two'], ['Three']])
    expect([first, second].map(({ pageInfo, totalCount }) => [pageInfo.hasNextPage, totalCount])).toEqual([
      [true, 3],
      [false, 3],
    ])
  })

  it('are at most 20', async () => {
    for (let number = 1; number <= 20; number += 1) await save(`View ${number}`)
    expect(await validationErrors(SAVE, { input: { name: 'One more', query: '' } })).toMatchObject({
      validationErrors: [{ field: 'name', problem: 'too-many', limit: 20 }],
    })
    const id = idOf(await list(), 'View 7')
    await views(REMOVE, { savedViewId: id })
    await save('In its place')
    expect(await validationErrors(RESTORE, { input: { savedViewId: id } })).toMatchObject({
      validationErrors: [{ problem: 'too-many' }],
    })
  })

  it.each([
    [{ name: ' ', query: '' }, 'name', 'required'],
    [{ name: 'x'.repeat(61), query: '' }, 'name', 'too-long'],
    [{ name: 'A', query: 'search=Ana' }, 'query', 'not-an-option'],
    [{ name: 'A', query: 'due=90&due=30' }, 'query', 'not-an-option'],
    [{ name: 'A', query: 'due=<b>' }, 'query', 'not-an-option'],
    [{ name: 'A', query: `state=${'OH,'.repeat(200)}` }, 'query', 'too-long'],
  ])('refuse %o', async (input, field, problem) => {
    expect(await validationErrors(SAVE, { input })).toMatchObject({
      code: 'BAD_INPUT',
      validationErrors: [{ field, problem }],
    })
  })

  it('answer somebody else’s id like one that does not exist', async () => {
    const id = idOf(await save('Mine'), 'Mine')
    const other = await api.as(await api.build.member(organization, ['MANAGER']))
    for (const asked of [id, randomUUID()])
      for (const [mutation, variables] of [
        [REMOVE, { input: { savedViewId: asked } }],
        [RESTORE, { input: { savedViewId: asked } }],
        [CHANGE, { input: { savedViewId: asked, name: 'Theirs' } }],
      ] as const)
        expect((await other.ask(mutation, variables)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await list()).toMatchObject([{ name: 'Mine' }])
  })

  it('a refused change leaves the view that opens the page as it was', async () => {
    const both = (await save('One'), await save('Two'))
    await views(CHANGE, { savedViewId: idOf(both, 'One'), isDefault: true })
    const asked = { name: 'one', isDefault: true }
    for (const id of [idOf(both, 'Two'), randomUUID()])
      expect(await validationErrors(CHANGE, { input: { savedViewId: id, ...asked } })).toBeDefined()
    expect(await list()).toMatchObject([
      { name: 'One', isDefault: true },
      { name: 'Two', isDefault: false },
    ])
  })

  it('refuse the name of another one, whatever its case', async () => {
    const both = (await save('One'), await save('Two'))
    expect(await validationErrors(SAVE, { input: { name: 'ONE', query: '' } })).toMatchObject({
      validationErrors: [{ field: 'name', problem: 'already-there' }],
    })
    expect(
      await validationErrors(CHANGE, { input: { savedViewId: idOf(both, 'Two'), name: 'one' } }),
    ).toMatchObject({
      validationErrors: [{ field: 'name', problem: 'already-there' }],
    })
  })

  it('keep the one that opens the page while another tab takes out the one to take its place', async () => {
    const both = (await save('One'), await save('Two'))
    await views(CHANGE, { savedViewId: idOf(both, 'One'), isDefault: true })
    await api.superuser.query('begin')
    await api.superuser.query("select pg_advisory_xact_lock(hashtextextended('views of ' || $1, 0))", [
      member.id,
    ])
    const gone = 'update saved_view set removed_at = now() where id = $1'
    await api.superuser.query(gone, [idOf(both, 'Two')])
    const asked = validationErrors(CHANGE, {
      input: { savedViewId: idOf(both, 'Two'), name: 'Both', isDefault: true },
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    await api.superuser.query('commit')
    expect(await asked).toMatchObject({ code: 'NOT_FOUND' })
    expect(await list()).toMatchObject([{ name: 'One', isDefault: true }])
  })

  it('take turns: whatever two tabs do at once, no name is there twice and no place is lost', async () => {
    await save('One')
    const id = idOf(await save('Two'), 'Two')
    await views(REMOVE, { savedViewId: id })
    const answers = await Promise.all([
      validationErrors(RESTORE, { input: { savedViewId: id } }),
      validationErrors(SAVE, { input: { name: 'two', query: '' } }),
    ])
    expect(answers.filter(Boolean)).toMatchObject([{ validationErrors: [{ problem: 'already-there' }] }])
    expect((await list()).map(({ name }) => name.toLowerCase())).toEqual(['one', 'two'])
  })
})
