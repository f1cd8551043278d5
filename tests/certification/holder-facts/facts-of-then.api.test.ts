import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import * as ops from '../history/history-operations.ts'

const AS_OF = `query ($id: UUID!, $day: LocalDate!, $asKnownThen: Boolean) {
  certificationAsOf(certificationId: $id, day: $day, asKnownThen: $asKnownThen) {
    requirements { requirement { __typename } ... on MeasuredRequirement { needed } } } }`

describe('facts of a holder that change', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Caller
  let peer: Member
  let id: string
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    peer = await api.build.peer(organization)
    const certifications = new CertificationBuilders(api.build)
    id = await certifications.certification(peer, 'us-ky-apss', {
      issuedOn: '2023-05-01',
      expiresOn: '2025-05-01',
    })
    await api.superuser.query("update certification set recorded_at = '2025-01-01' where id = $1", [id])
    await api.superuser.query("update certification_term set recorded_at = '2025-01-01' where id = $1", [id])
  })
  afterAll(() => api.close())

  const NONE = { conditionsHeld: [], conditionsNotHeld: [], chosenCycleMonths: null, examYear: null }
  const change = (expectedRevision: number, facts: object) =>
    manager.data(ops.UPDATE_FACTS, { input: { ...NONE, certificationId: id, expectedRevision, ...facts } })
  const totalOn = async (day: string, asKnownThen = false) => {
    const { certificationAsOf } = await manager.data<{
      certificationAsOf: { requirements: { requirement: { __typename: string }; needed?: number | null }[] }
    }>(AS_OF, { id, day, asKnownThen })
    return (
      certificationAsOf.requirements.find(({ requirement }) => requirement.__typename === 'TotalRequirement')
        ?.needed ?? null
    )
  }

  it('keep the past as it was: a first answer has always held, a changed one holds from its day', async () => {
    await change(1, { conditionsNotHeld: ['ALCOHOL_AND_DRUG_ENTITY'] })
    expect(await totalOn('2025-04-30')).toBe(6)
    await change(2, { conditionsHeld: ['ALCOHOL_AND_DRUG_ENTITY'] })
    expect(await totalOn('2025-04-30')).toBe(6)
    // Before the first answer was recorded, nobody had known it.
    expect(await totalOn('2025-04-30', true)).toBeNull()
  })

  it('hold from the day that is named', async () => {
    await change(3, { conditionsNotHeld: ['ALCOHOL_AND_DRUG_ENTITY'], holdsFrom: '2025-01-01' })
    await change(4, { conditionsHeld: ['ALCOHOL_AND_DRUG_ENTITY'], holdsFrom: '2025-02-01' })
    expect([await totalOn('2025-01-31'), await totalOn('2025-02-01')]).toEqual([6, 10])
    const ahead = await manager.ask(ops.UPDATE_FACTS, {
      input: { ...NONE, certificationId: id, expectedRevision: 5, holdsFrom: '2030-01-01' },
    })
    expect(ahead.errors?.[0]?.extensions?.['validationErrors']).toMatchObject([{ field: 'holdsFrom' }])
  })

  it('cannot be overwritten in the database without a record of what they were', async () => {
    const overwriting = api.superuser.query("update certification set conditions_held = '{}' where id = $1", [
      id,
    ])
    await expect(overwriting).rejects.toThrow()
  })
})
