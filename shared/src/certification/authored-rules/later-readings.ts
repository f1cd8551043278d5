/**
 * What was read on official pages after the catalogue, each as a version of its own with its own source. Where the day
 * of a change was not read, a version is for the cycles that were running on the day of its page.
 */
import { CeCategory } from '../catalogue/ce-category.ts'
import { UNKNOWN_RULE } from '../rules/renewal-rule.ts'
import type { LaterReading } from '../rule-authoring/authoring.ts'
import { approvedOnly, minimum } from '../rule-authoring/clauses.ts'
import { page, perCycle, step } from './later-clauses.ts'

const ARIZONA = 'https://www.abcac.org/ceu'

/** By the id of the credential. */
export const LATER_READINGS: Readonly<Record<string, LaterReading>> = {
  'us-az-cprs': {
    from: '2024-06-06',
    source: page(ARIZONA, 'CEU page and certification renewal (ABCAC), a copy of the site', {
      date: '2026-06-06',
      confidence: 'official-current',
      otherUrls: ['https://www.abcac.org/certification-renewal'],
    }),
    now: {
      cycleMonths: 24,
      expiry: { shape: 'rolling' },
      total: perCycle(20),
      minimums: [minimum(CeCategory.ETHICS, 6), minimum(CeCategory.CULTURAL_COMPETENCE, 3)],
      limits: [approvedOnly('ABCAC')],
      proof: { ...UNKNOWN_RULE.proof, how: 'upload' },
      feeUsd: 150,
      late: [
        step(
          365,
          'Late renewal is possible for 12 months. The fee is 10 USD for each month since expiration.',
        ),
        step(null, 'After 12 months, apply again and meet every first requirement.', {
          again: ['application'],
        }),
      ],
    },
    otherReadings: [
      {
        says: [{ kind: 'fee', usd: 100 }],
        source: page('https://www.abcac.org', 'CPRS application packet (ABCAC)', { date: '2026-07' }),
      },
      {
        says: [
          { kind: 'total', amount: 40, unit: 'hours', per: 'cycle' },
          { kind: 'minimum', category: CeCategory.ETHICS, amount: 3 },
          { kind: 'minimum', category: CeCategory.CULTURAL_COMPETENCE, amount: 3 },
        ],
        source: page('https://www.abcac.org', 'General FAQ for all credentials (ABCAC)', {
          date: '2026-06-06',
        }),
      },
    ],
  },
  'us-nj-cprs': {
    from: '2024-11-29',
    source: page(
      'https://certbd.org/product/certified-peer-recovery-specialist/',
      'Certified Peer Recovery Specialist (Certification Board, NJ)',
    ),
    // Any of the four domains of peer recovery; no minimum for ethics alone is stated.
    now: {
      cycleMonths: 24,
      expiry: { shape: 'printed' },
      total: perCycle(20),
      minimums: [minimum(CeCategory.PEER_PRACTICE, 20)],
    },
  },
  'us-nh-crsw': {
    from: '2023-07-15',
    dayWasRead: true,
    source: page('https://www.oplc.nh.gov/oplc-faqs', 'FAQ: when a license expires (OPLC, RSA 310:8)', {
      otherUrls: ['https://oplc.nh.gov/board-licensing-alcohol-and-other-drug-use-professionals'],
    }),
    now: {
      cycleMonths: 24,
      expiry: { shape: 'rolling' },
      submission: { ...UNKNOWN_RULE.submission, noticesDaysBefore: [60] },
      late: [
        step(
          365,
          'It cannot be renewed, and the holder may not work. Reinstatement within 12 months of expiration takes the usual CE hours of the last two years, and 1.5 h more for each month since.',
          { again: ['application'] },
        ),
        step(null, 'One year after expiration the credential ends. Apply as a new holder.', {
          again: ['application'],
        }),
      ],
    },
  },
  'us-or-pss': {
    from: '2023-11-29',
    source: page(
      'https://oregon.gov/oha/ei/pages/thw-recertification-process.aspx',
      'THW recertification process (Oregon Health Authority)',
      { otherUrls: ['https://secure.sos.state.or.us/oard/viewSingleRule.action?ruleVrsnRsn=288131'] },
    ),
    now: {
      cycleMonths: 36,
      expiry: { shape: 'rolling' },
      total: perCycle(20),
      minimums: [minimum(CeCategory.SUICIDE_PREVENTION, 3)],
      proof: { ...UNKNOWN_RULE.proof, how: 'upload' },
      // Strong advice: the agency cannot extend the day of expiry.
      submission: { ...UNKNOWN_RULE.submission, opensDaysBefore: 90, dueDaysBefore: 60, dueIsRequest: true },
      late: [
        step(182, 'The expiration date cannot be extended. Up to six months later the steps are the same.'),
        step(null, 'After more than six months, a competency skills test is needed too.', {
          again: ['exam'],
        }),
      ],
    },
  },
  'us-mt-cbhpss': {
    from: '2021-01-01',
    source: page(
      'https://leg.mt.gov/bills/mca/title_0370/chapter_0010/part_0010/section_0410/0370-0010-0010-0410.html',
      'MCA 37-1-141 (2021)',
      { date: '2021', confidence: 'official-older' },
    ),
    now: {
      late: [
        step(
          45,
          'Lapsed: reactivation with the form, the fee and a late penalty, with all CE hours complete.',
        ),
        step(
          730,
          'Expired: reactivation takes all CE hours owed since. Working meanwhile counts as unlicensed.',
          {
            owesMissedYears: true,
          },
        ),
        step(null, 'After two years the license ends for good. Apply as a new holder.', {
          again: ['application'],
        }),
      ],
    },
  },
  'us-sc-cpss': {
    from: '2024-01-01',
    source: page('https://www.scshare.com/general-5', 'FAQ (SC SHARE)', {
      date: '2024',
      confidence: 'official-current',
    }),
    // Counted from each person's own annual date.
    now: { total: { ...perCycle(20), per: 'year', yearKind: 'holder' } },
  },
  'us-in-cprc': {
    from: '2018-12-01',
    source: page('https://icaada.org/faq', 'FAQ and renewal page (ICAADA)', {
      date: '2018-12',
      confidence: 'official-older',
      otherUrls: ['https://icaada.org/certification/renewal'],
    }),
    now: {
      proof: { ...UNKNOWN_RULE.proof, how: 'upload' },
      late: [
        step(182, 'Late renewal costs 10 USD for each month, for the first six months.'),
        step(null, 'After six months, a new application and the fee of a new member.', {
          again: ['application'],
        }),
      ],
    },
    otherReadings: [
      {
        says: [{ kind: 'minimum', category: CeCategory.SUBSTANCE_USE, amount: 20 }],
        source: page('https://icaada.org/faq', 'General FAQ (ICAADA)', {
          date: '2018-12',
          confidence: 'official-older',
        }),
      },
    ],
  },
}
