import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TestApi } from '../../support/test-api.ts'

describe('the export of renewals', () => {
  let api: TestApi
  let manager: Member
  beforeAll(async () => {
    api = await TestApi.start()
    const organization = await api.build.organization()
    manager = await api.build.member(organization, ['MANAGER'])
    const arrange = new CertificationBuilders(api.build)
    const rename = async (peer: Member, name: string) => {
      await api.superuser.query('update membership set display_name = $1 where id = $2', [name, peer.id])
      return peer
    }
    const one = await rename(await api.build.peer(organization), '=HYPERLINK("http://x","y")')
    await arrange.certification(one, CREDENTIAL.california, { number: '+1,2' })
    await arrange.hours(one, 5.5, ['law-and-ethics'])
    const other = await rename(await api.build.peer(organization), 'Nina\r\nLee')
    await arrange.certification(other, CREDENTIAL.alaska, { expiresOn: '2026-01-01', number: '@sum' })
  })
  afterAll(() => api.close())

  const exported = async (filter: object = {}) =>
    (await (await api.as(manager)).file('renewals', { filter })).text

  it('is a text that no spreadsheet takes for a formula, quoted as RFC 4180 asks', async () => {
    const csv = await exported()
    expect(csv).toContain('"\'=HYPERLINK(""http://x"",""y"")",CA,CMPSS,')
    expect(csv).toContain('"\'+1,2"')
    expect(csv).toContain('"Nina\r\nLee",AK,')
    expect(csv).toContain(",'@sum,Lapsed,Expired,")
    expect(csv.endsWith('\r\n')).toBe(true)
  })

  it('keeps numbers numbers, and leaves open what is unknown', async () => {
    const [head, ana] = (await exported({ state: 'CA' })).split('\r\n')
    expect(head).toMatch(/^Peer,State,Credential,/)
    expect(head).toContain(',Team,Verified,')
    expect(ana).toContain(',75,20,5.5,14.5,Law and ethics: 0.5 hours,Short,')
    const alaska = await exported({ state: 'AK' })
    expect(alaska).toContain(
      ',-167,,,,,Not verified,Start of the renewal cycle not verified. Required hours not verified.',
    )
  })

  it('says what a code means in the language asked for, and has the codes in columns at the end', async () => {
    const caller = await api.as(manager)
    const { text } = await caller.file('renewals', { filter: { state: 'CA' }, language: 'es' })
    const [head, ana] = text.split('\r\n')
    expect(head).toContain(',Estatus,Razón,')
    expect(ana).toContain(',Leyes y ética: 0.5 horas,Por completar,')
    expect(head).toMatch(/Estatus \(code\),Razón \(code\),/)
    expect(ana).toMatch(/,AT_RISK,SHORT_AT_THIS_PACE,LAW_AND_ETHICS: 0.5 HOURS,SHORT,/)
    const alaska = await exported({ state: 'AK' })
    expect(alaska).toContain('WINDOW: CYCLE_LENGTH_NOT_READ; HOURS: TOTAL_NOT_READ; LATE_RULE')
  })

  it('holds the rows of the filter, and the same validationErrors', async () => {
    expect((await exported({ search: 'nobody' })).split('\r\n')).toHaveLength(2)
    const refused = await (await api.as(manager)).file('renewals', { filter: { state: 'Ohio' } })
    expect(refused.code).toBe('BAD_INPUT')
  })

  it('asks the database as often for two rows as for one', async () => {
    const caller = await api.as(manager)
    const counts = async (filter: object) =>
      (await api.statementsOf(() => caller.file('renewals', { filter }))).map((batch) => batch.length)
    expect(await counts({})).toEqual(await counts({ state: 'AK' }))
  })
})
