import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@alongside/shared/calendar/plain-date'
import { gapsOf } from '@alongside/shared/certification/next-step/gaps'
import { nextStep, type NextStep } from '@alongside/shared/certification/next-step/next-step'
import {
  assessCertification,
  type CertificationAssessment,
  type CertificationRecord,
} from '@alongside/shared/certification/status/assess-certification'
import type { StatusReason } from '@alongside/shared/certification/status/status'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { anySituation, CASES, knownPractice, PROPERTY_TIMEOUT_MS } from '../rules/any-rule.ts'

/** With a day by which the board wants the renewal, and what it costs after that, in half of the cases. */
const situation = fc
  .tuple(anySituation, fc.option(fc.integer({ min: 1, max: 120 })), fc.boolean())
  .map(([{ record, today }, dueDaysBefore, dueIsRequest]) => {
    const rules = record.rules.map((rule) => ({
      ...rule,
      submission: { ...rule.submission, dueDaysBefore, dueIsRequest },
    }))
    const credits = record.credits.filter(({ heldOn, planned }) => planned || heldOn <= today)
    return {
      today,
      record: { ...record, rules, credits, practice: knownPractice(record.practice ?? null, today) },
    }
  })

/** Every day that a step tells somebody to keep. */
function daysIn(step: NextStep): string[] {
  return 'byOn' in step && step.byOn !== null ? [step.byOn] : []
}

/** Said again from the lines alone: everything is known, and there without anything that is still a question. */
function isComplete({ requirements }: CertificationAssessment): boolean {
  return requirements.every(
    (line) =>
      line.kind === 'not-owed' ||
      (line.kind === 'measured' &&
        line.earned >= line.needed &&
        line.earned - line.unconfirmed >= line.needed),
  )
}

type Held = CertificationRecord & { readonly certification: CertificationFacts }

/** A second statement of when each sentence is true, from what was recorded and nothing that the engine concluded. */
function isTrue(reason: StatusReason, { certification, statusPeriods, rules }: Held, today: string): boolean {
  const { issuedOn, expiresOn } = certification
  const extended = rules.flatMap(({ exceptions }) => exceptions.map(({ days }) => days ?? 0))
  const latestEnd = expiresOn && addDays(expiresOn, Math.max(0, ...extended))
  switch (reason.kind) {
    case 'no-certification':
      return false
    case 'not-issued-yet':
      return reason.issuedOn === issuedOn && today < issuedOn
    case 'status-recorded':
      return (
        statusPeriods.some(
          ({ status, startsOn }) => status === reason.status && startsOn === reason.startsOn,
        ) &&
        reason.startsOn <= today &&
        (reason.endsOn === null || today <= reason.endsOn)
      )
    case 'expired':
      return expiresOn !== null && expiresOn <= reason.expiredOn && reason.expiredOn < today
    case 'ended-by-rule':
      return expiresOn === null && issuedOn < reason.endedOn && reason.endedOn < today
    case 'short-at-this-pace':
      return (
        reason.shortfall.earned < reason.shortfall.needed &&
        reason.shortfall.shortBy === reason.shortfall.needed - reason.shortfall.earned
      )
    case 'renewal-open':
      return reason.closesOn === expiresOn && reason.opensOn <= today && today <= expiresOn
    case 'renewal-may-be-open':
      return expiresOn !== null && reason.opensOn <= today && today <= (latestEnd ?? '')
    case 'extended':
      return (
        expiresOn !== null &&
        expiresOn < today &&
        today <= reason.extendedUntil &&
        reason.extendedUntil <= (latestEnd ?? '')
      )
    case 'in-force':
      return reason.expiresOn === expiresOn && (expiresOn === null || today <= (latestEnd ?? ''))
    case 'end-not-known':
      return expiresOn === null && (reason.endsOn === null || today <= reason.endsOn)
  }
}

describe('the next step of any certification', () => {
  it(
    'names no day after the board’s, and none that has passed',
    () => {
      fc.assert(
        fc.property(situation, ({ record, today }) => {
          const assessment = assessCertification(record, today)
          const { expiresOn, rule } = assessment
          const step = nextStep(assessment, today)
          const due = rule.submission.dueDaysBefore
          const board = expiresOn === null || due === null ? null : addDays(expiresOn, -due)
          for (const day of daysIn(step)) {
            expect(day >= today, `${step.kind} ${day}`).toBe(true)
            const isRunning = expiresOn !== null && today <= expiresOn
            if (isRunning && board !== null && today <= board) expect(day <= board, step.kind).toBe(true)
            if (isRunning && step.kind !== 'reinstate') expect(day <= expiresOn, step.kind).toBe(true)
          }
          if (step.kind === 'submit' && board !== null && board < today) {
            expect(step.submission).toMatchObject({ isOver: true, wantedOn: board })
          }
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'tells nobody to send in what is not complete, and to do nothing while something is missing',
    () => {
      fc.assert(
        fc.property(situation, ({ record, today }) => {
          const assessment = assessCertification({ ...record, statusPeriods: [] }, today)
          const step = nextStep(assessment, today)
          if (step.kind === 'submit' || step.kind === 'submit-late') expect(isComplete(assessment)).toBe(true)
          const isRunning = ['AT_RISK', 'RENEWAL_OPEN', 'CURRENT'].includes(assessment.status)
          if (step.kind === 'nothing' && isRunning) {
            const open = assessment.forecast.filter(({ openNow, dueBy }) => openNow > 0 && today <= dueBy)
            expect(open).toEqual([])
            expect(assessment.requirements.filter(({ kind }) => kind === 'unknown')).toEqual([])
          }
          if (step.kind === 'enter-printed-day') expect(record.certification.expiresOn).toBeNull()
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})

describe('every sentence of a status', () => {
  it(
    'is true of its facts',
    () => {
      fc.assert(
        fc.property(situation, ({ record, today }) => {
          for (const reason of assessCertification(record, today).reasons) {
            expect(isTrue(reason, record, today), reason.kind).toBe(true)
          }
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})

describe('what is missing, in one sum', () => {
  it(
    'is met only where every part is known and there; the sum closes no gap with less than it takes',
    () => {
      fc.assert(
        fc.property(situation, ({ record, today }) => {
          const assessment = assessCertification(record, today)
          const { state, hours, short } = gapsOf(assessment.requirements)
          const isOwed = assessment.requirements.some(({ kind }) => kind === 'measured')
          expect(state === 'MET').toBe(isOwed && isComplete(assessment))
          const inHours = short.filter(
            ({ unit, requirement }) => unit === 'hours' && requirement.kind !== 'practice',
          )
          const each = inHours.map(({ shortBy }) => shortBy)
          expect(hours).toBeGreaterThanOrEqual(Math.max(0, ...each))
          expect(hours).toBeLessThanOrEqual(each.reduce((sum, shortBy) => sum + shortBy, 0))
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})
