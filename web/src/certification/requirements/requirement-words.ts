import { useI18n } from 'vue-i18n'
import type { AmountUnit, BehindTheFiguresFragment } from '../../generated/graphql.ts'
import { useFigures } from '../renewals/figures.ts'
import { useVoice } from '../voice.ts'

export type Requirement = BehindTheFiguresFragment['requirements'][number]
export type Explained = BehindTheFiguresFragment['explained'][number]
export type Condition = NonNullable<Requirement['condition']>
/** What a figure is of: enough to name it. */
export type Subject = Pick<Requirement, 'kind' | 'category' | 'sponsor' | 'practice' | 'unit'>

/** Names requirements, and says their amounts in their own unit. */
export function useRequirementWords(voice = useVoice()) {
  const { t } = useI18n()
  const { category, day, hours } = useFigures()

  function amount(count: number, unit: AmountUnit | null): string {
    return t(`certification.figures.amount-${unit ?? 'HOURS'}`, { count: hours(count) }, Math.ceil(count))
  }
  function what({ kind, category: topic, sponsor, practice, unit }: Subject): string {
    if (kind === 'SPONSOR') return t('certification.figures.sponsor', { sponsor: sponsor ?? '' })
    if (kind === 'PRACTICE') return t(`certification.figures.practice-${practice}`)
    if (kind === 'MINIMUM') return category(topic)
    return t(`certification.figures.total-${unit === 'COURSES' ? 'COURSES' : 'HOURS'}`)
  }
  /** Inside a sentence, after an amount. */
  function ofWhat(practice: Requirement['practice']): string {
    return practice ? t(`certification.figures.of-${practice}`) : ''
  }
  /** Whom something is asked of: after "people who". */
  function condition(name: Condition): string {
    return t(`certification.figures.condition.${name}`)
  }
  /** The same, as a question that nobody has answered yet. */
  function question(name: Condition): string {
    return voice(`figures.question.${name}`)
  }
  function progress({ earned, needed, unit }: Requirement): string {
    const values = { earned: hours(earned ?? 0), needed: amount(needed ?? 0, unit) }
    return t('certification.figures.of', values)
  }
  function state({ shortBy, unit }: Requirement): string {
    if (shortBy) return t('certification.figures.still', { amount: amount(shortBy, unit) })
    return voice('figures.met')
  }
  function exemptionReason({ exemption, requiredFrom }: Requirement, onlyIf: Condition | null): string {
    const others = exemption === 'DOES_NOT_APPLY'
    const key = others && !onlyIf ? 'DOES_NOT_APPLY-plain' : exemption
    const why = voice(`figures.${key}`, { condition: onlyIf ? condition(onlyIf) : '' })
    return requiredFrom ? `${why} ${t('certification.figures.owed-by', { date: day(requiredFrom) })}` : why
  }
  return { amount, what, ofWhat, condition, question, progress, state, exemptionReason }
}
