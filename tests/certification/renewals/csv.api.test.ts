import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TestApi } from '../../support/test-api.ts'

const EXPORT = 'query ($filter: RenewalsFilter) { renewalsCsv(filter: $filter) }'

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
    (await (await api.as(manager)).data<{ renewalsCsv: string }>(EXPORT, { filter })).renewalsCsv

  it('is a text that no spreadsheet takes for a formula, quoted as RFC 4180 asks', async () => {
    const csv = await exported()
    expect(csv).toContain('"\'=HYPERLINK(""http://x"",""y"")",CA,CMPSS,')
    expect(csv).toContain('"\'+1,2"')
    expect(csv).toContain('"Nina\r\nLee",AK,')
    expect(csv).toContain(",'@sum,LAPSED,expired,")
    expect(csv.endsWith('\r\n')).toBe(true)
  })

  it('keeps numbers numbers, and leaves open what is unknown', async () => {
    const [head, ana] = (await exported({ state: 'CA' })).split('\r\n')
    expect(head).toMatch(/^Peer,State,Credential,/)
    expect(ana).toContain(',75,20,5.5,14.5,law-and-ethics: 0.5,')
    const alaska = await exported({ state: 'AK' })
    expect(alaska).toContain(',-167,,,,,')
    expect(alaska).toContain('hours-unknown: total-not-read')
  })

  it('holds the rows of the filter, and the same validationErrors', async () => {
    expect((await exported({ search: 'nobody' })).split('\r\n')).toHaveLength(2)
    const { errors } = await (await api.as(manager)).ask(EXPORT, { filter: { state: 'Ohio' } })
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
  })

  it('asks for the password again when it was given more than 10 minutes ago', async () => {
    const late = await api.as(manager, { confirmed: false })
    const { data, errors } = await late.ask(EXPORT)
    expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'CONFIRM_PASSWORD'])
  })

  it('is one write of three statements', async () => {
    const caller = await api.as(manager)
    const batches = await api.statementsOf(() => caller.data(EXPORT))
    expect(batches.map((batch) => batch.length)).toEqual([3])
  })
})
