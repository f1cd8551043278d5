/** Whether a course would count for a certification, before it is taken: yes, no, or ask the board. */
import { isWithin } from '../../calendar/period.ts'
import { maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import { matterOf, type CertificationRecord } from '../status/assess-certification.ts'
import type { CeCredit } from '../hours/ce-credit.ts'
import { ceilingOver } from '../hours/ceilings.ts'
import { countableCredits } from '../hours/countable-credits.ts'
import { limitOn } from '../hours/credit-limits.ts'
import { needsSeparateHours, type RenewalMatter } from '../requirements/renewal-matter.ts'
import { isMeasured, type RequirementResult } from '../requirements/requirement-result.ts'
import { educationRequirements, requirementsOf } from '../requirements/requirements.ts'
import type { CountReason, CourseAnswer } from './credit-outcome.ts'

/**
 * The course is judged as if it had been held on its day, beside everything that is there. What the rule asks and
 * nobody has answered (was it approved?), or what was not read at all, is for the board to say.
 */
export function willItCount(record: CertificationRecord, course: CeCredit, today: PlainDate): CourseAnswer {
  const matter = matterOf(record)
  const held: CeCredit = { ...course, planned: false }
  const on = maxDate(today, course.heldOn)
  const withIt = { ...matter, credits: [...matter.credits, held] }
  const after = requirementsOf(withIt, on)
  const judged = judge(matter, withIt, held, on)
  return { ...judged, after, rule: matter.rule }
}

type Judged = Pick<CourseAnswer, 'answer' | 'counted' | 'reasons'>

function judge(matter: RenewalMatter, withIt: RenewalMatter, course: CeCredit, on: PlainDate): Judged {
  const refused = limitOn(matter.rule, course)
  if (refused.refusedBy !== null) return refusal([refused.refusedBy])
  const [before, after] = [matter, withIt].map((each) => educationRequirements(each, on))
  const place = (before ?? []).findIndex((result) => isAbout(result, course.heldOn))
  const [was, willBe] = [before?.[place], after?.[place]]
  if (was === undefined || willBe === undefined) return whereNothingIsMeasured(before ?? [], refused.notes)
  if (!isMeasured(was) || !isMeasured(willBe)) return ask(null, refused.notes)
  const entry = countableCredits(matter.rule, withIt.credits, {
    window: was.window,
    today: on,
    withPlanned: true,
    certificationId: matter.certificationId ?? null,
    issuedOn: matter.certification?.issuedOn ?? was.window.startsOn,
    separately: needsSeparateHours(matter),
  }).find(({ credit }) => credit === course)
  const notes = entry?.notes ?? []
  const counted = willBe.earned - was.earned
  if (entry === undefined || entry.quarters === 0) return refusal(notes)
  const open = notes.filter(({ kind }) => kind === 'limit-not-known')
  if (open.length > 0) return ask(counted, notes)
  if (counted === 0) return addsNothing(matter, before ?? [], was, course)
  return { answer: 'yes', counted, reasons: notes }
}

/** The first line that the day of the course belongs to; the total before any minimum. */
function isAbout(result: RequirementResult, day: PlainDate): boolean {
  return isMeasured(result) && isWithin(day, result.window)
}

function whereNothingIsMeasured(before: readonly RequirementResult[], notes: readonly CountReason[]): Judged {
  const windows = before.filter(isMeasured).map(({ window }) => window)
  const [window] = windows
  if (window !== undefined) return { answer: 'no', counted: 0, reasons: [{ kind: 'outside-window', window }] }
  const isNotOwed = before.length > 0 && before.every(({ kind }) => kind === 'not-owed')
  return isNotOwed ? { answer: 'no', counted: 0, reasons: [{ kind: 'not-needed' }] } : ask(null, notes)
}

function ask(counted: number | null, notes: readonly CountReason[]): Judged {
  const open = notes.some(({ kind }) => kind === 'limit-not-known')
  return { answer: 'ask-the-board', counted, reasons: open ? notes : [...notes, { kind: 'rule-not-read' }] }
}

/** A minimum that the course does not serve says nothing of the total: that may not have been read, or have other days. */
function addsNothing(
  matter: RenewalMatter,
  before: readonly RequirementResult[],
  { requirement }: RequirementResult,
  course: CeCredit,
): Judged {
  const totals = before.filter((result) => result.requirement.kind === 'total')
  if (totals.some(({ kind }) => kind === 'unknown')) return ask(null, [])
  const [total] = totals.filter(isMeasured)
  if (total === undefined || requirement.kind === 'total') return refusal(ceilingReached(matter, course))
  return refusal([{ kind: 'outside-window', window: total.window }])
}

function ceilingReached({ rule }: RenewalMatter, course: CeCredit): CountReason[] {
  const over = ceilingOver(rule, course)
  return over === null ? [{ kind: 'not-needed' }] : [{ kind: 'limit', limit: over.limit }]
}

/** A refusal that the board lifts on request, or that rests on something not read, is a question to the board. */
function refusal(reasons: readonly CountReason[]): Judged {
  const canBeAsked = reasons.some(
    (reason) =>
      reason.kind === 'unit-not-converted' ||
      (reason.kind === 'limit' && reason.limit.kind === 'approved-only' && reason.limit.petition),
  )
  return canBeAsked
    ? { answer: 'ask-the-board', counted: null, reasons }
    : { answer: 'no', counted: 0, reasons }
}
