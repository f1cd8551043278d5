import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltOrganization, cast, type Member } from '../../support/builders/builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { textOfPdf } from '../../support/pdf-text.ts'
import { TestApi } from '../../support/test-api.ts'

const closed = (text: string) => text.replaceAll(/\s+/g, '')
const NAMES = ['Kaʻiulani Kamakawiwoʻole', 'Łukasz Żółć', 'Nguyễn Thị Hường'] as const

describe('POST /hours-letter', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let people: Awaited<ReturnType<typeof cast>>['actors']
  beforeAll(async () => {
    api = await TestApi.start()
    const made = await cast(api.build)
    organization = made.organization
    people = made.actors
    const name = 'update membership set display_name = $1 where id = $2'
    for (const [place, member] of [people.peer, people.supportive, people.manager].entries())
      await api.superuser.query(name, [NAMES[place], member.id])
    await aSession(api, people.supportive, [people.peer], {
      heldOn: '2026-05-04',
      segments: { SUPPORTIVE: 90 },
    })
    await aSession(api, people.educational, [people.peer], {
      heldOn: '2026-05-11',
      segments: { EDUCATIONAL: 45 },
    })
    const manager = await api.as(people.manager)
    await manager.data(
      `mutation ($peerId: UUID!) { recordServiceHours(input: {
        peerId: $peerId, startsOn: "2026-05-01", endsOn: "2026-05-31", hours: 120, allowsOverlap: false }) {
        serviceHours { id } } }`,
      { peerId: people.peer.id },
    )
  })
  afterAll(() => api.close())

  const wish = (change: object = {}) => ({
    ...{ peerId: people.peer.id, from: '2026-05-01', until: '2026-05-31' },
    ...change,
  })
  const ask = async (member: Member, body: object) => {
    const answer = await api.raw
      .post('/hours-letter')
      .set(await api.pageOf(member))
      .set('content-type', 'application/json')
      .send(JSON.stringify(body))
      .buffer(true)
      .parse((stream, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => done(null, Buffer.concat(chunks)))
      })
    return { status: answer.status, file: answer.body as Buffer }
  }
  const textFor = async (member: Member, change: object = {}) => {
    const { status, file } = await ask(member, wish(change))
    expect(status).toBe(200)
    // Where a line is broken, the file has no space.
    return closed(textOfPdf(file))
  }

  it('has the sums by type and supervisor, service hours, the period, and every name as it is written', async () => {
    const text = await textFor(people.manager)
    for (const said of [...NAMES, 'Supervision: 2.25 hours in 2 sessions.', 'Service: 120 hours.'])
      expect(text).toContain(closed(said))
    expect(text).toContain(closed('From May 1, 2026 to May 31, 2026.'))
    expect(text).toContain(closed('Signature and date'))
    expect(await textFor(people.peer, { language: 'es' })).toContain(closed('Servicio: 120 horas.'))
  })

  it('has no service hours where a supervisor makes it, who may not see them', async () => {
    const text = await textFor(people.supportive)
    expect(text).toContain(closed('Supervision: 2.25 hours in 2 sessions.'))
    expect(text).toContain(closed('Service hours are not part of this letter.'))
    expect(text).not.toContain(closed('Service: 120'))
  })

  it('leaves an entry that the peer can read', async () => {
    const { rows } = await api.superuser.query<{ facts: object }>(
      `select facts from audit_entry where subject = 'hours_letter' and person_id = $1 and actor_id = $2`,
      [people.peer.id, people.manager.id],
    )
    expect(rows[0]?.facts).toEqual({ starts_on: '2026-05-01', ends_on: '2026-05-31' })
  })

  it('answers strangers like for nobody, and names a wrong day', async () => {
    const stranger = await api.build.supervisor(organization)
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const foreign = await api.build.member(elsewhere, ['MANAGER'])
    for (const member of [stranger, foreign, people.colleague])
      expect((await ask(member, wish())).status).toBe(404)
    expect((await ask(people.auditor, wish())).status).toBe(403)
    expect((await ask(people.manager, wish({ peerId: 'nobody' }))).status).toBe(404)
    const { status, file } = await ask(people.manager, wish({ until: '2026-06-18' }))
    expect([status, file.toString()]).toEqual([400, expect.stringContaining('in-the-future')])
  })
})
