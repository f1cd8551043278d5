import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const WHY = /* GraphQL */ `
  {
    id
    explained {
      result {
        kind
        requirement {
          kind
        }
        ... on MeasuredRequirement {
          earned
        }
      }
      per
      everyMonths
      onlyIf
      outlook {
        perYearAtPace
        metOn
        projectedShortBy
      }
      credits {
        activityId
        counted
        reasons {
          kind
          ... on OutsideWindowReason {
            window {
              startsOn
              endsOn
            }
          }
          ... on LimitReason {
            limit {
              kind
            }
          }
        }
      }
    }
    rule {
      version
      reason
      effectWasRead
      provenance {
        url
        readOn
      }
    }
    otherCertifications {
      id
      credential {
        abbreviation
        state
      }
      status
    }
    earnedHours {
      activityId
      title
      hours
      unit
      earnedBy
      deliveryMode
      approvedBy
      contents
      onlyFor
    }
  }
`
const ONE = `query ($id: UUID!) { certification(certificationId: $id) ${WHY} }`
const OWN = `{ myCertifications { edges { node ${WHY} } } }`

interface Credit {
  activityId: string
  counted: number
  reasons: { kind: string }[]
}
interface Shown {
  id: string
  explained: {
    result: { kind: string; requirement: { kind: string }; earned?: number }
    credits: Credit[]
  }[]
  rule: { provenance: { url: string } | null }
  otherCertifications: object[]
  earnedHours: { activityId: string; title: string }[]
}

describe('show me why', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let arrange: CertificationBuilders
  let manager: Caller
  let peer: Member
  let california: string
  let washington: string
  beforeAll(async () => {
    api = await TestApi.start()
    arrange = new CertificationBuilders(api.build)
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    peer = await api.build.peer(organization)
    california = await arrange.certification(peer, CREDENTIAL.california)
    washington = await arrange.certification(peer, CREDENTIAL.washington, {
      expiresOn: '2027-05-20',
      birthday: '05-20',
    })
    await arrange.hours(peer, 8, ['law-and-ethics'], { title: 'Law' })
    await arrange.hours(peer, 4, ['trauma'], { title: 'Trauma', heldOn: '2025-10-03' })
    await arrange.hours(peer, 5, ['trauma'], { title: 'Long ago', heldOn: '2023-10-03' })
  })

  const one = async (id: string) => (await manager.data<{ certification: Shown }>(ONE, { id })).certification
  /** By title: what counts of it, and why not the rest. */
  function outcomes({ explained, earnedHours }: Shown, place: number) {
    const titleOf = (id: string) => earnedHours.find(({ activityId }) => activityId === id)?.title ?? ''
    const credits = explained[place]?.credits ?? []
    return Object.fromEntries(
      credits.map(({ activityId, counted, reasons }) => [
        titleOf(activityId),
        [counted, ...reasons.map(({ kind }) => kind)],
      ]),
    )
  }

  it('gives every requirement its credits, with what counts and why not the rest', async () => {
    const renewal = await one(california)
    expect(renewal.explained.map(({ result }) => [result.requirement.kind, result.earned])).toEqual([
      ['TOTAL', 12],
      ['MINIMUM', 6],
    ])
    expect(outcomes(renewal, 0)).toEqual({ Law: [8], Trauma: [4], 'Long ago': [0, 'OUTSIDE_WINDOW'] })
    expect(outcomes(renewal, 1)).toEqual({
      Law: [6, 'NOT_NEEDED'],
      Trauma: [0, 'OTHER_CATEGORY'],
      'Long ago': [0, 'OUTSIDE_WINDOW'],
    })
    const outside = renewal.explained[0]?.credits.flatMap(({ reasons }) => reasons)[0]
    expect(outside).toMatchObject({ window: { startsOn: '2024-09-01', endsOn: '2026-08-31' } })
  })

  it('adds up: the credits behind a figure are the figure', async () => {
    for (const id of [california, washington]) {
      const { explained } = await one(id)
      expect(explained.length).toBeGreaterThan(1)
      explained.forEach(({ result, credits }, place) => {
        if (result.kind !== 'MEASURED' || result.requirement.kind === 'PRACTICE') return
        const sum = credits.reduce((hours, { counted }) => hours + counted, 0)
        expect(sum, `${id} ${place}`).toBe(result.earned)
      })
    }
  })

  it('names the version of the rule, where it was read, and the other certifications', async () => {
    const { rule, otherCertifications } = await one(california)
    expect(rule).toMatchObject({ version: 1, reason: null })
    expect(rule.provenance?.url).toMatch(/^https:/)
    expect(otherCertifications).toMatchObject([
      { id: washington, credential: { abbreviation: 'CPSS', state: 'WA' } },
    ])
  })

  it('T3: shows the peer the very same', async () => {
    const own = await (await api.as(peer)).data<{ myCertifications: { edges: { node: Shown }[] } }>(OWN)
    const shown = own.myCertifications.edges.map(({ node }) => node)
    const byManager = [await one(california), await one(washington)]
    const byId = (one: Shown, other: Shown) => one.id.localeCompare(other.id)
    expect(shown.sort(byId)).toEqual(byManager.sort(byId))
  })

  it('pages the own certifications, the most pressing first, without a gap', async () => {
    const caller = await api.as(peer)
    const page = async (after: string | null) => {
      const query = `query ($after: String) { myCertifications(first: 1, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`
      const { myCertifications } = await caller.data<{
        myCertifications: {
          totalCount: number
          pageInfo: { hasNextPage: boolean; endCursor: string }
          edges: { node: { id: string } }[]
        }
      }>(query, { after })
      return myCertifications
    }
    const first = await page(null)
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
    const second = await page(first.pageInfo.endCursor)
    expect(second.pageInfo.hasNextPage).toBe(false)
    expect([first, second].map(({ edges }) => edges[0]?.node.id)).toEqual([california, washington])
    const { errors } = await caller.ask('{ myCertifications(after: "x") { totalCount } }')
    expect(errors?.[0]?.extensions.validationErrors).toEqual([{ field: 'after', problem: 'not-an-option' }])
  })

  it('reads the courses and the other certifications of a whole list in one go', async () => {
    const query = `{ renewals { edges { node {
      id earnedHours { title } otherCertifications { id credential { state } } } } } }`
    interface Row {
      id: string
      earnedHours: { title: string }[]
      otherCertifications: { id: string }[]
    }
    const list = async () =>
      (await manager.data<{ renewals: { edges: { node: Row }[] } }>(query)).renewals.edges
    const rows = await list()
    expect(rows.find(({ node }) => node.id === california)?.node).toEqual({
      id: california,
      earnedHours: [{ title: 'Law' }, { title: 'Trauma' }, { title: 'Long ago' }],
      otherCertifications: [{ id: washington, credential: { state: 'WA' } }],
    })
    const few = await api.statementsOf(list)
    for (const _more of [1, 2, 3])
      await arrange.certification(await api.build.peer(organization), CREDENTIAL.california)
    await list()
    const many = await api.statementsOf(list)
    expect(many.map((batch) => batch.length)).toEqual(few.map((batch) => batch.length))
  })

  it('rounds a pace to quarters, and a shortfall up to the next one', async () => {
    const query = `query ($id: UUID!) { certification(certificationId: $id) {
      explained { outlook { perYearAtPace projectedShortBy } } } }`
    const { certification } = await manager.data<{
      certification: { explained: { outlook: Record<string, number> }[] }
    }>(query, { id: california })
    const figures = certification.explained.flatMap(({ outlook }) => Object.values(outlook))
    expect(figures.filter((figure) => !Number.isInteger(figure * 4))).toEqual([])
    expect(figures.some((figure) => figure > 0)).toBe(true)
  })

  it('asks the database as often for many courses as for few', async () => {
    const few = await api.statementsOf(() => one(california))
    for (let number = 0; number < 40; number += 1)
      await arrange.hours(peer, 1, ['any'], { title: `C${number}` })
    const many = await api.statementsOf(() => one(california))
    expect(many.map((batch) => batch.length)).toEqual(few.map((batch) => batch.length))
  })
})
