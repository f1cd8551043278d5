import fc from 'fast-check'
import { addDays, daysBetween } from '@alongside/shared/calendar/plain-date'
import type { CertificationRecord } from '@alongside/shared/certification/status/assess-certification'
import { CE_CATEGORIES } from '@alongside/shared/certification/catalogue/ce-category'
import {
  BoardStatus,
  type CertificationFacts,
} from '@alongside/shared/certification/status/certification-facts'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import type { CeCredit, PracticeRecord } from '@alongside/shared/certification/hours/ce-credit'
import { DELIVERY_MODES } from '@alongside/shared/certification/catalogue/delivery-mode'
import type { PracticeRequirement } from '@alongside/shared/certification/rules/asked'
import { HOLDER_CONDITIONS } from '@alongside/shared/certification/rules/holder-condition'
import { COURSE_CONTENTS, CREDIT_UNITS, EARNED_BY } from '@alongside/shared/certification/rules/limits'
import { renewalRulesOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'

/** How many cases a property tries: a tenth in `npm test`, all in `npm run drills`. */
export const CASES = process.env['ALONGSIDE_DRILLS'] ? 10_000 : 1_000

/** Long enough for all cases on a busy machine. */
export const PROPERTY_TIMEOUT_MS = 120_000

export const anyDay = fc
  .integer({ min: 0, max: daysBetween('2020-01-01', '2040-12-31') })
  .map((days) => addDays('2020-01-01', days))

const anyAskedPractice: fc.Arbitrary<PracticeRequirement> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('service' as const, 'supervision' as const),
    amount: fc.integer({ min: 1, max: 30 }),
    unit: fc.constant('hours' as const),
    per: fc.constantFrom('cycle' as const, 'year' as const, 'quarter' as const, 'month' as const),
    longSessions: fc.constant(null),
  }),
  fc.record({
    kind: fc.constantFrom('supervision' as const, 'co-reflection' as const),
    amount: fc.integer({ min: 1, max: 3 }),
    unit: fc.constant('sessions' as const),
    per: fc.constantFrom('cycle' as const, 'year' as const, 'quarter' as const, 'month' as const),
    longSessions: fc.option(fc.constant({ count: 1, minutes: 30 })),
  }),
)

/** Every other rule asks for practice of any kind in place of its own: few that were read ask for any. */
function askingPractice<Rules>(
  rules: fc.Arbitrary<Rules>,
  change: (rules: Rules, practice: PracticeRequirement[]) => Rules,
): fc.Arbitrary<Rules> {
  const practice = fc.array(anyAskedPractice, { minLength: 1, maxLength: 2 })
  const changed = fc.tuple(rules, practice).map(([each, asked]) => change(each, asked))
  return fc.oneof(rules, changed)
}

/** All versions of one credential's rule. */
export const anyRules = askingPractice(
  fc.constantFrom(...CREDENTIALS.map(({ id }) => id)).map(renewalRulesOf),
  (rules, practice) => rules.map((rule) => ({ ...rule, practice })),
)

/** Any version of any rule. */
export const anyRule = askingPractice(
  fc.constantFrom(...CREDENTIALS.flatMap(({ id }) => renewalRulesOf(id))),
  (rule, practice) => ({ ...rule, practice }),
)

const anyBirthday = fc.integer({ min: 0, max: 365 }).map((days) => addDays('2024-01-01', days).slice(5))

const anyConditions = fc
  .tuple(...HOLDER_CONDITIONS.map(() => fc.option(fc.boolean())))
  .map((answers) =>
    Object.fromEntries(
      HOLDER_CONDITIONS.flatMap((name, place) => (answers[place] == null ? [] : [[name, answers[place]]])),
    ),
  )

/** A certification issued between 2020 and 2040, with or without a printed expiry in the four years after. */
export const anyCertification: fc.Arbitrary<CertificationFacts> = fc
  .record({
    issuedOn: anyDay,
    term: fc.option(fc.integer({ min: 1, max: 1_461 }), { freq: 4 }),
    birthday: fc.option(anyBirthday),
    conditions: anyConditions,
    chosenCycleMonths: fc.constantFrom(null, 12, 24),
    examYear: fc.option(fc.integer({ min: 2018, max: 2040 })),
  })
  .map(({ term, ...facts }) => ({
    ...facts,
    expiresOn: term === null ? null : addDays(facts.issuedOn, term),
  }))

const anyHours = fc.integer({ min: 1, max: 48 }).map((quarters) => quarters / 4)
const within = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((later) => addDays(from, later))

/** Hours held or planned on some day from `from` on; ids are those of the places in the list. */
export function anyCredits(from: string, days: number): fc.Arbitrary<CeCredit[]> {
  const often = { freq: 3 }
  const credit = fc.record({
    heldOn: within(from, days),
    hours: anyHours,
    categories: fc.subarray([...CE_CATEGORIES], { maxLength: 3 }),
    planned: fc.boolean(),
    unit: fc.constantFrom('CONTACT_HOURS' as const, 'CONTACT_HOURS' as const, ...CREDIT_UNITS),
    deliveryMode: fc.option(fc.constantFrom(...DELIVERY_MODES), often),
    earnedBy: fc.constantFrom('ATTENDING' as const, 'ATTENDING' as const, ...EARNED_BY),
    sponsor: fc.constantFrom(null, 'GMHCN', 'CARES Academy Connect', 'GMHCN CPS project', 'Harbor'),
    approvedBy: fc.option(fc.subarray(['ICB', 'GMHCN', 'NAADAC', 'TDMHSAS', 'VCB']), often),
    contents: fc.subarray([...COURSE_CONTENTS], { maxLength: 1 }),
    programme: fc.constantFrom('listening', 'boundaries', 'ethics', 'peers', 'jails'),
  })
  return fc
    .array(credit, { maxLength: 12 })
    .map((credits) => credits.map((each, place) => ({ ...each, id: `${place}` })))
}

export function anyPractice(from: string, days: number): fc.Arbitrary<PracticeRecord | null> {
  const session = fc.record({
    heldOn: within(from, days),
    minutes: fc.integer({ min: 5, max: 120 }),
    isCoReflection: fc.boolean(),
  })
  return fc.option(
    fc.record({
      sessions: fc.option(fc.array(session, { maxLength: 20 }), { freq: 6 }),
      serviceHours: fc.option(
        fc.array(fc.record({ on: within(from, days), hours: anyHours }), { maxLength: 6 }),
      ),
    }),
    { freq: 3 },
  )
}

/** Without the sessions and hours of days to come. */
export function knownPractice(practice: PracticeRecord | null, today: string): PracticeRecord | null {
  if (practice === null) return null
  return {
    sessions: practice.sessions?.filter(({ heldOn }) => heldOn <= today) ?? null,
    serviceHours: practice.serviceHours?.filter(({ on }) => on <= today) ?? null,
  }
}

/** A certification with everything that a status rests on, assessed by all versions of its rule. */
export const anySituation: fc.Arbitrary<{
  readonly record: CertificationRecord & { readonly certification: CertificationFacts }
  readonly today: string
}> = fc.record({ rules: anyRules, certification: anyCertification }).chain(({ rules, certification }) => {
  const from = addDays(certification.issuedOn, -400)
  const later = within(certification.issuedOn, 1_600)
  const period = fc.record({
    status: fc.constantFrom(...Object.values(BoardStatus)),
    startsOn: later,
    endsOn: fc.option(later),
  })
  return fc.record({
    record: fc.record({
      rules: fc.constant(rules),
      certification: fc.constant(certification),
      statusPeriods: fc.array(period, { maxLength: 2 }),
      credits: anyCredits(from, 1_600),
      practice: anyPractice(from, 1_600),
    }),
    today: later,
  })
})
