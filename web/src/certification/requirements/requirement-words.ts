import { useI18n } from '#i18n'
import type {
  AmountUnit,
  BehindTheFiguresFragment,
  HolderCondition,
  RequirementFiguresFragment,
  SubjectValuesFragment,
} from '../../generated/graphql.ts'
import { useFigures } from '../renewals/figures.ts'
import { useVoice } from '../voice.ts'

export type Requirement = RequirementFiguresFragment
export type Measured = Extract<Requirement, { __typename: 'MeasuredRequirement' }>
export type Explained = BehindTheFiguresFragment['explained'][number]
/** What a figure is of: enough to name it. */
export interface Named {
  readonly requirement: SubjectValuesFragment
  readonly unit?: AmountUnit
  /** Of what cannot be measured: the amount that is known all the same. */
  readonly asked?: { readonly unit: AmountUnit } | null
}

export const isMeasured = (of: Requirement): of is Measured => of.__typename === 'MeasuredRequirement'
export const isTotal = ({ requirement }: Named): boolean => requirement.__typename === 'TotalRequirement'
export const isShort = (of: Requirement): of is Measured => isMeasured(of) && of.shortBy > 0
export const conditionOf = (of: Requirement): HolderCondition | null =>
  of.__typename === 'UnknownRequirement' ? of.condition : null

const QUARTER_HOUR = 0.25

function useSubjectWords() {
  const { t } = useI18n()
  const { category } = useFigures()
  return ({ requirement: of, asked, unit = asked?.unit }: Named): string => {
    switch (of.__typename) {
      case 'SponsorRequirement':
        return t('certification.figures.sponsor', { sponsor: of.sponsor })
      case 'WorkRequirement':
        return t(`labels.rules.PracticeKind.${of.practice}`)
      case 'MinimumRequirement':
        return category(of.category)
      case 'TotalRequirement':
        return t(`labels.rules.TotalRequirement.${unit === 'COURSES' ? 'COURSES' : 'HOURS'}`)
    }
  }
}

/** Names requirements, and says their amounts in their own unit. */
export function useRequirementWords(voice = useVoice()) {
  const { t } = useI18n()
  const { day, hours } = useFigures()
  const what = useSubjectWords()

  function amount(count: number, unit: AmountUnit): string {
    // A minute is no "0.02 h".
    if (unit === 'HOURS' && count > 0 && count < QUARTER_HOUR) {
      const minutes = Math.ceil(Math.round(count * 60 * 100) / 100)
      return t('certification.figures.minutes', { count: minutes }, minutes)
    }
    return t(`labels.rules.Amount.${unit}`, { count: hours(count) }, Math.ceil(count))
  }
  /** Inside a sentence, after an amount. */
  const ofWhat = (practice: string): string => t(`labels.rules.PracticeInSentence.${practice}`)
  /** Whom something is asked of: after "people who". */
  const condition = (name: HolderCondition): string => t(`labels.rules.HolderConditionAfterWho.${name}`)
  /** The same, as a question that nobody has answered yet. */
  const question = (name: HolderCondition): string => voice(`labels.rules.HolderQuestion.${name}`)
  function progress({ earned, needed, unit }: Measured): string {
    // "24 of 4" reads like an error: what is met needs no more than the amount.
    if (earned > needed) return t('certification.figures.needed', { needed: amount(needed, unit) })
    return t('certification.figures.of', { earned: hours(earned), needed: amount(needed, unit) })
  }
  function state({ shortBy, unit, earned, needed, unconfirmed }: Measured): string {
    if (shortBy) return t('certification.figures.still', { amount: amount(shortBy, unit) })
    const open = needed - (earned - unconfirmed)
    if (open > 0) return voice('figures.unconfirmed', { amount: amount(open, unit) })
    return voice('figures.met')
  }
  function exemptionReason(
    { exemption, requiredFrom }: Extract<Requirement, { __typename: 'ExemptRequirement' }>,
    onlyIf: HolderCondition | null,
  ): string {
    const isPlain = exemption === 'DOES_NOT_APPLY' && !onlyIf
    const key = isPlain ? 'figures.does-not-apply' : `labels.rules.ExemptionReason.${exemption}`
    const why = voice(key, { condition: onlyIf ? condition(onlyIf) : '' })
    return requiredFrom ? `${why} ${t('certification.figures.owed-by', { date: day(requiredFrom) })}` : why
  }
  return { amount, what, ofWhat, condition, question, progress, state, exemptionReason }
}
