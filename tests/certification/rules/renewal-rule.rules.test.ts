import { describe, expect, it } from 'vitest'
import { addDays } from '@alongside/shared/calendar/plain-date'
import type { Credential } from '@alongside/shared/certification/catalogue/credential'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { UNKNOWN_RULE, type RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { UnreadKind } from '@alongside/shared/certification/rules/unread-part'
import {
  authorRenewalRules,
  renewalRuleOf,
  renewalRulesOf,
} from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { ROW_SENTENCES } from '@alongside/shared/certification/rule-authoring/for-readers'
import { LATER_READINGS } from '@alongside/shared/certification/authored-rules/later-readings'
import { AUTHORINGS } from '@alongside/shared/certification/rule-authoring/authorings'

const newest = CREDENTIALS.map(({ id }) => renewalRuleOf(id))

function unreadOf(credentialId: string, kind: UnreadKind) {
  return renewalRuleOf(credentialId).unread.filter((part) => part.kind === kind)
}

function partsByKind(rules: readonly RenewalRule[]): Record<string, number> {
  const groups = Map.groupBy(
    rules.flatMap(({ unread }) => unread),
    ({ kind }) => kind,
  )
  return Object.fromEntries([...groups].map(([kind, parts]) => [kind, parts.length]))
}

/** Without what was read on a later page. */
const ofCatalogue = (id: string): readonly RenewalRule[] =>
  renewalRulesOf(id).slice(0, id in LATER_READINGS ? -1 : undefined)

const ROW_WORDS = new Map(Object.entries(ROW_SENTENCES).map(([row, sentence]) => [sentence, row]))
/** The words of the row that a sentence was written from. */
const wordsOfRow = (text: string): string => ROW_WORDS.get(text) ?? text

/** Every word and sentence that stands in a row. */
function textsOf(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  return part !== null && typeof part === 'object' ? Object.values(part).flatMap(textsOf) : []
}

describe('the rules made from the catalogue', () => {
  it('are at least one for each of the 69 rows, each with where it was read', () => {
    expect(newest).toHaveLength(69)
    expect(CREDENTIALS.flatMap(({ id }) => renewalRulesOf(id))).toHaveLength(90)
    for (const rule of newest) {
      const isLater = (rule.credentialId ?? '') in LATER_READINGS
      expect(rule.provenance?.readOn).toBe(isLater ? '2026-11-29' : '2026-11-21')
    }
  })

  it('are authored by hand for every row, and for no other', () => {
    expect(Object.keys(AUTHORINGS).sort()).toEqual(CREDENTIALS.map(({ id }) => id).sort())
  })

  it('have the shapes of expiry that were read', () => {
    const counts = Map.groupBy(newest, ({ expiry }) => expiry.shape)
    const numbers = [...counts].map(([shape, those]) => [shape, those.length]).sort()
    expect(Object.fromEntries(numbers)).toEqual({
      birthday: 1,
      'fixed-date': 7,
      'month-end': 1,
      'month-start': 1,
      none: 1,
      printed: 11,
      rolling: 26,
      unknown: 21,
    })
  })
})

describe('what a rule leaves unread', () => {
  it('is 89 gaps that no page answers, 33 parts that are told and not counted, and 27 words on the reading', () => {
    expect(partsByKind(newest)).toEqual({
      // Not found on any page.
      expiry: 32,
      'cycle-length': 22,
      total: 29,
      'kind-of-year': 4,
      'minimum-without-number': 2,
      // Read, and not counted: see the words of each.
      'conditional-minimum': 1,
      limit: 10,
      'carry-over': 1,
      'service-hours': 1,
      'supervision-hours': 1,
      'first-term': 4,
      'late-step': 7,
      status: 2,
      fee: 2,
      proof: 2,
      exception: 2,
      // About the reading.
      doubt: 12,
      'coming-change': 3,
      notes: 12,
    })
  })

  it('is the whole prose of a row that nobody has authored', () => {
    for (const credential of CREDENTIALS) {
      const [rule] = authorRenewalRules(credential, null)
      const texts = rule?.unread.map(({ text }) => text)
      const { earningWindow, limits } = credential.continuingEducation
      expect(texts).toContain(credential.notes)
      if (earningWindow) expect(texts).toContain(earningWindow)
      expect(rule?.unread.filter(({ kind }) => kind === UnreadKind.LIMIT)).toHaveLength(limits.length)
    }
  })

  it('is written from the words of its row', () => {
    for (const credential of CREDENTIALS) {
      const texts = [...textsOf(credential), ...textsOf(LATER_READINGS[credential.id])]
      const rules = renewalRulesOf(credential.id)
      for (const { text } of rules.flatMap(({ exceptions, late, unread }) => [
        ...exceptions,
        ...late,
        ...unread,
      ])) {
        if (text !== null)
          expect(
            texts.some((words) => words.includes(wordsOfRow(text))),
            text,
          ).toBe(true)
      }
    }
  })

  it('has a topic without a number, and ladders that do not count from the expiry', () => {
    expect(unreadOf('us-wa-cpss', UnreadKind.MINIMUM_WITHOUT_NUMBER)).toEqual([
      expect.objectContaining({
        category: 'telehealth',
        text: 'For people who provide telehealth.',
        figures: [],
      }),
    ])
    expect(unreadOf('us-mi-cpss', UnreadKind.LATE_STEP)).toHaveLength(1)
    // A fee before the expiry belongs to the day by which the renewal is due.
    expect(unreadOf('us-ny-crpa', UnreadKind.LATE_STEP)).toEqual([])
    expect(renewalRuleOf('us-ny-crpa').submission).toMatchObject({ dueDaysBefore: 45, lateFeeUsd: 25 })
  })

  it('is no number: what was not read stays null', () => {
    const withoutTotal = CREDENTIALS.filter(
      ({ continuingEducation: { hours, unit } }) => hours === null && unit === 'hours',
    )
    expect(withoutTotal).toHaveLength(31)
    for (const { id } of withoutTotal) expect(ofCatalogue(id).at(-1)?.total).toBeNull()
  })
})

describe('nothing of a row is lost', () => {
  const clausesOf = ({ id, continuingEducation: { categories, unit } }: Credential) => {
    const rule = renewalRuleOf(id)
    const counted = unit === 'courses' ? ['any'] : rule.minimums.map(({ category }) => category)
    const most = rule.limits.flatMap((limit) => (limit.kind === 'category-most' ? [limit.category] : []))
    const unread = rule.unread.flatMap(({ category }) => category ?? [])
    return { asked: categories.map(({ category }) => category), told: [...counted, ...most, ...unread] }
  }

  it.each(CREDENTIALS.map((credential) => [credential.id, credential] as const))(
    'in %s',
    (_id, credential) => {
      const { asked, told } = clausesOf(credential)
      expect(told).toEqual(expect.arrayContaining(asked))

      const rule = renewalRuleOf(credential.id)
      const { limits } = credential.continuingEducation
      const unreadLimits = rule.unread.filter(({ kind }) => kind === UnreadKind.LIMIT)
      if (limits.length > 0) expect(rule.limits.length + unreadLimits.length).toBeGreaterThan(0)

      const steps = credential.renewal.late.filter(({ withinDays }) => withinDays !== 0)
      const effects = [...rule.late, ...rule.unread].map(({ text }) => text && wordsOfRow(text))
      expect(effects).toEqual(expect.arrayContaining(steps.map(({ effect }) => effect)))

      const { serviceHours, supervisionHours } = credential.practice
      const asksPractice = [serviceHours, supervisionHours].filter((asked) => asked !== null)
      expect(rule.practice.length).toBeGreaterThanOrEqual(asksPractice.length)
    },
  )
})

describe('the versions of a rule', () => {
  it('follow each other without a gap or an overlap, and are counted from 1', () => {
    for (const { id } of CREDENTIALS) {
      const versions = renewalRulesOf(id)
      versions.forEach((rule, place) => {
        const next = versions[place + 1]
        expect(rule.version, id).toBe(place + 1)
        expect(rule.effectiveTo && addDays(rule.effectiveTo, 1), id).toBe(next?.effectiveFrom ?? null)
      })
    }
  })

  it.each<[string, string, string | null, boolean]>([
    ['us-ca-cmpss', 'the renewal opened 60 days before', '2026-11-22', false],
    ['us-id-cprc', 'ethics may be taken in any way', '2017-01-01', true],
    ['us-il-cprs', 'the fee was 70 USD', '2024-01-01', false],
    ['us-md-cprs', 'the first training had 46 hours', '2025-07-03', true],
    ['us-mn-cprs', 'the first training had 40 hours', '2021-03-01', true],
    ['us-mt-cbhpss', 'peers had a rule of their own', '2019-03-30', true],
    ['us-nc-nccpss', 'two references were asked for', '2026-11-22', false],
    ['us-tn-cprs', 'the renewal was yearly', '2026-11-22', false],
    ['us-ut-cpss', 'twelve general hours were asked', '2017-01-01', false],
    ['us-va-rprs', 'one hour of ethics was asked', '2024-12-01', false],
    ['us-vt-cpsp', 'there was no such certificate', '2025-07-01', true],
    ['us-wa-cpss', 'it had another title', '2025-11-03', true],
    ['us-wi-cps', 'the common date was 30 August', '2026-11-22', false],
    ['us-wi-cpps', 'the common date was 30 January', '2026-11-22', false],
  ])('%s: before, %s', (id, _before, effectiveFrom, effectWasRead) => {
    expect(ofCatalogue(id).at(-1)).toMatchObject({ effectiveFrom, effectWasRead })
  })

  it('say what was different before', () => {
    const before = (id: string) => ofCatalogue(id).at(-2)
    expect(before('us-ca-cmpss')?.submission.opensDaysBefore).toBe(60)
    expect(before('us-id-cprc')?.limits.map(({ kind }) => kind)).toEqual(['approved-only'])
    expect(renewalRulesOf('us-id-cprc')[0]?.cycleMonths).toBeNull()
    expect(before('us-il-cprs')?.feeUsd).toBe(70)
    expect(before('us-md-cprs')?.firstTrainingHours).toBe(46)
    expect(before('us-mn-cprs')?.firstTrainingHours).toBe(40)
    expect(before('us-mt-cbhpss')).toMatchObject({ proof: { keepYears: 4 }, maxCarryOver: null })
    expect(before('us-nc-nccpss')?.papers).toEqual(['personal-references'])
    expect(before('us-ut-cpss')?.minimums.at(-1)).toMatchObject({ amount: 12 })
    expect(before('us-va-rprs')?.minimums).toMatchObject([{ category: 'ethics', amount: 1 }])
    expect(before('us-wa-cpss')?.title).toBe('Certified Peer Specialist')
    expect(before('us-wi-cps')?.expiry).toMatchObject({ month: 8, day: 30, anchorYear: null })
    expect(before('us-wi-cpps')?.expiry).toMatchObject({ month: 1, day: 30 })
    expect(before('us-tn-cprs')).toMatchObject({
      cycleMonths: 12,
      total: { amount: 10, per: 'cycle' },
      minimums: [{ category: 'ethics', amount: 1 }],
      practice: [
        { kind: 'service', amount: 25 },
        { kind: 'supervision', amount: 1 },
      ],
    })
  })

  it('have each the page that they were read on: where it is older they do not carry the newer one', () => {
    const older = CREDENTIALS.filter(({ id }) => {
      const [first, ...newer] = ofCatalogue(id)
      return newer.length > 0 && first?.provenance?.title !== newer.at(-1)?.provenance?.title
    })
    expect(older.map(({ id }) => id).sort()).toEqual([
      'us-ca-cmpss',
      'us-mt-cbhpss',
      'us-nc-nccpss',
      'us-tn-cprs',
      'us-va-rprs',
      'us-wi-cpps',
      'us-wi-cps',
    ])
    for (const { id } of older) {
      const versions = ofCatalogue(id).map(({ provenance }) => provenance)
      expect(versions[0]?.confidence).toBe('official-older')
      expect(versions[0]?.date).toBeNull()
      expect(versions.at(-1)?.title).not.toContain('older copy')
    }
    expect(renewalRulesOf('us-ca-cmpss')[0]?.provenance?.title).toMatch(/\(older copy\)$/)
    expect(renewalRulesOf('us-wi-cps')[0]?.provenance?.url).toBe('https://www.wicps.org/recertification/')
  })
})

describe('a credential that is not in the catalogue', () => {
  it('has the unknown rule', () => {
    expect(renewalRuleOf('us-xx-none')).toBe(UNKNOWN_RULE)
    expect(renewalRulesOf(null)).toEqual([UNKNOWN_RULE])
  })
})
