import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@alongside/shared/calendar/plain-date'
import { BoardStatus } from '@alongside/shared/certification/status/certification-facts'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import type { FactsRow } from '../../../api/src/certification/status/certification-record.ts'
import {
  assessStale,
  projection,
} from '../../../api/src/certification/status/assess-certifications.service.ts'
import { createDataSource } from '../../../api/src/database/data-source.ts'
import type { Member } from '../../support/builders/builders.ts'
import { CertificationBuilders } from '../../support/builders/certification-builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { TestApi } from '../../support/test-api.ts'
import { anyCertification, anyCredits, anyRule } from '../rules/any-rule.ts'

/** Runs on real PostgreSQL, each of several certifications and days: a tenth in `npm test`, all in `npm run drills`. */
const RUNS = process.env['ALONGSIDE_DRILLS'] ? 1_000 : 100

/** Every other one asks for work or supervision too, as few do. */
const asksPractice = CREDENTIALS.flatMap(({ id }) => renewalRulesOf(id)).filter(
  ({ practice }) => practice.length > 0,
)

const anyLife = fc.record({
  rule: fc.oneof(anyRule, fc.constantFrom(...asksPractice)),
  other: anyRule,
  certification: anyCertification,
  credits: anyCredits('2019-06-01', 3_000),
  status: fc.constantFrom(null, ...Object.values(BoardStatus)),
  statusFrom: fc.integer({ min: -200, max: 900 }),
  statusDays: fc.option(fc.integer({ min: 0, max: 400 })),
  service: fc.option(fc.integer({ min: 1, max: 80 })),
  sessions: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  /** Days from one look to the next. */
  looks: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 4, maxLength: 6 }),
})

describe('statuses that are kept', () => {
  let api: TestApi
  let database: DataSource
  let arrange: CertificationBuilders
  let cases = 0
  beforeAll(async () => {
    api = await TestApi.start()
    arrange = new CertificationBuilders(api.build)
    database = createDataSource(api.urls.appUrl, { poolSize: 2 })
    await database.initialize()
  })
  afterAll(async () => {
    await database.destroy()
    await api.close()
  })

  const at = (day: string): Date => new Date(`${day}T16:00:00Z`)
  const rowsOf = async (sql: string, values: unknown[]) =>
    (await api.superuser.query<Record<string, unknown>>(sql, values)).rows

  const serve = (peer: Member, on: string, hours: number) =>
    api.build.insert('service_hours', {
      organization_id: peer.organizationId,
      peer_id: peer.id,
      starts_on: addDays(on, -6),
      ends_on: on,
      hours,
      allows_overlap: true,
      recorded_by: peer.id,
      recorded_at: at(on),
    })

  /** What is kept of an organization, in the shape of a projection. */
  const kept = (peer: Member) =>
    rowsOf(
      `select j.organization_id, j.certification_id, s.status, j.assessed_by, j.next_change_on::text, j.at_risk,
              j.reason_kinds, j.unknown_kinds, j.credential_state, j.credential_label, j.rule_version,
              j.opens_on::text, j.send_by_on::text, j.expires_on::text
         from certification_assessment j join certification_status s using (organization_id, certification_id)
        where j.organization_id = $1 order by j.certification_id`,
      [peer.organizationId],
    )
  /** The same, computed from the facts on that day. */
  async function computed(peer: Member, today: string) {
    const facts = await rowsOf(
      'select to_jsonb(f) as facts from certification_facts f where organization_id = $1 order by certification_id',
      [peer.organizationId],
    )
    return facts.map((row) => {
      // The days of the assessing are no part of the assessment.
      const { assessed_on: _on, reassess_on: _again, ...rest } = projection(row['facts'] as FactsRow, today)
      return rest
    })
  }

  it('are those that the day computes, whatever was recorded and whenever one looks', async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (life) => {
        const organization = await api.build.organization()
        const peer = await api.build.peer(organization)
        const supervisor = await api.build.member(organization, ['SUPERVISOR'])
        const { issuedOn, expiresOn, birthday } = life.certification
        const facts = { issuedOn, expiresOn, ...(birthday ? { birthday } : {}) }
        const id = await arrange.certification(peer, life.rule.credentialId ?? '', facts)
        if (life.other.credentialId !== life.rule.credentialId)
          await arrange.certification(peer, life.other.credentialId ?? '', facts)
        const [late, early] = [life.credits.filter((_, place) => place % 3 === 0), life.credits]
        for (const { hours, categories, heldOn } of early.filter((each) => !late.includes(each)))
          await arrange.hours(peer, hours, categories.length > 0 ? categories : ['any'], { heldOn })
        let today = addDays(issuedOn, -10)
        for (const [look, days] of life.looks.entries()) {
          today = addDays(today, days)
          if (look === 1 && life.status) {
            const startsOn = addDays(today, life.statusFrom)
            const endsOn = life.statusDays === null ? null : addDays(startsOn, life.statusDays)
            await arrange.status(peer, id, life.status, { startsOn, endsOn })
          }
          const more = late[look]
          if (more) await arrange.hours(peer, more.hours, ['any'], { heldOn: more.heldOn })
          if (look === 2 && life.service) await serve(peer, today, life.service)
          if (life.sessions[look]) await aSession(api, supervisor, [peer], { heldOn: addDays(today, -look) })
          await assessStale(database, at(today), peer.organizationId)
          const expected = await computed(peer, today)
          expect(await kept(peer)).toEqual(expected)
          cases += expected.length
        }
      }),
      { numRuns: RUNS },
    )
    console.log(`kept statuses compared with the computation: ${cases} (certifications × days)`)
  }, 300_000)

  it('are assessed again only when something may be otherwise', async () => {
    const peer = await api.build.peer(await api.build.organization())
    await arrange.certification(peer, 'us-ca-cmpss', { issuedOn: '2024-09-01', expiresOn: '2026-08-31' })
    let assessed = 0
    for (let day = '2024-09-01'; day < '2027-09-01'; day = addDays(day, 1))
      assessed += await assessStale(database, at(day), peer.organizationId)
    // Issued, at risk, renewal opens, expired and late steps: a handful of days out of three years.
    expect(assessed).toBeLessThan(12)
    expect((await kept(peer)).map(({ status }) => status)).toEqual(
      (await computed(peer, '2027-08-31')).map(({ status }) => status),
    )
  })

  it('are not kept when the facts have changed since they were read', async () => {
    const peer = await api.build.peer(await api.build.organization())
    await arrange.certification(peer, 'us-ca-cmpss')
    await assessStale(database, at('2026-06-17'), peer.organizationId)
    const before = await kept(peer)
    const [stale] = before.map((row) => ({ ...row, facts_version: 1, status: 'REVOKED' }))
    await arrange.hours(peer, 2, ['any'])
    await api.superuser.query('select access.store_statuses($1, $2)', [
      at('2026-06-17'),
      JSON.stringify([stale]),
    ])
    expect(await kept(peer)).toEqual(before)
    expect(await assessStale(database, at('2026-06-17'), peer.organizationId)).toBe(1)
  })

  it('are the work of the program: nobody who has entered assesses, keeps, or reads facts through it', async () => {
    const manager = await api.build.member(await api.build.organization(), ['MANAGER'])
    const peer = await api.build.peer({ id: manager.organizationId, name: '' })
    await arrange.certification(peer, 'us-ca-cmpss')
    await api.superuser.query('begin')
    await api.superuser.query("select set_config('app.organization_id', $1, true)", [manager.organizationId])
    const asked = 'select * from access.certifications_to_assess($1, $2, $3, 10)'
    expect(await rowsOf(asked, [at('2026-06-17'), 'x', manager.organizationId])).toEqual([])
    await api.superuser.query('rollback')
    expect(await rowsOf(asked, [at('2026-06-17'), 'x', manager.organizationId])).toHaveLength(1)
    expect(await rowsOf(asked, [at('2026-06-17'), 'x', randomUUID()])).toEqual([])
  })

  it('tell the peer and the managers once a term when one becomes at risk or lapses, and not of the first look', async () => {
    const organization = await api.build.organization()
    const [peer, manager] = [
      await api.build.peer(organization),
      await api.build.member(organization, ['MANAGER']),
    ]
    await api.build.member(organization, ['AUDITOR', 'ADMIN'])
    await arrange.certification(peer, 'us-ca-cmpss', { issuedOn: '2024-09-01', expiresOn: '2026-08-31' })
    const told = async () =>
      (
        await rowsOf(
          'select recipient_id, kind from notification where organization_id = $1 order by created_at, kind',
          [organization.id],
        )
      ).map(({ recipient_id, kind }) => `${recipient_id === peer.id ? 'peer' : 'manager'} ${String(kind)}`)
    await assessStale(database, at('2024-10-01'), organization.id)
    expect(await told()).toEqual([])
    await assessStale(database, at('2026-01-01'), organization.id)
    expect((await told()).sort()).toEqual(['manager CERTIFICATION_AT_RISK', 'peer CERTIFICATION_AT_RISK'])
    await arrange.hours(peer, 20, ['law-and-ethics', 'any'], { heldOn: '2026-01-02' })
    await assessStale(database, at('2026-01-03'), organization.id)
    await api.superuser.query('delete from ce_credit where peer_id = $1', [peer.id])
    await assessStale(database, at('2026-01-04'), organization.id)
    expect(await told()).toHaveLength(2)
    await assessStale(database, at('2027-09-01'), organization.id)
    expect((await told()).slice(2).sort()).toEqual([
      'manager CERTIFICATION_LAPSED',
      'peer CERTIFICATION_LAPSED',
    ])
    expect(manager.roles).toEqual(['MANAGER'])
  })

  it.each([
    ['has left', { leaves_on: '2026-08-30' }, 0],
    ['will leave', { leaves_on: '2026-09-01' }, 2],
  ])('tell of a certification that lapses unless its holder %s', async (_, employment, news) => {
    const organization = await api.build.organization()
    const peer = await api.build.peer(organization)
    await api.build.member(organization, ['MANAGER'])
    await arrange.certification(peer, 'us-sc-cprs', { issuedOn: '2024-09-01', expiresOn: '2026-08-31' })
    await assessStale(database, at('2026-06-17'), organization.id)
    await api.build.insert('employment', {
      organization_id: organization.id,
      member_id: peer.id,
      ...employment,
    })
    await assessStale(database, at('2026-09-01'), organization.id)
    expect(await toldOf(organization.id)).toHaveLength(news)
  })

  it('tell nothing of a certification that a later one of the same title has replaced', async () => {
    const organization = await api.build.organization()
    const peer = await api.build.peer(organization)
    const days = { issuedOn: '2024-07-10', expiresOn: '2026-07-01' }
    const [credential, title] = ['us-mi-cpss', 'CPSS']
    await arrange.certification(peer, credential, { ...days, title })
    const other = await arrange.certification(peer, 'us-ca-cmpss', days)
    await assessStale(database, at('2024-08-01'), organization.id)
    const again = { issuedOn: '2026-07-01', expiresOn: '2028-07-01' }
    await arrange.certification(peer, credential, { ...again, title })
    await assessStale(database, at('2026-07-02'), organization.id)
    const subjects = (await toldOf(organization.id)).map(({ subject_id }) => subject_id)
    expect(subjects).toEqual([other])
  })

  const toldOf = (organizationId: string) =>
    rowsOf('select kind, subject_id from notification where organization_id = $1', [organizationId])
})
