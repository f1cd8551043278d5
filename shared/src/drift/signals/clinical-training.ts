import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { DriftCause } from '../drift-causes.ts'
import { DriftSignal, MissingFact, measured, unknown, type SignalResult } from './signal.ts'
import { COURSE_DAYS, COURSES_NEEDED, SIGNAL_THRESHOLDS } from './thresholds.ts'
import { percentOf } from './week-facts.ts'

/** One course of the peer that counts, in contact hours. */
export interface CourseFact {
  readonly id: string
  /** Its last day. */
  readonly heldOn: PlainDate
  /** Whole steps, so that shares are exact. */
  readonly twentiethsOfHours: number
  /** Whether its content is clinical treatment; a course that nobody marked is not. */
  readonly isClinical: boolean
}

/** The share of the CE hours of the last year that were about clinical treatment. */
export function clinicalTraining(courses: readonly CourseFact[], today: PlainDate): SignalResult {
  const signal = DriftSignal.CE_TURNING_CLINICAL
  const threshold = SIGNAL_THRESHOLDS[signal]
  const recent = courses.filter(({ heldOn }) => heldOn > addDays(today, -COURSE_DAYS) && heldOn <= today)
  if (recent.length < COURSES_NEEDED) return unknown(signal, 1, threshold, MissingFact.COURSES)
  const clinical = recent.filter(({ isClinical }) => isClinical)
  return measured({
    ...{ signal, version: 1, threshold, suggestedCause: DriftCause.AGENCY_POLICY },
    figure: percentOf(hoursOf(clinical), hoursOf(recent)),
    entries: clinical,
  })
}

function hoursOf(courses: readonly CourseFact[]): number {
  return courses.reduce((sum, { twentiethsOfHours }) => sum + twentiethsOfHours, 0)
}
