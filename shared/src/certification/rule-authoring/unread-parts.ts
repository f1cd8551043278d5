/** Lists what stands in a catalogue row and is not counted, and what no page answered: in the words and numbers of the row. */
import type { Credential, LateStep } from '../catalogue/credential.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { UnreadKind, type UnreadPart } from '../rules/unread-part.ts'
import type { Authoring } from './authoring.ts'
import { left } from './clauses.ts'
import { isCounted } from './transcribe-rule.ts'

/** In the catalogue's notes, the rules of a first term stand after these words. */
const FIRST_TERM_MARK = 'New holders:'

export function unreadParts(
  credential: Credential,
  rule: RenewalRule,
  authoring: Authoring | null,
): UnreadPart[] {
  return [
    ...gaps(rule),
    ...uncountedClauses(credential, authoring?.conditions ?? {}),
    ...uncountedLadder(credential, rule),
    ...(authoring ? (authoring.unread ?? []) : prose(credential)),
  ]
}

/** What no page that was read answers. */
function gaps(rule: RenewalRule): UnreadPart[] {
  const isYearUnknown = rule.total?.per === 'year' && rule.total.yearKind === 'unknown'
  return [
    ...(rule.expiry.shape === 'unknown' || rule.expiry.shape === 'printed' ? [left(UnreadKind.EXPIRY)] : []),
    ...(rule.cycleMonths === null ? [left(UnreadKind.CYCLE_LENGTH)] : []),
    ...(rule.total === null ? [left(UnreadKind.TOTAL)] : []),
    ...(isYearUnknown ? [left(UnreadKind.KIND_OF_YEAR)] : []),
  ]
}

function uncountedClauses(
  { continuingEducation: { categories } }: Credential,
  conditions: NonNullable<Authoring['conditions']>,
): UnreadPart[] {
  return categories.flatMap((clause) => {
    const { category, onlyIf, minHours, minCount, maxHours } = clause
    if (isCounted(clause, conditions) || maxHours != null) return []
    const hasAmount = minHours != null || minCount != null
    const kind = hasAmount ? UnreadKind.CONDITIONAL_MINIMUM : UnreadKind.MINIMUM_WITHOUT_NUMBER
    return [left(kind, onlyIf, { minHours, minCount }, category)]
  })
}

/** A ladder that does not count from the expiry. */
function uncountedLadder({ renewal }: Credential, { late, submission }: RenewalRule): UnreadPart[] {
  if (late.length > 0) return []
  // A fee before the expiry belongs to the day by which the renewal is due.
  const isCounted = ({ withinDays }: LateStep): boolean => withinDays === 0 && submission.lateFeeUsd !== null
  const uncounted = renewal.late.filter((step) => !isCounted(step))
  return uncounted.map(({ effect, withinDays, feeUsd }) =>
    left(UnreadKind.LATE_STEP, effect, { withinDays, feeUsd }),
  )
}

/** All prose of a row that nobody has turned into typed words yet. */
function prose({ continuingEducation: { limits, earningWindow }, notes }: Credential): UnreadPart[] {
  const mark = notes.indexOf(FIRST_TERM_MARK)
  const firstTerm = mark < 0 ? null : notes.slice(mark + FIRST_TERM_MARK.length).trim()
  return [
    ...limits.map(({ kind, note, sponsor, ...figures }) =>
      left(UnreadKind.LIMIT, [kind, sponsor, note].filter(Boolean).join(': '), figures),
    ),
    ...(earningWindow ? [left(UnreadKind.EARNING_WINDOW, earningWindow)] : []),
    ...(firstTerm ? [left(UnreadKind.FIRST_TERM, firstTerm)] : []),
    left(UnreadKind.NOTES, notes),
  ]
}
