import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const CREATE = `mutation ($input: CreatePlanLineInput!) { createPlanLine(input: $input) { line { id part text phone } } }`
const UPDATE = `mutation ($input: UpdatePlanLineInput!) { updatePlanLine(input: $input) { line { id text phone } } }`
const REMOVE = `mutation ($input: RemovePlanLineInput!) { removePlanLine(input: $input) { line { id text } } }`
const MINE = '{ mySelfCarePlan(first: 100) { totalCount edges { node { id part text phone } } } }'

describe('a self-care plan', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let peer: Caller
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    people = await cast(api.build)
    peer = await api.as(people.actors.peer)
  })
  const add = async (input: object): Promise<string> =>
    (await peer.data<{ createPlanLine: { line: { id: string } } }>(CREATE, { input })).createPlanLine.line.id

  it('is written, changed and removed by its owner, and there for nobody else', async () => {
    const id = await add({ part: 'WHOM_I_CALL', text: ' My sponsor ', phone: '614-555-0142' })
    expect(await peer.data(MINE)).toEqual({
      mySelfCarePlan: {
        totalCount: 1,
        edges: [{ node: { id, part: 'WHOM_I_CALL', text: 'My sponsor', phone: '614-555-0142' } }],
      },
    })
    for (const [name, member] of Object.entries(people.actors)) {
      const rows = await inDatabaseAs(api, member, 'select from self_care_plan_line')
      expect([name, rows.length]).toEqual([name, name === 'peer' ? 1 : 0])
    }
    const colleague = await api.as(people.actors.colleague)
    const unknown = await colleague.ask(REMOVE, { input: { lineId: randomUUID() } })
    expect(await colleague.ask(REMOVE, { input: { lineId: id } })).toEqual(unknown)
    expect(unknown.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await peer.data(UPDATE, { input: { lineId: id, text: 'My brother', phone: null } })).toEqual({
      updatePlanLine: { line: { id, text: 'My brother', phone: null } },
    })
    await peer.data(REMOVE, { input: { lineId: id } })
    expect(await peer.data(MINE)).toMatchObject({ mySelfCarePlan: { totalCount: 0 } })
  })

  it('names the field and its limit, takes scripts as text, and loses nothing of what is there', async () => {
    const problem = async (input: object) =>
      (await peer.ask(CREATE, { input: { part: 'HELPS', text: 'x', ...input } })).errors?.[0]?.extensions
        .validationErrors?.[0]
    expect(await problem({ text: '  ' })).toMatchObject({ field: 'text', problem: 'required' })
    expect(await problem({ text: 'x'.repeat(201) })).toMatchObject({
      field: 'text',
      problem: 'too-long',
      limit: 200,
    })
    expect(await problem({ text: 'x'.repeat(20_000) })).toMatchObject({ problem: 'too-long' })
    expect(await problem({ phone: '614-555-0142' })).toMatchObject({
      field: 'phone',
      problem: 'not-an-option',
    })
    expect(await problem({ part: 'WHOM_I_CALL', phone: 'call me' })).toMatchObject({ problem: 'not-a-phone' })
    const script = '<script>alert(1)</script>'
    const id = await add({ part: 'HELPS', text: script })
    expect(await peer.data(MINE)).toMatchObject({
      mySelfCarePlan: { edges: [{ node: { id, text: script } }] },
    })
    for (let line = 1; line < 12; line++) await add({ part: 'HELPS', text: `Line ${line}` })
    expect(await problem({})).toMatchObject({ field: 'part', problem: 'too-many', limit: 12 })
    expect(await peer.data(MINE)).toMatchObject({ mySelfCarePlan: { totalCount: 12 } })
  })

  it('asks for the password on a shared device', async () => {
    const shared = await api.as(people.actors.peer, { confirmed: false, shared: true })
    expect((await shared.ask(MINE)).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
  })
})
