/** Lists what stands in a catalogue row and is not counted by Alongside yet, in the words and numbers of the row. */
import type { CategoryClause, Credential } from '../catalogue/credential.ts'
import { UnreadKind, type UnreadPart } from '../renewal-rule.ts'

/** In the catalogue's notes, the rules of a first term stand after these words. */
const FIRST_TERM_MARK = 'New holders:'

export function unreadParts(credential: Credential): UnreadPart[] {
  return [
    ...gaps(credential),
    ...unreadEducation(credential),
    ...unreadRenewal(credential),
    ...prose(credential),
  ]
}

/** What stands in the notes about a holder's first term; null where nothing does. */
export function firstTermText({ notes }: Credential): string | null {
  const place = notes.indexOf(FIRST_TERM_MARK)
  return place < 0 ? null : notes.slice(place + FIRST_TERM_MARK.length).trim()
}

/** Why a category's clause is not counted; null for one that is. */
export function unreadReason(clause: CategoryClause): UnreadKind | null {
  if (clause.onlyIf != null) return UnreadKind.CONDITIONAL_MINIMUM
  if (clause.once === true) return UnreadKind.ONCE_MINIMUM
  if (clause.everyMonths != null) return UnreadKind.LONGER_THAN_CYCLE_MINIMUM
  if (clause.minCount != null) return UnreadKind.MINIMUM_IN_COURSES
  if (clause.minHours !== null && clause.minHours !== undefined) return null
  return clause.maxHours == null ? UnreadKind.MINIMUM_WITHOUT_NUMBER : UnreadKind.CATEGORY_MAXIMUM
}

function gaps({ renewal, continuingEducation: education }: Credential): UnreadPart[] {
  const inCourses = education.unit === 'courses'
  return [
    ...(renewal.expiry.shape === 'unknown' ? [part(UnreadKind.EXPIRY)] : []),
    ...(renewal.cycleMonths === null ? [part(UnreadKind.CYCLE_LENGTH)] : []),
    ...(inCourses ? [part(UnreadKind.COUNTED_IN_COURSES)] : []),
    ...(education.hours === null && !inCourses ? [part(UnreadKind.TOTAL)] : []),
  ]
}

function unreadEducation({ continuingEducation: education }: Credential): UnreadPart[] {
  const clauses = education.categories.flatMap((clause) => {
    const reason = unreadReason(clause)
    const { minHours, maxHours, minCount, everyMonths } = clause
    const figures = { minHours, maxHours, minCount, everyMonths }
    return reason ? [part(reason, clause.onlyIf, figures, clause.category)] : []
  })
  const limits = education.limits.map(({ kind, note, sponsor, ...figures }) =>
    part(UnreadKind.LIMIT, [kind, sponsor, note].filter(Boolean).join(': '), figures),
  )
  const { carryOverMaxHours: hours } = education
  return [
    ...clauses,
    ...limits,
    ...(hours === null ? [] : [part(UnreadKind.CARRY_OVER, null, { maxHours: hours })]),
    ...(education.sameActivityOnce ? [part(UnreadKind.SAME_ACTIVITY_ONCE)] : []),
  ]
}

function unreadRenewal({ renewal, practice }: Credential): UnreadPart[] {
  const { dueDaysBefore } = renewal.submit
  const { serviceHours, supervisionHours } = practice
  return [
    ...practicePart(UnreadKind.SERVICE_HOURS, serviceHours),
    ...practicePart(UnreadKind.SUPERVISION_HOURS, supervisionHours),
    ...(dueDaysBefore === null ? [] : [part(UnreadKind.SUBMIT_DUE, null, { dueDaysBefore })]),
    ...renewal.late.map(({ effect, withinDays, feeUsd }) =>
      part(UnreadKind.LATE_STEP, effect, { withinDays, feeUsd }),
    ),
  ]
}

function practicePart(kind: UnreadKind, asked: Credential['practice']['serviceHours']): UnreadPart[] {
  if (!asked) return []
  const text = [`per ${asked.per}`, asked.note].filter(Boolean).join(': ')
  return [part(kind, text, { hours: asked.hours, minCount: asked.minCount })]
}

function prose(credential: Credential): UnreadPart[] {
  const { earningWindow } = credential.continuingEducation
  const firstTerm = firstTermText(credential)
  return [
    ...(earningWindow ? [part(UnreadKind.EARNING_WINDOW, earningWindow)] : []),
    ...(firstTerm ? [part(UnreadKind.FIRST_TERM, firstTerm)] : []),
    part(UnreadKind.NOTES, credential.notes),
  ]
}

type Figures = Readonly<Record<string, number | null | undefined>>

function part(
  kind: UnreadKind,
  text: string | null = null,
  figures: Figures = {},
  category: UnreadPart['category'] = null,
): UnreadPart {
  const read = Object.entries(figures).flatMap(([name, value]) => (value == null ? [] : [{ name, value }]))
  return { kind, category, text: text || null, figures: read }
}
