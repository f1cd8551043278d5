/** Whether a course would count for a certification, before it is taken: yes, no, or ask the board. */
import { maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import { renewalCaseOf, type CertificationRecord } from '../status/assess-certification.ts'
import type { CeCredit } from '../hours/ce-credit.ts'
import { ceilingOver } from '../hours/ceilings.ts'
import { countableCredits } from '../hours/countable-credits.ts'
import { limitOn } from '../hours/credit-limits.ts'
import { needsSeparateHours, type RenewalCase } from '../requirements/renewal-case.ts'
import { isMeasured, type RequirementResult } from '../requirements/requirement-result.ts'
import { educationRequirements, requirementsOf } from '../requirements/requirements.ts'
import { isOpenQuestion, type CountReason, type CourseAnswer } from './credit-outcome.ts'

/**
 * The course is assessed as if it had been held on its day, beside everything that is there. What the rule asks and
 * nobody has answered (was it approved?), or what was not read at all, is for the board to say.
 */
export function willItCount(record: CertificationRecord, course: CeCredit, today: PlainDate): CourseAnswer {
  const renewalCase = renewalCaseOf(record, today)
  const held: CeCredit = { ...course, planned: false }
  const on = maxDate(today, course.heldOn)
  const withIt = { ...renewalCase, credits: [...renewalCase.credits, held] }
  const after = requirementsOf(withIt, on)
  const assessed = assess(renewalCase, withIt, held, on)
  return { ...assessed, after, rule: renewalCase.rule }
}

type Assessed = Pick<CourseAnswer, 'answer' | 'counted' | 'reasons'>

function assess(renewalCase: RenewalCase, withIt: RenewalCase, course: CeCredit, on: PlainDate): Assessed {
  const refused = limitOn(renewalCase.rule, course)
  if (refused.refusedBy !== null) return validationError([refused.refusedBy])
  const [before, after] = [renewalCase, withIt].map((each) => educationRequirements(each, on))
  const place = (before ?? []).findIndex((result) => isAbout(result, course))
  const [was, willBe] = [before?.[place], after?.[place]]
  if (was === undefined || willBe === undefined) return whereNothingIsMeasured(before ?? [], refused.notes)
  if (!isMeasured(was) || !isMeasured(willBe)) return ask(null, refused.notes)
  const entry = countableCredits(renewalCase.rule, withIt.credits, {
    window: was.window,
    today: on,
    withPlanned: true,
    certificationId: renewalCase.certificationId ?? null,
    issuedOn: renewalCase.certification?.issuedOn ?? was.window.startsOn,
    separately: needsSeparateHours(renewalCase),
  }).find(({ credit }) => credit === course)
  const notes = entry?.notes ?? []
  const counted = willBe.earned - was.earned
  if (entry === undefined || entry.quarters === 0) return validationError(notes)
  if (notes.some(isOpenQuestion)) return ask(counted, notes)
  if (counted === 0) return addsNothing(renewalCase, before ?? [], was, course)
  return { answer: 'yes', counted, reasons: notes }
}

/** The first line that a day of the course belongs to; the total before any minimum. */
function isAbout(result: RequirementResult, { startsOn, heldOn }: CeCredit): boolean {
  if (!isMeasured(result)) return false
  return (startsOn ?? heldOn) <= result.window.endsOn && result.window.startsOn <= heldOn
}

function whereNothingIsMeasured(
  before: readonly RequirementResult[],
  notes: readonly CountReason[],
): Assessed {
  const windows = before.filter(isMeasured).map(({ window }) => window)
  const [window] = windows
  if (window !== undefined) return { answer: 'no', counted: 0, reasons: [{ kind: 'outside-window', window }] }
  const isExempt = before.length > 0 && before.every(({ kind }) => kind === 'not-owed')
  return isExempt ? { answer: 'no', counted: 0, reasons: [{ kind: 'not-needed' }] } : ask(null, notes)
}

function ask(counted: number | null, notes: readonly CountReason[]): Assessed {
  return {
    answer: 'ask-the-board',
    counted,
    reasons: notes.some(isOpenQuestion) ? notes : [...notes, { kind: 'rule-not-read' }],
  }
}

/** A minimum that the course does not serve says nothing of the total: that may not have been read, or have other days. */
function addsNothing(
  renewalCase: RenewalCase,
  before: readonly RequirementResult[],
  { requirement }: RequirementResult,
  course: CeCredit,
): Assessed {
  const totals = before.filter((result) => result.requirement.kind === 'total')
  if (totals.some(({ kind }) => kind === 'unknown')) return ask(null, [])
  const [total] = totals.filter(isMeasured)
  if (total === undefined || requirement.kind === 'total')
    return validationError(ceilingReached(renewalCase, course))
  return validationError([{ kind: 'outside-window', window: total.window }])
}

function ceilingReached({ rule }: RenewalCase, course: CeCredit): CountReason[] {
  const over = ceilingOver(rule, course)
  return over === null ? [{ kind: 'not-needed' }] : [{ kind: 'limit', limit: over.limit }]
}

/** A refusal that the board lifts on request, or that rests on something not read, is a question to the board. */
function validationError(reasons: readonly CountReason[]): Assessed {
  const canBeAsked = reasons.some(
    (reason) =>
      reason.kind === 'unit-not-converted' ||
      reason.kind === 'crosses-window' ||
      (reason.kind === 'limit' && reason.limit.kind === 'approved-only' && reason.limit.petition),
  )
  return canBeAsked
    ? { answer: 'ask-the-board', counted: null, reasons }
    : { answer: 'no', counted: 0, reasons }
}
