import fc from 'fast-check'
import { addDays, daysBetween } from '@alongside/shared/calendar/plain-date'
import { CE_CATEGORIES } from '@alongside/shared/certification/catalogue/ce-category'
import type { CertificationFacts } from '@alongside/shared/certification/certification-facts'
import { CREDENTIALS } from '@alongside/shared/certification/credential-catalogue'
import type { CeCredit } from '@alongside/shared/certification/ce-credit'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'

/** How many cases a property tries: a tenth in `npm test`, all in `npm run drills`. */
export const CASES = process.env['ALONGSIDE_DRILLS'] ? 10_000 : 1_000

/** Long enough for all cases on a busy machine. */
export const PROPERTY_TIMEOUT_MS = 120_000

export const anyDay = fc
  .integer({ min: 0, max: daysBetween('2020-01-01', '2040-12-31') })
  .map((days) => addDays('2020-01-01', days))

export const anyRule = fc.constantFrom(...CREDENTIALS.map(({ id }) => id)).map(renewalRuleOf)

const anyBirthday = fc.integer({ min: 0, max: 365 }).map((days) => addDays('2024-01-01', days).slice(5))

/** A certification issued between 2020 and 2040, with or without a printed expiry in the four years after. */
export const anyCertification: fc.Arbitrary<CertificationFacts> = fc
  .record({
    issuedOn: anyDay,
    term: fc.option(fc.integer({ min: 1, max: 1_461 }), { freq: 4 }),
    birthday: fc.option(anyBirthday),
  })
  .map(({ issuedOn, term, birthday }) => ({
    issuedOn,
    expiresOn: term === null ? null : addDays(issuedOn, term),
    birthday,
  }))

const anyHours = fc.integer({ min: 1, max: 48 }).map((quarters) => quarters / 4)

/** Hours held or planned on some day from `from` on; ids are those of the places in the list. */
export function anyCredits(from: string, days: number): fc.Arbitrary<CeCredit[]> {
  const credit = fc.record({
    heldOn: fc.integer({ min: 0, max: days }).map((later) => addDays(from, later)),
    hours: anyHours,
    categories: fc.subarray([...CE_CATEGORIES.slice(0, 7), 'any' as const], { maxLength: 3 }),
    planned: fc.boolean(),
  })
  return fc
    .array(credit, { maxLength: 12 })
    .map((credits) => credits.map((each, place) => ({ ...each, id: `${place}` })))
}
