import { describe, expect, it } from 'vitest'
import type { RenewalRule } from '@alongside/shared/certification/renewal-rule'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'

/**
 * The shapes of rules that came with the catalogue, by their numbers there. For each the credentials that have it,
 * the field that says it, and what that field holds. `was`: the version before the newest.
 */
type Field = keyof RenewalRule
type Row = [credentialId: string, field: Field, holds: unknown, version?: 'was']
interface Shape {
  readonly number: string
  readonly is: string
  readonly rows: readonly Row[]
}

const shape = (number: string, is: string, ...rows: Row[]): Shape => ({ number, is, rows })
const some = (part: object): unknown => expect.arrayContaining([expect.objectContaining(part)]) as unknown
const has = (part: object): unknown => expect.objectContaining(part) as unknown
const holding = (...parts: string[]): unknown => expect.arrayContaining(parts) as unknown

export const SHAPES: readonly Shape[] = [
  shape(
    '1',
    'rolling from the issue',
    ['us-ct-rss', 'cycleMonths', 36],
    ['us-ct-rss', 'expiry', { shape: 'rolling' }],
  ),
  shape(
    '2',
    'rolling, on the edge of a month',
    ['us-mi-cpss', 'expiry', { shape: 'month-start' }],
    ['us-nc-nccpss', 'expiry', { shape: 'month-end' }],
  ),
  shape(
    '3',
    'one common date every so many years',
    [
      'us-ms-cpssp',
      'expiry',
      has({ month: 9, day: 30, everyYears: 4, anchorYear: 2015, onWorkingDay: 'earlier' }),
    ],
    ['us-ne-cpss', 'expiry', has({ month: 9, day: 1, everyYears: 2, anchorYear: 2021 })],
  ),
  shape(
    '4',
    'the calendar year, apart from any expiry',
    ['us-ga-cps-mh', 'total', has({ amount: 12, per: 'year', yearKind: 'calendar' })],
    ['us-ga-cps-ad', 'total', has({ amount: 12, per: 'year', yearKind: 'calendar' })],
  ),
  shape(
    '5',
    'birthday, with a short first term',
    ['us-wa-cpss', 'expiry', { shape: 'birthday' }],
    ['us-wa-cpss', 'newHolders', [{ kind: 'none-in-short-first-term' }]],
  ),
  shape('6', 'a cycle that the holder chooses', [
    'us-ny-nycps',
    'cycleChoices',
    [
      { months: 12, amount: 10 },
      { months: 24, amount: 20 },
    ],
  ]),
  shape(
    '7',
    'staged first terms',
    ['us-tx-mhps', 'firstCertificate', { months: 6, extensionMonths: 6 }],
    ['us-id-cpss', 'firstCertificate', { months: 6, extensionMonths: null }],
    ['us-mn-cprs', 'firstCertificate', { months: 12, extensionMonths: null }],
    ['us-me-cipss', 'firstCertificate', { months: 12, extensionMonths: null }],
  ),
  shape('8', 'no visible expiry', ['us-ma-cps', 'expiry', { shape: 'none' }]),
  shape(
    '9',
    'a total for the cycle or for the year',
    ['us-ca-cmpss', 'total', has({ amount: 20, per: 'cycle' })],
    ['us-sc-cpss', 'total', has({ amount: 20, per: 'year', yearKind: 'unknown' })],
    ['us-ky-apss', 'total', has({ amount: 6, per: 'year', yearKind: 'holder' })],
  ),
  shape(
    '10',
    'minimums inside the total',
    ['us-ca-cmpss', 'minimums', some({ category: 'law-and-ethics', amount: 6, overlaps: false })],
    ['us-ut-cpss', 'minimums', some({ category: 'general-behavioral-health', amount: 11 })],
  ),
  shape('11', 'a nested minimum', [
    'us-il-cprs',
    'minimums',
    some({ category: 'ethics', amount: 6, within: 'peer-practice' }),
  ]),
  shape('12', 'overlapping minimums', [
    'us-or-crm',
    'minimums',
    some({ category: 'substance-use', amount: 20, overlaps: true }),
  ]),
  shape(
    '13',
    'longer than the cycle',
    ['us-wa-cpss', 'minimums', some({ category: 'suicide-prevention', amount: 3, everyMonths: 72 })],
    ['us-wa-cpss', 'minimums', some({ category: 'health-equity', amount: 2, everyMonths: 48 })],
    ['us-mt-cbhpss', 'minimums', some({ category: 'suicide-prevention', amount: 2, everyMonths: 24 })],
  ),
  shape('14', 'asked once', [
    'us-ny-crpa',
    'minimums',
    some({ category: 'medication-supported-recovery', amount: 4, once: true }),
  ]),
  shape(
    '15',
    'asked of some holders',
    ['us-oh-cprs', 'minimums', some({ category: 'supervision', amount: 3, onlyIf: 'supervises-others' })],
    ['us-ky-apss', 'total', has({ insteadIf: { condition: 'alcohol-and-drug-entity', amount: 10 } })],
    [
      'us-mn-cps',
      'unread',
      some({ kind: 'conditional-minimum', figures: [{ name: 'minHours', value: 30 }] }),
    ],
  ),
  shape(
    '16',
    'areas to cover, without hours',
    ['us-wi-cps', 'papers', holding('domains-covered')],
    ['us-wv-prss', 'papers', holding('domains-covered')],
  ),
  shape(
    '16b',
    'counted in courses and sessions',
    ['us-me-cipss', 'total', has({ amount: 2, unit: 'courses', per: 'year' })],
    ['us-me-cipss', 'practice', some({ kind: 'co-reflection', amount: 1, unit: 'sessions', per: 'quarter' })],
    ['us-ga-cps-mh', 'minimums', some({ category: 'ethics', amount: 1, unit: 'courses' })],
  ),
  shape(
    '17',
    'limits by the way of delivery',
    ['us-nm-cpsw', 'limits', some({ kind: 'delivery-most', percent: 50 })],
    ['us-tn-cprs', 'limits', some({ kind: 'delivery-most', hours: 5 }), 'was'],
    ['us-nj-cprs', 'limits', some({ kind: 'approved-only', modes: ['LIVE_ONLINE', 'SELF_PACED'] })],
    ['us-nh-crsw', 'limits', some({ kind: 'delivery-most', hours: 3 })],
    [
      'us-id-cprc',
      'limits',
      some({ kind: 'delivery-only', category: 'ethics', modes: ['IN_PERSON', 'LIVE_ONLINE'] }),
    ],
    ['us-pa-cps', 'limits', []],
  ),
  shape(
    '18',
    'limits by sponsor, or a closed list',
    ['us-ga-cps-mh', 'limits', some({ kind: 'sponsor-least', sponsor: 'GMHCN', hours: 6 })],
    ['us-ga-cps-ad', 'limits', some({ kind: 'sponsor-most', hours: 6 })],
    ['us-ny-crpa', 'limits', some({ kind: 'approved-only', petition: false })],
    ['us-nm-cpsw', 'limits', some({ kind: 'approved-only', petition: true, feeUsdPerHour: 5 })],
  ),
  shape(
    '19',
    'limits by how credit is made',
    ['us-nm-cpsw', 'limits', some({ kind: 'earned-by-share', by: 'TEACHING', percent: 25 })],
    ['us-mt-cbhpss', 'limits', some({ kind: 'earned-by-most', by: 'PREPARING', hours: 10 })],
    ['us-wi-cps', 'limits', some({ kind: 'earned-by-never', by: ['COLLEGE_COURSE', 'READING'] })],
    ['us-tn-cprs', 'limits', [has({ kind: 'content-never', contents: holding('CLINICAL_TREATMENT') })]],
    ['us-il-crss', 'conversions', [{ from: 'SEMESTER_HOURS', hours: 15 }]],
    ['us-mt-cbhpss', 'conversions', some({ from: 'QUARTER_HOURS', hours: 10 }), 'was'],
  ),
  shape(
    '20',
    'carry-over',
    ['us-mt-cbhpss', 'carryOverMost', 20],
    ['us-ga-cps-mh', 'carryOverMost', 0],
    ['us-il-cprs', 'carryOverMost', 0],
  ),
  shape(
    '21',
    'the window for earning',
    ['us-pa-crs', 'earning', has({ monthsBeforeExpiry: 24 })],
    ['us-ky-apss', 'earning', has({ endsDaysBeforeExpiry: 1 })],
    ['us-wv-prss', 'earning', has({ countsInGrace: false })],
  ),
  shape(
    '22',
    'hours of service',
    ['us-tn-cprs', 'practice', some({ kind: 'service', amount: 50, per: 'cycle' })],
    ['us-tn-cprs', 'practice', some({ kind: 'service', amount: 25 }), 'was'],
    ['us-me-cipss', 'practice', some({ kind: 'service', amount: 75, per: 'year' })],
    ['us-vt-crc', 'papers', ['still-practising']],
  ),
  shape(
    '23',
    'hours of supervision',
    ['us-vt-crc', 'practice', [has({ kind: 'supervision', amount: 20, unit: 'hours', per: 'cycle' })]],
    [
      'us-ky-apss',
      'practice',
      [has({ amount: 2, unit: 'sessions', per: 'month', longSessions: { count: 1, minutes: 30 } })],
    ],
  ),
  shape(
    '24',
    'when a renewal opens and is due',
    ['us-or-pss', 'submission', has({ opensDaysBefore: 90, dueDaysBefore: 60 })],
    ['us-ny-crpa', 'submission', has({ dueDaysBefore: 45 })],
    ['us-or-crm', 'submission', has({ dueDaysBefore: 14, dueIsRequest: true })],
  ),
  shape(
    '25',
    'notices of the board',
    ['us-dc-cps', 'submission', has({ noticesDaysBefore: [120] })],
    ['us-nc-nccpss', 'submission', has({ noticesDaysBefore: [90, 60] })],
  ),
  shape(
    '26',
    'late ladders',
    [
      'us-ga-cps-mh',
      'late',
      [
        has({ withinDays: 15, feeUsd: 0 }),
        has({ withinDays: 59, feeUsd: 26 }),
        has({ status: 'inactive', feeUsd: 105 }),
        has({ again: ['training'] }),
      ],
    ],
    [
      'us-wi-cpps',
      'late',
      [
        has({ feeUsd: 0 }),
        has({ feeUsd: 25 }),
        has({ again: ['exam'] }),
        has({ again: ['training', 'exam'] }),
      ],
    ],
    ['us-wv-prss', 'late', some({ withinDays: 90, needsHoursComplete: true })],
  ),
  shape(
    '27',
    'receipt or postmark',
    ['us-ms-cpssp', 'submission', has({ countsBy: 'receipt' })],
    ['us-pa-crs', 'submission', has({ countsBy: 'postmark' })],
  ),
  shape(
    '28',
    'more than active and expired',
    ['us-ga-cps-ad', 'late', some({ withinDays: null, status: 'inactive' })],
    ['us-mi-cpss', 'unread', some({ kind: 'late-step' })],
  ),
  shape(
    '29',
    'what must still hold',
    ['us-ms-cpssp', 'papers', holding('still-employed')],
    ['us-national-icrc-pr', 'papers', ['still-in-the-area']],
    ['us-nc-nccpss', 'papers', ['personal-references'], 'was'],
  ),
  shape(
    '30',
    'ethics signed again',
    ['us-oh-cprs', 'papers', ['ethics-signed']],
    ['us-tn-cprs', 'papers', holding('ethics-signed')],
  ),
  shape(
    '31',
    'a supervisor attests',
    ['us-tn-cprs', 'papers', holding('supervisor-attestation')],
    ['us-nm-cpsw', 'papers', ['endorsement-letter']],
  ),
  shape('32', 'a background check again', ['us-tx-mhps', 'papers', ['background-check']]),
  shape(
    '33',
    'all proof, or an audit',
    ['us-ga-cps-mh', 'proof', has({ how: 'upload' })],
    ['us-nd-cpss', 'proof', has({ how: 'attest' })],
  ),
  shape(
    '34',
    'how long proof is kept',
    ['us-nh-crsw', 'proof', has({ keepYears: 6 })],
    ['us-mt-cbhpss', 'proof', has({ keepYears: 4 }), 'was'],
  ),
  shape('35', 'what proof must show', [
    'us-ut-cpss',
    'proof',
    has({ mustShow: ['date', 'provider', 'instructor', 'title', 'hours', 'objectives'] }),
  ]),
  shape(
    '36',
    'several credentials of one person',
    ['us-mi-cpss', 'together', has({ hours: 'shared', sameExpiry: true })],
    ['us-mt-cbhpss', 'together', has({ hours: 'separate' })],
    ['us-pa-crs', 'together', has({ withCredentials: ['us-pa-cps'], furtherFeeUsd: 50 })],
    ['us-va-cprs', 'together', has({ needsOneOf: ['us-va-rprs'] })],
  ),
  shape(
    '37',
    'endorsements',
    [
      'us-nc-nccpss',
      'minimums',
      [has({ category: 'military-content', amount: 8, onlyIf: 'military-designation' })],
    ],
    ['us-ny-crpa', 'minimums', some({ amount: 3, onlyIf: 'veteran-endorsement' })],
  ),
  shape(
    '38',
    'an inherited floor',
    ['us-id-cprc', 'floor', 'us-national-icrc-pr'],
    ['us-national-icrc-pr', 'total', has({ amount: 20, per: 'cycle' })],
  ),
  shape(
    '39',
    'dated versions',
    ['us-mt-cbhpss', 'effectiveFrom', '2019-03-30'],
    ['us-wa-cpss', 'title', 'Certified Peer Specialist', 'was'],
    ['us-md-cprs', 'firstTrainingHours', 46, 'was'],
    ['us-va-rprs', 'minimums', [has({ category: 'ethics', amount: 1 })], 'was'],
  ),
  shape(
    '40',
    'dated exceptions',
    ['us-or-crm', 'exceptions', [has({ kind: 'fee-waived', dueFrom: '2021-07-01', dueTo: '2025-12-31' })]],
    ['us-md-cprs', 'exceptions', some({ kind: 'date-extended', days: 90, dueFrom: '2020-08-01' })],
  ),
  shape(
    '41',
    'new holders',
    ['us-mo-cps', 'newHolders', [{ kind: 'not-read' }]],
    ['us-ga-cps-mh', 'newHolders', [{ kind: 'none-before-next-january' }]],
    ['us-mt-cbhpss', 'newHolders', [{ kind: 'none-in-first-term' }]],
    ['us-ne-cpss', 'newHolders', [{ kind: 'none-if-issued-within', months: 12, unless: 'grandfathered' }]],
    ['us-ne-cpss', 'exceptions', [has({ kind: 'hours-waived', onlyIf: 'active-military-service' })]],
  ),
  shape(
    '42',
    'older holders and closed titles',
    ['us-ne-cpss', 'newHolders', [has({ unless: 'grandfathered' })]],
    ['us-ia-cprs', 'unread', some({ text: expect.stringContaining('closed to new people') as unknown })],
  ),
  shape(
    '43',
    'the same programme once',
    ['us-ne-cpss', 'sameProgramme', 'once-a-cycle'],
    ['us-il-cprs', 'sameProgramme', 'once-ever'],
  ),
  shape('44', 'what was missed is owed too', ['us-ga-cps-mh', 'late', some({ owesMissedYears: true })]),
  shape(
    '45',
    'a common date in the years of the holder',
    ['us-wi-cps', 'expiry', has({ everyYears: 2, anchorYear: null })],
    ['us-wv-prss', 'expiry', has({ everyYears: 2, anchorYear: null })],
  ),
]

describe('every shape of rule', () => {
  it('is in the table', () => {
    const numbers = Array.from({ length: 45 }, (_, place) => `${place + 1}`)
    expect(SHAPES.map(({ number }) => number)).toEqual([...numbers.slice(0, 16), '16b', ...numbers.slice(16)])
  })

  it.each(SHAPES.map(({ number, is, rows }) => [number, is, rows] as const))(
    '%s: %s',
    (_number, _is, rows) => {
      for (const [credentialId, field, holds, version] of rows) {
        const rule = renewalRulesOf(credentialId).at(version === 'was' ? -2 : -1)
        expect(rule?.[field], `${credentialId} ${field}`).toEqual(holds)
      }
    },
  )
})
