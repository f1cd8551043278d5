import fc from 'fast-check'
import { CE_CATEGORIES } from '@alongside/shared/certification/catalogue/ce-category'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { CertificationBuilders } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Property: what is missing is one figure wherever it is said. The preview of a rule says of each certification what the
// list and its page say now, and what they will say once the rule is published.

const PEOPLE = 40
const CREDENTIALS = ['us-oh-cprs', 'us-ca-cmpss', 'us-ga-cps-ad'] as const
const PREVIEW = `query ($input: RuleChangeInput!) { previewRuleChange(input: $input) {
  revision effects { peerName before { shortBy unit } after { shortBy unit } } } }`
const PUBLISH =
  'mutation ($input: PublishRuleVersionInput!) { publishRuleVersion(input: $input) { __typename } }'
const LIST =
  '{ renewals(first: 40) { edges { node { id peer { displayName } gaps { state hours courses } } } } }'
const PAGE = 'query ($id: UUID!) { certification(certificationId: $id) { gaps { state hours courses } } }'

interface GapsShown {
  readonly state: string
  readonly hours: number
  readonly courses: number
}
interface Side {
  readonly shortBy: number | null
  readonly unit: string | null
}

/** Hours of some topics, taken in the last months. */
const COURSES = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 24 }).map((quarters) => quarters / 2),
    topics: fc.uniqueArray(fc.constantFrom(...CE_CATEGORIES), { minLength: 1, maxLength: 3 }),
    month: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 8 },
)

describe('the hours that are missing', () => {
  let api: TestApi
  let manager: Caller
  const credentialOf = new Map<string, string>()
  beforeAll(async () => {
    api = await TestApi.start()
    const organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    const build = new CertificationBuilders(api.build)
    const samples = fc.sample(COURSES, PEOPLE)
    for (const [at, courses] of samples.entries()) {
      const peer: Member = await api.build.peer(organization)
      const credential = CREDENTIALS[at % CREDENTIALS.length]!
      credentialOf.set(peer.displayName, credential)
      await build.certification(peer, credential, { issuedOn: '2025-01-15', expiresOn: '2026-12-31' })
      for (const { hours, topics, month } of courses)
        await build.hours(peer, hours, topics, { heldOn: `2026-0${month}-10` })
    }
  })
  afterAll(() => api.close())

  const listed = async () => {
    const { renewals } = await manager.data<{
      renewals: { edges: { node: { id: string; peer: { displayName: string }; gaps: GapsShown } }[] }
    }>(LIST)
    return renewals.edges.map(({ node }) => node)
  }
  /** As the preview says it; work and supervision that are missing alone have units of their own. */
  const isSame = ({ shortBy, unit }: Side, gaps: GapsShown): boolean => {
    if (gaps.state === 'UNKNOWN') return shortBy === null
    if (gaps.hours > 0) return shortBy === gaps.hours && unit === 'HOURS'
    if (gaps.courses > 0) return shortBy === gaps.courses && unit === 'COURSES'
    return gaps.state === 'SHORT' ? shortBy !== null && shortBy > 0 : shortBy === 0
  }

  it.each(CREDENTIALS)(
    'are the same in the preview of a rule, in the list and on the page: %s',
    async (credentialId) => {
      const input = {
        credentialId,
        effectiveFrom: '2024-01-01',
        reason: 'Our payer asks for more',
        rule: {
          ...{ cycleMonths: 24, expiryShape: 'ROLLING', practice: [], late: [] },
          total: { amount: 90, unit: 'HOURS', per: 'CYCLE', yearKind: 'UNKNOWN' },
          minimums: [
            { category: 'ETHICS', amount: 30, unit: 'HOURS' },
            { category: 'BOUNDARIES', amount: 25, unit: 'HOURS' },
          ],
        },
      }
      const before = await listed()
      for (const { id, gaps } of before)
        expect(
          (await manager.data<{ certification: { gaps: GapsShown } }>(PAGE, { id })).certification.gaps,
        ).toEqual(gaps)
      const { previewRuleChange } = await manager.data<{
        previewRuleChange: { revision: number; effects: { peerName: string; before: Side; after: Side }[] }
      }>(PREVIEW, { input })
      const of = before.filter(({ peer }) => credentialOf.get(peer.displayName) === credentialId)
      expect(previewRuleChange.effects).toHaveLength(of.length)
      const wrong = (rows: typeof before, side: 'before' | 'after') =>
        previewRuleChange.effects.filter((effect) => {
          const row = rows.find(({ peer }) => peer.displayName === effect.peerName)
          return !row || !isSame(effect[side], row.gaps)
        })
      expect(wrong(before, 'before')).toEqual([])
      await manager.data(PUBLISH, { input: { ...input, expectedRevision: previewRuleChange.revision } })
      expect(wrong(await listed(), 'after')).toEqual([])
    },
  )
})
