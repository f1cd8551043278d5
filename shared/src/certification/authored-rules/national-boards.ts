/** The national boards. */
import { RenewalPaper } from '../rules/asked.ts'
import type { Authorings } from '../rule-authoring/authoring.ts'
import { note } from '../rule-authoring/clauses.ts'

export const NATIONAL_BOARDS: Authorings = {
  'us-national-icrc-pr': {
    // At least 51 percent of living or working in the area of the board.
    rule: { papers: [RenewalPaper.STILL_IN_THE_AREA] },
    unread: [note('Floor only: member boards may ask for more.')],
  },
  'us-national-ncprss': {},
  'us-national-ncps': {
    unread: [
      note(
        "the Florida Certification Board's general rule (CE between renewals, provider recognised by FCB) should apply",
      ),
    ],
  },
}
