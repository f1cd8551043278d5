/** Colorado, Idaho, Montana, Utah and Wyoming. */
import { CeCategory } from '../catalogue/ce-category.ts'
import { UnreadKind } from '../rules/unread-part.ts'
import { ProofItem } from '../rules/asked.ts'
import { CreditUnit, EarnedBy } from '../rules/limits.ts'
import type { Authorings } from '../rule-authoring/authoring.ts'
import { approvedOnly, left, LIVE, minimum, together } from '../rule-authoring/clauses.ts'

const IDAHO_APPROVAL = approvedOnly('IBADCC, IC&RC, NAADAC, NASW, NBCC')

export const MOUNTAIN: Authorings = {
  'us-co-cpfs': {},
  'us-id-cpss': {
    rule: {
      firstCertificate: { months: 6, extensionMonths: null },
      // The first six months are for experience under supervision; whether courses are owed was not read.
      newHolders: [{ kind: 'not-read' }],
    },
    unread: [
      left(UnreadKind.LIMIT, 'accepted topics are listed'),
      left(
        UnreadKind.FIRST_TERM,
        'First certificate is a six-month one used to gain 100 h (degree) or 200 h (no degree) of experience with 20 h supervision.',
      ),
    ],
  },
  'us-id-cprc': {
    rule: {
      limits: [{ kind: 'delivery-only', category: CeCategory.ETHICS, modes: LIVE }, IDAHO_APPROVAL],
      submission: { noticesDaysBefore: [90] },
      late: [{}, {}, { again: ['application', 'exam'] }],
      floor: 'us-national-icrc-pr',
    },
    unread: [
      left(UnreadKind.LIMIT, 'and not in-service'),
      left(UnreadKind.CARRY_OVER, 'carry-over and cost rules changed at the same time (text cut off)'),
    ],
    before: [
      // Two years for what ended after 1 June 2016; how long it ran before was not read.
      { until: '2016-06-01', dayWasRead: true, was: { cycleMonths: null } },
      // Ethics must be live since January 2017, taken from its first day.
      { until: '2016-12-31', dayWasRead: true, was: { limits: [IDAHO_APPROVAL] } },
    ],
  },
  'us-mt-cbhpss': {
    rule: {
      limits: [{ kind: 'earned-by-most', by: EarnedBy.PREPARING, hours: 10 }],
      newHolders: [{ kind: 'none-in-first-term' }],
      proof: { audit: 'Up to half of the renewals, drawn at random.' },
      // One set of hours for each licence of the board.
      together: together([], { hours: 'separate' }),
    },
    unread: [
      left(
        UnreadKind.DOUBT,
        'the rule speaks of licensees without listing peers, so coverage is likely but not stated',
      ),
    ],
    before: [
      {
        // A rule for peers alone: the same hours, proof kept four years, credits of a college turned into hours.
        until: '2019-03-29',
        dayWasRead: true,
        olderPage: { title: 'ARM 24.219, the earlier rule for peers' },
        was: {
          minimums: [],
          limits: [],
          conversions: [
            { from: CreditUnit.QUARTER_HOURS, hours: 10 },
            { from: CreditUnit.SEMESTER_HOURS, hours: 15 },
          ],
          maxCarryOver: null,
          proof: { how: null, keepYears: 4, mustShow: [], audit: null },
          together: null,
          newHolders: [],
        },
      },
    ],
  },
  'us-ut-cpss': {
    rule: {
      proof: {
        mustShow: [
          ProofItem.DATE,
          ProofItem.PROVIDER,
          ProofItem.INSTRUCTOR,
          ProofItem.TITLE,
          ProofItem.HOURS,
          ProofItem.OBJECTIVES,
        ],
      },
    },
    unread: [
      left(UnreadKind.LATE_STEP, 'Since 2018 the division may revoke for missing CE, with an appeal.'),
    ],
    // Twelve general hours until an amendment of 2016, whose day was not read: it stood by the end of that year.
    before: [
      {
        until: '2016-12-31',
        dayWasRead: false,
        was: {
          minimums: [
            minimum(CeCategory.ETHICS, 2),
            minimum(CeCategory.PEER_PRACTICE, 6),
            minimum(CeCategory.SUICIDE_PREVENTION, 1),
            minimum(CeCategory.GENERAL_BEHAVIORAL_HEALTH, 12),
          ],
        },
        unread: [],
      },
    ],
  },
  'us-wy-cps': {},
}
