import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '@alongside/shared/calendar/plain-date'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { endByRule, expiryInForce } from '@alongside/shared/certification/status/expiry-in-force'
import { anySituation, CASES, knownPractice, PROPERTY_TIMEOUT_MS } from '../rules/any-rule.ts'

/** What is entered later is no part of what was known today. */
const asKnown = anySituation.map(({ record, today }) => {
  const credits = record.credits.filter(({ heldOn, planned }) => planned || heldOn <= today)
  return { today, record: { ...record, credits, practice: knownPractice(record.practice ?? null, today) } }
})

/** The strongest first: a lower place is worse. */
const ORDER = Object.values(CertificationStatus)

describe('any certification from 2020 to 2040', () => {
  it(
    'keeps its status until the day of the next change, and changes then',
    () => {
      fc.assert(
        fc.property(asKnown, fc.nat(), fc.nat(), ({ record, today }, one, other) => {
          const on = (day: string) => assessCertification(record, day)
          const { status, nextChangeOn } = on(today)
          const quiet = nextChangeOn === null ? 2_000 : daysBetween(today, nextChangeOn)
          expect(quiet).toBeGreaterThan(0)
          for (const days of [one % quiet, other % quiet, quiet - 1]) {
            expect(on(addDays(today, days)).status).toBe(status)
          }
          if (nextChangeOn !== null) expect(on(nextChangeOn).status).not.toBe(status)
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'changes on no day that was not announced, looked at day by day',
    () => {
      fc.assert(
        fc.property(asKnown, ({ record, today }) => {
          let announced = assessCertification(record, today)
          for (let days = 1; days <= 45; days++) {
            const day = addDays(today, days)
            const now = assessCertification(record, day)
            expect(now.status === announced.status, `${day} ${now.status}`).toBe(
              day !== announced.nextChangeOn,
            )
            if (day === announced.nextChangeOn) announced = now
          }
        }),
        { numRuns: CASES / 10 },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'gets no better by a passing day: only what was recorded for that day heals',
    () => {
      fc.assert(
        fc.property(asKnown, fc.integer({ min: 1, max: 1_600 }), ({ record, today }, further) => {
          const { statusPeriods, certification } = record
          const healing = new Set([
            certification.issuedOn,
            ...statusPeriods.flatMap(({ endsOn }) => (endsOn === null ? [] : [addDays(endsOn, 1)])),
            // A recorded grace holds off the lapse from its first day on.
            ...statusPeriods.map(({ startsOn }) => startsOn),
          ])
          const rankOn = (day: string) => ORDER.indexOf(assessCertification(record, day).status)
          const changes = [today, addDays(today, further)].flatMap((day) => {
            const { nextChangeOn, cycle } = assessCertification(record, day)
            const ends = cycle.kind === 'known' ? [addDays(cycle.endsOn, 1)] : []
            return nextChangeOn === null ? ends : [nextChangeOn, ...ends]
          })
          for (const day of [addDays(today, further), ...changes]) {
            if (healing.has(day) || day <= certification.issuedOn) continue
            expect(rankOn(day), day).toBeLessThanOrEqual(rankOn(addDays(day, -1)))
          }
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'always has a reason, and is never lapsed, at risk or open against the day that ends it',
    () => {
      fc.assert(
        fc.property(anySituation, ({ record, today }) => {
          const { status, reasons, rule, cycle } = assessCertification(
            { ...record, statusPeriods: [] },
            today,
          )
          const { certification } = record
          const endsOn = expiryInForce(rule, certification) ?? endByRule(certification, cycle)
          expect(reasons.length).toBeGreaterThan(0)
          const afterwards: CertificationStatus[] = [
            CertificationStatus.LAPSED,
            CertificationStatus.GRACE,
            CertificationStatus.INACTIVE,
          ]
          expect(afterwards.includes(status)).toBe(endsOn !== null && endsOn < today)
          if (status === CertificationStatus.RENEWAL_OPEN) expect(endsOn).not.toBeNull()
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})
