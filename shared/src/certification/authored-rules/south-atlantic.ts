/** Florida, Georgia, the Carolinas, Virginia and West Virginia. */
import { CeCategory } from '../catalogue/ce-category.ts'
import { RenewalPaper } from '../rules/asked.ts'
import { HolderCondition } from '../rules/holder-condition.ts'
import { UnreadKind } from '../rules/unread-part.ts'
import { type Authorings, READ_ON } from '../rule-authoring/authoring.ts'
import { approvedOnly, minimum, note, together, left } from '../rule-authoring/clauses.ts'

export const SOUTH_ATLANTIC: Authorings = {
  'us-fl-crps': {
    rule: {
      // Earned after the last renewal and before the expiry.
      earning: { fromLastRenewal: true },
      limits: [approvedOnly('FCB')],
      proof: { audit: 'About 5 percent of holders.' },
    },
    unread: [
      note(
        'The board counts CE per year for most credentials (an older policy page says annual or biennial)',
      ),
    ],
  },
  'us-ga-cps-mh': {
    rule: {
      newHolders: [{ kind: 'none-before-next-january' }],
      // The other six from approved vendors: so all that does not come from the issuer needs its approval.
      limits: [{ kind: 'sponsor-least', sponsor: 'GMHCN', hours: 6 }, approvedOnly('GMHCN')],
      // Papers may follow until the end of February; the hours may not.
      earning: { countsInGrace: false },
      late: [{}, {}, { owesMissedYears: true, again: ['application'] }, { again: ['training'] }],
    },
  },
  'us-ga-cps-ad': {
    rule: {
      limits: [
        { kind: 'sponsor-least', sponsor: 'CARES Academy Connect', hours: 6 },
        { kind: 'sponsor-most', sponsor: 'GMHCN CPS project', hours: 6 },
        approvedOnly('CARES', { petition: true }),
      ],
      earning: { countsInGrace: false },
      late: [{}, {}, { again: ['application'] }],
    },
  },
  'us-nc-nccpss': {
    // Twelve general hours and eight on military content are the 20 of those with the designation.
    conditions: { [CeCategory.MILITARY_CONTENT]: HolderCondition.MILITARY_DESIGNATION },
    rule: {
      // Certificates of courses must be dated after the previous recertification.
      earning: { fromLastRenewal: true },
      submission: { noticesDaysBefore: [90, 60] },
      late: [{}, { again: ['application', 'training'] }],
    },
    // An older page asked for two references, too. When it changed was not read.
    before: [
      {
        until: READ_ON,
        dayWasRead: false,
        olderPage: {},
        was: { papers: [RenewalPaper.PERSONAL_REFERENCES] },
      },
    ],
  },
  'us-sc-cpss': {
    rule: { limits: [approvedOnly('SC SHARE')], late: [{}, { again: ['training'] }] },
  },
  'us-sc-cprs': {
    unread: [
      note('The 2020/2021 manual has a recertification and extensions chapter whose text is not stored.'),
    ],
  },
  'us-va-rprs': {
    // A second layer on the certificate: it does not stand alone, and owes hours of its own period.
    rule: { together: together(['us-va-cprs'], { needsOneOf: ['us-va-cprs'] }) },
    // An older summary had one hour; the text of November 2024 has two, so it stood by the end of that month.
    before: [
      {
        until: '2024-11-30',
        dayWasRead: false,
        olderPage: { url: null, title: 'Virginia Regulatory Town Hall, an older summary' },
        was: { minimums: [minimum(CeCategory.ETHICS, 1)] },
      },
    ],
  },
  'us-va-cprs': {
    rule: {
      // Courses from elsewhere: approved by another member board of IC&RC, or shown with papers.
      limits: [approvedOnly('VCB, IC&RC', { petition: true })],
      together: together(['us-va-rprs'], { needsOneOf: ['us-va-rprs'] }),
    },
  },
  'us-wv-prss': {
    rule: {
      papers: [
        RenewalPaper.ETHICS_SIGNED,
        RenewalPaper.RECOVERY_STATEMENT,
        // Spread over four domains, ethics alone with a number.
        RenewalPaper.DOMAINS_COVERED,
      ],
      limits: [approvedOnly('WVCBAPP')],
      earning: { countsInGrace: false },
      late: [{ needsHoursComplete: true }, { again: ['application', 'exam'] }],
    },
    unread: [
      left(
        UnreadKind.DOUBT,
        'Aug 30 appears as the date the 100 USD fee must arrive in the recertification year, so treat it as the common deadline',
      ),
    ],
  },
}
