import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../support/builders/builders.ts'
import {
  CONFIRM,
  confirm,
  IMPORT,
  importer,
  ROWS,
  shownImport,
  UNDO,
} from '../support/builders/import-builders.ts'
import { received, TestApi } from '../support/test-api.ts'
import { askWithToken, codesIn, makeToken } from '../support/builders/token-builders.ts'

const FILE = 'Name,Email\nAna,ana@example.org\n'

describe('who may import', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
  })
  afterAll(() => api.close())

  const post = (headers: Record<string, string>, body: string | Buffer = FILE) => {
    const sent = api.raw.post('/imports').set('content-type', 'text/csv')
    for (const [name, value] of Object.entries(headers)) void sent.set(name, value)
    return received<{ importId: string }>(sent.send(body))
  }

  it('lets managers and admins in, nobody else, and not a token', async () => {
    const outcome: Record<string, number> = {}
    for (const [name, member] of Object.entries(world.actors))
      outcome[name] = (await post(await api.pageOf(member))).status
    outcome['nobody'] = (await post({})).status
    const { secret } = await makeToken(await api.as(world.actors.manager))
    outcome['token'] = (await post({ authorization: `Bearer ${secret}` })).status
    expect(outcome).toEqual({
      peer: 403,
      colleague: 403,
      administrative: 403,
      educational: 403,
      supportive: 403,
      manager: 201,
      admin: 201,
      auditor: 403,
      stranger: 403,
      strangerManager: 201,
      nobody: 401,
      token: 403,
    })
  })

  it('shows a file to whoever sent it and to managers; unknown, foreign and forbidden ids answer alike', async () => {
    const { admin, manager, strangerManager, auditor } = world.actors
    const [ofAdmin, ofManager] = [
      await (await importer(api, admin)).preview(FILE),
      await (await importer(api, manager)).preview(FILE),
    ]
    const key = crypto.randomUUID()
    const input = (importId: string) => ({
      importId,
      idempotencyKey: key,
      leaveOutProblems: false,
      sendInvitations: false,
    })
    const seen = async (member: Member, id: string): Promise<string> => {
      const caller = await api.as(member)
      const codes = [
        codesIn(await caller.ask(IMPORT, { id })),
        codesIn(await caller.ask(ROWS, { id })),
        codesIn((await caller.file('import-rows', { importId: id })).body),
      ]
      if (member !== manager && member !== admin)
        codes.push(
          codesIn(await caller.ask(CONFIRM, { input: input(id) })),
          codesIn(await caller.ask(UNDO, { id })),
        )
      return [...new Set(codes.map((each) => each.join()))].join(' ')
    }
    expect(await seen(manager, ofAdmin)).toBe('')
    expect(await seen(admin, ofAdmin)).toBe('')
    expect(await seen(admin, ofManager)).toBe('NOT_FOUND')
    expect(await seen(strangerManager, ofManager)).toBe('NOT_FOUND')
    expect(await seen(strangerManager, crypto.randomUUID())).toBe('NOT_FOUND')
    expect(await seen(auditor, ofManager)).toBe('FORBIDDEN')
  })

  it('asks for the password before people are added', async () => {
    const { manager } = world.actors
    const id = await (await importer(api, manager)).preview('Name,Email\nZoe,zoe@example.org\n')
    await expect(confirm(await api.as(manager, { confirmed: false }), id)).rejects.toThrow('CONFIRM_PASSWORD')
  })

  it('takes files from our own pages only, of the right kind and size', async () => {
    const page = await api.pageOf(world.actors.manager)
    expect((await post({ ...page, origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post({ ...page, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ ...page, 'content-type': 'text/plain' })).status).toBe(415)
    expect(
      (await post({ ...page, 'content-type': 'application/octet-stream' }, Buffer.from(FILE))).status,
    ).toBe(201)
    expect((await post(page, Buffer.alloc(5_000_001, 'a'))).status).toBe(413)
    expect((await post(page, Buffer.from('PK\0\0'))).body.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      fact: 'imports.not-text',
    })
    expect((await api.raw.get('/imports').set(page)).status).toBe(405)
    // GraphQL keeps its own measure.
    const large = JSON.stringify({ query: `{ imports { totalCount } } # ${'a'.repeat(100_000)}` })
    const graphql = api.raw.post('/graphql').set('content-type', 'application/json').set(page)
    expect((await graphql.send(large)).status).toBe(413)
  })

  it('keeps a harmless name of the file', async () => {
    const office = await importer(api, world.actors.manager)
    const nameOf = async (name: string) =>
      (await shownImport(office.caller, await office.preview(FILE, name))).fileName
    expect(await nameOf('C:\\people\\équipo 1.csv')).toBe('équipo 1.csv')
    expect(await nameOf('../../etc/passwd')).toBe('passwd')
    expect(await nameOf('\u202Ea\n')).toBe('a')
    expect([...(await nameOf('x'.repeat(999)))]).toHaveLength(200)
  })

  it('forgets the rows after a day, confirmed or not, and keeps the counts', async () => {
    const { manager } = world.actors
    const office = await importer(api, manager)
    const [open, made] = [
      await office.preview(FILE),
      await office.preview('Name,Email\nYan,yan@example.org\n'),
    ]
    await confirm(office.caller, made)
    api.at('2026-06-18T13:00:00Z')
    expect((await shownImport(office.caller, open)).state).toBe('EXPIRED')
    expect(
      (await office.caller.data<{ importRows: { totalCount: number } }>(ROWS, { id: made })).importRows
        .totalCount,
    ).toBe(0)
    const nextDay = await api.as(manager)
    await expect(confirm(nextDay, open)).rejects.toThrow('imports.expired')
    expect((await office.caller.ask(UNDO, { id: made })).errors?.[0]?.extensions.fact).toBe(
      'imports.not-to-undo',
    )
    await api.superuser.query('select access.erase_import_rows($1)', [api.now])
    const { rows } = await api.superuser.query('select 1 from import_row where batch_id in ($1, $2)', [
      open,
      made,
    ])
    expect(rows).toEqual([])
    expect(await shownImport(office.caller, made)).toMatchObject({ state: 'CONFIRMED', madeCount: 1 })
    api.at('2026-06-17T13:00:00Z')
  })

  it('leaves a trail of what was done, without a name of the file', async () => {
    const { rows } = await api.superuser.query(
      "select action, facts from audit_entry where area = 'IMPORT' and facts ? 'state' order by entry_number desc limit 20",
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows)).not.toMatch(/csv|example\.org|Ana/)
  })

  it('shows an API token nothing of it', async () => {
    const { secret } = await makeToken(await api.as(world.actors.manager))
    expect(codesIn((await askWithToken(api, secret, '{ imports { totalCount } }')).body)).toEqual([
      'FORBIDDEN',
    ])
  })
})
