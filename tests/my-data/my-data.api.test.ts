import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type supertest from 'supertest'
import { secretOf } from '../authorization/rows/row-placing.ts'
import { buildWallsWorld, type WallsWorld } from '../authorization/walls-world.ts'
import type { Member } from '../support/builders/builders.ts'
import { type PageHeaders, pageHeaders, TestApi } from '../support/test-api.ts'
import { textOfPdf } from '../support/pdf-text.ts'

type Format = 'json' | 'pdf'
interface Refused {
  errors?: { extensions: { code: string; validationErrors?: { field: string }[] } }[]
}

/** The private texts of the walls' world that are about the peer. */
const ABOUT_THE_PEER = [
  'check-in of this week',
  'check-in of a past week',
  'administrative note',
  'educational note',
  'supportive note',
  'supportive group note',
  'supervision agreement term',
  'flag not opened',
  'flag opened',
  'flag released',
  'response to a flag opened',
  'certification',
  'CE course',
]

describe('POST /my-data', () => {
  let api: TestApi
  let world: WallsWorld
  beforeAll(async () => {
    api = await TestApi.start()
    await api.superuser.query('begin')
    world = await buildWallsWorld(api.build)
    await api.superuser.query('commit')
  })
  afterAll(() => api.close())

  const post = (page: Partial<PageHeaders>, body: unknown): supertest.Test => {
    const sent = api.raw.post('/my-data').set('content-type', 'application/json').set(page)
    return sent.send(JSON.stringify(body)).buffer(true).parse(wholeBody)
  }
  const fileOf = async (member: Member, format: Format, language?: string): Promise<Buffer> => {
    const answer = await post(await api.pageOf(member), { format, language })
    expect(answer.status).toBe(200)
    return answer.body as Buffer
  }
  const codeOf = async (sent: supertest.Test): Promise<[number, string | undefined]> => {
    const answer = await sent
    return [answer.status, (JSON.parse(String(answer.body)) as Refused).errors?.[0]?.extensions.code]
  }
  const mark = (label: string): string => secretOf(label, world.cast.organization.id)

  it('holds all that is about the peer, and nothing of another organization', async () => {
    const text = (await fileOf(world.cast.actors.peer, 'json')).toString()
    expect(ABOUT_THE_PEER.filter((label) => !text.includes(mark(label)))).toEqual([])
    const file = JSON.parse(text) as { person: string; parts: Record<string, unknown[]>; leftOut: string[] }
    expect(file.person).toBe(world.cast.actors.peer.displayName)
    expect(file.parts['checkIns']).toHaveLength(2)
    expect(file.leftOut).toEqual([])
    expect(text).not.toContain(secretOf('check-in of this week', world.cast.elsewhere.id))
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
  })

  it.each([
    ['en', 'Weekly check-ins', 'How the week felt', 'Jun 15, 2026', 'Page 1 of'],
    ['es', 'Registros de la semana', 'Cómo sentí la semana', '15 jun 2026', 'Página 1 de'],
  ])('says the same in the PDF, in words and dates of %s', async (language, ...words) => {
    const file = await fileOf(world.cast.actors.peer, 'pdf', language)
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    const text = textOfPdf(file).replace(/\s+/g, ' ')
    const markers = ABOUT_THE_PEER.map((label) => mark(label))
    // A sentence may go on after the foot of a page.
    const running = text.replace(/ P(age|ágina) \d+ (of|de) \d+/g, '')
    expect(markers.filter((one) => !running.includes(one))).toEqual([])
    expect(words.filter((one) => !text.includes(one))).toEqual([])
  })

  it('has the letters of Hawaiian, Polish and Vietnamese names', async () => {
    const organization = await api.build.organization()
    const peer = await api.build.peer(organization)
    for (const name of ['Kapiʻolani Keānu', 'Lech Wałęsa', 'Nguyễn Thị Hường', 'Ελένη Иван']) {
      await api.superuser.query('update membership set display_name = $2 where id = $1', [peer.id, name])
      expect(textOfPdf(await fileOf(peer, 'pdf'))).toContain(name)
    }
  })

  it('T1, T2: gives nobody what is about another, whatever their role', async () => {
    const { actors } = world.cast
    const leaks: string[] = []
    for (const [name, member] of Object.entries(actors)) {
      if (name === 'peer') continue
      const text = (await fileOf(member, 'json')).toString()
      expect(text).toContain(member.email)
      if (text.includes(actors.peer.email)) leaks.push(`${name}: address`)
      for (const label of ABOUT_THE_PEER) {
        const sharesTheGroup = name === 'colleague' && label.includes('group')
        if (text.includes(mark(label)) && !sharesTheGroup) leaks.push(`${name}: ${label}`)
      }
    }
    expect(leaks).toEqual([])
  })

  it('comes as a download that nothing keeps', async () => {
    const { headers } = await post(await api.pageOf(world.cast.actors.colleague), { format: 'pdf' })
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="alongside-my-data-2026-06-17.pdf"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  it("leaves no entry in the trail: who takes their data along is nobody else's business", async () => {
    const count = async () =>
      (await api.superuser.query<{ n: string }>('select count(*) as n from audit_entry')).rows[0]?.n
    const before = await count()
    await fileOf(world.cast.actors.peer, 'json')
    expect(await count()).toBe(before)
  })

  it('refuses in the form of every other error: signed out, stale, foreign, malformed', async () => {
    const { peer } = world.cast.actors
    const page = await api.pageOf(peer)
    const ask = { format: 'json' }
    expect(await codeOf(post({}, ask))).toEqual([401, 'UNAUTHENTICATED'])
    expect(await codeOf(post(pageHeaders('x'.repeat(43), peer), ask))).toEqual([401, 'UNAUTHENTICATED'])
    expect(await codeOf(post(await api.pageOf(peer, { confirmed: false }), ask))).toEqual([
      403,
      'CONFIRM_PASSWORD',
    ])
    expect(await codeOf(post(page, ask).set('origin', 'https://evil.example'))).toEqual([403, 'FORBIDDEN'])
    expect(await codeOf(post(page, ask).set('sec-fetch-site', 'cross-site'))).toEqual([403, 'FORBIDDEN'])
    expect(await codeOf(post(page, { format: 'xml' }))).toEqual([400, 'BAD_INPUT'])
    expect(await codeOf(post(page, null))).toEqual([400, 'BAD_INPUT'])
    expect(await codeOf(post(page, { format: 'pdf', language: 'fr' }))).toEqual([400, 'BAD_INPUT'])
    expect(await codeOf(post(page, { format: 'json', x: 'x'.repeat(100_001) }))).toEqual([413, 'TOO_LARGE'])
    expect(await codeOf(post(page, ask).set('content-type', 'text/plain'))).toEqual([
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ])
    const { status, headers } = await api.raw.get('/my-data')
    expect([status, headers['allow']]).toEqual([405, 'POST'])
  })

  it('reads everything in one write, and makes ten files an hour at most', async () => {
    const member = await api.build.peer(world.cast.organization)
    const batches = await api.statementsOf(() => fileOf(member, 'json'))
    expect(batches.map((batch) => batch.length)).toEqual([2, 1, 31])
    for (let file = 2; file <= 10; file++) await fileOf(member, 'json')
    expect(await codeOf(post(await api.pageOf(member), { format: 'json' }))).toEqual([
      429,
      'TOO_MANY_ATTEMPTS',
    ])
  })
})

function wholeBody(response: supertest.Response, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = []
  response.on('data', (piece: Buffer) => pieces.push(piece))
  response.on('end', () => done(null, Buffer.concat(pieces)))
}
