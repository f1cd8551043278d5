import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { type Answer, type Caller, type PageHeaders, received, TestApi } from '../../support/test-api.ts'
import { add, mine, problemsOf } from '../own-courses/own-course-operations.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { bytes, heic, jpeg, pdf, picture, PLACE, png } from './files-by-hand.ts'

describe('evidence of courses', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let page: PageHeaders
  let peer: Caller
  let manager: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    const { actors } = people
    page = await api.pageOf(actors.peer)
    peer = await api.as(actors.peer)
    manager = await api.as(actors.manager)
    await new CertificationBuilders(api.build).certification(actors.peer, CREDENTIAL.california)
  })
  afterAll(() => api.close())

  interface Sent {
    readonly fileId: string
    readonly alreadyThere: boolean
  }
  const send = (file: Buffer, as: Record<string, string> = page, type = 'application/octet-stream') =>
    received<Sent>(api.raw.post('/files').set(as).set('content-type', type).send(file))
  const kept = async (file: Buffer, as?: Record<string, string>): Promise<Sent> => {
    const { status, body } = await send(file, as)
    if (status !== 201 || !body.data) throw new Error(JSON.stringify(body))
    return body.data
  }
  interface Opened {
    readonly status: number
    readonly headers: Record<string, string>
    readonly body: Buffer
  }
  const open = async (fileId: string, as: Record<string, string> = page): Promise<Opened> => {
    const asked = api.raw.post('/files/content').set(as).set('content-type', 'application/json').buffer(true)
    const { status, headers, body } = (await asked
      .parse((response, done) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () => done(null, Buffer.concat(pieces)))
      })
      .send(JSON.stringify({ fileId }))) as Opened
    return { status, headers, body }
  }
  const counts = async (): Promise<string> => {
    const { rows } = await api.superuser.query<{ counts: string }>(
      `select (select count(*) from evidence_file) || ' ' || (select count(*) from evidence_chunk) as counts`,
    )
    return rows[0]?.counts ?? ''
  }
  const looksOf = async (fileId: string) =>
    (await api.superuser.query('select viewer_id from evidence_look where file_id = $1', [fileId])).rows
      .length
  const pageOf = (member: Member) => api.pageOf(member)

  it('is kept without place and device, handed over as a file, and never stored by a browser', async () => {
    const { status, body } = await send(jpeg(6), page, 'image/jpeg')
    expect([status, body.data?.alreadyThere]).toEqual([201, false])
    const { headers, body: content } = await open(body.data?.fileId ?? '')
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(headers['content-disposition']).toMatch(/^attachment; filename="certificate-2026-06-17\.jpg"$/)
    expect(Buffer.from(content).includes(PLACE)).toBe(false)
    expect(Buffer.from(content).includes(picture())).toBe(true)
  })

  it('is kept once: the same file again is offered, also with another place in it, and from two uploads at once', async () => {
    const [first, second] = await Promise.all([kept(png(20, 20)), kept(png(20, 20))])
    expect([first.alreadyThere, second.alreadyThere].toSorted()).toEqual([false, true])
    expect(first.fileId).toBe(second.fileId)
    const moved = await kept(bytes(png(20, 20), 'another place'))
    expect(moved).toEqual({ fileId: first.fileId, alreadyThere: true })
    // Of another person it is another file.
    const other = await kept(png(20, 20), await pageOf(people.actors.colleague))
    expect(other.alreadyThere).toBe(false)
  })

  it('is refused with a reason, and nothing of it is kept', async () => {
    const before = await counts()
    const script = pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')
    const hidden = deflateSync('1 0 << /S /#4aavaScript >>')
    const packed = bytes(
      '%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n',
      hidden,
      '\nendstream\nendobj\nstartxref\n9\n%%EOF\n',
    )
    for (const [file, fact] of [
      [bytes('MZ this is no picture'), 'other-type'],
      [heic(), 'heic'],
      [jpeg().subarray(0, 60), 'damaged'],
      [png().subarray(0, 60), 'damaged'],
      [pdf().subarray(0, 60), 'damaged'],
      [jpeg(1, picture(60_000, 60_000)), 'too-many-pixels'],
      [script, 'active'],
      [packed, 'active'],
      [pdf('/AA << /S /Launch /F (calc.exe) >>'), 'active'],
      [Buffer.alloc(0), 'empty'],
    ] as const) {
      const { status, body } = await send(file, page, 'image/png')
      expect([status, body.errors?.[0]?.extensions.code, body.errors?.[0]?.extensions.fact]).toEqual([
        400,
        'BAD_INPUT',
        `certification.evidence.${fact}`,
      ])
    }
    expect(await counts()).toBe(before)
    expect((await send(pdf('/Lang (en)'))).status).toBe(201)
    expect((await send(pdf('/Names /JSON'))).status).toBe(201)
  })

  it('has at most 8 MB', async () => {
    const before = await counts()
    const large = bytes('%PDF-1.7\n', Buffer.alloc(9 * 1024 * 1024, 'x'), 'startxref\n%%EOF')
    const { status, body } = await send(large).catch(() => ({ status: 413, body: null }))
    expect(status).toBe(413)
    if (body) expect(body.errors?.[0]?.extensions.fact).toBe('certification.evidence.too-large')
    expect(await counts()).toBe(before)
    const most = bytes('%PDF-1.7\n', Buffer.alloc(8 * 1024 * 1024 - 40, 'y'), 'startxref\n%%EOF')
    const { body: content } = await open((await kept(most)).fileId)
    expect(Buffer.from(content).equals(most)).toBe(true)
  })

  it('leaves nothing where the connection is lost on the way', async () => {
    const origin = await api.listen()
    const before = await counts()
    const { port } = new URL(origin)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST /files HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\norigin: ${origin}\r\ncookie: ${page.cookie}\r\n` +
            `x-alongside-membership: ${people.actors.peer.id}\r\ncontent-type: image/png\r\ncontent-length: 500000\r\n\r\n`,
        )
        socket.write(png())
        setTimeout(() => socket.destroy(), 300)
      })
      socket.on('close', () => resolve())
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await counts()).toBe(before)
    // The next one is taken.
    expect((await send(png(5, 7))).status).toBe(201)
  })

  it('T6: is seen by the holder and managers, by auditors on request, and each look by another is in the trail', async () => {
    const { actors } = people
    const { fileId } = await kept(png(31, 17))
    const added = await add(peer, { title: 'With a photo', fileIds: [fileId] })
    expect(added.evidence).toMatchObject([{ id: fileId, mediaType: 'image/png' }])
    expect((await open(fileId)).status).toBe(200)
    expect(await looksOf(fileId)).toBe(0)
    for (const [place, who] of [actors.manager, actors.auditor].entries()) {
      expect((await open(fileId, await pageOf(who))).status).toBe(200)
      expect(await looksOf(fileId)).toBe(place + 1)
    }
    const seen = (await mine(peer)).earnedHours.find(({ title }) => title === 'With a photo')
    expect(JSON.stringify(seen?.evidence)).toContain('looks')
    const { rows } = await api.superuser.query(
      "select actor_id from audit_entry where subject = 'evidence_look' and person_id = $1",
      [actors.peer.id],
    )
    expect(rows).toHaveLength(2)
  })

  it('is not there for anybody else: supervisors, colleagues, administrators, other organizations', async () => {
    const { actors } = people
    const { fileId } = await kept(png(13, 21))
    const nobody = await open(randomUUID(), await pageOf(actors.manager))
    for (const who of [
      'administrative',
      'educational',
      'supportive',
      'admin',
      'colleague',
      'stranger',
      'strangerManager',
    ] as const) {
      const { status, body: answer } = await open(fileId, await pageOf(actors[who]))
      expect([403, 404], who).toContain(status)
      if (status === 404) expect(String(answer)).toBe(String(nobody.body))
    }
    expect((await open(fileId, {})).status).toBe(401)
    expect((await open("'; drop table", page)).status).toBe(404)
    for (const who of ['manager', 'educational', 'auditor', 'admin'] as const)
      expect((await send(png(9, 9), await pageOf(actors[who]))).status, who).toBe(403)
    expect(await looksOf(fileId)).toBe(0)
    // A page of another membership in the same browser is refused.
    const other = await open(fileId, { ...page, 'x-alongside-membership': actors.colleague.id })
    expect([other.status, (JSON.parse(String(other.body)) as Answer).errors?.[0]?.extensions.fact]).toEqual([
      409,
      'people.sign-in.other-membership',
    ])
    expect((await send(png(8, 8), { ...page, 'x-alongside-membership': actors.colleague.id })).status).toBe(
      409,
    )
  })

  it('can be removed for good by its holder or a manager; that it was there stays', async () => {
    const REMOVE =
      'mutation ($input: RemoveEvidenceInput!) { removeEvidence(input: $input) { file { id removedAt } } }'
    const { fileId } = await kept(png(11, 23))
    const colleague = await api.as(people.actors.colleague)
    expect(problemsOf(await colleague.ask(REMOVE, { input: { fileId } }))).toEqual([
      'NOT_FOUND record.not-found',
    ])
    await manager.data(REMOVE, { input: { fileId } })
    expect((await open(fileId)).status).toBe(404)
    const { rows } = await api.superuser.query('select from evidence_chunk where file_id = $1', [fileId])
    expect(rows).toHaveLength(0)
    // The same file may come again.
    expect((await kept(png(11, 23))).alreadyThere).toBe(false)
  })

  it('of a day ago that went to no course is erased', async () => {
    const { fileId } = await kept(png(3, 44))
    const erase = (at: string) =>
      api.superuser.query('select access.erase_unattached_evidence($1) as n', [at])
    await erase('2026-06-18T11:00:00Z')
    expect((await open(fileId)).status).toBe(200)
    await erase('2026-06-19T13:00:00Z')
    expect((await open(fileId)).status).toBe(404)
    const { earnedHours } = await mine(peer)
    expect(earnedHours.flatMap(({ evidence }) => evidence)).toHaveLength(1)
  })

  it('is asked for with one notification a day, to the holder alone', async () => {
    const ASK = `mutation ($input: RequestEvidenceInput!) { requestEvidence(input: $input) { peer { id } askedOn } }`
    const { activityId } = await add(peer, { title: 'Without a paper' })
    const input = { activityId, peerId: people.actors.peer.id }
    for (const _ of [1, 2]) await manager.data(ASK, { input })
    const { rows } = await api.superuser.query(
      "select recipient_id from notification where kind = 'EVIDENCE_REQUESTED'",
    )
    expect(rows).toEqual([{ recipient_id: people.actors.peer.id }])
    const other = { activityId, peerId: people.actors.colleague.id }
    expect(problemsOf(await manager.ask(ASK, { input: other }))).toEqual(['NOT_FOUND record.not-found'])
  })
})
