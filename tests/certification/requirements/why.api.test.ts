import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const WHY = /* GraphQL */ `
  {
    certificationId
    requirements {
      kind
      category
      state
      needed
      earned
      shortBy
      unit
      countsFrom
      countsUntil
      unknown
    }
    explained {
      per
      everyMonths
      onlyIf
      perYearAtPace
      metOn
      projectedShortBy
      credits {
        activityId
        counted
        reasons {
          kind
          countsFrom
          countsUntil
          limit {
            kind
          }
        }
      }
    }
    rule {
      version
      ownReason
      effectWasRead
      provenance {
        url
        readOn
      }
    }
    otherCertifications {
      certificationId
      abbreviation
      state
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
const ONE = `query ($id: UUID!) { renewal(certificationId: $id) ${WHY} }`
const OWN = `{ myCertifications ${WHY} }`

interface Credit {
  activityId: string
  counted: number
  reasons: { kind: string; countsFrom: string | null; countsUntil: string | null }[]
}
interface Shown {
  certificationId: string
  requirements: { kind: string; category: string | null; earned: number | null; state: string }[]
  explained: { per: string; perYearAtPace: number | null; credits: Credit[] }[]
  rule: { version: number; ownReason: string | null; provenance: { url: string } | null }
  otherCertifications: { certificationId: string; abbreviation: string; state: string }[]
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

  const one = async (id: string) => (await manager.data<{ renewal: Shown }>(ONE, { id })).renewal
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
    expect(renewal.requirements.map(({ kind, earned }) => [kind, earned])).toEqual([
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
    expect(outside).toMatchObject({ countsFrom: '2024-09-01', countsUntil: '2026-08-31' })
  })

  it('adds up: the credits behind a figure are the figure', async () => {
    for (const id of [california, washington]) {
      const { requirements, explained } = await one(id)
      expect(explained).toHaveLength(requirements.length)
      requirements.forEach(({ state, kind, earned }, place) => {
        if (state !== 'MEASURED' || kind === 'PRACTICE') return
        const sum = explained[place]?.credits.reduce((hours, { counted }) => hours + counted, 0)
        expect(sum, `${id} ${place}`).toBe(earned)
      })
    }
  })

  it('names the version of the rule, where it was read, and the other certifications', async () => {
    const { rule, otherCertifications } = await one(california)
    expect(rule).toMatchObject({ version: 1, ownReason: null })
    expect(rule.provenance?.url).toMatch(/^https:/)
    expect(otherCertifications).toMatchObject([
      { certificationId: washington, abbreviation: 'CPSS', state: 'WA' },
    ])
  })

  it('T3: shows the peer the very same', async () => {
    const own = await (await api.as(peer)).data<{ myCertifications: Shown[] }>(OWN)
    const byManager = [await one(california), await one(washington)]
    expect(own.myCertifications.map(({ certificationId }) => certificationId).sort()).toEqual(
      [california, washington].sort(),
    )
    for (const shown of byManager) {
      expect(own.myCertifications.find((each) => each.certificationId === shown.certificationId)).toEqual(
        shown,
      )
    }
  })

  it('asks the database as often for many courses as for few', async () => {
    const few = await api.statementsOf(() => one(california))
    for (let number = 0; number < 40; number += 1)
      await arrange.hours(peer, 1, ['any'], { title: `C${number}` })
    const many = await api.statementsOf(() => one(california))
    expect(many.map((batch) => batch.length)).toEqual(few.map((batch) => batch.length))
  })
})
