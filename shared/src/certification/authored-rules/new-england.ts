/** Connecticut, Maine, Massachusetts, New Hampshire, Rhode Island and Vermont. */
import { UnreadKind } from '../rules/unread-part.ts'
import { ProofItem, RenewalPaper } from '../rules/asked.ts'
import type { Authorings } from '../rule-authoring/authoring.ts'
import { approvedOnly, left, NOT_IN_PERSON, note, practice } from '../rule-authoring/clauses.ts'

export const NEW_ENGLAND: Authorings = {
  'us-ct-rss': {
    unread: [
      left(
        UnreadKind.COMING_CHANGE,
        'DMHAS has contracted the Connecticut Certification Board to build a new peer/recovery support certification with grandparenting, so this rule is likely to be replaced.',
      ),
      left(UnreadKind.DOUBT, 'expiryRule inferred from the three-year wording.'),
    ],
  },
  'us-ma-cps': {
    unread: [
      left(
        UnreadKind.DOUBT,
        "Shape 'none' rests on a secondary source; confirm before telling a holder that nothing is due.",
      ),
    ],
  },
  'us-ma-carc': {},
  'us-me-cipss': {
    rule: {
      // The provisional certificate gives one year for the items of fieldwork, which are those of every year.
      firstCertificate: { months: 12, extensionMonths: null },
      // One session a quarter of reflecting together with another peer.
      practice: [
        practice('service', 75, 'hours', 'year'),
        // Whether these are the calendar's quarters or those of the certificate was not read.
        { ...practice('co-reflection', 1, 'sessions', 'quarter'), periodKind: 'unknown' },
      ],
    },
    unread: [
      left(
        UnreadKind.SERVICE_HOURS,
        'State page says 75 h practice a year, the later Copeland Center page says 72 h.',
      ),
    ],
  },
  'us-nh-crsw': {
    rule: {
      // A training vendor's sentence: at most three hours online.
      limits: [{ kind: 'delivery-most', modes: NOT_IN_PERSON, hours: 3, percent: null }],
      // Competence, domains, presenter, hours, and whether the course had been approved before.
      proof: { mustShow: [ProofItem.CATEGORY, ProofItem.INSTRUCTOR, ProofItem.HOURS, ProofItem.APPROVAL] },
    },
    unread: [
      left(UnreadKind.LIMIT, 'quoted by a training vendor for CRSW renewals'),
      left(UnreadKind.PROOF, 'different proof for pre-approved and not pre-approved courses'),
    ],
  },
  'us-ri-cprs': {
    unread: [
      note('IC&RC minimum (20 h, 6 ethics, two years) is the likely floor but was not read for RICB.'),
      left(
        UnreadKind.EXCEPTION,
        "The one-year rule was read on the board's pandemic-time notice, which waived the lapsed fee and allowed all hours online for a period.",
      ),
    ],
  },
  'us-vt-crc': {
    // At work, or a volunteer, at a recovery resource that is recognised; no number of hours.
    rule: { papers: [RenewalPaper.STILL_PRACTISING] },
    unread: [left(UnreadKind.SUPERVISION_HOURS, 'mentorship with a Recovery Coach Supervisor')],
  },
  'us-vt-cpsp': {
    rule: {
      // The state's certificate is new on this day.
      effectiveFrom: '2025-07-01',
      effectWasRead: true,
      limits: [approvedOnly('the credentialing body')],
    },
    unread: [
      note('Two steps: a credential from an authorised credentialing body, then the state certificate.'),
    ],
  },
}
