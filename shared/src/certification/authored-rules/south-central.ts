/** Alabama, Arkansas, Kentucky, Louisiana, Mississippi, Oklahoma, Tennessee and Texas. */
import { CeCategory } from '../catalogue/ce-category.ts'
import { UnreadKind } from '../rules/unread-part.ts'
import { RenewalPaper } from '../rules/asked.ts'
import { HolderCondition } from '../rules/holder-condition.ts'
import { CourseContent, type CreditLimit } from '../rules/limits.ts'
import { type Authorings, READ_ON } from '../rule-authoring/authoring.ts'
import {
  approvedOnly,
  commonDate,
  left,
  minimum,
  NOT_IN_PERSON,
  note,
  practice,
} from '../rule-authoring/clauses.ts'

const { ALCOHOL_AND_DRUG_ENTITY, SUPERVISES_OTHERS } = HolderCondition
const { CLINICAL_TREATMENT, DRIVING, FIRST_AID, FOOD_SAFETY } = CourseContent

const TENNESSEE_NEVER: CreditLimit = {
  kind: 'content-never',
  contents: [CLINICAL_TREATMENT, FIRST_AID, DRIVING, FOOD_SAFETY],
}

export const SOUTH_CENTRAL: Authorings = {
  'us-al-crss': {},
  'us-al-cps': {
    unread: [
      left(
        UnreadKind.LATE_STEP,
        'a lapse caused by missing CE means testing again (Copeland Center state page)',
      ),
    ],
  },
  'us-ar-pr': {},
  'us-ky-apss': {
    conditions: { [CeCategory.SUBSTANCE_USE]: ALCOHOL_AND_DRUG_ENTITY },
    rule: {
      // The year ends on the holder's own deadline, and all is to be done on the day before it. At an
      // entity for alcohol and other drugs ten hours are asked in place of six, not inside them.
      total: { yearKind: 'holder', insteadIf: { condition: ALCOHOL_AND_DRUG_ENTITY, amount: 10 } },
      earning: { endsDaysBeforeExpiry: 1 },
      // The duty begins with the year after the one of certification.
      newHolders: [{ kind: 'none-in-first-term' }],
      practice: [practice('supervision', 2, 'sessions', 'month', { count: 1, minutes: 30 })],
    },
  },
  'us-ky-radpss': {
    unread: [
      note('A further nine-hour minimum begins in subsection (2) but its text is cut off.'),
      left(
        UnreadKind.STATUS,
        '201 KAR 35:080 offers a voluntary inactive status (50 USD) for medical, parental, education, military or family reasons and a retired status.',
      ),
    ],
  },
  'us-la-pss': {},
  'us-ms-cpssp': {
    rule: {
      expiry: commonDate(9, 30, { everyYears: 4, anchorYear: 2015, onWorkingDay: 'earlier' }),
      submission: { countsBy: 'receipt' },
      papers: [RenewalPaper.STILL_EMPLOYED, RenewalPaper.EMPLOYER_TRAINING],
    },
    unread: [
      left(
        UnreadKind.STATUS,
        'Holder must still be employed in the state mental health system or be in inactive status',
      ),
    ],
  },
  'us-ok-prss': {
    // The title is tied to working for a covered provider.
    rule: { papers: [RenewalPaper.STILL_EMPLOYED] },
    unread: [left(UnreadKind.FEE, 'renewal fee at most 100 USD')],
  },
  'us-tn-cprs': {
    rule: {
      papers: [RenewalPaper.ETHICS_SIGNED, RenewalPaper.SUPERVISOR_ATTESTATION],
      limits: [TENNESSEE_NEVER],
    },
    unread: [
      left(
        UnreadKind.PROOF,
        "a certificate without date or hours may be completed by the supervisor's signature",
      ),
    ],
    before: [
      {
        // Yearly before: ten hours, five of them face to face and one ethics, with half the practice.
        until: READ_ON,
        dayWasRead: false,
        olderPage: {
          url: 'https://www.tn.gov/behavioral-health/mental-health-services/cprs/peer-recovery-services/certified-peer-recovery-specialist-program/certified-peer-recovery-specialist-program/renewing-your-certification/cprs-continuing-education--fact-sheet.html',
          title: 'CPRS continuing education fact sheet (TN)',
        },
        was: {
          cycleMonths: 12,
          total: { amount: 10, unit: 'hours', per: 'cycle', yearKind: 'unknown', insteadIf: null },
          minimums: [minimum(CeCategory.ETHICS, 1)],
          limits: [TENNESSEE_NEVER, { kind: 'delivery-most', modes: NOT_IN_PERSON, hours: 5, percent: null }],
          practice: [practice('service', 25, 'hours', 'cycle'), practice('supervision', 1, 'hours', 'cycle')],
          papers: [],
        },
        unread: [],
      },
    ],
  },
  'us-tx-mhps': {
    conditions: { [CeCategory.SUPERVISION]: SUPERVISES_OTHERS },
    rule: {
      firstCertificate: { months: 6, extensionMonths: 6 },
      // What the first six months ask for beside supervised hours was not read.
      newHolders: [{ kind: 'not-read' }],
      papers: [RenewalPaper.BACKGROUND_CHECK],
      limits: [approvedOnly('TCB, PeerForce')],
    },
    unread: [
      left(
        UnreadKind.LIMIT,
        'certified training entity, training pre-approved by a certification entity, or CE approved for a mental health or substance use profession when relevant',
      ),
      left(
        UnreadKind.LATE_STEP,
        'Each certification entity must have its own written rule for late renewal, expiry and inactive status (not read).',
      ),
      left(UnreadKind.FIRST_TERM, 'first certificate lasts six months while 250 supervised hours are done'),
    ],
  },
}
