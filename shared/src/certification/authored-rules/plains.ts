/** Iowa, Kansas, Minnesota, Missouri, Nebraska and the Dakotas. */
import { UnreadKind } from '../rules/unread-part.ts'
import { RenewalPaper } from '../rules/asked.ts'
import { HolderCondition } from '../rules/holder-condition.ts'
import type { Authorings } from '../rule-authoring/authoring.ts'
import { approvedOnly, exception, left, note } from '../rule-authoring/clauses.ts'

export const PLAINS: Authorings = {
  'us-ia-cprs': {
    // What the board has not approved before counts once it was looked at, for a fee.
    rule: { limits: [approvedOnly('IBC', { petition: true })] },
    unread: [
      left(
        UnreadKind.LIMIT,
        'Per-course processing fee of 15 USD for distance learning or courses the board did not pre-approve',
      ),
      note(
        'A legacy mental-health credential (MHPSS) is closed to new people since mid-2018 but may still be renewed.',
      ),
    ],
  },
  'us-ks-kcps': {},
  'us-mn-cprs': {
    rule: {
      // After the first year only a fee is due; the two years with hours begin then.
      firstCertificate: { months: 12, extensionMonths: null },
      newHolders: [{ kind: 'none-in-first-term' }],
      papers: [RenewalPaper.ETHICS_SIGNED],
      firstTrainingHours: 46,
    },
    unread: [left(UnreadKind.FEE, 'The recertification fee may be paid yearly or every two years.')],
    before: [{ until: '2021-02-28', dayWasRead: true, was: { firstTrainingHours: 40 } }],
  },
  'us-mn-cps': {
    unread: [
      left(
        UnreadKind.CONDITIONAL_MINIMUM,
        'crisis-team members owe 30 h crisis training in their first two years on the team',
        { minHours: 30 },
      ),
    ],
  },
  'us-mo-cps': {
    rule: { newHolders: [{ kind: 'not-read' }] },
    unread: [
      left(UnreadKind.FIRST_TERM, 'set different CE for a first renewal than for later ones'),
      left(UnreadKind.LATE_STEP, 'A reinstatement policy and an unable-to-renew route exist.'),
      left(
        UnreadKind.DOUBT,
        'Common dates seen only in board packs of 2015 and 2017 for predecessor and sister credentials (cohorts Apr 30 and Oct 31)',
      ),
    ],
  },
  'us-ne-cpss': {
    rule: {
      newHolders: [{ kind: 'none-if-issued-within', months: 12, unless: HolderCondition.GRANDFATHERED }],
      exceptions: [
        exception('hours-waived', 'holders on active military service are also excused', {
          onlyIf: HolderCondition.ACTIVE_MILITARY_SERVICE,
        }),
      ],
      // The same programme counts once in two years.
      sameProgramme: 'once-a-cycle',
      proof: { audit: 'Documents are requested in an audit.' },
      late: [{}, { again: ['application'] }],
    },
    unread: [left(UnreadKind.LIMIT, 'CE must be in the designated peer support domains')],
  },
  'us-nd-cpss': {
    rule: {
      papers: [RenewalPaper.ETHICS_SIGNED, RenewalPaper.PERSONAL_STATEMENT],
      proof: { audit: 'Proof is requested only in an audit.' },
    },
    unread: [
      left(
        UnreadKind.DOUBT,
        '20 h comes from the Copeland Center page, two years from a peer association page.',
      ),
    ],
  },
  'us-sd-none': {},
}
