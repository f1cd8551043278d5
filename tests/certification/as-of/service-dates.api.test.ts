import { addDays } from '@alongside/shared/calendar/plain-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceDates } from '@alongside/shared/certification/as-of/service-dates'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { pagesOfPdf } from '../../support/pdf-text.ts'
import { TestApi } from '../../support/test-api.ts'

describe('POST /service-dates', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let auditor: Member
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    auditor = await api.build.member(organization, ['AUDITOR'])
    peer = await named('Maeve O’Brien')
    const certifications = new CertificationBuilders(api.build)
    const id = await certifications.certification(peer, CREDENTIAL.california, {
      ...{ issuedOn: '2024-01-01', expiresOn: '2025-12-31', number: 'P-40217' },
    })
    await api.build.insert('certification_verification', {
      ...{
        organization_id: organization.id,
        id,
        certification_id: id,
        peer_id: peer.id,
        checked_on: '2025-11-09',
      },
      ...{ source: 'Register', result: 'AS_RECORDED', recorded_by: auditor.id, recorded_at: api.now },
    })
    const supervisor = await api.build.supervisor(organization)
    await api.build.relationship(supervisor, peer, 'EDUCATIONAL', { startsOn: '2025-03-01' })
    await aSession(api, supervisor, [peer], { heldOn: '2025-04-02', segments: { EDUCATIONAL: 45 } })
    const agency = await api.build.hostAgency(organization)
    await api.build.placement(peer, agency, { startsOn: '2025-02-01' })
  })
  afterAll(() => api.close())

  async function named(name: string): Promise<Member> {
    const made = await api.build.peer(organization)
    await api.superuser.query('update membership set display_name = $1 where id = $2', [name, made.id])
    return made
  }
  const post = async (member: Member, lines: string, headers: Record<string, string> = {}) => {
    const answer = await api.raw
      .post('/service-dates')
      .set(await api.pageOf(member))
      .set({ 'content-type': 'text/csv', ...headers })
      .send(lines)
      .buffer(true)
      .parse((stream, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => done(null, Buffer.concat(chunks)))
      })
    return { status: answer.status, body: answer.body as Buffer }
  }
  const answerTo = async (lines: string): Promise<ServiceDates> => {
    const { status, body } = await post(auditor, lines)
    expect([status, status === 200 ? '' : body.toString()]).toEqual([200, ''])
    return (JSON.parse(body.toString()) as { data: ServiceDates }).data
  }

  it('answers yes, no and not known, with number, validity, board check and supervision held apart from assigned', async () => {
    const other = await named('Sam Lee')
    const { counts, rows } = await answerTo(
      [
        "Maeve O'Brien\t4/2/2025",
        'Maeve O’Brien\t3/15/2025',
        'Maeve O’Brien\t1/31/2025',
        'Sam Lee\t4/2/2025',
      ].join('\n'),
    )
    expect(other.id).not.toBe(peer.id)
    expect(counts).toEqual({ YES: 3, NO: 0, NOT_KNOWN: 1, PROBLEM: 0 })
    expect(rows[0]).toMatchObject({
      ...{ answer: 'YES', assigned: ['EDUCATIONAL'], lastHeldOn: '2025-04-02', lastHeld: ['EDUCATIONAL'] },
      certifications: [
        {
          ...{ number: 'P-40217', answer: 'YES', validFrom: '2024-01-01', validThrough: '2025-12-31' },
          lastCheckedOn: '2025-11-09',
        },
      ],
    })
    // Assigned is not held: no session had taken place by then.
    expect(rows[1]).toMatchObject({
      answer: 'YES',
      assigned: ['EDUCATIONAL'],
      lastHeldOn: null,
      worksFrom: null,
    })
    expect(rows[2]).toMatchObject({ assigned: [], worksFrom: '2025-02-01' })
    expect(rows[3]).toMatchObject({ answer: 'NOT_KNOWN', certifications: [], problem: null })
    expect((await answerTo('Maeve OBrien, 6/1/2026')).counts.YES).toBe(0)
  })

  it('names what is wrong with a line, and answers the others', async () => {
    await named('Twin Peer')
    await named('Twin  Peer')
    const text =
      'Name,Date\nTwin Peer,4/2/2025\nNobody,4/2/2025\nMaeve O’Brien,2/29/2027\nMaeve O’Brien,4/2/2025'
    const { rows } = await answerTo(text)
    expect(rows.map(({ line, problem, answer }) => [line, problem ?? answer])).toEqual([
      ...[
        [2, 'NAME_SHARED'],
        [3, 'NAME_NOT_FOUND'],
        [4, 'NOT_A_DATE'],
        [5, 'YES'],
      ],
    ])
  })

  it('is the same as CSV and as PDF, which say who made them and when, and leave an entry', async () => {
    const lines = 'Maeve O’Brien,4/2/2025\nNobody,4/2/2025'
    const csv = (await post(auditor, lines, { 'x-format': 'csv' })).body.toString()
    expect(csv).toContain(
      '1,Maeve O’Brien,2025-04-02,Yes,"CMPSS, CA",P-40217,2024-01-01,2025-12-31,2025-11-09,Educational,',
    )
    expect(csv).toContain('No peer has this name')
    const { body } = await post(auditor, lines, { 'x-format': 'pdf', 'x-language': 'es' })
    const text = pagesOfPdf(body).join(' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('Fechas de servicio verificadas')
    expect(text).toContain(
      '2 líneas: 1 con certificación, 0 sin certificación, 0 sin saberse, 1 sin revisar.',
    )
    expect(text).toContain('P-40217')
    const { rows } = await api.superuser.query<{ facts: object }>(
      `select facts from audit_entry where subject = 'service_dates' and actor_id = $1`,
      [auditor.id],
    )
    expect(rows.map(({ facts }) => facts)).toEqual([{ rows: 2 }, { rows: 2 }])
  })

  it('costs as many statements for 400 days as for one, and refuses a line more than 5,000', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, n) => `Maeve O’Brien,${addDays('2025-02-01', n % 400)}`).join('\n')
    const counts: number[] = []
    for (const many of [1, 400]) {
      const batches = await api.statementsOf(() => answerTo(lines(many)))
      counts.push(batches.flat().length)
    }
    expect(counts[1]).toBe(counts[0])
    const { status, body } = await post(auditor, lines(5001))
    expect([status, body.toString()]).toEqual([400, expect.stringContaining('lines: too-many (5000)')])
    expect((await post(auditor, ' \n')).status).toBe(400)
    expect((await post(auditor, 'x'.repeat(400_001))).body.toString()).toContain('too-long')
  })

  it('is for managers and auditors, and knows nobody of another organization', async () => {
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const foreign = await api.build.member(elsewhere, ['MANAGER'])
    const line = 'Maeve O’Brien,4/2/2025'
    expect((await post(peer, line)).status).toBe(403)
    expect((await post(await api.build.supervisor(organization), line)).status).toBe(403)
    expect((await post(foreign, line)).body.toString()).toContain('NAME_NOT_FOUND')
    expect((await post(auditor, line, { 'x-format': 'xml' })).status).toBe(400)
  })
})
