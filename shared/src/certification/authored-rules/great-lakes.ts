/** Illinois, Indiana, Michigan, Ohio and Wisconsin. */
import { CeCategory } from '../catalogue/ce-category.ts'
import { DeliveryMode } from '../catalogue/delivery-mode.ts'
import { UnreadKind } from '../rules/unread-part.ts'
import { RenewalPaper } from '../rules/asked.ts'
import { HolderCondition } from '../rules/holder-condition.ts'
import { CreditUnit, EarnedBy, type CreditLimit } from '../rules/limits.ts'
import { type Authorings, READ_ON } from '../rule-authoring/authoring.ts'
import { approvedOnly, commonDate, left, note, together } from '../rule-authoring/clauses.ts'

/** Books, college courses and videos on the net do not count (a page of 2020-2021). */
const WISCONSIN_NEVER: readonly CreditLimit[] = [
  { kind: 'earned-by-never', by: [EarnedBy.COLLEGE_COURSE, EarnedBy.READING] },
  { kind: 'delivery-most', modes: [DeliveryMode.SELF_PACED], hours: 0, percent: null },
]

/** The pages of 2020-2021. */
const WISCONSIN_OLDER = { url: 'https://www.wicps.org/recertification/', title: 'Recertification (WICPS)' }

const WAIVED_IN_2021 = 'The state issued one-off COVID waivers of hours, fee and date in 2021.'

export const GREAT_LAKES: Authorings = {
  'us-il-cprs': {
    rule: { limits: [approvedOnly('ICB', { petition: true })], sameProgramme: 'once-ever' },
    // A page dated 2023 has the fee for two years, so it stood by the end of that year.
    before: [
      {
        until: '2023-12-31',
        dayWasRead: false,
        was: { feeUsd: 70 },
        unread: [left(UnreadKind.FEE, 'Biennial fee of 150 USD replaces an earlier 70 USD annual fee.')],
      },
    ],
  },
  'us-il-crss': {
    rule: {
      submission: { noticesDaysBefore: [30] },
      conversions: [{ from: CreditUnit.SEMESTER_HOURS, hours: 15 }],
      // Hours of another period do not count.
      maxCarryOver: 0,
    },
  },
  'us-in-cprc': {
    unread: [
      left(
        UnreadKind.DOUBT,
        'CE rule read on the page of the former title CAPRC II (now CPRC): 40 h every two years with 6 in peer recovery ethics; recheck under the new title.',
      ),
    ],
  },
  'us-mi-cpss': {
    // Specialist and recovery coach stand in one row: both follow the later date, with one set of hours.
    rule: { together: together(['us-mi-cpss'], { sameExpiry: true }) },
  },
  'us-oh-cprs': {
    conditions: { [CeCategory.SUPERVISION]: HolderCondition.SUPERVISES_OTHERS },
    rule: { papers: [RenewalPaper.ETHICS_SIGNED] },
    unread: [
      note('a background item follows (text cut off)'),
      left(UnreadKind.DOUBT, 'Two years from issue per an older text of OAC 5122-29-15.1.'),
    ],
  },
  'us-wi-cps': {
    // Six areas of topics, without hours for each.
    rule: { limits: WISCONSIN_NEVER, papers: [RenewalPaper.DOMAINS_COVERED] },
    unread: [
      left(
        UnreadKind.LATE_STEP,
        'Only the first late step is visible for CPS; see us-wi-cpps for the later ones.',
      ),
      left(
        UnreadKind.DOUBT,
        "Common date Oct 31 from the undated newer FAQ, in the block after the parent credential's, so taken to be CPS",
      ),
      left(UnreadKind.EXCEPTION, WAIVED_IN_2021),
      left(
        UnreadKind.LIMIT,
        'Trainer endorsement: own 16 h with category minimums, due Sep 30, 55 USD; its cultural-humility and trauma hours may not be reused here.',
      ),
    ],
    // Certificates of 2020-2021 ran to 30 August.
    before: [
      { until: READ_ON, dayWasRead: false, olderPage: WISCONSIN_OLDER, was: { expiry: commonDate(8, 30) } },
    ],
  },
  'us-wi-cpps': {
    rule: {
      limits: WISCONSIN_NEVER,
      papers: [RenewalPaper.DOMAINS_COVERED],
      late: [{}, {}, { again: ['exam'] }, { again: ['training', 'exam'] }],
    },
    // The page of 2021 had 30 January.
    before: [
      { until: READ_ON, dayWasRead: false, olderPage: WISCONSIN_OLDER, was: { expiry: commonDate(1, 30) } },
    ],
  },
}
