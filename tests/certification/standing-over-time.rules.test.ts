import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@alongside/shared/calendar/plain-date'
import { assessCertification } from '@alongside/shared/certification/assess-certification'
import { CertificationStatus } from '@alongside/shared/certification/certification-facts'
import { Standing } from '@alongside/shared/certification/standing'
import { anyCertification, anyCredits, anyRule, CASES, PROPERTY_TIMEOUT_MS } from './any-rule.ts'

describe('any certification from 2020 to 2040', () => {
  const statuses = Object.values(CertificationStatus)
  const situation = fc
    .record({ rule: anyRule, certification: anyCertification })
    .chain(({ rule, certification }) => {
      const later = fc.integer({ min: 0, max: 1_600 }).map((days) => addDays(certification.issuedOn, days))
      const periods = fc.array(
        fc.record({ status: fc.constantFrom(...statuses), startsOn: later, endsOn: fc.option(later) }),
        { maxLength: 2 },
      )
      return fc.record({
        record: fc.record({
          rules: fc.constant([rule]),
          certification: fc.constant(certification),
          statusPeriods: periods,
          credits: anyCredits(certification.issuedOn, 900),
        }),
        today: later,
      })
    })

  it(
    'keeps its standing until the day of the next change, and changes then',
    () => {
      fc.assert(
        fc.property(situation, fc.nat(), ({ record, today }, between) => {
          const credits = record.credits.filter(({ heldOn, planned }) => planned || heldOn <= today)
          const on = (day: string) => assessCertification({ ...record, credits }, day)
          const { standing, nextChangeOn } = on(today)
          if (nextChangeOn === null) {
            expect(on(addDays(today, between % 2_000)).standing).toBe(standing)
          } else {
            expect(nextChangeOn > today).toBe(true)
            expect(on(addDays(nextChangeOn, -1)).standing).toBe(standing)
            expect(on(nextChangeOn).standing).not.toBe(standing)
          }
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'always has a reason, and is never lapsed, at risk or open against the printed day',
    () => {
      fc.assert(
        fc.property(situation, ({ record, today }) => {
          const { standing, reasons } = assessCertification({ ...record, statusPeriods: [] }, today)
          const { expiresOn } = record.certification
          expect(reasons.length).toBeGreaterThan(0)
          const afterwards: Standing[] = [Standing.LAPSED, Standing.GRACE, Standing.INACTIVE]
          expect(afterwards.includes(standing)).toBe(expiresOn !== null && expiresOn < today)
          if (standing === Standing.RENEWAL_OPEN) expect(expiresOn).not.toBeNull()
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})
