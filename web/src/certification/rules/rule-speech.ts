import { ruleWordsIn } from '@alongside/shared/certification/rule-authoring/in-spanish'
import { useI18n } from '#i18n'
import { useRenewalWords } from '../renewals/renewal-words.ts'
import type { LimitValuesFragment, RulePartsFragment } from '../../generated/graphql.ts'

/** One sentence or more about a part of a rule; `more` is what the catalogue adds to them. */
export interface RuleLine {
  readonly text: string
  readonly more?: string
}

export interface RuleGroup {
  readonly key: string
  readonly lines: readonly RuleLine[]
}

export type Rule = RulePartsFragment
/** Whatever any member of a union has, each only where it is there. */
export type PartsOf<Union> = {
  readonly [Key in Union extends unknown ? keyof Union : never]?: Union extends {
    readonly [Same in Key]: infer Value
  }
    ? Value
    : never
}
export type RuleSpeech = ReturnType<typeof useRuleSpeech>

/** How figures, lists and single words of a rule are said in the language that is on. */
export function useRuleSpeech() {
  const { t, locale } = useI18n()
  const { day, hours, category } = useRenewalWords()
  const say = (key: string, values: object = {}, count = 1): string =>
    t(`certification.custom-rules.${key}`, { ...values }, count)
  /** A label by its whole key. */
  const label = (key: string, values: object = {}, count = 1): string => t(key, { ...values }, count)
  const number = (value: number): string =>
    new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2 }).format(value)

  return {
    say,
    label,
    day,
    hours,
    category,
    number,
    /** '20 hours', '2 courses'. */
    amount: (value: number, unit: string): string =>
      t(`labels.rules.AmountInWords.${unit}`, { count: number(value) }, Number.isInteger(value) ? value : 2),
    money: (dollars: number): string =>
      new Intl.NumberFormat(locale.value, {
        style: 'currency',
        currency: 'USD',
        minimumFractionDigits: Number.isInteger(dollars) ? 0 : 2,
      }).format(dollars),
    /** 'September 30'. */
    dayOfYear: (month: number, dayOfMonth: number): string =>
      new Intl.DateTimeFormat(locale.value, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
        Date.UTC(2024, month - 1, dayOfMonth),
      ),
    listOf: (words: readonly string[]): string =>
      new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(words),
    anyOf: (words: readonly string[]): string =>
      new Intl.ListFormat(locale.value, { type: 'disjunction' }).format(words),
    /** Inside a sentence. */
    lower: (key: string): string => t(key).toLocaleLowerCase(locale.value),
    /** 'people who supervise others'. */
    people: (condition: string): string =>
      say('learning.people', { condition: t(`labels.rules.HolderConditionAfterWho.${condition}`) }),
    /** What the catalogue says in our own words beside its codes, in the language that is on. */
    ours: (words: string): string => ruleWordsIn(locale.value, words),
    /** 'VA RPRS', of an id of the catalogue. */
    credential: (id: string): string => id.replace(/^us-/, '').replaceAll('-', ' ').toUpperCase(),
  }
}

/** The sentences that there are, one after another. */
export function joined(...sentences: readonly (string | false | null)[]): RuleLine {
  return { text: sentences.filter(Boolean).join(' ') }
}

/** What a limit says; two of them say it otherwise for a share, and for some formats only. */
export function limitKey(of: LimitValuesFragment): string {
  if (of.__typename === 'DeliveryShareLimit') return 'certification.why.limit-share'
  const ofModes = of.__typename === 'ApprovedOnlyLimit' && of.modes.length > 0
  return ofModes ? 'certification.why.limit-modes' : `labels.rules.CreditLimit.${of.kind}`
}
