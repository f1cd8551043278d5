import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

// What worksheets ask about, and the rules of a host agency.

const LIST = `{ roleActivities(first: 100) { totalCount edges { node { key name group function catalogueFunction isArchived } } } }`
const ADD = `mutation ($input: CreateCustomActivityInput!) { createCustomActivity(input: $input) { activity { key } } }`
const READ = `mutation ($input: SetActivityFunctionInput!) { setActivityFunction(input: $input) { activity { key function catalogueFunction } } }`
const ARCHIVE = `mutation ($input: ArchiveCustomActivityInput!) { archiveCustomActivity(input: $input) { activity { isArchived } } }`
const RENAME = `mutation ($input: RenameCustomActivityInput!) { renameCustomActivity(input: $input) { activity { name } } }`
const RESTORE = `mutation ($input: RestoreCustomActivityInput!) { restoreCustomActivity(input: $input) { activity { name isArchived } } }`
const WRITE = `mutation ($input: PublishHouseRulesInput!) { publishHouseRules(input: $input) { houseRules { version transport } } }`

describe('activities and house rules', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
  })
  afterAll(() => api.close())

  const ask = async (as: Member, text: string, input: object) => (await api.as(as)).ask(text, { input })
  const code = (answer: { errors?: { extensions: { code: string } }[] }) =>
    answer.errors?.[0]?.extensions.code
  const nodes = async (as: Member) =>
    (
      await (
        await api.as(as)
      ).data<{
        roleActivities: { edges: { node: { key: string; name: string | null; isArchived: boolean } }[] }
      }>(LIST)
    ).roleActivities.edges.map(({ node }) => node)

  it('are the catalogue and what a manager adds, whose reading is shown beside ours', async () => {
    const { manager, peer } = people.actors
    const input = { name: ' Roll  call ', group: 'AGENCY', function: 'ADMINISTRATIVE' }
    expect(code(await ask(peer, ADD, input))).toBe('FORBIDDEN')
    const added = await ask(manager, ADD, input)
    expect(
      (await ask(manager, ADD, { ...input, name: 'roll call' })).errors?.[0]?.extensions.validationErrors,
    ).toEqual([{ field: 'name', problem: 'already-there' }])
    const all = await nodes(peer)
    expect(all).toHaveLength(55)
    expect(all.at(-1)).toMatchObject({ name: 'Roll call', catalogueFunction: null })

    const reading = { key: 'DRIVING_TO_APPOINTMENTS', function: 'ONGOING_SUPPORT' }
    await ask(manager, READ, { ...reading, function: 'CLINICAL' })
    expect((await ask(manager, READ, reading)).data).toEqual({
      setActivityFunction: { activity: { ...reading, catalogueFunction: 'ERRAND' } },
    })
    const { key } = (added.data as unknown as { createCustomActivity: { activity: { key: string } } })
      .createCustomActivity.activity
    expect((await ask(manager, ARCHIVE, { id: key.slice(7) })).data).toEqual({
      archiveCustomActivity: { activity: { isArchived: true } },
    })
    expect((await ask(manager, ADD, input)).errors).toBeUndefined()
    expect(code(await ask(manager, ARCHIVE, { id: people.hostAgencyId }))).toBe('NOT_FOUND')
    expect(await nodes(people.actors.strangerManager)).toHaveLength(54)
  })

  it('are renamed, archived and restored by a manager, and two in use never share a name', async () => {
    const { manager, peer, strangerManager } = people.actors
    const add = async (name: string) => {
      const added = await ask(manager, ADD, { name, group: 'SERVICES', function: 'ERRAND' })
      return (
        added.data as unknown as { createCustomActivity: { activity: { key: string } } }
      ).createCustomActivity.activity.key.slice(7)
    }
    const problems = (answer: Awaited<ReturnType<typeof ask>>) =>
      answer.errors?.[0]?.extensions.validationErrors
    const id = await add('Picking up laundry')
    await add('Court notes')
    expect(code(await ask(peer, RENAME, { id, name: 'Laundry' }))).toBe('FORBIDDEN')
    for (const [as, which] of [
      [strangerManager, id],
      [manager, people.hostAgencyId],
    ] as const) {
      expect(code(await ask(as, RENAME, { id: which, name: 'Laundry' }))).toBe('NOT_FOUND')
      expect(code(await ask(as, RESTORE, { id: which }))).toBe('NOT_FOUND')
    }
    expect(problems(await ask(manager, RENAME, { id, name: ' court  NOTES ' }))).toEqual([
      { field: 'name', problem: 'already-there' },
    ])
    expect(problems(await ask(manager, RENAME, { id, name: 'x'.repeat(81) }))).toEqual([
      { field: 'name', problem: 'too-long', limit: 80 },
    ])
    expect((await ask(manager, RENAME, { id, name: ' Laundry  run ' })).data).toEqual({
      renameCustomActivity: { activity: { name: 'Laundry run' } },
    })

    await ask(manager, ARCHIVE, { id })
    expect(code(await ask(manager, RENAME, { id, name: 'Laundry' }))).toBe('NOT_FOUND')
    const all = await nodes(peer)
    expect(all).toContainEqual(expect.objectContaining({ name: 'Laundry run', isArchived: true }))
    const firstArchived = all.findIndex(({ isArchived }) => isArchived)
    expect(all.slice(firstArchived).every(({ isArchived }) => isArchived)).toBe(true)
    const again = await add('Laundry run')
    expect(problems(await ask(manager, RESTORE, { id }))).toEqual([
      { field: 'name', problem: 'already-there' },
    ])
    await ask(manager, ARCHIVE, { id: again })
    for (const attempt of [1, 2])
      expect((await ask(manager, RESTORE, { id })).data, String(attempt)).toEqual({
        restoreCustomActivity: { activity: { name: 'Laundry run', isArchived: false } },
      })
  })

  it('are written in versions by a manager or the agency’s own staff', async () => {
    const { manager, administrative, educational, strangerManager } = people.actors
    const write = (as: Member, expectedVersion: number, transport: string | null) =>
      ask(as, WRITE, { hostAgencyId: people.hostAgencyId, expectedVersion, transport })
    expect(code(await write(manager, 0, ' '))).toBe('BAD_INPUT')
    expect((await write(manager, 0, 'Agency cars only.')).data).toMatchObject({
      publishHouseRules: { houseRules: { version: 1 } },
    })
    expect(code(await write(administrative, 0, 'No rides.'))).toBe('CONFLICT')
    expect((await write(administrative, 1, 'No rides.')).data).toEqual({
      publishHouseRules: { houseRules: { version: 2, transport: 'No rides.' } },
    })
    for (const other of [educational, strangerManager])
      expect(code(await write(other, 2, 'Any car.'))).toBe('NOT_FOUND')
    expect((await write(manager, 2, 'x'.repeat(501))).errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'transport', problem: 'too-long', limit: 500 },
    ])
  })
})
