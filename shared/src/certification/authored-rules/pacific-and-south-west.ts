/** The Pacific states, and Arizona, Nevada and New Mexico. */
import { CeCategory } from '../catalogue/ce-category.ts'
import { UNKNOWN_RULE } from '../rules/renewal-rule.ts'
import { UnreadKind } from '../rules/unread-part.ts'
import { RenewalPaper } from '../rules/asked.ts'
import { HolderCondition } from '../rules/holder-condition.ts'
import { CreditUnit, EarnedBy } from '../rules/limits.ts'
import { type Authorings, READ_ON } from '../rule-authoring/authoring.ts'
import { approvedOnly, exception, left, NOT_IN_PERSON, together } from '../rule-authoring/clauses.ts'

export const PACIFIC_AND_SOUTH_WEST: Authorings = {
  'us-ak-psp': {
    rule: {
      conversions: [
        { from: CreditUnit.QUARTER_HOURS, hours: 10 },
        { from: CreditUnit.SEMESTER_HOURS, hours: 15 },
        { from: CreditUnit.CEU, hours: 10 },
      ],
    },
    unread: [left(UnreadKind.LIMIT, 'accepts NAADAC training automatically')],
  },
  'us-ca-cmpss': {
    rule: { papers: [RenewalPaper.ETHICS_SIGNED, RenewalPaper.GOOD_STANDING] },
    // An older copy of the page opened the renewal 60 days before the expiry.
    before: [
      {
        until: READ_ON,
        dayWasRead: false,
        olderPage: {},
        was: { submission: { ...UNKNOWN_RULE.submission, opensDaysBefore: 60 } },
      },
    ],
  },
  'us-hi-hcps': {
    unread: [
      left(
        UnreadKind.COMING_CHANGE,
        "The group's framework came out in January 2026 and recommends three tiers and certification standards, so this row may change.",
      ),
    ],
  },
  'us-or-crm': {
    rule: {
      // Two weeks before is what the board asks for; nothing follows from a later day.
      submission: { dueIsRequest: true },
      together: together(['us-or-pss']),
      exceptions: [
        exception('fee-waived', 'fees were waived July 2021 - Dec 2025 by state funding', {
          dueFrom: '2021-07-01',
          dueTo: '2025-12-31',
        }),
      ],
    },
    unread: [left(UnreadKind.DOUBT, 'Fee 100 USD from an older page')],
  },
  'us-or-pss': {
    rule: {
      papers: [RenewalPaper.ORAL_HEALTH_TRAINING, RenewalPaper.BACKGROUND_CHECK],
      together: together(['us-or-crm']),
    },
    unread: [
      left(
        UnreadKind.DOUBT,
        'The 20 h in three years is read where OHA defines an acceptable outside certification',
      ),
    ],
  },
  'us-wa-cpss': {
    conditions: {
      [CeCategory.SUPERVISION]: HolderCondition.SUPERVISES_OTHERS,
      [CeCategory.TELEHEALTH]: HolderCondition.PROVIDES_TELEHEALTH,
    },
    // The first certificate runs to a birthday; hours begin with the first full two years.
    rule: { newHolders: [{ kind: 'none-in-short-first-term' }] },
    before: [{ until: '2025-11-02', dayWasRead: true, was: { title: 'Certified Peer Specialist' } }],
  },
  'us-az-prss': {},
  'us-az-cprs': {
    unread: [
      left(
        UnreadKind.LIMIT,
        'the board accepts any CE that the Arizona Board of Behavioral Health Examiners accepts',
      ),
    ],
  },
  'us-nv-prss': {
    unread: [
      left(
        UnreadKind.DOUBT,
        'Two years is weaker: the 2017 launch page of the same certification speaks of an initial two-year certification',
      ),
    ],
  },
  'us-nm-cpsw': {
    rule: {
      limits: [
        { kind: 'delivery-most', modes: NOT_IN_PERSON, hours: null, percent: 50 },
        { kind: 'earned-by-share', by: EarnedBy.TEACHING, percent: 25 },
        approvedOnly('NMCBBHP', { petition: true, feeUsdPerHour: 5 }),
      ],
      papers: [RenewalPaper.ENDORSEMENT_LETTER],
      late: [{}, { again: ['training', 'application'] }],
    },
    unread: [
      left(UnreadKind.LIMIT, 'Board later said CPSW process was updated with its own approved course list.'),
    ],
  },
}
