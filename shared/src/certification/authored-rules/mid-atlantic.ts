/** Delaware, the District of Columbia, Maryland, New Jersey, New York and Pennsylvania. */
import { CeCategory } from '../catalogue/ce-category.ts'
import { UnreadKind } from '../rules/unread-part.ts'
import { HolderCondition } from '../rules/holder-condition.ts'
import type { Authorings } from '../rule-authoring/authoring.ts'
import {
  approvedOnly,
  exception,
  left,
  minimum,
  NOT_IN_PERSON,
  note,
  together,
} from '../rule-authoring/clauses.ts'

const { FAMILY_ENDORSEMENT, SUPERVISES_OTHERS, VETERAN_ENDORSEMENT } = HolderCondition

export const MID_ATLANTIC: Authorings = {
  'us-dc-cps': {
    // The office writes at least 120 days before the expiry.
    rule: { submission: { noticesDaysBefore: [120] } },
    unread: [note('7312.5 confirms that missing CEUs under 7311.1 can block renewal.')],
  },
  'us-de-cprs': {
    rule: {
      proof: { audit: 'Drawn every January and July.' },
      // One course may serve several credentials of the board, each within its own two years.
      together: together([], { furtherFeeUsd: 50 }),
    },
    unread: [
      note(
        'The board FAQ covers extensions, lapsed credentials, online limits and aligning dates, answers not stored.',
      ),
    ],
  },
  'us-md-cprs': {
    rule: {
      firstTrainingHours: 50,
      // Ninety more days from 1 August 2020: read as for certificates that ended in those ninety days.
      exceptions: (['date-extended', 'fee-waived'] as const).map((kind) =>
        exception(kind, 'in 2020 it gave a 90-day extension from 1 Aug 2020 and waived that fee', {
          dueFrom: '2020-08-01',
          dueTo: '2020-10-29',
          days: kind === 'date-extended' ? 90 : null,
        }),
      ),
    },
    unread: [
      left(UnreadKind.LATE_STEP, 'The board charges an extra fee for lapsed certificates (amount not read)'),
    ],
    // Harm reduction came to the first training on 3 July 2025.
    before: [{ until: '2025-07-02', dayWasRead: true, was: { firstTrainingHours: 46 } }],
  },
  'us-nj-cprs': {
    rule: {
      limits: [
        approvedOnly('Addiction Professionals Certification Board of New Jersey', { modes: NOT_IN_PERSON }),
      ],
    },
    unread: [
      left(
        UnreadKind.COMING_CHANGE,
        'A 2024-2025 bill would move certification to the Division of Consumer Affairs.',
      ),
    ],
  },
  'us-ny-crpa': {
    rule: {
      // What comes less than 45 days before the expiry costs more.
      submission: { lateFeeUsd: 25 },
      limits: [approvedOnly('ASAP-NYCB (six lists)')],
      // Endorsements ride on the certificate and bring hours of their own, on top of the 28.
      total: {
        extraIf: [
          { condition: FAMILY_ENDORSEMENT, amount: 6 },
          { condition: VETERAN_ENDORSEMENT, amount: 3 },
        ],
      },
      minimums: [
        minimum(CeCategory.CULTURAL_COMPETENCE, 1, { onlyIf: FAMILY_ENDORSEMENT }),
        minimum(CeCategory.MILITARY_CONTENT, 3, { onlyIf: VETERAN_ENDORSEMENT }),
      ],
    },
    unread: [note('need a current base credential.')],
  },
  'us-ny-nycps': {
    rule: {
      cycleChoices: [
        { months: 12, amount: 10 },
        { months: 24, amount: 20 },
      ],
      limits: [approvedOnly('OMH', { petition: true })],
    },
    unread: [left(UnreadKind.FIRST_TERM, 'Full certificate needs 2000 h peer experience, provisional none')],
  },
  'us-pa-crs': {
    rule: {
      earning: { monthsBeforeExpiry: 24 },
      // By mail the postmark counts, sent electronically the arrival.
      submission: { countsBy: 'postmark' },
      proof: { audit: 'Certificates are listed, and requested in an audit.' },
      together: together(['us-pa-cps'], { furtherFeeUsd: 50 }),
    },
  },
  'us-pa-cps': {
    rule: {
      submission: { countsBy: 'postmark' },
      // The endorsement for supervisors may take its six hours from within the 36.
      minimums: [minimum(CeCategory.SUPERVISION, 6, { overlaps: true, onlyIf: SUPERVISES_OTHERS })],
      together: together(['us-pa-crs'], { furtherFeeUsd: 50 }),
    },
  },
}
